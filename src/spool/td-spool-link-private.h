/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cups/cups.h>
#include <gio/gio.h>

#include "td-spool-error.h"

G_BEGIN_DECLS

/* One conversation with the print service, in one thread: it stops when it is cancelled or when the
 * service stays silent for too long. Nothing is asked of the user. */
typedef struct
{
  http_t *http;
  GCancellable *cancellable;
  gint64 deadline; /* monotonic, in µs */
  gboolean timed_out;
} TdSpoolLink;

/* Seconds that a question may take. */
#define TD_SPOOL_ASK_LIMIT 10

gboolean td_spool_link_open (TdSpoolLink *self, GCancellable *cancellable, GError **error);
void td_spool_link_close (TdSpoolLink *self);
void td_spool_link_set_limit (TdSpoolLink *self, int seconds);
ipp_t *td_spool_link_ask (TdSpoolLink *self, ipp_t *request, GError **error);
gboolean td_spool_link_judge (TdSpoolLink *self, ipp_status_t status, GError **error);

ipp_t *td_spool_request_printer (ipp_op_t operation, const char *printer);
ipp_t *td_spool_request_job (ipp_op_t operation, gint number);
void td_spool_request_want (ipp_t *request, const char *const *names, int n_names);

char *td_spool_dup_text (ipp_t *response, const char *name);
int td_spool_get_number (ipp_t *response, const char *name, int missing);
char **td_spool_dup_texts (ipp_t *response, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdSpoolLink, td_spool_link_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ipp_t, ippDelete)

G_END_DECLS
