/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"
#include "td-letter.h"

G_BEGIN_DECLS

#define TD_TYPE_SEATING_DOCUMENT (td_seating_document_get_type ())
G_DECLARE_FINAL_TYPE (TdSeatingDocument, td_seating_document, TD, SEATING_DOCUMENT, GObject)

TdSeatingDocument *td_seating_document_new (TdLetter *letter, guint n_rows, guint n_per_row, const char *const *keep_together);

G_END_DECLS
