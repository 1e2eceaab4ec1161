/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-set.h"
#include "td-spool-job.h"

G_BEGIN_DECLS

#define TD_TYPE_PRINT_PARCEL (td_print_parcel_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintParcel, td_print_parcel, TD, PRINT_PARCEL, GObject)

TdPrintParcel *td_print_parcel_new (TdCertificateSet *set, TdJob *job, GCancellable *cancellable, GError **error);
void td_print_parcel_address (TdPrintParcel *self, const char *printer, const char *tray, int copies);
void td_print_parcel_set_chunk (TdPrintParcel *self, gint64 chunk_id);
gint64 td_print_parcel_get_chunk (TdPrintParcel *self);
TdSpoolJob *td_print_parcel_send (TdPrintParcel *self, const char *tag, gboolean held, GCancellable *cancellable, GError **error);

G_END_DECLS
