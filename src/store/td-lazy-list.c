/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-lazy-list"

#include "config.h"

#include "td-lazy-list.h"
#include "td-lazy-question-private.h"

/* A list of any length over a query. The main thread never waits: a row not yet read is handed
 * out as an empty record (id 0) and fills itself when its page arrives.
 *
 *   get_item ──► page known? ──► its row
 *                    └ no ────► placeholders now ──► "wanted" ──► one question at a time ──► fill
 *
 * The first page of a new query comes before its count, so that a window over a million records
 * shows its rows at once. When the office file changes, the pages at hand are asked for anew: rows
 * are refreshed where they stand, and only what came or went is told as a change of the list. */

#define PAGE_SIZE      200
#define MAX_PAGES      12
#define RELOADED_PAGES 4 /* more than a view shows */

typedef struct
{
  GPtrArray *rows; /* of TdEntity */
  gboolean filled;
  guint64 used;
} Page;

struct _TdLazyList
{
  GObject parent_instance;

  TdStore *store;
  GType entity_type;
  TdQuery *query;
  GHashTable *pages; /* number → Page */
  GArray *wanted;    /* numbers of pages not yet asked for; the last goes first */
  GCancellable *cancellable;
  TdLazyRowsFunc change; /* or NULL */
  guint n_rows;
  guint generation; /* an answer to an older question is thrown away */
  guint64 clock;
  gboolean fresh;   /* nothing of this query has arrived */
  gboolean counted; /* n_rows is all there are */
  gboolean asking;
};

enum
{
  RELOADED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_N_ITEMS,
  PROP_LOADING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void td_lazy_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdLazyList, td_lazy_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, td_lazy_list_model_init))

static void ask_next (TdLazyList *self);

static void
page_free (Page *page)
{
  g_ptr_array_unref (page->rows);
  g_free (page);
}

static Page *
get_page (GHashTable *pages, guint number)
{
  return g_hash_table_lookup (pages, GUINT_TO_POINTER (number));
}

static TdEntity *
get_row (GHashTable *pages, guint position)
{
  Page *page = get_page (pages, position / PAGE_SIZE);

  if (page == NULL || position % PAGE_SIZE >= page->rows->len)
    return NULL;
  return g_ptr_array_index (page->rows, position % PAGE_SIZE);
}

static gboolean
is_wanted (TdLazyList *self, guint number, guint *place)
{
  for (guint i = 0; i < self->wanted->len; i++)
    if (g_array_index (self->wanted, guint, i) == number)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static void
want (TdLazyList *self, guint number)
{
  guint place;

  if (!is_wanted (self, number, &place))
    g_array_append_val (self->wanted, number);
}

static void
forget_oldest (TdLazyList *self)
{
  GHashTableIter iter;
  gpointer key, value;
  gpointer oldest = NULL;
  guint64 used = G_MAXUINT64;
  guint place;

  if (g_hash_table_size (self->pages) <= MAX_PAGES)
    return;
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((Page *) value)->used < used)
      {
        used = ((Page *) value)->used;
        oldest = key;
      }
  if (is_wanted (self, GPOINTER_TO_UINT (oldest), &place))
    g_array_remove_index (self->wanted, place);
  g_hash_table_remove (self->pages, oldest);
}

static Page *
add_page (TdLazyList *self, guint number)
{
  Page *page = g_new0 (Page, 1);

  page->rows = g_ptr_array_new_with_free_func (g_object_unref);
  page->used = ++self->clock;
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  return page;
}

static guint
page_length (guint number, guint n_rows)
{
  guint first = number * PAGE_SIZE;

  return first < n_rows ? MIN (PAGE_SIZE, n_rows - first) : 0;
}

static gpointer
td_lazy_list_get_item (GListModel *model, guint position)
{
  TdLazyList *self = TD_LAZY_LIST (model);
  guint number = position / PAGE_SIZE;
  Page *page;

  if (position >= self->n_rows)
    return NULL;
  page = get_page (self->pages, number);
  if (page == NULL)
    {
      page = add_page (self, number);
      for (guint i = page_length (number, self->n_rows); i > 0; i--)
        g_ptr_array_add (page->rows, g_object_new (self->entity_type, NULL));
      forget_oldest (self);
      want (self, number);
      ask_next (self);
    }
  page->used = ++self->clock;
  return g_object_ref (g_ptr_array_index (page->rows, position % PAGE_SIZE));
}

