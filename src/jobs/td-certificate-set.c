/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-set"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-award-corrections.h"
#include "td-award-layout-jobs.h"
#include "td-calibration-jobs.h"
#include "td-ceremony-lines.h"
#include "td-certificate-fields.h"
#include "td-certificate-set.h"
#include "td-collation.h"
#include "td-date.h"
#include "td-emblem-jobs.h"
#include "td-preflight.h"
#include "td-statements.h"
#include "td-template-choice.h"
#include "td-template-list.h"
#include "td-template-reader.h"
#include "td-wording-jobs.h"

/* So much may a blank differ from the template it is for, in millimetres. */
#define SIZE_TOLERANCE 3.0

/**
 * td_certificate_set_new:
 * @decision_id: a decision
 * @options: (nullable): which of its certificates, and what they are printed on
 *
 * Returns: (transfer full): the set, to be read
 */
TdCertificateSet *
td_certificate_set_new (gint64 decision_id, const TdCertificateOptions *options)
{
  TdCertificateSet *self = g_new0 (TdCertificateSet, 1);

  self->decision_id = decision_id;
  self->found = td_findings_new ();
  if (options != NULL)
    {
      self->template_name = g_strdup (options->template_name);
      self->stock_id = options->stock_id;
      self->calibration_id = options->calibration_id;
      self->printer = g_strdup (options->printer);
      self->tray = g_strdup (options->tray);
      self->with_ornament = options->with_ornament && options->stock_id == 0;
      self->order = options->order;
      self->ceremony_id = options->ceremony_id;
      if (options->award_ids != NULL)
        self->award_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; options->award_ids != NULL && i < options->n_awards; i++)
        g_hash_table_insert (self->award_ids, g_memdup2 (&options->award_ids[i], sizeof (gint64)), GUINT_TO_POINTER (i + 1));
    }
  return self;
}

/**
 * td_certificate_set_free:
 * @self: a set
 */
void
td_certificate_set_free (TdCertificateSet *self)
{
  g_free (self->template_name);
  g_free (self->printer);
  g_free (self->tray);
  g_ptr_array_unref (self->found);
  g_free (self->title);
  g_free (self->author);
  g_clear_object (&self->decision);
  g_clear_object (&self->giver);
  g_clear_object (&self->template);
  g_clear_object (&self->stock);
  g_clear_object (&self->calibration);
  g_clear_object (&self->emblem);
  g_clear_pointer (&self->award_ids, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  g_clear_pointer (&self->sign_offs, g_hash_table_unref);
  g_free (self);
}

/* Foreigners, when all of them are; else a sheet for each is printed by itself. */
static gboolean
choose_template (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) items = td_template_list_read (connection, error);
  const TdAward *first = g_ptr_array_index (self->awards, 0);
  TdTemplateWish wish = { first->award_form, self->giver->level, 0, 0, self->n_foreigners == self->awards->len };

  if (self->stock != NULL)
    {
      wish.width = self->stock->width / 1000.0;
      wish.height = self->stock->height / 1000.0;
    }
  if (items == NULL)
    return FALSE;
  self->template = self->template_name != NULL ? td_template_list_get (items, self->template_name, error) : td_template_list_choose (items, &wish, error);
  if (self->template != NULL && self->n_foreigners > 0 && !td_template_is_bilingual (self->template))
    g_ptr_array_add (self->found, td_finding_new ("certificate-foreigner", TD_SEVERITY_WARNING, ngettext ("%u certificate is for a foreigner; print it by itself, with the bilingual template.", "%u certificates are for foreigners; print them by themselves, with the bilingual template.", self->n_foreigners), self->n_foreigners));
  return self->template != NULL;
}

static gboolean
read_layouts (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  self->layouts = td_award_layouts_read (connection, td_template_get_id (self->template), self->awards, error);
  return self->layouts != NULL;
}

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
  g_autoptr (GPtrArray) parts = NULL;

  if (self->stock_id == 0)
    return TRUE;
  td_query_where_number (query, "stock-id", self->stock_id);
  self->stock = td_connection_get (connection, TD_TYPE_STOCK, self->stock_id, error);
  parts = self->stock != NULL ? td_connection_list (connection, query, error) : NULL;
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const TdStockPart *part = g_ptr_array_index (parts, i);

      GArray *places = part->places != NULL ? td_stock_part_parse_places (part->places) : NULL;

      g_hash_table_insert (self->parts, g_strdup (part->part), g_strdup (part->text != NULL ? part->text : ""));
      if (places != NULL)
        g_hash_table_insert (self->places, g_strdup (part->part), places);
    }
  return parts != NULL && count_free (self, connection, error);
}

