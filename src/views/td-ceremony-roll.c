/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-roll"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-ceremony-jobs.h"
#include "td-ceremony-roll.h"
#include "td-choose-dialog.h"
#include "td-model.h"
#include "td-part-dialog.h"

/* Who is called at a ceremony, in order: moved with Alt and the arrows, marked with one key while people come in. */

struct _TdCeremonyRoll
{
  AdwBin parent_instance;

  GtkStack *stack;
  TdRecordTable *table;
  GtkBox *acts;

  TdSession *session;
  gint64 ceremony_id;
  char *presence; /* what is being marked */
  TdCeremonyMove move;
};

G_DEFINE_FINAL_TYPE (TdCeremonyRoll, td_ceremony_roll, ADW_TYPE_BIN)

static const char *const columns[] = { "position", "award-name", "presence", NULL };

static gboolean
may_write (TdCeremonyRoll *self)
{
  return self->ceremony_id != 0 && self->session != NULL && !td_session_is_read_only (self->session);
}

static void
selection_changed_cb (TdCeremonyRoll *self)
{
  static const char *const on_lines[] = { "roll.strike", "roll.up", "roll.down", "roll.came", "roll.absent", "roll.expected" };
  gboolean some = may_write (self) && td_record_table_get_n_selected (self->table) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (on_lines); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), on_lines[i], some);
}

static void
reloaded_cb (TdCeremonyRoll *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (td_record_table_get_list (self->table)));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "empty");
}

/* A line: who steps up, the seat. */
static void
activated_cb (TdCeremonyRoll *self)
{
  TdEntity *line = td_record_table_get_single (self->table);
  GtkWidget *dialog;

  if (line == NULL || !may_write (self))
    return;
  dialog = td_part_dialog_new (self->session, line);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static TdLineChoice
choose (GArray *ids)
{
  return (TdLineChoice){ .ids = (const gint64 *) (gpointer) ids->data, .n_ids = ids->len };
}

static void
strike_ids (GArray *ids, gpointer owner)
{
  TdCeremonyRoll *self = owner;
  TdLineChoice lines = choose (ids);

  if (ids->len > 0 && may_write (self))
    td_session_run (self->session, td_ceremony_strike_job (&lines), TD_RUN_TELL, NULL, NULL);
}

static void
strike_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_record_table_collect (TD_CEREMONY_ROLL (widget)->table, strike_ids, widget);
}

static void
move_ids (GArray *ids, gpointer owner)
{
  TdCeremonyRoll *self = owner;
  TdLineChoice lines = choose (ids);

  if (ids->len > 0 && may_write (self))
    td_session_run (self->session, td_ceremony_move_job (&lines, self->move, 0), 0, NULL, NULL);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TD_CEREMONY_ROLL (widget)->move = g_str_equal (name, "roll.up") ? TD_CEREMONY_MOVE_UP : TD_CEREMONY_MOVE_DOWN;
  td_record_table_collect (TD_CEREMONY_ROLL (widget)->table, move_ids, widget);
}

static void
mark_ids (GArray *ids, gpointer owner)
{
  TdCeremonyRoll *self = owner;
  TdLineChoice lines = choose (ids);

  if (ids->len > 0 && may_write (self))
    td_session_run (self->session, td_ceremony_mark_job (&lines, self->presence), 0, NULL, NULL);
}

/* At the door the next one is marked by the next key. */
static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCeremonyRoll *self = TD_CEREMONY_ROLL (widget);

  g_free (self->presence);
  self->presence = g_strdup (name + strlen ("roll."));
  td_record_table_collect (self->table, mark_ids, self);
  if (td_record_table_get_n_selected (self->table) == 1)
    td_record_table_step (self->table, 1);
}

static void
chosen_cb (TdCeremonyRoll *self, GArray *ids)
{
  if (ids->len > 0 && may_write (self))
    td_session_run (self->session, td_ceremony_add_job (self->ceremony_id, (const gint64 *) (gpointer) ids->data, ids->len, NULL, 0), TD_RUN_TELL, NULL, NULL);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCeremonyRoll *self = TD_CEREMONY_ROLL (widget);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION);
  GtkWidget *dialog;

  td_query_where_text (query, "state", "issued");
  dialog = td_choose_dialog_new (self->session, query, _ ("Add Decisions to the Ceremony"), _ ("Add"));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
td_ceremony_roll_dispose (GObject *object)
{
  TdCeremonyRoll *self = TD_CEREMONY_ROLL (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->presence, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_CEREMONY_ROLL);
  G_OBJECT_CLASS (td_ceremony_roll_parent_class)->dispose (object);
}

static void
td_ceremony_roll_class_init (TdCeremonyRollClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType with;
    const char *action;
  } keys[] = { { GDK_KEY_Up, GDK_ALT_MASK, "roll.up" }, { GDK_KEY_Down, GDK_ALT_MASK, "roll.down" }, { GDK_KEY_c, 0, "roll.came" }, { GDK_KEY_v, 0, "roll.absent" }, { GDK_KEY_d, 0, "roll.expected" }, { GDK_KEY_Delete, 0, "roll.strike" } };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_ceremony_roll_dispose;
  gtk_widget_class_install_action (widget_class, "roll.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "roll.strike", NULL, strike_action);
  gtk_widget_class_install_action (widget_class, "roll.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "roll.down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "roll.came", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "roll.absent", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "roll.expected", NULL, mark_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].with, keys[i].action, NULL);
  g_type_ensure (TD_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-ceremony-roll.ui");
  gtk_widget_class_bind_template_child (widget_class, TdCeremonyRoll, stack);
  gtk_widget_class_bind_template_child (widget_class, TdCeremonyRoll, table);
  gtk_widget_class_bind_template_child (widget_class, TdCeremonyRoll, acts);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reloaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
td_ceremony_roll_init (TdCeremonyRoll *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_record_table_describe (self->table, TD_TYPE_CEREMONY_LINE, columns, "position", FALSE, _ ("Who is called"));
}

/**
 * td_ceremony_roll_new:
 * @session: where the ceremonies are
 *
 * Returns: a list, of no ceremony yet
 */
GtkWidget *
td_ceremony_roll_new (TdSession *session)
{
  TdCeremonyRoll *self = g_object_new (TD_TYPE_CEREMONY_ROLL, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * td_ceremony_roll_set_ceremony:
 * @self: a list
 * @ceremony: (nullable): whose lines to show
 */
void
td_ceremony_roll_set_ceremony (TdCeremonyRoll *self, TdCeremony *ceremony)
{
  gint64 id = ceremony != NULL ? td_entity_get_id (TD_ENTITY (ceremony)) : 0;

  if (id != self->ceremony_id && id != 0)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CEREMONY_LINE);

      td_query_where_number (query, "ceremony-id", id);
      td_record_table_set_query (self->table, query);
      if (td_record_table_get_list (self->table) == NULL)
        td_record_table_set_session (self->table, self->session);
    }
  self->ceremony_id = id;
  gtk_widget_set_visible (GTK_WIDGET (self->acts), may_write (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll.add", may_write (self));
  selection_changed_cb (self);
}

/**
 * td_ceremony_roll_collect:
 * @self: a list
 * @func: gets the lines that are chosen, none when none is
 * @owner: for @func
 */
void
td_ceremony_roll_collect (TdCeremonyRoll *self, TdRecordsFunc func, gpointer owner)
{
  td_record_table_collect (self->table, func, owner);
}
