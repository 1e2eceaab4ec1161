/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdBreakWord:
 * @start: first byte
 * @end: byte after the last
 * @left: where it begins when all words stand on one line
 * @right: where it ends
 * @forced: a line must begin here
 * @glued: no line should begin here
 * @cost: what a line that begins here costs, for choosing among good breaks
 */
typedef struct
{
  guint start;
  guint end;
  double left;
  double right;
  gboolean forced;
  gboolean glued;
  double cost;
} TdBreakWord;

typedef struct _TdGlue TdGlue;

TdGlue *td_glue_new (const char *const *phrases);
void td_glue_free (TdGlue *self);
void td_glue_mark (TdGlue *self, const char *text, TdBreakWord *words, guint n_words);

double td_break_narrowest (const TdBreakWord *words, guint n_words, guint n_lines, gboolean loose);
gboolean td_break_balance (const TdBreakWord *words, guint n_words, guint n_lines, double limit,
                           gboolean loose, guint *starts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdGlue, td_glue_free)

G_END_DECLS
