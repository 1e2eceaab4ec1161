/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection-private.h"

G_BEGIN_DECLS

/**
 * TdQuestion:
 * @sql: the statement so far
 * @texts: parameters ?1 … as text, %NULL where a number stands
 * @numbers: the same as numbers
 */
typedef struct
{
  GString *sql;
  GPtrArray *texts;
  GArray *numbers;
} TdQuestion;

void _td_question_init (TdQuestion *question);
void _td_question_clear (TdQuestion *question);
guint _td_question_add_text (TdQuestion *question, const char *text);
guint _td_question_add_number (TdQuestion *question, gint64 number);
void _td_question_append_condition (TdQuestion *question, TdMapping *mapping, const TdCondition *condition);
void _td_question_describe_condition (GString *shape, TdMapping *mapping, const TdCondition *condition);
int _td_question_bind_condition (sqlite3_stmt *statement, int n, TdMapping *mapping, const TdCondition *condition);
sqlite3_stmt *_td_question_prepare (TdConnection *self, TdQuestion *question, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdQuestion, _td_question_clear)

G_END_DECLS
