/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-leaf"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-display.h"
#include "td-model.h"
#include "td-page-header.h"
#include "td-part-dialog.h"
#include "td-split-question.h"
#include "td-store-error.h"
#include "td-subject-leaf.h"
#include "td-subject-life.h"

/* The own page of a person, collective or household: who it is, how often it was awarded, and its
 * whole history as a time line by years. Each entry opens what it is told from. */

#define EVENT_KEY "td-event"

struct _TdSubjectLeaf
{
  AdwBin parent_instance;

  TdPageHeader *header;
  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *who;
  GtkLabel *others;
  GtkLabel *summary;
  GtkBox *counts;
  GtkButton *copy;
  GtkListBox *events;

  TdSession *session;
  TdSubject *subject;
  TdSubjectLife *life;
  gint64 subject_id;
  gboolean is_new; /* nobody has seen it yet: the focus goes to the time line */
  guint serial;
  guint focus_id;
};

enum
{
  GONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdSubjectLeaf, td_subject_leaf, ADW_TYPE_BIN)

/* Rows */

static const char *
icon_of (TdLifeKind kind)
{
  static const char *const icons[] = {
    [TD_LIFE_AWARD] = "starred-symbolic",
    [TD_LIFE_EARLIER_AWARD] = "non-starred-symbolic",
    [TD_LIFE_NOMINATION] = "mail-send-symbolic",
    [TD_LIFE_POST] = "user-info-symbolic",
    [TD_LIFE_DISCIPLINE] = "dialog-warning-symbolic",
    [TD_LIFE_VERIFICATION] = "dialog-question-symbolic",
    [TD_LIFE_MERGE] = "view-restore-symbolic",
  };

  return icons[kind];
}

static void
split_clicked_cb (TdSubjectLeaf *self, GtkWidget *button)
{
  const TdLifeEvent *event = g_object_get_data (G_OBJECT (button), EVENT_KEY);

  td_split_question_run (GTK_WIDGET (self), self->session, td_entity_get_id (event->record));
}

static void
add_split_button (TdSubjectLeaf *self, GtkWidget *row, const TdLifeEvent *event)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Split"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Take the merge apart again"));
  g_object_set_data (G_OBJECT (button), EVENT_KEY, (gpointer) event);
  g_signal_connect_object (button, "clicked", G_CALLBACK (split_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (button, !td_session_is_read_only (self->session));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (TdSubjectLeaf *self, const TdLifeEvent *event)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title-lines", 0, "subtitle-lines", 0, NULL);
  GtkWidget *date = gtk_label_new (NULL);
  g_autofree char *day = event->date != NULL ? td_date_to_display (event->date) : NULL;
  g_autofree char *title = g_markup_escape_text (event->title, -1);
  g_autofree char *text = g_markup_escape_text (event->text != NULL ? event->text : "", -1);

  gtk_label_set_label (GTK_LABEL (date), day != NULL ? day : "–");
  gtk_label_set_width_chars (GTK_LABEL (date), 10);
  gtk_label_set_xalign (GTK_LABEL (date), 1);
  gtk_widget_add_css_class (date, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_of (event->kind)));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), date);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  g_object_set_data (G_OBJECT (row), EVENT_KEY, (gpointer) event);
  if (event->kind == TD_LIFE_MERGE)
    add_split_button (self, row, event);
  else
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  return row;
}

