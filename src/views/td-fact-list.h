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
 * @more_title: (nullable): what can be unfolded below it
 * @more: (nullable): what is seen then
 * @level: how far it is moved in
 * @record: (nullable): what is opened when the row is activated
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
  char *more_title;
  char *more;
  guint level;
  TdEntity *record;
} TdFact;

/**
 * TdFactJobFunc:
 * @id: the record the facts are about
 * @day: (nullable): the day that is asked about, ISO; %NULL for today
 *
 * Returns: (transfer full): the job that reads them
 */
typedef TdJob *(*TdFactJobFunc) (gint64 id, const char *day);

/**
 * TdFactTellFunc:
 * @self: the list, empty
 * @job: the job, done
 *
 * Appends what the job has read.
 */
typedef void (*TdFactTellFunc) (TdFactList *self, TdJob *job);

GtkWidget *td_fact_list_new (TdSession *session, TdFactJobFunc make_job, TdFactTellFunc tell, const char *label,
                             const char *empty);
void td_fact_list_append (TdFactList *self, TdFact *fact);
void td_fact_list_tell (TdFactList *self, const char *icon_name, const char *what, char *text);
void td_fact_list_set_parent (TdFactList *self, gint64 id);
void td_fact_list_set_day (TdFactList *self, const char *day);

G_END_DECLS
