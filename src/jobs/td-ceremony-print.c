/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-print"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ceremony-papers.h"
#include "td-ceremony-print.h"
#include "td-joined-document.h"
#include "td-label-document.h"
#include "td-label-sheets.h"
#include "td-letter-document.h"
#include "td-letter-writer.h"
#include "td-office-letter.h"
#include "td-reading-document.h"
#include "td-seating-document.h"
#include "td-speech-words.h"
#include "td-template-reader.h"

/* The papers of a ceremony as PDF. */

static const struct
{
  const char *nick;
  const char *template_id;
  const char *title; /* of the PDF: official, not translated */
  const char *sheet; /* by default */
  const char *list;  /* the template of the list that follows */
} papers[TD_N_CEREMONY_PAPERS] = {
  [TD_CEREMONY_PAPER_CALLING] = { "calling", "ceremony-calling", "Danh sách xướng tên", NULL },
  [TD_CEREMONY_PAPER_SEATING] = { "seating", "ceremony-seating", "Sơ đồ chỗ ngồi", NULL, "ceremony-seat-list" },
  [TD_CEREMONY_PAPER_ENVELOPES] = { "envelopes", "ceremony-label", "Phong bì", "dl" },
  [TD_CEREMONY_PAPER_LABELS] = { "labels", "ceremony-label", "Tem nhãn", "a4-2x7" },
  [TD_CEREMONY_PAPER_HAND_OVER] = { "hand-over", "ceremony-hand-over", "Danh sách ký nhận", NULL },
  [TD_CEREMONY_PAPER_MONEY] = { "money", "ceremony-money", "Danh sách nhận tiền thưởng", NULL },
};

typedef struct
{
  gint64 ceremony_id;
  TdCeremonyPaper paper;
  char *sheet_id;
  guint n_used;
  char *path;

  TdLetter *letter;
  TdLetter *list;
  TdLabelSheet *sheet;
  guint n_rows, n_per_row;
} Input;

static void
input_free (Input *input)
{
  g_free (input->sheet_id);
  g_free (input->path);
  g_clear_pointer (&input->letter, td_letter_unref);
  g_clear_pointer (&input->list, td_letter_unref);
  g_clear_pointer (&input->sheet, td_label_sheet_free);
  g_free (input);
}

/**
 * td_ceremony_paper_to_nick:
 * @paper: a paper
 *
 * Returns: its word on the command line
 */
const char *
td_ceremony_paper_to_nick (TdCeremonyPaper paper)
{
  return papers[paper].nick;
}

/**
 * td_ceremony_paper_from_nick:
 * @nick: (nullable): a word
 * @paper: (out): the paper
 *
 * Returns: whether there is one of that name
 */
gboolean
td_ceremony_paper_from_nick (const char *nick, TdCeremonyPaper *paper)
{
  for (guint i = 0; i < TD_N_CEREMONY_PAPERS; i++)
    if (g_strcmp0 (papers[i].nick, nick) == 0)
      {
        *paper = i;
        return TRUE;
      }
  return FALSE;
}

/* Labels where labels are asked for, an envelope where an envelope is. */
static gboolean
find_sheet (Input *input, GError **error)
{
  const char *id = input->sheet_id != NULL ? input->sheet_id : papers[input->paper].sheet;
  gboolean envelope = input->paper == TD_CEREMONY_PAPER_ENVELOPES;

  if (papers[input->paper].sheet == NULL)
    return TRUE;
  input->sheet = td_label_sheets_find (id, error);
  if (input->sheet == NULL)
    return FALSE;
  if (input->sheet->envelope == envelope)
    return TRUE;
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, envelope ? _ ("“%s” is not an envelope.") : _ ("“%s” is not a sheet of labels."), id);
  return FALSE;
}

