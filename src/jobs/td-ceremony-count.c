/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-count"

#include "config.h"

#include "td-ceremony-count.h"
#include "td-ceremony-lines.h"
#include "td-kit.h"

G_DEFINE_FINAL_TYPE (TdCeremonyCount, td_ceremony_count, G_TYPE_OBJECT)

static void
td_ceremony_count_finalize (GObject *object)
{
  g_clear_object (&TD_CEREMONY_COUNT (object)->ceremony);
  G_OBJECT_CLASS (td_ceremony_count_parent_class)->finalize (object);
}

static void
td_ceremony_count_class_init (TdCeremonyCountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_ceremony_count_finalize;
}

static void
td_ceremony_count_init (TdCeremonyCount *self)
{
}

/* How far a sheet is; each step has the ones before behind it. */
static guint
get_step (const TdStockSheet *sheet)
{
  static const char *const ways[] = { "printed", "signed", "sealed", "framed", "presented" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (sheet->state, ways[i]))
      return i + 1;
  return g_str_equal (sheet->state, "at_signature") ? 1 : 0;
}

static void
count_sheet (TdCeremonyCount *self, const TdStockSheet *sheet)
{
  guint step = sheet != NULL ? get_step (sheet) : 0;

  self->n_certificates++;
  self->n_printed += step >= 1;
  self->n_signed += step >= 2;
  self->n_sealed += step >= 3;
  self->n_framed += step >= 4;
  self->n_missing += step < 2;
}

static void
count_presence (TdCeremonyCount *self, const TdCeremonyLine *line)
{
  self->n_lines++;
  self->n_presented += line->received_on != NULL;
  if (g_strcmp0 (line->presence, "came") == 0)
    self->n_came++;
  else if (g_strcmp0 (line->presence, "sent") == 0)
    self->n_sent++;
  else if (g_strcmp0 (line->presence, "absent") == 0)
    self->n_absent++;
  else
    self->n_expected++;
  self->n_carried += line->carried_to_id != 0;
}

static gboolean
count_line (TdCeremonyCount *self, TdConnection *connection, TdKit *kit, const TdCeremonyLine *line, GError **error)
{
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, line->award_id, error);
  g_autoptr (TdGiver) giver = award != NULL ? td_connection_get (connection, TD_TYPE_GIVER, award->giver_id, error) : NULL;
  g_autoptr (TdStockSheet) sheet = NULL;

  if (giver == NULL || !td_ceremony_lines_find_sheet (connection, line->award_id, &sheet, error))
    return FALSE;
  count_presence (self, line);
  if (line->carried_to_id != 0)
    return TRUE; /* the later ceremony counts it */
  self->money += award->money;
  if (sheet != NULL || td_kit_has_certificate (kit, award->award_form, giver->level, award->subject_kind, award->decision_date))
    count_sheet (self, sheet);
  return TRUE;
}

/**
 * td_ceremony_count_read:
 * @connection: the office file
 * @ceremony_id: a ceremony
 * @error: return location
 *
 * Returns: (transfer full): how far it is
 */
TdCeremonyCount *
td_ceremony_count_read (TdConnection *connection, gint64 ceremony_id, GError **error)
{
  g_autoptr (TdCeremonyCount) self = g_object_new (TD_TYPE_CEREMONY_COUNT, NULL);
  g_autoptr (TdKit) kit = td_kit_read (connection, error);
  g_autoptr (GPtrArray) lines = kit != NULL ? td_ceremony_lines_list (connection, ceremony_id, error) : NULL;

  self->ceremony = lines != NULL ? td_connection_get (connection, TD_TYPE_CEREMONY, ceremony_id, error) : NULL;
  if (self->ceremony == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    if (!count_line (self, connection, kit, g_ptr_array_index (lines, i), error) || td_connection_is_cancelled (connection, error))
      return NULL;
  return g_steal_pointer (&self);
}

static gboolean
count_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  TdCeremonyCount *self = td_ceremony_count_read (connection, *(gint64 *) data, error);

  if (self == NULL)
    return FALSE;
  td_job_set_count (job, self->n_lines);
  td_job_take_object (job, self);
  return TRUE;
}

/**
 * td_ceremony_count_job:
 * @ceremony_id: a ceremony
 *
 * Returns: (transfer full): the job; its object is the #TdCeremonyCount, its count the lines
 */
TdJob *
td_ceremony_count_job (gint64 ceremony_id)
{
  return td_job_new_read (count_cb, g_memdup2 (&ceremony_id, sizeof ceremony_id), g_free);
}
