/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-lines.h"
#include "td-award-wording.h"
#include "td-catalogue-reader.h"
#include "td-certificate-document.h"
#include "td-certificate-jobs.h"
#include "td-date.h"
#include "td-template-reader.h"

/* Certificates of a decision: one page per award, in register order. */

/* What stands in for a number or date that is not given yet. Official text: not translated. */
#define BLANK "……"

typedef struct
{
  gint64 decision_id;
  gint64 award_id; /* 0 for all of the decision */
  char *path;
  char *template_name;
  gboolean with_ornament;

  TdTemplate *template;
  GPtrArray *recipients; /* of GHashTable */
  gboolean trial;
} Input;

static Input *
input_new (gint64 decision_id, gint64 award_id, const char *template_name, gboolean with_ornament)
{
  Input *input = g_new0 (Input, 1);

  input->decision_id = decision_id;
  input->award_id = award_id;
  input->template_name = g_strdup (template_name);
  input->with_ornament = with_ornament;
  return input;
}

static void
input_free (Input *input)
{
  g_free (input->path);
  g_free (input->template_name);
  g_clear_object (&input->template);
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
      g_autoptr (TdSubject) subject = NULL;

      if (input->award_id != 0 && td_entity_get_id (TD_ENTITY (award)) != input->award_id)
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
  return input->template != NULL;
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
  td_job_set_count (job, input->recipients->len);
  td_job_take_findings (job, td_certificate_document_check (td_job_get_object (job), cancellable));
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * td_certificate_document_job:
 * @decision_id: a decision; a draft gives sheets marked BẢN THỬ
 * @award_id: one of its awards, 0 for all
 * @template_name: (nullable): id or title of a template; %NULL for the one that suits
 * @with_ornament: for white paper: everything, with the ornament
 *
 * Returns: (transfer full): a job whose object is the #TdDocument and whose findings say what
 *   does not fit
 */
TdJob *
td_certificate_document_job (gint64 decision_id, gint64 award_id, const char *template_name, gboolean with_ornament)
{
  TdJob *job = td_job_new_read (read_cb, input_new (decision_id, award_id, template_name, with_ornament), (GDestroyNotify) input_free);

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
  g_autoptr (GError) local = NULL;

  if (!document_after (job, data, cancellable, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (td_document_write_pdf (td_job_get_object (job), input->path, td_template_get_title (input->template), page_cb, job, cancellable, &local))
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
 * @template_name: (nullable): id or title of a template; %NULL for the one that suits
 * @with_ornament: for white paper: everything, with the ornament
 *
 * Returns: (transfer full): the job; its count is the number of pages
 */
TdJob *
td_certificate_print_job (gint64 decision_id, const char *path, const char *template_name, gboolean with_ornament)
{
  Input *input = input_new (decision_id, 0, template_name, with_ornament);
  TdJob *job = td_job_new_read (read_cb, input, (GDestroyNotify) input_free);

  input->path = g_strdup (path);
  td_job_set_after (job, print_after);
  return job;
}
