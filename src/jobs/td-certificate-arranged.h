/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-layouts.h"
#include "td-certificate-rules.h"
#include "td-store.h"

G_BEGIN_DECLS

/**
 * TdCertificateRecord:
 * @decision: whose certificate it is
 * @giver: who gives
 * @award: the line of the decision, as it reads after all corrections
 * @subject: who is awarded
 * @wording: how the office words it
 * @fields: what all that comes to
 *
 * The records a certificate is made of.
 */
typedef struct
{
  TdDecision *decision;
  TdGiver *giver;
  TdAward *award;
  TdSubject *subject;
  TdWording *wording;
  GHashTable *fields;
} TdCertificateRecord;

/**
 * TdArranged:
 * @template: how the certificate looks
 * @layouts: what was arranged in this template for single recipients
 * @record: the records
 *
 * A certificate as its records and its arrangement make it.
 */
typedef struct
{
  TdTemplate *template;
  TdCertificateLayouts *layouts;
  const TdCertificateRecord *record;
} TdArranged;

TdCertificateText td_arranged_get_text (const TdArranged *self, const char *title, const char *field);
gboolean td_arranged_check (const TdArranged *self, TdConnection *connection, GPtrArray *findings, GError **error);
gboolean td_template_box_says_alone (const TdTemplateBox *box, const char *field);

G_END_DECLS
