/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-directory.h"
#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdEntryColumn:
 *
 * The cells of a line in which a nomination is entered by hand.
 */
typedef enum
{
  TD_ENTRY_KIND,
  TD_ENTRY_NAME,
  TD_ENTRY_BIRTH,
  TD_ENTRY_SEX,
  TD_ENTRY_CITIZEN_ID,
  TD_ENTRY_POST,
  TD_ENTRY_UNIT,
  TD_ENTRY_AWARD_FORM,
  TD_ENTRY_ACHIEVEMENT,
  TD_ENTRY_N_COLUMNS,
} TdEntryColumn;

/**
 * TdEntryOffer:
 * @text: what a cell may hold
 * @note: (nullable): what tells it from others
 * @subject: (nullable): the subject it stands for
 *
 * One of the texts offered while a cell is typed in.
 */
typedef struct
{
  char *text;
  char *note;
  TdSubject *subject;
} TdEntryOffer;

#define TD_TYPE_ENTRY_WORDS (td_entry_words_get_type ())
G_DECLARE_FINAL_TYPE (TdEntryWords, td_entry_words, TD, ENTRY_WORDS, GObject)

TdJob *td_entry_words_job (void);
TdDirectory *td_entry_words_get_directory (TdEntryWords *self);
TdNomination *td_entry_words_get_last (TdEntryWords *self);
char *td_entry_words_spell (TdEntryWords *self, TdEntryColumn column, const char *typed);
GPtrArray *td_entry_words_complete (TdEntryWords *self, TdEntryColumn column, const char *typed);
void td_entry_words_take_post (TdEntryWords *self, const char *post);
const char *td_entry_words_find_choice (const TdChoice *choices, const char *typed);

TdJob *td_entry_subjects_job (const char *name, const char *kind);
GPtrArray *td_entry_subjects_offer (TdJob *job);

void td_entry_offer_free (TdEntryOffer *offer);

G_END_DECLS
