/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdBreakHold:
 * @TD_BREAK_FREE: a line may begin here
 * @TD_BREAK_PHRASE: inside a phrase
 * @TD_BREAK_FIRM: inside a date or a quantity, between a rank and a name
 * @TD_BREAK_NAME: inside a name
 *
 * How strongly a word holds to the one before it. The same say how far a text that does not fit
 * otherwise may be broken: up to and with which of them.
 */
typedef enum
{
  TD_BREAK_FREE,
  TD_BREAK_PHRASE,
  TD_BREAK_FIRM,
  TD_BREAK_NAME,
} TdBreakHold;

/**
 * TdBreakWord:
 * @start: first byte
 * @end: byte after the last
 * @left: where it begins when all words stand on one line
 * @right: where it ends
 * @cost: what a line that begins here costs, for choosing among good breaks
 * @hold: how strongly it holds to the word before
 * @forced: a line must begin here
 */
typedef struct
{
  guint start;
  guint end;
  double left;
  double right;
  double cost;
  TdBreakHold hold;
  gboolean forced;
} TdBreakWord;

typedef struct _TdBreaker TdBreaker;

TdBreaker *td_breaker_new (void);
void td_breaker_free (TdBreaker *self);
void td_breaker_begin (TdBreaker *self, const TdBreakWord *words, guint n_words, TdBreakHold most);
double td_breaker_narrow (TdBreaker *self);
gboolean td_breaker_balance (TdBreaker *self, guint n_lines, double limit, guint *starts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdBreaker, td_breaker_free)

G_END_DECLS
