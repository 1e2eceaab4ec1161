/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-award-lines.h"
#include "td-award-wording.h"
#include "td-calibration-jobs.h"
#include "td-catalogue-reader.h"
#include "td-certificate-document.h"
#include "td-certificate-jobs.h"
#include "td-date.h"
#include "td-template-reader.h"

/* Certificates of a decision: one page per award, in register order. */

/* What stands in for a number or date that is not given yet. Official text: not translated. */
#define BLANK "……"

/* So much may a blank differ from the template it is for, in millimetres. */
#define SIZE_TOLERANCE 3.0

typedef struct
{
  gint64 decision_id;
  GHashTable *award_ids; /* set of gint64; NULL for all of the decision */
  char *path;
  char *template_name;
  gint64 stock_id;
  gint64 calibration_id;
  gboolean with_ornament;

  TdTemplate *template;
  TdStock *stock;
  TdCalibration *calibration;
  GHashTable *parts;     /* what the stock carries → its words */
  GPtrArray *recipients; /* of GHashTable */
  gboolean trial;
} Input;

static Input *
input_new (gint64 decision_id, const TdCertificateOptions *options)
{
  Input *input = g_new0 (Input, 1);

  input->decision_id = decision_id;
  if (options != NULL)
    {
      input->template_name = g_strdup (options->template_name);
      input->stock_id = options->stock_id;
      input->calibration_id = options->calibration_id;
      input->with_ornament = options->with_ornament && options->stock_id == 0;
      if (options->award_ids != NULL)
        input->award_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; options->award_ids != NULL && i < options->n_awards; i++)
        g_hash_table_add (input->award_ids, g_memdup2 (&options->award_ids[i], sizeof (gint64)));
    }
  return input;
}

static void
input_free (Input *input)
{
  g_free (input->path);
  g_free (input->template_name);
  g_clear_object (&input->template);
  g_clear_object (&input->stock);
  g_clear_object (&input->calibration);
  g_clear_pointer (&input->award_ids, g_hash_table_unref);
  g_clear_pointer (&input->parts, g_hash_table_unref);
  g_clear_pointer (&input->recipients, g_ptr_array_unref);
  g_free (input);
}

static void
put (GHashTable *fields, const char *name, const char *value)
{
  g_hash_table_insert (fields, g_strdup (name), g_strdup (value != NULL ? value : ""));
}

/* Takes a value made for the purpose. */
static void
put_take (GHashTable *fields, const char *name, char *value)
{
  g_hash_table_insert (fields, g_strdup (name), value);
}

static void
put_numbers (GHashTable *fields, const TdDecision *decision, const TdGiver *giver, const TdAward *award)
{
  g_autofree char *date = decision->date != NULL ? td_date_to_words (decision->date)
                                                 : g_strdup ("ngày " BLANK " tháng " BLANK " năm " BLANK);
  const char *place = giver->place != NULL ? giver->place : BLANK;

  put_take (fields, TD_CERTIFICATE_DECISION_LINE,
            g_strdup_printf ("Quyết định số %s %s", decision->number != NULL ? decision->number : BLANK, date));
  put_take (fields, TD_CERTIFICATE_PLACE_DATE, g_strdup_printf ("%s, %s", place, date));
  put_take (fields, TD_CERTIFICATE_REGISTER_LINE,
            award->register_number != 0 ? g_strdup_printf ("Số sổ vàng: %" G_GINT64_FORMAT, award->register_number)
                                        : g_strdup ("Số sổ vàng: " BLANK));
}

