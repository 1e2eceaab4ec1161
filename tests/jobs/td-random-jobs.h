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
 * @before: (nullable): what is done first, so that it has something to do
 *
 * One job of the program. A test compares the table with the headers of the jobs.
 */
typedef struct TdRandomJob TdRandomJob;
struct TdRandomJob
{
  const char *constructor;
  TdJob *(*make) (TdRandomOffice *self);
  guint weight;
  gboolean writes;
  const TdRandomJob *before;
};

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

/* td-random-ceremony.c */
TdJob *td_random_new_ceremony (TdRandomOffice *self);
TdJob *td_random_add_to_ceremony (TdRandomOffice *self);
TdJob *td_random_strike_lines (TdRandomOffice *self);
TdJob *td_random_order_ceremony (TdRandomOffice *self);
TdJob *td_random_move_lines (TdRandomOffice *self);
TdJob *td_random_seat (TdRandomOffice *self);
TdJob *td_random_mark_lines (TdRandomOffice *self);
TdJob *td_random_present (TdRandomOffice *self);
TdJob *td_random_send (TdRandomOffice *self);
TdJob *td_random_carry (TdRandomOffice *self);
TdJob *td_random_count_ceremony (TdRandomOffice *self);
TdJob *td_random_list_ceremonies (TdRandomOffice *self);
TdJob *td_random_print_ceremony (TdRandomOffice *self);
TdJob *td_random_set_kit (TdRandomOffice *self);
TdJob *td_random_list_kit (TdRandomOffice *self);
TdJob *td_random_order_kit (TdRandomOffice *self);

/* td-random-certificates.c */
TdJob *td_random_keep_calibration (TdRandomOffice *self);
TdJob *td_random_find_calibration (TdRandomOffice *self);
TdJob *td_random_read_days (TdRandomOffice *self);
TdJob *td_random_set_days (TdRandomOffice *self);
TdJob *td_random_write_target (TdRandomOffice *self);
TdJob *td_random_document_certificates (TdRandomOffice *self);
TdJob *td_random_preflight (TdRandomOffice *self);
TdJob *td_random_sign_off (TdRandomOffice *self);
TdJob *td_random_mend (TdRandomOffice *self);
TdJob *td_random_print_certificates (TdRandomOffice *self);

/* td-random-acts.c */
TdJob *td_random_act_on_decision (TdRandomOffice *self);
TdJob *td_random_read_acts (TdRandomOffice *self);

/* td-random-authentic.c */
TdJob *td_random_make_key (TdRandomOffice *self);
TdJob *td_random_import_key (TdRandomOffice *self);
TdJob *td_random_restore_key (TdRandomOffice *self);
TdJob *td_random_retire_key (TdRandomOffice *self);
TdJob *td_random_change_passphrase (TdRandomOffice *self);
TdJob *td_random_export_key (TdRandomOffice *self);
TdJob *td_random_write_sheet (TdRandomOffice *self);
TdJob *td_random_place_codes (TdRandomOffice *self);
TdJob *td_random_sign (TdRandomOffice *self);
TdJob *td_random_print_codes (TdRandomOffice *self);
TdJob *td_random_verify (TdRandomOffice *self);
TdJob *td_random_find_code (TdRandomOffice *self);
TdJob *td_random_read_authenticity (TdRandomOffice *self);

/* td-random-wording.c */
TdJob *td_random_save_certificate_files (TdRandomOffice *self);
TdJob *td_random_read_wording (TdRandomOffice *self);
TdJob *td_random_save_wording (TdRandomOffice *self);
TdJob *td_random_set_wording (TdRandomOffice *self);

/* td-random-entry.c */
TdJob *td_random_save_line (TdRandomOffice *self);
TdJob *td_random_read_words (TdRandomOffice *self);
TdJob *td_random_find_subjects (TdRandomOffice *self);
TdJob *td_random_read_lines (TdRandomOffice *self);

/* td-random-units.c */
TdJob *td_random_delete_group (TdRandomOffice *self);
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

