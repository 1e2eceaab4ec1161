/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-display.h"
#include "td-fact-list.h"
#include "td-file-dialog.h"
#include "td-model.h"
#include "td-province-dialog.h"
#include "td-unit-act-dialog.h"
#include "td-unit-group-dialog.h"
#include "td-unit-history.h"
#include "td-unit-jobs.h"
#include "td-unit-lineage.h"
#include "td-unit-page.h"

/* The units an office works with. */

#define MAX_AWARDS 200 /* listed in the history */

struct _TdUnitPage
{
  TdListPage parent_instance;

  TdFactList *history;
  GtkWidget *acts;
};

G_DEFINE_FINAL_TYPE (TdUnitPage, td_unit_page, TD_TYPE_LIST_PAGE)

/* The code is seldom known, and a name wants its room; it waits among the other columns. */
static const char *const columns[] = { "name", "kind", "valid-to", NULL };
static const char *const filters[] = { "kind", "parent-id", NULL };

static const TdPageInfo info = {
  .name = "units",
  .title = N_ ("Units"),
  .icon_name = "x-office-address-book-symbolic",
  .columns = columns,
  .filters = filters,
  .order = "name",
  .add = N_ ("Add a unit"),
  .empty_title = N_ ("No units yet"),
  .empty_text = N_ ("The communes, wards, departments and other units that take part and nominate."),
};

static void
imported_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);
  GPtrArray *findings = td_job_get_findings (job);

  if (error == NULL && findings->len > 0 && session != NULL)
    td_session_show (session, _ ("The list was imported, with notes"), NULL, findings);
}

static void
import_path (const char *path, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);

  if (session != NULL)
    td_session_run (session, td_unit_import_job (path), TD_RUN_TELL | TD_RUN_LONG, imported_cb, owner);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_file_dialog_open (widget, _ ("Import Units"), TD_FILE_TABLE, import_path, widget);
}

static void
province_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = td_province_dialog_new (td_list_page_get_session (TD_LIST_PAGE (widget)));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
groups_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = td_unit_group_dialog_new (td_list_page_get_session (TD_LIST_PAGE (widget)));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What happens to units */

static void
acted_cb (TdListPage *page, gint64 id)
{
  td_list_page_show_record (page, id);
}

static void
present_act (GtkWidget *widget, const char *kind, GArray *ids)
{
  GtkWidget *dialog;

  if (ids->len == 0 || td_list_page_get_session (TD_LIST_PAGE (widget)) == NULL)
    return;
  dialog = td_unit_act_dialog_new (td_list_page_get_session (TD_LIST_PAGE (widget)), kind, (const gint64 *) ids->data, ids->len);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "done", G_CALLBACK (acted_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
merge_ids (GArray *ids, gpointer owner)
{
  present_act (owner, "merge", ids);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_record_table_collect (td_list_page_get_table (TD_LIST_PAGE (widget)), merge_ids, widget);
}

static void
act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const kinds[] = { "split", "rename", "move" };
  TdEntity *record = td_list_page_get_record (TD_LIST_PAGE (widget));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = record != NULL ? td_entity_get_id (record) : 0;

  if (id == 0)
    return;
  g_array_append_val (ids, id);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (name, kinds[i]))
      present_act (widget, kinds[i], ids);
}

/* Its history: what happened to it and to those it came out of, then their awards. */

static char *
tell_side (TdUnitHistory *history, guint first, const char *role, const char *separator)
{
  TdUnitActPart *of = g_ptr_array_index (history->parts, first);
  GString *names = g_string_new (NULL);

  for (guint i = first; i < history->parts->len; i++)
    {
      TdUnitActPart *part = g_ptr_array_index (history->parts, i);

      if (part->act_id == of->act_id && g_str_equal (part->role, role))
        g_string_append_printf (names, "%s%s", names->len > 0 ? separator : "", part->unit_name);
    }
  return g_string_free (names, FALSE);
}

/* "A, B → C"; "tên cũ → tên mới". */
static char *
tell_act (TdUnitHistory *history, guint first)
{
  TdUnitActPart *part = g_ptr_array_index (history->parts, first);
  g_autofree char *from = tell_side (history, first, "from", ", ");
  g_autofree char *into = tell_side (history, first, "into", ", ");

  if (*from != '\0')
    return g_strdup_printf ("%s → %s", from, into);
  if (g_strcmp0 (part->name, part->unit_name) != 0)
    return g_strdup_printf ("%s → %s", part->name, part->unit_name);
  return g_strdup (part->unit_name);
}

static void
append_act (TdFactList *list, TdUnitHistory *history, guint first)
{
  TdUnitActPart *part = g_ptr_array_index (history->parts, first);
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (part);
  g_autofree char *kind = td_display_dup_text (TD_ENTITY (part), td_entity_class_find (klass, "act-kind"));
  g_autofree char *date = td_display_dup_text (TD_ENTITY (part), td_entity_class_find (klass, "act-date"));
  TdFact fact = { .icon_name = "document-edit-symbolic" };

  fact.title = g_strdup_printf ("%s · %s", kind, date);
  fact.text = tell_act (history, first);
  if (part->act_document != NULL)
    fact.small = part->act_issuer != NULL ? g_strdup_printf ("%s · %s", part->act_document, part->act_issuer) : g_strdup (part->act_document);
  td_fact_list_append (list, &fact);
}

