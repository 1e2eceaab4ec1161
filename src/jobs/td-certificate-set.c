/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-set"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-award-lines.h"
#include "td-calibration-jobs.h"
#include "td-catalogue-reader.h"
#include "td-certificate-fields.h"
#include "td-certificate-set.h"
#include "td-collation.h"
#include "td-date.h"
#include "td-statements.h"
#include "td-template-reader.h"

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
  if (options != NULL)
    {
      self->template_name = g_strdup (options->template_name);
      self->stock_id = options->stock_id;
      self->calibration_id = options->calibration_id;
      self->with_ornament = options->with_ornament && options->stock_id == 0;
      self->order = options->order;
      if (options->award_ids != NULL)
        self->award_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; options->award_ids != NULL && i < options->n_awards; i++)
        g_hash_table_add (self->award_ids, g_memdup2 (&options->award_ids[i], sizeof (gint64)));
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
  g_clear_object (&self->decision);
  g_clear_object (&self->giver);
  g_clear_object (&self->template);
  g_clear_object (&self->stock);
  g_clear_object (&self->calibration);
  g_clear_pointer (&self->award_ids, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  g_free (self);
}

/* The template asked for by id or title; else the one that suits the first award's form; else,
 * for forms without one of their own, the province's for the province and A4 for the others. */
static TdTemplate *
choose_template (const char *name, const TdAward *first, const TdGiver *giver, GError **error)
{
  g_autoptr (GPtrArray) templates = td_templates_load_shipped (error);
  const TdAwardForm *form = td_catalogue_find_form (td_catalogue_get_shipped (), first->award_form, giver->level);
  const char *like = g_strcmp0 (giver->level, "province") == 0 ? "BK_TINH" : "GK_SO";
  g_autoptr (GString) known = g_string_new (NULL);
  TdTemplate *fallback = NULL;

  if (templates == NULL)
    return NULL;
  for (guint i = 0; i < templates->len; i++)
    {
      TdTemplate *template = g_ptr_array_index (templates, i);

      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", td_template_get_id (template));
      if (name != NULL && (g_str_equal (td_template_get_id (template), name) || g_str_equal (td_template_get_title (template), name)))
        return g_object_ref (template);
      if (name == NULL && form != NULL && td_template_suits (template, form->id))
        return g_object_ref (template);
      if (td_template_suits (template, like))
        fallback = template;
    }
  if (name == NULL && fallback != NULL)
    return g_object_ref (fallback);
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("There is no certificate template “%s”; there are: %s."), name, known->str);
  return NULL;
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
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const TdStockPart *part = g_ptr_array_index (parts, i);

      g_hash_table_insert (self->parts, g_strdup (part->part), g_strdup (part->text != NULL ? part->text : ""));
    }
  return parts != NULL;
}

static gboolean
read_calibration (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  if (self->calibration_id != 0)
    self->calibration = td_connection_get (connection, TD_TYPE_CALIBRATION, self->calibration_id, error);
  return self->calibration_id == 0 || self->calibration != NULL;
}

/* A printer misses otherwise on another sheet. */
static void
check_calibration (TdJob *job, const TdCertificateSet *self)
{
  g_autofree char *today = td_date_dup_today ();
  const TdCalibration *calibration = self->calibration;

  if (calibration == NULL)
    return;
  td_calibration_tell_age (calibration, job, today, TD_CALIBRATION_DAYS);
  if (fabs (td_template_get_width (self->template) - calibration->width / 1000.0) > SIZE_TOLERANCE || fabs (td_template_get_height (self->template) - calibration->height / 1000.0) > SIZE_TOLERANCE)
    td_job_take_finding (job, td_finding_at (td_finding_new ("calibration-other-size", TD_SEVERITY_BLOCK, _ ("The printer was calibrated with sheets of another size.")), calibration->printer, 0, 0));
  if (calibration->stock_id != 0 && self->stock_id != 0 && calibration->stock_id != self->stock_id)
    td_job_take_finding (job, td_finding_at (td_finding_new ("calibration-other-stock", TD_SEVERITY_WARNING, _ ("The printer was calibrated with other blanks, “%s”."), calibration->stock_name), calibration->printer, 0, 0));
}

