/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-cite"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-finding.h"
#include "td-letter-fill-private.h"

/* As a clerk names it: by number, or a law by its title. */
static char *
dup_name (const TdLegalDocument *document)
{
  return g_strdup_printf ("%s %s", document->type,
                          document->number != NULL    ? document->number
                          : document->subject != NULL ? document->subject
                                                      : document->date);
}

static void
tell (TdLetterFields *self, TdFinding *finding, const TdLegalDocument *document)
{
  g_autofree char *name = dup_name (document);

  g_ptr_array_add (self->findings, td_finding_at (td_finding_with_source (finding, document->source),
                                                  name, 0, 0));
}

static void
tell_expired (TdLetterFields *self, const TdLegalDocument *document)
{
  g_autofree char *name = dup_name (document);
  g_autofree char *last = td_date_to_display (document->valid_to);

  tell (self,
        td_finding_new ("citation-expired", TD_SEVERITY_WARNING,
                        /* Translators: a legal document and the last day it was in force */
                        _ ("%s was in force until %s only; the letter does not cite it."), name,
                        last != NULL ? last : document->valid_to),
        document);
}

static void
tell_unverified (TdLetterFields *self, const TdLegalDocument *document)
{
  g_autofree char *name = dup_name (document);

  tell (self,
        td_finding_new ("citation-unverified", TD_SEVERITY_WARNING,
                        /* Translators: a legal document */
                        _ ("%s is cited, but nobody has compared the entry with the official text."),
                        name),
        document);
}

/**
 * td_letter_cite_topic:
 * @self: the values; doubts go to its findings
 * @documents: (element-type TdLegalDocument): the table
 * @topic: a topic
 *
 * Chooses what is in force on the case's day. When nothing is, the last document that was is told.
 *
 * Returns: (transfer full) (element-type utf8): citations in the table's order
 */
GPtrArray *
td_letter_cite_topic (TdLetterFields *self, GPtrArray *documents, const char *topic)
{
  GPtrArray *citations = g_ptr_array_new_with_free_func (g_free);
  const TdLegalDocument *expired = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const TdLegalDocument *document = g_ptr_array_index (documents, i);
      TdValidity validity;

      if (g_strcmp0 (document->topic, topic) != 0)
        continue;
      validity = td_legal_document_validity (document, self->letter_case->date);
      if (validity == TD_VALIDITY_EXPIRED)
        expired = document;
      if (validity != TD_VALIDITY_IN_FORCE)
        continue;
      if (!document->verified)
        tell_unverified (self, document);
      g_ptr_array_add (citations, td_legal_document_dup_citation (document));
    }

  if (citations->len == 0 && expired != NULL)
    tell_expired (self, expired);
  else if (citations->len == 0)
    {
      g_autofree char *label = td_letter_dup_label (self->root, topic);
      g_autofree char *day = td_date_to_display (self->letter_case->date);

      g_ptr_array_add (self->findings,
                       td_finding_at (td_finding_new ("citation-missing", TD_SEVERITY_WARNING,
                                                      /* Translators: a topic and a day */
                                                      _ ("No legal document on “%s” is known for %s."),
                                                      label, day),
                                      topic, 0, 0));
    }
  return citations;
}

/**
 * td_letter_cite_bases:
 * @self: the values; doubts go to its findings
 *
 * Returns: (transfer full) (element-type utf8): citations of the office's own documents that are
 *   in force on the case's day
 */
GPtrArray *
td_letter_cite_bases (TdLetterFields *self)
{
  GPtrArray *citations = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->letter_case->bases->len; i++)
    {
      const TdLegalDocument *document = g_ptr_array_index (self->letter_case->bases, i);
      g_autofree char *name = dup_name (document);

      switch (td_legal_document_validity (document, self->letter_case->date))
        {
        case TD_VALIDITY_EXPIRED:
          tell_expired (self, document);
          break;
        case TD_VALIDITY_NOT_YET:
          tell (self,
                td_finding_new ("citation-not-yet", TD_SEVERITY_WARNING,
                                /* Translators: a legal document */
                                _ ("%s is not yet in force on the letter's day; the letter does not cite it."),
                                name),
                document);
          break;
        case TD_VALIDITY_IN_FORCE:
          if (!document->verified)
            tell_unverified (self, document);
          g_ptr_array_add (citations, td_legal_document_dup_citation (document));
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return citations;
}

/**
 * td_letter_check_template:
 * @source: what the template follows
 * @verified: whether a person has compared it
 * @valid_from: the first day it is meant for
 * @valid_to: (nullable): the last day
 * @day: the letter's day
 * @findings: (element-type TdFinding): where doubts are added
 */
void
td_letter_check_template (const char *source, gboolean verified, const char *valid_from,
                          const char *valid_to, const char *day, GPtrArray *findings)
{
  if (!verified)
    g_ptr_array_add (findings,
                     td_finding_with_source (td_finding_new ("template-unverified", TD_SEVERITY_INFO, "%s",
                                                             _ ("Nobody has compared the wording of this letter with an official form yet.")),
                                             source));
  if (td_validity_on (valid_from, valid_to, day) != TD_VALIDITY_IN_FORCE)
    g_ptr_array_add (findings,
                     td_finding_with_source (td_finding_new ("template-not-in-force", TD_SEVERITY_WARNING, "%s",
                                                             _ ("The wording of this letter was not meant for a letter of this day.")),
                                             source));
}
