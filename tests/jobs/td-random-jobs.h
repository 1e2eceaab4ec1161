/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"
#include "td-test-office.h"

/**
 * TdRandomOffice:
 *
 * An office file on which jobs are run at random: everything follows from the seed.
 */
typedef struct
{
  TdTestOffice *office;
  GRand *rand;
  guint serial; /* of names made */
} TdRandomOffice;

/**
 * TdRandomJob:
 * @constructor: the function that makes the job
 * @make: makes one with something at random in it, or %NULL when the office has nothing for it
 * @weight: how often it is chosen
 * @writes: whether it changes the office
 *
 * One job of the program. A test compares the table with the headers of the jobs.
 */
typedef struct
{
  const char *constructor;
  TdJob *(*make) (TdRandomOffice *self);
  guint weight;
  gboolean writes;
} TdRandomJob;

extern const TdRandomJob td_random_jobs[];
extern const guint td_n_random_jobs;

void td_random_office_begin (TdRandomOffice *self, TdTestOffice *office, guint32 seed);
void td_random_office_end (TdRandomOffice *self);
gpointer td_random_office_pick (TdRandomOffice *self, GType type, const char *field, const char *value);
const TdRandomJob *td_random_office_choose (TdRandomOffice *self);
const TdRandomJob *td_random_job_find (const char *constructor);
gboolean td_random_office_run (TdRandomOffice *self, const TdRandomJob *job);

/* What makers of jobs share. */
guint td_random_below (TdRandomOffice *self, guint n);
gboolean td_random_one_in (TdRandomOffice *self, guint n);
char *td_random_text (TdRandomOffice *self);
gint64 td_random_pick_id (TdRandomOffice *self, GType type, const char *field, const char *value);
char *td_random_write_file (TdRandomOffice *self, const char *name, GString *text);

TdNomination *td_random_nomination (TdRandomOffice *self, TdSubject **subject);

/* td-random-certificates.c */
TdJob *td_random_keep_calibration (TdRandomOffice *self);
TdJob *td_random_find_calibration (TdRandomOffice *self);
TdJob *td_random_write_target (TdRandomOffice *self);
TdJob *td_random_document_certificates (TdRandomOffice *self);
TdJob *td_random_print_certificates (TdRandomOffice *self);

/* td-random-authentic.c */
TdJob *td_random_make_key (TdRandomOffice *self);
TdJob *td_random_import_key (TdRandomOffice *self);
TdJob *td_random_restore_key (TdRandomOffice *self);
TdJob *td_random_retire_key (TdRandomOffice *self);
TdJob *td_random_export_key (TdRandomOffice *self);
TdJob *td_random_write_sheet (TdRandomOffice *self);
TdJob *td_random_place_codes (TdRandomOffice *self);
TdJob *td_random_sign (TdRandomOffice *self);
TdJob *td_random_print_codes (TdRandomOffice *self);
TdJob *td_random_verify (TdRandomOffice *self);
TdJob *td_random_find_code (TdRandomOffice *self);
TdJob *td_random_read_authenticity (TdRandomOffice *self);

/* td-random-entry.c */
TdJob *td_random_save_line (TdRandomOffice *self);
TdJob *td_random_read_words (TdRandomOffice *self);
TdJob *td_random_find_subjects (TdRandomOffice *self);
TdJob *td_random_read_lines (TdRandomOffice *self);

/* td-random-units.c */
TdJob *td_random_seed_groups (TdRandomOffice *self);
TdJob *td_random_list_task_units (TdRandomOffice *self);
TdJob *td_random_unit_history (TdRandomOffice *self);
TdJob *td_random_list_units (TdRandomOffice *self);

/* td-random-lists.c */
TdJob *td_random_import_list (TdRandomOffice *self);
TdJob *td_random_preview_list (TdRandomOffice *self);
TdJob *td_random_look_at_row (TdRandomOffice *self);
TdJob *td_random_mend_row (TdRandomOffice *self);
TdJob *td_random_mend_rows (TdRandomOffice *self);
TdJob *td_random_type_in_row (TdRandomOffice *self);
TdJob *td_random_take_list (TdRandomOffice *self);
TdJob *td_random_export_list (TdRandomOffice *self);
TdJob *td_random_write_form (TdRandomOffice *self);

/* td-random-stock.c */
TdJob *td_random_add_stock (TdRandomOffice *self);
TdJob *td_random_receive_blanks (TdRandomOffice *self);
TdJob *td_random_spoil_sheet (TdRandomOffice *self);
TdJob *td_random_destroy_sheet (TdRandomOffice *self);
TdJob *td_random_print_on_stock (TdRandomOffice *self);
TdJob *td_random_hand_out (TdRandomOffice *self);
TdJob *td_random_hand_back (TdRandomOffice *self);
TdJob *td_random_take_sheet_back (TdRandomOffice *self);
TdJob *td_random_count_stock (TdRandomOffice *self);
TdJob *td_random_print_count (TdRandomOffice *self);

gint64 td_random_office_head (TdRandomOffice *self);
char *td_random_office_dump (TdRandomOffice *self);
char *td_random_office_check (TdRandomOffice *self, const char *anchor);
