/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-set.h"

G_BEGIN_DECLS

/**
 * TdPrintSize:
 * @width: of the sheet, mm
 * @height: of the sheet, mm
 * @title: of the template, or of all that have this sheet
 * @n: so many certificates
 * @award_ids: (element-type gint64): which
 *
 * A size of sheets some certificates of a run have: a batch of its own.
 */
typedef struct
{
  double width;
  double height;
  char *title;
  guint n;
  GArray *award_ids;
} TdPrintSize;

GPtrArray *td_print_sizes_list (const TdCertificateSet *set);
char *td_print_size_dup_text (const TdPrintSize *size);
char *td_print_sizes_dup_plan (GPtrArray *sizes);
gboolean td_print_sizes_keep (TdCertificateSet *set, double width, double height);

G_END_DECLS
