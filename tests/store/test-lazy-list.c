/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-lazy-list.h"
#include "td-model.h"
#include "td-test-office.h"

/* The list over SQL, on a real file with a hundred thousand records. */

#define MANY 100000

typedef struct
{
  TdTestOffice office;
  TdLazyList *list;
  guint n_units;
  guint n_changes;
  guint position, removed, added;
  gboolean answered;
} Fixture;

static gboolean
insert_units (TdConnection *connection, gpointer data, GError **error)
{
  guint n = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Xã %06u", i * 2);
      g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", name, NULL);

      if (!td_connection_insert (connection, unit, error))
        return FALSE;
    }
  return TRUE;
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_changes++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
reloaded_cb (gpointer user_data)
{
  ((Fixture *) user_data)->answered = TRUE;
}

static void
failed_cb (TdLazyList *list, const char *message, gpointer user_data)
{
  g_error ("%s", message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  td_test_office_set_up (&fixture->office, NULL);
  fixture->n_units = GPOINTER_TO_UINT (data);
  td_test_office_write (&fixture->office, insert_units, (gpointer) data);
  fixture->list = td_lazy_list_new (fixture->office.store, TD_TYPE_UNIT);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect_swapped (fixture->list, "reloaded", G_CALLBACK (reloaded_cb), fixture);
  g_signal_connect (fixture->list, "failed", G_CALLBACK (failed_cb), NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->list, fixture);
  /* Answers may still be on their way. */
  while (g_atomic_int_get (&G_OBJECT (fixture->list)->ref_count) > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
  td_test_office_tear_down (&fixture->office, NULL);
}

static void
ask (Fixture *fixture, const char *search, const char *order)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);

  td_query_search (query, search);
  td_query_order_by (query, order, FALSE);
  td_lazy_list_set_query (fixture->list, query);
}

static void
wait_for_answer (Fixture *fixture)
{
  fixture->answered = FALSE;
  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
}

static guint
n_items (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static void
wait_for_n (Fixture *fixture, guint n)
{
  while (n_items (fixture) != n)
    g_main_context_iteration (NULL, TRUE);
}

/* Takes a row as a view does, and waits until it has filled itself. */
static TdUnit *
filled (Fixture *fixture, guint position)
{
  TdUnit *unit = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  g_assert_nonnull (unit);
  while (td_entity_get_id (TD_ENTITY (unit)) == 0)
    g_main_context_iteration (NULL, TRUE);
  return unit;
}

static void
assert_name (Fixture *fixture, guint position, const char *name)
{
  g_autoptr (TdUnit) unit = filled (fixture, position);

  g_assert_cmpstr (unit->name, ==, name);
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdUnit) far = NULL;

  g_assert_cmpuint (n_items (fixture), ==, 0);
  ask (fixture, NULL, "name");
  g_assert_true (td_lazy_list_is_loading (fixture->list));
  wait_for_answer (fixture);
  /* The first page is there before anything was counted. */
  g_assert_cmpuint (n_items (fixture), ==, 200);
  g_assert_false (td_lazy_list_is_loading (fixture->list));
  g_assert_nonnull (td_lazy_list_peek (fixture->list, 0));
  wait_for_n (fixture, fixture->n_units);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_cmpuint (fixture->position, ==, 200);
  assert_name (fixture, 0, "Xã 000000");
  /* Far away: an empty row at once, which fills itself. */
  far = g_list_model_get_item (G_LIST_MODEL (fixture->list), 77777);
  g_assert_cmpint (td_entity_get_id (TD_ENTITY (far)), ==, 0);
  g_clear_object (&far);
  assert_name (fixture, 77777, "Xã 155554");
  assert_name (fixture, fixture->n_units - 1, "Xã 199998");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), fixture->n_units));
}

static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  ask (fixture, NULL, "name");
  wait_for_n (fixture, fixture->n_units);
  /* Faster than anything can be read: what is asked for last is answered, memory stays flat. */
  for (guint i = 0; i < fixture->n_units; i += 100)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (fixture->list), i));
  assert_name (fixture, fixture->n_units - 100, "Xã 039800");
  assert_name (fixture, 5000, "Xã 010000");
}

static void
test_newer_question (Fixture *fixture, gconstpointer data)
{
  ask (fixture, "xa", "name");
  ask (fixture, "xa 0000", "name");
  ask (fixture, "xa 000012", "name");
  wait_for_answer (fixture);
  g_assert_cmpuint (n_items (fixture), ==, 1);
  assert_name (fixture, 0, "Xã 000012");
  ask (fixture, "không có", "name");
  wait_for_answer (fixture);
  g_assert_cmpuint (n_items (fixture), ==, 0);
}

