/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-read"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-corrections.h"
#include "td-award-layout-jobs.h"
#include "td-calibration-jobs.h"
#include "td-certificate-arranged.h"
#include "td-certificate-fields.h"
#include "td-certificate-order.h"
#include "td-date.h"
#include "td-emblem-jobs.h"
#include "td-statements.h"
#include "td-template-choice.h"
#include "td-template-list.h"
#include "td-template-reader.h"
#include "td-wording-jobs.h"

/* Reads a set of certificates, one award after the other: of each only its page is kept. */

typedef struct
{
  TdCertificateSet *set;
  TdConnection *connection;
  TdWording *wording;
  TdFrontCodes *codes;
  GPtrArray *templates; /* TdTemplateItem: all there are */
  GHashTable *chosen;   /* what is known → place in the set's templates, from 1 */
  GHashTable *ids;      /* of all awards */
  GPtrArray *arranged;  /* TdCertificateLayouts: of each of the set's templates */
  guint n_foreigners;   /* whose page has no English */
} Reading;

static gboolean
count_free (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  gint64 n;

  td_query_where_number (query, "stock-id", self->stock_id);
  td_query_where_text (query, "state", "free");
  n = td_connection_count (connection, query, error);
  self->n_free = MAX (n, 0);
  return n >= 0;
}

static gboolean
read_stock (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_PART);

  if (self->stock_id == 0)
    return TRUE;
  td_query_where_number (query, "stock-id", self->stock_id);
  self->stock = td_connection_get (connection, TD_TYPE_STOCK, self->stock_id, error);
  self->stock_parts = self->stock != NULL ? td_connection_list (connection, query, error) : NULL;
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; self->stock_parts != NULL && i < self->stock_parts->len; i++)
    {
      const TdStockPart *part = g_ptr_array_index (self->stock_parts, i);
      GArray *places = part->places != NULL ? td_stock_part_parse_places (part->places) : NULL;

      g_hash_table_insert (self->parts, g_strdup (part->part), g_strdup (part->text != NULL ? part->text : ""));
      if (places != NULL)
        g_hash_table_insert (self->places, g_strdup (part->part), places);
    }
  return self->stock_parts != NULL && count_free (self, connection, error);
}

/* A few decisions and givers serve all certificates. */
static gpointer
get_once (TdConnection *connection, GHashTable *known, GType type, gint64 id, GError **error)
{
  gpointer record = g_hash_table_lookup (known, &id);

  if (record == NULL)
    {
      record = td_connection_get (connection, type, id, error);
      if (record != NULL)
        g_hash_table_insert (known, g_memdup2 (&id, sizeof id), record);
    }
  return record;
}

/* With it comes what was arranged in it for single recipients. */
static gboolean
add_template (Reading *reading, TdTemplate *template, guint *place, GError **error)
{
  TdCertificateSet *set = reading->set;
  g_autoptr (GPtrArray) layouts = NULL;

  for (*place = 0; *place < set->templates->len; ++*place)
    if (g_str_equal (td_template_get_id (g_ptr_array_index (set->templates, *place)), td_template_get_id (template)))
      return TRUE;
  layouts = td_award_layouts_read (reading->connection, td_template_get_id (template), reading->ids, error);
  if (layouts == NULL)
    return FALSE;
  g_ptr_array_add (set->templates, g_object_ref (template));
  g_ptr_array_add (reading->arranged, td_certificate_layouts_new (layouts));
  for (guint i = 0; i < layouts->len; i++)
    g_ptr_array_add (set->layouts, g_object_ref (g_ptr_array_index (layouts, i)));
  return TRUE;
}

/* Each certificate has the template that suits it: one list may have nationals and foreigners, one ceremony several
 * forms. On blanks with words a foreigner's page must be theirs. */
static gboolean
choose_template (Reading *reading, const TdAward *award, const TdGiver *giver, gboolean foreigner, guint *place, GError **error)
{
  TdCertificateSet *set = reading->set;
  gboolean english = foreigner && (set->parts == NULL || td_blanks_suit_foreigners (set->parts));
  g_autofree char *known = g_strdup_printf ("%s\n%s\n%d", award->award_form, giver->level != NULL ? giver->level : "", english);
  TdTemplateWish wish = { award->award_form, giver->level, 0, 0, english };
  g_autoptr (TdTemplate) template = NULL;

  *place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->chosen, known));
  if (*place == 0)
    {
      if (set->stock != NULL)
        {
          wish.width = set->stock->width / 1000.0;
          wish.height = set->stock->height / 1000.0;
        }
      template = set->template_name != NULL ? td_template_list_get (reading->templates, set->template_name, error) : td_template_list_choose (reading->templates, &wish, error);
      if (template == NULL || !add_template (reading, template, place, error))
        return FALSE;
      ++*place;
      g_hash_table_insert (reading->chosen, g_steal_pointer (&known), GUINT_TO_POINTER (*place));
    }
  --*place;
  reading->n_foreigners += foreigner && !td_template_is_bilingual (g_ptr_array_index (set->templates, *place));
  return TRUE;
}

