/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-preview.h"

G_BEGIN_DECLS

/* What a person answered, by the place in the file. */
typedef struct
{
  guint sheet_number;
  guint line;
  TdListMend mend;
  char *rule;
} TdListMended;

TdListItem *_td_list_preview_make_item (TdListPreview *self, guint number);
char *_td_list_preview_dup_shown (TdListRole role, const char *value);
void _td_list_preview_fill (TdListPreview *self);
gboolean _td_list_preview_mend (TdListPreview *self, TdConnection *connection, guint number, const TdListMend *mend, GError **error);

G_END_DECLS
