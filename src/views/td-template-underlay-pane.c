/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-underlay-pane"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-file-dialog.h"
#include "td-length.h"
#include "td-template-underlay-private.h"

/* A scan or photo of the blank under the boxes. It is brought to true scale by marks: a place is pointed at in the
 * picture, and where it lies on the sheet is typed. It is kept beside the template and never printed. */

/* Nothing finer is seen on a screen: larger pictures are shown smaller. */
#define MOST_PIXELS 3000

G_DEFINE_FINAL_TYPE (TdTemplateUnderlayPane, td_template_underlay_pane, ADW_TYPE_BIN)

/* The marks whose place on the sheet is known. */
static GArray *
dup_placed (TdTemplateUnderlayPane *self)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (TdUnderlayMark));

  for (guint i = 0; i < self->marks->len; i++)
    if (!isnan (_td_template_underlay_get_mark (self, i)->x) && !isnan (_td_template_underlay_get_mark (self, i)->y))
      g_array_append_val (placed, *_td_template_underlay_get_mark (self, i));
  return placed;
}

/* From the picture's pixels to the sheet: by the marks, else spread over it. */
TdUnderlayMap
_td_template_underlay_get_map (TdTemplateUnderlayPane *self, double *error_left)
{
  g_autoptr (GArray) placed = dup_placed (self);
  TdUnderlayMap map;

  *error_left = 0;
  if (placed->len < TD_UNDERLAY_LEAST_MARKS || !td_underlay_solve ((const TdUnderlayMark *) (gpointer) placed->data, placed->len, &map, error_left))
    {
      *error_left = NAN;
      td_underlay_fit (self->width, self->height, self->picture->columns, self->picture->rows, &map);
    }
  return map;
}

static void
show_hint (TdTemplateUnderlayPane *self, double error_left)
{
  g_autofree char *left = NULL;
  g_autofree char *text = NULL;

  if (self->picture == NULL)
    text = g_strdup (_ ("Lay a scan or photo of the blank under the boxes: lines can then be moved onto its dots. It is never printed."));
  else if (isnan (error_left))
    text = g_strdup (_ ("Bring the picture to true scale: add two to four marks, such as corners of the border, and type where they lie on the sheet."));
  else
    {
      left = td_length_to_display ((gint64) (round (error_left * 10) * 100));
      /* Translators: a length such as "0,3" */
      text = g_strdup_printf (_ ("The picture is at true scale; the marks fit to %s mm."), left);
    }
  gtk_label_set_label (self->hint, text);
}

void
_td_template_underlay_show (TdTemplateUnderlayPane *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  double error_left = NAN, scale;
  TdUnderlayMap map;
  cairo_matrix_t matrix;

  if (self->canvas == NULL)
    return;
  if (self->surface == NULL || self->picture == NULL)
    {
      td_template_canvas_set_underlay (self->canvas, NULL, NULL, 0);
      td_template_canvas_set_marks (self->canvas, NULL, 0);
      show_hint (self, NAN);
      return;
    }
  map = _td_template_underlay_get_map (self, &error_left);
  for (guint i = 0; self->shown && i < self->marks->len; i++)
    {
      const TdUnderlayMark *mark = _td_template_underlay_get_mark (self, i);
      double x = map.xx * mark->column + map.xy * mark->row + map.x0, y = map.yx * mark->column + map.yy * mark->row + map.y0;

      g_array_append_val (places, x);
      g_array_append_val (places, y);
    }
  cairo_matrix_init (&matrix, map.xx, map.yx, map.xy, map.yy, map.x0, map.y0);
  scale = (double) self->picture->columns / cairo_image_surface_get_width (self->surface);
  cairo_matrix_scale (&matrix, scale, (double) self->picture->rows / cairo_image_surface_get_height (self->surface));
  td_template_canvas_set_underlay (self->canvas, self->surface, &matrix, gtk_range_get_value (GTK_RANGE (self->opacity)) / 100);
  td_template_canvas_set_marks (self->canvas, (const double *) (gpointer) places->data, places->len / 2);
  show_hint (self, error_left);
}

/* Keeping */

