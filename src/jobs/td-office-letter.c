/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-office-letter"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-legal-documents.h"
#include "td-letter-document.h"
#include "td-letter-template.h"
#include "td-letter-writer.h"
#include "td-model.h"
#include "td-office-letter.h"
#include "td-text.h"
#include "td-typesetter.h"

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
set_giver (TdLetterCase *letter, const TdGiver *giver, const char *kind)
{
  const char *dash = giver->symbol != NULL ? strchr (giver->symbol, '-') : NULL;
  g_autofree char *sign = dash == NULL ? NULL : kind != NULL ? g_strconcat (kind, dash, NULL)
                                                             : g_strdup (dash + 1);

  td_letter_case_set (letter, "governing-body", giver->governing_body);
  td_letter_case_set (letter, "issuing-body", giver->body_name);
  td_letter_case_set (letter, "sign", sign);
  td_letter_case_set (letter, "place", giver->place);
  td_letter_case_set (letter, "filing", giver->filing);
  td_letter_case_set (letter, "signer-capacity", giver->signer_capacity);
  td_letter_case_set (letter, "signer-position", giver->signer_position);
  td_letter_case_set (letter, "signer-name", giver->signer_name);
}

/**
 * td_office_letter_begin:
 * @connection: the office file
 * @kind: (nullable): the sign of its kind of letter: "GXN" makes "GXN-SNV"; a công văn has none
 * @date: (nullable): its day, ISO; %NULL for today
 * @number: (nullable): its number alone; %NULL for a draft
 * @error: return location
 *
 * Returns: (transfer full): a letter with the office's letterhead and signer
 */
TdLetterCase *
td_office_letter_begin (TdConnection *connection, const char *kind, const char *date, const char *number, GError **error)
{
  g_autoptr (TdQuery) offices = td_query_new (TD_TYPE_OFFICE);
  g_autoptr (GError) local = NULL;
  g_autoptr (TdOffice) office = td_connection_find (connection, offices, &local);
  g_autoptr (TdGiver) giver = NULL;
  g_autofree char *today = td_date_dup_today ();
  g_autoptr (TdLetterCase) letter = td_letter_case_new (date != NULL ? date : today, number);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (office != NULL && !find_own_giver (connection, office, &giver, error))
    return NULL;
  td_letter_case_set (letter, "place", office != NULL ? office->place : NULL);
  td_letter_case_set (letter, "sender", office != NULL ? office->name : NULL);
  td_letter_case_set (letter, "confirmer", office != NULL ? office->name : NULL);
  if (giver != NULL)
    set_giver (letter, giver, kind);
  return g_steal_pointer (&letter);
}

/**
 * td_office_letter_fill:
 * @job: takes findings of what is missing
 * @template_id: a shipped template
 * @letter: what it is filled with
 * @error: return location
 *
 * Returns: (transfer full): the letter, or %NULL
 */
TdLetter *
td_office_letter_fill (TdJob *job, const char *template_id, TdLetterCase *letter, GError **error)
{
  g_autoptr (GPtrArray) documents = td_legal_documents_load (error);
  g_autoptr (TdLetterTemplate) template = documents != NULL ? td_letter_template_load (template_id, error) : NULL;

  return template != NULL ? td_letter_template_fill (template, documents, letter, td_job_get_findings (job), error) : NULL;
}

static void
page_cb (guint done, guint total, gpointer user_data)
{
  td_job_report (user_data, (double) done / total, NULL);
}

static void
fail_output (const GError *problem, GError **error)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (problem));
  else
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The PDF could not be written: %s."), problem->message);
}

/**
 * td_office_document_draw:
 * @job: gets the number of pages as its count
 * @document: pages
 * @path: the PDF to make or replace
 * @title: its title
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Draws a PDF that is not seen before td_office_document_finish(): what the office notes of it may still fail.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
TdOutput *
td_office_document_draw (TdJob *job, TdDocument *document, const char *path, const char *title, GCancellable *cancellable, GError **error)
{
  const TdPdfInfo info = { .title = title };
  g_autoptr (GError) local = NULL;
  g_autoptr (TdOutput) output = NULL;

  if (td_letter_writer_knows (path))
    {
      g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("This paper can only be saved as PDF."));
      return NULL;
    }
  td_job_set_count (job, td_document_get_n_pages (document));
  output = td_output_open (path, &local);
  if (output != NULL && td_document_write_pdf_to (document, td_output_get_fd (output), &info, page_cb, job, cancellable, &local))
    return g_steal_pointer (&output);
  fail_output (local, error);
  return NULL;
}

/**
 * td_office_document_finish:
 * @output: what td_office_document_draw() made
 * @error: return location
 *
 * Returns: whether the PDF is there
 */
gboolean
td_office_document_finish (TdOutput *output, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (td_output_finish (output, &local))
    return TRUE;
  fail_output (local, error);
  return FALSE;
}

/**
 * td_office_document_write:
 * @job: gets the number of pages as its count
 * @document: pages
 * @path: the PDF to make or replace
 * @title: its title
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: whether the PDF is there
 */
gboolean
td_office_document_write (TdJob *job, TdDocument *document, const char *path, const char *title, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdOutput) output = td_office_document_draw (job, document, path, title, cancellable, error);

  return output != NULL && td_office_document_finish (output, error);
}

/* Word and LibreOffice lay the letter out themselves; only what is centred is measured for them. */
static double
fit_cb (const char *text, double size, gboolean bold, gboolean italic, double width, double *widest, gpointer user_data)
{
  TdTextStyle style = { size, bold, italic, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
  double balanced = td_typesetter_balance (user_data, text, &style, width);

  td_typesetter_measure (user_data, text, 0, &style, balanced, widest);
  return balanced;
}

static gboolean
write_editable (TdLetter *letter, const char *path, const char *title, GError **error)
{
  g_autoptr (TdTypesetter) typesetter = td_typesetter_new ();
  TdLetterWriting writing = { title, g_get_real_time () / G_USEC_PER_SEC, fit_cb, typesetter };
  g_autoptr (GError) local = NULL;

  if (td_letter_write (letter, &writing, path, &local))
    return TRUE;
  if (local->domain == TD_LETTER_WRITER_ERROR)
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, local->message);
  else
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The document could not be written: %s."), local->message);
  return FALSE;
}

/**
 * td_office_letter_write:
 * @job: gets the number of pages as its count, which of a document to work on nobody knows
 * @letter: a letter
 * @path: the file to make or replace; .odt and .docx are documents to work on, .pdf are pages
 * @title: its title
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
td_office_letter_write (TdJob *job, TdLetter *letter, const char *path, const char *title, GCancellable *cancellable, GError **error)
{
  g_autofree char *low = g_ascii_strdown (path, -1);
  g_autoptr (TdLetterDocument) document = NULL;

  if (!g_str_has_suffix (low, ".pdf"))
    return write_editable (letter, path, title, error);
  document = td_letter_document_new (letter);
  return td_office_document_write (job, TD_DOCUMENT (document), path, title, cancellable, error);
}