/* "Now", a year, or nothing known. */
static char *
dup_heading (const TdLifeEvent *event)
{
  if (event->now)
    return g_strdup (_ ("Now"));
  return event->date != NULL ? g_strndup (event->date, 4) : g_strdup (_ ("Date not known"));
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  g_autofree char *heading = dup_heading (g_object_get_data (G_OBJECT (row), EVENT_KEY));
  g_autofree char *above = before != NULL ? dup_heading (g_object_get_data (G_OBJECT (before), EVENT_KEY)) : NULL;
  GtkWidget *label;

  if (g_strcmp0 (heading, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "td-year");
  gtk_list_box_row_set_header (row, label);
}

static void
activated_cb (TdSubjectLeaf *self, GtkListBoxRow *row)
{
  const TdLifeEvent *event = g_object_get_data (G_OBJECT (row), EVENT_KEY);
  GtkWidget *dialog;

  switch (event->kind)
    {
    case TD_LIFE_AWARD:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "decisions", TD_AWARD (event->record)->decision_id);
      break;
    case TD_LIFE_NOMINATION:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "nominations", td_entity_get_id (event->record));
      break;
    case TD_LIFE_MERGE:
      break;
    case TD_LIFE_EARLIER_AWARD:
    case TD_LIFE_POST:
    case TD_LIFE_DISCIPLINE:
    case TD_LIFE_VERIFICATION:
    default:
      dialog = td_part_dialog_new (self->session, event->record);
      gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
      gtk_window_present (GTK_WINDOW (dialog));
      break;
    }
}

/* Who it is */

static void
set_line (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* Enough to compare with what is read out on the phone, not enough to be copied from the screen. */
static char *
mask_id (const char *id)
{
  glong n = g_utf8_strlen (id, -1);
  GString *masked = g_string_new (NULL);

  for (glong i = 0; i < n; i++)
    if (i < n - 4)
      g_string_append (masked, "•");
  g_string_append (masked, n > 4 ? g_utf8_offset_to_pointer (id, n - 4) : id);
  return g_string_free (masked, FALSE);
}

static void
append_labelled (GString *text, TdSubject *subject, const char *name)
{
  const TdField *field = td_entity_class_find (TD_ENTITY_GET_CLASS (subject), name);
  g_autofree char *value = td_display_dup_text (TD_ENTITY (subject), field);
  g_autofree char *masked = (field->flags & TD_FIELD_PRIVATE) && *value != '\0' ? mask_id (value) : NULL;
  g_autofree char *part = *value != '\0' ? g_strdup_printf ("%s: %s", td_display_get_label (field), masked != NULL ? masked : value) : NULL;

  append_part (text, part);
}

static void
show_who (TdSubjectLeaf *self, TdSubject *subject)
{
  const TdField *kind = td_entity_class_find (TD_ENTITY_GET_CLASS (subject), "kind");
  g_autofree char *kind_label = td_display_dup_text (TD_ENTITY (subject), kind);
  g_autoptr (GString) who = g_string_new (NULL);

  g_set_object (&self->subject, subject);
  gtk_label_set_label (self->name, subject->name);
  td_page_header_set_title (self->header, subject->name, kind_label);
  append_labelled (who, subject, "birth");
  append_labelled (who, subject, "head-name");
  append_part (who, subject->post);
  append_part (who, subject->unit_name != NULL ? subject->unit_name : subject->residence);
  set_line (self->who, who->str);
}

static void
show_others (TdSubjectLeaf *self)
{
  GPtrArray *names = td_subject_life_get_names (self->life);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      TdEntity *name = g_ptr_array_index (names, i);
      g_autofree char *kind = td_display_dup_text (name, td_entity_class_find (TD_ENTITY_GET_CLASS (name), "kind"));
      g_autofree char *part = g_strdup_printf ("%s: %s", *kind != '\0' ? kind : _ ("Other name"), TD_OTHER_NAME (name)->name);

      append_part (text, part);
    }
  append_labelled (text, self->subject, "citizen-id");
  set_line (self->others, text->str);
}

