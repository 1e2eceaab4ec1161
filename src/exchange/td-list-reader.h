/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-book.h"
#include "td-list-mappings.h"

G_BEGIN_DECLS

TdListReading *td_list_reader_read (TdBook *book, const TdListMappings *mappings, GCancellable *cancellable, GError **error);

G_END_DECLS
