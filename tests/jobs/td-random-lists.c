/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-list-import-jobs.h"
#include "td-random-jobs.h"

/* Lists of units at random. */

/* A list of everything a list may do: another sender, in parts, as people only, as history. */
static void
fill_taking (TdRandomOffice *self, TdListTaking *taking, const char *path, const char *rest)
{
  *taking = (TdListTaking){ .path = path, .options = { .purpose = td_random_below (self, 3) } };
  if (taking->options.purpose == TD_LIST_NOMINATIONS)
    taking->options.plan_id = td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL);
  taking->rest_path = td_random_one_in (self, 3) ? NULL : rest;
  taking->fill = td_random_one_in (self, 2);
  taking->source = taking->options.purpose == TD_LIST_HISTORY ? "Sổ khen thưởng tỉnh cũ" : NULL;
}

static char *
write_list (TdRandomOffice *self)
{
  g_autoptr (GString) text = g_string_new ("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN;;;;\nSTT;Họ và tên;Nam;Nữ;Đơn vị công tác\nI;CÁ NHÂN;;;\n");

  for (guint i = 1; i <= 1 + td_random_below (self, 12); i++)
    {
      g_autoptr (TdUnit) unit = td_random_office_pick (self, TD_TYPE_UNIT, NULL, NULL);
      g_autofree char *name = td_random_text (self);

      g_string_append_printf (text, "%u;%s;%s;%s;%s\n", i, name, td_random_one_in (self, 2) ? "1980" : "", td_random_one_in (self, 2) ? "1.2.80" : "",
                              unit != NULL && td_random_one_in (self, 2) ? unit->name : "");
    }
  return td_random_write_file (self, "list.csv", text);
}

TdJob *
td_random_import_list (TdRandomOffice *self)
{
  g_autofree char *path = write_list (self);
  g_autofree char *rest = g_build_filename (self->office->folder, "rest.xlsx", NULL);
  TdListTaking taking;

  fill_taking (self, &taking, path, rest);
  taking.dry_run = td_random_one_in (self, 5);
  return td_list_import_job (&taking);
}

/* As the window does: looked at first, mended, then taken in. */
TdJob *
td_random_take_list (TdRandomOffice *self)
{
  g_autofree char *path = write_list (self);
  g_autofree char *rest = g_build_filename (self->office->folder, "rest.xlsx", NULL);
  g_autoptr (TdJob) look = NULL;
  TdListTaking taking;

  fill_taking (self, &taking, path, rest);
  taking.dry_run = TRUE;
  look = td_list_import_job (&taking);
  td_job_run (look, self->office->store, NULL, NULL);
  if (td_job_get_object (look) == NULL)
    return NULL;
  taking.dry_run = FALSE;
  return td_list_take_job (td_job_get_object (look), &taking);
}
