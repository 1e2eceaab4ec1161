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
 * @subjects: (element-type TdSubject): whose page it is, in the same order
 * @recipients: (element-type GHashTable): what each says
 * @n_foreigners: how many of them are for foreigners
 * @template: how a page looks
 * @layouts: (element-type TdAwardLayout): what was changed for single recipients
 * @stock: (nullable): the blanks in the tray
 * @parts: (nullable): what they carry → its words
 * @n_free: sheets of it in store
 * @places: (nullable): where what is written on their dots begins
 * @calibration: (nullable): how the printer misses
 * @calibration_days: after how many days that is old
 * @found: (element-type TdFinding): what reading it has shown
 * @sign_offs: (element-type utf8 TdSignOff): what was let pass, by digest
 * @emblem: (nullable): the official file of the state emblem
 *
 * The certificates that are to be printed: all that viewing, checking, saving and printing them needs.
 */
typedef struct
{
  gint64 decision_id;
  GHashTable *award_ids; /* gint64 → its place from 1; NULL for all of the decision */
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
  GPtrArray *awards;
  GPtrArray *subjects;
  GPtrArray *recipients;
  guint n_foreigners;
  TdTemplate *template;
  GPtrArray *layouts;
  TdStock *stock;
  GHashTable *parts;
  guint n_free;
  GHashTable *places;
  TdCalibration *calibration;
  guint calibration_days;
  GHashTable *sign_offs;
  GPtrArray *found;
  TdEmblem *emblem;

  char *title; /* of PDFs, once asked for */
  char *author;
} TdCertificateSet;

TdCertificateSet *td_certificate_set_new (gint64 decision_id, const TdCertificateOptions *options);
void td_certificate_set_free (TdCertificateSet *self);
gboolean td_certificate_set_read (TdCertificateSet *self, TdJob *job, TdConnection *connection, GError **error);
void td_certificate_set_keep (TdCertificateSet *self, const gboolean *keeps);
TdPdfInfo td_certificate_set_get_info (TdCertificateSet *self);
gboolean td_certificate_set_is_trial (TdCertificateSet *self);
TdCertificateDocument *td_certificate_set_make_document (TdCertificateSet *self, TdJob *job, GCancellable *cancellable, GError **error);

G_END_DECLS