static gboolean
read_sign_offs (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SIGN_OFF);
  g_autoptr (GPtrArray) list = NULL;

  td_query_where_number (query, "decision-id", self->decision_id);
  list = td_connection_list (connection, query, error);
  self->sign_offs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TdSignOff *sign_off = g_ptr_array_index (list, i);

      g_hash_table_replace (self->sign_offs, sign_off->digest, g_object_ref (sign_off));
    }
  return list != NULL;
}

/* The one that is named, or that of the printer, the tray and the stock. */
static gboolean
read_calibration (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  const TdCalibrationFor what = { self->printer, self->tray, self->stock_id };
  g_autofree char *today = td_date_dup_today ();

  if (self->calibration_id == 0 && self->printer == NULL)
    return TRUE;
  if (!td_calibration_read_days (connection, &self->calibration_days, error))
    return FALSE;
  if (self->calibration_id == 0)
    return td_calibration_find (connection, &what, td_template_get_width (self->template), td_template_get_height (self->template), today, self->found, &self->calibration, error);
  self->calibration = td_connection_get (connection, TD_TYPE_CALIBRATION, self->calibration_id, error);
  return self->calibration != NULL;
}

/* A printer misses otherwise on another sheet. */
static void
check_calibration (GPtrArray *findings, const TdCertificateSet *self)
{
  g_autofree char *today = td_date_dup_today ();
  const TdCalibration *calibration = self->calibration;

  if (calibration == NULL)
    return;
  td_calibration_tell_age (calibration, findings, today, self->calibration_days);
  if (fabs (td_template_get_width (self->template) - calibration->width / 1000.0) > SIZE_TOLERANCE || fabs (td_template_get_height (self->template) - calibration->height / 1000.0) > SIZE_TOLERANCE)
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("calibration-other-size", TD_SEVERITY_BLOCK, _ ("The printer was calibrated with sheets of another size.")), calibration->printer, 0, 0));
  if (calibration->stock_id != 0 && self->stock_id != 0 && calibration->stock_id != self->stock_id)
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("calibration-other-stock", TD_SEVERITY_WARNING, _ ("The printer was calibrated with other blanks, “%s”."), calibration->stock_name), calibration->printer, 0, 0));
}

/* Sheets are measured at first use: no blank is as large as its decree says. */
static void
check_stock (GPtrArray *findings, const TdCertificateSet *self)
{
  double width, height;

  if (self->stock == NULL)
    return;
  width = td_template_get_width (self->template) - self->stock->width / 1000.0;
  height = td_template_get_height (self->template) - self->stock->height / 1000.0;
  if (self->stock->measured_on == NULL)
    g_ptr_array_add (findings, td_finding_new ("stock-unmeasured", TD_SEVERITY_WARNING, _ ("No blank of “%s” has been measured."), self->stock->name));
  if (fabs (width) > SIZE_TOLERANCE || fabs (height) > SIZE_TOLERANCE)
    g_ptr_array_add (findings, td_finding_new ("stock-other-size", TD_SEVERITY_BLOCK, _ ("The blanks of “%s” have another size than the template “%s”."), self->stock->name, td_template_get_title (self->template)));
}

static int
compare_by_register (gconstpointer a, gconstpointer b)
{
  const TdAward *left = *(const TdAward *const *) a;
  const TdAward *right = *(const TdAward *const *) b;

  if (left->register_year != right->register_year)
    return left->register_year < right->register_year ? -1 : 1;
  return left->register_number < right->register_number ? -1 : left->register_number > right->register_number;
}

/* Units in the order of the alphabet, inside a unit as in the decision. */
static int
compare_by_unit (gconstpointer a, gconstpointer b)
{
  const TdAward *left = *(const TdAward *const *) a;
  const TdAward *right = *(const TdAward *const *) b;
  g_autoptr (GBytes) left_key = td_collation_key (left->unit_name != NULL ? left->unit_name : "");
  g_autoptr (GBytes) right_key = td_collation_key (right->unit_name != NULL ? right->unit_name : "");

  return g_bytes_compare (left_key, right_key);
}

