/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-order"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-lines.h"
#include "td-ceremony-lines.h"
#include "td-certificate-order.h"
#include "td-collation.h"
#include "td-stock-sheets.h"

/* Which certificates are meant, and in which order. Of each award only what it is sorted by is kept. */

typedef struct
{
  TdCertificateKey key;
  TdAwardPlace place;
  GBytes *unit; /* its key of collation, shared */
  guint given;  /* its place in another order, the last for none */
} Entry;

typedef struct
{
  TdCertificateSet *set;
  gboolean persons_first;
  GArray *entries;
  GHashTable *units;     /* name → GBytes */
  GHashTable *corrected; /* award → the name of its unit since it was corrected */
  guint n_other;         /* left out, as they are for other blanks */
} Reading;

static GBytes *
find_unit (Reading *reading, const char *name)
{
  GBytes *key = g_hash_table_lookup (reading->units, name != NULL ? name : "");

  if (key == NULL)
    {
      key = td_collation_key (name != NULL ? name : "");
      g_hash_table_insert (reading->units, g_strdup (name != NULL ? name : ""), key);
    }
  return key;
}

/* Of a ceremony those are printed whose blanks lie in the tray; it has others for the others. */
static gboolean
is_wanted (Reading *reading, const TdAward *award, guint *given)
{
  TdCertificateSet *set = reading->set;
  gint64 id = td_entity_get_id ((TdEntity *) award);

  *given = G_MAXUINT;
  if (set->award_ids != NULL && (*given = GPOINTER_TO_UINT (g_hash_table_lookup (set->award_ids, &id))) == 0)
    return FALSE;
  if (g_hash_table_contains (set->except_ids, &id))
    {
      set->n_left_out++;
      return FALSE;
    }
  if (set->award_ids == NULL && award->revocation_id != 0)
    {
      set->n_revoked++; /* who names one is stopped by preflight */
      return FALSE;
    }
  if (set->decision_id != 0 || set->ceremony_id == 0 || set->stock == NULL || td_stock_suits (set->stock, set->stock_parts, award))
    return TRUE;
  reading->n_other++;
  return FALSE;
}

static gboolean
take_cb (TdEntity *record, gpointer data, GError **error)
{
  const TdAward *award = TD_AWARD (record);
  Reading *reading = data;
  gint64 id = td_entity_get_id (record);
  const char *unit = g_hash_table_lookup (reading->corrected, &id);
  Entry entry = { 0 };

  if (!is_wanted (reading, award, &entry.given))
    return TRUE;
  entry.key = (TdCertificateKey){ .award_id = id, .decision_id = award->decision_id, .register_number = (gint32) award->register_number, .register_year = (gint32) award->register_year };
  entry.place = td_award_place_of (award, reading->persons_first);
  entry.unit = find_unit (reading, unit != NULL ? unit : award->unit_name);
  g_array_append_val (reading->entries, entry);
  return TRUE;
}

/* Few units are corrected: all of them are asked for at once. */
static gboolean
read_corrected (Reading *reading, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION_ACT_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  if (reading->set->order != TD_CERTIFICATE_ORDER_UNIT)
    return TRUE;
  td_query_where_text (query, "field", "unit_name");
  lines = td_connection_list (connection, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const TdDecisionActLine *line = g_ptr_array_index (lines, i);

      g_hash_table_replace (reading->corrected, g_memdup2 (&line->award_id, sizeof (gint64)), g_strdup (line->now != NULL ? line->now : ""));
    }
  return lines != NULL;
}

/* One of a decision; an id of another has nothing to do with it. */
static gboolean
take_of_decision (Reading *reading, TdConnection *connection, gint64 award_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);

  td_query_where_number (query, "id", award_id);
  td_query_where_number (query, "decision-id", reading->set->decision_id);
  return td_connection_each (connection, query, take_cb, reading, error) && !td_connection_is_cancelled (connection, error);
}

static gboolean
take (Reading *reading, TdConnection *connection, gint64 award_id, GError **error)
{
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, award_id, error);

  return award != NULL && take_cb (TD_ENTITY (award), reading, error) && !td_connection_is_cancelled (connection, error);
}

