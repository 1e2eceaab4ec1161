/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "td-document.h"

G_BEGIN_DECLS

#define TD_TYPE_PAGE_PREVIEW (td_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (TdPagePreview, td_page_preview, TD, PAGE_PREVIEW, GtkWidget)

void td_page_preview_set_document (TdPagePreview *self, TdDocument *document, guint page);
void td_page_preview_set_fit (TdPagePreview *self, gboolean fit);

G_END_DECLS
