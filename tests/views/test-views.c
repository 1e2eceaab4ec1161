/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "td-ask-dialog.h"
#include "td-authenticity-dialog.h"
#include "td-bloc-members.h"
#include "td-bloc-page.h"
#include "td-calibration-dialog.h"
#include "td-calibration-entry.h"
#include "td-ceremony-page.h"
#include "td-ceremony-roll.h"
#include "td-certificate-page.h"
#include "td-choice-row.h"
#include "td-choose-dialog.h"
#include "td-column-chooser.h"
#include "td-columns.h"
#include "td-day-filter.h"
#include "td-decision-act-dialog.h"
#include "td-decision-acts.h"
#include "td-decision-names.h"
#include "td-decision-page.h"
#include "td-doubles-dialog.h"
#include "td-draft-dialog.h"
#include "td-emblem-dialog.h"
#include "td-entry-grid.h"
#include "td-fact-list.h"
#include "td-field-editor.h"
#include "td-filter-bar.h"
#include "td-filter-button.h"
#include "td-finding-dialog.h"
#include "td-finding-list.h"
#include "td-import-columns.h"
#include "td-import-details.h"
#include "td-import-dialog.h"
#include "td-import-rows.h"
#include "td-import-table.h"
#include "td-issue-dialog.h"
#include "td-likely-list.h"
#include "td-merge-dialog.h"
#include "td-nomination-page.h"
#include "td-overview-page.h"
#include "td-page-header.h"
#include "td-pane.h"
#include "td-part-dialog.h"
#include "td-part-list.h"
#include "td-passphrase-dialog.h"
#include "td-picker.h"
#include "td-plan-change-dialog.h"
#include "td-plan-changes.h"
#include "td-plan-editor.h"
#include "td-plan-new-dialog.h"
#include "td-plan-page.h"
#include "td-plan-fact-pane.h"
#include "td-plan-fact-row.h"
#include "td-plan-outline.h"
#include "td-plan-review-window.h"
#include "td-plan-text-pane.h"
#include "td-preflight-dialog.h"
#include "td-print-choice.h"
#include "td-print-dialog.h"
#include "td-print-progress.h"
#include "td-print-question.h"
#include "td-province-dialog.h"
#include "td-received-dialog.h"
#include "td-record-form.h"
#include "td-record-table.h"
#include "td-reference-row.h"
#include "td-report-grid.h"
#include "td-reports-dialog.h"
#include "td-sidebar.h"
#include "td-subject-history-view.h"
#include "td-subject-leaf.h"
#include "td-subject-page.h"
#include "td-suggestions.h"
#include "td-template-editor.h"
#include "td-text-row.h"
#include "td-unit-act-dialog.h"
#include "td-unit-group-dialog.h"
#include "td-unit-page.h"
#include "td-welcome-page.h"
#include "td-window.h"
#include "td-wording-dialog.h"
#include "td-work-page.h"

/* Widgets that need a display but no office file. */

#define UI "/org/thidua/ThiDua/ui/"

