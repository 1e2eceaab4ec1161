/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-page"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-ask-dialog.h"
#include "td-ceremony-count.h"
#include "td-ceremony-jobs.h"
#include "td-ceremony-page.h"
#include "td-ceremony-print.h"
#include "td-ceremony-questions.h"
#include "td-ceremony-roll.h"
#include "td-date.h"
#include "td-fact-list.h"
#include "td-file-dialog.h"
#include "td-kit-jobs.h"
#include "td-model.h"
#include "td-number.h"
#include "td-print-dialog.h"

/* Ceremonies: who is called in which order, the papers that follow it, and what was handed over. */

struct _TdCeremonyPage
{
  TdListPage parent_instance;

  TdCeremonyRoll *roll;
  TdFactList *count;
  TdFactList *kit;
  GArray *chosen; /* gint64: lines that were chosen when the dialog opened */
  gint64 ceremony_id;
  guint act;
  guint paper; /* which */
};

G_DEFINE_FINAL_TYPE (TdCeremonyPage, td_ceremony_page, TD_TYPE_LIST_PAGE)

static const char *const columns[] = { "day", "name", "place", "state", NULL };
static const char *const filters[] = { "state", NULL };

static const TdPageInfo info = {
  .name = "ceremonies",
  .title = N_ ("Ceremonies"),
  .icon_name = "starred-symbolic",
  .columns = columns,
  .filters = filters,
  .order = "day",
  .descending = TRUE,
  .add = N_ ("Add a ceremony"),
  .keeps = TRUE,
  .empty_title = N_ ("No ceremonies yet"),
  .empty_text = N_ ("A ceremony has one order for the pile of certificates, the calling list, the seats, the envelopes and the hand-over."),
};

/* How far it is */

static void
tell_count (TdFactList *list, TdJob *job)
{
  const TdCeremonyCount *count = td_job_get_object (job);

  td_fact_list_tell (list, "document-print-symbolic", _ ("Certificates to be handed over"),
                     g_strdup_printf (_ ("%u: %u printed, %u signed, %u sealed, %u missing"), count->n_certificates, count->n_printed, count->n_signed, count->n_sealed, count->n_missing));
  td_fact_list_tell (list, "system-users-symbolic", _ ("Who came"), g_strdup_printf (_ ("%u expected, %u came, %u absent, %u sent"), count->n_expected, count->n_came, count->n_absent, count->n_sent));
  td_fact_list_tell (list, "emblem-ok-symbolic", _ ("Handed over"), g_strdup_printf ("%u/%u", count->n_presented, count->n_lines));
  if (count->n_carried > 0)
    td_fact_list_tell (list, "go-next-symbolic", _ ("Carried over"), td_number_to_display (count->n_carried));
  td_fact_list_tell (list, "view-list-symbolic", _ ("Money"), td_number_to_display (count->money));
}

/* What is to be ordered */

static TdJob *
make_count_job (gint64 id, const char *day)
{
  return td_ceremony_count_job (id);
}

static TdJob *
make_kit_job (gint64 id, const char *day)
{
  return td_kit_order_job (NULL, 0, id);
}

static void
tell_kit (TdFactList *list, TdJob *job)
{
  GListModel *lines = td_job_get_object (job);
  const TdField *field = td_entity_class_find (td_entity_class_of (TD_TYPE_KIT_PART), "item");

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TdKitLine) line = g_list_model_get_item (lines, i);
      const TdChoice *choice = td_field_find_choice (field, line->part->item);
      g_autofree char *item = g_strdup_printf ("%s – %s%s%s", line->part->award_form, choice != NULL ? _ (choice->label) : line->part->item, line->part->name != NULL ? ": " : "", line->part->name != NULL ? line->part->name : "");
      TdFact fact = { .icon_name = "package-x-generic-symbolic", .title = g_strdup (item) };

      fact.text = g_strdup_printf (_ ("needed %" PRId64 ", in store %" PRId64 ", to order %" PRId64), line->n_needed, line->n_in_store, line->n_to_order);
      fact.small = g_strdup (line->own ? _ ("as this office says") : line->verified ? NULL
                                                                                    : _ ("usual; not verified"));
      td_fact_list_append (list, &fact);
    }
}

/* What is asked before something is done */

