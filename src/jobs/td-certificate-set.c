/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-set"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-award-corrections.h"
#include "td-calibration-jobs.h"
#include "td-certificate-set.h"
#include "td-date.h"
#include "td-emblem-jobs.h"
#include "td-preflight.h"
#include "td-template-reader.h"

/* So much may a blank differ from the template it is for, in millimetres. */
#define SIZE_TOLERANCE 3.0

/**
 * td_certificate_set_new:
 * @decision_id: a decision; 0 for the certificates of a ceremony, or those that are named
 * @options: (nullable): which of its certificates, and what they are printed on
 *
 * Returns: (transfer full): the set, to be read
 */
TdCertificateSet *
td_certificate_set_new (gint64 decision_id, const TdCertificateOptions *options)
{
  TdCertificateSet *self = g_new0 (TdCertificateSet, 1);

  self->decision_id = decision_id;
  self->except_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->found = td_findings_new ();
  self->found_on = td_findings_new ();
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
      for (guint i = 0; options->except_ids != NULL && i < options->n_except; i++)
        g_hash_table_add (self->except_ids, g_memdup2 (&options->except_ids[i], sizeof (gint64)));
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
  g_hash_table_unref (self->except_ids);
  g_free (self->template_name);
  g_free (self->printer);
  g_free (self->tray);
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->found_on);
  g_free (self->title);
  g_free (self->author);
  g_clear_object (&self->decision);
  g_clear_object (&self->giver);
  g_clear_object (&self->ceremony);
  g_clear_object (&self->stock);
  g_clear_object (&self->calibration);
  g_clear_object (&self->emblem);
  g_clear_pointer (&self->award_ids, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->decisions, g_hash_table_unref);
  g_clear_pointer (&self->givers, g_hash_table_unref);
  g_clear_pointer (&self->recipients, td_recipients_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->stock_parts, g_ptr_array_unref);
  g_clear_pointer (&self->sign_offs, g_hash_table_unref);
  g_free (self);
}

/**
 * td_certificate_set_get_key:
 * @self: a set that was read
 * @n: a page, from 0
 *
 * Returns: (transfer none): whose it is
 */
const TdCertificateKey *
td_certificate_set_get_key (const TdCertificateSet *self, guint n)
{
  return &g_array_index (self->keys, TdCertificateKey, n);
}

/**
 * td_certificate_set_get_fields:
 * @self: a set that was read
 * @n: a page, from 0
 *
 * Returns: (transfer none) (element-type utf8 utf8): what it says; lent until another page is asked about
 */
GHashTable *
td_certificate_set_get_fields (const TdCertificateSet *self, guint n)
{
  return td_recipients_get (self->recipients, td_certificate_set_get_key (self, n)->page.recipient);
}

/**
 * td_certificate_set_get_template:
 * @self: a set that was read
 * @n: a page, from 0
 *
 * Returns: (transfer none): how it looks
 */
TdTemplate *
td_certificate_set_get_template (const TdCertificateSet *self, guint n)
{
  return g_ptr_array_index (self->templates, td_certificate_set_get_key (self, n)->page.template);
}

/**
 * td_certificate_set_get_decision:
 * @self: a set that was read
 * @n: a page, from 0
 *
 * Returns: (transfer none): of which decision it is
 */
const TdDecision *
td_certificate_set_get_decision (const TdCertificateSet *self, guint n)
{
  return g_hash_table_lookup (self->decisions, &td_certificate_set_get_key (self, n)->decision_id);
}

/**
 * td_certificate_set_list_awards:
 * @self: a set that was read
 * @connection: the office file
 * @first: a page, from 0
 * @n: so many from there, at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdAward): whose pages they are; ask for some at a time
 */
GPtrArray *
td_certificate_set_list_awards (const TdCertificateSet *self, TdConnection *connection, guint first, guint n, GError **error)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i < self->keys->len && i - first < n; i++)
    {
      TdAward *award = td_award_corrections_get (connection, td_certificate_set_get_key (self, i)->award_id, error);

      if (award == NULL)
        return NULL;
      g_ptr_array_add (awards, award);
    }
  return g_steal_pointer (&awards);
}

