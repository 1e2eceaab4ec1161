/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-kit-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-lines.h"
#include "td-ceremony-lines.h"
#include "td-choices.h"
#include "td-date.h"
#include "td-kit-jobs.h"
#include "td-kit.h"
#include "td-text.h"

/* Kits: what the office says, and what is to be ordered for a decision or a ceremony. */

#define MOST_OF_ONE 1000

G_DEFINE_FINAL_TYPE (TdKitLine, td_kit_line, G_TYPE_OBJECT)

static void
td_kit_line_finalize (GObject *object)
{
  TdKitLine *self = TD_KIT_LINE (object);

  g_clear_object (&self->part);
  g_free (self->source);
  G_OBJECT_CLASS (td_kit_line_parent_class)->finalize (object);
}

static void
td_kit_line_class_init (TdKitLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_kit_line_finalize;
}

static void
td_kit_line_init (TdKitLine *self)
{
}

static TdKitLine *
line_new (const TdKitItem *item)
{
  TdKitLine *line = g_object_new (TD_TYPE_KIT_LINE, NULL);

  line->part = g_object_ref (item->part);
  line->own = item->own;
  line->verified = item->verified;
  line->source = g_strdup (item->source);
  return line;
}

/* What there is */

static gboolean
list_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdKit) kit = td_kit_read (connection, error);
  g_autoptr (GListStore) lines = g_list_store_new (TD_TYPE_KIT_LINE);
  g_autoptr (GPtrArray) items = kit != NULL ? td_kit_list_all (kit, data) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autoptr (TdKitLine) line = line_new (g_ptr_array_index (items, i));

      g_list_store_append (lines, line);
    }
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (lines)));
  td_job_take_object (job, g_steal_pointer (&lines));
  return items != NULL;
}

/**
 * td_kit_list_job:
 * @day: (nullable): ISO; %NULL for today
 *
 * Returns: (transfer full): the job; its object is a list of #TdKitLine: the parts that hold on that day
 */
TdJob *
td_kit_list_job (const char *day)
{
  return td_job_new_read (list_cb, day != NULL ? g_strdup (day) : td_date_dup_today (), g_free);
}

/* What the office says */

static gboolean
is_count (gint64 n)
{
  return n >= 0 && n <= MOST_OF_ONE;
}

static gboolean
check_part (TdJob *job, const TdKitPart *part, GError **error)
{
  TdEntityClass *klass = td_entity_class_of (TD_TYPE_KIT_PART);

  if (part->award_form == NULL || *part->award_form == '\0')
    td_job_take_finding (job, td_finding_at (td_finding_new ("kit-form", TD_SEVERITY_BLOCK, _ ("Say which award form it belongs to.")), "award_form", 0, 0));
  if (part->item == NULL || td_field_find_choice (td_entity_class_find (klass, "item"), part->item) == NULL)
    td_job_take_finding (job, td_finding_at (td_finding_new ("kit-item", TD_SEVERITY_BLOCK, _ ("Say what belongs to it: certificate, frame, badge, box, flag, flowers or other.")), "item", 0, 0));
  if (part->giver_level != NULL && td_field_find_choice (td_entity_class_find (klass, "giver-level"), part->giver_level) == NULL)
    td_job_take_finding (job, td_finding_at (td_finding_new ("kit-giver", TD_SEVERITY_BLOCK, _ ("“%s” is no level of a giver."), part->giver_level), "giver_level", 0, 0));
  if (!is_count (part->n_person) || !is_count (part->n_collective) || !is_count (part->n_household))
    td_job_take_finding (job, td_finding_at (td_finding_new ("kit-count", TD_SEVERITY_BLOCK, _ ("One award needs from 0 to %d of it."), MOST_OF_ONE), "n_person", 0, 0));
  if (part->valid_from != NULL && !td_date_is_valid (part->valid_from))
    td_job_take_finding (job, td_finding_at (td_finding_new ("kit-day", TD_SEVERITY_BLOCK, _ ("“%s” is not a day."), part->valid_from), "valid_from", 0, 0));
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

/* The same form, giver, thing and day are one record. */
static gboolean
find_own (TdConnection *connection, const TdKitPart *part, TdKitPart **own, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_KIT_PART);
  g_autoptr (GPtrArray) found = NULL;

  td_query_where_text (query, "award-form", part->award_form);
  td_query_where_text (query, "item", part->item);
  td_query_where_text (query, "giver-level", part->giver_level);
  td_query_where_text (query, "valid-from", part->valid_from);
  if (g_str_equal (part->item, "other"))
    td_query_where_text (query, "name", part->name);
  found = td_connection_list (connection, query, error);
  *own = found != NULL && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
  return found != NULL;
}

