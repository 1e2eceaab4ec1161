/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "td-bench.h"
#include "td-model.h"
#include "td-store.h"

/* Search while typing among a million subjects: the first page in the order of the list. */

#define PAGE_ROWS 200
#define GOAL_MS   50.0
#define N_GOAL    8
#define N_TIMES   9

typedef struct
{
  TdStore *store;
  const char *words;
  GPtrArray *rows;
} Search;

static gboolean
page_cb (TdConnection *connection, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);

  td_query_search (query, search->words);
  td_query_order_by (query, "name", FALSE);
  g_clear_pointer (&search->rows, g_ptr_array_unref);
  search->rows = td_connection_list_page (connection, query, 0, PAGE_ROWS, error);
  return search->rows != NULL;
}

static void
read_page (gpointer data)
{
  Search *search = data;
  g_autoptr (GError) error = NULL;

  if (!td_store_read (search->store, page_cb, search, NULL, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char *argv[])
{
  /* The first eight are what the goal is held to. */
  static const char *const words[] = { NULL, "n", "ng", "nguyễn", "thị", "phương", "066", "qqq",
                                       "x", "0661234", "ngữ", "nguyen van", "nguyễn thị ánh", "trần văn tuấn" };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  double worst = 0;
  Search search = { NULL };

  setlocale (LC_ALL, ""); /* the words are printed as they are */
  path = td_bench_million ();
  search.store = td_store_open (path, TD_STORE_READ, "Bench", &error);
  if (search.store == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *what = NULL;
      double first, usual;

      search.words = words[i];
      first = 1000 * td_bench_seconds (read_page, &search);
      usual = 1000 * td_bench_median (read_page, &search, N_TIMES);
      what = g_strdup_printf ("first page of %u hits for “%s” (the first time %.1f ms)", search.rows->len, words[i] != NULL ? words[i] : "", first);
      td_bench_print (what, "ms", usual, "goal", GOAL_MS);
      if (i < N_GOAL)
        worst = MAX (worst, usual);
    }
  td_bench_print ("worst search among 1000000 subjects", "ms", worst, "goal", GOAL_MS);
  g_clear_pointer (&search.rows, g_ptr_array_unref);
  td_store_close (search.store);
  g_object_unref (search.store);
  return 0;
}