static gboolean
check_set (TdJob *job, const Input *input, const TdCeremonySet *set, GError **error)
{
  if (set->entries->len == 0)
    td_job_take_finding (job, td_finding_new ("ceremony-empty", TD_SEVERITY_BLOCK, _ ("Nobody is called at this ceremony.")));
  if (input->paper == TD_CEREMONY_PAPER_SEATING && (set->ceremony->n_rows < 1 || set->ceremony->n_per_row < 1))
    td_job_take_finding (job, td_finding_new ("seats-none", TD_SEVERITY_BLOCK, _ ("Say how many rows there are, and how many seats in a row.")));
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

static gboolean
print_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdCeremonySet) set = find_sheet (input, error) ? td_ceremony_set_read (connection, input->ceremony_id, error) : NULL;
  g_autoptr (TdSpeech) speech = NULL;
  g_autoptr (TdLetterCase) letter = NULL;

  if (set == NULL || !check_set (job, input, set, error))
    return FALSE;
  input->n_rows = (guint) CLAMP (set->ceremony->n_rows, 1, G_MAXINT16);
  input->n_per_row = (guint) CLAMP (set->ceremony->n_per_row, 1, G_MAXINT16);
  speech = td_speech_words_load (error);
  letter = speech != NULL ? td_office_letter_begin (connection, "DS", NULL, NULL, error) : NULL;
  if (letter == NULL)
    return FALSE;
  td_ceremony_papers_fill (set, input->paper, speech, letter, job);
  input->letter = td_office_letter_fill (job, papers[input->paper].template_id, letter, error);
  if (input->letter != NULL && papers[input->paper].list != NULL)
    input->list = td_office_letter_fill (job, papers[input->paper].list, letter, error);
  return input->letter != NULL && (input->list != NULL || papers[input->paper].list == NULL);
}

static TdDocument *
make_document (Input *input, TdJob *job, GError **error)
{
  g_auto (GStrv) phrases = td_keep_together_load_shipped (error);
  const char *const *keep = (const char *const *) phrases;

  if (keep == NULL)
    return NULL;
  if (input->sheet != NULL)
    {
      TdLabelDocument *labels = td_label_document_new (input->letter, input->sheet, input->n_used, keep);

      td_job_take_findings (job, td_label_document_check (labels));
      return TD_DOCUMENT (labels);
    }
  if (input->paper == TD_CEREMONY_PAPER_CALLING)
    return TD_DOCUMENT (td_reading_document_new (input->letter));
  if (input->paper == TD_CEREMONY_PAPER_SEATING)
    {
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (parts, td_seating_document_new (input->letter, input->n_rows, input->n_per_row, keep));
      g_ptr_array_add (parts, td_letter_document_new (input->list));
      return td_joined_document_new (parts);
    }
  return TD_DOCUMENT (td_letter_document_new (input->letter));
}

static gboolean
print_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  g_autoptr (TdDocument) document = NULL;

  if (td_letter_writer_knows (input->path) && (input->paper == TD_CEREMONY_PAPER_HAND_OVER || input->paper == TD_CEREMONY_PAPER_MONEY))
    return td_office_letter_write (job, input->letter, input->path, papers[input->paper].title, cancellable, error);
  document = make_document (input, job, error);
  return document != NULL && td_office_document_write (job, document, input->path, papers[input->paper].title, cancellable, error);
}

/**
 * td_ceremony_print_job:
 * @ceremony_id: a ceremony
 * @paper: which paper
 * @sheet_id: (nullable): for envelopes and labels, what they are printed on; %NULL for the usual one
 * @n_used: labels of the first sheet that are gone already
 * @path: the PDF to make or replace
 *
 * Returns: (transfer full): the job; its count is the pages
 */
TdJob *
td_ceremony_print_job (gint64 ceremony_id, TdCeremonyPaper paper, const char *sheet_id, guint n_used, const char *path)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  input->ceremony_id = ceremony_id;
  input->paper = paper;
  input->sheet_id = g_strdup (sheet_id);
  input->n_used = n_used;
  input->path = g_strdup (path);
  job = td_job_new_read (print_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, print_after);
  return job;
}
