/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "td-change-log.h"
#include "td-letter-template.h"
#include "td-office-jobs.h"
#include "td-random-jobs.h"

/* An office at random: running its jobs, and seeing what they did. */

const TdRandomJob *
td_random_job_find (const char *constructor)
{
  for (guint i = 0; i < td_n_random_jobs; i++)
    if (g_str_equal (td_random_jobs[i].constructor, constructor))
      return &td_random_jobs[i];
  return NULL;
}

const TdRandomJob *
td_random_office_choose (TdRandomOffice *self)
{
  guint total = 0, ticket;

  for (guint i = 0; i < td_n_random_jobs; i++)
    total += td_random_jobs[i].weight;
  ticket = g_rand_int_range (self->rand, 0, total);
  for (guint i = 0; i < td_n_random_jobs; i++)
    {
      if (ticket < td_random_jobs[i].weight)
        return &td_random_jobs[i];
      ticket -= td_random_jobs[i].weight;
    }
  g_assert_not_reached ();
}

/* Findings may stand in the way, a list may be empty, a rule of the data may be broken, a record
 * may be gone; anything else is wrong. */
gboolean
td_random_office_run (TdRandomOffice *self, const TdRandomJob *random_job)
{
  g_autoptr (TdJob) job = random_job->make (self);
  g_autoptr (GError) error = NULL;

  if (job == NULL)
    return FALSE;
  if (td_job_run (job, self->office->store, NULL, &error))
    return TRUE;
  if (error->domain != TD_JOB_ERROR && error->domain != TD_LETTER_TEMPLATE_ERROR && !g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_CONSTRAINT) && !g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_NOT_FOUND))
    g_error ("%s: %s", random_job->constructor, error->message);
  return FALSE;
}

/* Begins with an office that has its givers, a plan, units and nominations. */
void
td_random_office_begin (TdRandomOffice *self, TdTestOffice *office, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  const TdRandomJob *units = td_random_job_find ("td_unit_import_job");

  self->office = office;
  self->rand = g_rand_new_with_seed (seed);
  self->serial = 0;
  td_test_office_close (office);
  g_unlink (office->path);
  g_assert_true (td_office_create (office->path, "Sở Nội vụ tỉnh Đắk Lắk", "Đắk Lắk", "Tester", &error));
  td_test_office_reopen (office);
  while (!td_random_office_run (self, units))
    ;
}

void
td_random_office_end (TdRandomOffice *self)
{
  static const char *const files[] = { "nominations.csv", "list.csv", "rest.xlsx", "units.csv", "decision.pdf", "certificates.pdf", "plan.pdf", "plan.docx", "plan.odt" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->office->folder, files[i], NULL);

      g_unlink (path);
    }
  g_rand_free (self->rand);
}

static gboolean
head_cb (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) changes = td_change_log_list (connection, 1, error);

  if (changes != NULL && changes->len > 0)
    *(gint64 *) data = ((TdChange *) g_ptr_array_index (changes, 0))->seq;
  return changes != NULL;
}

/* The number of the last entry of the log. */
gint64
td_random_office_head (TdRandomOffice *self)
{
  gint64 seq = 0;

  g_assert_true (td_store_read (self->office->store, head_cb, &seq, NULL, NULL));
  return seq;
}

/* The sort keys and searched words, which no changeset holds and triggers keep. */
static void
dump_derived (sqlite3 *db, GString *dump)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id, hex(sort_key), words FROM %s_fts_key ORDER BY id", td_entity_class_of (types[i])->table);
      sqlite3_stmt *statement;

      if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
        continue; /* this one is not searched */
      while (sqlite3_step (statement) == SQLITE_ROW)
        g_string_append_printf (dump, "%s|%s|%s\n", sqlite3_column_text (statement, 0), sqlite3_column_text (statement, 1),
                                sqlite3_column_text (statement, 2));
      sqlite3_finalize (statement);
    }
}

char *
td_random_office_dump (TdRandomOffice *self)
{
  g_autofree char *records = td_test_office_dump (self->office);
  GString *dump = g_string_new (records);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->office->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  dump_derived (db, dump);
  sqlite3_close (db);
  return g_string_free (dump, FALSE);
}

/* The rules the check of the office finds broken, each once. */
char *
td_random_office_check (TdRandomOffice *self, const char *anchor)
{
  g_autoptr (TdJob) job = td_office_check_job (anchor);
  g_autoptr (GError) error = NULL;
  GString *rules = g_string_new (NULL);
  GPtrArray *findings;

  td_job_run (job, self->office->store, NULL, &error);
  g_assert_no_error (error);
  findings = td_job_get_findings (job);
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      if (strstr (rules->str, finding->rule) == NULL)
        g_string_append_printf (rules, "%s%s", rules->len > 0 ? ", " : "", finding->rule);
    }
  return g_string_free (rules, FALSE);
}
