/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-canvas-pointer"

#include "config.h"

#include <math.h>

#include "td-sheet-ruler.h"
#include "td-template-canvas-private.h"

/* The mouse on a sheet: press to choose, drag to move, size, draw around or pull a guide off a ruler. */

#define THRESHOLD 3 /* px before a press becomes a drag */
#define GUIDE_BY  3 /* px beside a guide still mean the guide */

/* What is where */

static gboolean
is_inside (const cairo_rectangle_t *r, double x, double y)
{
  return x >= r->x && x <= r->x + r->width && y >= r->y && y <= r->y + r->height;
}

static TdTemplateEdges
find_handle (TdTemplateCanvas *self, const char *id, double x, double y)
{
  TdTemplateArea area;
  cairo_rectangle_t r;

  if (self->locked || self->arranging || !td_template_draft_is_chosen (self->draft, id) || !td_template_draft_get_area (self->draft, id, &area))
    return 0;
  _td_template_canvas_to_pixels (self, &area, &r);
  for (guint i = 0; i < G_N_ELEMENTS (_td_template_canvas_handles); i++)
    {
      double at_x, at_y;

      if (!_td_template_canvas_is_handle (&r, _td_template_canvas_handles[i]))
        continue;
      _td_template_canvas_get_handle (&r, _td_template_canvas_handles[i], &at_x, &at_y);
      if (MAX (fabs (at_x - x), fabs (at_y - y)) <= TD_CANVAS_HANDLE / 2.0 + 2)
        return _td_template_canvas_handles[i];
    }
  return 0;
}

static gboolean
is_under_all (const char *id)
{
  return g_str_equal (id, TD_TEMPLATE_EMBLEM) || g_str_equal (id, TD_TEMPLATE_ORNAMENT);
}

/* All that can be pressed, topmost first; the ornament lies under everything and is chosen from the list. */
static GPtrArray *
list_items (TdTemplateCanvas *self)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);
  g_autoptr (GPtrArray) ids = td_template_draft_list_items (self->draft);
  GPtrArray *topmost = g_ptr_array_new ();
  guint n = 0;

  while (n < ids->len && !is_under_all (g_ptr_array_index (ids, n)))
    n++;
  /* boxes are drawn over pictures, and what comes later over what comes first */
  for (guint i = n; i-- > 0;)
    if (td_template_find_box (template, g_ptr_array_index (ids, i)) != NULL)
      g_ptr_array_add (topmost, g_ptr_array_index (ids, i));
  for (guint i = n; i-- > 0;)
    if (td_template_find_box (template, g_ptr_array_index (ids, i)) == NULL)
      g_ptr_array_add (topmost, g_ptr_array_index (ids, i));
  for (guint i = n; i < ids->len; i++)
    if (!g_str_equal (g_ptr_array_index (ids, i), TD_TEMPLATE_ORNAMENT) || td_template_draft_is_chosen (self->draft, TD_TEMPLATE_ORNAMENT))
      g_ptr_array_add (topmost, g_ptr_array_index (ids, i));
  return topmost;
}

static TdTemplateEdges
find_any_handle (TdTemplateCanvas *self, double x, double y, const char **id)
{
  g_autoptr (GPtrArray) ids = list_items (self);

  for (guint i = 0; i < ids->len; i++)
    {
      TdTemplateEdges edges = find_handle (self, g_ptr_array_index (ids, i), x, y);

      if (edges != 0)
        {
          *id = g_ptr_array_index (ids, i);
          return edges;
        }
    }
  return 0;
}

static gboolean
stands_at (TdTemplateCanvas *self, const char *id, double x, double y, gboolean absent)
{
  gboolean is_absent = GPOINTER_TO_INT (g_hash_table_lookup (self->states, id)) == TD_CERTIFICATE_BOX_ABSENT;
  TdTemplateArea area;
  cairo_rectangle_t r;

  if (is_absent != absent || g_str_equal (id, TD_TEMPLATE_ORNAMENT) || !td_template_draft_get_area (self->draft, id, &area))
    return FALSE;
  _td_template_canvas_to_pixels (self, &area, &r);
  return is_inside (&r, x, y);
}

/* The box pressed, topmost first; one this certificate does not have comes last. After @after the next below it. */
static const char *
find_box (TdTemplateCanvas *self, double x, double y, const char *after)
{
  g_autoptr (GPtrArray) ids = list_items (self);
  const char *first = NULL;
  gboolean passed = after == NULL;

  for (guint absent = 0; absent < 2; absent++)
    for (guint i = 0; i < ids->len; i++)
      {
        const char *id = g_ptr_array_index (ids, i);

        if (!stands_at (self, id, x, y, absent == 1))
          continue;
        if (passed)
          return id;
        first = first != NULL ? first : id;
        passed = g_str_equal (id, after);
      }
  return first;
}

