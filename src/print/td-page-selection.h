/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"

G_BEGIN_DECLS

#define TD_TYPE_PAGE_SELECTION (td_page_selection_get_type ())
G_DECLARE_FINAL_TYPE (TdPageSelection, td_page_selection, TD, PAGE_SELECTION, GObject)

TdDocument *td_page_selection_new (TdDocument *document, const guint *pages, guint n_pages);

G_END_DECLS