static GType (*const template_types[]) (void) = {
  td_ask_dialog_get_type,
  td_authenticity_dialog_get_type,
  td_bloc_members_get_type,
  td_calibration_dialog_get_type,
  td_calibration_entry_get_type,
  td_ceremony_roll_get_type,
  td_certificate_page_get_type,
  td_choose_dialog_get_type,
  td_day_filter_get_type,
  td_decision_act_dialog_get_type,
  td_decision_acts_get_type,
  td_decision_names_get_type,
  td_doubles_dialog_get_type,
  td_draft_dialog_get_type,
  td_emblem_dialog_get_type,
  td_entry_grid_get_type,
  td_fact_list_get_type,
  td_filter_bar_get_type,
  td_filter_button_get_type,
  td_finding_list_get_type,
  td_import_columns_get_type,
  td_import_details_get_type,
  td_import_dialog_get_type,
  td_import_rows_get_type,
  td_import_table_get_type,
  td_issue_dialog_get_type,
  td_likely_list_get_type,
  td_list_page_get_type,
  td_merge_dialog_get_type,
  td_overview_page_get_type,
  td_page_header_get_type,
  td_pane_get_type,
  td_part_dialog_get_type,
  td_part_list_get_type,
  td_passphrase_dialog_get_type,
  td_picker_get_type,
  td_plan_fact_pane_get_type,
  td_plan_fact_row_get_type,
  td_plan_outline_get_type,
  td_plan_review_window_get_type,
  td_plan_text_pane_get_type,
  td_plan_change_dialog_get_type,
  td_plan_changes_get_type,
  td_plan_editor_get_type,
  td_plan_new_dialog_get_type,
  td_preflight_dialog_get_type,
  td_print_choice_get_type,
  td_print_dialog_get_type,
  td_print_progress_get_type,
  td_print_question_get_type,
  td_province_dialog_get_type,
  td_received_dialog_get_type,
  td_record_form_get_type,
  td_record_table_get_type,
  td_reference_row_get_type,
  td_report_grid_get_type,
  td_reports_dialog_get_type,
  td_sidebar_get_type,
  td_subject_history_view_get_type,
  td_subject_leaf_get_type,
  td_suggestions_get_type,
  td_template_editor_get_type,
  td_text_row_get_type,
  td_unit_act_dialog_get_type,
  td_unit_group_dialog_get_type,
  td_welcome_page_get_type,
  td_wording_dialog_get_type,
  td_window_get_type,
  td_work_page_get_type,
  /* The ones that fill the abstract page. */
  td_bloc_page_get_type,
  td_decision_page_get_type,
  td_nomination_page_get_type,
  td_plan_page_get_type,
  td_subject_page_get_type,
  td_unit_page_get_type,
};

/* The class a .ui is the template of. */
static char *
template_class (const char *name)
{
  g_autofree char *path = g_strconcat (UI, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  const char *begin = strstr (g_bytes_get_data (bytes, NULL), "<template class=\"");

  g_assert_nonnull (begin);
  begin += strlen ("<template class=\"");
  return g_strndup (begin, strcspn (begin, "\""));
}

static void
test_templates (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (UI, 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (template_types); i++)
    {
      GType type = template_types[i]();
      GtkWidget *widget;

      if (G_TYPE_IS_ABSTRACT (type))
        continue;
      g_test_message ("%s", g_type_name (type));
      widget = g_object_ref_sink (g_object_new (type, NULL));
      if (GTK_IS_WINDOW (widget))
        gtk_window_destroy (GTK_WINDOW (widget));
      g_assert_finalize_object (widget);
    }
  /* None is forgotten above. */
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *class_name = template_class (names[i]);

      g_assert_cmpuint (g_type_from_name (class_name), !=, 0);
    }
}

/* A kind of record, and the same with one more property: nothing else is told of it. */

typedef struct
{
  TdEntity parent_instance;
  char *name;
  char *height;
} TdSample;

typedef struct
{
  TdEntityClass parent_class;
} TdSampleClass;

static const TdField fields[] = {
  { "name", "Name of it", TD_FIELD_TEXT, TD_FIELD_LISTED, TD_ENTITY_FIELD (TdSample, name) },
  { "height", "Height of it", TD_FIELD_TEXT, TD_FIELD_LISTED, TD_ENTITY_FIELD (TdSample, height) },
};

static void
sample_class_init (gpointer klass, gpointer data)
{
  td_entity_class_describe (klass, "sample", "Sample", fields, GPOINTER_TO_UINT (data));
}

static GType
register_sample (const char *name, guint n_fields)
{
  const GTypeInfo type_info = {
    .class_size = sizeof (TdSampleClass),
    .class_init = sample_class_init,
    .class_data = GUINT_TO_POINTER (n_fields),
    .instance_size = sizeof (TdSample),
  };

  return g_type_register_static (TD_TYPE_ENTITY, name, &type_info, G_TYPE_FLAG_FINAL);
}

