/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-text-edit"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-template-fields.h"
#include "td-template-text-edit.h"
#include "td-template-words.h"

/* What a box says: lines of text with fields in them. A field is one thing: the cursor passes over it, and it is
 * deleted as a whole. */

struct _TdTemplateTextEdit
{
  AdwBin parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextTag *chip;
  GtkWidget *insert;
  gboolean with_fields;
  gboolean showing; /* the text is put in by us */
  int cursor;       /* where it was */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdTemplateTextEdit, td_template_text_edit, ADW_TYPE_BIN)

/* Fields in the text */

static char *
dup_shown (TdTemplateTextEdit *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static gboolean
is_field (const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *shown = gtk_text_iter_get_text (start, end);
  g_autofree char *pattern = td_template_words_from_shown (shown);

  return *pattern == '{';
}

/* The next field from @from on. */
static gboolean
find_chip (const GtkTextIter *from, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter at = *from;

  while (gtk_text_iter_forward_search (&at, "«", GTK_TEXT_SEARCH_TEXT_ONLY, start, &at, NULL))
    if (gtk_text_iter_forward_search (&at, "»", GTK_TEXT_SEARCH_TEXT_ONLY, NULL, end, NULL) && is_field (start, end))
      return TRUE;
  return FALSE;
}

static void
mark_chips (TdTemplateTextEdit *self)
{
  GtkTextIter at, end, chip_start, chip_end;

  gtk_text_buffer_get_bounds (self->buffer, &at, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->chip, &at, &end);
  while (self->with_fields && find_chip (&at, &chip_start, &chip_end))
    {
      gtk_text_buffer_apply_tag (self->buffer, self->chip, &chip_start, &chip_end);
      at = chip_end;
    }
}

/* The field that holds a place, ends included as asked. */
static gboolean
find_chip_at (TdTemplateTextEdit *self, int offset, gboolean at_start, gboolean at_end, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter at;

  if (!self->with_fields)
    return FALSE;
  gtk_text_buffer_get_start_iter (self->buffer, &at);
  while (find_chip (&at, start, end))
    {
      int from = gtk_text_iter_get_offset (start), to = gtk_text_iter_get_offset (end);

      if ((offset > from || (at_start && offset == from)) && (offset < to || (at_end && offset == to)))
        return TRUE;
      at = *end;
    }
  return FALSE;
}

static void
changed_cb (TdTemplateTextEdit *self)
{
  mark_chips (self);
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The cursor does not stand inside a field. */
static void
cursor_cb (TdTemplateTextEdit *self)
{
  GtkTextIter start, end;
  int before = self->cursor;

  g_object_get (self->buffer, "cursor-position", &self->cursor, NULL);
  if (gtk_text_buffer_get_has_selection (self->buffer) || !find_chip_at (self, self->cursor, FALSE, FALSE, &start, &end))
    return;
  gtk_text_buffer_place_cursor (self->buffer, self->cursor < before ? &start : &end);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, TdTemplateTextEdit *self)
{
  gboolean back = keyval == GDK_KEY_BackSpace;
  GtkTextIter start, end;

  /* Tab leaves: lines are what a box has, not columns. */
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    {
      gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), keyval == GDK_KEY_Tab ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
      return GDK_EVENT_STOP;
    }
  if ((!back && keyval != GDK_KEY_Delete) || gtk_text_buffer_get_has_selection (self->buffer))
    return GDK_EVENT_PROPAGATE;
  if (!find_chip_at (self, self->cursor, !back, back, &start, &end))
    return GDK_EVENT_PROPAGATE;
  gtk_text_buffer_delete (self->buffer, &start, &end);
  return GDK_EVENT_STOP;
}

static void
insert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateTextEdit *self = TD_TEMPLATE_TEXT_EDIT (widget);
  g_autofree char *shown = td_template_words_to_shown (g_variant_get_string (parameter, NULL));

  gtk_text_buffer_delete_selection (self->buffer, FALSE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, shown, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *sure = g_menu_new ();
  GMenu *maybe = g_menu_new ();
  g_auto (GStrv) names = td_template_fields_list ();

  for (guint i = 0; names[i / 2] != NULL; i++)
    {
      g_autofree char *title = td_template_words_dup_title (names[i / 2], i % 2 == 1);
      g_autofree char *target = g_strdup_printf ("{%s%s}", names[i / 2], i % 2 == 1 ? "?" : "");
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "text.insert", "s", target);
      g_menu_append_item (i % 2 == 1 ? maybe : sure, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sure));
  g_menu_append_submenu (menu, _ ("What may be empty"), G_MENU_MODEL (maybe));
  g_object_unref (sure);
  g_object_unref (maybe);
  return G_MENU_MODEL (menu);
}