/* What the records say, where nothing else was arranged for this one. */
static gboolean
check_record (Reading *reading, guint template, const TdCertificateRecord *record, GError **error)
{
  TdCertificateSet *set = reading->set;
  const TdArranged arranged = { g_ptr_array_index (set->templates, template), g_ptr_array_index (reading->arranged, template), record };
  const TdCertificateText texts[] = {
    td_arranged_get_text (&arranged, _ ("Name"), TD_CERTIFICATE_SUBJECT_LINE),
    td_arranged_get_text (&arranged, _ ("Post, unit, address"), TD_CERTIFICATE_POST_LINE),
    td_arranged_get_text (&arranged, _ ("Wording"), TD_CERTIFICATE_ACHIEVEMENT),
  };
  const TdCertificateCase what = { record->decision, record->award, record->subject, texts[0].text, texts, G_N_ELEMENTS (texts) };

  td_certificate_rules_check (&what, set->found_on);
  return td_arranged_check (&arranged, reading->connection, set->found_on, error);
}

static gboolean
read_certificate (Reading *reading, TdCertificateKey *key, GError **error)
{
  TdCertificateSet *set = reading->set;
  g_autoptr (TdAward) award = td_award_corrections_get (reading->connection, key->award_id, error);
  g_autoptr (TdSubject) subject = award != NULL ? td_connection_get (reading->connection, TD_TYPE_SUBJECT, award->subject_id, error) : NULL;
  TdDecision *decision = subject != NULL ? get_once (reading->connection, set->decisions, TD_TYPE_DECISION, award->decision_id, error) : NULL;
  TdGiver *giver = decision != NULL ? get_once (reading->connection, set->givers, TD_TYPE_GIVER, decision->giver_id, error) : NULL;
  g_autoptr (GHashTable) fields = NULL;

  if (giver == NULL || !choose_template (reading, award, giver, td_subject_is_foreigner (subject), &key->page.template, error))
    return FALSE;
  if (set->decision == NULL)
    set->decision = g_object_ref (decision);
  if (set->giver == NULL)
    set->giver = g_object_ref (giver);
  fields = td_certificate_fields_new (decision, giver, award, subject, reading->wording);
  g_hash_table_insert (fields, g_strdup (TD_CERTIFICATE_NAME), g_strdup (award->subject_name));
  if (!td_front_codes_put (reading->codes, reading->connection, decision, giver, award, fields, error))
    return FALSE;
  if (!check_record (reading, key->page.template, &(TdCertificateRecord){ decision, giver, award, subject, reading->wording, fields }, error))
    return FALSE;
  key->mark = td_certificate_rules_mark (award);
  key->page.recipient = td_recipients_get_n (set->recipients);
  td_recipients_add (set->recipients, fields);
  return !td_connection_is_cancelled (reading->connection, error);
}

static void
tell_foreigners (TdCertificateSet *set, guint n)
{
  if (n == 0)
    return;
  if (set->template_name != NULL)
    g_ptr_array_add (set->found, td_finding_new ("certificate-foreigner", TD_SEVERITY_WARNING, ngettext ("%u certificate is for a foreigner, and the chosen template has no English.", "%u certificates are for foreigners, and the chosen template has no English.", n), n));
  else
    g_ptr_array_add (set->found, td_finding_new ("certificate-foreigner", TD_SEVERITY_WARNING, ngettext ("%u certificate is for a foreigner, and these blanks have words in Vietnamese only.", "%u certificates are for foreigners, and these blanks have words in Vietnamese only.", n), n));
}

static gboolean
read_certificates (TdCertificateSet *self, TdJob *job, TdConnection *connection, TdWording *wording, GError **error)
{
  g_autoptr (TdFrontCodes) codes = td_front_codes_new (connection, error);
  g_autoptr (GPtrArray) templates = codes != NULL ? td_template_list_read (connection, error) : NULL;
  g_autoptr (GHashTable) chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) arranged = g_ptr_array_new_with_free_func ((GDestroyNotify) td_certificate_layouts_free);
  Reading reading = { self, connection, wording, codes, templates, chosen, ids, arranged, 0 };

  if (templates == NULL)
    return FALSE;
  self->recipients = td_recipients_new ();
  self->templates = g_ptr_array_new_with_free_func (g_object_unref);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->keys->len; i++)
    g_hash_table_add (ids, &g_array_index (self->keys, TdCertificateKey, i).award_id);
  self->decisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->givers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; i < self->keys->len; i++)
    if (!read_certificate (&reading, &g_array_index (self->keys, TdCertificateKey, i), error))
      return FALSE;
  tell_foreigners (self, reading.n_foreigners);
  td_front_codes_tell (codes, job);
  return TRUE;
}

