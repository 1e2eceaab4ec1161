/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-confirmation"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-wording.h"
#include "td-date.h"
#include "td-legal-documents.h"
#include "td-letter-document.h"
#include "td-letter-template.h"
#include "td-subject-history.h"
#include "td-text.h"

/* Giấy xác nhận khen thưởng: what a subject has been awarded, as a letter of the office. */

typedef struct
{
  gint64 subject_id;
  char *path;
  TdLetter *letter;
} Input;

static void
input_free (Input *input)
{
  g_free (input->path);
  g_clear_pointer (&input->letter, td_letter_unref);
  g_free (input);
}

/* The office signs for itself: of the authorities it works for the one that bears its name. */
static gboolean
find_own_giver (TdConnection *connection, TdOffice *office, TdGiver **own, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_GIVER);
  g_autoptr (GPtrArray) givers = td_connection_list (connection, query, error);
  g_autofree char *name = td_text_fold (office->name);

  for (guint i = 0; givers != NULL && i < givers->len; i++)
    {
      TdGiver *giver = g_ptr_array_index (givers, i);
      g_autofree char *folded = td_text_fold (giver->name);

      if (*own == NULL && g_str_has_suffix (folded, name))
        *own = g_object_ref (giver);
    }
  return givers != NULL;
}

static void
set_giver (TdLetterCase *letter, const TdGiver *giver)
{
  const char *dash = giver->symbol != NULL ? strchr (giver->symbol, '-') : NULL;
  g_autofree char *sign = dash != NULL ? g_strconcat ("GXN", dash, NULL) : NULL;

  td_letter_case_set (letter, "governing-body", giver->governing_body);
  td_letter_case_set (letter, "issuing-body", giver->body_name);
  td_letter_case_set (letter, "sign", sign);
  td_letter_case_set (letter, "place", giver->place);
  td_letter_case_set (letter, "filing", giver->filing);
  td_letter_case_set (letter, "signer-capacity", giver->signer_capacity);
  td_letter_case_set (letter, "signer-position", giver->signer_position);
  td_letter_case_set (letter, "signer-name", giver->signer_name);
}

/* What the number is; the usual one where nobody has said. */
static const char *
word_id_kind (const char *kind)
{
  if (g_strcmp0 (kind, "cmnd") == 0)
    return "CMND";
  if (g_strcmp0 (kind, "passport") == 0)
    return "hộ chiếu";
  return g_strcmp0 (kind, "military") == 0 ? "chứng minh sĩ quan, quân nhân, công an" : "CCCD";
}

static void
set_subject (TdLetterCase *letter, const TdSubject *subject)
{
  g_autofree char *name = td_award_wording_printed_name (subject);
  g_autofree char *day = subject->birth != NULL ? td_date_to_words (subject->birth) : NULL;
  g_autofree char *post = subject->post != NULL && subject->unit_name != NULL ? g_strdup_printf ("%s, %s", subject->post, subject->unit_name)
                                                                              : g_strdup (subject->post != NULL ? subject->post : subject->unit_name);

  td_letter_case_set (letter, "subject", name);
  td_letter_case_set (letter, "birth", day);
  td_letter_case_set (letter, "id-kind", word_id_kind (subject->id_kind));
  td_letter_case_set (letter, "citizen-id", subject->citizen_id);
  td_letter_case_set (letter, "subject-post", post);
  td_letter_case_set (letter, "residence", subject->residence);
}

/* "Bằng khen của …, Quyết định số … ngày …, số sổ vàng …: đã có thành tích …" */
static char *
word_entry (const TdHistoryEntry *entry)
{
  GString *line = g_string_new (entry->award_form);
  g_autofree char *date = entry->date != NULL ? td_date_to_words (entry->date) : NULL;

  if (entry->giver != NULL)
    g_string_append_printf (line, " của %s", entry->giver);
  if (entry->posthumous)
    g_string_append (line, " (truy tặng)");
  if (entry->decision_number != NULL)
    g_string_append_printf (line, ", Quyết định số %s%s%s", entry->decision_number, date != NULL ? " " : "", date != NULL ? date : "");
  else if (date != NULL)
    g_string_append_printf (line, ", %s", date);
  if (entry->register_number != 0)
    g_string_append_printf (line, ", số sổ vàng %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, entry->register_number, entry->register_year);
  if (entry->achievement != NULL)
    {
      g_autofree char *achievement = td_award_wording_lower_first (entry->achievement);

      g_string_append_printf (line, ": %s", achievement);
    }
  if (entry->source != NULL && *entry->source != '\0')
    g_string_append_printf (line, " (theo %s)", entry->source);
  return g_string_free (line, FALSE);
}

static gboolean
confirm_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdSubjectHistory) history = td_subject_history_load (connection, input->subject_id, error);
  g_autoptr (TdQuery) offices = td_query_new (TD_TYPE_OFFICE);
  g_autoptr (TdOffice) office = history != NULL ? td_connection_find (connection, offices, error) : NULL;
  g_autoptr (TdGiver) giver = NULL;
  g_autoptr (GPtrArray) documents = history != NULL ? td_legal_documents_load (error) : NULL;
  g_autoptr (TdLetterTemplate) template = documents != NULL ? td_letter_template_load ("award-confirmation", error) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (TdLetterCase) letter = td_letter_case_new (today, NULL);
  GPtrArray *entries;

  if (template == NULL)
    return FALSE;
  entries = td_subject_history_get_entries (history);
  if (entries->len == 0)
    {
      TdSubject *subject = td_subject_history_get_subject (history);

      td_job_take_finding (job, td_finding_at (td_finding_new ("history-empty", TD_SEVERITY_BLOCK, _ ("“%s” has not been awarded anything yet."), subject->name),
                                               subject->name, input->subject_id, 0));
      return td_job_refuse (job, error);
    }
  if (office != NULL && !find_own_giver (connection, office, &giver, error))
    return FALSE;
  td_letter_case_set (letter, "place", office != NULL ? office->place : NULL);
  td_letter_case_set (letter, "confirmer", office != NULL ? office->name : NULL);
  if (giver != NULL)
    set_giver (letter, giver);
  set_subject (letter, td_subject_history_get_subject (history));
  for (guint i = 0; i < entries->len; i++)
    td_letter_case_take_entry (letter, word_entry (g_ptr_array_index (entries, i)));
  input->letter = td_letter_template_fill (template, documents, letter, td_job_get_findings (job), error);
  return input->letter != NULL;
}

static gboolean
confirm_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  g_autoptr (TdLetterDocument) document = td_letter_document_new (input->letter);
  g_autoptr (GError) local = NULL;

  td_job_set_count (job, td_document_get_n_pages (TD_DOCUMENT (document)));
  if (td_document_write_pdf (TD_DOCUMENT (document), input->path, "Giấy xác nhận khen thưởng", NULL, NULL, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The PDF could not be written: %s."), local->message);
  return FALSE;
}

/**
 * td_subject_confirm_job:
 * @subject_id: a subject
 * @path: the PDF to make or replace
 *
 * Words a confirmation of everything the subject has been awarded, with number and day left to be
 * written by hand: NĐ 30/2020/NĐ-CP, Phụ lục I. It is refused for one that has no award.
 *
 * Returns: (transfer full): the job; its count is the number of pages
 */
TdJob *
td_subject_confirm_job (gint64 subject_id, const char *path)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  input->subject_id = subject_id;
  input->path = g_strdup (path);
  job = td_job_new_read (confirm_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, confirm_after);
  return job;
}
