/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

/**
 * TdDemoOptions:
 * @subjects: how many subjects there are at least; as many as nominations when fewer
 * @nominations: how many nominations
 * @seed: the same seed gives the same content, another one other people
 */
typedef struct
{
  guint subjects;
  guint nominations;
  guint32 seed;
} TdDemoOptions;

/**
 * TD_DEMO_OPTIONS_INIT:
 *
 * The demo office as the program shows it.
 */
#define TD_DEMO_OPTIONS_INIT \
  {                          \
    0, 300, 1                \
  }

/* No more of either: the citizen ids would repeat. */
#define TD_DEMO_MAXIMUM 1000000

gboolean td_demo_create (const char *path, const TdDemoOptions *options, TdJobProgress progress, gpointer user_data,
                         GCancellable *cancellable, GError **error);

G_END_DECLS