static gboolean
has_column (GType type, const char *title)
{
  GtkWidget *view = g_object_ref_sink (gtk_column_view_new (NULL));
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  gboolean found = FALSE;

  td_columns_append (GTK_COLUMN_VIEW (view), type, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      found |= g_str_equal (gtk_column_view_column_get_title (column), title);
    }
  g_assert_finalize_object (view);
  return found;
}

static gboolean
has_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_row (child, title))
      return TRUE;
  return FALSE;
}

static gboolean
form_has_row (GType type, const char *title)
{
  GtkWidget *form = g_object_ref_sink (td_record_form_new ());
  gboolean found;

  td_record_form_add_section (TD_RECORD_FORM (form), type, NULL, NULL);
  found = has_row (form, title);
  g_assert_finalize_object (form);
  return found;
}

static void
test_described_once (void)
{
  GType before = register_sample ("TdSampleBefore", 1);
  GType after = register_sample ("TdSampleAfter", 2);

  g_assert_true (has_column (before, "Name of it"));
  g_assert_false (has_column (before, "Height of it"));
  g_assert_true (has_column (after, "Height of it"));
  g_assert_true (form_has_row (before, "Name of it"));
  g_assert_false (form_has_row (before, "Height of it"));
  g_assert_true (form_has_row (after, "Height of it"));
}

/* The columns a list begins with, and the others to choose from; what is chosen is remembered. */

static GtkWidget *
view_of (GType type, TdColumnChooser **chooser)
{
  static const char *const first[] = { "name", NULL };
  GtkWidget *view = g_object_ref_sink (gtk_column_view_new (NULL));

  td_columns_append (GTK_COLUMN_VIEW (view), type, first);
  td_columns_offer_others (GTK_COLUMN_VIEW (view), type);
  td_columns_set_order (GTK_COLUMN_VIEW (view), "name", FALSE);
  *chooser = td_column_chooser_new (GTK_COLUMN_VIEW (view), "sample");
  return view;
}

static void
assert_shown (GtkWidget *view, const char *expected)
{
  g_autoptr (GPtrArray) shown = td_columns_get_shown (GTK_COLUMN_VIEW (view));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ((const TdField *) g_ptr_array_index (shown, i))->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
toggle (TdColumnChooser *chooser, const char *name)
{
  g_action_group_activate_action (td_column_chooser_get_actions (chooser), name, NULL);
}

static void
test_column_chooser (void)
{
  GType type = register_sample ("TdSampleChosen", 2);
  TdColumnChooser *chooser;
  GtkWidget *view = view_of (type, &chooser);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), 0);
  TdColumnsOrder order;

  g_assert_cmpint (g_menu_model_get_n_items (td_column_chooser_get_menu (chooser)), ==, 2);
  assert_shown (view, "name");
  toggle (chooser, "name"); /* the only one stays */
  assert_shown (view, "name");
  toggle (chooser, "height");
  assert_shown (view, "name height");
  toggle (chooser, "name");
  assert_shown (view, "height");
  toggle (chooser, "name");
  toggle (chooser, "height");
  assert_shown (view, "name");
  toggle (chooser, "height");
  gtk_column_view_column_set_fixed_width (column, 123);
  td_columns_set_order (GTK_COLUMN_VIEW (view), "height", TRUE);
  g_assert_finalize_object (chooser);
  g_clear_object (&column);
  g_assert_finalize_object (view);

  view = view_of (type, &chooser);
  assert_shown (view, "name height");
  td_columns_read_order (GTK_COLUMN_VIEW (view), &order);
  g_assert_cmpstr (order.field, ==, "height");
  g_assert_true (order.descending);
  column = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), 0);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, 123);
  g_clear_object (&column);
  g_assert_finalize_object (chooser);
  g_assert_finalize_object (view);
}

/* Every kind of field has a row, shows a value and gives it back. */

typedef struct
{
  TdEntity parent_instance;
  char *text;
  char *long_text;
  gint64 number;
  gint64 money;
  gint64 length;
  gboolean yes;
  char *date;
  char *choice;
} TdEverything;

typedef struct
{
  TdEntityClass parent_class;
} TdEverythingClass;

static const TdChoice choices[] = {
  { "one", "One" },
  { "two", "Two" },
  { NULL },
};

