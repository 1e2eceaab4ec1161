/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-legal-document.h"

G_BEGIN_DECLS

/**
 * TdLegalDocumentsError:
 * @TD_LEGAL_DOCUMENTS_ERROR_INVALID: not a table of legal documents
 */
typedef enum
{
  TD_LEGAL_DOCUMENTS_ERROR_INVALID,
} TdLegalDocumentsError;

#define TD_LEGAL_DOCUMENTS_ERROR (td_legal_documents_error_quark ())
GQuark td_legal_documents_error_quark (void);

GPtrArray *td_legal_documents_load (GError **error);
GPtrArray *td_legal_documents_parse (GBytes *bytes, GError **error);

G_END_DECLS
