/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"
#include "td-job.h"
#include "td-letter-case.h"
#include "td-letter.h"
#include "td-output.h"

G_BEGIN_DECLS

/* Letters the office writes for itself, not for an authority that gives. */

TdLetterCase *td_office_letter_begin (TdConnection *connection, const char *kind, const char *date, const char *number, GError **error);
TdLetter *td_office_letter_fill (TdJob *job, const char *template_id, TdLetterCase *letter, GError **error);
TdOutput *td_office_document_draw (TdJob *job, TdDocument *document, const char *path, const char *title, GCancellable *cancellable, GError **error);
gboolean td_office_document_finish (TdOutput *output, GError **error);
gboolean td_office_document_write (TdJob *job, TdDocument *document, const char *path, const char *title, GCancellable *cancellable, GError **error);
gboolean td_office_letter_write (TdJob *job, TdLetter *letter, const char *path, const char *title, GCancellable *cancellable, GError **error);

G_END_DECLS
