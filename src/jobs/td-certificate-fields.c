/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-fields"

#include "config.h"

#include "td-award-wording.h"
#include "td-certificate-document.h"
#include "td-certificate-english.h"
#include "td-certificate-fields.h"
#include "td-date.h"

/* What a certificate says. Official text: not translated. */

/* What stands in for a number or date that is not given yet. */
#define BLANK "……"

static void
put (GHashTable *fields, const char *name, const char *value)
{
  g_hash_table_insert (fields, g_strdup (name), g_strdup (value != NULL ? value : ""));
}

/* Takes a value made for the purpose. */
static void
put_take (GHashTable *fields, const char *name, char *value)
{
  g_hash_table_insert (fields, g_strdup (name), value);
}

static void
put_numbers (GHashTable *fields, const TdDecision *decision, const TdGiver *giver, const TdAward *award, const TdWording *wording)
{
  g_autofree char *date = decision->date != NULL ? td_date_to_words (decision->date)
                                                 : g_strdup ("ngày " BLANK " tháng " BLANK " năm " BLANK);
  const char *place = giver->place != NULL ? giver->place : BLANK;

  put_take (fields, TD_CERTIFICATE_DECISION_LINE,
            g_strdup_printf ("Quyết định số %s %s", decision->number != NULL ? decision->number : BLANK, date));
  put_take (fields, TD_CERTIFICATE_PLACE_DATE, g_strdup_printf ("%s, %s", place, date));
  put_take (fields, TD_CERTIFICATE_REGISTER_LINE, td_award_wording_register_line (award->register_number, award->register_year, BLANK, wording));
}

/* Some offices let the chairman's deputy sign the decision and the chairman the certificates. */
static void
put_signer (GHashTable *fields, const TdDecision *decision, const TdGiver *giver, const TdWording *wording)
{
  const gboolean own = wording != NULL && g_strcmp0 (wording->certificate_signer, "giver") == 0 && giver->signer_name != NULL;

  put (fields, TD_CERTIFICATE_SIGNER_CAPACITY, own ? giver->signer_capacity : decision->signer_capacity);
  put (fields, TD_CERTIFICATE_SIGNER_POSITION, own ? giver->signer_position : decision->signer_position);
  put (fields, TD_CERTIFICATE_SIGNER_NAME, own ? giver->signer_name : decision->signer_name);
}

/**
 * td_certificate_fields_new:
 * @decision: a decision; without number and date dots stand for them
 * @giver: who gives
 * @award: a line of it
 * @subject: its subject
 * @wording: (nullable): how the office words it, see td_wording_load()
 *
 * Returns: (transfer full): what the boxes of a template are filled with, by the names of td-certificate-document.h
 */
GHashTable *
td_certificate_fields_new (const TdDecision *decision, const TdGiver *giver, const TdAward *award, const TdSubject *subject, const TdWording *wording)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *achievement = NULL;

  put (fields, TD_CERTIFICATE_ISSUER_TITLE, giver->name);
  put (fields, TD_CERTIFICATE_GIFT_WORD, award->posthumous ? "Truy tặng" : "Tặng");
  put (fields, TD_CERTIFICATE_FORM_TITLE, award->award_form);
  put_take (fields, TD_CERTIFICATE_SUBJECT_LINE, td_award_wording_subject_line (award, wording));
  put_take (fields, TD_CERTIFICATE_POST_LINE, td_award_wording_post_line_as (award, subject, wording));
  achievement = td_award_wording_achievement (award->achievement != NULL ? award->achievement : decision->achievement, wording);
  put (fields, TD_CERTIFICATE_ACHIEVEMENT, achievement);
  put_signer (fields, decision, giver, wording);
  put (fields, TD_CERTIFICATE_UNIT, award->unit_name);
  put_take (fields, TD_CERTIFICATE_AWARD_ID, g_strdup_printf ("%" G_GINT64_FORMAT, td_entity_get_id ((TdEntity *) award)));
  put_numbers (fields, decision, giver, award, wording);
  td_certificate_english_put (fields, decision, giver, award, subject);
  return fields;
}
