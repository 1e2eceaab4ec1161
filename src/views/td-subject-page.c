/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choose-dialog.h"
#include "td-doubles-dialog.h"
#include "td-file-dialog.h"
#include "td-import-dialog.h"
#include "td-likely-list.h"
#include "td-merge-dialog.h"
#include "td-model.h"
#include "td-part-list.h"
#include "td-subject-history-view.h"
#include "td-subject-history.h"
#include "td-subject-leaf.h"
#include "td-subject-page.h"

/* People, collectives and households: what they have been awarded, who they are, and whether two
 * of them are one. */

#define MAX_PARTS 5

struct _TdSubjectPage
{
  TdListPage parent_instance;

  TdSubjectHistoryView *history;
  TdLikelyList *likely;
  TdPartList *parts[MAX_PARTS];
  GtkWidget *leaf; /* made when it is first asked for */
  gint64 acted_id; /* what a dialog that is open is about */
};

G_DEFINE_FINAL_TYPE (TdSubjectPage, td_subject_page, TD_TYPE_LIST_PAGE)

static const char *const columns[] = { "name", "birth", "unit-name", "kind", NULL };
static const char *const filters[] = { "kind", "unit-id", "leader-class", NULL };

static const TdPageInfo info = {
  .name = "subjects",
  .title = N_ ("Subjects"),
  .icon_name = "avatar-default-symbolic",
  .columns = columns,
  .filters = filters,
  .order = "name",
  .add = N_ ("Add a subject"),
  .empty_title = N_ ("No subjects yet"),
  .empty_text = N_ ("The people, collectives and households that are nominated. They come with the nominations, or are entered here."),
};

/* The one whose own page is seen, or the chosen row. */
static TdSubject *
get_subject (gpointer page)
{
  GtkWidget *leaf = td_list_page_get_leaf (page);

  return leaf != NULL ? td_subject_leaf_get_subject (TD_SUBJECT_LEAF (leaf)) : (TdSubject *) td_list_page_get_record (page);
}

static gint64
get_id (gpointer page)
{
  TdSubject *subject = get_subject (page);

  return subject != NULL ? td_entity_get_id (TD_ENTITY (subject)) : 0;
}

/* The own page */

static void
gone_cb (TdListPage *page)
{
  if (td_list_page_get_leaf (page) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.list", NULL);
}

static void
td_subject_page_open (TdListPage *page, TdEntity *record)
{
  TdSubjectPage *self = TD_SUBJECT_PAGE (page);

  if (self->leaf == NULL)
    {
      self->leaf = td_subject_leaf_new (td_list_page_get_session (page));
      g_signal_connect_object (self->leaf, "gone", G_CALLBACK (gone_cb), page, G_CONNECT_SWAPPED);
      td_list_page_add_leaf (page, self->leaf, "subject");
    }
  td_list_page_show_leaf (page, "subject");
  td_subject_leaf_open (TD_SUBJECT_LEAF (self->leaf), TD_SUBJECT (record));
}

static void
own_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdEntity *record = td_list_page_get_record (TD_LIST_PAGE (widget));

  if (record != NULL)
    td_subject_page_open (TD_LIST_PAGE (widget), record);
}

/* Confirmation */

static void
confirm_path (const char *path, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);

  if (session != NULL)
    td_session_run (session, td_subject_confirm_job (TD_SUBJECT_PAGE (owner)->acted_id, path), TD_RUN_SAVED, NULL, NULL);
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TD_SUBJECT_PAGE (widget)->acted_id = get_id (widget);
  if (get_id (widget) != 0)
    /* Translators: the name of a new file */
    td_file_dialog_save (widget, _ ("Save the Confirmation"), TD_FILE_LETTER, _ ("confirmation.pdf"), confirm_path, widget);
}

/* Merging */

static void
merged_cb (TdListPage *page, gint64 id)
{
  GtkWidget *leaf = td_list_page_get_leaf (page);

  if (leaf != NULL)
    td_subject_leaf_follow (TD_SUBJECT_LEAF (leaf), id);
  else
    td_list_page_show_record (page, id);
}

