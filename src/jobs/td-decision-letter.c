/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-letter"

#include "config.h"

#include <string.h>

#include "td-award-lines.h"
#include "td-award-wording.h"
#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-decision-letter.h"
#include "td-legal-documents.h"
#include "td-letter-template.h"
#include "td-wording-jobs.h"

/* A decision as an official document: what the template's fields stand for. */

static void
set (TdLetterCase *letter, const char *field, const char *value)
{
  if (value != NULL && *value != '\0')
    td_letter_case_set (letter, field, value);
}

static TdAwardeeKind
awardee_kind (const char *subject_kind)
{
  if (g_strcmp0 (subject_kind, "collective") == 0)
    return TD_AWARDEE_COLLECTIVE;
  return g_strcmp0 (subject_kind, "household") == 0 ? TD_AWARDEE_HOUSEHOLD : TD_AWARDEE_PERSON;
}

/* The wording most lines of a list share stands once, in the article. */
static const char *
usual_wording (GPtrArray *awards, guint first, guint end)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0;

  for (guint i = first; i < end; i++)
    {
      const char *wording = ((TdAward *) g_ptr_array_index (awards, i))->achievement;
      guint n;

      if (wording == NULL)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, wording)) + 1;
      g_hash_table_insert (counts, (char *) wording, GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          best = wording;
        }
    }
  return best;
}

/* As it goes on inside a sentence. */
static char *
dup_inner (const char *achievement, const TdWording *wording)
{
  g_autofree char *worded = td_award_wording_achievement (achievement, wording);

  return td_award_wording_lower_first (worded);
}

static gboolean
add_row (TdConnection *connection, TdAwardList *list, TdAward *award, const char *usual, const TdWording *wording, GError **error)
{
  g_autoptr (TdSubject) subject = td_connection_get (connection, TD_TYPE_SUBJECT, award->subject_id, error);
  g_autofree char *post = NULL;
  TdAwardRow *row;

  if (subject == NULL)
    return FALSE;
  post = td_award_wording_post_line_as (award, subject, wording);
  row = td_award_list_add (list, awardee_kind (award->subject_kind), award->printed_name, *post != '\0' ? post : NULL);
  row->money = award->money;
  row->subject_id = td_entity_get_id (TD_ENTITY (award));
  if (award->achievement != NULL && g_strcmp0 (award->achievement, usual) != 0)
    row->note = dup_inner (award->achievement, wording);
  return TRUE;
}

static gboolean
same_list (const TdAward *a, const TdAward *b)
{
  return g_strcmp0 (a->award_form, b->award_form) == 0 && a->posthumous == b->posthumous;
}

static gboolean
add_lists (TdConnection *connection, TdLetterCase *letter, TdDecision *decision, TdGiver *giver, GPtrArray *awards, const TdWording *wording, GError **error)
{
  for (guint first = 0, end; first < awards->len; first = end)
    {
      TdAward *head = g_ptr_array_index (awards, first);
      const TdAwardForm *form = td_catalogue_find_form (td_catalogue_get_shipped (), head->award_form, giver->level);
      TdAwardList *list = td_award_list_new (head->award_form, form != NULL && form->is_title ? NULL : giver->name);
      const char *usual;

      for (end = first; end < awards->len && same_list (head, g_ptr_array_index (awards, end)); end++)
        ;
      usual = decision->achievement != NULL ? decision->achievement : usual_wording (awards, first, end);
      list->title = form != NULL && form->is_title;
      list->posthumous = head->posthumous;
      if (usual != NULL)
        list->achievement = dup_inner (usual, wording);
      if (first == 0 && usual != NULL)
        set (letter, "achievement", list->achievement);
      g_ptr_array_add (letter->lists, list);
      for (guint i = first; i < end; i++)
        if (!add_row (connection, list, g_ptr_array_index (awards, i), usual, wording, error))
          return FALSE;
    }
  return TRUE;
}

/* "từ … đến …" only when all lines have the same period. */
static void
set_period (TdLetterCase *letter, GPtrArray *awards)
{
  const TdAward *first = awards->len > 0 ? g_ptr_array_index (awards, 0) : NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *period = NULL;

  if (first == NULL || first->period_from == NULL || first->period_to == NULL)
    return;
  for (guint i = 1; i < awards->len; i++)
    {
      const TdAward *award = g_ptr_array_index (awards, i);

      if (g_strcmp0 (award->period_from, first->period_from) != 0 || g_strcmp0 (award->period_to, first->period_to) != 0)
        return;
    }
  from = td_date_to_words (first->period_from);
  to = td_date_to_words (first->period_to);
  period = g_strdup_printf ("từ %s đến %s", from, to);
  set (letter, "period", period);
}

static void
set_proposal (TdLetterCase *letter, const TdDecision *decision)
{
  const char *number = decision->proposal;
  g_auto (GStrv) parts = NULL;
  g_autofree char *date = NULL;

  if (number == NULL)
    return;
  /* "số 897/TTr-SNV ngày 28/11/2025", with or without its words. */
  parts = g_strsplit (number, " ngày ", 2);
  g_strstrip (parts[0]);
  set (letter, "proposal-number", g_str_has_prefix (parts[0], "số ") ? parts[0] + strlen ("số ") : parts[0]);
  date = parts[1] != NULL ? td_date_parse (parts[1]) : NULL;
  set (letter, "proposal-date", date);
}

