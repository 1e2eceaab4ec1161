/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-kit-part.h"
#include "td-store.h"

G_BEGIN_DECLS

/**
 * TdKitItem:
 * @part: what belongs to an award
 * @own: the office's own word, not what is shipped
 * @verified: whether a person compared it with a text; an office's own is what the office says
 * @source: (nullable): where it was read
 */
typedef struct
{
  TdKitPart *part;
  gboolean own;
  gboolean verified;
  char *source;
} TdKitItem;

/* What belongs to awards: what is shipped, with the office's own words in its place. */
typedef struct _TdKit TdKit;

TdKit *td_kit_read (TdConnection *connection, GError **error);
void td_kit_free (TdKit *self);
GPtrArray *td_kit_list (TdKit *self, const char *award_form, const char *giver_level, const char *day);
GPtrArray *td_kit_list_all (TdKit *self, const char *day);
gboolean td_kit_has_certificate (TdKit *self, const char *award_form, const char *giver_level, const char *subject_kind, const char *day);
gint64 td_kit_item_count (const TdKitItem *item, const char *subject_kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdKit, td_kit_free)

G_END_DECLS