static int
find_guide (TdTemplateCanvas *self, double x, double y)
{
  guint n;
  const TdTemplateGuide *guides = td_template_get_guides (td_template_draft_get_template (self->draft), &n);

  for (guint i = n; i-- > 0;)
    {
      const TdTemplateArea area = { guides[i].at, guides[i].at, 0, 0 };
      cairo_rectangle_t r;

      _td_template_canvas_to_pixels (self, &area, &r);
      if (fabs (guides[i].vertical ? r.x - x : r.y - y) <= GUIDE_BY)
        return (int) i;
    }
  return -1;
}

/* Guides belong to the template. */
static gboolean
has_guides (TdTemplateCanvas *self)
{
  return !self->locked && !self->arranging;
}

static gboolean
is_ruler (double x, double y)
{
  return (x < TD_SHEET_RULER) != (y < TD_SHEET_RULER);
}

/* Dragging */

static void
end_lines (TdTemplateCanvas *self)
{
  g_clear_pointer (&self->drag.lines, td_template_lines_free);
  self->drag.snap = (TdTemplateSnap){ 0 };
}

void
_td_template_canvas_end_drag (TdTemplateCanvas *self)
{
  if (self->drag.kind == DRAG_NONE)
    return;
  if (td_template_draft_is_in_step (self->draft) && !self->nudging)
    td_template_draft_cancel (self->draft);
  end_lines (self);
  g_free (self->drag.pressed);
  self->drag = (TdCanvasDrag){ 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is chosen does not fall in with itself. */
static void
begin_lines (TdTemplateCanvas *self)
{
  g_autoptr (GPtrArray) ids = list_items (self);

  for (guint i = ids->len; i-- > 0;)
    if (!td_template_draft_is_chosen (self->draft, g_ptr_array_index (ids, i)))
      g_ptr_array_remove_index (ids, i);
  self->drag.lines = td_template_lines_new (td_template_draft_get_template (self->draft), ids);
}

static void
begin_moving (TdTemplateCanvas *self)
{
  self->drag.moved = TRUE;
  if (self->drag.kind == DRAG_BAND)
    return;
  td_template_draft_begin (self->draft);
  if (self->drag.kind != DRAG_GUIDE)
    begin_lines (self);
  else if (self->drag.is_new)
    self->drag.guide = td_template_draft_add_guide (self->draft, self->drag.x < TD_SHEET_RULER, 0);
}

static double
to_tenths (double mm)
{
  return round (mm * 10) / 10;
}

/* Where it would come to stand, and from there onto a line that is near. */
static void
drag_boxes (TdTemplateCanvas *self, double dx, double dy, gboolean freely)
{
  TdCanvasDrag *drag = &self->drag;
  double reach = TD_CANVAS_REACH / _td_template_canvas_get_scale (self);
  TdTemplateArea wanted = drag->start, now;

  if (!td_template_draft_get_extents (self->draft, &now))
    return;
  wanted.x += dx;
  wanted.y += dy;
  drag->snap = freely ? (TdTemplateSnap){ 0 } : td_template_lines_snap_area (drag->lines, &wanted, reach);
  wanted.x = drag->snap.on_x ? wanted.x + drag->snap.dx : to_tenths (wanted.x);
  wanted.y = drag->snap.on_y ? wanted.y + drag->snap.dy : to_tenths (wanted.y);
  td_template_draft_move (self->draft, wanted.x - now.x, wanted.y - now.y);
}

static void
drag_edges (TdTemplateCanvas *self, double dx, double dy, gboolean freely)
{
  TdCanvasDrag *drag = &self->drag;
  double reach = TD_CANVAS_REACH / _td_template_canvas_get_scale (self);
  gboolean left = (drag->edges & TD_TEMPLATE_LEFT) != 0, top = (drag->edges & TD_TEMPLATE_TOP) != 0;
  gboolean across = (drag->edges & (TD_TEMPLATE_LEFT | TD_TEMPLATE_RIGHT)) != 0;
  gboolean down = (drag->edges & (TD_TEMPLATE_TOP | TD_TEMPLATE_BOTTOM)) != 0;
  double x = across ? drag->start.x + (left ? 0 : drag->start.width) + dx : NAN;
  double y = down ? drag->start.y + (top ? 0 : drag->start.height) + dy : NAN;
  TdTemplateArea now;

  if (drag->pressed == NULL || !td_template_draft_get_area (self->draft, drag->pressed, &now))
    return;
  drag->snap = freely ? (TdTemplateSnap){ 0 } : td_template_lines_snap_point (drag->lines, x, y, reach);
  x = drag->snap.on_x ? x + drag->snap.dx : to_tenths (x);
  y = drag->snap.on_y ? y + drag->snap.dy : to_tenths (y);
  td_template_draft_size (self->draft, drag->edges, across ? x - now.x - (left ? 0 : now.width) : 0, down ? y - now.y - (top ? 0 : now.height) : 0);
}

static void
drag_band (TdTemplateCanvas *self, double x, double y)
{
  double from_x, from_y, to_x, to_y;

  _td_template_canvas_to_sheet (self, self->drag.x, self->drag.y, &from_x, &from_y);
  _td_template_canvas_to_sheet (self, x, y, &to_x, &to_y);
  self->drag.band = (TdTemplateArea){ MIN (from_x, to_x), MIN (from_y, to_y), fabs (to_x - from_x), fabs (to_y - from_y) };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_guide (TdTemplateCanvas *self, double x, double y)
{
  guint n;
  const TdTemplateGuide *guides = td_template_get_guides (td_template_draft_get_template (self->draft), &n);
  double sheet_x, sheet_y;

  _td_template_canvas_to_sheet (self, x, y, &sheet_x, &sheet_y);
  if (self->drag.guide < n)
    td_template_draft_move_guide (self->draft, self->drag.guide, guides[self->drag.guide].vertical ? sheet_x : sheet_y);
}

static GdkModifierType
get_modifiers (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

static void
begin_on_box (TdTemplateCanvas *self, const char *id, gboolean more)
{
  self->drag.pressed = g_strdup (id);
  self->drag.was_chosen = td_template_draft_is_chosen (self->draft, id);
  if (more && !self->drag.was_chosen)
    td_template_draft_choose (self->draft, id, TRUE);
  else if (!self->drag.was_chosen)
    td_template_draft_choose (self->draft, id, FALSE);
  self->drag.kind = self->locked ? DRAG_NONE : DRAG_MOVE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, TdTemplateCanvas *self)
{
  gboolean more = (get_modifiers (GTK_GESTURE (gesture)) & GDK_SHIFT_MASK) != 0;
  TdTemplateEdges edges;
  const char *id = NULL;
  int guide;

  if (self->draft == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _td_template_canvas_end_nudge (self);
  _td_template_canvas_end_drag (self);
  self->drag.x = x;
  self->drag.y = y;
  if (self->picking)
    {
      double sheet_x, sheet_y;

      _td_template_canvas_to_sheet (self, x, y, &sheet_x, &sheet_y);
      _td_template_canvas_emit_picked (self, sheet_x, sheet_y);
      return;
    }
  edges = find_any_handle (self, x, y, &id);
  guide = find_guide (self, x, y);
  if (is_ruler (x, y))
    {
      self->drag.kind = has_guides (self) ? DRAG_GUIDE : DRAG_NONE;
      self->drag.is_new = TRUE;
    }
  else if (edges != 0)
    {
      self->drag.kind = DRAG_SIZE;
      self->drag.edges = edges;
      self->drag.pressed = g_strdup (id);
      td_template_draft_get_area (self->draft, id, &self->drag.start);
      return;
    }
  else if (guide >= 0 && has_guides (self))
    {
      self->drag.kind = DRAG_GUIDE;
      self->drag.guide = (guint) guide;
    }
  else if ((id = find_box (self, x, y, NULL)) != NULL)
    {
      /* What is chosen already is dragged, even from under another. */
      const char *below = id;

      for (guint i = 0; i < td_template_draft_get_n_chosen (self->draft) && !td_template_draft_is_chosen (self->draft, below); i++)
        below = find_box (self, x, y, below);
      begin_on_box (self, td_template_draft_is_chosen (self->draft, below) ? below : id, more);
    }
  else
    self->drag.kind = DRAG_BAND;
  td_template_draft_get_extents (self->draft, &self->drag.start);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, TdTemplateCanvas *self)
{
  gboolean freely = !self->snapping || (get_modifiers (GTK_GESTURE (gesture)) & GDK_ALT_MASK) != 0;
  double scale = _td_template_canvas_get_scale (self);

  if (self->drag.kind == DRAG_NONE || (!self->drag.moved && MAX (fabs (dx), fabs (dy)) < THRESHOLD))
    return;
  if (!self->drag.moved)
    begin_moving (self);
  switch (self->drag.kind)
    {
    case DRAG_MOVE: drag_boxes (self, dx / scale, dy / scale, freely); break;
    case DRAG_SIZE: drag_edges (self, dx / scale, dy / scale, freely); break;
    case DRAG_BAND: drag_band (self, self->drag.x + dx, self->drag.y + dy); break;
    case DRAG_GUIDE: drag_guide (self, self->drag.x + dx, self->drag.y + dy); break;
    case DRAG_NONE:
    default: break;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A press that did not become a drag: chooses, unchooses, or goes to what lies below. */
static void
pressed (TdTemplateCanvas *self, gboolean more)
{
  const char *below;

  if (self->drag.pressed == NULL || self->drag.edges != 0)
    {
      if (self->drag.kind == DRAG_BAND && !more)
        td_template_draft_choose (self->draft, NULL, FALSE);
      return;
    }
  if (!self->drag.was_chosen)
    return;
  if (more)
    {
      td_template_draft_toggle (self->draft, self->drag.pressed);
      return;
    }
  below = td_template_draft_get_n_chosen (self->draft) == 1 ? find_box (self, self->drag.x, self->drag.y, self->drag.pressed) : self->drag.pressed;
  td_template_draft_choose (self->draft, below != NULL ? below : self->drag.pressed, FALSE);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, TdTemplateCanvas *self)
{
  gboolean more = (get_modifiers (GTK_GESTURE (gesture)) & GDK_SHIFT_MASK) != 0;

  if (self->draft == NULL)
    return;
  if (!self->drag.moved)
    pressed (self, more);
  else if (self->drag.kind == DRAG_BAND)
    td_template_draft_choose_within (self->draft, &self->drag.band, more);
  else if (td_template_draft_is_in_step (self->draft))
    {
      /* A guide that is pushed back onto its ruler is gone. */
      double x = self->drag.x + dx, y = self->drag.y + dy;
      guint n;
      const TdTemplateGuide *guides = td_template_get_guides (td_template_draft_get_template (self->draft), &n);

      if (self->drag.kind == DRAG_GUIDE && self->drag.guide < n && (guides[self->drag.guide].vertical ? x : y) < TD_SHEET_RULER)
        td_template_draft_remove_guide (self->draft, self->drag.guide);
      td_template_draft_end (self->draft);
    }
  end_lines (self);
  g_free (self->drag.pressed);
  self->drag = (TdCanvasDrag){ 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Twice: its text is to be changed. */
static void
click_cb (GtkGestureClick *gesture, int n_press, double x, double y, TdTemplateCanvas *self)
{
  if (n_press == 2 && self->draft != NULL && !self->picking && td_template_draft_get_single (self->draft) != NULL && find_box (self, x, y, NULL) != NULL)
    _td_template_canvas_emit_edit (self);
}

/* What a press would do is seen before it is done. */

static const char *
name_cursor (TdTemplateEdges edges)
{
  switch ((guint) edges)
    {
    case TD_TEMPLATE_LEFT | TD_TEMPLATE_TOP:
    case TD_TEMPLATE_RIGHT | TD_TEMPLATE_BOTTOM:
      return "nwse-resize";
    case TD_TEMPLATE_RIGHT | TD_TEMPLATE_TOP:
    case TD_TEMPLATE_LEFT | TD_TEMPLATE_BOTTOM:
      return "nesw-resize";
    case TD_TEMPLATE_LEFT:
    case TD_TEMPLATE_RIGHT:
      return "ew-resize";
    default:
      return "ns-resize";
    }
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, TdTemplateCanvas *self)
{
  const char *id, *name = NULL;
  TdTemplateEdges edges;
  int guide;

  self->pointer[0] = x;
  self->pointer[1] = y;
  if (self->draft == NULL || self->picking || self->drag.kind != DRAG_NONE)
    return;
  edges = find_any_handle (self, x, y, &id);
  guide = has_guides (self) ? find_guide (self, x, y) : -1;
  if (is_ruler (x, y))
    name = !has_guides (self) ? NULL : x < TD_SHEET_RULER ? "col-resize"
                                                          : "row-resize";
  else if (edges != 0)
    name = name_cursor (edges);
  else if (guide >= 0)
    {
      guint n;

      name = td_template_get_guides (td_template_draft_get_template (self->draft), &n)[guide].vertical ? "col-resize" : "row-resize";
    }
  else if ((id = find_box (self, x, y, NULL)) != NULL)
    name = !self->locked && td_template_draft_is_chosen (self->draft, id) ? "move" : "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, TdTemplateCanvas *self)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  _td_template_canvas_zoom_at (self, td_template_canvas_get_zoom (self) * pow (1.1, -dy), self->pointer[0], self->pointer[1]);
  return GDK_EVENT_STOP;
}

void
_td_template_canvas_add_pointer (TdTemplateCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (_td_template_canvas_end_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
