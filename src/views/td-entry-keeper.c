/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-keeper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-entry-keeper.h"

/* The lines of entry by hand and the office file: keeps lines, and lets them follow what happens
 * to their nominations elsewhere. One job for a line at a time. */

struct _TdEntryKeeper
{
  GObject parent_instance;

  TdSession *session;
  TdEntryWords *words;
  GPtrArray *lines;
  GHashTable *saving;  /* lines under way */
  GHashTable *waiting; /* lines to be kept again after that → what is common to new lines */
  gboolean reading;
  gboolean read_again;
  gboolean asking_words;
};

enum
{
  SHOWN,
  TAKEN,
  READY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdEntryKeeper, td_entry_keeper, G_TYPE_OBJECT)

static void
tell (TdEntryKeeper *self)
{
  g_signal_emit (self, signals[SHOWN], 0);
}

/* Reading back */

static void read_lines (TdEntryKeeper *self);

static void
read_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdEntryKeeper *self = owner;

  self->reading = FALSE;
  if (self->session == NULL)
    return;
  if (g_hash_table_size (self->saving) > 0)
    self->read_again = TRUE; /* what was read is older than what is on its way */
  else if (error == NULL && !self->read_again)
    td_entry_lines_were_read (self->lines, job);
  if (self->read_again && g_hash_table_size (self->saving) == 0)
    read_lines (self);
  tell (self);
}

static void
read_lines (TdEntryKeeper *self)
{
  self->read_again = self->reading || g_hash_table_size (self->saving) > 0;
  if (self->read_again || self->session == NULL)
    return;
  self->reading = TRUE;
  td_session_run (self->session, td_entry_lines_read_job (self->lines), TD_RUN_QUIET, read_cb, self);
}

/* Keeping */

static void
take_error (TdEntryLine *line, TdJob *job, const GError *error)
{
  g_autoptr (GPtrArray) findings = NULL;

  td_entry_line_set_wanted (line, TRUE);
  if (g_error_matches (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED))
    {
      td_entry_line_set_findings (line, td_job_get_findings (job));
      return;
    }
  findings = td_findings_new ();
  g_ptr_array_add (findings, td_finding_new ("not-kept", TD_SEVERITY_BLOCK, "%s", error->message));
  td_entry_line_set_findings (line, findings);
}

static void
kept_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdEntryKeeper *self = owner;
  g_autoptr (TdEntryLine) line = g_object_ref (g_object_get_data (G_OBJECT (job), "td-line"));
  gboolean keeps = !td_entry_line_is_kept (line);

  g_hash_table_remove (self->saving, line);
  if (self->session == NULL)
    return;
  if (error != NULL)
    take_error (line, job, error);
  else
    {
      td_entry_line_saved (line, td_job_get_id (job));
      td_entry_line_set_findings (line, td_job_get_findings (job));
      td_entry_words_take_post (self->words, td_entry_line_get_text (line, TD_ENTRY_POST));
      g_signal_emit (self, signals[TAKEN], 0, line, keeps);
    }
  read_lines (self);
  tell (self);
}

static gboolean
may_start (TdEntryKeeper *self, TdEntryLine *line)
{
  return g_hash_table_contains (self->waiting, line) && !g_hash_table_contains (self->saving, line) && !td_entry_line_is_awaited (line);
}

static void
start (TdEntryKeeper *self, TdEntryLine *line)
{
  g_autoptr (TdNomination) common = g_object_ref (g_hash_table_lookup (self->waiting, line));
  TdJob *job;

  g_hash_table_remove (self->waiting, line);
  job = td_entry_line_is_wanted (line) ? td_entry_line_save_job (line, self->words, common) : NULL;
  if (job == NULL)
    return;
  g_hash_table_add (self->saving, g_object_ref (line));
  g_object_set_data_full (G_OBJECT (job), "td-line", g_object_ref (line), g_object_unref);
  td_session_run (self->session, job, TD_RUN_QUIET, kept_cb, self);
}

/* In their order. Between keeping a line and reading it back it cannot be kept again: it does not
 * know its nomination yet. */
static void
start_waiting (TdEntryKeeper *self)
{
  if (self->words == NULL || self->session == NULL || g_hash_table_size (self->waiting) == 0)
    return;
  for (guint i = 0; i < self->lines->len; i++)
    if (may_start (self, g_ptr_array_index (self->lines, i)))
      start (self, g_ptr_array_index (self->lines, i));
}

/* Words */

static void
words_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdEntryKeeper *self = owner;

  self->asking_words = FALSE;
  if (error != NULL || self->session == NULL)
    return;
  g_set_object (&self->words, td_job_get_object (job));
  g_signal_emit (self, signals[READY], 0);
  start_waiting (self);
  tell (self);
}

