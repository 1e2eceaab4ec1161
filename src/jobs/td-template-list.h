/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-template-choice.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_ITEM (td_template_item_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateItem, td_template_item, TD, TEMPLATE_ITEM, GObject)

/**
 * TdTemplateItem:
 * @name: its id
 * @title: its name for people
 * @template: (nullable): the template; %NULL when it cannot be read
 * @problem: (nullable): why not
 * @record_id: where the office keeps its own; 0 for one that is only shipped
 * @shipped: the program ships one of this id
 * @based_on: (nullable): the shipped one it was copied from
 * @changed_on: (nullable): ISO date
 * @retired: no longer offered
 *
 * A certificate template to choose. It does not change.
 */
struct _TdTemplateItem
{
  GObject parent_instance;

  char *name;
  char *title;
  TdTemplate *template;
  char *problem;
  gint64 record_id;
  gboolean shipped;
  char *based_on;
  char *changed_on;
  gboolean retired;
};

GPtrArray *td_template_list_read (TdConnection *connection, GError **error);
TdTemplateItem *td_template_list_find (GPtrArray *items, const char *name);
TdTemplate *td_template_list_get (GPtrArray *items, const char *name, GError **error);
TdTemplate *td_template_list_choose (GPtrArray *items, const TdTemplateWish *wish, GError **error);
TdJob *td_template_list_job (void);

G_END_DECLS
