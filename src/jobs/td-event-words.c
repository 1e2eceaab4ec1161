/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-event-words"

#include "config.h"

#include <string.h>

#include "td-event-words.h"
#include "td-model.h"
#include "td-text.h"

/* Which event a plan means: "đến khi tổ chức thành công Đại hội …", "sau khi Đại hội … tổ chức thành công". The words
 * around the name say when, not what. */

/* Two wordings are one name when the shorter one begins the longer one and has as many words as this. */
#define LEAST_COMMON 4

static const char *const around[] = {
  "từ", "đến", "tới", "cho", "khi", "lúc", "sau", "trước", "kết", "thúc", "tổ", "chức", "thành", "công", "bế", "mạc",
  "khai", "diễn", "ra", "tổng", "sơ", "được", "xong", "hết", "việc", NULL
};

/* What the plan itself is: with its end, the plan's own. */
static const char *const own[] = {
  "dot thi dua",
  "phong trao",
  "ke hoach",
  "chuong trinh",
  "cuoc van dong",
  "thi dua",
  NULL,
};

static gboolean
is_around (const char *word)
{
  g_autofree char *low = g_utf8_strdown (word, -1);

  for (char *end = low + strlen (low); end > low && g_ascii_ispunct (end[-1]); end--)
    end[-1] = '\0';
  return *low == '\0' || g_strv_contains (around, low);
}

static gboolean
is_own (const char *name)
{
  g_autofree char *folded = td_text_fold (name);

  for (guint i = 0; own[i] != NULL; i++)
    if (g_str_has_prefix (folded, own[i]))
      return TRUE;
  return FALSE;
}

/**
 * td_event_words_read:
 * @text: the words of a plan about a time
 * @own_end: (out): whether they mean the end of the plan itself
 *
 * Returns: (transfer full) (nullable): the name of the event in them; %NULL where there is none
 */
char *
td_event_words_read (const char *text, gboolean *own_end)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  guint to = g_strv_length (words);
  guint from = 0;
  g_autofree char *name = NULL;

  *own_end = FALSE;
  while (from < to && is_around (words[from]))
    from++;
  while (to > from && is_around (words[to - 1]))
    g_clear_pointer (&words[--to], g_free);
  if (from == to)
    return NULL;
  name = g_strjoinv (" ", words + from);
  for (char *end = name + strlen (name); end > name && strchr (".,;:)", end[-1]) != NULL; end--)
    end[-1] = '\0';
  *own_end = is_own (name);
  /* A name has a capital and more than one word: "năm sau" is no event. */
  return *own_end || to - from < 2 || !g_unichar_isupper (g_utf8_get_char (name)) ? NULL : g_steal_pointer (&name);
}

/**
 * td_event_words_are_same:
 * @a: a name
 * @b: a name
 *
 * Returns: whether they name one event: the same but for capitals and marks, or one goes on where the other ends
 *   ("… lần thứ XIV", "… lần thứ XIV của Đảng")
 */
gboolean
td_event_words_are_same (const char *a, const char *b)
{
  g_autofree char *x = td_text_fold (a);
  g_autofree char *y = td_text_fold (b);
  const char *shorter = strlen (x) <= strlen (y) ? x : y;
  const char *longer = shorter == x ? y : x;
  guint n_words = 1;

  if (g_str_equal (x, y))
    return TRUE;
  for (const char *at = shorter; *at != '\0'; at++)
    n_words += *at == ' ';
  return n_words >= LEAST_COMMON && g_str_has_prefix (longer, shorter) && longer[strlen (shorter)] == ' ';
}

/**
 * td_event_words_bind:
 * @connection: an office file, inside a transaction
 * @text: (nullable): the words of a plan about a time that is no date
 * @event_id: (out): the event they mean, made where the office had none of the name; 0 for none
 * @day: (out) (transfer full) (nullable): its day
 * @own_end: (out): whether they mean the end of the plan itself
 * @error: return location
 *
 * Returns: whether it could be looked up
 */
gboolean
td_event_words_bind (TdConnection *connection, const char *text, gint64 *event_id, char **day, gboolean *own_end, GError **error)
{
  g_autofree char *name = text != NULL ? td_event_words_read (text, own_end) : NULL;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_EVENT);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (TdEvent) event = NULL;

  *event_id = 0;
  *day = NULL;
  if (text == NULL)
    *own_end = FALSE;
  if (name == NULL)
    return TRUE;
  events = td_connection_list (connection, query, error);
  for (guint i = 0; events != NULL && i < events->len && event == NULL; i++)
    if (td_event_words_are_same (((TdEvent *) g_ptr_array_index (events, i))->name, name))
      event = g_object_ref (g_ptr_array_index (events, i));
  if (events != NULL && event == NULL)
    {
      event = g_object_new (TD_TYPE_EVENT, "name", name, NULL);
      if (!td_connection_insert (connection, event, error))
        return FALSE;
    }
  if (event == NULL)
    return FALSE;
  *event_id = td_entity_get_id (TD_ENTITY (event));
  *day = g_strdup (event->day);
  return TRUE;
}
