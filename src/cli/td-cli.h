/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "td-certificate-jobs.h"
#include "td-job.h"
#include "td-model.h"
#include "td-secret.h"
#include "td-store.h"

G_BEGIN_DECLS

/**
 * TdCliExit:
 * @TD_CLI_DONE: done
 * @TD_CLI_REFUSED: refused because of findings; nothing changed
 * @TD_CLI_USAGE: wrong usage
 * @TD_CLI_FAILED: could not: unreadable, damaged, locked, full disk
 */
typedef enum
{
  TD_CLI_DONE = 0,
  TD_CLI_REFUSED = 1,
  TD_CLI_USAGE = 2,
  TD_CLI_FAILED = 3,
} TdCliExit;

/**
 * TdCliArgs:
 * @words: %NULL-terminated: what stands after noun and verb and is no option
 * @n_words: how many
 * @noun: the noun itself
 * @office: --office
 * @actor: --actor, or the user's name
 * @json: --json
 *
 * A command as given, with the options of all verbs; a verb only looks at its own.
 */
typedef struct
{
  char **words;
  guint n_words;
  const char *noun;
  char *office;
  char *actor;
  gboolean json;
  char *unit;
  char *place;
  gint64 plan;
  gint64 decision;
  char *giver;
  char *signer;
  char *number;
  char *date;
  char *output;
  char *columns;
  char **column;
  char *search;
  char *template_name;
  char *anchor;
  char *kind;
  char *take;
  char *later;
  gboolean take_back;
  gboolean with_ornament;
  gboolean all;
  gboolean strict;
  gboolean dry_run;
  char *from;
  char *wording;
  char *rest;
  char *review;
  gboolean fill;
  gboolean history;
  char *source;
  gint64 subjects;
  gint64 nominations;
  gint64 seed;
  char *as_of;
  gint64 group;
  char *province;
  char *issuer;
  char *note;
  char *sign_off;
  char **into;
  char **names;
  char *code;
  char *short_name;
  char *printed_name;
  gboolean goes_on;
  gint64 parent;
  gint64 lies_in;
  gint64 year;
  char *awards;
  gint64 stock;
  gint64 calibration;
  char *size;
  char *carries;
  gboolean numbered;
  char *series;
  gint64 digits;
  char *state;
  char *since;
  char *until;
  char *to;
  gboolean undone;
  char *target;
  char *readings;
  char *proof;
  char *printer;
  char *tray;
  gint64 copies;
  gboolean done;
  char *passphrase_file;
  char *new_passphrase_file;
  char **certificates;
  gboolean replace;
  char *decisions;
  char *hour;
  char *host;
  char *order;
  gint64 ceremony;
  char *how;
  char *what;
  char *sheet;
  char *level;
  char *pages;
  gint64 chunk;
  gboolean test_sheet;
  char *last_good;
  gint64 last_good_page;
  char *spoiled;
  char *reason;
  gint64 award;
  char **sets;
  char *text;
  char *marks;
  char *move;
  double points;
  char *title;
  gint64 earlier;
  char *folder;
  char *each;
  char *rule;
  char *due;
  gboolean late;
  char *file;
  char **deadlines;
  char *end;
  char **allows;
  char **bars;
  char **limits;
} TdCliArgs;

typedef int (*TdCliRun) (TdCliArgs *args);

/**
 * TdCliVerb:
 * @noun: "office", "plan", …
 * @verb: (nullable): "new", "list", …; %NULL for a noun that stands alone
 * @usage: what stands after them
 * @summary: one line, in English, marked for translation
 * @options: the long names of the options it takes, separated by blanks
 * @n_words: how many words it needs
 * @reads_file: the word that names a file to read, from 1; 0 for none
 * @run: does it
 * @max_words: how many words it takes at most, when more than it needs
 */
typedef struct
{
  const char *noun;
  const char *verb;
  const char *usage;
  const char *summary;
  const char *options;
  guint n_words;
  guint reads_file;
  TdCliRun run;
  guint max_words;
} TdCliVerb;

extern const TdCliVerb td_cli_verbs[];

