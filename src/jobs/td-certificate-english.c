/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-english"

#include "config.h"

#include <stdio.h>

#include "td-catalogue-reader.h"
#include "td-certificate-document.h"
#include "td-certificate-english.h"

/* The English beside the Vietnamese on a certificate for a foreigner. Nothing is translated here: sentences, posts
 * and the giver are as the office typed them, and stay empty otherwise; a certificate that lacks one says so. */

static void
put_take (GHashTable *fields, const char *name, char *value)
{
  g_hash_table_insert (fields, g_strdup (name), value != NULL ? value : g_strdup (""));
}

static char *
dup_decision_line (const TdDecision *decision)
{
  static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July",
                                        "August", "September", "October", "November", "December" };
  int year, month, day;

  if (decision->number == NULL || decision->date == NULL || sscanf (decision->date, "%d-%d-%d", &year, &month, &day) != 3 || month < 1 || month > 12)
    return g_strdup ("Decision No. …… of ……");
  return g_strdup_printf ("Decision No. %s of %d %s %d", decision->number, day, months[month - 1], year);
}

/**
 * td_certificate_english_put:
 * @fields: what the boxes of a template are filled with
 * @decision: a decision
 * @giver: who gives
 * @award: a line of it
 * @subject: its subject
 *
 * Adds the fields in English, and the nationality, which is a line in both languages.
 */
void
td_certificate_english_put (GHashTable *fields, const TdDecision *decision, const TdGiver *giver, const TdAward *award,
                            const TdSubject *subject)
{
  const TdAwardForm *form = td_catalogue_find_form (td_catalogue_get_shipped (), award->award_form, giver->level);
  const char *achievement = award->achievement_english != NULL ? award->achievement_english : decision->achievement_english;

  put_take (fields, TD_CERTIFICATE_ISSUER_TITLE_ENGLISH, g_strdup (giver->name_english));
  put_take (fields, TD_CERTIFICATE_GIFT_WORD_ENGLISH, g_strdup (award->posthumous ? "posthumously presents the" : "presents the"));
  put_take (fields, TD_CERTIFICATE_FORM_TITLE_ENGLISH, form != NULL ? g_strdup (form->english) : NULL);
  put_take (fields, TD_CERTIFICATE_POST_LINE_ENGLISH, g_strdup (award->post_english));
  put_take (fields, TD_CERTIFICATE_ACHIEVEMENT_ENGLISH, g_strdup (achievement));
  put_take (fields, TD_CERTIFICATE_DECISION_LINE_ENGLISH, dup_decision_line (decision));
  put_take (fields, TD_CERTIFICATE_NATIONALITY_LINE,
            subject->nationality != NULL ? g_strdup_printf ("Quốc tịch (Nationality): %s", subject->nationality) : NULL);
}
