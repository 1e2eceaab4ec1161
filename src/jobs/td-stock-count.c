/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-count"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-date.h"
#include "td-office-letter.h"
#include "td-stock-count.h"
#include "td-stock-sheets.h"

G_DEFINE_FINAL_TYPE (TdStockCount, td_stock_count, G_TYPE_OBJECT)

static void
td_stock_count_finalize (GObject *object)
{
  TdStockCount *self = TD_STOCK_COUNT (object);

  g_clear_object (&self->stock);
  g_free (self->from);
  g_free (self->until);
  g_free (self->in_store);
  G_OBJECT_CLASS (td_stock_count_parent_class)->finalize (object);
}

static void
td_stock_count_class_init (TdStockCountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_stock_count_finalize;
}

static void
td_stock_count_init (TdStockCount *self)
{
}

/* Runs of numbers, as people write them. */
typedef struct
{
  GString *text;
  gint64 first, last;
  char *first_code, *last_code;
} Runs;

static void
end_run (Runs *runs)
{
  if (runs->first_code == NULL)
    return;
  g_string_append_printf (runs->text, "%s%s", runs->text->len > 0 ? ", " : "", runs->first_code);
  if (runs->last > runs->first)
    g_string_append_printf (runs->text, "–%s", runs->last_code);
  g_clear_pointer (&runs->first_code, g_free);
  g_clear_pointer (&runs->last_code, g_free);
}

static void
add_to_run (Runs *runs, const TdStockSheet *sheet)
{
  if (runs->first_code == NULL || sheet->number != runs->last + 1)
    {
      end_run (runs);
      runs->first = sheet->number;
      runs->first_code = g_strdup (sheet->code);
    }
  runs->last = sheet->number;
  g_free (runs->last_code);
  runs->last_code = g_strdup (sheet->code);
}

typedef struct
{
  TdStockCount *count;
  GHashTable *received; /* pack → when it came */
  Runs runs;
  TdConnection *connection;
} Walk;

static gboolean
is_within (const TdStockCount *count, const char *day)
{
  return day != NULL && g_strcmp0 (day, count->from) >= 0 && g_strcmp0 (day, count->until) <= 0;
}

static gboolean
is_by (const char *day, const char *until)
{
  return day != NULL && g_strcmp0 (day, until) <= 0;
}

static gboolean
count_cb (TdEntity *entity, gpointer data, GError **error)
{
  Walk *walk = data;
  TdStockCount *count = walk->count;
  const TdStockSheet *sheet = TD_STOCK_SHEET (entity);
  const char *received = g_hash_table_lookup (walk->received, &sheet->pack_id);
  gboolean is_spoiled = is_by (sheet->spoiled_on, count->until);
  gboolean is_back = g_str_equal (sheet->state, "taken_back") && is_by (sheet->changed_on, count->until);

  if (!is_by (received, count->until))
    return TRUE;
  count->n_received += is_within (count, received);
  count->n_before += g_strcmp0 (received, count->from) < 0 && (sheet->used_on == NULL || g_strcmp0 (sheet->used_on, count->from) >= 0);
  count->n_left += is_within (count, sheet->used_on);
  count->n_printed += is_within (count, sheet->used_on) && !is_spoiled;
  count->n_spoiled += is_within (count, sheet->spoiled_on);
  count->n_presented += is_within (count, sheet->presented_on);
  count->n_destroyed += is_within (count, sheet->destroyed_on);
  count->n_to_destroy += (is_spoiled || is_back) && !is_by (sheet->destroyed_on, count->until);
  if (!is_by (sheet->used_on, count->until))
    {
      count->n_after++;
      add_to_run (&walk->runs, sheet);
    }
  return !td_connection_is_cancelled (walk->connection, error);
}

static gboolean
pack_cb (TdEntity *entity, gpointer data, GError **error)
{
  gint64 id = td_entity_get_id (entity);

  g_hash_table_insert (data, g_memdup2 (&id, sizeof id), g_strdup (TD_STOCK_PACK (entity)->received_on));
  return TRUE;
}

static gboolean
walk_sheets (TdStockCount *count, TdConnection *connection, GError **error)
{
  gint64 id = td_entity_get_id (TD_ENTITY (count->stock));
  g_autoptr (TdQuery) packs = td_query_new (TD_TYPE_STOCK_PACK);
  g_autoptr (TdQuery) sheets = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GHashTable) received = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  Walk walk = { count, received, { text, 0, 0, NULL, NULL }, connection };
  gboolean ok;

  td_query_where_number (packs, "stock-id", id);
  td_query_where_number (sheets, "stock-id", id);
  td_query_order_by (sheets, "number", FALSE);
  ok = td_connection_each (connection, packs, pack_cb, received, error) && td_connection_each (connection, sheets, count_cb, &walk, error);
  end_run (&walk.runs);
  count->in_store = g_strdup (text->str);
  return ok;
}