/* Verbs */
int td_cli_office_new (TdCliArgs *args);
int td_cli_office_info (TdCliArgs *args);
int td_cli_office_check (TdCliArgs *args);
int td_cli_office_log (TdCliArgs *args);
int td_cli_office_undo (TdCliArgs *args);
int td_cli_office_redo (TdCliArgs *args);
int td_cli_office_emblem (TdCliArgs *args);
int td_cli_office_wording (TdCliArgs *args);
int td_cli_office_overview (TdCliArgs *args);
int td_cli_demo (TdCliArgs *args);
int td_cli_plan_read (TdCliArgs *args);
int td_cli_plan_import (TdCliArgs *args);
int td_cli_plan_accept (TdCliArgs *args);
int td_cli_plan_diff (TdCliArgs *args);
int td_cli_plan_new (TdCliArgs *args);
int td_cli_plan_issue (TdCliArgs *args);
int td_cli_plan_check (TdCliArgs *args);
int td_cli_plan_list (TdCliArgs *args);
int td_cli_plan_show (TdCliArgs *args);
int td_cli_plan_tasks (TdCliArgs *args);
int td_cli_plan_recipients (TdCliArgs *args);
int td_cli_plan_reports (TdCliArgs *args);
int td_cli_plan_received (TdCliArgs *args);
int td_cli_plan_remind (TdCliArgs *args);
int td_cli_plan_timeline (TdCliArgs *args);
int td_cli_plan_print (TdCliArgs *args);
int td_cli_plan_works (TdCliArgs *args);
int td_cli_plan_change (TdCliArgs *args);
int td_cli_plan_changes (TdCliArgs *args);
int td_cli_plan_interim (TdCliArgs *args);
int td_cli_fact_list (TdCliArgs *args);
int td_cli_fact_new (TdCliArgs *args);
int td_cli_fact_set (TdCliArgs *args);
int td_cli_fact_delete (TdCliArgs *args);
int td_cli_event_list (TdCliArgs *args);
int td_cli_event_new (TdCliArgs *args);
int td_cli_event_set (TdCliArgs *args);
int td_cli_unit_list (TdCliArgs *args);
int td_cli_unit_import (TdCliArgs *args);
int td_cli_unit_show (TdCliArgs *args);
int td_cli_unit_merge (TdCliArgs *args);
int td_cli_unit_split (TdCliArgs *args);
int td_cli_unit_rename (TdCliArgs *args);
int td_cli_unit_move (TdCliArgs *args);
int td_cli_bloc_list (TdCliArgs *args);
int td_cli_bloc_show (TdCliArgs *args);
int td_cli_bloc_new (TdCliArgs *args);
int td_cli_bloc_add (TdCliArgs *args);
int td_cli_bloc_copy (TdCliArgs *args);
int td_cli_stock_list (TdCliArgs *args);
int td_cli_stock_new (TdCliArgs *args);
int td_cli_stock_show (TdCliArgs *args);
int td_cli_stock_receive (TdCliArgs *args);
int td_cli_stock_sheets (TdCliArgs *args);
int td_cli_stock_count (TdCliArgs *args);
int td_cli_stock_print (TdCliArgs *args);
int td_cli_stock_spoil (TdCliArgs *args);
int td_cli_stock_take_back (TdCliArgs *args);
int td_cli_stock_destroy (TdCliArgs *args);
int td_cli_stock_out (TdCliArgs *args);
int td_cli_stock_back (TdCliArgs *args);
int td_cli_ceremony_new (TdCliArgs *args);
int td_cli_ceremony_list (TdCliArgs *args);
int td_cli_ceremony_show (TdCliArgs *args);
int td_cli_ceremony_lines (TdCliArgs *args);
int td_cli_ceremony_add (TdCliArgs *args);
int td_cli_ceremony_strike (TdCliArgs *args);
int td_cli_ceremony_order (TdCliArgs *args);
int td_cli_ceremony_move (TdCliArgs *args);
int td_cli_ceremony_seat (TdCliArgs *args);
int td_cli_ceremony_mark (TdCliArgs *args);
int td_cli_ceremony_carry (TdCliArgs *args);
int td_cli_ceremony_present (TdCliArgs *args);
int td_cli_ceremony_send (TdCliArgs *args);
int td_cli_ceremony_print (TdCliArgs *args);
int td_cli_ceremony_labels (TdCliArgs *args);
int td_cli_kit_list (TdCliArgs *args);
int td_cli_kit_set (TdCliArgs *args);
int td_cli_kit_order (TdCliArgs *args);
int td_cli_list_read (TdCliArgs *args);
int td_cli_list_import (TdCliArgs *args);
int td_cli_subject_import (TdCliArgs *args);
int td_cli_nomination_import (TdCliArgs *args);
int td_cli_nomination_list (TdCliArgs *args);
int td_cli_nomination_check (TdCliArgs *args);
int td_cli_nomination_set (TdCliArgs *args);
int td_cli_decision_new (TdCliArgs *args);
int td_cli_decision_issue (TdCliArgs *args);
int td_cli_decision_list (TdCliArgs *args);
int td_cli_decision_show (TdCliArgs *args);
int td_cli_decision_print (TdCliArgs *args);
int td_cli_decision_correct (TdCliArgs *args);
int td_cli_decision_revoke (TdCliArgs *args);
int td_cli_decision_acts (TdCliArgs *args);
int td_cli_certificate_preflight (TdCliArgs *args);
int td_cli_certificate_print (TdCliArgs *args);
int td_cli_certificate_place (TdCliArgs *args);
int td_cli_certificate_sign (TdCliArgs *args);
int td_cli_certificate_codes (TdCliArgs *args);
int td_cli_certificate_verify (TdCliArgs *args);
int td_cli_key_new (TdCliArgs *args);
int td_cli_key_list (TdCliArgs *args);
int td_cli_key_show (TdCliArgs *args);
int td_cli_key_export (TdCliArgs *args);
int td_cli_key_import (TdCliArgs *args);
int td_cli_key_sheet (TdCliArgs *args);
int td_cli_key_restore (TdCliArgs *args);
int td_cli_key_passphrase (TdCliArgs *args);
int td_cli_key_retire (TdCliArgs *args);
int td_cli_certificate_batches (TdCliArgs *args);
int td_cli_certificate_resume (TdCliArgs *args);
int td_cli_certificate_give_up (TdCliArgs *args);
int td_cli_certificate_reprint (TdCliArgs *args);
int td_cli_certificate_files (TdCliArgs *args);
int td_cli_printer_reminder (TdCliArgs *args);
int td_cli_printer_calibrate (TdCliArgs *args);
int td_cli_subject_list (TdCliArgs *args);
int td_cli_subject_search (TdCliArgs *args);
int td_cli_list_export (TdCliArgs *args);
int td_cli_list_form (TdCliArgs *args);
int td_cli_subject_show (TdCliArgs *args);
int td_cli_subject_merge (TdCliArgs *args);
int td_cli_subject_split (TdCliArgs *args);
int td_cli_subject_distinct (TdCliArgs *args);
int td_cli_subject_match (TdCliArgs *args);
int td_cli_subject_confirm (TdCliArgs *args);
int td_cli_certificate_arrange (TdCliArgs *args);
int td_cli_certificate_changes (TdCliArgs *args);
int td_cli_template_list (TdCliArgs *args);
int td_cli_template_show (TdCliArgs *args);
int td_cli_template_check (TdCliArgs *args);
int td_cli_template_export (TdCliArgs *args);
int td_cli_template_import (TdCliArgs *args);
int td_cli_template_retire (TdCliArgs *args);
int td_cli_template_remove (TdCliArgs *args);
int td_cli_template_underlay (TdCliArgs *args);
int td_cli_printer_list (TdCliArgs *args);
int td_cli_printer_show (TdCliArgs *args);
int td_cli_printer_jobs (TdCliArgs *args);
int td_cli_printer_print (TdCliArgs *args);
int td_cli_printer_cancel (TdCliArgs *args);