static gboolean
set_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  TdKitPart *part = data;
  g_autoptr (TdKitPart) own = NULL;

  if (!check_part (job, part, error) || !find_own (connection, part, &own, error))
    return FALSE;
  if (own != NULL)
    g_object_set (own, "name", part->name, "n-person", part->n_person, "n-collective", part->n_collective, "n-household", part->n_household, "note", part->note, NULL);
  else
    own = td_entity_copy (part);
  if (td_entity_get_id (TD_ENTITY (own)) != 0 ? !td_connection_update (connection, own, error) : !td_connection_insert (connection, own, error))
    return FALSE;
  td_connection_set_action_name (connection, _ ("Say what belongs to “%s”"), part->award_form);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (own)));
  return TRUE;
}

/**
 * td_kit_set_job:
 * @part: what belongs to an award; with no number at all it does not
 *
 * The office's own word, kept in its file beside what is shipped.
 *
 * Returns: (transfer full): the job; its id is the record
 */
TdJob *
td_kit_set_job (TdKitPart *part)
{
  return td_job_new_write (_ ("Say what belongs to an award"), set_cb, td_entity_copy (part), g_object_unref);
}

/* What is to be ordered */

typedef struct
{
  GArray *decision_ids; /* gint64 */
  gint64 ceremony_id;
} Order;

/* What blanks may say already. */
enum
{
  SAYS_GIFT,
  SAYS_FORM,
  SAYS_ISSUER,
  N_SAYINGS
};
static const char *const sayings[N_SAYINGS] = { "gift", "form", "issuer" };

/* What is in a store of blanks, as far as it is not given to a line yet. */
typedef struct
{
  TdStock *stock;
  char *says[N_SAYINGS]; /* folded; NULL where the blank does not say it */
  gint64 n_free;
} Store;

static void
store_free (Store *store)
{
  g_object_unref (store->stock);
  for (guint i = 0; i < N_SAYINGS; i++)
    g_free (store->says[i]);
  g_free (store);
}

/* A part without words says what blanks of its kind say: TẶNG; which form and who gives is then not known. */
static void
read_saying (Store *store, const TdStockPart *part)
{
  for (guint i = 0; i < N_SAYINGS; i++)
    {
      const char *text = part->text != NULL && *part->text != '\0' ? part->text : i == SAYS_GIFT ? "Tặng"
                                                                                                 : NULL;

      if (g_str_equal (part->part, sayings[i]) && text != NULL)
        {
          g_free (store->says[i]);
          store->says[i] = td_text_fold (text);
        }
    }
}

static gboolean
read_store (TdConnection *connection, Store *store, GError **error)
{
  g_autoptr (TdQuery) parts = td_query_new (TD_TYPE_STOCK_PART);
  g_autoptr (TdQuery) sheets = td_query_new (TD_TYPE_STOCK_SHEET);
  gint64 id = td_entity_get_id (TD_ENTITY (store->stock));
  g_autoptr (GPtrArray) found = NULL;

  td_query_where_number (parts, "stock-id", id);
  found = td_connection_list (connection, parts, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    read_saying (store, g_ptr_array_index (found, i));
  td_query_where_number (sheets, "stock-id", id);
  td_query_where_text (sheets, "state", "free");
  store->n_free = td_connection_count (connection, sheets, error);
  return store->n_free >= 0;
}

static GPtrArray *
list_stores (TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK);
  g_autoptr (GPtrArray) stocks = td_connection_list (connection, query, error);
  g_autoptr (GPtrArray) stores = g_ptr_array_new_with_free_func ((GDestroyNotify) store_free);

  for (guint i = 0; stocks != NULL && i < stocks->len; i++)
    {
      Store *store = g_new0 (Store, 1);

      store->stock = g_object_ref (g_ptr_array_index (stocks, i));
      g_ptr_array_add (stores, store);
      if (!read_store (connection, store, error))
        return NULL;
    }
  return stocks != NULL ? g_steal_pointer (&stores) : NULL;
}

