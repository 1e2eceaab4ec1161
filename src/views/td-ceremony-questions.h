/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

/* What is asked before something is done at a ceremony: described like records, and kept nowhere. */

#define TD_TYPE_CEREMONY_QUESTION (td_ceremony_question_get_type ())
G_DECLARE_FINAL_TYPE (TdCeremonyQuestion, td_ceremony_question, TD, CEREMONY_QUESTION, TdEntity)

/**
 * TdCeremonyQuestion:
 *
 * Where and when the awards of a decision are handed over.
 *
 * @by_unit: they are called unit by unit, not form by form
 */
struct _TdCeremonyQuestion
{
  TdEntity parent_instance;

  char *name;
  char *day;
  char *hour;
  char *place;
  char *host;
  gboolean by_unit;
};

#define TD_TYPE_PRESENT_QUESTION (td_present_question_get_type ())
G_DECLARE_FINAL_TYPE (TdPresentQuestion, td_present_question, TD, PRESENT_QUESTION, TdEntity)

/**
 * TdPresentQuestion:
 *
 * When awards were handed over, and to whom if not to whoever steps up.
 *
 * @chosen: only the lines chosen in the list, whether they came or not
 */
struct _TdPresentQuestion
{
  TdEntity parent_instance;

  char *day;
  char *received_by;
  gboolean chosen;
};

#define TD_TYPE_SEND_QUESTION (td_send_question_get_type ())
G_DECLARE_FINAL_TYPE (TdSendQuestion, td_send_question, TD, SEND_QUESTION, TdEntity)

/**
 * TdSendQuestion:
 *
 * How awards were sent.
 */
struct _TdSendQuestion
{
  TdEntity parent_instance;

  char *sent_by;
  char *received_by;
  char *day;
};

#define TD_TYPE_CARRY_QUESTION (td_carry_question_get_type ())
G_DECLARE_FINAL_TYPE (TdCarryQuestion, td_carry_question, TD, CARRY_QUESTION, TdEntity)

/**
 * TdCarryQuestion:
 *
 * Where the absent are called instead.
 *
 * @chosen: only the lines chosen in the list, whether they were absent or not
 */
struct _TdCarryQuestion
{
  TdEntity parent_instance;

  gint64 ceremony_id;
  gboolean chosen;
};

#define TD_TYPE_SEATS_QUESTION (td_seats_question_get_type ())
G_DECLARE_FINAL_TYPE (TdSeatsQuestion, td_seats_question, TD, SEATS_QUESTION, TdEntity)

/**
 * TdSeatsQuestion:
 *
 * How many seats are kept.
 */
struct _TdSeatsQuestion
{
  TdEntity parent_instance;

  gint64 n_rows;
  gint64 n_per_row;
};

G_END_DECLS