static void
set_fields (TdLetterCase *letter, const TdDecision *decision, const TdGiver *giver)
{
  g_autofree char *authority = g_utf8_strup (giver->name, -1);
  const char *slash = decision->number != NULL ? strchr (decision->number, '/') : NULL;
  g_auto (GStrv) recipients = g_strsplit (giver->recipients != NULL ? giver->recipients : "", "\n", -1);

  set (letter, "governing-body", giver->governing_body);
  set (letter, "issuing-body", giver->body_name);
  set (letter, "sign", slash != NULL ? slash + 1 : giver->symbol);
  set (letter, "place", giver->place);
  set (letter, "authority", authority);
  set (letter, "decider", giver->name);
  set (letter, "proposer", giver->proposer);
  set (letter, "fund", giver->fund);
  set (letter, "executors", giver->executors);
  set (letter, "filing", giver->filing);
  set (letter, "signer-capacity", decision->signer_capacity);
  set (letter, "signer-position", decision->signer_position);
  set (letter, "signer-name", decision->signer_name);
  set_proposal (letter, decision);
  for (guint i = 0; recipients[i] != NULL; i++)
    if (*g_strstrip (recipients[i]) != '\0')
      td_letter_case_add_recipient (letter, recipients[i]);
}

/* The plan the awards were won in is one of the bases, when it has a number. */
static gboolean
add_plan (TdConnection *connection, TdLetterCase *letter, gint64 plan_id, GError **error)
{
  g_autoptr (TdPlan) plan = NULL;
  g_autofree char *about = NULL;
  g_autofree char *type = NULL;

  if (plan_id == 0)
    return TRUE;
  plan = td_connection_get (connection, TD_TYPE_PLAN, plan_id, error);
  if (plan == NULL)
    return FALSE;
  if (plan->number == NULL || plan->issue_date == NULL)
    return TRUE;
  about = td_award_wording_lower_first (plan->title);
  type = plan->doc_type != NULL ? g_strdup (plan->doc_type) : g_strdup ("kế hoạch");
  if (g_str_has_prefix (about, "về việc "))
    memmove (about, about + strlen ("về việc "), strlen (about + strlen ("về việc ")) + 1);
  {
    g_autofree char *capital = g_utf8_strup (type, g_utf8_next_char (type) - type);
    g_autofree char *full_type = g_strconcat (capital, g_utf8_next_char (type), NULL);
    g_autofree char *subject = g_strconcat ("về ", about, NULL);

    g_ptr_array_add (letter->bases, td_legal_document_new (full_type, plan->number, plan->issue_date,
                                                           plan->issuer != NULL ? plan->issuer : "", subject));
  }
  return TRUE;
}

static char *
bare_number (const char *number)
{
  const char *slash = number != NULL ? strchr (number, '/') : NULL;

  return slash != NULL ? g_strndup (number, slash - number) : g_strdup (number);
}

/**
 * td_decision_letter_make:
 * @connection: the office file
 * @decision_id: a decision; a draft carries no number
 * @findings: (element-type TdFinding): where to add what a person should look at
 * @error: return location
 *
 * Words the decision by the template in force on its day: NĐ 30/2020/NĐ-CP, Phụ lục I and III.
 *
 * Returns: (transfer full): the document, ready to be laid out
 */
TdLetter *
td_decision_letter_make (TdConnection *connection, gint64 decision_id, GPtrArray *findings, GError **error)
{
  g_autoptr (TdDecision) decision = td_connection_get (connection, TD_TYPE_DECISION, decision_id, error);
  g_autoptr (TdGiver) giver = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (TdLetterTemplate) template = NULL;
  g_autoptr (TdLetterCase) letter = NULL;
  g_autoptr (TdWording) wording = td_wording_load (connection, error);
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  giver = decision != NULL && wording != NULL ? td_connection_get (connection, TD_TYPE_GIVER, decision->giver_id, error) : NULL;
  awards = giver != NULL ? td_award_lines_list (connection, decision_id, error) : NULL;
  documents = awards != NULL ? td_legal_documents_load (error) : NULL;
  template = documents != NULL ? td_letter_template_load ("decision-award", error) : NULL;
  if (template == NULL)
    return NULL;
  number = g_strcmp0 (decision->state, "issued") == 0 ? bare_number (decision->number) : NULL;
  date = decision->date != NULL ? g_strdup (decision->date) : td_date_dup_today ();
  letter = td_letter_case_new (date, number);
  set_fields (letter, decision, giver);
  set_period (letter, awards);
  letter->money_in_list = number != NULL && g_strcmp0 (wording->money_in_list, "hidden") != 0;
  letter->persons_first = g_strcmp0 (wording->kind_order, "persons") == 0;
  letter->southern_thousand = g_strcmp0 (wording->thousand, "ngan") == 0;
  if (!add_plan (connection, letter, decision->plan_id, error) || !add_lists (connection, letter, decision, giver, awards, wording, error))
    return NULL;
  return td_letter_template_fill (template, documents, letter, findings, error);
}
