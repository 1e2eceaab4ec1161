/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-report-jobs.h"

G_BEGIN_DECLS

/* How a report stands, in words that fit a cell and in words that can be read aloud. */

char *td_report_words_cell (TdReportLine *line);
const char *td_report_words_icon (TdReportLine *line);
char *td_report_words_due (TdDeadline *deadline);
char *td_report_words_plan (TdPlan *plan);
char *td_report_words_full (TdReportLine *line, const char *name);

G_END_DECLS
