/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-session"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-session.h"

/* An open office file as the window knows it: jobs are run through it, and what comes of them is
 * told by signals, so that no page knows the window. */

struct _TdSession
{
  GObject parent_instance;

  TdStore *store;
  gboolean closed;
  char *undo_name; /* NULL when there is nothing to undo */
  char *redo_name;
  GCancellable *cancellable; /* of the long job under way */
  double fraction;
  char *progress_text;
  gint64 ceremony_id; /* chosen last */
  gboolean asking_names;
  gboolean ask_names_again;
};

enum
{
  PROP_0,
  PROP_READ_ONLY,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_RUNNING,
  PROP_FRACTION,
  PROP_PROGRESS_TEXT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  TOLD,
  SHOWN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdSession, td_session, G_TYPE_OBJECT)

typedef struct
{
  TdSession *session;
  TdRunFlags flags;
  TdRunDone done;
  GObject *owner;
} Run;

static void
take_text (TdSession *self, char **place, char *text, int prop)
{
  if (g_strcmp0 (*place, text) == 0)
    {
      g_free (text);
      return;
    }
  g_free (*place);
  *place = text;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

/* What can be undone and redone */

typedef struct
{
  char *undo;
  char *redo;
} Names;

static void
names_free (Names *names)
{
  g_free (names->undo);
  g_free (names->redo);
  g_free (names);
}

static gboolean
names_cb (TdConnection *connection, gpointer user_data, GError **error)
{
  Names *names = user_data;
  g_autoptr (TdChange) undo = NULL;
  g_autoptr (TdChange) redo = NULL;

  if (!td_change_log_get_next (connection, &undo, &redo, error))
    return FALSE;
  names->undo = undo != NULL ? g_strdup (undo->name) : NULL;
  names->redo = redo != NULL ? g_strdup (redo->name) : NULL;
  return TRUE;
}

static void ask_names (TdSession *self);

static void
named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdSession) self = user_data;
  g_autoptr (GError) error = NULL;
  Names *names = td_store_read_finish (TD_STORE (source), result, &error);

  self->asking_names = FALSE;
  if (names == NULL)
    {
      g_debug ("%s", error->message);
      return;
    }
  take_text (self, &self->undo_name, g_steal_pointer (&names->undo), PROP_UNDO_NAME);
  take_text (self, &self->redo_name, g_steal_pointer (&names->redo), PROP_REDO_NAME);
  if (self->ask_names_again && !self->closed)
    ask_names (self);
}

static void
ask_names (TdSession *self)
{
  if (self->closed)
    return;
  self->ask_names_again = self->asking_names;
  if (self->asking_names)
    return;
  self->asking_names = TRUE;
  td_store_read_async (self->store, names_cb, g_new0 (Names, 1), (GDestroyNotify) names_free, NULL,
                       named_cb, g_object_ref (self));
}

/* A job that went well is told by the name the log gave it. */
static void
tell_name_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdSession) self = user_data;
  Names *names = td_store_read_finish (TD_STORE (source), result, NULL);

  if (names != NULL && names->undo != NULL)
    g_signal_emit (self, signals[TOLD], 0, names->undo, TRUE);
}

/* Running jobs */

