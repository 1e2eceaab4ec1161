/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-break.h"

G_BEGIN_DECLS

/**
 * TdGlueToken:
 * @id: number of the word among those the phrases are made of; 0 for any other word
 * @number: it begins with a figure: 2026, 1.200, 87/QĐ-UBND
 * @roman: a Roman number
 * @capital: begins with a capital
 * @upper: has no small letter
 * @family: names of people may begin with it
 * @opens: a bracket or quotation mark stands before it
 * @closes: a comma or the like follows: no phrase goes on
 * @dot: what closes it is a full stop alone, as in "TP."
 * @dash: nothing but a dash
 *
 * What a word is for the phrases. It depends on the word alone, so it can be kept.
 */
typedef struct
{
  guint id;
  guint number : 1;
  guint roman : 1;
  guint capital : 1;
  guint upper : 1;
  guint family : 1;
  guint opens : 1;
  guint closes : 1;
  guint dot : 1;
  guint dash : 1;
} TdGlueToken;

typedef struct _TdGlue TdGlue;

TdGlue *td_glue_new (const char *const *phrases);
void td_glue_free (TdGlue *self);
void td_glue_read_token (TdGlue *self, const char *word, gsize length, TdGlueToken *token);
void td_glue_mark (TdGlue *self, const TdGlueToken *const *tokens, TdBreakWord *words, guint n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdGlue, td_glue_free)

G_END_DECLS
