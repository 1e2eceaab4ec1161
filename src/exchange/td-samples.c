/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-samples"

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "td-data.h"
#include "td-samples.h"
#include "td-unit-catalogue.h"

/* Reads data/samples/. The files are ours, so only what cannot be read at all is an error. */

struct _TdSampleWords
{
  GPtrArray *words;
  GArray *sums; /* of the weights, up to and with each word */
};

static TdSampleWords *
words_new (void)
{
  TdSampleWords *self = g_new (TdSampleWords, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->sums = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

static void
words_free (TdSampleWords *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_array_unref (self->sums);
  g_free (self);
}

static void
words_add (TdSampleWords *self, const char *word, guint32 weight)
{
  guint n = self->words->len;
  guint32 sum = weight + (n > 0 ? g_array_index (self->sums, guint32, n - 1) : 0);

  g_ptr_array_add (self->words, g_strdup (word));
  g_array_append_val (self->sums, sum);
}

/**
 * td_sample_words_get_n:
 * @self: words
 *
 * Returns: how many there are
 */
guint
td_sample_words_get_n (const TdSampleWords *self)
{
  return self->words->len;
}

/**
 * td_sample_words_get:
 * @self: words
 * @position: from 0
 *
 * Returns: (transfer none): one of them
 */
const char *
td_sample_words_get (const TdSampleWords *self, guint position)
{
  g_return_val_if_fail (position < self->words->len, NULL);

  return g_ptr_array_index (self->words, position);
}

/**
 * td_sample_words_pick:
 * @self: words
 * @number: any number
 *
 * Returns: (transfer none): the word it falls on; common words are wide
 */
const char *
td_sample_words_pick (const TdSampleWords *self, guint32 number)
{
  guint low = 0;
  guint high = self->words->len - 1;

  number %= g_array_index (self->sums, guint32, high);
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (number < g_array_index (self->sums, guint32, middle))
        high = middle;
      else
        low = middle + 1;
    }
  return g_ptr_array_index (self->words, low);
}

static JsonParser *
load_json (const char *path, JsonObject **root, GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup (path, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return NULL;
  *root = json_node_get_object (json_parser_get_root (parser));
  return g_steal_pointer (&parser);
}

/* A text, a list of texts, or texts with their weights. */
static TdSampleWords *
read_words (JsonObject *object, const char *name)
{
  TdSampleWords *words = words_new ();
  JsonNode *node = json_object_get_member (object, name);
  JsonObjectIter iter;
  const char *word;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &word, &node))
        words_add (words, word, json_node_get_int (node));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      words_add (words, json_array_get_string_element (json_node_get_array (node), i), 1);
  else
    words_add (words, json_node_get_string (node), 1);
  return words;
}

static TdSamplePeople *
read_people (JsonObject *object)
{
  TdSamplePeople *people = g_new0 (TdSamplePeople, 1);

  people->weight = json_object_get_int_member (object, "weight");
  people->family_first = g_str_equal (json_object_get_string_member (object, "order"), "family given");
  people->prefix[TD_SAMPLE_MALE] = read_words (object, "male_prefix");
  people->prefix[TD_SAMPLE_FEMALE] = read_words (object, "female_prefix");
  people->given[TD_SAMPLE_MALE] = read_words (object, "male_given");
  people->given[TD_SAMPLE_FEMALE] = read_words (object, "female_given");
  people->families = read_words (object, "families");
  return people;
}

static void
people_free (TdSamplePeople *people)
{
  for (guint sex = 0; sex < TD_SAMPLE_N_SEXES; sex++)
    {
      words_free (people->prefix[sex]);
      words_free (people->given[sex]);
    }
  words_free (people->families);
  g_free (people);
}