static void
td_entry_keeper_finalize (GObject *object)
{
  TdEntryKeeper *self = TD_ENTRY_KEEPER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->words);
  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->saving);
  g_hash_table_unref (self->waiting);
  G_OBJECT_CLASS (td_entry_keeper_parent_class)->finalize (object);
}

static void
td_entry_keeper_class_init (TdEntryKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_entry_keeper_finalize;

  /**
   * TdEntryKeeper::shown:
   *
   * Lines may say something else than before.
   */
  signals[SHOWN] = g_signal_new_class_handler ("shown", TD_TYPE_ENTRY_KEEPER, G_SIGNAL_RUN_LAST, G_CALLBACK (start_waiting), NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdEntryKeeper::taken:
   * @line: a line
   * @keeps: whether it was new
   *
   * The office file has taken a line as one action.
   */
  signals[TAKEN] = g_signal_new ("taken", TD_TYPE_ENTRY_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, TD_TYPE_ENTRY_LINE, G_TYPE_BOOLEAN);
  signals[READY] = g_signal_new ("ready", TD_TYPE_ENTRY_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_entry_keeper_init (TdEntryKeeper *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->saving = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->waiting = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
}

/**
 * td_entry_keeper_new:
 * @session: where the lines are kept
 *
 * Returns: (transfer full): a keeper without lines
 */
TdEntryKeeper *
td_entry_keeper_new (TdSession *session)
{
  TdEntryKeeper *self = g_object_new (TD_TYPE_ENTRY_KEEPER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (read_lines), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * td_entry_keeper_stop:
 * @self: a keeper
 *
 * Nobody looks any more: answers that are on their way are not listened to.
 */
void
td_entry_keeper_stop (TdEntryKeeper *self)
{
  g_clear_object (&self->session);
}

/**
 * td_entry_keeper_get_session:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): where the lines are kept
 */
TdSession *
td_entry_keeper_get_session (TdEntryKeeper *self)
{
  return self->session;
}

/**
 * td_entry_keeper_ask_words:
 * @self: a keeper
 *
 * Reads units and posts again: "ready".
 */
void
td_entry_keeper_ask_words (TdEntryKeeper *self)
{
  if (self->asking_words || self->session == NULL)
    return;
  self->asking_words = TRUE;
  td_session_run (self->session, td_entry_words_job (), 0, words_cb, self);
}

/**
 * td_entry_keeper_get_words:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): what cells know, when that has been read
 */
TdEntryWords *
td_entry_keeper_get_words (TdEntryKeeper *self)
{
  return self->words;
}

/**
 * td_entry_keeper_add:
 * @self: a keeper
 *
 * Returns: (transfer none): a new line at the end; it is of the kind of the one before
 */
TdEntryLine *
td_entry_keeper_add (TdEntryKeeper *self)
{
  TdEntryLine *line = td_entry_line_new ();
  g_autofree char *person = td_entry_words_spell (self->words, TD_ENTRY_KIND, _ ("Person"));

  if (self->lines->len > 0)
    td_entry_line_set_text (line, TD_ENTRY_KIND, td_entry_line_get_text (g_ptr_array_index (self->lines, self->lines->len - 1), TD_ENTRY_KIND));
  if (*td_entry_line_get_text (line, TD_ENTRY_KIND) == '\0')
    td_entry_line_set_text (line, TD_ENTRY_KIND, person);
  g_ptr_array_add (self->lines, line);
  return line;
}

/**
 * td_entry_keeper_keep:
 * @self: a keeper
 * @line: a line
 * @common: what all new lines share
 *
 * Keeps what the line says, when that is wanted and nothing blocks it; what blocks becomes its
 * findings.
 */
void
td_entry_keeper_keep (TdEntryKeeper *self, TdEntryLine *line, TdNomination *common)
{
  if (!td_entry_line_is_wanted (line))
    return;
  g_hash_table_insert (self->waiting, g_object_ref (line), td_entity_copy (common));
  tell (self);
}

/**
 * td_entry_keeper_is_busy:
 * @self: a keeper
 *
 * Returns: whether lines are on their way into the office file
 */
gboolean
td_entry_keeper_is_busy (TdEntryKeeper *self)
{
  gboolean may_start_later = self->words != NULL || self->asking_words;

  return g_hash_table_size (self->saving) > 0 || (may_start_later && g_hash_table_size (self->waiting) > 0);
}

/**
 * td_entry_keeper_count_unkept:
 * @self: a keeper
 *
 * Returns: how many lines say what is not in the office file
 */
guint
td_entry_keeper_count_unkept (TdEntryKeeper *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += td_entry_line_is_wanted (g_ptr_array_index (self->lines, i));
  return n;
}

/**
 * td_entry_keeper_count_kept:
 * @self: a keeper
 *
 * Returns: how many lines are in the office file
 */
guint
td_entry_keeper_count_kept (TdEntryKeeper *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += td_entry_line_is_kept (g_ptr_array_index (self->lines, i));
  return n;
}
