/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"
#include "td-session.h"

G_BEGIN_DECLS

/* What is asked before something is done with blanks: described like records, and kept nowhere. */

#define TD_TYPE_RECEIVE_QUESTION (td_receive_question_get_type ())
G_DECLARE_FINAL_TYPE (TdReceiveQuestion, td_receive_question, TD, RECEIVE_QUESTION, TdEntity)

/**
 * TdReceiveQuestion:
 *
 * How many blanks came in, and from where.
 */
struct _TdReceiveQuestion
{
  TdEntity parent_instance;

  gint64 stock_id;
  gint64 n_sheets;
  gint64 first_number;
  char *received_on;
  char *supplier;
  char *document;
};

void td_receive_question_present (GtkWidget *parent, TdSession *session, gint64 stock_id);

#define TD_TYPE_REASON_QUESTION (td_reason_question_get_type ())
G_DECLARE_FINAL_TYPE (TdReasonQuestion, td_reason_question, TD, REASON_QUESTION, TdEntity)

/**
 * TdReasonQuestion:
 *
 * Why a sheet ends otherwise than it was meant to.
 */
struct _TdReasonQuestion
{
  TdEntity parent_instance;

  char *reason;
  char *day;
};

#define TD_TYPE_DESTROY_QUESTION (td_destroy_question_get_type ())
G_DECLARE_FINAL_TYPE (TdDestroyQuestion, td_destroy_question, TD, DESTROY_QUESTION, TdEntity)

/**
 * TdDestroyQuestion:
 *
 * By which document sheets were destroyed.
 */
struct _TdDestroyQuestion
{
  TdEntity parent_instance;

  char *document;
  char *day;
};

#define TD_TYPE_HAND_OUT_QUESTION (td_hand_out_question_get_type ())
G_DECLARE_FINAL_TYPE (TdHandOutQuestion, td_hand_out_question, TD, HAND_OUT_QUESTION, TdEntity)

/**
 * TdHandOutQuestion:
 *
 * What certificates go out for.
 */
struct _TdHandOutQuestion
{
  TdEntity parent_instance;

  char *step;
  char *handed_to;
  char *out_on;
};

#define TD_TYPE_HAND_BACK_QUESTION (td_hand_back_question_get_type ())
G_DECLARE_FINAL_TYPE (TdHandBackQuestion, td_hand_back_question, TD, HAND_BACK_QUESTION, TdEntity)

/**
 * TdHandBackQuestion:
 *
 * How certificates came back.
 */
struct _TdHandBackQuestion
{
  TdEntity parent_instance;

  char *day;
  gboolean undone;
};

#define TD_TYPE_PRINTED_QUESTION (td_printed_question_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintedQuestion, td_printed_question, TD, PRINTED_QUESTION, TdEntity)

/**
 * TdPrintedQuestion:
 *
 * On which blanks certificates were printed.
 */
struct _TdPrintedQuestion
{
  TdEntity parent_instance;

  gint64 stock_id;
  gboolean all;
  gint64 first_number;
  char *day;
};

G_END_DECLS
