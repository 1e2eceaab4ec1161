/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-entity.h"
#include "td-session.h"

G_BEGIN_DECLS

/* What is asked before reports are noted and units are written to. */

#define TD_TYPE_RECEIVED_QUESTION (td_received_question_get_type ())
G_DECLARE_FINAL_TYPE (TdReceivedQuestion, td_received_question, TD, RECEIVED_QUESTION, TdEntity)

/**
 * TdReceivedQuestion:
 *
 * When the report of a unit came, and what it is.
 */
struct _TdReceivedQuestion
{
  TdEntity parent_instance;

  char *day;
  char *number;
};

#define TD_TYPE_REMIND_QUESTION (td_remind_question_get_type ())
G_DECLARE_FINAL_TYPE (TdRemindQuestion, td_remind_question, TD, REMIND_QUESTION, TdEntity)

/**
 * TdRemindQuestion:
 *
 * The letters to units that owe reports.
 */
struct _TdRemindQuestion
{
  TdEntity parent_instance;

  char *number;
  char *day;
  char *answer_by;
};

#define TD_TYPE_INTERIM_QUESTION (td_interim_question_get_type ())
G_DECLARE_FINAL_TYPE (TdInterimQuestion, td_interim_question, TD, INTERIM_QUESTION, TdEntity)

/**
 * TdInterimQuestion:
 *
 * A report that a plan over years asks for every year.
 */
struct _TdInterimQuestion
{
  TdEntity parent_instance;

  gint64 plan_id;
  char *what;
  char *who;
  char *first_day;
  char *last_year;
};

void td_report_questions_remind (GtkWidget *parent, TdSession *session, gint64 plan_id);
void td_report_questions_interim (GtkWidget *parent, TdSession *session, gint64 plan_id);

G_END_DECLS