/* The lines that are chosen in the list, or the whole ceremony. */
static TdLineChoice
get_choice (TdCeremonyPage *self, gboolean chosen)
{
  if (!chosen)
    return (TdLineChoice){ .ceremony_id = self->ceremony_id };
  return (TdLineChoice){ .ids = (const gint64 *) (gpointer) self->chosen->data, .n_ids = self->chosen->len, .ceremony_id = self->ceremony_id, .numbers = self->chosen->len == 0 ? "" : NULL };
}

static TdJob *
make_present (TdEntity *question, gpointer owner)
{
  TdLineChoice lines = get_choice (owner, TD_PRESENT_QUESTION (question)->chosen);

  return td_ceremony_present_job (&lines, TD_PRESENT_QUESTION (question)->received_by, TD_PRESENT_QUESTION (question)->day);
}

static TdJob *
make_send (TdEntity *question, gpointer owner)
{
  const TdSendQuestion *q = TD_SEND_QUESTION (question);
  TdLineChoice lines = get_choice (owner, TRUE);

  return td_ceremony_send_job (&lines, q->sent_by, q->received_by, q->day);
}

static TdJob *
make_carry (TdEntity *question, gpointer owner)
{
  TdLineChoice lines = get_choice (owner, TD_CARRY_QUESTION (question)->chosen);

  return td_ceremony_carry_job (&lines, TD_CARRY_QUESTION (question)->ceremony_id);
}

static TdJob *
make_seats (TdEntity *question, gpointer owner)
{
  const TdSeatsQuestion *q = TD_SEATS_QUESTION (question);

  return td_ceremony_seat_job (TD_CEREMONY_PAGE (owner)->ceremony_id, (guint) CLAMP (q->n_rows, 0, G_MAXINT16), (guint) CLAMP (q->n_per_row, 0, G_MAXINT16));
}

static TdJob *
make_kit (TdEntity *question, gpointer owner)
{
  return td_kit_set_job (TD_KIT_PART (question));
}

static const struct
{
  const char *action;
  const char *label;
  const char *title, *text, *verb, *done;
  GType (*get_question) (void);
  const char *day; /* its property for the day */
  TdAskMake make;
} acts[] = {
  { "page.present", N_ ("Hand Over…"), N_ ("Hand Awards Over"), N_ ("To all who came. The sheets of the ledger become presented, and this cannot be undone."),
    N_ ("Hand Over"), N_ ("The awards are handed over."), td_present_question_get_type, "day", make_present },
  { "page.send", N_ ("Send…"), N_ ("Send Awards"), N_ ("To those who are chosen in the list. This cannot be undone."),
    N_ ("Send"), N_ ("The awards are marked as sent."), td_send_question_get_type, "day", make_send },
  { "page.carry", N_ ("Carry Over…"), N_ ("Carry Awards Over"), N_ ("All who were absent are called at the later ceremony."),
    N_ ("Carry Over"), N_ ("The awards are called at the later ceremony."), td_carry_question_get_type, NULL, make_carry },
  { "page.seats", N_ ("Give Seats…"), N_ ("Give Seats"), N_ ("In the order in which people are called: A1, A2 …, then B1."),
    N_ ("Give Seats"), N_ ("The seats are given."), td_seats_question_get_type, NULL, make_seats },
  { "page.kit", N_ ("What Belongs to an Award…"), N_ ("What Belongs to an Award"), N_ ("This office’s own word, in place of what is usual; nothing at all where it is given money only."),
    N_ ("Keep"), N_ ("What belongs to the award is kept."), td_kit_part_get_type, NULL, make_kit },
};

static TdEntity *
make_question (TdCeremonyPage *self)
{
  g_autofree char *today = td_date_dup_today ();
  TdEntity *question = g_object_new (acts[self->act].get_question (), NULL);
  const TdCeremony *ceremony = td_list_page_get_record (TD_LIST_PAGE (self)) != NULL ? TD_CEREMONY (td_list_page_get_record (TD_LIST_PAGE (self))) : NULL;

  if (acts[self->act].day != NULL)
    g_object_set (question, acts[self->act].day, today, NULL);
  if (TD_IS_SEATS_QUESTION (question) && ceremony != NULL)
    g_object_set (question, "n-rows", ceremony->n_rows, "n-per-row", ceremony->n_per_row, NULL);
  return question;
}

