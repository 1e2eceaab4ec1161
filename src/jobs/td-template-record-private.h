/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-picture.h"
#include "td-template-record.h"

G_BEGIN_DECLS

struct _TdTemplateRecord
{
  GObject parent_instance;

  char *name;
  gint64 award_id;
  guint position; /* from 0 */
  guint total;
  GHashTable *fields;
  TdTemplate *template; /* (nullable): the one that suits */
  GPtrArray *layouts;   /* (nullable): TdAwardLayout: what was changed on it, in that template */
  char **keep_together;
  TdPicture *emblem; /* (nullable): the official drawing the office has supplied, ready to be drawn */
};

G_END_DECLS