static int
compare_by_place (gconstpointer a, gconstpointer b, gpointer places)
{
  gint64 left = td_entity_get_id (*(TdEntity *const *) a);
  gint64 right = td_entity_get_id (*(TdEntity *const *) b);
  guint left_place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &left)) - 1; /* none: the last */
  guint right_place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &right)) - 1;

  return left_place < right_place ? -1 : left_place > right_place;
}

static gboolean
order_by_ceremony (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) lines = td_ceremony_lines_list (connection, self->ceremony_id, error);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    g_hash_table_insert (places, &((TdCeremonyLine *) g_ptr_array_index (lines, i))->award_id, GUINT_TO_POINTER (i + 1));
  if (lines != NULL)
    g_ptr_array_sort_with_data (self->awards, compare_by_place, places);
  return lines != NULL;
}

/* The pile, the list and the hall have one order; sorting is stable, so equals stay as in the list. */
static gboolean
put_in_order (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  if (self->order == TD_CERTIFICATE_ORDER_CEREMONY)
    return order_by_ceremony (self, connection, error);
  if (self->order == TD_CERTIFICATE_ORDER_REGISTER)
    g_ptr_array_sort (self->awards, compare_by_register);
  else if (self->order == TD_CERTIFICATE_ORDER_UNIT)
    g_ptr_array_sort (self->awards, compare_by_unit);
  else if (self->order == TD_CERTIFICATE_ORDER_GIVEN && self->award_ids != NULL)
    g_ptr_array_sort_with_data (self->awards, compare_by_place, self->award_ids);
  return TRUE;
}

static gboolean
read_recipients (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdWording) wording = td_wording_load (connection, error);

  self->subjects = g_ptr_array_new_with_free_func (g_object_unref);
  self->recipients = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  if (wording == NULL)
    return FALSE;
  for (guint i = 0; i < self->awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (self->awards, i);
      g_autoptr (TdSubject) subject = td_connection_get (connection, TD_TYPE_SUBJECT, award->subject_id, error);

      if (subject == NULL || td_connection_is_cancelled (connection, error))
        return FALSE;
      self->n_foreigners += td_subject_is_foreigner (subject);
      g_ptr_array_add (self->recipients, td_certificate_fields_new (self->decision, self->giver, award, subject, wording));
      g_ptr_array_add (self->subjects, g_steal_pointer (&subject));
    }
  return TRUE;
}

/* Nobody has to name all the others because one was revoked; who names that one is stopped by preflight. */
static gboolean
read_awards (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) all = td_award_corrections_list (connection, self->decision_id, error);
  guint n_revoked = 0;

  self->awards = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TdAward *award = g_ptr_array_index (all, i);
      gint64 id = td_entity_get_id (TD_ENTITY (award));

      if (self->award_ids == NULL && award->revocation_id != 0)
        n_revoked++;
      else if (self->award_ids == NULL || g_hash_table_contains (self->award_ids, &id))
        g_ptr_array_add (self->awards, g_object_ref (award));
    }
  if (n_revoked > 0)
    g_ptr_array_add (self->found, td_finding_new ("awards-revoked", TD_SEVERITY_WARNING, ngettext ("%u award was revoked; its certificate is left out.", "%u awards were revoked; their certificates are left out.", n_revoked), n_revoked));
  return all != NULL && put_in_order (self, connection, error);
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
  self->decision = td_connection_get (connection, TD_TYPE_DECISION, self->decision_id, error);
  self->giver = self->decision != NULL ? td_connection_get (connection, TD_TYPE_GIVER, self->decision->giver_id, error) : NULL;
  if (self->giver == NULL || !read_awards (self, connection, error))
    return FALSE;
  if (self->awards->len == 0 && self->found->len > 0)
    {
      td_job_take_finding (job, td_finding_new ("award-revoked", TD_SEVERITY_BLOCK, _ ("All awards of the decision were revoked: no certificate is printed.")));
      return td_job_refuse (job, error);
    }
  if (self->awards->len == 0)
    {
      td_job_take_finding (job, td_finding_new ("decision-empty", TD_SEVERITY_BLOCK, _ ("The decision has no names.")));
      return td_job_refuse (job, error);
    }
  return read_recipients (self, connection, error) && read_stock (self, connection, error) && choose_template (self, connection, error) && read_layouts (self, connection, error)
         && read_calibration (self, connection, error) && td_emblem_read (connection, &self->emblem, error) && read_sign_offs (self, connection, error)
         && td_statements_put_on_front (job, connection, self->decision, self->giver, self->awards, self->recipients, error);
}

