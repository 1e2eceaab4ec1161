/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-legal-document"

#include "config.h"

#include <string.h>

#include "td-date.h"
#include "td-legal-document.h"

G_DEFINE_BOXED_TYPE (TdLegalDocument, td_legal_document, td_legal_document_copy,
                     td_legal_document_free)

/**
 * td_legal_document_new:
 * @type: "Quyết định"
 * @number: (nullable): number and sign
 * @date: ISO day or month it was signed
 * @issuer: (nullable): as cited after "của"
 * @subject: (nullable): its title as cited
 *
 * Returns: (transfer full): a document entered by a person who has it before them: verified, in
 *   force from its day, with no end
 */
TdLegalDocument *
td_legal_document_new (const char *type, const char *number, const char *date, const char *issuer,
                       const char *subject)
{
  TdLegalDocument *self;

  g_return_val_if_fail (type != NULL && date != NULL, NULL);

  self = g_new0 (TdLegalDocument, 1);
  self->type = g_strdup (type);
  self->number = g_strdup (number);
  self->date = g_strdup (date);
  self->issuer = g_strdup (issuer);
  self->subject = g_strdup (subject);
  self->verified = TRUE;
  return self;
}

/**
 * td_legal_document_copy:
 * @self: a document
 *
 * Returns: (transfer full): a deep copy
 */
TdLegalDocument *
td_legal_document_copy (const TdLegalDocument *self)
{
  TdLegalDocument *copy = td_legal_document_new (self->type, self->number, self->date,
                                                 self->issuer, self->subject);

  copy->id = g_strdup (self->id);
  copy->topic = g_strdup (self->topic);
  copy->valid_from = g_strdup (self->valid_from);
  copy->valid_to = g_strdup (self->valid_to);
  copy->verified = self->verified;
  copy->source = g_strdup (self->source);
  return copy;
}

/**
 * td_legal_document_free:
 * @self: (transfer full): a document
 */
void
td_legal_document_free (TdLegalDocument *self)
{
  g_free (self->id);
  g_free (self->topic);
  g_free (self->type);
  g_free (self->number);
  g_free (self->date);
  g_free (self->issuer);
  g_free (self->subject);
  g_free (self->valid_from);
  g_free (self->valid_to);
  g_free (self->source);
  g_free (self);
}

/**
 * td_validity_on:
 * @valid_from: (nullable): the first day in force, ISO
 * @valid_to: (nullable): the last day in force, ISO
 * @day: the day asked about, ISO
 *
 * Returns: where @day lies
 */
TdValidity
td_validity_on (const char *valid_from, const char *valid_to, const char *day)
{
  g_return_val_if_fail (day != NULL, TD_VALIDITY_NOT_YET);

  /* ISO dates sort as text; a month alone sorts before its days, so it begins on the first and,
   * as an end, is compared by its own length and so lasts to the month's last day. */
  if (valid_from != NULL && strcmp (day, valid_from) < 0)
    return TD_VALIDITY_NOT_YET;
  if (valid_to != NULL && strncmp (day, valid_to, strlen (valid_to)) > 0)
    return TD_VALIDITY_EXPIRED;
  return TD_VALIDITY_IN_FORCE;
}

/**
 * td_legal_document_validity:
 * @self: a document
 * @day: the day asked about, ISO
 *
 * Returns: whether it is in force on that day
 */
TdValidity
td_legal_document_validity (const TdLegalDocument *self, const char *day)
{
  return td_validity_on (self->valid_from != NULL ? self->valid_from : self->date, self->valid_to,
                         day);
}

/**
 * td_legal_document_is_law:
 * @self: a document
 *
 * Laws and ordinances are cited without their number (NĐ 30/2020, Phụ lục I, II.6.a).
 *
 * Returns: whether it is one
 */
gboolean
td_legal_document_is_law (const TdLegalDocument *self)
{
  return g_strcmp0 (self->type, "Luật") == 0 || g_strcmp0 (self->type, "Bộ luật") == 0
         || g_strcmp0 (self->type, "Pháp lệnh") == 0;
}

/**
 * td_legal_document_dup_citation:
 * @self: a legal document
 *
 * Returns: (transfer full): as NĐ 30/2020, Phụ lục I, II.6.a cites: laws by name and day, others with number, day,
 *   issuer and title
 */
char *
td_legal_document_dup_citation (const TdLegalDocument *self)
{
  GString *text = g_string_new (self->type);
  g_autofree char *date = td_date_to_words (self->date);
  gboolean law = td_legal_document_is_law (self);

  if (law && self->subject != NULL)
    g_string_append_printf (text, " %s", self->subject);
  if (!law && self->number != NULL)
    g_string_append_printf (text, " số %s", self->number);
  g_string_append_printf (text, " %s", date != NULL ? date : self->date);
  if (!law && self->issuer != NULL)
    g_string_append_printf (text, " của %s", self->issuer);
  if (!law && self->subject != NULL)
    g_string_append_printf (text, " %s", self->subject);
  return g_string_free (text, FALSE);
}
