/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-editor-keys"

#include "config.h"

#include "td-plan-editor-private.h"

/* The keys of whoever writes a plan; Shift+Enter is a new line of the same clause, Ctrl+Tab leaves the rows. */

static gboolean
step_key (TdPlanEditor *self, guint keyval, GdkModifierType modifiers)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Return, 0, "outline.add" },
    { GDK_KEY_KP_Enter, 0, "outline.add" },
    { GDK_KEY_Tab, 0, "outline.nest" },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, "outline.unnest" },
    { GDK_KEY_Tab, GDK_SHIFT_MASK, "outline.unnest" },
    { GDK_KEY_Up, GDK_ALT_MASK, "outline.up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "outline.down" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "outline.delete" },
    { GDK_KEY_b, GDK_CONTROL_MASK, "outline.form" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == gdk_keyval_to_lower (keyval) && keys[i].modifiers == modifiers)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
        return TRUE;
      }
  return FALSE;
}

/* From line to line over the edges of clauses. */
static gboolean
travel (TdPlanEditor *self, gboolean down)
{
  guint position = _td_plan_editor_get_position (self);

  if (position == TD_OUTLINE_NONE || !td_outline_row_is_at_edge (self->current, down))
    return FALSE;
  if (down ? position + 1 >= td_outline_get_n (self->outline) : position == 0)
    return FALSE;
  _td_plan_editor_go_to (self, down ? position + 1 : position - 1, !down);
  return TRUE;
}

/* Backspace in a clause that says nothing and to which nothing belongs takes it out. */
static gboolean
erase (TdPlanEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (td_outline_row_get_view (self->current));
  guint position = _td_plan_editor_get_position (self);

  if (position == TD_OUTLINE_NONE || gtk_text_buffer_get_char_count (buffer) > 0 || td_outline_get_end (self->outline, position) > position + 1)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "outline.delete", NULL);
  return TRUE;
}

gboolean
_td_plan_editor_key (TdPlanEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->current == NULL || self->outline == NULL || !gtk_widget_has_focus (GTK_WIDGET (td_outline_row_get_view (self->current))))
    return GDK_EVENT_PROPAGATE;
  if (step_key (self, keyval, modifiers))
    return GDK_EVENT_STOP;
  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F2 && td_outline_row_get_clause (self->current)->binding != NULL)
    {
      _td_plan_editor_open_facts (self, self->current);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    return travel (self, keyval == GDK_KEY_Down);
  return keyval == GDK_KEY_BackSpace && erase (self);
}
