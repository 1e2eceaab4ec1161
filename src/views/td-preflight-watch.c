/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-preflight-watch"

#include "config.h"

#include "td-preflight-watch.h"

/* Keeps an eye on the certificates of the decision that is looked at: what preflight finds is known before
 * anybody asks for it. A newer question stops the older. */

/* So long the typing or stepping pauses before all pages are laid out. */
#define PAUSE_MS 200

struct _TdPreflightWatch
{
  GObject parent_instance;

  TdSession *session;
  gint64 decision_id;
  TdCertificateOptions options; /* without a template */
  char *template_name;
  GArray *except_ids; /* gint64 */
  guint pause_id;
  GCancellable *cancellable; /* of the look under way */
  TdPreflight *preflight;    /* NULL while it is not known */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPreflightWatch, td_preflight_watch, G_TYPE_OBJECT)

static void
stop (TdPreflightWatch *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
td_preflight_watch_dispose (GObject *object)
{
  TdPreflightWatch *self = TD_PREFLIGHT_WATCH (object);

  stop (self);
  g_clear_object (&self->session);
  g_clear_object (&self->preflight);
  G_OBJECT_CLASS (td_preflight_watch_parent_class)->dispose (object);
}

static void
td_preflight_watch_finalize (GObject *object)
{
  g_free (TD_PREFLIGHT_WATCH (object)->template_name);
  g_array_unref (TD_PREFLIGHT_WATCH (object)->except_ids);
  G_OBJECT_CLASS (td_preflight_watch_parent_class)->finalize (object);
}

static void
td_preflight_watch_class_init (TdPreflightWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_preflight_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_preflight_watch_finalize;
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_PREFLIGHT_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_preflight_watch_init (TdPreflightWatch *self)
{
  self->except_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
looked_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPreflightWatch *self = owner;

  if (self->session == NULL || self->cancellable == NULL || g_object_get_data (G_OBJECT (job), "td-look") != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  g_set_object (&self->preflight, error == NULL ? td_job_get_object (job) : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
paused_cb (gpointer user_data)
{
  TdPreflightWatch *self = user_data;
  TdCertificateOptions options = self->options;
  TdJob *job;

  self->pause_id = 0;
  options.template_name = self->template_name;
  options.except_ids = (const gint64 *) (gpointer) self->except_ids->data;
  options.n_except = self->except_ids->len;
  job = td_preflight_job (self->decision_id, &options);
  self->cancellable = g_cancellable_new ();
  g_object_set_data (G_OBJECT (job), "td-look", self->cancellable);
  td_session_run_cancellable (self->session, job, TD_RUN_QUIET, self->cancellable, looked_cb, self);
  return G_SOURCE_REMOVE;
}

/* The office has changed: what was known may be over. */
static void
look_again (TdPreflightWatch *self)
{
  gboolean known = self->preflight != NULL;

  stop (self);
  g_clear_object (&self->preflight);
  if (known)
    g_signal_emit (self, signals[CHANGED], 0);
  if (self->decision_id != 0)
    self->pause_id = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/**
 * td_preflight_watch_new:
 * @session: where the awards are
 *
 * Emits "changed" when the answer to the last question is there, or none can be had.
 *
 * Returns: (transfer full): a watch that looks at nothing yet
 */
TdPreflightWatch *
td_preflight_watch_new (TdSession *session)
{
  TdPreflightWatch *self = g_object_new (TD_TYPE_PREFLIGHT_WATCH, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * td_preflight_watch_ask:
 * @self: a watch
 * @decision_id: a decision, 0 for none
 * @options: what all its certificates are to be printed on
 *
 * Looks at them, and again whenever the office changes.
 */
void
td_preflight_watch_ask (TdPreflightWatch *self, gint64 decision_id, const TdCertificateOptions *options)
{
  self->decision_id = decision_id;
  g_free (self->template_name);
  self->template_name = g_strdup (options->template_name);
  self->options = *options;
  self->options.template_name = NULL;
  self->options.award_ids = NULL;
  self->options.n_awards = 0;
  g_array_set_size (self->except_ids, 0);
  g_array_append_vals (self->except_ids, options->except_ids, options->n_except);
  look_again (self);
}

/**
 * td_preflight_watch_get:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): what was found, %NULL while it is not known
 */
TdPreflight *
td_preflight_watch_get (TdPreflightWatch *self)
{
  return self->preflight;
}

/**
 * td_preflight_watch_dup_marks:
 * @self: a watch
 *
 * Returns: (transfer full) (nullable) (element-type gint64 TdSeverity): the heaviest finding of each certificate that has
 *   one which stops; %NULL while it is not known
 */
GHashTable *
td_preflight_watch_dup_marks (TdPreflightWatch *self)
{
  GHashTable *marks;

  if (self->preflight == NULL)
    return NULL;
  marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->preflight->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (self->preflight->findings, i);
      int heaviest = GPOINTER_TO_INT (g_hash_table_lookup (marks, &finding->subject_id));

      if (finding->subject_id != 0 && (int) finding->severity > MAX (heaviest, TD_SEVERITY_INFO))
        g_hash_table_insert (marks, g_memdup2 (&finding->subject_id, sizeof (gint64)), GINT_TO_POINTER (finding->severity));
    }
  return marks;
}