static void
told_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateUnderlayPane *self = owner;
  g_autoptr (GPtrArray) findings = NULL;

  if (self->session == NULL)
    return;
  if (error == NULL || td_job_get_findings (job)->len > 0)
    {
      td_finding_list_set (self->findings, td_job_get_findings (job));
      return;
    }
  findings = td_findings_new ();
  g_ptr_array_add (findings, td_finding_new ("underlay", TD_SEVERITY_BLOCK, "%s", error->message));
  td_finding_list_set (self->findings, findings);
}

void
_td_template_underlay_keep_marks (TdTemplateUnderlayPane *self)
{
  g_autoptr (GArray) placed = dup_placed (self);

  if (!td_session_is_read_only (self->session))
    td_session_run (self->session, td_underlay_mark_job (self->template_id, (const TdUnderlayMark *) (gpointer) placed->data, placed->len), TD_RUN_QUIET, told_cb, self);
}

/* The picture */

static void
decode (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream_at_scale (stream, MOST_PIXELS, MOST_PIXELS, TRUE, cancellable, &error);
  cairo_surface_t *surface;
  cairo_t *cr;

  if (pixbuf == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gdk_cairo_set_source_pixbuf (cr, pixbuf, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static void
decoded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  TdTemplateUnderlayPane *self = TD_TEMPLATE_UNDERLAY_PANE (object);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), &error);

  if (surface == NULL)
    {
      g_autoptr (GPtrArray) findings = td_findings_new ();

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
        return;
      g_ptr_array_add (findings, td_finding_new ("underlay-picture", TD_SEVERITY_BLOCK, _ ("The picture cannot be shown: %s"), error->message));
      td_finding_list_set (self->findings, findings);
      return;
    }
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = surface;
  _td_template_underlay_show (self);
}

static void
drop_picture (TdTemplateUnderlayPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_array_set_size (self->marks, 0);
}

static void
got_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateUnderlayPane *self = owner;
  g_autoptr (GTask) task = NULL;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  drop_picture (self);
  g_set_object (&self->picture, error == NULL ? td_job_get_object (job) : NULL);
  if (error != NULL)
    told_cb (job, error, self);
  if (self->picture != NULL)
    {
      g_array_append_vals (self->marks, self->picture->marks->data, self->picture->marks->len);
      self->cancellable = g_cancellable_new ();
      task = g_task_new (self, self->cancellable, decoded_cb, NULL);
      g_task_set_task_data (task, g_bytes_ref (self->picture->image), (GDestroyNotify) g_bytes_unref);
      g_task_run_in_thread (task, decode);
    }
  gtk_widget_set_visible (self->with_picture, self->picture != NULL);
  gtk_button_set_label (GTK_BUTTON (self->choose), self->picture != NULL ? _ ("Another Picture…") : _ ("Choose a Picture…"));
  _td_template_underlay_show_marks (self);
  _td_template_underlay_show (self);
}

static void
read_picture (TdTemplateUnderlayPane *self)
{
  TdJob *job = td_underlay_get_job (self->template_id);

  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (++self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, got_cb, self);
}

static void
changed_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateUnderlayPane *self = owner;

  told_cb (job, error, self);
  if (self->session != NULL && error == NULL)
    read_picture (self);
}

static void
chosen_path (const char *path, gpointer owner)
{
  TdTemplateUnderlayPane *self = owner;

  if (self->session != NULL && self->template_id != NULL)
    td_session_run (self->session, td_underlay_set_job (self->template_id, path), TD_RUN_QUIET, changed_cb, self);
}

static void
choose_cb (TdTemplateUnderlayPane *self)
{
  td_file_dialog_open (GTK_WIDGET (self), _ ("Choose a Scan or Photo of the Blank"), TD_FILE_SCAN, chosen_path, self);
}

static void
remove_cb (TdTemplateUnderlayPane *self)
{
  td_session_run (self->session, td_underlay_remove_job (self->template_id), TD_RUN_QUIET, changed_cb, self);
}

/* How it is built */

static void
add_label (GtkWidget *column, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (column), label);
}