static gboolean
read_names (TdSamples *self, GError **error)
{
  static const char *const sexes[] = { "male", "female" };
  JsonObject *root;
  g_autoptr (JsonParser) parser = load_json ("samples/names-frequency.json", &root, error);
  JsonArray *groups;

  if (parser == NULL)
    return FALSE;
  for (guint sex = 0; sex < TD_SAMPLE_N_SEXES; sex++)
    {
      JsonObject *object = json_object_get_object_member (root, sexes[sex]);

      self->names[sex].family = read_words (object, "family");
      self->names[sex].middle = read_words (object, "middle");
      self->names[sex].given = read_words (object, "given");
    }
  groups = json_object_get_array_member (json_object_get_object_member (root, "ethnic_minority_names"), "groups");
  self->peoples = g_ptr_array_new_with_free_func ((GDestroyNotify) people_free);
  for (guint i = 0; i < json_array_get_length (groups); i++)
    g_ptr_array_add (self->peoples, read_people (json_array_get_object_element (groups, i)));
  return TRUE;
}

static void
add_body (TdSamples *self, const char *name, const char *kind)
{
  static const char *const open[] = { " tỉnh", "Tỉnh ủy", "Tỉnh Đoàn" };
  const char *province = self->office->province;
  g_autofree char *printed = NULL;

  /* Whose province it is stands once on a certificate, and never twice. */
  if (g_str_has_prefix (name, "Sở "))
    printed = g_strdup_printf ("%s tỉnh %s", name, province);
  for (guint i = 0; printed == NULL && i < G_N_ELEMENTS (open); i++)
    if (g_str_has_suffix (name, open[i]))
      printed = g_strdup_printf ("%s %s", name, province);
  g_ptr_array_add (self->bodies, g_object_new (TD_TYPE_UNIT, "name", name, "kind", kind, "printed-name", printed, NULL));
}

static void
add_bodies (TdSamples *self, JsonObject *object, const char *list, const char *kind)
{
  JsonArray *array = json_object_get_array_member (object, list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        add_body (self, json_object_get_string_member (json_node_get_object (node), "name"),
                  json_object_get_string_member (json_node_get_object (node), "kind"));
      else
        add_body (self, json_node_get_string (node), kind);
    }
}

static gpointer
read_entity (GType type, JsonObject *object)
{
  gpointer entity = g_object_new (type, NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (json_node_get_value_type (node) == G_TYPE_INT64)
      g_object_set (entity, name, json_node_get_int (node), NULL);
    else
      g_object_set (entity, name, json_node_get_string (node), NULL);
  return entity;
}

static GHashTable *
read_words_by_name (JsonObject *object)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) words_free);
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    g_hash_table_insert (table, g_strdup (name), read_words (object, name));
  return table;
}

static gboolean
read_bodies (TdSamples *self, JsonObject *demo, GError **error)
{
  JsonObject *root;
  g_autoptr (JsonParser) parser = load_json ("samples/departments.json", &root, error);

  if (parser == NULL)
    return FALSE;
  self->bodies = g_ptr_array_new_with_free_func (g_object_unref);
  add_bodies (self, root, "departments", "department");
  add_bodies (self, root, "bodies", NULL);
  add_bodies (self, demo, "schools", "school");
  add_bodies (self, demo, "enterprises", "enterprise");
  return TRUE;
}

static void
read_blocs (TdSamples *self, JsonArray *array)
{
  self->blocs = g_ptr_array_new_with_free_func ((GDestroyNotify) words_free);
  self->bloc_records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      g_ptr_array_add (self->blocs, read_words (object, "members"));
      g_ptr_array_add (self->bloc_records, g_object_new (TD_TYPE_BLOC, "name", json_object_get_string_member (object, "name"),
                                                         "kind", json_object_get_string_member (object, "kind"), NULL));
    }
}

static void
read_stocks (TdSamples *self, JsonArray *array)
{
  self->stocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->packs = g_ptr_array_new_with_free_func (g_object_unref);
  self->carried = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      g_ptr_array_add (self->stocks, read_entity (TD_TYPE_STOCK, json_object_get_object_member (object, "stock")));
      g_ptr_array_add (self->packs, read_entity (TD_TYPE_STOCK_PACK, json_object_get_object_member (object, "pack")));
      g_ptr_array_add (self->carried, g_strdup (json_object_get_string_member (object, "carries")));
    }
}