static guint
td_lazy_list_get_n_items (GListModel *model)
{
  return TD_LAZY_LIST (model)->n_rows;
}

static GType
td_lazy_list_get_item_type (GListModel *model)
{
  return TD_TYPE_ENTITY;
}

static void
td_lazy_list_model_init (GListModelInterface *iface)
{
  iface->get_item = td_lazy_list_get_item;
  iface->get_n_items = td_lazy_list_get_n_items;
  iface->get_item_type = td_lazy_list_get_item_type;
}

static void
fill (Page *page, GPtrArray *rows)
{
  for (guint i = 0; i < page->rows->len && i < rows->len; i++)
    td_entity_assign (g_ptr_array_index (page->rows, i), g_ptr_array_index (rows, i));
  page->filled = TRUE;
}

/* The first place where the answer has another record than the list. */
static guint
first_difference (TdLazyList *self, TdLazyQuestion *question, guint n_rows)
{
  guint first = MIN (self->n_rows, n_rows);

  for (guint i = 0; i < question->answers->len; i++)
    {
      GPtrArray *rows = g_ptr_array_index (question->answers, i);
      guint begin = g_array_index (question->numbers, guint, i) * PAGE_SIZE;

      for (guint j = 0; j < rows->len && begin + j < first; j++)
        {
          TdEntity *old = get_row (self->pages, begin + j);

          if (old != NULL && td_entity_get_id (old) != 0 && td_entity_get_id (old) != td_entity_get_id (g_ptr_array_index (rows, j)))
            first = begin + j;
        }
    }
  return first;
}

/* The rows of a page after @added (or, when negative, lost) rows at @place; those that stay keep
 * their objects, since whoever shows them holds on to them. */
static void
rebuild_page (TdLazyList *self, GHashTable *old, guint number, guint place, int added)
{
  Page *before = get_page (old, number);
  Page *page = add_page (self, number);

  if (before != NULL)
    page->used = before->used;
  for (guint i = 0; i < page_length (number, self->n_rows); i++)
    {
      guint position = number * PAGE_SIZE + i;
      TdEntity *row = NULL;

      if (position < place)
        row = get_row (old, position);
      else if (position >= place + (guint) MAX (added, 0))
        row = get_row (old, position - added);
      g_ptr_array_add (page->rows, row != NULL ? g_object_ref (row) : g_object_new (self->entity_type, NULL));
    }
}

static gboolean
was_asked (TdLazyQuestion *question, guint number)
{
  for (guint i = 0; i < question->numbers->len; i++)
    if (g_array_index (question->numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static void
take_whole (TdLazyList *self, TdLazyQuestion *question)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->pages);
  guint old_n = self->n_rows;
  guint n_rows = question->n_rows >= 0 ? question->n_rows : PAGE_SIZE;
  gboolean fresh = self->fresh;
  guint place = 0;
  int added = n_rows - old_n;
  GHashTableIter iter;
  gpointer key, value;

  self->pages = old;
  if (!fresh)
    place = first_difference (self, question, n_rows);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) page_free);
  g_array_set_size (self->wanted, 0);
  self->n_rows = n_rows;
  self->fresh = FALSE;
  self->counted = question->n_rows >= 0;
  if (!fresh)
    {
      /* A page that was read, but not again, is forgotten; one still empty is waited for. */
      g_hash_table_iter_init (&iter, old);
      while (g_hash_table_iter_next (&iter, &key, &value))
        if (page_length (GPOINTER_TO_UINT (key), n_rows) > 0 && (!((Page *) value)->filled || was_asked (question, GPOINTER_TO_UINT (key))))
          rebuild_page (self, old, GPOINTER_TO_UINT (key), place, added);
    }
  for (guint i = 0; i < question->answers->len; i++)
    {
      guint number = g_array_index (question->numbers, guint, i);

      if (page_length (number, n_rows) == 0)
        continue;
      if (get_page (self->pages, number) == NULL)
        rebuild_page (self, self->pages, number, 0, n_rows);
      fill (get_page (self->pages, number), g_ptr_array_index (question->answers, i));
    }
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!get_page (self->pages, GPOINTER_TO_UINT (key))->filled)
      want (self, GPOINTER_TO_UINT (key));

  if (fresh)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old_n, n_rows);
  else if (added != 0)
    g_list_model_items_changed (G_LIST_MODEL (self), place, MAX (-added, 0), MAX (added, 0));
  if (n_rows != old_n)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  if (fresh)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_signal_emit (self, signals[RELOADED], 0);
}