static GtkWidget *
make_with_picture (TdTemplateUnderlayPane *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  add_label (column, _ ("How strongly it shows"));
  self->opacity = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 100, 5);
  gtk_range_set_value (GTK_RANGE (self->opacity), 50);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opacity), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How strongly it shows"), -1);
  g_signal_connect_swapped (self->opacity, "value-changed", G_CALLBACK (_td_template_underlay_show), self);
  gtk_box_append (GTK_BOX (column), self->opacity);
  add_label (column, _ ("Marks"));
  _td_template_underlay_add_marks (self, column);
  self->remove = gtk_button_new_with_label (_ ("Remove the Picture"));
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (column), self->remove);
  return column;
}

static void
td_template_underlay_pane_dispose (GObject *object)
{
  TdTemplateUnderlayPane *self = TD_TEMPLATE_UNDERLAY_PANE (object);

  self->serial++;
  if (self->canvas != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_clear_object (&self->canvas);
  g_clear_object (&self->session);
  drop_picture (self);
  G_OBJECT_CLASS (td_template_underlay_pane_parent_class)->dispose (object);
}

static void
td_template_underlay_pane_finalize (GObject *object)
{
  TdTemplateUnderlayPane *self = TD_TEMPLATE_UNDERLAY_PANE (object);

  g_free (self->template_id);
  g_array_unref (self->marks);
  G_OBJECT_CLASS (td_template_underlay_pane_parent_class)->finalize (object);
}

static void
td_template_underlay_pane_class_init (TdTemplateUnderlayPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_template_underlay_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_template_underlay_pane_finalize;
}

static void
td_template_underlay_pane_init (TdTemplateUnderlayPane *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->marks = g_array_new (FALSE, FALSE, sizeof (TdUnderlayMark));
  gtk_widget_add_css_class (column, "td-form");
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_max_width_chars (self->hint, 36);
  gtk_label_set_xalign (self->hint, 0);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->hint));
  self->choose = gtk_button_new_with_label (_ ("Choose a Picture…"));
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  gtk_box_append (GTK_BOX (column), self->choose);
  self->findings = TD_FINDING_LIST (td_finding_list_new ());
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->findings));
  self->with_picture = make_with_picture (self);
  gtk_widget_set_visible (self->with_picture, FALSE);
  gtk_box_append (GTK_BOX (column), self->with_picture);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  adw_bin_set_child (ADW_BIN (self), scroller);
  show_hint (self, NAN);
}

/**
 * td_template_underlay_pane_set_session:
 * @self: the pane
 * @session: where pictures are kept
 * @canvas: where they are shown
 */
void
td_template_underlay_pane_set_session (TdTemplateUnderlayPane *self, TdSession *session, TdTemplateCanvas *canvas)
{
  g_return_if_fail (TD_IS_TEMPLATE_UNDERLAY_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "cross-moved", G_CALLBACK (_td_template_underlay_show_cross), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "picked", G_CALLBACK (_td_template_underlay_picked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->choose, !td_session_is_read_only (session));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), !td_session_is_read_only (session));
  gtk_widget_set_sensitive (self->remove, !td_session_is_read_only (session));
}

/**
 * td_template_underlay_pane_set_template:
 * @self: the pane
 * @template_id: the template whose picture is wanted
 * @width: of its sheet, millimetres
 * @height: millimetres
 */
void
td_template_underlay_pane_set_template (TdTemplateUnderlayPane *self, const char *template_id, double width, double height)
{
  gboolean same;

  g_return_if_fail (TD_IS_TEMPLATE_UNDERLAY_PANE (self) && template_id != NULL);

  same = g_strcmp0 (self->template_id, template_id) == 0;
  if (same && fabs (self->width - width) < 0.001 && fabs (self->height - height) < 0.001)
    return;
  self->width = width;
  self->height = height;
  if (same)
    {
      _td_template_underlay_show (self);
      return;
    }
  g_free (self->template_id);
  self->template_id = g_strdup (template_id);
  read_picture (self);
}

/**
 * td_template_underlay_pane_set_shown:
 * @self: the pane
 * @shown: whether it is looked at: marks are shown, and can be pointed at, only then
 */
void
td_template_underlay_pane_set_shown (TdTemplateUnderlayPane *self, gboolean shown)
{
  g_return_if_fail (TD_IS_TEMPLATE_UNDERLAY_PANE (self));

  self->shown = shown;
  if (!shown)
    gtk_toggle_button_set_active (self->add, FALSE);
  _td_template_underlay_show (self);
}
