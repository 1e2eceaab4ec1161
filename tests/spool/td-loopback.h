/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-printer.h"

G_BEGIN_DECLS

/* The print server of tests/tools/loopback_printer.py, seen from a test. */
int td_loopback_run (int argc, char *argv[]);
const char *td_loopback_folder (void);
char *td_loopback_pdf (const char *name, double width, double height, int pages);
TdPrinter *td_loopback_printer (const char *id);
gboolean td_loopback_finds (GPtrArray *findings, const char *rule, int severity);
void td_loopback_do (const char *format, ...) G_GNUC_PRINTF (1, 2);
void td_loopback_put (const char *name, const char *text);
void td_loopback_take (const char *name);
char *td_loopback_read (const char *printer, int number, const char *ending, gsize *length);
void td_loopback_assert_says (const char *text, const char *word);

G_END_DECLS
