/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"
#include "td-letter.h"

G_BEGIN_DECLS

#define TD_TYPE_READING_DOCUMENT (td_reading_document_get_type ())
G_DECLARE_FINAL_TYPE (TdReadingDocument, td_reading_document, TD, READING_DOCUMENT, GObject)

TdReadingDocument *td_reading_document_new (TdLetter *letter);

G_END_DECLS
