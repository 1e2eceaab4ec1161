/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-demo"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "td-ceremony-jobs.h"
#include "td-data.h"
#include "td-decision-jobs.h"
#include "td-demo-nominations.h"
#include "td-demo.h"
#include "td-plan-jobs.h"
#include "td-stock-jobs.h"
#include "td-unit-act-jobs.h"
#include "td-unit-group-jobs.h"

/* The demo office: a whole office file of people who do not exist.
 *
 *   office, units, givers ─► blocs, an act, blanks ─► plans ─► nominations with their subjects ─► more subjects ─► decision
 *
 * Every part is a transaction of its own and starts chance anew from the seed and its number, so
 * the content depends on the options alone and memory does not grow with it. */

/* Records in one transaction. */
#define CHUNK_RECORDS 10000

/* Up to here all but a seventh of the nominations stand in the decision. */
#define DECIDED_MOST    10000
#define NOMINATIONS_ALL 20000

/* More subjects than these get their searched words all at once, in the end. */
#define SEARCHED_AT_ONCE 20000

#define BLOC_YEAR 2026

#define DECISION_NUMBER "15/QĐ-UBND"
#define CEREMONY_DAY    "2026-01-30"
#define MOST_CALLED     1000
#define DECISION_DATE   "2026-01-20"

/* The log is dated with the story: 2026-01-20 08:00 in Việt Nam. */
#define LOG_TIME 1768870800

/* In the order of TdDemoPlan. */
static const char *const plan_files[TD_DEMO_N_PLANS] = {
  "samples/plans/dak-lak-0124.txt",
  "samples/plans/dak-lak-8-percent.txt",
  "samples/plans/son-la.txt",
  "samples/plans/khanh-hoa.txt",
  "samples/plans/thai-nguyen-141.txt",
};

