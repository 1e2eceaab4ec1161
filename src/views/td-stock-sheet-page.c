/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-sheet-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ask-dialog.h"
#include "td-date.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-stock-jobs.h"
#include "td-stock-questions.h"
#include "td-stock-sheet-page.h"

/* Every sheet: where it is, what is printed on it, and its way through signing, sealing, framing and the
 * ceremony. */

struct _TdStockSheetPage
{
  TdListPage parent_instance;

  GArray *chosen; /* gint64: what a dialog that is open is about */
  guint act;      /* which */
};

G_DEFINE_FINAL_TYPE (TdStockSheetPage, td_stock_sheet_page, TD_TYPE_LIST_PAGE)

static const char *const columns[] = { "code", "state", "award-name", "register-number", "changed-on", "stock-name", NULL };
static const char *const filters[] = { "stock-id", "state", NULL };

static const TdPageInfo info = {
  .name = "sheets",
  .title = N_ ("Sheets of blanks"),
  .icon_name = "view-paged-symbolic",
  .columns = columns,
  .filters = filters,
  .order = "number",
  .keeps = TRUE,
  .empty_title = N_ ("No sheets yet"),
  .empty_text = N_ ("Receive blanks first; every one of them is then here, with what becomes of it."),
};

static TdSheetChoice
get_choice (TdStockSheetPage *self)
{
  return (TdSheetChoice){ .ids = (const gint64 *) (gpointer) self->chosen->data, .n_ids = self->chosen->len };
}

static TdJob *
make_spoil (TdEntity *question, gpointer owner)
{
  TdSheetChoice sheets = get_choice (owner);

  return td_stock_spoil_job (&sheets, TD_REASON_QUESTION (question)->reason, TD_REASON_QUESTION (question)->day);
}

static TdJob *
make_take_back (TdEntity *question, gpointer owner)
{
  TdSheetChoice sheets = get_choice (owner);

  return td_stock_take_back_job (&sheets, TD_REASON_QUESTION (question)->reason, TD_REASON_QUESTION (question)->day);
}

static TdJob *
make_destroy (TdEntity *question, gpointer owner)
{
  TdSheetChoice sheets = get_choice (owner);

  return td_stock_destroy_job (&sheets, TD_DESTROY_QUESTION (question)->document, TD_DESTROY_QUESTION (question)->day);
}

static TdJob *
make_hand_out (TdEntity *question, gpointer owner)
{
  const TdHandOutQuestion *q = TD_HAND_OUT_QUESTION (question);
  TdSheetChoice sheets = get_choice (owner);
  g_autoptr (TdStockRound) round = g_object_new (TD_TYPE_STOCK_ROUND, "step", q->step, "handed-to", q->handed_to, "out-on", q->out_on, NULL);

  return td_stock_hand_out_job (round, &sheets);
}

static TdJob *
make_hand_back (TdEntity *question, gpointer owner)
{
  TdSheetChoice sheets = get_choice (owner);

  return td_stock_hand_back_job (0, &sheets, TD_HAND_BACK_QUESTION (question)->day, TD_HAND_BACK_QUESTION (question)->undone);
}

/* What can be done with the sheets that are chosen. */
static const struct
{
  const char *action;
  const char *label; /* of its button */
  const char *title, *text, *verb, *done;
  GType (*get_question) (void);
  const char *day; /* its property for the day */
  TdAskMake make;
} acts[] = {
  { "page.hand-out", N_ ("Hand Out…"), N_ ("Hand Certificates Out"), N_ ("The sheets that are chosen go out together and are counted when they come back."),
    N_ ("Hand Out"), N_ ("The certificates are out."), td_hand_out_question_get_type, "out-on", make_hand_out },
  { "page.hand-back", N_ ("Take In…"), N_ ("Take Certificates In"), N_ ("Signed, sealed or framed as they went out for; at a presentation, handed over."),
    N_ ("Take In"), N_ ("The certificates are taken in."), td_hand_back_question_get_type, "day", make_hand_back },
  { "page.spoil", N_ ("Spoil…"), N_ ("Spoil Sheets"), N_ ("What was printed on them can then be printed on other sheets."),
    N_ ("Spoil"), N_ ("The sheets are marked as spoiled."), td_reason_question_get_type, "day", make_spoil },
  { "page.take-back", N_ ("Take Back…"), N_ ("Take Certificates Back"), N_ ("Certificates that were presented and whose decision or wording was wrong."),
    N_ ("Take Back"), N_ ("The certificates are marked as taken back."), td_reason_question_get_type, "day", make_take_back },
  { "page.destroy", N_ ("Destroy…"), N_ ("Destroy Spoiled Sheets"), N_ ("Spoiled sheets, and those taken back, that were destroyed by a record."),
    N_ ("Destroy"), N_ ("The sheets are marked as destroyed."), td_destroy_question_get_type, "day", make_destroy },
};

