/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-counter"

#include "config.h"

#include "td-counter.h"

/* How many records wait for somebody. Counting gives way to the lists: it begins some time after
 * the office file was opened or changed. */

#define DELAY 250 /* ms */

struct _TdCounter
{
  GObject parent_instance;

  TdSession *session;
  TdQuery *query;
  guint n;
  guint timeout_id;
};

enum
{
  PROP_0,
  PROP_N,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TdCounter, td_counter, G_TYPE_OBJECT)

typedef struct
{
  TdQuery *query;
  gint64 n;
} Count;

static void
count_free (Count *count)
{
  td_query_unref (count->query);
  g_free (count);
}

static gboolean
count_cb (TdConnection *connection, gpointer user_data, GError **error)
{
  Count *count = user_data;

  count->n = td_connection_count (connection, count->query, error);
  return count->n >= 0;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdCounter) self = user_data;
  Count *count = td_store_read_finish (TD_STORE (source), result, NULL);

  if (count == NULL || self->n == count->n)
    return;
  self->n = count->n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N]);
}

static gboolean
ask_cb (gpointer user_data)
{
  TdCounter *self = user_data;
  Count *count;

  self->timeout_id = 0;
  if (td_session_is_closed (self->session))
    return G_SOURCE_REMOVE;
  count = g_new0 (Count, 1);
  count->query = td_query_ref (self->query);
  td_store_read_async (td_session_get_store (self->session), count_cb, count, (GDestroyNotify) count_free, NULL,
                       counted_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
ask_later (TdCounter *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_full (G_PRIORITY_LOW, DELAY, ask_cb, self, NULL);
}

static void
td_counter_dispose (GObject *object)
{
  TdCounter *self = TD_COUNTER (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->query, td_query_unref);
  G_OBJECT_CLASS (td_counter_parent_class)->dispose (object);
}

static void
td_counter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N: g_value_set_uint (value, TD_COUNTER (object)->n); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
td_counter_class_init (TdCounterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_counter_dispose;
  G_OBJECT_CLASS (klass)->get_property = td_counter_get_property;
  properties[PROP_N] = g_param_spec_uint ("n", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
td_counter_init (TdCounter *self)
{
}

/**
 * td_counter_new:
 * @session: where the records are
 * @query: which of them; not to be changed any more
 *
 * Returns: (transfer full): their number, 0 until it is known
 */
TdCounter *
td_counter_new (TdSession *session, TdQuery *query)
{
  TdCounter *self = g_object_new (TD_TYPE_COUNTER, NULL);

  self->session = g_object_ref (session);
  self->query = td_query_ref (query);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask_later), self, G_CONNECT_SWAPPED);
  ask_later (self);
  return self;
}

/**
 * td_counter_get_n:
 * @self: a counter
 *
 * Returns: the number as it was counted last
 */
guint
td_counter_get_n (TdCounter *self)
{
  return self->n;
}
