/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cups/cups.h>

#include "td-printer.h"

G_BEGIN_DECLS

void td_printer_take_attributes (TdPrinter *self, ipp_t *attributes);
void td_printer_take_media (TdPrinter *self, ipp_t *attributes);
void td_printer_add_reasons (GPtrArray *findings, char **words);
char *td_printer_tray_name (const char *tray);
TdPrinterPaper *td_printer_paper_new (double width, double height);
void td_printer_paper_free (TdPrinterPaper *paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPrinterPaper, td_printer_paper_free)

G_END_DECLS
