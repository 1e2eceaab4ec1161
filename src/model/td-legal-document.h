/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TdLegalDocument:
 *
 * A law, decree, circular or decision that a letter can cite. Dates are ISO text; one known only
 * to the month has the form "2025-06".
 *
 * @id: stable id; %NULL for a document an office has entered for one letter
 * @topic: what it rules, so that a template asks for "the decree of the day", or %NULL
 * @type: "Luật", "Nghị định", "Thông tư"
 * @number: number and sign, "152/2025/NĐ-CP"
 * @date: the day it was signed, or adopted
 * @issuer: who issued it, as cited after "của"
 * @subject: its title, as cited
 * @valid_from: the first day in force, or %NULL for @date
 * @valid_to: the last day in force, or %NULL
 * @verified: whether a person has compared these facts with the official text
 * @source: where they were read
 */
typedef struct
{
  char *id;
  char *topic;
  char *type;
  char *number;
  char *date;
  char *issuer;
  char *subject;
  char *valid_from;
  char *valid_to;
  gboolean verified;
  char *source;
} TdLegalDocument;

/**
 * TdValidity:
 * @TD_VALIDITY_NOT_YET: the day lies before the first day in force
 * @TD_VALIDITY_IN_FORCE: in force on that day
 * @TD_VALIDITY_EXPIRED: the day lies after the last day in force
 */
typedef enum
{
  TD_VALIDITY_NOT_YET,
  TD_VALIDITY_IN_FORCE,
  TD_VALIDITY_EXPIRED,
} TdValidity;

#define TD_TYPE_LEGAL_DOCUMENT (td_legal_document_get_type ())
GType td_legal_document_get_type (void);

TdLegalDocument *td_legal_document_new (const char *type, const char *number, const char *date,
                                        const char *issuer, const char *subject);
TdLegalDocument *td_legal_document_copy (const TdLegalDocument *self);
void td_legal_document_free (TdLegalDocument *self);

TdValidity td_validity_on (const char *valid_from, const char *valid_to, const char *day);
TdValidity td_legal_document_validity (const TdLegalDocument *self, const char *day);
gboolean td_legal_document_is_law (const TdLegalDocument *self);
char *td_legal_document_dup_citation (const TdLegalDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLegalDocument, td_legal_document_free)

G_END_DECLS