/* Sheets are measured at first use: no blank is as large as its decree says. */
static void
check_stock (TdJob *job, const TdCertificateSet *self)
{
  double width, height;

  if (self->stock == NULL)
    return;
  width = td_template_get_width (self->template) - self->stock->width / 1000.0;
  height = td_template_get_height (self->template) - self->stock->height / 1000.0;
  if (self->stock->measured_on == NULL)
    td_job_take_finding (job, td_finding_new ("stock-unmeasured", TD_SEVERITY_WARNING, _ ("No blank of “%s” has been measured."), self->stock->name));
  if (fabs (width) > SIZE_TOLERANCE || fabs (height) > SIZE_TOLERANCE)
    td_job_take_finding (job, td_finding_new ("stock-other-size", TD_SEVERITY_BLOCK, _ ("The blanks of “%s” have another size than the template “%s”."), self->stock->name, td_template_get_title (self->template)));
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

/* The pile, the list and the hall have one order; sorting is stable, so equals stay as in the list. */
static void
put_in_order (TdCertificateSet *self)
{
  if (self->order == TD_CERTIFICATE_ORDER_REGISTER)
    g_ptr_array_sort (self->awards, compare_by_register);
  else if (self->order == TD_CERTIFICATE_ORDER_UNIT)
    g_ptr_array_sort (self->awards, compare_by_unit);
}

static gboolean
read_recipients (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  self->recipients = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < self->awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (self->awards, i);
      g_autoptr (TdSubject) subject = td_connection_get (connection, TD_TYPE_SUBJECT, award->subject_id, error);

      if (subject == NULL || td_connection_is_cancelled (connection, error))
        return FALSE;
      g_ptr_array_add (self->recipients, td_certificate_fields_new (self->decision, self->giver, award, subject));
    }
  return TRUE;
}

static gboolean
read_awards (TdCertificateSet *self, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) all = td_award_lines_list (connection, self->decision_id, error);

  self->awards = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (all, i));

      if (self->award_ids == NULL || g_hash_table_contains (self->award_ids, &id))
        g_ptr_array_add (self->awards, g_object_ref (g_ptr_array_index (all, i)));
    }
  put_in_order (self);
  return all != NULL;
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
  if (self->awards->len == 0)
    {
      td_job_take_finding (job, td_finding_new ("decision-empty", TD_SEVERITY_BLOCK, _ ("The decision has no names.")));
      return td_job_refuse (job, error);
    }
  self->template = choose_template (self->template_name, g_ptr_array_index (self->awards, 0), self->giver, error);
  return self->template != NULL && read_recipients (self, connection, error)
         && td_statements_put_on_front (job, connection, self->decision, self->giver, self->awards, self->recipients, error) && read_stock (self, connection, error) && read_calibration (self, connection, error);
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

/**
 * td_certificate_set_make_document:
 * @self: a set that was read
 * @job: gets what is found on the pages
 * @cancellable: (nullable): stops between two pages
 * @error: return location
 *
 * Lays out every page; no connection is needed.
 *
 * Returns: (transfer full): the pages, a recipient each
 */
TdCertificateDocument *
td_certificate_set_make_document (TdCertificateSet *self, TdJob *job, GCancellable *cancellable, GError **error)
{
  TdCertificateFlags flags = (self->with_ornament ? TD_CERTIFICATE_WITH_ORNAMENT : 0) | (td_certificate_set_is_trial (self) ? TD_CERTIFICATE_TRIAL : 0);
  g_auto (GStrv) keep_together = td_keep_together_load_shipped (error);
  g_autoptr (TdCertificateDocument) document = NULL;

  if (keep_together == NULL)
    return NULL;
  document = td_certificate_document_new (self->template, self->recipients, (const char *const *) keep_together, flags);
  if (self->parts != NULL)
    td_certificate_document_set_stock (document, self->parts);
  check_stock (job, self);
  check_calibration (job, self);
  td_job_take_findings (job, td_certificate_document_check (document, cancellable));
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&document);
}