static void
set_running (TdSession *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  self->fraction = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  take_text (self, &self->progress_text, NULL, PROP_PROGRESS_TEXT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
progress_cb (double fraction, const char *text, gpointer user_data)
{
  TdSession *self = user_data;

  if (self->cancellable == NULL)
    return;
  self->fraction = CLAMP (fraction, 0, 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  take_text (self, &self->progress_text, g_strdup (text), PROP_PROGRESS_TEXT);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TdJob *job = TD_JOB (source);
  Run *run = user_data;
  TdSession *self = run->session;
  g_autoptr (GError) error = NULL;
  gboolean cancelled;

  td_job_run_finish (job, result, &error);
  td_job_set_progress (job, NULL, NULL);
  cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (run->flags & TD_RUN_LONG)
    set_running (self, NULL);
  if (error != NULL && !cancelled && !(run->flags & TD_RUN_QUIET))
    td_session_fail (self, error->message, td_job_get_findings (job));
  if (error == NULL && (run->flags & TD_RUN_SAVED) && !self->closed)
    td_session_tell (self, _ ("The file is saved."));
  if (error == NULL && (run->flags & TD_RUN_TELL) && !self->closed)
    td_store_read_async (self->store, names_cb, g_new0 (Names, 1), (GDestroyNotify) names_free, NULL,
                         tell_name_cb, g_object_ref (self));
  if (run->done != NULL)
    run->done (job, error, run->owner);
  g_clear_object (&run->owner);
  g_object_unref (run->session);
  g_free (run);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = td_store_undo_finish (TD_STORE (source), result, &error);
  gboolean redo = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (result), "redo"));
  g_autofree char *text = NULL;

  if (name != NULL)
    /* Translators: the name of an action, such as “Import 312 nominations” */
    text = g_strdup_printf (redo ? _ ("Redone: %s") : _ ("Undone: %s"), name);
  g_signal_emit (self, signals[TOLD], 0, text != NULL ? text : error->message, FALSE);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_object_set_data (G_OBJECT (result), "redo", GINT_TO_POINTER (TRUE));
  undone_cb (source, result, user_data);
}

static void
td_session_finalize (GObject *object)
{
  TdSession *self = TD_SESSION (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_free (self->undo_name);
  g_free (self->redo_name);
  g_free (self->progress_text);
  G_OBJECT_CLASS (td_session_parent_class)->finalize (object);
}

static void
td_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TdSession *self = TD_SESSION (object);

  switch (prop_id)
    {
    case PROP_READ_ONLY: g_value_set_boolean (value, td_session_is_read_only (self)); break;
    case PROP_UNDO_NAME: g_value_set_string (value, self->undo_name); break;
    case PROP_REDO_NAME: g_value_set_string (value, self->redo_name); break;
    case PROP_RUNNING: g_value_set_boolean (value, self->cancellable != NULL); break;
    case PROP_FRACTION: g_value_set_double (value, self->fraction); break;
    case PROP_PROGRESS_TEXT: g_value_set_string (value, self->progress_text); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
td_session_class_init (TdSessionClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->finalize = td_session_finalize;
  G_OBJECT_CLASS (klass)->get_property = td_session_get_property;
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_PROGRESS_TEXT] = g_param_spec_string ("progress-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * TdSession::told:
   * @text: what has happened, translated
   * @undo: whether Undo takes it back
   */
  signals[TOLD] = g_signal_new ("told", TD_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * TdSession::shown:
   * @heading: what it is about, translated
   * @text: (nullable): the sentence to read, translated
   * @findings: (nullable): what was found
   *
   * News that a person has to read.
   */
  signals[SHOWN] = g_signal_new ("shown", TD_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_PTR_ARRAY);
}

static void
td_session_init (TdSession *self)
{
}

/**
 * td_session_new:
 * @store: an open office file
 *
 * Returns: (transfer full): the window's hold on it
 */
TdSession *
td_session_new (TdStore *store)
{
  TdSession *self = g_object_new (TD_TYPE_SESSION, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (ask_names), self, G_CONNECT_SWAPPED);
  ask_names (self);
  return self;
}

/**
 * td_session_close:
 * @self: a session
 *
 * Closes the office file. What is under way is finished first.
 */
void
td_session_close (TdSession *self)
{
  g_return_if_fail (TD_IS_SESSION (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  td_session_cancel (self);
  td_store_close (self->store);
}

/**
 * td_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none): its office file
 */
TdStore *
td_session_get_store (TdSession *self)
{
  return self->store;
}

/**
 * td_session_get_ceremony:
 * @self: a session
 *
 * Returns: the ceremony in whose order was printed last, 0 for none
 */
gint64
td_session_get_ceremony (TdSession *self)
{
  return self->ceremony_id;
}

/**
 * td_session_set_ceremony:
 * @self: a session
 * @ceremony_id: the ceremony that is prepared now, 0 for none; remembered until the office is closed
 */
void
td_session_set_ceremony (TdSession *self, gint64 ceremony_id)
{
  self->ceremony_id = ceremony_id;
}

/**
 * td_session_is_read_only:
 * @self: a session
 *
 * Returns: whether nothing can be changed
 */
gboolean
td_session_is_read_only (TdSession *self)
{
  return self->store == NULL || td_store_is_read_only (self->store);
}

/**
 * td_session_is_closed:
 * @self: a session
 *
 * Returns: whether the office file has been closed, so that nothing may be asked any more
 */
gboolean
td_session_is_closed (TdSession *self)
{
  return self->closed;
}

/**
 * td_session_run:
 * @self: a session
 * @job: (transfer full): what to do
 * @flags: how it is shown
 * @done: (nullable): told at the end
 * @owner: (nullable): a #GObject kept alive until then and given to @done
 *
 * Runs a job without waiting for it.
 */
void
td_session_run (TdSession *self, TdJob *job, TdRunFlags flags, TdRunDone done, gpointer owner)
{
  g_autoptr (GCancellable) cancellable = NULL;

  g_return_if_fail (TD_IS_SESSION (self) && TD_IS_JOB (job));

  if ((flags & TD_RUN_LONG) && !self->closed)
    {
      cancellable = g_cancellable_new ();
      set_running (self, cancellable);
      td_job_set_progress (job, progress_cb, self);
    }
  td_session_run_cancellable (self, job, flags, cancellable, done, owner);
}

/**
 * td_session_run_cancellable:
 * @self: a session
 * @job: (transfer full): what to do
 * @flags: how it is shown
 * @cancellable: (nullable): what stops it
 * @done: (nullable): told at the end
 * @owner: (nullable): a #GObject kept alive until then and given to @done
 *
 * Runs a job whose progress the caller shows, set by td_job_set_progress(), and which the caller stops.
 */
void
td_session_run_cancellable (TdSession *self, TdJob *job, TdRunFlags flags, GCancellable *cancellable, TdRunDone done, gpointer owner)
{
  g_autoptr (TdJob) taken = job;
  Run *run;

  g_return_if_fail (TD_IS_SESSION (self) && TD_IS_JOB (job));

  if (self->closed)
    return;
  run = g_new0 (Run, 1);
  run->session = g_object_ref (self);
  run->flags = flags;
  run->done = done;
  run->owner = owner != NULL ? g_object_ref (owner) : NULL;
  td_job_run_async (job, self->store, cancellable, ran_cb, run);
}

/**
 * td_session_cancel:
 * @self: a session
 *
 * Stops the long job under way.
 */
void
td_session_cancel (TdSession *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/**
 * td_session_undo:
 * @self: a session
 * @redo: whether to redo, else undo
 *
 * Takes the last action back, or does it again, and tells its name.
 */
void
td_session_undo (TdSession *self, gboolean redo)
{
  g_return_if_fail (TD_IS_SESSION (self));

  if (!self->closed)
    td_store_undo_async (self->store, redo, redo ? redone_cb : undone_cb, g_object_ref (self));
}

/**
 * td_session_tell:
 * @self: a session
 * @text: short news, translated
 */
void
td_session_tell (TdSession *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text, FALSE);
}

/**
 * td_session_fail:
 * @self: a session
 * @text: what did not go well, translated
 * @findings: (nullable): what stands in the way
 */
void
td_session_fail (TdSession *self, const char *text, GPtrArray *findings)
{
  td_session_show (self, _ ("This could not be done"), text, findings);
}

/**
 * td_session_show:
 * @self: a session
 * @heading: what it is about, translated
 * @text: (nullable): the sentence to read, translated
 * @findings: (nullable): what was found
 */
void
td_session_show (TdSession *self, const char *heading, const char *text, GPtrArray *findings)
{
  g_signal_emit (self, signals[SHOWN], 0, heading, text, findings);
}