/* Those that are called; a line that was carried over is called elsewhere. */
static gboolean
take_called (Reading *reading, TdConnection *connection, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (line->carried_to_id == 0 && !take (reading, connection, line->award_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_given (Reading *reading, TdConnection *connection, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  if (reading->set->award_ids == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, reading->set->award_ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!(reading->set->decision_id != 0 ? take_of_decision : take) (reading, connection, *(gint64 *) id, error))
      return FALSE;
  return TRUE;
}

static void
number_called (Reading *reading, GPtrArray *lines)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert (places, &((TdCeremonyLine *) g_ptr_array_index (lines, i))->award_id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < reading->entries->len; i++)
    {
      Entry *entry = &g_array_index (reading->entries, Entry, i);

      entry->given = GPOINTER_TO_UINT (g_hash_table_lookup (places, &entry->key.award_id)) - 1; /* none: the last */
    }
}

static int
compare_numbers (gint64 left, gint64 right)
{
  return left < right ? -1 : left > right;
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const TdCertificateSet *set = data;
  const Entry *left = a, *right = b;
  int order = 0;

  if (set->order == TD_CERTIFICATE_ORDER_CEREMONY || (set->order == TD_CERTIFICATE_ORDER_GIVEN && set->award_ids != NULL))
    order = compare_numbers (left->given, right->given);
  else if (set->order == TD_CERTIFICATE_ORDER_UNIT)
    order = g_bytes_compare (left->unit, right->unit);
  else if (set->order == TD_CERTIFICATE_ORDER_REGISTER)
    {
      order = compare_numbers (left->key.register_year, right->key.register_year);
      if (order == 0)
        order = compare_numbers (left->key.register_number, right->key.register_number);
    }
  return order != 0 ? order : td_award_place_compare (&left->place, &right->place);
}

static gboolean
take_all (Reading *reading, TdConnection *connection, GError **error)
{
  TdCertificateSet *set = reading->set;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);

  if (set->ceremony_id != 0)
    {
      lines = td_ceremony_lines_list (connection, set->ceremony_id, error);
      if (lines == NULL)
        return FALSE;
    }
  if (set->decision_id != 0 && set->award_ids == NULL)
    {
      td_query_where_number (query, "decision-id", set->decision_id);
      if (!td_connection_each (connection, query, take_cb, reading, error))
        return FALSE;
    }
  else if (lines != NULL && set->decision_id == 0 ? !take_called (reading, connection, lines, error) : !take_given (reading, connection, error))
    return FALSE;
  if (lines != NULL && set->order == TD_CERTIFICATE_ORDER_CEREMONY)
    number_called (reading, lines);
  return TRUE;
}

/**
 * td_certificate_order_read:
 * @set: a set that is being read; gets its keys
 * @connection: the office file
 * @persons_first: whether the office lists persons before collectives
 * @error: return location
 *
 * Finds the certificates and puts them in order: the pile, the list and the hall have one.
 *
 * Returns: whether it went well
 */
gboolean
td_certificate_order_read (TdCertificateSet *set, TdConnection *connection, gboolean persons_first, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (GHashTable) corrected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Reading reading = { set, persons_first, entries, units, corrected, 0 };

  if (!read_corrected (&reading, connection, error) || !take_all (&reading, connection, error))
    return FALSE;
  g_array_sort_with_data (entries, compare_entries, set);
  set->keys = g_array_sized_new (FALSE, FALSE, sizeof (TdCertificateKey), entries->len);
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (set->keys, g_array_index (entries, Entry, i).key);
  if (set->n_left_out > 0)
    g_ptr_array_add (set->found, td_finding_new ("certificates-left-out", TD_SEVERITY_INFO, ngettext ("%u certificate is left out of this batch.", "%u certificates are left out of this batch.", set->n_left_out), set->n_left_out));
  if (set->n_revoked > 0)
    g_ptr_array_add (set->found, td_finding_new ("awards-revoked", TD_SEVERITY_WARNING, ngettext ("%u award was revoked; its certificate is left out.", "%u awards were revoked; their certificates are left out.", set->n_revoked), set->n_revoked));
  if (reading.n_other > 0)
    g_ptr_array_add (set->found, td_finding_new ("certificate-other-blanks", TD_SEVERITY_INFO, ngettext ("%u certificate of the ceremony is for other blanks and is left out.", "%u certificates of the ceremony are for other blanks and are left out.", reading.n_other), reading.n_other));
  return TRUE;
}
