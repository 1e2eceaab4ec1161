/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-canvas-keys"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-length.h"
#include "td-template-canvas-private.h"

/* The keyboard on a sheet, and what a screen reader says of it. */

#define FINE   0.1 /* mm an arrow moves */
#define COARSE 1.0 /* mm with Shift */

/* As long as a key is held down it is one step. */
void
_td_template_canvas_end_nudge (TdTemplateCanvas *self)
{
  if (!self->nudging)
    return;
  self->nudging = FALSE;
  if (td_template_draft_is_in_step (self->draft))
    td_template_draft_end (self->draft);
}

static gboolean
nudge (TdTemplateCanvas *self, double x, double y, GdkModifierType state)
{
  double far = (state & GDK_SHIFT_MASK) != 0 ? COARSE : FINE;

  if (self->locked || self->drag.kind != DRAG_NONE || td_template_draft_get_n_chosen (self->draft) == 0)
    return GDK_EVENT_PROPAGATE;
  if (self->arranging && (state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!self->nudging)
    {
      self->nudging = TRUE;
      td_template_draft_begin (self->draft);
    }
  if ((state & GDK_CONTROL_MASK) != 0)
    td_template_draft_size (self->draft, x != 0 ? TD_TEMPLATE_RIGHT : TD_TEMPLATE_BOTTOM, x * far, y * far);
  else
    td_template_draft_move (self->draft, x * far, y * far);
  _td_template_canvas_reveal (self);
  return GDK_EVENT_STOP;
}

/* At the last box the focus goes on. */
static gboolean
next_box (TdTemplateCanvas *self, int by)
{
  if (!td_template_draft_choose_next (self->draft, by))
    return GDK_EVENT_PROPAGATE;
  _td_template_canvas_reveal (self);
  return GDK_EVENT_STOP;
}

static gboolean
escape (TdTemplateCanvas *self)
{
  if (self->drag.kind != DRAG_NONE && self->drag.moved)
    _td_template_canvas_end_drag (self);
  else if (td_template_draft_get_n_chosen (self->draft) > 0)
    td_template_draft_choose (self->draft, NULL, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
edit (TdTemplateCanvas *self)
{
  if (td_template_draft_get_n_chosen (self->draft) == 0)
    return GDK_EVENT_PROPAGATE;
  _td_template_canvas_emit_edit (self);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, TdTemplateCanvas *self)
{
  if (self->draft == NULL || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->picking)
    return _td_template_canvas_pick_key (self, keyval, state);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return nudge (self, -1, 0, state);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return nudge (self, 1, 0, state);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return nudge (self, 0, -1, state);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return nudge (self, 0, 1, state);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return (state & GDK_CONTROL_MASK) != 0 ? GDK_EVENT_PROPAGATE : next_box (self, 1);
    case GDK_KEY_ISO_Left_Tab:
      return (state & GDK_CONTROL_MASK) != 0 ? GDK_EVENT_PROPAGATE : next_box (self, -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return (state & GDK_CONTROL_MASK) != 0 ? GDK_EVENT_PROPAGATE : edit (self);
    case GDK_KEY_Escape:
      return escape (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
released_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, TdTemplateCanvas *self)
{
  _td_template_canvas_end_nudge (self);
}

void
_td_template_canvas_add_keys (TdTemplateCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (_td_template_canvas_end_nudge), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* What a screen reader says */

static char *
dup_mm (double mm)
{
  return td_length_to_display ((gint64) round (mm * 1000));
}

static char *
dup_description (TdTemplateCanvas *self)
{
  guint n = self->draft != NULL ? td_template_draft_get_n_chosen (self->draft) : 0;
  const char *id = n == 1 ? td_template_draft_get_single (self->draft) : NULL;
  g_autofree char *x = NULL, *y = NULL, *width = NULL, *height = NULL;
  TdTemplateArea area;

  if (self->picking)
    return _td_template_canvas_dup_cross (self);
  if (n == 0)
    return g_strdup (_ ("The sheet"));
  if (id == NULL || !td_template_draft_get_extents (self->draft, &area))
    return g_strdup_printf (ngettext ("%u item of the sheet chosen", "%u items of the sheet chosen", n), n);
  x = dup_mm (area.x);
  y = dup_mm (area.y);
  width = dup_mm (area.width);
  height = dup_mm (area.height);
  if (GPOINTER_TO_INT (g_hash_table_lookup (self->states, id)) == TD_CERTIFICATE_BOX_OVERFLOWS)
    /* Translators: a part of a certificate; its left and upper edge, its width and height, such as "12,5" */
    return g_strdup_printf (_ ("%s: %s, %s; %s × %s mm; the text does not fit"), td_template_draft_get_title (self->draft, id), x, y, width, height);
  /* Translators: a part of a certificate; its left and upper edge, its width and height, such as "12,5" */
  return g_strdup_printf (_ ("%s: %s, %s; %s × %s mm"), td_template_draft_get_title (self->draft, id), x, y, width, height);
}

/* A focused widget whose name changes is read out anew. */
void
_td_template_canvas_describe (TdTemplateCanvas *self)
{
  g_autofree char *description = dup_description (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}