/**
 * td_certificate_set_keep:
 * @self: a set that was read
 * @keeps: (array): for each certificate whether it stays
 *
 * Leaves certificates out, by their places in the order.
 */
void
td_certificate_set_keep (TdCertificateSet *self, const gboolean *keeps)
{
  guint n = 0;

  for (guint i = 0, n_awards = self->awards->len; i < n_awards; i++)
    if (keeps[i])
      n++;
    else
      {
        g_ptr_array_remove_index (self->awards, n);
        g_ptr_array_remove_index (self->subjects, n);
        g_ptr_array_remove_index (self->recipients, n);
      }
}

/**
 * td_certificate_set_get_info:
 * @self: a set that was read
 *
 * Returns: what PDFs of it say of themselves; the texts are the set's
 */
TdPdfInfo
td_certificate_set_get_info (TdCertificateSet *self)
{
  const TdAward *first = g_ptr_array_index (self->awards, 0);

  if (self->title == NULL && self->decision->number != NULL)
    self->title = g_strdup_printf ("%s theo Quyết định số %s", first->award_form, self->decision->number);
  else if (self->title == NULL)
    self->title = g_strdup (self->decision->title);
  if (self->author == NULL)
    self->author = g_strdelimit (g_strdup (self->giver->body_name != NULL ? self->giver->body_name : self->giver->name), "\n", ' ');
  return (TdPdfInfo){ self->title, self->author, TRUE };
}

/**
 * td_certificate_set_is_trial:
 * @self: a set that was read
 *
 * Returns: whether its sheets are marked BẢN THỬ: number, date and register numbers come at issue
 */
gboolean
td_certificate_set_is_trial (TdCertificateSet *self)
{
  return g_strcmp0 (self->decision->state, "issued") != 0;
}

static gboolean
add_emblem (TdCertificateSet *self, TdCertificateDocument *document, GError **error)
{
  TdPicture *picture = self->emblem != NULL ? td_emblem_make_picture (self->emblem, error) : NULL;

  if (picture != NULL)
    td_certificate_document_take_emblem (document, picture);
  return picture != NULL || self->emblem == NULL;
}

/**
 * td_certificate_set_make_document:
 * @self: a set that was read
 * @job: gets what is found on the pages
 * @cancellable: (nullable): stops between two pages
 * @error: return location
 *
 * Lays out every page and looks at it; no connection is needed.
 *
 * Returns: (transfer full): the pages, a recipient each
 */
TdCertificateDocument *
td_certificate_set_make_document (TdCertificateSet *self, TdJob *job, GCancellable *cancellable, GError **error)
{
  TdCertificateFlags flags = (self->with_ornament ? TD_CERTIFICATE_WITH_ORNAMENT : 0) | (td_certificate_set_is_trial (self) ? TD_CERTIFICATE_TRIAL : 0);
  g_auto (GStrv) keep_together = td_keep_together_load_shipped (error);
  g_autoptr (TdCertificateDocument) document = NULL;
  GPtrArray *found;

  if (keep_together == NULL)
    return NULL;
  document = td_certificate_document_new (self->template, self->recipients, (const char *const *) keep_together, flags);
  td_certificate_document_set_layouts (document, self->layouts);
  if (self->parts != NULL)
    td_certificate_document_set_stock (document, self->parts, self->places);
  if (!add_emblem (self, document, error))
    return NULL;
  found = td_certificate_document_check (document, cancellable);
  for (guint i = 0; i < self->found->len; i++)
    g_ptr_array_add (found, td_finding_copy (g_ptr_array_index (self->found, i)));
  check_stock (found, self);
  check_calibration (found, self);
  td_job_take_findings (job, td_preflight_check (self, found));
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&document);
}
