/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-document.h"
#include "td-certificate-jobs.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdCertificateSet:
 * @decision: from here on when it was read
 * @giver: who gives
 * @awards: (element-type TdAward): a page each, in the order of the pages
 * @recipients: (element-type GHashTable): what each says
 * @template: how a page looks
 * @layouts: (element-type TdAwardLayout): what was changed for single recipients
 * @stock: (nullable): the blanks in the tray
 * @parts: (nullable): what they carry → its words
 * @calibration: (nullable): how the printer misses
 *
 * The certificates that are to be printed: all that viewing, checking, saving and printing them needs.
 */
typedef struct
{
  gint64 decision_id;
  GHashTable *award_ids; /* set of gint64; NULL for all of the decision */
  char *template_name;
  gint64 stock_id;
  gint64 calibration_id;
  gboolean with_ornament;
  TdCertificateOrder order;

  TdDecision *decision;
  TdGiver *giver;
  GPtrArray *awards;
  GPtrArray *recipients;
  TdTemplate *template;
  GPtrArray *layouts;
  TdStock *stock;
  GHashTable *parts;
  TdCalibration *calibration;
} TdCertificateSet;

TdCertificateSet *td_certificate_set_new (gint64 decision_id, const TdCertificateOptions *options);
void td_certificate_set_free (TdCertificateSet *self);
gboolean td_certificate_set_read (TdCertificateSet *self, TdJob *job, TdConnection *connection, GError **error);
gboolean td_certificate_set_is_trial (TdCertificateSet *self);
TdCertificateDocument *td_certificate_set_make_document (TdCertificateSet *self, TdJob *job, GCancellable *cancellable, GError **error);

G_END_DECLS