#define VALUE(member) TD_ENTITY_FIELD (TdEverything, member)
static const TdField every_field[] = {
  { "text", "Text", TD_FIELD_TEXT, 0, VALUE (text) },
  { "long-text", "Long text", TD_FIELD_LONG_TEXT, 0, VALUE (long_text) },
  { "number", "Number", TD_FIELD_INTEGER, 0, VALUE (number) },
  { "money", "Money", TD_FIELD_MONEY, 0, VALUE (money) },
  { "length", "Length", TD_FIELD_LENGTH, 0, VALUE (length) },
  { "yes", "Yes", TD_FIELD_BOOLEAN, 0, VALUE (yes) },
  { "date", "Date", TD_FIELD_DATE, 0, VALUE (date) },
  { "choice", "Choice", TD_FIELD_CHOICE, 0, VALUE (choice), .choices = choices },
};
#undef VALUE

static void
everything_class_init (gpointer klass, gpointer data)
{
  td_entity_class_describe (klass, "everything", "Everything", every_field, G_N_ELEMENTS (every_field));
}

static void
test_editors (void)
{
  const GTypeInfo type_info = {
    .class_size = sizeof (TdEverythingClass),
    .class_init = everything_class_init,
    .instance_size = sizeof (TdEverything),
  };
  GType type = g_type_register_static (TD_TYPE_ENTITY, "TdEverything", &type_info, G_TYPE_FLAG_FINAL);
  TdEntityClass *klass = td_entity_class_of (type);
  g_autoptr (TdEntity) full = g_object_new (type, "text", "Đặng", "long-text", "một\nhai", "number", G_GINT64_CONSTANT (12),
                                            "money", G_GINT64_CONSTANT (1490000), "length", G_GINT64_CONSTANT (419500), "yes", TRUE, "date", "2026-01-20",
                                            "choice", "two", NULL);
  g_autoptr (TdEntity) empty = g_object_new (type, NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      g_autoptr (TdFieldEditor) editor = NULL;

      if (field->flags & TD_FIELD_HIDDEN)
        continue;
      editor = td_field_editor_new (field, NULL);
      td_field_editor_show (editor, full, TRUE);
      g_assert_false (td_field_editor_is_dirty (editor));
      g_assert_true (td_field_editor_apply (editor, empty));
      if (td_field_is_number (field))
        g_assert_cmpint (td_entity_get_number (empty, field), ==, td_entity_get_number (full, field));
      else
        g_assert_cmpstr (td_entity_get_text (empty, field), ==, td_entity_get_text (full, field));
    }
}

static void
test_editor_refuses (void)
{
  TdEntityClass *klass = td_entity_class_of (g_type_from_name ("TdEverything"));
  g_autoptr (TdEntity) entity = g_object_new (G_TYPE_FROM_CLASS (klass), "date", "2026", NULL);
  g_autoptr (TdFieldEditor) editor = td_field_editor_new (td_entity_class_find (klass, "date"), NULL);
  GtkWidget *row = td_field_editor_get_row (editor);

  td_field_editor_show (editor, entity, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), "hôm qua");
  g_assert_true (td_field_editor_is_dirty (editor));
  g_assert_false (td_field_editor_apply (editor, entity));
  g_assert_true (gtk_widget_get_visible (td_field_editor_get_error_row (editor)));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  /* What was typed stays when the record is shown again, until it is another record. */
  td_field_editor_show (editor, entity, FALSE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "hôm qua");
  td_field_editor_show (editor, entity, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "2026");
  g_assert_false (gtk_widget_get_visible (td_field_editor_get_error_row (editor)));
}

/* How wide a row wants to be that chooses this. */
static int
measure_choice (const char *choice)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *[]){ choice, NULL });
  GtkWidget *window = adw_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = td_choice_row_new ();
  int width;

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_window_set_content (ADW_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (row))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  return width;
}

