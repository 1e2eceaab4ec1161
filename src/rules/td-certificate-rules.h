/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-finding.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdCertificateText:
 * @title: what a clerk calls this part of a certificate
 * @text: what is printed there; lines divided by "\n"
 * @part: (nullable): where it can be mended: %TD_CERTIFICATE_PART_NAME, or the box of the template that says it alone
 * @source: (nullable): what it is made of there, when that is not @text
 *
 * One text of a certificate.
 */
typedef struct
{
  const char *title;
  const char *text;
  const char *part;
  const char *source;
} TdCertificateText;

/* Parts of a certificate that are mended in the records; no box of a template has such a name. */
#define TD_CERTIFICATE_PART_NAME    ":name"    /* the printed name of the award */
#define TD_CERTIFICATE_PART_WORDING ":wording" /* the wording of its nomination */
#define TD_CERTIFICATE_PART_SEX     ":sex"     /* the sex of its subject */

/**
 * TdCertificateCase:
 * @decision: whose certificate it is
 * @award: the line of the decision
 * @subject: who is awarded
 * @printed_name: (nullable): the name as it stands on the certificate
 * @texts: (array length=n_texts): all that is made of data; the first is the name
 * @n_texts: how many
 *
 * A certificate as preflight looks at it.
 */
typedef struct
{
  const TdDecision *decision;
  const TdAward *award;
  const TdSubject *subject;
  const char *printed_name;
  const TdCertificateText *texts;
  guint n_texts;
} TdCertificateCase;

/**
 * TdCertificateMark:
 * @texts: of what it says
 * @record: of whose it is
 *
 * What a certificate is known by among others.
 */
typedef struct
{
  gint64 texts;
  gint64 record;
} TdCertificateMark;

void td_certificate_rules_check (const TdCertificateCase *what, GPtrArray *findings);
TdCertificateMark td_certificate_rules_mark (const TdAward *award);
TdFinding *td_certificate_rules_check_double (GHashTable *seen, const TdCertificateMark *mark);
gboolean td_certificate_rules_may_sign_off (const TdFinding *finding);

G_END_DECLS
