/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

/**
 * TdCertificateOrder:
 * @TD_CERTIFICATE_ORDER_LIST: as the decision lists them
 * @TD_CERTIFICATE_ORDER_REGISTER: by number of the golden register
 * @TD_CERTIFICATE_ORDER_UNIT: by unit, for handing over
 * @TD_CERTIFICATE_ORDER_CEREMONY: as a ceremony calls them; those it does not call come last
 * @TD_CERTIFICATE_ORDER_GIVEN: as their ids are given, for what was put in order before
 *
 * In which order pages come out.
 */
typedef enum
{
  TD_CERTIFICATE_ORDER_LIST,
  TD_CERTIFICATE_ORDER_REGISTER,
  TD_CERTIFICATE_ORDER_UNIT,
  TD_CERTIFICATE_ORDER_CEREMONY,
  TD_CERTIFICATE_ORDER_GIVEN,
} TdCertificateOrder;

/**
 * TdCertificateOptions:
 * @template_name: (nullable): id or title of a template; %NULL for the one that suits
 * @stock_id: the blanks in the tray: what they lack is printed; 0 for any
 * @with_ornament: without a stock: white paper, so everything is printed
 * @calibration_id: the printer they are for: a PDF is moved as it needs it; 0 for none
 * @printer: (nullable): without a calibration: the printer they are for, whose calibration is found
 * @tray: (nullable): its tray
 * @award_ids: (array length=n_awards) (nullable): which certificates of the decision; %NULL for all
 * @n_awards: how many
 * @except_ids: (array length=n_except) (nullable): which of them a person has left out of this batch
 * @n_except: how many
 * @order: of the pages
 * @ceremony_id: for %TD_CERTIFICATE_ORDER_CEREMONY: which
 *
 * What certificates are printed on.
 */
typedef struct
{
  const char *template_name;
  gint64 stock_id;
  gboolean with_ornament;
  gint64 calibration_id;
  const char *printer;
  const char *tray;
  const gint64 *award_ids;
  guint n_awards;
  const gint64 *except_ids;
  guint n_except;
  TdCertificateOrder order;
  gint64 ceremony_id;
} TdCertificateOptions;

TdJob *td_certificate_document_job (gint64 decision_id, const TdCertificateOptions *options);
TdJob *td_certificate_print_job (gint64 decision_id, const char *path, const TdCertificateOptions *options);

G_END_DECLS
