/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-reader-protocol.h"

G_BEGIN_DECLS

GSubprocess *_td_reader_process_start (const char *what, GBytes *bytes, const char *missing, GError **error);

G_END_DECLS