/* Those of the pages there are, in the order of the pages. */
static void
keep_templates (TdCertificateSet *self)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->templates);
  g_autofree guint *places = g_new0 (guint, all->len); /* from 1 */

  self->templates = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->keys->len; i++)
    {
      TdCertificateKey *key = &g_array_index (self->keys, TdCertificateKey, i);

      if (places[key->page.template] == 0)
        {
          g_ptr_array_add (self->templates, g_object_ref (g_ptr_array_index (all, key->page.template)));
          places[key->page.template] = self->templates->len;
        }
      key->page.template = places[key->page.template] - 1;
    }
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

  for (guint i = 0; i < self->keys->len; i++)
    if (keeps[i])
      g_array_index (self->keys, TdCertificateKey, n++) = g_array_index (self->keys, TdCertificateKey, i);
  g_array_set_size (self->keys, n);
  keep_templates (self);
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
  if (self->title == NULL && self->decision_id == 0 && self->ceremony != NULL)
    self->title = g_strdup (self->ceremony->name);
  else if (self->title == NULL && self->decision->number != NULL)
    self->title = g_strdup_printf ("%s theo Quyết định số %s", (const char *) g_hash_table_lookup (td_certificate_set_get_fields (self, 0), TD_CERTIFICATE_FORM_TITLE), self->decision->number);
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
  GHashTableIter iter;
  gpointer decision;

  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, NULL, &decision))
    if (g_strcmp0 (((TdDecision *) decision)->state, "issued") != 0)
      return TRUE;
  return FALSE;
}

/* A template with another sheet than that; micrometres. */
static TdTemplate *
differs_in_size (const TdCertificateSet *self, gint64 width, gint64 height)
{
  for (guint i = 0; i < self->templates->len; i++)
    {
      TdTemplate *template = g_ptr_array_index (self->templates, i);

      if (fabs (td_template_get_width (template) - width / 1000.0) > SIZE_TOLERANCE || fabs (td_template_get_height (template) - height / 1000.0) > SIZE_TOLERANCE)
        return template;
    }
  return NULL;
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
  if (differs_in_size (self, calibration->width, calibration->height) != NULL)
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("calibration-other-size", TD_SEVERITY_BLOCK, _ ("The printer was calibrated with sheets of another size.")), calibration->printer, 0, 0));
  if (calibration->stock_id != 0 && self->stock_id != 0 && calibration->stock_id != self->stock_id)
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("calibration-other-stock", TD_SEVERITY_WARNING, _ ("The printer was calibrated with other blanks, “%s”."), calibration->stock_name), calibration->printer, 0, 0));
}

/* Sheets are measured at first use: no blank is as large as its decree says. */
static void
check_stock (GPtrArray *findings, const TdCertificateSet *self)
{
  TdTemplate *other = self->stock != NULL ? differs_in_size (self, self->stock->width, self->stock->height) : NULL;

  if (self->stock == NULL)
    return;
  if (self->stock->measured_on == NULL)
    g_ptr_array_add (findings, td_finding_new ("stock-unmeasured", TD_SEVERITY_WARNING, _ ("No blank of “%s” has been measured."), self->stock->name));
  if (other != NULL)
    g_ptr_array_add (findings, td_finding_new ("stock-other-size", TD_SEVERITY_BLOCK, _ ("The blanks of “%s” have another size than the template “%s”."), self->stock->name, td_template_get_title (other)));
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
  g_autoptr (GArray) pages = NULL;
  GPtrArray *found;

  if (keep_together == NULL)
    return NULL;
  pages = g_array_sized_new (FALSE, FALSE, sizeof (TdCertificateLeaf), self->keys->len);
  for (guint n = 0; n < self->keys->len; n++)
    g_array_append_val (pages, g_array_index (self->keys, TdCertificateKey, n).page);
  document = td_certificate_document_new_mixed (self->templates, self->recipients, pages, (const char *const *) keep_together, flags);
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