/* What a blank says must be what the certificate would say. */
static gboolean
says_the_same (const Store *store, guint saying, const char *word)
{
  g_autofree char *folded = store->says[saying] != NULL && word != NULL ? td_text_fold (word) : NULL;

  return folded == NULL || g_str_equal (folded, store->says[saying]);
}

static gboolean
store_suits (const Store *store, const TdAward *award, gboolean same_form)
{
  const char *form = store->stock->award_form;
  gboolean any_form = (form == NULL || *form == '\0') && store->says[SAYS_FORM] == NULL;

  if (any_form == same_form || (form != NULL && *form != '\0' && g_strcmp0 (form, award->award_form) != 0))
    return FALSE;
  if (store->stock->giver_id != 0 && store->stock->giver_id != award->giver_id)
    return FALSE;
  return says_the_same (store, SAYS_FORM, award->award_form) && says_the_same (store, SAYS_ISSUER, award->giver)
         && says_the_same (store, SAYS_GIFT, award->posthumous ? "Truy tặng" : "Tặng");
}

/* Blanks that suit nothing else go first, so that the others are there for who needs them. */
static gboolean
take_blank (GPtrArray *stores, const TdAward *award)
{
  for (guint pass = 0; pass < 4; pass++)
    for (guint i = 0; i < stores->len; i++)
      {
        Store *store = g_ptr_array_index (stores, i);

        if (store->n_free > 0 && (store->says[SAYS_GIFT] != NULL) == (pass % 2 == 0) && store_suits (store, award, pass < 2))
          {
            store->n_free--;
            return TRUE;
          }
      }
  return FALSE;
}

static TdKitLine *
need_line (GListStore *lines, GHashTable *index, const TdKitItem *item, const TdAward *award)
{
  gboolean of_the_dead = award->posthumous && g_str_equal (item->part->item, "certificate");
  g_autofree char *key = g_strdup_printf ("%p %d", (gpointer) item, of_the_dead);
  TdKitLine *line = g_hash_table_lookup (index, key);

  if (line != NULL)
    return line;
  line = line_new (item);
  if (of_the_dead)
    {
      /* A blank with TẶNG cannot be used for it, so it is ordered by itself. */
      g_object_unref (line->part);
      line->part = td_entity_copy (item->part);
      g_object_set (line->part, "name", "Truy tặng", NULL);
    }
  g_list_store_append (lines, line);
  g_hash_table_insert (index, g_steal_pointer (&key), line);
  g_object_unref (line); /* the list keeps it */
  return line;
}

typedef struct
{
  TdKit *kit;
  GPtrArray *stores;
  GListStore *lines;
  GHashTable *index;
  GHashTable *unknown; /* forms nobody said anything about */
} Ordering;

