/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-document.h"
#include "td-certificate-jobs.h"
#include "td-certificate-rules.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdCertificateKey:
 * @award_id: whose certificate it is
 * @decision_id: of which decision
 * @register_number: of the golden register, 0 before issue
 * @register_year: of the same
 * @page: what stands on it
 * @mark: what it is known by among others
 *
 * A certificate of a set: what is kept of each, however many there are.
 */
typedef struct
{
  gint64 award_id;
  gint64 decision_id;
  gint32 register_number;
  gint32 register_year;
  TdCertificateLeaf page;
  TdCertificateMark mark;
} TdCertificateKey;

/**
 * TdCertificateSet:
 * @decision_id: all are of this decision; 0 when they are those of a ceremony, or as given
 * @decision: of the first certificate; from here on when it was read
 * @giver: of the same
 * @ceremony: (nullable): whose order they have
 * @keys: (element-type TdCertificateKey): a page each, in the order of the pages
 * @decisions: (element-type gint64 TdDecision): theirs, by id
 * @recipients: what each says, by the key's page
 * @templates: (element-type TdTemplate): how pages look, by the key's page; the first page's comes first
 * @layouts: (element-type TdAwardLayout): what was changed for single recipients
 * @stock: (nullable): the blanks in the tray
 * @parts: (nullable): what they carry → its words
 * @n_free: sheets of it in store
 * @places: (nullable): where what is written on their dots begins
 * @calibration: (nullable): how the printer misses
 * @calibration_days: after how many days that is old
 * @n_left_out: certificates a person has left out
 * @n_revoked: certificates left out because their awards were revoked
 * @found: (element-type TdFinding): what reading it has shown
 * @found_on: (element-type TdFinding): what the records of single certificates have shown
 * @sign_offs: (element-type utf8 TdSignOff): what was let pass, by digest
 * @emblem: (nullable): the official file of the state emblem
 *
 * The certificates that are to be printed: all that viewing, checking, saving and printing them needs.
 */
typedef struct
{
  gint64 decision_id;
  GHashTable *award_ids;  /* gint64 → its place from 1; NULL for all */
  GHashTable *except_ids; /* gint64: left out */
  char *template_name;
  gint64 stock_id;
  gint64 calibration_id;
  char *printer;
  char *tray;
  gboolean with_ornament;
  TdCertificateOrder order;
  gint64 ceremony_id;

  TdDecision *decision;
  TdGiver *giver;
  TdCeremony *ceremony;
  GArray *keys;
  GHashTable *decisions;
  GHashTable *givers; /* gint64 → TdGiver */
  TdRecipients *recipients;
  GPtrArray *templates;
  GPtrArray *layouts;
  TdStock *stock;
  GPtrArray *stock_parts; /* TdStockPart */
  GHashTable *parts;
  guint n_free;
  GHashTable *places;
  TdCalibration *calibration;
  guint calibration_days;
  guint n_left_out;
  guint n_revoked;
  GHashTable *sign_offs;
  GPtrArray *found;
  GPtrArray *found_on;
  TdEmblem *emblem;

  char *title; /* of PDFs, once asked for */
  char *author;
} TdCertificateSet;

/* The fields of a recipient that are not printed */
#define TD_CERTIFICATE_NAME "name" /* names files and findings */

TdCertificateSet *td_certificate_set_new (gint64 decision_id, const TdCertificateOptions *options);
void td_certificate_set_free (TdCertificateSet *self);
gboolean td_certificate_set_read (TdCertificateSet *self, TdJob *job, TdConnection *connection, GError **error);
gboolean td_certificate_set_find_calibration (TdCertificateSet *self, TdConnection *connection, GError **error);
void td_certificate_set_keep (TdCertificateSet *self, const gboolean *keeps);

const TdCertificateKey *td_certificate_set_get_key (const TdCertificateSet *self, guint n);
GHashTable *td_certificate_set_get_fields (const TdCertificateSet *self, guint n);
TdTemplate *td_certificate_set_get_template (const TdCertificateSet *self, guint n);
const TdDecision *td_certificate_set_get_decision (const TdCertificateSet *self, guint n);
GPtrArray *td_certificate_set_list_awards (const TdCertificateSet *self, TdConnection *connection, guint first, guint n, GError **error);

TdPdfInfo td_certificate_set_get_info (TdCertificateSet *self);
gboolean td_certificate_set_is_trial (TdCertificateSet *self);
TdCertificateDocument *td_certificate_set_make_document (TdCertificateSet *self, TdJob *job, GCancellable *cancellable, GError **error);

G_END_DECLS
