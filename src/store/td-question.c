/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-question"

#include "config.h"

#include "td-question-private.h"

/* A statement in the making, with the values of its parameters. */

/**
 * _td_question_clear:
 * @question: a question
 *
 * Frees what it holds.
 */
void
_td_question_clear (TdQuestion *question)
{
  g_string_free (question->sql, TRUE);
  g_ptr_array_unref (question->texts);
  g_array_unref (question->numbers);
}

/**
 * _td_question_add_text:
 * @question: a question
 * @text: (nullable): a value
 *
 * Returns: the number of its parameter
 */
guint
_td_question_add_text (TdQuestion *question, const char *text)
{
  gint64 none = 0;

  g_ptr_array_add (question->texts, g_strdup (text));
  g_array_append_val (question->numbers, none);
  return question->texts->len;
}

/**
 * _td_question_add_number:
 * @question: a question
 * @number: a value
 *
 * Returns: the number of its parameter
 */
guint
_td_question_add_number (TdQuestion *question, gint64 number)
{
  g_ptr_array_add (question->texts, NULL);
  g_array_append_val (question->numbers, number);
  return question->texts->len;
}

/* "2025" and "2025-07" begin before their days and end after them: the sign sorts behind all that
 * may follow. */
static void
append_on_day (TdQuestion *question, TdMapping *mapping, const TdCondition *condition)
{
  g_autofree char *from = _td_mapping_column (mapping, condition->field);
  g_autofree char *until = _td_mapping_column (mapping, condition->until);
  guint day = _td_question_add_text (question, condition->text);

  g_string_append_printf (question->sql, " AND (%s IS NULL OR %s <= ?%u) AND (%s IS NULL OR %s || '~' >= ?%u)",
                          from, from, day, until, until, day);
}

static void
append_any_text (TdQuestion *question, const char *column, char **texts)
{
  g_string_append_printf (question->sql, " AND %s IN (", column);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    g_string_append_printf (question->sql, "%s?%u", i > 0 ? ", " : "", _td_question_add_text (question, texts[i]));
  g_string_append_c (question->sql, ')');
}

/**
 * _td_question_append_condition:
 * @question: a question whose WHERE has begun
 * @mapping: of the entity asked for
 * @condition: what must hold as well
 */
void
_td_question_append_condition (TdQuestion *question, TdMapping *mapping, const TdCondition *condition)
{
  g_autofree char *column = _td_mapping_column (mapping, condition->field);
  const TdField *field = td_entity_class_find (mapping->klass, condition->field);
  const char *is = condition->kind == TD_CONDITION_NOT_TEXT ? "IS NOT" : "IS";

  switch (condition->kind)
    {
    case TD_CONDITION_ON_DAY:
      append_on_day (question, mapping, condition);
      return;
    case TD_CONDITION_BEFORE:
      g_string_append_printf (question->sql, " AND %s || '~' < ?%u", column, _td_question_add_text (question, condition->text));
      return;
    case TD_CONDITION_ANY_TEXT:
      append_any_text (question, column, condition->texts);
      return;
    case TD_CONDITION_NOT_NUMBER:
      g_string_append_printf (question->sql, " AND %s IS NOT ?%u", column, _td_question_add_number (question, condition->number));
      return;
    case TD_CONDITION_NUMBER:
      if (condition->number == 0 && field->kind != TD_FIELD_BOOLEAN)
        break;
      g_string_append_printf (question->sql, " AND %s IS ?%u", column, _td_question_add_number (question, condition->number));
      return;
    case TD_CONDITION_TEXT:
    case TD_CONDITION_NOT_TEXT:
      if (condition->text == NULL)
        break;
      g_string_append_printf (question->sql, " AND %s %s ?%u", column, is, _td_question_add_text (question, condition->text));
      return;
    default:
      g_assert_not_reached ();
    }
  g_string_append_printf (question->sql, " AND %s %s NULL", column, is);
}

static gboolean
has_number (TdMapping *mapping, const TdCondition *condition)
{
  const TdField *field = td_entity_class_find (mapping->klass, condition->field);

  if (condition->kind == TD_CONDITION_NOT_NUMBER)
    return TRUE;
  return condition->kind == TD_CONDITION_NUMBER && (condition->number != 0 || field->kind == TD_FIELD_BOOLEAN);
}

/**
 * _td_question_describe_condition:
 * @shape: where to
 * @mapping: of the entity asked for
 * @condition: a condition
 *
 * Tells what makes its words: two conditions described alike differ in their values only.
 */
void
_td_question_describe_condition (GString *shape, TdMapping *mapping, const TdCondition *condition)
{
  g_string_append_printf (shape, "%s %c%c%u %s;", condition->field, 'a' + (int) condition->kind,
                          has_number (mapping, condition) || condition->text != NULL ? '?' : '0',
                          condition->texts != NULL ? g_strv_length (condition->texts) : 0,
                          condition->until != NULL ? condition->until : "");
}

/**
 * _td_question_bind_condition:
 * @statement: a statement made from conditions described alike
 * @n: how many of its parameters have their values
 * @mapping: of the entity asked for
 * @condition: the next condition
 *
 * Returns: how many have them now
 */
int
_td_question_bind_condition (sqlite3_stmt *statement, int n, TdMapping *mapping, const TdCondition *condition)
{
  for (guint i = 0; condition->texts != NULL && condition->texts[i] != NULL; i++)
    sqlite3_bind_text (statement, ++n, condition->texts[i], -1, SQLITE_TRANSIENT);
  if (has_number (mapping, condition))
    sqlite3_bind_int64 (statement, ++n, condition->number);
  else if (condition->text != NULL)
    sqlite3_bind_text (statement, ++n, condition->text, -1, SQLITE_TRANSIENT);
  return n;
}

/**
 * _td_question_init:
 * @question: uninitialised
 *
 * Makes it empty.
 */
void
_td_question_init (TdQuestion *question)
{
  question->sql = g_string_new (NULL);
  question->texts = g_ptr_array_new_with_free_func (g_free);
  question->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * _td_question_prepare:
 * @self: a connection
 * @question: a finished question
 * @error: return location
 *
 * Returns: (transfer none) (nullable): its statement with the values bound
 */
sqlite3_stmt *
_td_question_prepare (TdConnection *self, TdQuestion *question, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, question->sql->str, error);

  for (guint i = 0; statement != NULL && i < question->texts->len; i++)
    {
      const char *text = g_ptr_array_index (question->texts, i);

      if (text != NULL)
        sqlite3_bind_text (statement, i + 1, text, -1, SQLITE_TRANSIENT);
      else
        sqlite3_bind_int64 (statement, i + 1, g_array_index (question->numbers, gint64, i));
    }
  return statement;
}
