/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-spool-job.h"
#include "td-spool-link-private.h"

G_BEGIN_DECLS

/* The attribute a job carries its mark in; the print service keeps what it does not know. */
#define TD_SPOOL_TAG "thidua-tag"

TdSpoolJob *td_spool_job_ask (TdSpoolLink *link, int number, GError **error);
TdSpoolJob *td_spool_job_ask_tag (TdSpoolLink *link, const char *tag, GError **error);

G_END_DECLS
