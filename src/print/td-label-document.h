/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"
#include "td-label-sheet.h"
#include "td-letter.h"

G_BEGIN_DECLS

#define TD_TYPE_LABEL_DOCUMENT (td_label_document_get_type ())
G_DECLARE_FINAL_TYPE (TdLabelDocument, td_label_document, TD, LABEL_DOCUMENT, GObject)

TdLabelDocument *td_label_document_new (TdLetter *letter, const TdLabelSheet *sheet, guint first, const char *const *keep_together);
GPtrArray *td_label_document_check (TdLabelDocument *self);

G_END_DECLS
