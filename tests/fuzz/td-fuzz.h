/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-book.h"
#include "td-package.h"

G_BEGIN_DECLS

/* What the targets share. Each target is LLVMFuzzerTestOneInput() in a file of its own, linked with
 * libFuzzer or with the driver that replays the corpus. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A part of a container, for td_fuzz_read_parts(). */
typedef struct
{
  const char *name, *text; /* text: where the input has none */
} TdFuzzPart;

void td_fuzz_look_at (TdBook *book, const GError *error);
GBytes *td_fuzz_pack (const TdFuzzPart *fixed, guint n_fixed, const TdFuzzPart *parts, guint n_parts, const guint8 *data, gsize size);
void td_fuzz_read_plan (const guint8 *data, gsize size);
void td_fuzz_read_plan_parts (const TdFuzzPart *fixed, guint n_fixed, const TdFuzzPart *parts, guint n_parts, const guint8 *data, gsize size);
void td_fuzz_read_parts (const TdFuzzPart *fixed, guint n_fixed, const TdFuzzPart *parts, guint n_parts, const guint8 *data, gsize size);

G_END_DECLS