static void
act_on_ids (GArray *ids, gpointer owner)
{
  TdStockSheetPage *self = owner;
  TdSession *session = td_list_page_get_session (owner);
  g_autofree char *today = td_date_dup_today ();
  g_autofree char *title = NULL;
  g_autoptr (TdEntity) question = NULL;
  TdAsk ask;

  if (ids->len == 0 || session == NULL)
    return;
  g_array_set_size (self->chosen, 0);
  g_array_append_vals (self->chosen, ids->data, ids->len);
  /* Translators: what is done, and with how many sheets */
  title = g_strdup_printf (ngettext ("%s: %u Sheet", "%s: %u Sheets", ids->len), _ (acts[self->act].title), ids->len);
  ask = (TdAsk){ title, _ (acts[self->act].text), _ (acts[self->act].verb), _ (acts[self->act].done), acts[self->act].make };
  question = g_object_new (acts[self->act].get_question (), acts[self->act].day, today, NULL);
  td_ask_dialog_present (owner, session, &ask, question, owner);
}

static void
act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdStockSheetPage *self = TD_STOCK_SHEET_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, name))
      self->act = i;
  td_record_table_collect (td_list_page_get_table (TD_LIST_PAGE (widget)), act_on_ids, widget);
}

static void
stocks_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "stocks");
}

static const char *
td_stock_sheet_page_get_lock (TdListPage *page, TdEntity *record)
{
  return ""; /* the buttons say what can be done */
}

static void
td_stock_sheet_page_set_up (TdListPage *page)
{
  gboolean may_write = !td_session_is_read_only (td_list_page_get_session (page));

  TD_LIST_PAGE_CLASS (td_stock_sheet_page_parent_class)->set_up (page);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (i < 3)
        {
          td_list_page_add_act (page, _ (acts[i].label), acts[i].action);
          td_list_page_add_bulk_button (page, _ (acts[i].label), acts[i].action);
        }
      else
        td_list_page_add_menu_item (page, _ (acts[i].label), acts[i].action);
      gtk_widget_action_set_enabled (GTK_WIDGET (page), acts[i].action, may_write);
    }
  td_list_page_add_start_action (page, _ ("Go to the Blanks"), "page.stocks");
}

static void
td_stock_sheet_page_finalize (GObject *object)
{
  g_array_unref (TD_STOCK_SHEET_PAGE (object)->chosen);
  G_OBJECT_CLASS (td_stock_sheet_page_parent_class)->finalize (object);
}

static void
td_stock_sheet_page_class_init (TdStockSheetPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = td_stock_sheet_page_finalize;
  page_class->info = &info;
  page_class->get_entity_type = td_stock_sheet_get_type;
  page_class->set_up = td_stock_sheet_page_set_up;
  page_class->get_lock = td_stock_sheet_page_get_lock;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].action, NULL, act_action);
  gtk_widget_class_install_action (widget_class, "page.stocks", NULL, stocks_action);
}

static void
td_stock_sheet_page_init (TdStockSheetPage *self)
{
  self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
got_stock_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdEntity *stock = td_job_get_object (job);

  if (td_list_page_get_session (owner) == NULL || stock == NULL)
    return;
  td_record_table_unselect (td_list_page_get_table (owner));
  td_filter_bar_set_id (td_list_page_get_filters (owner), "stock-id", td_entity_get_id (stock), TD_STOCK (stock)->name);
}

/**
 * td_stock_sheet_page_show_stock:
 * @self: the page
 * @stock_id: a stock
 *
 * Narrows the page to the sheets of one stock.
 */
void
td_stock_sheet_page_show_stock (TdStockSheetPage *self, gint64 stock_id)
{
  td_list_page_look (TD_LIST_PAGE (self));
  td_session_run (td_list_page_get_session (TD_LIST_PAGE (self)), td_record_get_job (TD_TYPE_STOCK, stock_id), TD_RUN_QUIET, got_stock_cb, self);
}
