/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-question"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choice-row.h"
#include "td-finding-list.h"
#include "td-print-question.h"

/* What lies in the printer's tray? Which sheet was the last good one, which are spoiled. */

struct _TdPrintQuestion
{
  AdwBin parent_instance;

  GtkLabel *text;
  AdwComboRow *last_good;
  AdwEntryRow *spoiled;
  AdwEntryRow *reason;
  TdFindingList *findings;
  GtkWidget *go_on;
  GtkWidget *end;

  gint64 batch_id;
  gboolean on_blanks;
  GPtrArray *choices; /* TdPrintPage that may be the last good one; the first is NULL where none may be */
};

enum
{
  ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPrintQuestion, td_print_question, ADW_TYPE_BIN)

static gboolean
went (const TdPrintPage *page)
{
  return g_str_equal (page->state, "sent") || g_str_equal (page->state, "printed");
}

static void
unref_page (gpointer page)
{
  if (page != NULL)
    g_object_unref (page);
}

/* What was sent last and the sheet before it; after the end all of the batch. */
static void
find_choices (TdPrintQuestion *self, TdOpenBatch *open)
{
  gint64 chunk_id = open->chunk != NULL ? td_entity_get_id (TD_ENTITY (open->chunk)) : 0;
  TdPrintPage *before = NULL;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_ptr_array_new_with_free_func (unref_page);
  for (guint i = 0; i < open->pages->len; i++)
    {
      TdPrintPage *page = g_ptr_array_index (open->pages, i);

      if (!went (page))
        continue;
      if (chunk_id != 0 && page->chunk_id != chunk_id)
        before = page;
      else
        {
          if (self->choices->len == 0)
            g_ptr_array_add (self->choices, before != NULL ? g_object_ref (before) : NULL);
          g_ptr_array_add (self->choices, g_object_ref (page));
        }
    }
}

static char *
dup_label (const TdPrintPage *page)
{
  if (page == NULL)
    return g_strdup (_ ("None came out well"));
  if (page->sheet_code != NULL)
    return g_strdup_printf ("%s · %s", page->sheet_code, page->award_name);
  return g_strdup_printf ("%u · %s", (guint) page->position, page->award_name);
}

/* The one behind the last good one is the one that is spoiled, if any is. */
static void
chosen_cb (TdPrintQuestion *self)
{
  guint next = adw_combo_row_get_selected (self->last_good) + 1;
  const TdPrintPage *page = self->choices != NULL && next < self->choices->len ? g_ptr_array_index (self->choices, next) : NULL;
  g_autofree char *title = NULL;

  if (page == NULL)
    title = g_strdup (_ ("Spoiled sheets, by their numbers; empty for none"));
  else
    /* Translators: a number, of a sheet or a place */
    title = g_strdup_printf (_ ("Spoiled sheets, such as %u; empty for none"), (guint) (self->on_blanks ? page->sheet_number : page->position));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->spoiled), title);
}

static void
answer (TdPrintQuestion *self, gboolean goes_on)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  td_finding_list_set (self->findings, NULL);
  g_signal_emit (self, signals[ANSWERED], 0, goes_on);
}

static void
go_on_cb (TdPrintQuestion *self)
{
  answer (self, TRUE);
}

static void
end_cb (TdPrintQuestion *self)
{
  answer (self, FALSE);
}

static void
td_print_question_dispose (GObject *object)
{
  g_clear_pointer (&TD_PRINT_QUESTION (object)->choices, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_PRINT_QUESTION);
  G_OBJECT_CLASS (td_print_question_parent_class)->dispose (object);
}

static void
td_print_question_class_init (TdPrintQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_print_question_dispose;
  /**
   * TdPrintQuestion::answered:
   * @goes_on: whether the rest is to be printed now
   */
  signals[ANSWERED] = g_signal_new ("answered", TD_TYPE_PRINT_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_type_ensure (TD_TYPE_FINDING_LIST);
  g_type_ensure (TD_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-print-question.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPrintQuestion, text);
  gtk_widget_class_bind_template_child (widget_class, TdPrintQuestion, last_good);
  gtk_widget_class_bind_template_child (widget_class, TdPrintQuestion, spoiled);
  gtk_widget_class_bind_template_child (widget_class, TdPrintQuestion, reason);
  gtk_widget_class_bind_template_child (widget_class, TdPrintQuestion, findings);
  gtk_widget_class_bind_template_child (widget_class, TdPrintQuestion, go_on);
  gtk_widget_class_bind_template_child (widget_class, TdPrintQuestion, end);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_cb);
}

static void
td_print_question_init (TdPrintQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->reason), _ ("Paper jam"));
}

/**
 * td_print_question_ask:
 * @self: the question
 * @open: a batch
 * @n_likely: so many sheets of what was sent last seem to be out
 * @ends: whether the person does not mean to go on
 *
 * Asks what came out.
 */
void
td_print_question_ask (TdPrintQuestion *self, TdOpenBatch *open, guint n_likely, gboolean ends)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *text = open->chunk != NULL ? td_open_batch_tell (open) : g_strdup (_ ("Which was the last good sheet? What comes after it is printed again."));

  self->batch_id = td_entity_get_id (TD_ENTITY (open->batch));
  self->on_blanks = open->batch->stock_id != 0;
  find_choices (self, open);
  for (guint i = 0; i < self->choices->len; i++)
    {
      g_autofree char *label = dup_label (g_ptr_array_index (self->choices, i));

      gtk_string_list_append (labels, label);
    }
  gtk_label_set_label (self->text, text);
  adw_combo_row_set_model (self->last_good, G_LIST_MODEL (labels));
  if (self->choices->len > 0)
    adw_combo_row_set_selected (self->last_good, MIN (n_likely, self->choices->len - 1));
  gtk_editable_set_text (GTK_EDITABLE (self->spoiled), "");
  td_finding_list_set (self->findings, NULL);
  chosen_cb (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (self->end, open->chunk != NULL);
  if (ends)
    {
      gtk_widget_add_css_class (self->end, "suggested-action");
      gtk_widget_remove_css_class (self->go_on, "suggested-action");
    }
  else
    {
      gtk_widget_add_css_class (self->go_on, "suggested-action");
      gtk_widget_remove_css_class (self->end, "suggested-action");
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->last_good));
}

/**
 * td_print_question_refuse:
 * @self: the question
 * @findings: (element-type TdFinding): why the answer cannot be
 * @message: where there are none
 *
 * Asks again.
 */
void
td_print_question_refuse (TdPrintQuestion *self, GPtrArray *findings, const char *message)
{
  g_autoptr (GPtrArray) own = td_findings_new ();

  if (findings->len == 0)
    g_ptr_array_add (own, td_finding_new ("print", TD_SEVERITY_BLOCK, "%s", message));
  td_finding_list_set (self->findings, findings->len > 0 ? findings : own);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->spoiled));
}

/**
 * td_print_question_make_job:
 * @self: the question
 *
 * Returns: (transfer full): what enters the answer
 */
TdJob *
td_print_question_make_job (TdPrintQuestion *self)
{
  guint position = adw_combo_row_get_selected (self->last_good);
  const TdPrintPage *page = position < self->choices->len ? g_ptr_array_index (self->choices, position) : NULL;
  TdPrintSettlement settlement = { .batch_id = self->batch_id, .last_good_page = page != NULL ? page->position : 0, .spoiled = gtk_editable_get_text (GTK_EDITABLE (self->spoiled)), .reason = gtk_editable_get_text (GTK_EDITABLE (self->reason)) };

  return td_print_batch_settle_job (&settlement);
}
