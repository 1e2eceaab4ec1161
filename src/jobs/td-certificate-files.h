/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-jobs.h"

G_BEGIN_DECLS

/**
 * TdCertificateFilesBy:
 * @TD_CERTIFICATE_FILES_PERSON: a file for each certificate
 * @TD_CERTIFICATE_FILES_UNIT: a file for the certificates of each unit
 *
 * What shares a file.
 */
typedef enum
{
  TD_CERTIFICATE_FILES_PERSON,
  TD_CERTIFICATE_FILES_UNIT,
} TdCertificateFilesBy;

TdJob *td_certificate_files_job (gint64 decision_id, const char *folder, TdCertificateFilesBy by, const char *rule,
                                 gboolean replace, const TdCertificateOptions *options);

const char *td_certificate_files_usual_rule (TdCertificateFilesBy by);

G_END_DECLS
