/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-kit"

#include "config.h"

#include "td-date.h"
#include "td-kit-catalogue.h"
#include "td-kit.h"
#include "td-model.h"

/* Lao động tiên tiến is given money only, a flag needs no frame: what belongs to which award. */

struct _TdKit
{
  GPtrArray *items; /* TdKitItem: the office's own first */
};

static void
item_free (TdKitItem *item)
{
  g_object_unref (item->part);
  g_free (item->source);
  g_free (item);
}

static void
take_item (TdKit *self, TdKitPart *part, gboolean own, gboolean verified, const char *source)
{
  TdKitItem *item = g_new0 (TdKitItem, 1);

  item->part = g_object_ref (part);
  item->own = own;
  item->verified = verified;
  item->source = g_strdup (source);
  g_ptr_array_add (self->items, item);
}

/**
 * td_kit_read:
 * @connection: the office file
 * @error: return location
 *
 * Returns: (transfer full): what belongs to awards, of any day
 */
TdKit *
td_kit_read (TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_KIT_PART);
  g_autoptr (GPtrArray) own = td_connection_list (connection, query, error);
  g_autoptr (GPtrArray) shipped = own != NULL ? td_kit_catalogue_load (error) : NULL;
  TdKit *self;

  if (shipped == NULL)
    return NULL;
  self = g_new0 (TdKit, 1);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  for (guint i = 0; i < own->len; i++)
    take_item (self, g_ptr_array_index (own, i), TRUE, TRUE, NULL);
  for (guint i = 0; i < shipped->len; i++)
    {
      const TdShippedKitPart *part = g_ptr_array_index (shipped, i);

      take_item (self, part->part, FALSE, part->verified, part->source);
    }
  return self;
}

/**
 * td_kit_free:
 * @self: (transfer full): a kit
 */
void
td_kit_free (TdKit *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

static gboolean
holds (const TdKitItem *item, const char *day)
{
  return item->part->valid_from == NULL || day == NULL || td_date_compare (item->part->valid_from, day) <= 0;
}

/* Frames are frames; of other things the name tells two apart. */
static gboolean
same_thing (const TdKitPart *a, const TdKitPart *b)
{
  return g_strcmp0 (a->item, b->item) == 0 && (g_strcmp0 (a->item, "other") != 0 || g_strcmp0 (a->name, b->name) == 0);
}

/* The office's own before what is shipped; of one kind what names the giver, then what is newer. */
static gboolean
stands_before (const TdKitItem *a, const TdKitItem *b)
{
  if (a->own != b->own)
    return a->own;
  if ((a->part->giver_level != NULL) != (b->part->giver_level != NULL))
    return a->part->giver_level != NULL;
  return g_strcmp0 (a->part->valid_from, b->part->valid_from) > 0;
}

static void
take_best (GPtrArray *items, TdKitItem *item)
{
  for (guint i = 0; i < items->len; i++)
    {
      TdKitItem *other = g_ptr_array_index (items, i);

      if (!same_thing (other->part, item->part))
        continue;
      if (stands_before (item, other))
        items->pdata[i] = item;
      return;
    }
  g_ptr_array_add (items, item);
}

static int
item_rank (const TdKitItem *item)
{
  int rank = 0;

  while (td_choices_kit_item[rank].nick != NULL && g_strcmp0 (td_choices_kit_item[rank].nick, item->part->item) != 0)
    rank++;
  return rank;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return item_rank (*(const TdKitItem *const *) a) - item_rank (*(const TdKitItem *const *) b);
}

/**
 * td_kit_list:
 * @self: what belongs to awards
 * @award_form: a form or title
 * @giver_level: (nullable): who gives it
 * @day: (nullable): ISO: that of the decision
 *
 * Returns: (transfer container) (element-type TdKitItem): its parts on that day, the certificate first; empty when
 *   nobody has said what belongs to it
 */
GPtrArray *
td_kit_list (TdKit *self, const char *award_form, const char *giver_level, const char *day)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      TdKitItem *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (item->part->award_form, award_form) == 0 && (item->part->giver_level == NULL || giver_level == NULL || g_str_equal (item->part->giver_level, giver_level)) && holds (item, day))
        take_best (items, item);
    }
  g_ptr_array_sort (items, compare_items);
  return items;
}

/**
 * td_kit_list_all:
 * @self: what belongs to awards
 * @day: (nullable): ISO
 *
 * Returns: (transfer container) (element-type TdKitItem): the parts of every form and giver that hold on that day
 */
GPtrArray *
td_kit_list_all (TdKit *self, const char *day)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *all = g_ptr_array_new ();

  /* Shipped ones give the order; what only the office has stands after them. */
  for (guint own = 0; own < 2; own++)
    for (guint i = 0; i < self->items->len; i++)
      {
        const TdKitItem *item = g_ptr_array_index (self->items, i);
        g_autofree char *key = g_strdup_printf ("%s\n%s", item->part->award_form, item->part->giver_level != NULL ? item->part->giver_level : "");
        g_autoptr (GPtrArray) items = NULL;

        if (item->own != (own == 1) || !g_hash_table_add (seen, g_steal_pointer (&key)))
          continue;
        items = td_kit_list (self, item->part->award_form, item->part->giver_level, day);
        for (guint j = 0; j < items->len; j++)
          if (!g_ptr_array_find (all, g_ptr_array_index (items, j), NULL))
            g_ptr_array_add (all, g_ptr_array_index (items, j));
      }
  return all;
}

/**
 * td_kit_item_count:
 * @item: a part
 * @subject_kind: (nullable): who is awarded
 *
 * Returns: how many of it one award needs
 */
gint64
td_kit_item_count (const TdKitItem *item, const char *subject_kind)
{
  if (g_strcmp0 (subject_kind, "collective") == 0)
    return item->part->n_collective;
  return g_strcmp0 (subject_kind, "household") == 0 ? item->part->n_household : item->part->n_person;
}

/**
 * td_kit_has_certificate:
 * @self: what belongs to awards
 * @award_form: a form or title
 * @giver_level: (nullable): who gives it
 * @subject_kind: (nullable): who is awarded
 * @day: (nullable): ISO: that of the decision
 *
 * Returns: whether a certificate belongs to it; it does where nobody has said
 */
gboolean
td_kit_has_certificate (TdKit *self, const char *award_form, const char *giver_level, const char *subject_kind, const char *day)
{
  g_autoptr (GPtrArray) items = td_kit_list (self, award_form, giver_level, day);

  for (guint i = 0; i < items->len; i++)
    {
      const TdKitItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->part->item, "certificate") == 0)
        return td_kit_item_count (item, subject_kind) > 0;
    }
  return items->len == 0;
}
