/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"

G_BEGIN_DECLS

#define TD_TYPE_JOINED_DOCUMENT (td_joined_document_get_type ())
G_DECLARE_FINAL_TYPE (TdJoinedDocument, td_joined_document, TD, JOINED_DOCUMENT, GObject)

TdDocument *td_joined_document_new (GPtrArray *documents);

G_END_DECLS