static GHashTable *
make_fields (const TdDecision *decision, const TdGiver *giver, const TdAward *award, const TdSubject *subject)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  put (fields, TD_CERTIFICATE_ISSUER_TITLE, giver->name);
  put (fields, TD_CERTIFICATE_GIFT_WORD, award->posthumous ? "Truy tặng" : "Tặng");
  put (fields, TD_CERTIFICATE_FORM_TITLE, award->award_form);
  put (fields, TD_CERTIFICATE_SUBJECT_LINE, award->printed_name != NULL ? award->printed_name : award->subject_name);
  put_take (fields, TD_CERTIFICATE_POST_LINE, td_award_wording_post_line (award, subject));
  put (fields, TD_CERTIFICATE_ACHIEVEMENT, award->achievement != NULL ? award->achievement : decision->achievement);
  put (fields, TD_CERTIFICATE_SIGNER_CAPACITY, decision->signer_capacity);
  put (fields, TD_CERTIFICATE_SIGNER_POSITION, decision->signer_position);
  put (fields, TD_CERTIFICATE_SIGNER_NAME, decision->signer_name);
  put_take (fields, TD_CERTIFICATE_AWARD_ID, g_strdup_printf ("%" G_GINT64_FORMAT, td_entity_get_id ((TdEntity *) award)));
  put_numbers (fields, decision, giver, award);
  return fields;
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
read_stock (Input *input, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_PART);
  g_autoptr (GPtrArray) parts = NULL;

  if (input->stock_id == 0)
    return TRUE;
  td_query_where_number (query, "stock-id", input->stock_id);
  input->stock = td_connection_get (connection, TD_TYPE_STOCK, input->stock_id, error);
  parts = input->stock != NULL ? td_connection_list (connection, query, error) : NULL;
  input->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const TdStockPart *part = g_ptr_array_index (parts, i);

      g_hash_table_insert (input->parts, g_strdup (part->part), g_strdup (part->text != NULL ? part->text : ""));
    }
  return parts != NULL;
}

static gboolean
read_calibration (Input *input, TdConnection *connection, GError **error)
{
  if (input->calibration_id != 0)
    input->calibration = td_connection_get (connection, TD_TYPE_CALIBRATION, input->calibration_id, error);
  return input->calibration_id == 0 || input->calibration != NULL;
}

/* A printer misses otherwise on another sheet. */
static void
check_calibration (TdJob *job, const Input *input)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const TdCalibration *calibration = input->calibration;

  if (calibration == NULL)
    return;
  td_calibration_tell_age (calibration, job, today, TD_CALIBRATION_DAYS);
  if (fabs (td_template_get_width (input->template) - calibration->width / 1000.0) > SIZE_TOLERANCE || fabs (td_template_get_height (input->template) - calibration->height / 1000.0) > SIZE_TOLERANCE)
    td_job_take_finding (job, td_finding_at (td_finding_new ("calibration-other-size", TD_SEVERITY_BLOCK, _ ("The printer was calibrated with sheets of another size.")), calibration->printer, 0, 0));
  if (calibration->stock_id != 0 && input->stock_id != 0 && calibration->stock_id != input->stock_id)
    td_job_take_finding (job, td_finding_at (td_finding_new ("calibration-other-stock", TD_SEVERITY_WARNING, _ ("The printer was calibrated with other blanks, “%s”."), calibration->stock_name), calibration->printer, 0, 0));
}

