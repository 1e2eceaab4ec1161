/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-random-jobs.h"
#include "td-subject-doubles.h"
#include "td-subject-history.h"
#include "td-subject-life.h"
#include "td-subject-merge-jobs.h"

/* What is done with subjects at random. */

/* Two different ones of one kind, most of the time. */
static gboolean
pick_two (TdRandomOffice *self, gint64 ids[2])
{
  const char *kind = td_random_one_in (self, 10) ? NULL : "person";

  ids[0] = td_random_pick_id (self, TD_TYPE_SUBJECT, kind != NULL ? "kind" : NULL, kind);
  ids[1] = td_random_pick_id (self, TD_TYPE_SUBJECT, kind != NULL ? "kind" : NULL, kind);
  return ids[0] != 0 && ids[1] != 0;
}

TdJob *
td_random_merge_subjects (TdRandomOffice *self)
{
  static const char *const take[] = { "name", "birth", "post", NULL };
  gint64 ids[2];

  return pick_two (self, ids) ? td_subject_merge_job (ids[0], ids[1], td_random_one_in (self, 3) ? take : NULL) : NULL;
}

TdJob *
td_random_merge_pairs (TdRandomOffice *self)
{
  gint64 ids[4];

  return pick_two (self, ids) && pick_two (self, ids + 2) ? td_subject_merge_pairs_job (ids, G_N_ELEMENTS (ids)) : NULL;
}

TdJob *
td_random_look_at_merge (TdRandomOffice *self)
{
  gint64 ids[2];

  return pick_two (self, ids) ? td_subject_merge_look_job (ids[0], ids[1]) : NULL;
}

TdJob *
td_random_split_subject (TdRandomOffice *self)
{
  g_autoptr (TdSubjectMerge) merge = td_random_office_pick (self, TD_TYPE_SUBJECT_MERGE, NULL, NULL);

  return merge != NULL ? td_subject_split_job (merge->dropped_id, td_random_below (self, 3)) : NULL;
}

TdJob *
td_random_tell_apart (TdRandomOffice *self)
{
  gint64 ids[2];

  return pick_two (self, ids) ? td_subject_distinct_job (ids[0], ids[1], !td_random_one_in (self, 3)) : NULL;
}

TdJob *
td_random_read_history (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_SUBJECT, NULL, NULL);

  return id != 0 ? td_subject_history_job (id) : NULL;
}

TdJob *
td_random_read_life (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_SUBJECT, NULL, NULL);

  return id != 0 ? td_subject_life_job (id) : NULL;
}

TdJob *
td_random_find_doubles (TdRandomOffice *self)
{
  return td_subject_doubles_job (td_random_below (self, 20));
}

TdJob *
td_random_find_likely (TdRandomOffice *self)
{
  g_autoptr (TdSubject) subject = td_random_office_pick (self, TD_TYPE_SUBJECT, NULL, NULL);

  return subject != NULL ? td_subject_likely_job (subject, td_random_below (self, 2) == 0, td_random_below (self, 5)) : NULL;
}

TdJob *
td_random_confirm_awards (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_SUBJECT, NULL, NULL);
  g_autofree char *path = g_build_filename (self->office->folder, "confirmation.pdf", NULL);

  return id != 0 ? td_subject_confirm_job (id, path) : NULL;
}
