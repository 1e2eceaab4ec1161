/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"

G_BEGIN_DECLS

#define TD_TYPE_MAPPED_DOCUMENT (td_mapped_document_get_type ())
G_DECLARE_FINAL_TYPE (TdMappedDocument, td_mapped_document, TD, MAPPED_DOCUMENT, GObject)

TdDocument *td_mapped_document_new (TdDocument *document, const cairo_matrix_t *map);

G_END_DECLS