static void
ask_about (GArray *ids, gpointer owner)
{
  TdCeremonyPage *self = owner;
  TdSession *session = td_list_page_get_session (owner);
  TdAsk ask = { _ (acts[self->act].title), _ (acts[self->act].text), _ (acts[self->act].verb), _ (acts[self->act].done), acts[self->act].make };
  g_autoptr (TdEntity) question = NULL;

  if (session == NULL)
    return;
  g_array_set_size (self->chosen, 0);
  g_array_append_vals (self->chosen, ids->data, ids->len);
  question = make_question (self);
  td_ask_dialog_present (owner, session, &ask, question, owner);
}

static void
act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCeremonyPage *self = TD_CEREMONY_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, name))
      self->act = i;
  self->ceremony_id = td_list_page_get_record_id (TD_LIST_PAGE (self));
  if (self->ceremony_id != 0)
    td_ceremony_roll_collect (self->roll, ask_about, self);
  else
    {
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

      ask_about (none, self);
    }
}

static void
order_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCeremonyOrder order = g_str_equal (g_variant_get_string (parameter, NULL), "unit") ? TD_CEREMONY_ORDER_UNIT : TD_CEREMONY_ORDER_FORM;

  if (td_list_page_get_record_id (TD_LIST_PAGE (widget)) != 0)
    td_session_run (td_list_page_get_session (TD_LIST_PAGE (widget)), td_ceremony_order_job (td_list_page_get_record_id (TD_LIST_PAGE (widget)), order), TD_RUN_TELL, NULL, NULL);
}

/* Papers */

static const struct
{
  TdCeremonyPaper paper;
  const char *sheet; /* NULL: the paper has its own size */
  const char *label;
  const char *title;
  const char *file;
} papers[] = {
  { TD_CEREMONY_PAPER_CALLING, NULL, N_ ("Calling List…"), N_ ("Save the Calling List"), N_ ("calling list.pdf") },
  { TD_CEREMONY_PAPER_SEATING, NULL, N_ ("Seating Plan…"), N_ ("Save the Seating Plan"), N_ ("seating plan.pdf") },
  { TD_CEREMONY_PAPER_ENVELOPES, "dl", N_ ("Envelopes DL…"), N_ ("Save the Envelopes"), N_ ("envelopes.pdf") },
  { TD_CEREMONY_PAPER_ENVELOPES, "c5", N_ ("Envelopes C5…"), N_ ("Save the Envelopes"), N_ ("envelopes.pdf") },
  { TD_CEREMONY_PAPER_LABELS, "a4-2x7", N_ ("Labels 2 × 7…"), N_ ("Save the Labels"), N_ ("labels.pdf") },
  { TD_CEREMONY_PAPER_LABELS, "a4-3x8", N_ ("Labels 3 × 8…"), N_ ("Save the Labels"), N_ ("labels.pdf") },
  { TD_CEREMONY_PAPER_HAND_OVER, NULL, N_ ("Hand-Over List…"), N_ ("Save the Hand-Over List"), N_ ("hand-over list.pdf") },
  { TD_CEREMONY_PAPER_MONEY, NULL, N_ ("Money List…"), N_ ("Save the Money List"), N_ ("money list.pdf") },
};

static void
paper_path (const char *path, gpointer owner)
{
  TdCeremonyPage *self = owner;
  TdSession *session = td_list_page_get_session (owner);

  if (session != NULL)
    td_session_run (session, td_ceremony_print_job (self->ceremony_id, papers[self->paper].paper, papers[self->paper].sheet, 0, path), TD_RUN_LONG | TD_RUN_SAVED, NULL, NULL);
}

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCeremonyPage *self = TD_CEREMONY_PAGE (widget);
  guint paper = g_variant_get_uint32 (parameter);
  TdFileKind kind;

  if (td_list_page_get_record_id (TD_LIST_PAGE (self)) == 0 || paper >= G_N_ELEMENTS (papers))
    return;
  self->ceremony_id = td_list_page_get_record_id (TD_LIST_PAGE (self));
  self->paper = paper;
  /* What is an official list may be worked on. */
  kind = papers[paper].paper == TD_CEREMONY_PAPER_HAND_OVER || papers[paper].paper == TD_CEREMONY_PAPER_MONEY ? TD_FILE_LETTER : TD_FILE_PDF;
  td_file_dialog_save (widget, _ (papers[paper].title), kind, _ (papers[paper].file), paper_path, self);
}

/* The pile in the order in which people are called. */
static void
certificates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TdCertificateOptions options = { .ceremony_id = td_list_page_get_record_id (TD_LIST_PAGE (widget)), .order = TD_CERTIFICATE_ORDER_CEREMONY };

  if (options.ceremony_id != 0)
    td_print_dialog_present (td_print_dialog_new (td_list_page_get_session (TD_LIST_PAGE (widget)), 0, &options), widget);
}