static void
append_award (TdFactList *list, TdUnitHistory *history, TdAward *award)
{
  TdUnit *unit = td_unit_history_find_unit (history, award->unit_id);
  TdFact fact = { .icon_name = unit == history->unit ? "starred-symbolic" : "document-revert-symbolic" };

  fact.title = g_strdup_printf ("%s · %s", award->award_form, award->subject_name);
  /* Those of predecessors say whose they are. */
  if (unit != NULL && unit != history->unit)
    fact.small = g_strdup_printf ("%s · %s", award->decision_number, unit->name);
  else
    fact.small = g_strdup (award->decision_number);
  td_fact_list_append (list, &fact);
}

static void
append_heading (TdFactList *list, char *text)
{
  TdFact fact = { .title = text };

  td_fact_list_append (list, &fact);
}

static void
tell_history (TdFactList *list, TdJob *job)
{
  TdUnitHistory *history = td_job_get_object (job);
  gint64 act_id = 0;

  for (guint i = 0; i < history->parts->len; i++)
    {
      TdUnitActPart *part = g_ptr_array_index (history->parts, i);

      if (part->act_id != act_id)
        append_act (list, history, i);
      act_id = part->act_id;
    }
  if (history->n_own > 0)
    append_heading (list, g_strdup_printf (ngettext ("%u award", "%u awards", (guint) history->n_own), (guint) history->n_own));
  for (guint i = 0; i < history->awards->len; i++)
    {
      if (i > 0 && i == MIN (history->n_own, MAX_AWARDS))
        break;
      if (history->n_own > 0)
        append_award (list, history, g_ptr_array_index (history->awards, i));
    }
  if (history->n_inherited > 0)
    append_heading (list, g_strdup_printf (ngettext ("%u award of predecessors, not counted here", "%u awards of predecessors, not counted here", (guint) history->n_inherited), (guint) history->n_inherited));
  for (guint i = MIN (history->n_own, MAX_AWARDS); i < history->awards->len; i++)
    append_award (list, history, g_ptr_array_index (history->awards, i));
}

static TdJob *
make_history_job (gint64 id, const char *day)
{
  return td_unit_history_job (id, MAX_AWARDS);
}

static GtkWidget *
make_acts (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("Rename…"), "page.rename");
  g_menu_append (menu, _ ("Move…"), "page.move");
  g_menu_append (menu, _ ("Merge…"), "page.merge");
  g_menu_append (menu, _ ("Split…"), "page.split");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("By a document"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("By a document"), -1);
  gtk_widget_set_tooltip_text (button, _ ("Rename, move, merge or split it from a day on"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("By a document"), -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "td-acts");
  return button;
}

static void
update_acts (TdUnitPage *self)
{
  static const char *const actions[] = { "page.rename", "page.move", "page.split" };
  TdListPage *page = TD_LIST_PAGE (self);
  gboolean may_write = !td_session_is_read_only (td_list_page_get_session (page));
  gboolean one = may_write && td_list_page_get_record (page) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (page), actions[i], one);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.merge", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.import", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.province", may_write);
  gtk_widget_set_visible (self->acts, one);
}

/* A list as of a day shows what the units were; that is not to be written over what they are. */
static const char *
td_unit_page_get_lock (TdListPage *page, TdEntity *record)
{
  return td_filter_bar_get_day (td_list_page_get_filters (page)) != NULL ? _ ("As it was on that day. Clear the day to change it.") : NULL;
}

static void
td_unit_page_shown (TdListPage *page, TdEntity *record)
{
  TdUnitPage *self = TD_UNIT_PAGE (page);

  td_fact_list_set_parent (self->history, record != NULL ? td_entity_get_id (record) : 0);
  update_acts (self);
}

static void
td_unit_page_set_up (TdListPage *page)
{
  TdUnitPage *self = TD_UNIT_PAGE (page);

  TD_LIST_PAGE_CLASS (td_unit_page_parent_class)->set_up (page);
  td_record_table_set_change (td_list_page_get_table (page), td_unit_lineage_show_rows);
  self->acts = make_acts ();
  gtk_box_append (td_list_page_get_acts (page), self->acts);
  self->history = TD_FACT_LIST (td_fact_list_new (td_list_page_get_session (page), make_history_job, tell_history, _ ("History"),
                                                  _ ("Nothing has happened to the unit, and it has no awards.")));
  td_list_page_add_tab (page, GTK_WIDGET (self->history), "history", _ ("History"));
  td_filter_bar_add_day (td_list_page_get_filters (page), "valid-from", "valid-to");
  td_list_page_add_menu_item (page, _ ("Units of a Province…"), "page.province");
  td_list_page_add_menu_item (page, _ ("Import a List…"), "page.import");
  td_list_page_add_button (page, _ ("Groups…"), "page.groups");
  td_list_page_add_start_action (page, _ ("Units of a Province…"), "page.province");
  td_list_page_add_start_action (page, _ ("Import a List…"), "page.import");
  td_list_page_add_bulk_button (page, _ ("Merge…"), "page.merge");
  update_acts (self);
}

static void
td_unit_page_class_init (TdUnitPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->info = &info;
  page_class->get_entity_type = td_unit_get_type;
  page_class->set_up = td_unit_page_set_up;
  page_class->shown = td_unit_page_shown;
  page_class->get_lock = td_unit_page_get_lock;
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.province", NULL, province_action);
  gtk_widget_class_install_action (widget_class, "page.groups", NULL, groups_action);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "page.split", NULL, act_action);
  gtk_widget_class_install_action (widget_class, "page.rename", NULL, act_action);
  gtk_widget_class_install_action (widget_class, "page.move", NULL, act_action);
}

static void
td_unit_page_init (TdUnitPage *self)
{
}