typedef struct
{
  gint64 stock_id;
  char *from, *until, *path;
  TdLetter *letter;
} Input;

static void
input_free (Input *input)
{
  g_free (input->from);
  g_free (input->until);
  g_free (input->path);
  g_clear_pointer (&input->letter, td_letter_unref);
  g_free (input);
}

static TdStockCount *
make_count (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (TdStockCount) count = g_object_new (TD_TYPE_STOCK_COUNT, NULL);

  if (!td_date_is_day (input->from) || !td_date_is_day (input->until) || g_strcmp0 (input->from, input->until) > 0)
    {
      g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("Sheets cannot be counted from “%s” to “%s”."), input->from, input->until);
      return NULL;
    }
  count->from = g_strdup (input->from);
  count->until = g_strdup (input->until);
  count->stock = td_connection_get (connection, TD_TYPE_STOCK, input->stock_id, error);
  if (count->stock == NULL || !walk_sheets (count, connection, error))
    return NULL;
  if (count->stock->n_least > 0 && count->n_after < count->stock->n_least)
    td_job_take_finding (job, td_finding_new ("stock-low", TD_SEVERITY_WARNING, _ ("%u sheets of “%s” are in store; there should be %" PRId64 " at least."), count->n_after, count->stock->name, count->stock->n_least));
  return g_steal_pointer (&count);
}

static gboolean
count_job_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  TdStockCount *count = make_count (job, connection, data, error);

  if (count == NULL)
    return FALSE;
  td_job_set_count (job, count->n_after);
  td_job_take_object (job, count);
  return TRUE;
}

static Input *
input_new (gint64 stock_id, const char *from, const char *until, const char *path)
{
  Input *input = g_new0 (Input, 1);

  input->stock_id = stock_id;
  input->from = g_strdup (from);
  input->until = g_strdup (until);
  input->path = g_strdup (path);
  return input;
}

/**
 * td_stock_count_job:
 * @stock_id: a stock
 * @from: the first day, ISO
 * @until: the last day, ISO
 *
 * Returns: (transfer full): the job; its object is the #TdStockCount, its count the sheets in store then
 */
TdJob *
td_stock_count_job (gint64 stock_id, const char *from, const char *until)
{
  return td_job_new_read (count_job_cb, input_new (stock_id, from, until, NULL), (GDestroyNotify) input_free);
}

/* The record: biên bản kiểm kê */

static void
take_line (TdLetterCase *letter, const char *what, guint n)
{
  td_letter_case_take_entry (letter, g_strdup_printf ("%s: %u tờ", what, n));
}

static TdLetterCase *
make_case (TdConnection *connection, const TdStockCount *count, GError **error)
{
  TdLetterCase *letter = td_office_letter_begin (connection, "BBKK", NULL, NULL, error);
  g_autofree char *from = td_date_to_words (count->from);
  g_autofree char *until = td_date_to_words (count->until);

  if (letter == NULL)
    return NULL;
  td_letter_case_set (letter, "stock", count->stock->name);
  td_letter_case_set (letter, "count-from", from);
  td_letter_case_set (letter, "count-until", until);
  td_letter_case_set (letter, "in-store", count->n_after > 0 ? count->in_store : NULL);
  take_line (letter, "Tồn kho đầu kỳ", count->n_before);
  take_line (letter, "Nhập trong kỳ", count->n_received);
  take_line (letter, "Xuất in bằng, còn giá trị", count->n_printed);
  take_line (letter, "Hỏng trong kỳ", count->n_spoiled);
  take_line (letter, "Đã trao trong kỳ", count->n_presented);
  take_line (letter, "Đã hủy trong kỳ", count->n_destroyed);
  take_line (letter, "Hỏng, thu hồi còn chờ hủy", count->n_to_destroy);
  take_line (letter, "Tồn kho cuối kỳ", count->n_after);
  return letter;
}

static gboolean
letter_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdStockCount) count = make_count (job, connection, input, error);
  g_autoptr (TdLetterCase) letter = count != NULL ? make_case (connection, count, error) : NULL;

  input->letter = letter != NULL ? td_office_letter_fill (job, "stock-count", letter, error) : NULL;
  return input->letter != NULL;
}

static gboolean
letter_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;

  return td_office_letter_write (job, input->letter, input->path, "Biên bản kiểm kê phôi bằng", cancellable, error);
}

/**
 * td_stock_count_print_job:
 * @stock_id: a stock
 * @from: the first day, ISO
 * @until: the last day, ISO
 * @path: the PDF to make or replace
 *
 * Returns: (transfer full): a job that writes the record of the count; its count is the pages
 */
TdJob *
td_stock_count_print_job (gint64 stock_id, const char *from, const char *until, const char *path)
{
  TdJob *job = td_job_new_read (letter_cb, input_new (stock_id, from, until, path), (GDestroyNotify) input_free);

  td_job_set_after (job, letter_after);
  return job;
}
