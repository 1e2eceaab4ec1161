/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-lazy-question"

#include "config.h"

#include "td-lazy-question-private.h"

/**
 * _td_lazy_question_new:
 * @query: which records
 * @n_before: how many there were, -1 when not counted yet
 * @generation: which state of the list asks
 *
 * Returns: (transfer full): a question about no page yet
 */
TdLazyQuestion *
_td_lazy_question_new (TdQuery *query, gint64 n_before, guint generation)
{
  TdLazyQuestion *question = g_new0 (TdLazyQuestion, 1);

  question->query = td_query_ref (query);
  question->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  question->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  question->n_rows = -1;
  question->n_before = n_before;
  question->generation = generation;
  return question;
}

/**
 * _td_lazy_question_free:
 * @data: (transfer full): a question
 */
void
_td_lazy_question_free (gpointer data)
{
  TdLazyQuestion *question = data;

  td_query_unref (question->query);
  g_array_unref (question->numbers);
  g_ptr_array_unref (question->answers);
  g_free (question);
}

/* SQLite walks to a page row by row. The second half is reached sooner from the end, by the same
 * order turned round. */
static GPtrArray *
read_page (TdConnection *connection, TdLazyQuestion *question, gint64 number, GError **error)
{
  gint64 offset = number * TD_LAZY_PAGE_SIZE;
  gint64 n_rows = question->n_rows >= 0 ? question->n_rows : question->n_before;
  gint64 length = MIN (TD_LAZY_PAGE_SIZE, n_rows - offset);
  g_autoptr (TdQuery) turned = NULL;
  GPtrArray *rows;
  gboolean descending;
  const char *order;

  if (offset < n_rows / 2 || length <= 0)
    return td_connection_list_page (connection, question->query, offset, TD_LAZY_PAGE_SIZE, error);
  turned = td_query_copy (question->query);
  order = td_query_get_order (question->query, &descending);
  td_query_order_by (turned, order, !descending);
  rows = td_connection_list_page (connection, turned, n_rows - offset - length, length, error);
  for (guint i = 0; rows != NULL && i < rows->len / 2; i++)
    {
      gpointer other = rows->pdata[rows->len - 1 - i];

      rows->pdata[rows->len - 1 - i] = rows->pdata[i];
      rows->pdata[i] = other;
    }
  return rows;
}

static gboolean
count (TdConnection *connection, TdLazyQuestion *question, GError **error)
{
  question->n_rows = td_connection_count (connection, question->query, error);
  question->n_rows = MIN (question->n_rows, G_MAXINT32);
  return question->n_rows >= 0;
}

/**
 * _td_lazy_question_ask:
 * @connection: the handle of the reading thread
 * @user_data: a question
 * @error: return location
 *
 * Returns: whether it was answered
 */
gboolean
_td_lazy_question_ask (TdConnection *connection, gpointer user_data, GError **error)
{
  TdLazyQuestion *question = user_data;

  if (question->whole && question->count && question->n_before > TD_LAZY_PAGE_SIZE && !count (connection, question, error))
    return FALSE;
  for (guint i = 0; i < question->numbers->len; i++)
    {
      guint number = g_array_index (question->numbers, guint, i);
      GPtrArray *rows = read_page (connection, question, number, error);

      if (rows == NULL)
        return FALSE;
      g_ptr_array_add (question->answers, rows);
      if (question->change != NULL && !question->change (connection, question->query, rows, error))
        return FALSE;
      if (question->n_rows < 0 && rows->len < TD_LAZY_PAGE_SIZE && (rows->len > 0 || number == 0))
        question->n_rows = (gint64) number * TD_LAZY_PAGE_SIZE + rows->len;
    }
  return question->n_rows >= 0 || !question->count || count (connection, question, error);
}