static void
take_pages (TdLazyList *self, TdLazyQuestion *question)
{
  for (guint i = 0; i < question->answers->len; i++)
    {
      Page *page = get_page (self->pages, g_array_index (question->numbers, guint, i));

      if (page != NULL)
        fill (page, g_ptr_array_index (question->answers, i));
    }
  self->counted |= question->count;
  if (question->count && question->n_rows > (gint64) self->n_rows)
    {
      guint old_n = self->n_rows;

      self->n_rows = question->n_rows;
      g_list_model_items_changed (G_LIST_MODEL (self), old_n, 0, self->n_rows - old_n);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
    }
}

static TdLazyQuestion *
question_new (TdLazyList *self)
{
  TdLazyQuestion *question = _td_lazy_question_new (self->query, self->counted ? (gint64) self->n_rows : -1, self->generation);

  question->change = self->change;
  return question;
}

static void answered_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
ask (TdLazyList *self, TdLazyQuestion *question)
{
  self->asking = TRUE;
  td_store_read_async (self->store, _td_lazy_question_ask, question, _td_lazy_question_free, self->cancellable,
                       answered_cb, g_object_ref (self));
}

static void
ask_count (TdLazyList *self)
{
  TdLazyQuestion *question = question_new (self);

  question->count = TRUE;
  ask (self, question);
}

static void
ask_next (TdLazyList *self)
{
  TdLazyQuestion *question;

  if (self->asking || self->wanted->len == 0)
    return;
  question = question_new (self);
  g_array_append_val (question->numbers, g_array_index (self->wanted, guint, self->wanted->len - 1));
  g_array_set_size (self->wanted, self->wanted->len - 1);
  ask (self, question);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdLazyList) self = user_data;
  g_autoptr (GError) error = NULL;
  TdLazyQuestion *question = td_store_read_finish (TD_STORE (source), result, &error);

  if (question == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return; /* a newer question is under way */
      self->asking = FALSE;
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  if (question->generation != self->generation)
    return;
  self->asking = FALSE;
  if (question->whole)
    {
      take_whole (self, question);
      if (question->n_rows < 0 && question->generation == self->generation)
        ask_count (self);
    }
  else
    take_pages (self, question);
  ask_next (self);
}

static void
start_generation (TdLazyList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  self->asking = FALSE;
}

static void
changed_cb (TdLazyList *self)
{
  td_lazy_list_reload (self);
}

static void
td_lazy_list_dispose (GObject *object)
{
  TdLazyList *self = TD_LAZY_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->generation++; /* an answer may be on its way */
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, td_query_unref);
  G_OBJECT_CLASS (td_lazy_list_parent_class)->dispose (object);
}

static void
td_lazy_list_finalize (GObject *object)
{
  TdLazyList *self = TD_LAZY_LIST (object);

  g_hash_table_unref (self->pages);
  g_array_unref (self->wanted);
  G_OBJECT_CLASS (td_lazy_list_parent_class)->finalize (object);
}