typedef struct
{
  TdDemoOffice office;
  TdStore *store;
  guint32 seed;
  guint n_subjects;
  guint step; /* counts the transactions */
  guint from; /* the records of the step under way */
  guint to;
  TdJobProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Demo;

static void
demo_clear (Demo *demo)
{
  g_clear_pointer (&demo->office.people, td_demo_people_free);
  g_clear_pointer (&demo->office.samples, td_samples_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demo, demo_clear)

static void
report (Demo *demo, guint n_done)
{
  /* The plans and the decision weigh as much as some thousand records. */
  const double fixed = 2000;
  double total = fixed + demo->n_subjects + demo->office.n_nominations;

  if (demo->progress != NULL)
    demo->progress ((fixed / 2 + n_done) / total, _ ("Making the demo office"), demo->progress_data);
}

/* Chance for one step; UUIDs have their own, which nothing but the seed and the step moves. */
static GRand *
begin_step (Demo *demo, TdConnection *connection)
{
  const guint32 seeds[] = { demo->seed, demo->step };

  td_connection_seed_uuids (connection, demo->seed * 2654435761u + demo->step);
  td_connection_set_log_time (connection, LOG_TIME);
  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

static gboolean
run_step (Demo *demo, TdStoreFunc func, GError **error)
{
  demo->step++;
  return td_store_write (demo->store, _ ("Demo data"), func, demo, demo->cancellable, error);
}

static gboolean
insert_all (TdConnection *connection, GPtrArray *entities, GError **error)
{
  for (guint i = 0; i < entities->len; i++)
    if (!td_connection_insert (connection, g_ptr_array_index (entities, i), error))
      return FALSE;
  return TRUE;
}

static void
set_parents (GPtrArray *units, guint first, TdUnit *parent)
{
  for (guint i = first; i < units->len; i++)
    g_object_set (g_ptr_array_index (units, i), "parent-id", td_entity_get_id (TD_ENTITY (parent)), NULL);
}

static gboolean
insert_office (TdConnection *connection, gpointer data, GError **error)
{
  Demo *demo = data;
  TdSamples *samples = demo->office.samples;
  TdUnit *province = g_ptr_array_index (samples->province, 0);
  g_autoptr (GRand) rand = begin_step (demo, connection);

  if (!td_connection_insert (connection, samples->office, error) || !td_connection_insert (connection, province, error))
    return FALSE;
  set_parents (samples->bodies, 0, province);
  set_parents (samples->province, 1, province);
  for (guint i = 1; i < samples->province->len; i++)
    g_object_set (g_ptr_array_index (samples->province, i), "place-id", td_entity_get_id (TD_ENTITY (province)), NULL);
  g_object_set (samples->ended, "parent-id", td_entity_get_id (TD_ENTITY (province)), NULL);
  if (!insert_all (connection, samples->bodies, error))
    return FALSE;
  for (guint i = 1; i < samples->province->len; i++)
    if (!td_connection_insert (connection, g_ptr_array_index (samples->province, i), error))
      return FALSE;
  if (!td_connection_insert (connection, samples->ended, error))
    return FALSE;
  g_object_set (g_ptr_array_index (samples->givers, 0), "unit-id", td_entity_get_id (TD_ENTITY (province)), NULL);
  g_object_set (g_ptr_array_index (samples->givers, 1), "unit-id", td_entity_get_id (g_ptr_array_index (samples->bodies, 0)), NULL);
  return insert_all (connection, samples->givers, error) && td_unit_groups_seed (connection, error);
}

/* A transaction that changes nothing leaves no entry in the log. */
static gboolean
seed_only (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GRand) rand = begin_step (data, connection);

  return TRUE;
}

static gboolean
run_job (Demo *demo, TdJob *job, GError **error)
{
  return run_step (demo, seed_only, error) && td_job_run (job, demo->store, demo->cancellable, error);
}

static gint64
find_unit (TdSamples *samples, const char *name)
{
  GPtrArray *lists[] = { samples->bodies, samples->province };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (g_str_equal (((TdUnit *) g_ptr_array_index (lists[i], j))->name, name))
        return td_entity_get_id (g_ptr_array_index (lists[i], j));
  g_assert_not_reached ();
}

static gboolean
insert_blocs (TdConnection *connection, gpointer data, GError **error)
{
  Demo *demo = data;
  TdSamples *samples = demo->office.samples;
  g_autoptr (GRand) rand = begin_step (demo, connection);

  for (guint i = 0; i < samples->blocs->len; i++)
    {
      TdBloc *bloc = g_ptr_array_index (samples->bloc_records, i);
      const TdSampleWords *members = g_ptr_array_index (samples->blocs, i);

      g_object_set (bloc, "year", (gint64) BLOC_YEAR, "head-id", find_unit (samples, td_sample_words_get (members, 0)),
                    "deputy-id", find_unit (samples, td_sample_words_get (members, 1)), NULL);
      if (!td_connection_insert (connection, bloc, error))
        return FALSE;
      for (guint j = 0; j < td_sample_words_get_n (members); j++)
        {
          g_autoptr (TdBlocMember) member = g_object_new (TD_TYPE_BLOC_MEMBER, "bloc-id", td_entity_get_id (TD_ENTITY (bloc)), "position", (gint64) j + 1,
                                                          "unit-id", find_unit (samples, td_sample_words_get (members, j)), NULL);

          if (!td_connection_insert (connection, member, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* The district ended with its level of government; its communes go on. */
static gboolean
end_unit (Demo *demo, GError **error)
{
  TdSamples *samples = demo->office.samples;
  const TdSampleWords *heirs = td_samples_get_texts (samples, "ended_heirs");
  g_autoptr (GPtrArray) into = g_ptr_array_new ();
  g_autoptr (TdJob) job = NULL;

  for (guint i = 0; i < samples->province->len; i++)
    for (guint j = 0; j < td_sample_words_get_n (heirs); j++)
      if (g_str_equal (((TdUnit *) g_ptr_array_index (samples->province, i))->name, td_sample_words_get (heirs, j)))
        g_ptr_array_add (into, g_ptr_array_index (samples->province, i));
  job = td_unit_split_job (samples->ended_act, td_entity_get_id (TD_ENTITY (samples->ended)), into, FALSE);
  return run_job (demo, job, error);
}

/* Nobody in the demo is called like a person who signed one of the plans. */
static gboolean
avoid_signer (TdConnection *connection, gpointer data, GError **error)
{
  Demo *demo = data;

  for (guint i = 0; i < TD_DEMO_N_PLANS; i++)
    {
      g_autoptr (TdPlan) plan = td_connection_get (connection, TD_TYPE_PLAN, demo->office.plans[i], error);

      if (plan == NULL)
        return FALSE;
      td_demo_people_avoid (demo->office.people, plan->signer_name);
    }
  return TRUE;
}

static gboolean
import_plans (Demo *demo, GError **error)
{
  for (guint i = 0; i < TD_DEMO_N_PLANS; i++)
    {
      g_autoptr (GBytes) text = td_data_lookup (plan_files[i], error);
      g_autoptr (TdJob) job = text != NULL ? td_plan_import_text_job (text) : NULL;

      if (job == NULL || !run_job (demo, job, error))
        return FALSE;
      demo->office.plans[i] = td_job_get_id (job);
    }
  return td_store_read (demo->store, avoid_signer, demo, demo->cancellable, error);
}

static gboolean
insert_nominations (TdConnection *connection, gpointer data, GError **error)
{
  Demo *demo = data;
  g_autoptr (GRand) rand = begin_step (demo, connection);

  for (guint i = demo->from; i < demo->to; i++)
    {
      g_autoptr (TdSubject) subject = NULL;
      g_autoptr (TdNomination) nomination = td_demo_nomination_make (&demo->office, i, rand, &subject);

      if (!td_connection_insert (connection, subject, error))
        return FALSE;
      g_object_set (nomination, "subject-id", td_entity_get_id (TD_ENTITY (subject)), NULL);
      if (!td_connection_insert (connection, nomination, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_subjects (TdConnection *connection, gpointer data, GError **error)
{
  Demo *demo = data;
  g_autoptr (GRand) rand = begin_step (demo, connection);

  for (guint i = demo->from; i < demo->to; i++)
    {
      g_autoptr (TdSubject) subject = td_demo_people_make_person (demo->office.people, i, NULL, rand);

      if (!td_connection_insert (connection, subject, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
suspend_search (TdConnection *connection, gpointer data, GError **error)
{
  return td_connection_suspend_search (connection, TD_TYPE_SUBJECT, error);
}

static gboolean
insert_people (Demo *demo, GError **error)
{
  guint n = demo->office.n_nominations;

  if (demo->n_subjects > SEARCHED_AT_ONCE && !run_step (demo, suspend_search, error))
    return FALSE;
  for (demo->from = 0; demo->from < n; demo->from = demo->to)
    {
      demo->to = MIN (n, demo->from + CHUNK_RECORDS / 2);
      if (!run_step (demo, insert_nominations, error))
        return FALSE;
      report (demo, 2 * demo->to);
    }
  for (demo->from = n; demo->from < demo->n_subjects; demo->from = demo->to)
    {
      demo->to = MIN (demo->n_subjects, demo->from + CHUNK_RECORDS);
      if (!run_step (demo, insert_subjects, error))
        return FALSE;
      report (demo, n + demo->to);
    }
  return TRUE;
}

/* The first nominations have the first ids: they are listed first, and in this order. */
static gboolean
list_decided (TdConnection *connection, gpointer data, GError **error)
{
  GArray *ids = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);
  g_autoptr (GPtrArray) nominations = td_connection_list_page (connection, query, 0, ids->len, error);

  for (guint i = 0; nominations != NULL && i < nominations->len; i++)
    g_array_index (ids, gint64, i) = td_entity_get_id (g_ptr_array_index (nominations, i));
  return nominations != NULL;
}

/* What a clerk adds to the draft: which letter it follows. */
static gboolean
set_proposal (TdConnection *connection, gpointer data, GError **error)
{
  Demo *demo = data;
  g_autoptr (GRand) rand = begin_step (demo, connection);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION);
  g_autoptr (TdDecision) decision = td_connection_find (connection, query, error);

  if (decision == NULL)
    return FALSE;
  g_object_set (decision, "proposal", td_samples_get_text (demo->office.samples, "proposal"), NULL);
  return td_connection_update (connection, decision, error);
}

/* A day on which that decision is handed over, unless no hall would hold them all. */
static gboolean
make_ceremony (Demo *demo, gint64 decision_id, guint n_awards, GError **error)
{
  g_autoptr (TdCeremony) ceremony = g_object_new (TD_TYPE_CEREMONY, "name", td_samples_get_text (demo->office.samples, "ceremony"), "place", td_samples_get_text (demo->office.samples, "ceremony_place"),
                                                  "day", CEREMONY_DAY, "hour", "8 giờ 00", NULL);
  g_autoptr (TdJob) job = td_ceremony_new_job (ceremony, &decision_id, n_awards <= MOST_CALLED ? 1 : 0, TD_CEREMONY_ORDER_FORM);

  return run_job (demo, job, error);
}

static gboolean
make_decision (Demo *demo, GError **error)
{
  g_autoptr (GArray) ids = g_array_set_size (g_array_new (FALSE, TRUE, sizeof (gint64)), demo->office.n_decided);
  gint64 giver_id = td_entity_get_id (g_ptr_array_index (demo->office.samples->givers, 0));
  g_autoptr (TdJob) draft = NULL;
  g_autoptr (TdJob) issue = NULL;

  if (ids->len == 0)
    return TRUE;
  if (!td_store_read (demo->store, list_decided, ids, demo->cancellable, error))
    return FALSE;
  draft = td_decision_draft_job (demo->office.plans[TD_DEMO_PLAN_CONGRESS], giver_id, NULL,
                                 (const gint64 *) ids->data, ids->len, TRUE);
  if (!run_job (demo, draft, error) || !run_step (demo, set_proposal, error))
    return FALSE;
  issue = td_decision_issue_job (td_job_get_id (draft), DECISION_NUMBER, DECISION_DATE);
  return run_job (demo, issue, error) && make_ceremony (demo, td_job_get_id (draft), ids->len, error);
}

static gboolean
receive_blanks (Demo *demo, GError **error)
{
  TdSamples *samples = demo->office.samples;

  for (guint i = 0; i < samples->stocks->len; i++)
    {
      g_autoptr (TdJob) add = td_stock_add_job (g_ptr_array_index (samples->stocks, i), g_ptr_array_index (samples->carried, i));
      g_autoptr (TdJob) receive = NULL;
      TdStockPack *pack = g_ptr_array_index (samples->packs, i);

      if (!run_job (demo, add, error))
        return FALSE;
      g_object_set (pack, "stock-id", td_job_get_id (add), NULL);
      receive = td_stock_receive_job (pack);
      if (!run_job (demo, receive, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (Demo *demo, GError **error)
{
  TdDemoOffice *office = &demo->office;

  if (!run_step (demo, insert_office, error) || !run_step (demo, insert_blocs, error) || !end_unit (demo, error) || !receive_blanks (demo, error))
    return FALSE;
  office->people = td_demo_people_new (office->samples, demo->seed);
  if (!import_plans (demo, error))
    return FALSE;
  report (demo, 0);
  return insert_people (demo, error) && make_decision (demo, error);
}

static void
close_store (Demo *demo, GMainContext *context)
{
  td_store_close (demo->store);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_clear_object (&demo->store);
}

/* The store tells of its changes in a context of our own: nobody listens to a file that is not
 * there yet. */
static gboolean
fill_file (Demo *demo, const char *path, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  gboolean ok;

  if (!td_store_create (path, error))
    return FALSE;
  g_main_context_push_thread_default (context);
  demo->store = td_store_open (path, TD_STORE_WRITE, _ ("Demo"), error);
  ok = demo->store != NULL && fill (demo, error);
  if (demo->store != NULL)
    close_store (demo, context);
  if (ok && demo->n_subjects > SEARCHED_AT_ONCE)
    {
      /* Opening makes the words that were put off. */
      demo->store = td_store_open (path, TD_STORE_WRITE, _ ("Demo"), error);
      ok = demo->store != NULL;
      if (ok)
        close_store (demo, context);
    }
  g_main_context_pop_thread_default (context);
  return ok;
}

static void
remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

static gboolean
refuse_existing (GError **error)
{
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_EXISTS,
                       _ ("There is a file of this name already; it was left untouched."));
  return FALSE;
}

/* A link refuses to replace a file that has appeared meanwhile; where there are no links, a
 * rename has to do. */
static gboolean
publish (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (link (temporary, path) != 0)
    {
      if (errno == EEXIST)
        return refuse_existing (error);
      if (g_rename (temporary, path) != 0)
        {
          g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_UNREACHABLE,
                       _ ("The office file cannot be made there: %s."), g_strerror (errno));
          return FALSE;
        }
    }
  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
  return TRUE;
}

/**
 * td_demo_create:
 * @path: where; there must be no file yet
 * @options: (nullable): how large, %NULL for #TD_DEMO_OPTIONS_INIT
 * @progress: (nullable): told on this thread how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Makes an office file that shows what the program does: Sở Nội vụ of Đắk Lắk with the units of
 * the province, five plans as they were published, people who do not exist, their nominations,
 * and a decision. Of up to 20,000 nominations six sevenths stand in that one issued decision; of
 * more, 10,000 do, as no decision is longer. Three of the others are blocked by a rule each.
 *
 * The content depends on @options alone. The file is made beside @path and appears there whole or
 * not at all. This waits: it is not for the main thread of the window.
 *
 * Returns: whether it is there
 */
gboolean
td_demo_create (const char *path, const TdDemoOptions *options, TdJobProgress progress, gpointer user_data,
                GCancellable *cancellable, GError **error)
{
  const TdDemoOptions usual = TD_DEMO_OPTIONS_INIT;
  g_auto (Demo) demo = { .progress = progress, .progress_data = user_data, .cancellable = cancellable };
  g_autofree char *temporary = NULL;
  guint n;
  gboolean ok;

  g_return_val_if_fail (path != NULL, FALSE);

  if (options == NULL)
    options = &usual;
  if (options->subjects > TD_DEMO_MAXIMUM || options->nominations > TD_DEMO_MAXIMUM)
    {
      g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT,
                   _ ("The demo office holds at most %d subjects and nominations."), TD_DEMO_MAXIMUM);
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse_existing (error);
  demo.office.samples = td_samples_load (error);
  if (demo.office.samples == NULL)
    return FALSE;
  n = options->nominations;
  demo.seed = options->seed;
  demo.n_subjects = MAX (options->subjects, n);
  demo.office.n_nominations = n;
  demo.office.n_decided = n <= NOMINATIONS_ALL ? n - n / 7 : DECIDED_MOST;
  temporary = g_strdup_printf ("%s.%08x", path, g_random_int ());
  ok = fill_file (&demo, temporary, error) && publish (temporary, path, error);
  remove_file (temporary);
  if (ok && progress != NULL)
    progress (1, _ ("Making the demo office"), user_data);
  return ok;
}