static gboolean
read_sign_offs (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  self->sign_offs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SIGN_OFF);
      g_autoptr (GPtrArray) list = NULL;

      td_query_where_number (query, "decision-id", *(gint64 *) id);
      list = td_connection_list (connection, query, error);
      if (list == NULL)
        return FALSE;
      for (guint i = 0; i < list->len; i++)
        {
          TdSignOff *sign_off = g_ptr_array_index (list, i);

          g_hash_table_replace (self->sign_offs, sign_off->digest, g_object_ref (sign_off));
        }
    }
  return TRUE;
}

static void
forget_calibration (TdCertificateSet *self)
{
  g_clear_object (&self->calibration);
  for (guint i = self->found->len; i > 0; i--)
    if (g_str_has_prefix (((TdFinding *) g_ptr_array_index (self->found, i - 1))->rule, "calibration"))
      g_ptr_array_remove_index (self->found, i - 1);
}

/**
 * td_certificate_set_find_calibration:
 * @self: a set whose certificates are known, at least one
 * @connection: the office file
 * @error: return location
 *
 * Finds how the printer misses: the calibration that is named, or that of the printer, the tray, the stock and the
 * sheet of the first page. To be asked for anew when pages were left out: they may have had another sheet.
 *
 * Returns: whether it went well, found or not
 */
gboolean
td_certificate_set_find_calibration (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  const TdCalibrationFor what = { self->printer, self->tray, self->stock_id };
  g_autofree char *today = td_date_dup_today ();
  TdTemplate *template = td_certificate_set_get_template (self, 0);

  forget_calibration (self);
  if (self->calibration_id == 0 && self->printer == NULL)
    return TRUE;
  if (!td_calibration_read_days (connection, &self->calibration_days, error))
    return FALSE;
  if (self->calibration_id == 0)
    return td_calibration_find (connection, &what, td_template_get_width (template), td_template_get_height (template), today, self->found, &self->calibration, error);
  self->calibration = td_connection_get (connection, TD_TYPE_CALIBRATION, self->calibration_id, error);
  return self->calibration != NULL;
}

/* Whose certificates they are, and which. */
static gboolean
find_certificates (TdCertificateSet *self, TdConnection *connection, gboolean persons_first, GError **error)
{
  if (self->decision_id != 0)
    {
      self->decision = td_connection_get (connection, TD_TYPE_DECISION, self->decision_id, error);
      if (self->decision == NULL)
        return FALSE;
    }
  if (self->ceremony_id != 0)
    {
      self->ceremony = td_connection_get (connection, TD_TYPE_CEREMONY, self->ceremony_id, error);
      if (self->ceremony == NULL)
        return FALSE;
    }
  return read_stock (self, connection, error) && td_certificate_order_read (self, connection, persons_first, error);
}

/**
 * td_certificate_set_read:
 * @self: a new set
 * @job: gets the findings
 * @connection: the office file
 * @error: return location
 *
 * Reads the certificates in the order of their pages, and what they are printed on.
 *
 * Returns: whether there is something to print
 */
gboolean
td_certificate_set_read (TdCertificateSet *self, TdJob *job, TdConnection *connection, GError **error)
{
  g_autoptr (TdWording) wording = td_wording_load (connection, error);

  if (wording == NULL || !find_certificates (self, connection, g_strcmp0 (wording->kind_order, "persons") == 0, error))
    return FALSE;
  if (self->keys->len == 0)
    {
      if (self->n_revoked > 0)
        td_job_take_finding (job, td_finding_new ("award-revoked", TD_SEVERITY_BLOCK, _ ("All these awards were revoked: no certificate is printed.")));
      else
        td_job_take_finding (job, td_finding_new ("decision-empty", TD_SEVERITY_BLOCK, "%s", self->decision_id != 0 ? _ ("The decision has no names.") : _ ("The ceremony has no certificates to print here.")));
      return td_job_refuse (job, error);
    }
  return read_certificates (self, job, connection, wording, error)
         && td_certificate_set_find_calibration (self, connection, error) && td_emblem_read (connection, &self->emblem, error) && read_sign_offs (self, connection, error);
}
