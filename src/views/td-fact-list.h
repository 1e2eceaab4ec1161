/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_FACT_LIST (td_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (TdFactList, td_fact_list, TD, FACT_LIST, AdwBin)

/**
 * TdFact:
 * @icon_name: (nullable): what kind of fact it is
 * @mark: (nullable): what stands before it
 * @title: (nullable): what is said first
 * @text: (nullable): what is said then
 * @small: (nullable): where it comes from
 * @level: how far it is moved in
 *
 * How one record of a plan is told.
 */
typedef struct
{
  const char *icon_name;
  char *mark;
  char *title;
  char *text;
  char *small;
  guint level;
} TdFact;

typedef void (*TdFactFunc) (TdEntity *entity, TdFact *fact);

GtkWidget *td_fact_list_new (TdSession *session, GType entity_type, const char *parent, TdFactFunc describe,
                             const char *label, const char *empty);
void td_fact_list_set_parent (TdFactList *self, gint64 id);

G_END_DECLS