static void
td_lazy_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TdLazyList *self = TD_LAZY_LIST (object);

  switch (prop_id)
    {
    case PROP_N_ITEMS: g_value_set_uint (value, self->n_rows); break;
    case PROP_LOADING: g_value_set_boolean (value, self->fresh); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
td_lazy_list_class_init (TdLazyListClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->dispose = td_lazy_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_lazy_list_finalize;
  G_OBJECT_CLASS (klass)->get_property = td_lazy_list_get_property;
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * TdLazyList::reloaded:
   *
   * The rows at hand are those of the office file as it is now.
   */
  signals[RELOADED] = g_signal_new ("reloaded", TD_TYPE_LAZY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdLazyList::failed:
   * @message: why the rows could not be read, translated
   */
  signals[FAILED] = g_signal_new ("failed", TD_TYPE_LAZY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
td_lazy_list_init (TdLazyList *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) page_free);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->fresh = TRUE;
}

/**
 * td_lazy_list_new:
 * @store: an open office file
 * @entity_type: the kind of record
 *
 * Returns: (transfer full): a list, empty until it is given a query
 */
TdLazyList *
td_lazy_list_new (TdStore *store, GType entity_type)
{
  TdLazyList *self = g_object_new (TD_TYPE_LAZY_LIST, NULL);

  g_return_val_if_fail (TD_IS_STORE (store) && g_type_is_a (entity_type, TD_TYPE_ENTITY), self);

  self->store = g_object_ref (store);
  self->entity_type = entity_type;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * td_lazy_list_set_change:
 * @self: a list, before its first query
 * @change: (nullable): has a hand in its rows
 */
void
td_lazy_list_set_change (TdLazyList *self, TdLazyRowsFunc change)
{
  g_return_if_fail (TD_IS_LAZY_LIST (self));

  self->change = change;
}

/**
 * td_lazy_list_set_query:
 * @self: a list
 * @query: (transfer none): which records, in which order; not to be changed any more
 *
 * Asks another question. The rows of the old one stay until the first of the new arrive.
 */
void
td_lazy_list_set_query (TdLazyList *self, TdQuery *query)
{
  TdLazyQuestion *question;
  guint first = 0;

  g_return_if_fail (TD_IS_LAZY_LIST (self) && td_query_get_entity_type (query) == self->entity_type);

  td_query_ref (query);
  g_clear_pointer (&self->query, td_query_unref);
  self->query = query;
  self->fresh = TRUE;
  self->counted = FALSE;
  start_generation (self);
  question = question_new (self);
  question->whole = TRUE;
  g_array_append_val (question->numbers, first);
  ask (self, question);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * td_lazy_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the question asked last
 */
TdQuery *
td_lazy_list_get_query (TdLazyList *self)
{
  return self->query;
}

/* The pages that were looked at last. */
static void
take_recent (TdLazyList *self, GArray *numbers)
{
  for (guint n = 0; n < RELOADED_PAGES; n++)
    {
      GHashTableIter iter;
      gpointer key, value;
      guint64 used = 0;
      guint best = 0;

      g_hash_table_iter_init (&iter, self->pages);
      while (g_hash_table_iter_next (&iter, &key, &value))
        {
          gboolean taken = FALSE;

          for (guint i = 0; i < numbers->len; i++)
            taken |= g_array_index (numbers, guint, i) == GPOINTER_TO_UINT (key);
          if (!taken && ((Page *) value)->used > used)
            {
              used = ((Page *) value)->used;
              best = GPOINTER_TO_UINT (key);
            }
        }
      if (used > 0)
        g_array_append_val (numbers, best);
    }
}

/**
 * td_lazy_list_reload:
 * @self: a list
 *
 * Asks the same question again. Rows at hand are refreshed where they stand.
 */
void
td_lazy_list_reload (TdLazyList *self)
{
  TdLazyQuestion *question;

  g_return_if_fail (TD_IS_LAZY_LIST (self));

  if (self->query == NULL)
    return;
  if (self->fresh)
    {
      g_autoptr (TdQuery) query = td_query_ref (self->query);

      td_lazy_list_set_query (self, query);
      return;
    }
  start_generation (self);
  question = question_new (self);
  question->whole = TRUE;
  question->count = TRUE;
  take_recent (self, question->numbers);
  if (question->numbers->len == 0)
    g_array_append_vals (question->numbers, &(guint){ 0 }, 1);
  ask (self, question);
}

/**
 * td_lazy_list_is_loading:
 * @self: a list
 *
 * Returns: whether nothing has been heard yet of the question asked last
 */
gboolean
td_lazy_list_is_loading (TdLazyList *self)
{
  return self->fresh;
}

/**
 * td_lazy_list_peek:
 * @self: a list
 * @position: a row
 *
 * Returns: (transfer none) (nullable): its record when that is at hand; asks for nothing
 */
TdEntity *
td_lazy_list_peek (TdLazyList *self, guint position)
{
  TdEntity *row = position < self->n_rows ? get_row (self->pages, position) : NULL;

  return row != NULL && td_entity_get_id (row) != 0 ? row : NULL;
}

/**
 * td_lazy_list_find_loaded:
 * @self: a list
 * @id: a record
 *
 * Returns: its row when that is at hand, or %TD_LAZY_LIST_NOWHERE
 */
guint
td_lazy_list_find_loaded (TdLazyList *self, gint64 id)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    for (guint i = 0; i < ((Page *) value)->rows->len; i++)
      if (td_entity_get_id (g_ptr_array_index (((Page *) value)->rows, i)) == id)
        return GPOINTER_TO_UINT (key) * PAGE_SIZE + i;
  return TD_LAZY_LIST_NOWHERE;
}

/**
 * td_lazy_list_get_store:
 * @self: a list
 *
 * Returns: (transfer none): the office file it reads
 */
TdStore *
td_lazy_list_get_store (TdLazyList *self)
{
  return self->store;
}