typedef struct
{
  gint64 id;
  const char *name; /* NULL deletes */
} Edit;

static gboolean
edit_cb (TdConnection *connection, gpointer data, GError **error)
{
  Edit *edit = data;
  g_autoptr (TdUnit) unit = NULL;

  if (edit->id == 0)
    {
      unit = g_object_new (TD_TYPE_UNIT, "name", edit->name, NULL);
      return td_connection_insert (connection, unit, error);
    }
  unit = td_connection_get (connection, TD_TYPE_UNIT, edit->id, error);
  if (edit->name == NULL)
    return td_connection_delete (connection, unit, error);
  g_object_set (unit, "name", edit->name, NULL);
  return td_connection_update (connection, unit, error);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdUnit) tenth = NULL;
  Edit edit = { 0 };

  ask (fixture, NULL, "name");
  wait_for_n (fixture, fixture->n_units);
  tenth = filled (fixture, 10);
  fixture->n_changes = 0;

  /* Refreshed where it stands. */
  edit.id = td_entity_get_id (TD_ENTITY (tenth));
  edit.name = "Xã 000020 mới";
  td_test_office_write (&fixture->office, edit_cb, &edit);
  wait_for_answer (fixture);
  g_assert_cmpstr (tenth->name, ==, "Xã 000020 mới");
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  /* One more before it: one row is told, the others keep their objects. */
  edit = (Edit){ 0, "Xã 000003" };
  td_test_office_write (&fixture->office, edit_cb, &edit);
  wait_for_answer (fixture);
  g_assert_cmpuint (n_items (fixture), ==, fixture->n_units + 1);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 2);
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, 1);
  assert_name (fixture, 2, "Xã 000003");
  g_assert_cmpuint (td_lazy_list_find_loaded (fixture->list, td_entity_get_id (TD_ENTITY (tenth))), ==, 11);
  g_assert_true (td_lazy_list_peek (fixture->list, 11) == TD_ENTITY (tenth));

  /* And gone again. */
  edit = (Edit){ td_entity_get_id (td_lazy_list_peek (fixture->list, 2)), NULL };
  td_test_office_write (&fixture->office, edit_cb, &edit);
  wait_for_answer (fixture);
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->added, ==, 0);
  g_assert_true (td_lazy_list_peek (fixture->list, 10) == TD_ENTITY (tenth));
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdUnit) far = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) missed = NULL;
  g_autoptr (GAsyncResult) collected = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  const TdRowRange ranges[] = { { 0, 2 }, { 12000, 500 } };
  gint64 id;

  ask (fixture, NULL, "name");
  wait_for_n (fixture, fixture->n_units);
  far = filled (fixture, 18000);
  id = td_entity_get_id (TD_ENTITY (far));
  for (guint i = 0; i < 20; i++) /* until its page is forgotten */
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (fixture->list), i * 800));
  g_assert_cmpuint (td_lazy_list_find_loaded (fixture->list, id), ==, TD_LAZY_LIST_NOWHERE);
  td_lazy_list_find_async (fixture->list, id, NULL, result_cb, &found);
  td_lazy_list_find_async (fixture->list, G_MAXINT64, NULL, result_cb, &missed);
  td_lazy_list_collect_async (fixture->list, ranges, G_N_ELEMENTS (ranges), NULL, result_cb, &collected);
  while (found == NULL || missed == NULL || collected == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (td_lazy_list_find_finish (fixture->list, found, &error), ==, 18000);
  g_assert_no_error (error);
  g_assert_cmpuint (td_lazy_list_find_finish (fixture->list, missed, &error), ==, TD_LAZY_LIST_NOWHERE);
  g_assert_no_error (error);
  ids = td_lazy_list_collect_finish (fixture->list, collected, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 502);
  g_assert_cmpint (g_array_index (ids, gint64, 502 - 1) - g_array_index (ids, gint64, 2), ==, 499);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, n) g_test_add (path, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)
  ADD ("/lazy-list/long", test_long, MANY);
  ADD ("/lazy-list/scroll", test_scroll, 20000);
  ADD ("/lazy-list/newer-question", test_newer_question, 1000);
  ADD ("/lazy-list/changes", test_changes, 5000);
  ADD ("/lazy-list/walk", test_walk, 20000);
#undef ADD

  return g_test_run ();
}
