/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-jobs.h"
#include "td-certificate-set.h"

G_BEGIN_DECLS

typedef struct _TdMending TdMending;

/**
 * TdPreflight:
 *
 * What was found before certificates are printed, and what of it can be let pass. It never changes.
 *
 * @document: the pages
 * @n_pages: how many
 * @trial: whether the decision is not issued, so that sheets say BẢN THỬ
 * @findings: (element-type TdFinding): all of them; what was let pass only tells
 * @open: (element-type TdSignOff): for each that may be let pass, what would be written down
 * @mendings: (element-type TdMending): for each finding what mends it, or %NULL
 * @n_stopping: how many neither are mended nor were let pass
 */
#define TD_TYPE_PREFLIGHT (td_preflight_get_type ())
G_DECLARE_FINAL_TYPE (TdPreflight, td_preflight, TD, PREFLIGHT, GObject)

struct _TdPreflight
{
  GObject parent_instance;

  TdDocument *document;
  guint n_pages;
  gboolean trial;
  GPtrArray *findings;
  GPtrArray *open;
  GPtrArray *mendings;
  guint n_stopping;
};

TdJob *td_preflight_job (gint64 decision_id, const TdCertificateOptions *options);
TdJob *td_preflight_sign_off_job (TdPreflight *preflight, const char *signed_by, const char *reason);

GPtrArray *td_preflight_check (const TdCertificateSet *set, GPtrArray *found);
GPtrArray *td_preflight_list_open (const TdCertificateSet *set, GPtrArray *findings);
gboolean td_preflight_let_pass (TdConnection *connection, GPtrArray *open, const char *signed_by, const char *reason, GError **error);
gboolean td_preflight_may_let_pass (GPtrArray *findings);
guint td_preflight_count_stopping (GPtrArray *findings);
gboolean td_preflight_refuse (TdJob *job, GError **error);

G_END_DECLS