static void
show_counts (TdSubjectLeaf *self)
{
  GPtrArray *counts = td_subject_life_get_counts (self->life);
  g_autofree char *summary = td_subject_life_dup_summary (self->life);
  GtkWidget *child;

  gtk_label_set_label (self->summary, summary);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_box_remove (self->counts, child);
  /* Of a single one the sentence has said it. */
  for (guint i = 0; td_subject_life_get_n_awards (self->life) > 1 && i < counts->len; i++)
    {
      const TdLifeCount *count = g_ptr_array_index (counts, i);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *last = count->last != NULL ? td_date_to_display (count->last) : NULL;

      g_string_append_printf (text, "%u × %s", count->n, count->award_form);
      append_part (text, count->giver);
      append_part (text, last);
      child = gtk_label_new (text->str);
      gtk_label_set_xalign (GTK_LABEL (child), 0);
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_box_append (self->counts, child);
    }
}

static GtkListBoxRow *
get_focused_row (TdSubjectLeaf *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  while (focus != NULL && !(GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_get_parent (focus) == GTK_WIDGET (self->events)))
    focus = gtk_widget_get_parent (focus);
  return (GtkListBoxRow *) focus;
}

static void
show_events (TdSubjectLeaf *self)
{
  GPtrArray *events = td_subject_life_get_events (self->life);
  GtkListBoxRow *focused = gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? get_focused_row (self) : NULL;
  int position = focused != NULL ? gtk_list_box_row_get_index (focused) : -1;
  GtkListBoxRow *row;

  if (self->is_new && gtk_widget_get_mapped (GTK_WIDGET (self)))
    position = 0;
  self->is_new = FALSE;
  while ((row = gtk_list_box_get_row_at_index (self->events, 0)) != NULL)
    gtk_list_box_remove (self->events, GTK_WIDGET (row));
  for (guint i = 0; i < events->len; i++)
    gtk_list_box_append (self->events, make_row (self, g_ptr_array_index (events, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->events), events->len > 0);
  if (position < 0)
    return;
  row = gtk_list_box_get_row_at_index (self->events, MIN (position, (int) events->len - 1));
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->copy));
}

/* Who comes back from a decision goes on with the keyboard. */
static gboolean
focus_cb (gpointer user_data)
{
  TdSubjectLeaf *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->events, 0);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (user_data));

  self->focus_id = 0;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, user_data))
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->copy));
  return G_SOURCE_REMOVE;
}

static void
td_subject_leaf_map (GtkWidget *widget)
{
  TdSubjectLeaf *self = TD_SUBJECT_LEAF (widget);

  GTK_WIDGET_CLASS (td_subject_leaf_parent_class)->map (widget);
  if (self->focus_id == 0)
    self->focus_id = g_idle_add (focus_cb, self);
}

static void
td_subject_leaf_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&TD_SUBJECT_LEAF (widget)->focus_id, g_source_remove);
  GTK_WIDGET_CLASS (td_subject_leaf_parent_class)->unmap (widget);
}

static void ask (TdSubjectLeaf *self);

static void
got_life_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdSubjectLeaf *self = owner;
  TdSubject *subject;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  if (g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_NOT_FOUND))
    {
      self->subject_id = 0;
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  if (error != NULL)
    {
      td_session_fail (self->session, error->message, NULL);
      return;
    }
  subject = td_subject_life_get_subject (td_job_get_object (job));
  if (subject->merged_into_id != 0)
    {
      td_subject_leaf_follow (self, subject->merged_into_id);
      return;
    }
  show_who (self, subject);
  /* The rows tell of the old life until they have gone. */
  {
    g_autoptr (TdSubjectLife) before = g_steal_pointer (&self->life);

    self->life = g_object_ref (td_job_get_object (job));
    show_others (self);
    show_counts (self);
    show_events (self);
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "subject.copy", TRUE);
}

static void
ask (TdSubjectLeaf *self)
{
  TdJob *job;

  self->serial++;
  if (self->subject_id == 0 || self->session == NULL)
    return;
  job = td_subject_life_job (self->subject_id);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, got_life_cb, self);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdSubjectLeaf *self = TD_SUBJECT_LEAF (widget);
  g_autofree char *text = self->life != NULL ? td_subject_life_dup_text (self->life) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  td_session_tell (self->session, _ ("Copied"));
}

