/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-lazy-list.h"

G_BEGIN_DECLS

#define TD_LAZY_PAGE_SIZE 200

/* What a lazy list asks the office file: made on the main thread, answered on the reading one. */
typedef struct
{
  TdQuery *query;
  TdLazyRowsFunc change; /* has a hand in the rows, or NULL */
  GArray *numbers;       /* pages to read */
  GPtrArray *answers;    /* of GPtrArray, one for each page */
  gboolean whole;        /* the answer replaces what is there */
  gboolean count;        /* count the rows when the pages do not tell */
  gint64 n_rows;         /* -1 while not known */
  gint64 n_before;       /* how many there were when it was asked, -1 when not counted yet */
  guint generation;
} TdLazyQuestion;

TdLazyQuestion *_td_lazy_question_new (TdQuery *query, gint64 n_before, guint generation);
void _td_lazy_question_free (gpointer question);
gboolean _td_lazy_question_ask (TdConnection *connection, gpointer question, GError **error);

G_END_DECLS