/* What tells forms, plans and printers apart comes after the twentieth letter. */
static void
test_choices_are_whole (void)
{
  int short_one = measure_choice ("Chỉ tặng: Đột xuất");
  int form = measure_choice ("Chỉ tặng: Phong trào (chuyên đề)");
  int longer = measure_choice ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh");

  g_assert_cmpint (short_one, <, form);
  g_assert_cmpint (form, <, longer);
}

static void
test_paragraphs (void)
{
  static const struct
  {
    const char *given, *held;
  } rows[] = {
    { "Về việc tặng Bằng khen", "Về việc tặng Bằng khen" },
    { "Về việc\ntặng Bằng khen", "Về việc tặng Bằng khen" },
    { "Về việc\r\n\r\ntặng\vBằng khen\n", "Về việc tặng Bằng khen " },
    { "\n", " " },
    { "", "" },
  };
  GtkWidget *row = g_object_ref_sink (td_text_row_new_paragraph ("Tên kế hoạch"));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *held = NULL;

      td_text_row_set_text (TD_TEXT_ROW (row), rows[i].given);
      held = td_text_row_dup_text (TD_TEXT_ROW (row));
      g_assert_cmpstr (held, ==, rows[i].held);
    }
  g_assert_finalize_object (row);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* News of some findings, on the screen. */
static GtkWidget *
show_findings (GtkWindow *parent, const char *text, guint n)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) td_finding_free);
  GtkWidget *dialog;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (findings, td_finding_new ("sample", TD_SEVERITY_BLOCK, "%s", text));
  td_finding_dialog_show (parent, "Chưa làm được việc này", "Chưa thay đổi gì.", findings);
  dialog = g_list_model_get_item (gtk_window_get_toplevels (), g_list_model_get_n_items (gtk_window_get_toplevels ()) - 1);
  while (!gtk_widget_get_mapped (dialog) || gtk_widget_get_height (dialog) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  return dialog;
}

/* A few can be read without scrolling, however long they are; of many the dialog stays on the screen. */
static void
test_findings_are_whole (void)
{
  static const struct
  {
    const char *text;
    guint n;
    gboolean whole;
  } rows[] = {
    { "Thiếu ngày.", 1, TRUE },
    { "“Triển khai Đợt thi đua Lập thành tích chào mừng Đại hội lần thứ hai của xã; tăng tốc, bứt phá, hoàn thành thắng lợi các mục tiêu, nhiệm vụ của năm” còn được mục khác dùng nên chưa xóa.", 1, TRUE },
    { "“Triển khai Đợt thi đua Lập thành tích chào mừng Đại hội lần thứ hai của xã; tăng tốc, bứt phá” còn được mục khác dùng nên chưa xóa.", 3, TRUE },
    { "“Triển khai Đợt thi đua” còn được mục khác dùng nên chưa xóa.", 200, FALSE },
  };
  GtkWidget *parent = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (parent), 1280, 720);
  gtk_window_present (GTK_WINDOW (parent));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *dialog = show_findings (GTK_WINDOW (parent), rows[i].text, rows[i].n);
      GtkWidget *list = find_widget (dialog, TD_TYPE_FINDING_LIST);

      for (GtkWidget *above = gtk_widget_get_parent (list); above != NULL && rows[i].whole; above = gtk_widget_get_parent (above))
        g_assert_cmpint (gtk_widget_get_height (above), >=, gtk_widget_get_height (list));
      g_assert_cmpint (gtk_widget_get_height (dialog), <=, 768);
      gtk_window_destroy (GTK_WINDOW (dialog));
      g_object_unref (dialog);
    }
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();

  g_test_add_func ("/views/templates", test_templates);
  g_test_add_func ("/views/described-once", test_described_once);
  g_test_add_func ("/views/column-chooser", test_column_chooser);
  g_test_add_func ("/views/editors", test_editors);
  g_test_add_func ("/views/editor-refuses", test_editor_refuses);
  g_test_add_func ("/views/choices-are-whole", test_choices_are_whole);
  g_test_add_func ("/views/paragraphs", test_paragraphs);
  g_test_add_func ("/views/findings-are-whole", test_findings_are_whole);

  return g_test_run ();
}