/* Sheets are measured at first use: no blank is as large as its decree says. */
static void
check_stock (TdJob *job, const Input *input)
{
  double width, height;

  if (input->stock == NULL)
    return;
  width = td_template_get_width (input->template) - input->stock->width / 1000.0;
  height = td_template_get_height (input->template) - input->stock->height / 1000.0;
  if (input->stock->measured_on == NULL)
    td_job_take_finding (job, td_finding_new ("stock-unmeasured", TD_SEVERITY_WARNING, _ ("No blank of “%s” has been measured."), input->stock->name));
  if (fabs (width) > SIZE_TOLERANCE || fabs (height) > SIZE_TOLERANCE)
    td_job_take_finding (job, td_finding_new ("stock-other-size", TD_SEVERITY_BLOCK, _ ("The blanks of “%s” have another size than the template “%s”."), input->stock->name, td_template_get_title (input->template)));
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdDecision) decision = td_connection_get (connection, TD_TYPE_DECISION, input->decision_id, error);
  g_autoptr (TdGiver) giver = decision != NULL ? td_connection_get (connection, TD_TYPE_GIVER, decision->giver_id, error) : NULL;
  g_autoptr (GPtrArray) awards = giver != NULL ? td_award_lines_list (connection, input->decision_id, error) : NULL;

  if (awards == NULL)
    return FALSE;
  input->trial = g_strcmp0 (decision->state, "issued") != 0;
  input->recipients = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (awards, i);
      gint64 id = td_entity_get_id (TD_ENTITY (award));
      g_autoptr (TdSubject) subject = NULL;

      if (input->award_ids != NULL && !g_hash_table_contains (input->award_ids, &id))
        continue;
      subject = td_connection_get (connection, TD_TYPE_SUBJECT, award->subject_id, error);
      if (subject == NULL || td_connection_is_cancelled (connection, error))
        return FALSE;
      g_ptr_array_add (input->recipients, make_fields (decision, giver, award, subject));
    }
  if (input->recipients->len == 0)
    {
      td_job_take_finding (job, td_finding_new ("decision-empty", TD_SEVERITY_BLOCK, _ ("The decision has no names.")));
      return td_job_refuse (job, error);
    }
  input->template = choose_template (input->template_name, g_ptr_array_index (awards, 0), giver, error);
  return input->template != NULL && read_stock (input, connection, error) && read_calibration (input, connection, error);
}

static gboolean
document_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  TdCertificateFlags flags = (input->with_ornament ? TD_CERTIFICATE_WITH_ORNAMENT : 0) | (input->trial ? TD_CERTIFICATE_TRIAL : 0);
  g_auto (GStrv) keep_together = td_keep_together_load_shipped (error);

  if (keep_together == NULL)
    return FALSE;
  td_job_take_object (job, td_certificate_document_new (input->template, input->recipients, (const char *const *) keep_together, flags));
  if (input->parts != NULL)
    td_certificate_document_set_stock (td_job_get_object (job), input->parts);
  check_stock (job, input);
  check_calibration (job, input);
  td_job_set_count (job, input->recipients->len);
  td_job_take_findings (job, td_certificate_document_check (td_job_get_object (job), cancellable));
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * td_certificate_document_job:
 * @decision_id: a decision; a draft gives sheets marked BẢN THỬ
 * @options: (nullable): what they are printed on
 *
 * Returns: (transfer full): a job whose object is the #TdDocument and whose findings say what
 *   does not fit
 */
TdJob *
td_certificate_document_job (gint64 decision_id, const TdCertificateOptions *options)
{
  TdJob *job = td_job_new_read (read_cb, input_new (decision_id, options), (GDestroyNotify) input_free);

  td_job_set_after (job, document_after);
  return job;
}

static void
page_cb (guint done, guint total, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf (_ ("%u of %u certificates"), done, total);

  td_job_report (user_data, (double) done / total, text);
}

/* Nothing is printed while something does not fit: that is told first. */
static gboolean
print_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  g_autoptr (TdDocument) document = NULL;
  g_autoptr (GError) local = NULL;

  if (!document_after (job, data, cancellable, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  document = input->calibration != NULL ? td_calibration_correct (td_job_get_object (job), input->calibration) : g_object_ref (td_job_get_object (job));
  if (td_document_write_pdf (document, input->path, td_template_get_title (input->template), page_cb, job, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The PDF could not be written: %s."), local->message);
  return FALSE;
}

/**
 * td_certificate_print_job:
 * @decision_id: a decision; a draft gives sheets marked BẢN THỬ
 * @path: the PDF to make or replace
 * @options: (nullable): what they are printed on
 *
 * Returns: (transfer full): the job; its count is the number of pages
 */
TdJob *
td_certificate_print_job (gint64 decision_id, const char *path, const TdCertificateOptions *options)
{
  Input *input = input_new (decision_id, options);
  TdJob *job = td_job_new_read (read_cb, input, (GDestroyNotify) input_free);

  input->path = g_strdup (path);
  td_job_set_after (job, print_after);
  return job;
}