/**
 * TdCliShowing:
 * @type: the kind of record
 * @id: which
 * @field: of the parts, that leads to the record
 * @order: (nullable): of the parts
 * @part_types: kinds of parts
 * @part_names: (array zero-terminated=1): their keys in JSON
 * @part_titles: what people read
 * @read_more: (nullable): what the record has beside its parts
 * @json_more: (nullable): tells it in the record's JSON
 * @print_more: (nullable): tells it in plain text
 * @change: (nullable): puts in place of the record and its parts what holds on @day, and in @sources by what document
 * @day: (nullable): ISO
 *
 * One record with the records that belong to it.
 */
typedef struct _TdCliShowing TdCliShowing;
struct _TdCliShowing
{
  GType type;
  gint64 id;
  const char *field;
  const char *order;
  const GType *part_types;
  const char *const *part_names;
  const char *const *part_titles;
  gpointer (*read_more) (TdConnection *connection, gint64 id, GError **error);
  void (*json_more) (gpointer more, JsonObject *object);
  void (*print_more) (gpointer more);
  gboolean (*change) (TdConnection *connection, TdCliShowing *showing, GError **error);
  const char *day;

  TdEntity *entity;
  GPtrArray *parts; /* of GPtrArray */
  GObject *more;
  GHashTable *sources; /* of the record or a part: the TdPlanChange it holds by */
};

/* What verbs share */
int td_cli_show (TdCliArgs *args, TdCliShowing *showing);
int td_cli_print_made (TdCliArgs *args, TdJob *job, gboolean writes);
int td_cli_print_pages (TdCliArgs *args, TdJob *job);
TdSecret *td_cli_read_passphrase (TdCliArgs *args, gboolean twice, int *exit_code);
TdSecret *td_cli_read_new_passphrase (TdCliArgs *args, int *exit_code);
gboolean td_cli_read_certificate_options (TdCliArgs *args, GArray *ids, TdCertificateOptions *options, int *code);
gboolean td_cli_check_outputs (TdCliArgs *args, const char *input, int *exit_code);
TdStore *td_cli_open (TdCliArgs *args, TdStoreMode mode, int *exit_code);
int td_cli_fail (const GError *error);
int td_cli_finish (TdJob *job, gboolean ok, const GError *error);
int td_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
gboolean td_cli_parse_id (const char *word, gint64 *id, int *exit_code);
gboolean td_cli_parse_ids (const char *text, GArray *ids, int *exit_code);
int td_cli_read (TdCliArgs *args, TdStoreFunc func, gpointer user_data);
int td_cli_run_job (TdCliArgs *args, TdJob *job, gboolean writes);
void td_cli_print_findings (GPtrArray *findings);
void td_cli_print_json_findings (GPtrArray *findings);
char *td_cli_display (TdEntity *entity, const TdField *field);
gboolean td_cli_set_values (TdCliArgs *args, TdEntity *entity, int *code);
void td_cli_print_fields (TdEntity *entity, int indent);
void td_cli_print_list (TdCliArgs *args, GListModel *records, const char *const *columns);
int td_cli_list (TdCliArgs *args, TdQuery *query, const char *const *columns);

G_END_DECLS