static gboolean
order_for_award (Ordering *ordering, TdJob *job, TdConnection *connection, TdAward *award, GError **error)
{
  g_autoptr (TdGiver) giver = td_connection_get (connection, TD_TYPE_GIVER, award->giver_id, error);
  g_autoptr (GPtrArray) items = giver != NULL ? td_kit_list (ordering->kit, award->award_form, giver->level, award->decision_date) : NULL;
  g_autoptr (TdStockSheet) sheet = NULL;

  if (items == NULL || !td_ceremony_lines_find_sheet (connection, td_entity_get_id (TD_ENTITY (award)), &sheet, error))
    return FALSE;
  if (items->len == 0 && g_hash_table_add (ordering->unknown, g_strdup (award->award_form)))
    td_job_take_finding (job, td_finding_at (td_finding_new ("kit-unknown", TD_SEVERITY_WARNING, _ ("Nobody has said what belongs to “%s”."), award->award_form), award->award_form, 0, 0));
  for (guint i = 0; i < items->len; i++)
    {
      const TdKitItem *item = g_ptr_array_index (items, i);
      gint64 n = td_kit_item_count (item, award->subject_kind);
      TdKitLine *line;

      if (n == 0 || (g_str_equal (item->part->item, "certificate") && sheet != NULL))
        continue; /* printed already */
      line = need_line (ordering->lines, ordering->index, item, award);
      line->n_needed += n;
      for (gint64 j = 0; j < n && g_str_equal (item->part->item, "certificate"); j++)
        line->n_in_store += take_blank (ordering->stores, award);
      line->n_to_order = line->n_needed - line->n_in_store;
    }
  return TRUE;
}

static void
order_free (Order *order)
{
  g_array_unref (order->decision_ids);
  g_free (order);
}

/* One decision after the other. */
static GPtrArray *
list_of_decisions (TdConnection *connection, const Order *order, GError **error)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < order->decision_ids->len; i++)
    {
      g_autoptr (TdDecision) decision = td_connection_get (connection, TD_TYPE_DECISION, g_array_index (order->decision_ids, gint64, i), error);
      GPtrArray *own = decision != NULL ? td_award_lines_list (connection, td_entity_get_id (TD_ENTITY (decision)), error) : NULL;

      if (own == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (awards, own);
    }
  return g_steal_pointer (&awards);
}

static GPtrArray *
list_awards (TdConnection *connection, const Order *order, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) awards = NULL;

  if (order->decision_ids->len > 0)
    return list_of_decisions (connection, order, error);
  lines = td_ceremony_lines_list (connection, order->ceremony_id, error);
  awards = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      TdAward *award = td_connection_get (connection, TD_TYPE_AWARD, ((TdCeremonyLine *) g_ptr_array_index (lines, i))->award_id, error);

      if (award == NULL)
        return NULL;
      g_ptr_array_add (awards, award);
    }
  return lines != NULL ? g_steal_pointer (&awards) : NULL;
}

static gboolean
order_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdKit) kit = td_kit_read (connection, error);
  g_autoptr (GPtrArray) stores = kit != NULL ? list_stores (connection, error) : NULL;
  g_autoptr (GPtrArray) awards = stores != NULL ? list_awards (connection, data, error) : NULL;
  g_autoptr (GListStore) lines = g_list_store_new (TD_TYPE_KIT_LINE);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Ordering ordering = { kit, stores, lines, index, unknown };

  if (awards == NULL)
    return FALSE;
  for (guint i = 0; i < awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (awards, i);

      /* Whoever is revoked gets nothing. */
      if (award->revocation_id == 0 && (!order_for_award (&ordering, job, connection, award, error) || td_connection_is_cancelled (connection, error)))
        return FALSE;
    }
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (lines)));
  td_job_take_object (job, g_steal_pointer (&lines));
  return TRUE;
}

/**
 * td_kit_order_job:
 * @decision_ids: (array length=n_decisions) (nullable): decisions, issued or not; one named twice counts once
 * @n_decisions: how many
 * @ceremony_id: without a decision: a ceremony
 *
 * Counts what its awards need, and what of it is in store: blanks of the ledger that suit the form, the giver and
 * tặng or truy tặng, each counted once. Certificates that are printed need no blank any more.
 *
 * Returns: (transfer full): the job; its object is a list of #TdKitLine
 */
TdJob *
td_kit_order_job (const gint64 *decision_ids, guint n_decisions, gint64 ceremony_id)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  Order *order = g_new0 (Order, 1);

  order->decision_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n_decisions; i++)
    if (g_hash_table_add (seen, (gpointer) &decision_ids[i]))
      g_array_append_val (order->decision_ids, decision_ids[i]);
  order->ceremony_id = ceremony_id;
  return td_job_new_read (order_cb, order, (GDestroyNotify) order_free);
}