/* td-random-plans.c */
TdJob *td_random_look_over (TdRandomOffice *self);
TdJob *td_random_draw_timeline (TdRandomOffice *self);
TdJob *td_random_import_plan (TdRandomOffice *self);
TdJob *td_random_import_plan_text (TdRandomOffice *self);
TdJob *td_random_accept_plan (TdRandomOffice *self);
TdJob *td_random_accept_plan_file (TdRandomOffice *self);
TdJob *td_random_review_plan (TdRandomOffice *self);
TdJob *td_random_review_plan_text (TdRandomOffice *self);
TdJob *td_random_save_review (TdRandomOffice *self);
TdJob *td_random_compare_plan (TdRandomOffice *self);
TdJob *td_random_change_plan (TdRandomOffice *self);
TdJob *td_random_view_plan (TdRandomOffice *self);
TdJob *td_random_list_recipients (TdRandomOffice *self);
TdJob *td_random_read_whole_text (TdRandomOffice *self);
TdJob *td_random_list_tasks (TdRandomOffice *self);
TdJob *td_random_ask_every_year (TdRandomOffice *self);
TdJob *td_random_note_fact (TdRandomOffice *self);
TdJob *td_random_note_event (TdRandomOffice *self);
TdJob *td_random_begin_plan (TdRandomOffice *self);
TdJob *td_random_write_plan (TdRandomOffice *self);
TdJob *td_random_read_draft (TdRandomOffice *self);
TdJob *td_random_read_kin (TdRandomOffice *self);
TdJob *td_random_issue_plan (TdRandomOffice *self);
TdJob *td_random_set_event (TdRandomOffice *self);
TdJob *td_random_list_reports (TdRandomOffice *self);
TdJob *td_random_print_plan (TdRandomOffice *self);
TdJob *td_random_receive_report (TdRandomOffice *self);
TdJob *td_random_remind (TdRandomOffice *self);

/* td-random-emblem.c */
TdJob *td_random_set_emblem (TdRandomOffice *self);
TdJob *td_random_remove_emblem (TdRandomOffice *self);
TdJob *td_random_show_emblem (TdRandomOffice *self);

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

/* td-random-editor.c */
TdJob *td_random_arrange_certificate (TdRandomOffice *self);
TdJob *td_random_read_record (TdRandomOffice *self);
TdJob *td_random_read_award (TdRandomOffice *self);
TdJob *td_random_find_longest (TdRandomOffice *self);
TdJob *td_random_read_picture (TdRandomOffice *self);

/* td-random-templates.c */
TdJob *td_random_save_template (TdRandomOffice *self);
TdJob *td_random_import_template (TdRandomOffice *self);
TdJob *td_random_retire_template (TdRandomOffice *self);
TdJob *td_random_remove_template (TdRandomOffice *self);
TdJob *td_random_arrange_award (TdRandomOffice *self);
TdJob *td_random_arrange_as_usual (TdRandomOffice *self);
TdJob *td_random_lay_under (TdRandomOffice *self);
TdJob *td_random_mark_underlay (TdRandomOffice *self);
TdJob *td_random_take_away (TdRandomOffice *self);
TdJob *td_random_get_underlay (TdRandomOffice *self);
TdJob *td_random_list_templates (TdRandomOffice *self);
TdJob *td_random_get_template (TdRandomOffice *self);
TdJob *td_random_check_template (TdRandomOffice *self);
TdJob *td_random_export_template (TdRandomOffice *self);
/* td-random-subjects.c */
TdJob *td_random_merge_subjects (TdRandomOffice *self);
TdJob *td_random_merge_pairs (TdRandomOffice *self);
TdJob *td_random_look_at_merge (TdRandomOffice *self);
TdJob *td_random_split_subject (TdRandomOffice *self);
TdJob *td_random_tell_apart (TdRandomOffice *self);
TdJob *td_random_read_history (TdRandomOffice *self);
TdJob *td_random_read_life (TdRandomOffice *self);
TdJob *td_random_find_doubles (TdRandomOffice *self);
TdJob *td_random_find_likely (TdRandomOffice *self);
TdJob *td_random_confirm_awards (TdRandomOffice *self);

/* td-random-batches.c */
TdJob *td_random_begin_batch (TdRandomOffice *self);
TdJob *td_random_check_batch (TdRandomOffice *self);
TdJob *td_random_reprint (TdRandomOffice *self);
TdJob *td_random_last_batch (TdRandomOffice *self);
TdJob *td_random_test_sheet (TdRandomOffice *self);
TdJob *td_random_make_parcel (TdRandomOffice *self);
TdJob *td_random_send_chunk (TdRandomOffice *self);
TdJob *td_random_sent_chunk (TdRandomOffice *self);
TdJob *td_random_return_chunk (TdRandomOffice *self);
TdJob *td_random_finish_chunk (TdRandomOffice *self);
TdJob *td_random_unclear_chunk (TdRandomOffice *self);
TdJob *td_random_pause_batch (TdRandomOffice *self);
TdJob *td_random_settle_batch (TdRandomOffice *self);
TdJob *td_random_give_up_batch (TdRandomOffice *self);
TdJob *td_random_list_open_batches (TdRandomOffice *self);
TdJob *td_random_look_at_batch (TdRandomOffice *self);

gint64 td_random_office_head (TdRandomOffice *self);
char *td_random_office_dump (TdRandomOffice *self);
char *td_random_office_check (TdRandomOffice *self, const char *anchor);