static gboolean
td_template_text_edit_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TD_TEMPLATE_TEXT_EDIT (widget)->view));
}

static void
td_template_text_edit_class_init (TdTemplateTextEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = td_template_text_edit_grab_focus;
  gtk_widget_class_install_action (widget_class, "text.insert", "s", insert_action);

  /**
   * TdTemplateTextEdit::changed:
   *
   * Somebody has typed.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_TEMPLATE_TEXT_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_template_text_edit_init (TdTemplateTextEdit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  self->with_fields = TRUE;
  self->buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE); /* a step of the draft */
  self->view = GTK_TEXT_VIEW (gtk_text_view_new_with_buffer (self->buffer));
  g_object_unref (self->buffer);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "td-template-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text of the box"), -1);
  self->chip = gtk_text_buffer_create_tag (self->buffer, "field", "background", "#3584e4", "background-set", TRUE, "foreground", "#ffffff", NULL);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (box), frame);
  self->insert = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->insert), _ ("Insert a Field"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->insert), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Insert a Field"), -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->insert), menu);
  gtk_widget_set_halign (self->insert, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->insert);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * td_template_text_edit_new:
 *
 * Returns: the widget
 */
GtkWidget *
td_template_text_edit_new (void)
{
  return g_object_new (TD_TYPE_TEMPLATE_TEXT_EDIT, NULL);
}

/**
 * td_template_text_edit_set_text:
 * @self: the widget
 * @pattern: the text of a box; what was typed before is gone
 */
void
td_template_text_edit_set_text (TdTemplateTextEdit *self, const char *pattern)
{
  g_autofree char *shown = NULL;
  g_autofree char *before = NULL;

  g_return_if_fail (TD_IS_TEMPLATE_TEXT_EDIT (self) && pattern != NULL);

  shown = self->with_fields ? td_template_words_to_shown (pattern) : g_strdup (pattern);
  before = dup_shown (self);
  if (g_str_equal (shown, before))
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (self->buffer, shown, -1);
  self->showing = FALSE;
}

/**
 * td_template_text_edit_dup_text:
 * @self: the widget
 *
 * Returns: (transfer full): the text for the box
 */
char *
td_template_text_edit_dup_text (TdTemplateTextEdit *self)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (TD_IS_TEMPLATE_TEXT_EDIT (self), NULL);

  shown = dup_shown (self);
  return self->with_fields ? td_template_words_from_shown (shown) : g_steal_pointer (&shown);
}

/**
 * td_template_text_edit_set_with_fields:
 * @self: the widget
 * @with_fields: whether there are fields in it, else it is what is printed for one recipient
 */
void
td_template_text_edit_set_with_fields (TdTemplateTextEdit *self, gboolean with_fields)
{
  g_return_if_fail (TD_IS_TEMPLATE_TEXT_EDIT (self));

  self->with_fields = with_fields;
  gtk_widget_set_visible (self->insert, with_fields);
  mark_chips (self);
}

/**
 * td_template_text_edit_focus:
 * @self: the widget
 *
 * Puts the cursor into it.
 */
void
td_template_text_edit_focus (TdTemplateTextEdit *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_TEXT_EDIT (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