static gboolean
read_demo (TdSamples *self, GError **error)
{
  JsonObject *root;
  g_autoptr (JsonParser) parser = load_json ("samples/demo.json", &root, error);
  JsonArray *givers;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (parser == NULL)
    return FALSE;
  self->office = read_entity (TD_TYPE_OFFICE, json_object_get_object_member (root, "office"));
  self->ended = read_entity (TD_TYPE_UNIT, json_object_get_object_member (root, "ended_unit"));
  self->ended_act = read_entity (TD_TYPE_UNIT_ACT, json_object_get_object_member (root, "ended_act"));
  read_blocs (self, json_object_get_array_member (root, "blocs"));
  read_stocks (self, json_object_get_array_member (root, "stocks"));
  givers = json_object_get_array_member (root, "givers");
  self->givers = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < json_array_get_length (givers); i++)
    g_ptr_array_add (self->givers, read_entity (TD_TYPE_GIVER, json_array_get_object_element (givers, i)));
  self->posts = read_words_by_name (json_object_get_object_member (root, "posts"));
  self->collectives = read_words_by_name (json_object_get_object_member (root, "collectives"));
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) words_free);
  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!JSON_NODE_HOLDS_OBJECT (node) && !g_str_equal (name, "givers") && !g_str_equal (name, "blocs") && !g_str_equal (name, "stocks"))
      g_hash_table_insert (self->texts, g_strdup (name), read_words (root, name));
  self->province = td_unit_catalogue_list_units (json_object_get_string_member (root, "province"), error);
  return self->province != NULL && read_bodies (self, root, error);
}

/**
 * td_samples_load:
 * @error: return location
 *
 * Returns: (transfer full): what the demo office is made of, or %NULL
 */
TdSamples *
td_samples_load (GError **error)
{
  g_autoptr (TdSamples) self = g_new0 (TdSamples, 1);

  if (!read_names (self, error) || !read_demo (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * td_samples_free:
 * @self: (transfer full): samples
 */
void
td_samples_free (TdSamples *self)
{
  for (guint sex = 0; sex < TD_SAMPLE_N_SEXES; sex++)
    {
      words_free (self->names[sex].family);
      words_free (self->names[sex].middle);
      words_free (self->names[sex].given);
    }
  g_clear_pointer (&self->peoples, g_ptr_array_unref);
  g_clear_object (&self->office);
  g_clear_pointer (&self->givers, g_ptr_array_unref);
  g_clear_pointer (&self->province, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_clear_object (&self->ended);
  g_clear_object (&self->ended_act);
  g_clear_pointer (&self->stocks, g_ptr_array_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->carried, g_ptr_array_unref);
  g_clear_pointer (&self->blocs, g_ptr_array_unref);
  g_clear_pointer (&self->bloc_records, g_ptr_array_unref);
  g_clear_pointer (&self->posts, g_hash_table_unref);
  g_clear_pointer (&self->collectives, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_free (self);
}

/**
 * td_samples_get_texts:
 * @self: samples
 * @name: such as "residences"
 *
 * Returns: (transfer none): the texts of that name
 */
const TdSampleWords *
td_samples_get_texts (const TdSamples *self, const char *name)
{
  const TdSampleWords *texts = g_hash_table_lookup (self->texts, name);

  g_assert (texts != NULL);
  return texts;
}

/**
 * td_samples_get_text:
 * @self: samples
 * @name: such as "wording"
 *
 * Returns: (transfer none): the only text of that name
 */
const char *
td_samples_get_text (const TdSamples *self, const char *name)
{
  return td_sample_words_get (td_samples_get_texts (self, name), 0);
}
