/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-text-row"

#include "config.h"

#include "td-text-row.h"

/* A row of a form that holds several lines, or one paragraph that is shown in several. */

#define ENDS_OF_LINES "\r\n\v\f"

struct _TdTextRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
  GtkTextView *view;
  int width;
  guint resize_id;
};

enum
{
  ENTERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdTextRow, td_text_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
td_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TD_TEXT_ROW (widget)->view));
}

static gboolean
resize_cb (gpointer user_data)
{
  TdTextRow *self = user_data;

  self->resize_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

static void
ask_for_height (TdTextRow *self)
{
  if (self->resize_id == 0)
    self->resize_id = g_idle_add (resize_cb, self);
}

/* A text view only knows its height for the width it was given last, so that the first time it
 * asks for the height of a very narrow one. */
static void
td_text_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdTextRow *self = TD_TEXT_ROW (widget);

  GTK_WIDGET_CLASS (td_text_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->width == width)
    return;
  self->width = width;
  ask_for_height (self);
}

static void
td_text_row_dispose (GObject *object)
{
  g_clear_handle_id (&TD_TEXT_ROW (object)->resize_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (td_text_row_parent_class)->dispose (object);
}

static void
td_text_row_class_init (TdTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_text_row_dispose;
  widget_class->grab_focus = td_text_row_grab_focus;
  widget_class->size_allocate = td_text_row_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdTextRow, label);
  gtk_widget_class_bind_template_child (widget_class, TdTextRow, view);

  /**
   * TdTextRow::entered:
   *
   * Enter was pressed in a row of one paragraph.
   */
  signals[ENTERED] = g_signal_new ("entered", TD_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_text_row_init (TdTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* And it lays out its lines when nothing else is to do: then it is higher than it was. */
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "changed", G_CALLBACK (ask_for_height), self, G_CONNECT_SWAPPED);
}

/**
 * td_text_row_new:
 * @label: the heading, translated
 *
 * Returns: an empty row
 */
GtkWidget *
td_text_row_new (const char *label)
{
  TdTextRow *self = g_object_new (TD_TYPE_TEXT_ROW, "title", label, NULL);

  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/* The input method comes first: Enter may end a syllable it is composing. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint keyval, guint code, GdkModifierType state, TdTextRow *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_text_view_im_context_filter_keypress (self->view, gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys))))
    g_signal_emit (self, signals[ENTERED], 0);
  return GDK_EVENT_STOP;
}

/* What is pasted may have ends of lines: each, or several together, become a blank. */
static void
insert_cb (GtkTextBuffer *buffer, GtkTextIter *place, char *text, int length, TdTextRow *self)
{
  g_autofree char *lines = g_strndup (text, length);
  g_autoptr (GString) line = g_string_new (NULL);

  if (strpbrk (lines, ENDS_OF_LINES) == NULL)
    return;
  for (const char *at = lines; *at != '\0'; at += strspn (at, ENDS_OF_LINES))
    {
      gsize words = strcspn (at, ENDS_OF_LINES);

      g_string_append_len (line, at, words);
      at += words;
      if (*at != '\0')
        g_string_append_c (line, ' ');
    }
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, place, line->str, line->len);
}

/**
 * td_text_row_new_paragraph:
 * @label: the heading, translated
 *
 * Returns: an empty row for one paragraph: it has no ends of lines, and Enter is #TdTextRow::entered
 */
GtkWidget *
td_text_row_new_paragraph (const char *label)
{
  TdTextRow *self = TD_TEXT_ROW (td_text_row_new (label));
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "insert-text", G_CALLBACK (insert_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * td_text_row_set_text:
 * @self: a row
 * @text: (nullable): the text; what was typed before can no longer be undone here
 */
void
td_text_row_set_text (TdTextRow *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

/**
 * td_text_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): the text
 */
char *
td_text_row_dup_text (TdTextRow *self)
{
  GtkTextIter begin, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  return gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
}

/**
 * td_text_row_set_editable:
 * @self: a row
 * @editable: whether it can be changed
 */
void
td_text_row_set_editable (TdTextRow *self, gboolean editable)
{
  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
}