static void
compare (TdListPage *page, gint64 first_id, gint64 second_id)
{
  GtkWidget *dialog = td_merge_dialog_new (td_list_page_get_session (page), first_id, second_id);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  g_signal_connect_object (dialog, "merged", G_CALLBACK (merged_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chosen_cb (TdListPage *page, GArray *ids)
{
  TdSession *session = td_list_page_get_session (page);
  gint64 other = ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;

  if (session == NULL)
    return;
  if (ids->len == 1)
    compare (page, TD_SUBJECT_PAGE (page)->acted_id, other);
  else
    td_session_tell (session, _ ("Choose one other record."));
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdSubject *subject = get_subject (widget);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  GtkWidget *dialog;

  if (subject == NULL)
    return;
  TD_SUBJECT_PAGE (widget)->acted_id = td_entity_get_id (TD_ENTITY (subject));
  td_query_where_text (query, "kind", subject->kind);
  td_query_where_not_number (query, "id", TD_SUBJECT_PAGE (widget)->acted_id);
  dialog = td_choose_dialog_new (td_list_page_get_session (TD_LIST_PAGE (widget)), query, _ ("Merge With"), _ ("Compare"));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
compare_ids (GArray *ids, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);

  if (session == NULL)
    return;
  if (ids->len == 2)
    compare (owner, g_array_index (ids, gint64, 0), g_array_index (ids, gint64, 1));
  else
    td_session_tell (session, _ ("Choose two records to compare them."));
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_record_table_collect (td_list_page_get_table (TD_LIST_PAGE (widget)), compare_ids, widget);
}

static void
doubles_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog;

  if (td_list_page_get_session (TD_LIST_PAGE (widget)) == NULL)
    return;
  dialog = td_doubles_dialog_new (td_list_page_get_session (TD_LIST_PAGE (widget)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Entering: who is known already is not entered again */

static void
look (TdSubjectPage *self, TdEntity *record, gboolean typing)
{
  td_likely_list_look (self->likely, TD_SUBJECT (record), typing);
}

static void
typed_cb (TdSubjectPage *self, TdEntity *record)
{
  look (self, record, TRUE);
}

static void
edited_cb (TdSubjectPage *self)
{
  look (self, td_record_form_get_record (td_list_page_get_form (TD_LIST_PAGE (self)), 0), FALSE);
}

static void
likely_cb (TdListPage *page, TdSubject *subject)
{
  td_record_form_cancel (td_list_page_get_form (page));
  td_list_page_show_record (page, td_entity_get_id (TD_ENTITY (subject)));
}

/* The page */

static void
td_subject_page_begin (TdListPage *page)
{
  g_autoptr (TdEntity) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", NULL);

  td_list_page_begin (page, &subject);
}

static void
td_subject_page_shown (TdListPage *page, TdEntity *record)
{
  TdSubjectPage *self = TD_SUBJECT_PAGE (page);
  gint64 id = record != NULL ? td_entity_get_id (record) : 0;

  td_subject_history_view_set_subject (self->history, id);
  td_likely_list_clear (self->likely);
  for (guint i = 0; i < MAX_PARTS; i++)
    td_part_list_set_whole (self->parts[i], id);
}

static void
checked_cb (TdListPage *page, GPtrArray *findings)
{
  td_record_form_set_findings (td_list_page_get_form (page), findings);
}

static GtkWidget *
make_parts (TdSubjectPage *self, TdSession *session)
{
  const struct
  {
    GType type;
    const char *title;
    const char *add;
  } kinds[MAX_PARTS] = {
    { TD_TYPE_EARLIER_AWARD, _ ("Earlier awards"), _ ("Add an earlier award") },
    { TD_TYPE_OTHER_NAME, _ ("Other names"), _ ("Add another name") },
    { TD_TYPE_SUBJECT_POST, _ ("Positions held"), _ ("Add a position") },
    { TD_TYPE_DISCIPLINE, _ ("Disciplinary measures"), _ ("Add a disciplinary measure") },
    { TD_TYPE_VERIFICATION, _ ("Verifications"), _ ("Add a verification") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);

  gtk_widget_add_css_class (box, "td-form");
  for (guint i = 0; i < MAX_PARTS; i++)
    {
      GtkWidget *list = td_part_list_new (session, kinds[i].type, "subject-id", kinds[i].title, kinds[i].add);

      gtk_box_append (GTK_BOX (box), list);
      self->parts[i] = TD_PART_LIST (list);
    }
  return scroller;
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_import_dialog_ask (TD_LIST_PAGE (widget), TD_LIST_SUBJECTS, _ ("Import People and Collectives"));
}

/* Old registers, and lists of old decisions. */
static void
import_history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_import_dialog_ask (TD_LIST_PAGE (widget), TD_LIST_HISTORY, _ ("Import Earlier Awards"));
}

static void
td_subject_page_set_up (TdListPage *page)
{
  TdSubjectPage *self = TD_SUBJECT_PAGE (page);
  TdSession *session = td_list_page_get_session (page);
  gboolean may_write = !td_session_is_read_only (session);

  TD_LIST_PAGE_CLASS (td_subject_page_parent_class)->set_up (page);
  td_list_page_add_act (page, _ ("Own Page"), "page.own");
  td_list_page_add_act (page, _ ("Print Confirmation…"), "page.confirm");
  td_list_page_add_act (page, _ ("Merge With…"), "page.merge");
  self->history = TD_SUBJECT_HISTORY_VIEW (td_subject_history_view_new (session));
  g_signal_connect_object (self->history, "checked", G_CALLBACK (checked_cb), page, G_CONNECT_SWAPPED);
  gtk_box_append (td_record_form_get_top (td_list_page_get_form (page)), GTK_WIDGET (self->history));
  self->likely = TD_LIKELY_LIST (td_likely_list_new (session));
  td_record_form_add_below (td_list_page_get_form (page), 0, "name", GTK_WIDGET (self->likely));
  g_signal_connect_object (self->likely, "chosen", G_CALLBACK (likely_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (td_list_page_get_form (page), "edited", G_CALLBACK (edited_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (td_list_page_get_form (page), "typed", G_CALLBACK (typed_cb), page, G_CONNECT_SWAPPED);
  td_list_page_add_tab (page, make_parts (self, session), "parts", _ ("Names, Positions, Earlier Awards"));
  td_list_page_add_button (page, _ ("Possible Doubles…"), "page.doubles");
  td_list_page_add_bulk_button (page, _ ("Compare and Merge…"), "page.compare");
  td_list_page_add_menu_item (page, _ ("Import a List…"), "page.import");
  td_list_page_add_menu_item (page, _ ("Import Earlier Awards…"), "page.import-history");
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.import", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.import-history", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.merge", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.compare", may_write);
}

static void
td_subject_page_class_init (TdSubjectPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->info = &info;
  page_class->get_entity_type = td_subject_get_type;
  page_class->set_up = td_subject_page_set_up;
  page_class->begin = td_subject_page_begin;
  page_class->shown = td_subject_page_shown;
  page_class->open = td_subject_page_open;
  gtk_widget_class_install_action (widget_class, "page.own", NULL, own_action);
  gtk_widget_class_install_action (widget_class, "page.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "page.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "page.doubles", NULL, doubles_action);
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.import-history", NULL, import_history_action);
}

static void
td_subject_page_init (TdSubjectPage *self)
{
}
