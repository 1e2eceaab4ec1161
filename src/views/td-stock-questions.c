/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-questions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ask-dialog.h"
#include "td-choices.h"
#include "td-date.h"
#include "td-model.h"
#include "td-stock-jobs.h"
#include "td-stock-questions.h"

#define VALUE(member) TD_ENTITY_FIELD (TdReceiveQuestion, member)
static const TdField receive_question_fields[] = {
  { "stock-id", N_ ("Stock"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN, VALUE (stock_id), .target = "stock" },
  { "n-sheets", N_ ("Sheets"), TD_FIELD_INTEGER, TD_FIELD_REQUIRED, VALUE (n_sheets) },
  { "first-number", N_ ("First number"), TD_FIELD_INTEGER, 0, VALUE (first_number) },
  { "received-on", N_ ("Received on"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (received_on) },
  { "supplier", N_ ("Supplier"), TD_FIELD_TEXT, 0, VALUE (supplier) },
  { "document", N_ ("By document"), TD_FIELD_TEXT, 0, VALUE (document) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdReceiveQuestion, td_receive_question, "receive_question", N_ ("Question"), receive_question_fields)

static TdJob *
make_receipt (TdEntity *question, gpointer owner)
{
  const TdReceiveQuestion *q = TD_RECEIVE_QUESTION (question);
  g_autoptr (TdStockPack) pack = g_object_new (TD_TYPE_STOCK_PACK, "stock-id", q->stock_id, "n-sheets", q->n_sheets, "first-number", q->first_number,
                                               "received-on", q->received_on, "supplier", q->supplier, "document", q->document, NULL);

  return td_stock_receive_job (pack);
}

/**
 * td_receive_question_present:
 * @parent: a widget of the window
 * @session: where the blanks are kept
 * @stock_id: which kind came in
 *
 * Asks how many blanks came in, and enters them.
 */
void
td_receive_question_present (GtkWidget *parent, TdSession *session, gint64 stock_id)
{
  TdAsk ask = { _ ("Receive Blanks"), _ ("Every sheet is entered, so that the count can be proved. Where the printing house did not number them, the office counts on."), _ ("Receive"), _ ("The blanks are in the store."), make_receipt };
  g_autofree char *today = td_date_dup_today ();
  g_autoptr (TdEntity) question = g_object_new (TD_TYPE_RECEIVE_QUESTION, "stock-id", stock_id, "received-on", today, NULL);

  td_ask_dialog_present (parent, session, &ask, question, parent);
}

#define VALUE(member) TD_ENTITY_FIELD (TdReasonQuestion, member)
static const TdField reason_question_fields[] = {
  { "reason", N_ ("Reason"), TD_FIELD_TEXT, TD_FIELD_REQUIRED, VALUE (reason) },
  { "day", N_ ("Day"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (day) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdReasonQuestion, td_reason_question, "reason_question", N_ ("Question"), reason_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdDestroyQuestion, member)
static const TdField destroy_question_fields[] = {
  { "document", N_ ("By document"), TD_FIELD_TEXT, TD_FIELD_REQUIRED, VALUE (document) },
  { "day", N_ ("Day"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (day) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdDestroyQuestion, td_destroy_question, "destroy_question", N_ ("Question"), destroy_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdHandOutQuestion, member)
static const TdField hand_out_question_fields[] = {
  { "step", N_ ("What for"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED, VALUE (step), .choices = td_choices_stock_step },
  { "handed-to", N_ ("Handed to"), TD_FIELD_TEXT, 0, VALUE (handed_to) },
  { "out-on", N_ ("Out on"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (out_on) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdHandOutQuestion, td_hand_out_question, "hand_out_question", N_ ("Question"), hand_out_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdHandBackQuestion, member)
static const TdField hand_back_question_fields[] = {
  { "day", N_ ("Back on"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (day) },
  { "undone", N_ ("Not done: absent, not signed"), TD_FIELD_BOOLEAN, 0, VALUE (undone) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdHandBackQuestion, td_hand_back_question, "hand_back_question", N_ ("Question"), hand_back_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdPrintedQuestion, member)
static const TdField printed_question_fields[] = {
  { "stock-id", N_ ("Stock"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED, VALUE (stock_id), .target = "stock" },
  { "all", N_ ("All of the decision"), TD_FIELD_BOOLEAN, 0, VALUE (all) },
  { "first-number", N_ ("First number"), TD_FIELD_INTEGER, 0, VALUE (first_number) },
  { "day", N_ ("Day"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (day) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdPrintedQuestion, td_printed_question, "printed_question", N_ ("Question"), printed_question_fields)