static void
decisions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "decisions");
}

static void
td_ceremony_page_shown (TdListPage *page, TdEntity *record)
{
  TdCeremonyPage *self = TD_CEREMONY_PAGE (page);
  gint64 id = record != NULL ? td_entity_get_id (record) : 0;
  gboolean may_write = !td_session_is_read_only (td_list_page_get_session (page));

  td_ceremony_roll_set_ceremony (self->roll, record != NULL ? TD_CEREMONY (record) : NULL);
  td_fact_list_set_parent (self->count, id);
  td_fact_list_set_parent (self->kit, id);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (page), acts[i].action, may_write && (id != 0 || acts[i].make == make_kit));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.order", may_write && id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.paper", id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.certificates", id != 0);
}

static void
add_menu (GtkBox *row, const char *label, GMenu *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_box_append (row, button);
}

/* What is printed, and what is settled before the day. */
static void
add_menus (TdListPage *page)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GMenu) to_print = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();

  g_menu_append (to_print, _ ("Certificates…"), "page.certificates");
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *action = g_strdup_printf ("page.paper(uint32 %u)", i);

      g_menu_append (to_print, _ (papers[i].label), action);
    }
  g_menu_append (order, _ ("Order by Award Form"), "page.order::form");
  g_menu_append (order, _ ("Order by Unit"), "page.order::unit");
  g_menu_append (order, _ (acts[3].label), acts[3].action);
  gtk_widget_add_css_class (row, "td-acts");
  add_menu (GTK_BOX (row), _ ("Papers"), to_print);
  add_menu (GTK_BOX (row), _ ("Order and Seats"), order);
  gtk_box_append (td_list_page_get_acts (page), row);
}

static void
td_ceremony_page_set_up (TdListPage *page)
{
  TdCeremonyPage *self = TD_CEREMONY_PAGE (page);
  TdSession *session = td_list_page_get_session (page);

  TD_LIST_PAGE_CLASS (td_ceremony_page_parent_class)->set_up (page);
  for (guint i = 0; i < 3; i++)
    td_list_page_add_act (page, _ (acts[i].label), acts[i].action);
  td_list_page_add_menu_item (page, _ (acts[G_N_ELEMENTS (acts) - 1].label), acts[G_N_ELEMENTS (acts) - 1].action);
  add_menus (page);
  self->roll = TD_CEREMONY_ROLL (td_ceremony_roll_new (session));
  self->count = TD_FACT_LIST (td_fact_list_new (session, make_count_job, tell_count, _ ("How far it is"), _ ("Nobody is called yet.")));
  self->kit = TD_FACT_LIST (td_fact_list_new (session, make_kit_job, tell_kit, _ ("To order"), _ ("Nothing is to be ordered.")));
  td_list_page_add_tab (page, GTK_WIDGET (self->roll), "roll", _ ("Who is called"));
  td_list_page_add_tab (page, GTK_WIDGET (self->count), "count", _ ("How far it is"));
  td_list_page_add_tab (page, GTK_WIDGET (self->kit), "kit", _ ("To order"));
  td_list_page_add_start_action (page, _ ("Go to the Decisions"), "page.decisions");
  td_ceremony_page_shown (page, NULL);
}

static void
td_ceremony_page_finalize (GObject *object)
{
  g_array_unref (TD_CEREMONY_PAGE (object)->chosen);
  G_OBJECT_CLASS (td_ceremony_page_parent_class)->finalize (object);
}

static void
td_ceremony_page_class_init (TdCeremonyPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = td_ceremony_page_finalize;
  page_class->info = &info;
  page_class->get_entity_type = td_ceremony_get_type;
  page_class->set_up = td_ceremony_page_set_up;
  page_class->shown = td_ceremony_page_shown;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].action, NULL, act_action);
  gtk_widget_class_install_action (widget_class, "page.order", "s", order_action);
  gtk_widget_class_install_action (widget_class, "page.paper", "u", paper_action);
  gtk_widget_class_install_action (widget_class, "page.certificates", NULL, certificates_action);
  gtk_widget_class_install_action (widget_class, "page.decisions", NULL, decisions_action);
}

static void
td_ceremony_page_init (TdCeremonyPage *self)
{
  self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
}
