/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-confirmation"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-wording.h"
#include "td-date.h"
#include "td-office-letter.h"
#include "td-subject-history.h"

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
  g_autoptr (TdLetterCase) letter = history != NULL ? td_office_letter_begin (connection, "GXN", NULL, NULL, error) : NULL;
  GPtrArray *entries;
  guint n_standing = 0;

  if (letter == NULL)
    return FALSE;
  entries = td_subject_history_get_entries (history);
  set_subject (letter, td_subject_history_get_subject (history));
  for (guint i = 0; i < entries->len; i++)
    {
      const TdHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->revoked_by != NULL)
        continue;
      td_letter_case_take_entry (letter, word_entry (entry));
      n_standing++;
    }
  if (n_standing == 0)
    {
      TdSubject *subject = td_subject_history_get_subject (history);

      td_job_take_finding (job, td_finding_at (td_finding_new ("history-empty", TD_SEVERITY_BLOCK, _ ("“%s” has not been awarded anything yet."), subject->name),
                                               subject->name, input->subject_id, 0));
      return td_job_refuse (job, error);
    }
  input->letter = td_office_letter_fill (job, "award-confirmation", letter, error);
  return input->letter != NULL;
}

static gboolean
confirm_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;

  return td_office_letter_write (job, input->letter, input->path, "Giấy xác nhận khen thưởng", cancellable, error);
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
