/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-entry-line.h"
#include "td-random-jobs.h"

/* Entry by hand at random. */

/* A line of entry by hand, as it would be typed. */
TdJob *
td_random_save_line (TdRandomOffice *self)
{
  g_autoptr (TdSubject) subject = NULL;
  g_autoptr (TdNomination) common = td_random_nomination (self, &subject);
  g_autoptr (TdUnit) unit = td_random_office_pick (self, TD_TYPE_UNIT, NULL, NULL);
  g_autoptr (TdEntryLine) line = td_entry_line_new ();
  g_autoptr (TdJob) job = td_entry_words_job ();

  g_assert_true (td_job_run (job, self->office->store, NULL, NULL));
  td_entry_line_set_text (line, TD_ENTRY_NAME, subject->name != NULL ? subject->name : "");
  td_entry_line_set_text (line, TD_ENTRY_SEX, "n");
  td_entry_line_set_text (line, TD_ENTRY_UNIT, unit != NULL && unit->name != NULL ? unit->name : "");
  td_entry_line_set_text (line, TD_ENTRY_ACHIEVEMENT, "Đã có thành tích xuất sắc");
  return td_entry_line_save_job (line, td_job_get_object (job), common);
}

TdJob *
td_random_read_words (TdRandomOffice *self)
{
  return td_entry_words_job ();
}

TdJob *
td_random_find_subjects (TdRandomOffice *self)
{
  g_autofree char *name = td_random_text (self);

  return td_entry_subjects_job (name, td_random_one_in (self, 2) ? "person" : NULL);
}

TdJob *
td_random_read_lines (TdRandomOffice *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (lines, td_entry_line_new ());
  td_entry_line_saved (g_ptr_array_index (lines, 0), td_random_pick_id (self, TD_TYPE_NOMINATION, NULL, NULL));
  return td_entry_lines_read_job (lines);
}