static void
td_subject_leaf_dispose (GObject *object)
{
  TdSubjectLeaf *self = TD_SUBJECT_LEAF (object);

  g_clear_object (&self->session);
  g_clear_object (&self->subject);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  g_clear_object (&self->life);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_SUBJECT_LEAF);
  G_OBJECT_CLASS (td_subject_leaf_parent_class)->dispose (object);
}

static void
td_subject_leaf_class_init (TdSubjectLeafClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_subject_leaf_dispose;
  widget_class->map = td_subject_leaf_map;
  widget_class->unmap = td_subject_leaf_unmap;
  /**
   * TdSubjectLeaf::gone:
   *
   * The record it was about is no longer there.
   */
  signals[GONE] = g_signal_new ("gone", TD_TYPE_SUBJECT_LEAF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "subject.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.list", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "subject.copy", NULL);
  g_type_ensure (TD_TYPE_PAGE_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-subject-leaf.ui");
  gtk_widget_class_bind_template_child (widget_class, TdSubjectLeaf, header);
  gtk_widget_class_bind_template_child (widget_class, TdSubjectLeaf, scroller);
  gtk_widget_class_bind_template_child (widget_class, TdSubjectLeaf, name);
  gtk_widget_class_bind_template_child (widget_class, TdSubjectLeaf, who);
  gtk_widget_class_bind_template_child (widget_class, TdSubjectLeaf, others);
  gtk_widget_class_bind_template_child (widget_class, TdSubjectLeaf, summary);
  gtk_widget_class_bind_template_child (widget_class, TdSubjectLeaf, counts);
  gtk_widget_class_bind_template_child (widget_class, TdSubjectLeaf, copy);
  gtk_widget_class_bind_template_child (widget_class, TdSubjectLeaf, events);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
td_subject_leaf_init (TdSubjectLeaf *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->events, header_cb, NULL, NULL);
}

/**
 * td_subject_leaf_new:
 * @session: where the subjects are
 *
 * Returns: the own page of nobody yet
 */
GtkWidget *
td_subject_leaf_new (TdSession *session)
{
  TdSubjectLeaf *self = g_object_new (TD_TYPE_SUBJECT_LEAF, NULL);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  self->session = g_object_ref (session);
  gtk_widget_set_tooltip_text (back, _ ("Back to the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back to the list"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "page.list");
  td_page_header_pack_start (self->header, back);
  td_page_header_set_session (self->header, session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Nothing of whom it told before stays in sight. */
static void
forget (TdSubjectLeaf *self)
{
  GtkListBoxRow *row;
  GtkWidget *child;

  while ((row = gtk_list_box_get_row_at_index (self->events, 0)) != NULL)
    gtk_list_box_remove (self->events, GTK_WIDGET (row));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_box_remove (self->counts, child);
  gtk_label_set_label (self->summary, "");
  set_line (self->others, "");
  g_clear_object (&self->life);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "subject.copy", FALSE);
}

/**
 * td_subject_leaf_open:
 * @self: a page that is seen
 * @subject: whom it is to tell of
 */
void
td_subject_leaf_open (TdSubjectLeaf *self, TdSubject *subject)
{
  forget (self);
  show_who (self, subject);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->copy));
  td_subject_leaf_follow (self, td_entity_get_id (TD_ENTITY (subject)));
}

/**
 * td_subject_leaf_follow:
 * @self: a page
 * @id: the subject that took the place of the one it told of
 */
void
td_subject_leaf_follow (TdSubjectLeaf *self, gint64 id)
{
  self->subject_id = id;
  self->is_new = TRUE;
  ask (self);
}

/**
 * td_subject_leaf_get_subject:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): whom it tells of
 */
TdSubject *
td_subject_leaf_get_subject (TdSubjectLeaf *self)
{
  return self->subject;
}
