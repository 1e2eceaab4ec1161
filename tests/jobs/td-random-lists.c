/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-list-export.h"
#include "td-list-form.h"
#include "td-list-preview.h"
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

static TdListPreview *
look_at_list (TdRandomOffice *self, TdListTaking *taking)
{
  g_autofree char *path = write_list (self);
  g_autoptr (TdJob) look = NULL;

  fill_taking (self, taking, path, NULL);
  look = td_list_preview_job (taking, NULL);
  td_job_run (look, self->office->store, NULL, NULL);
  taking->path = NULL;
  return td_job_get_object (look) != NULL ? g_object_ref (td_job_get_object (look)) : NULL;
}

static TdListDetails *
look_at_row (TdRandomOffice *self, TdListPreview *preview, guint *number)
{
  g_autoptr (TdJob) look = NULL;

  *number = td_random_below (self, preview->items->len);
  look = td_list_preview_look_job (preview, *number);
  g_assert_true (td_job_run (look, self->office->store, NULL, NULL));
  return g_object_ref (td_job_get_object (look));
}

TdJob *
td_random_preview_list (TdRandomOffice *self)
{
  g_autofree char *path = write_list (self);
  TdListTaking taking;

  fill_taking (self, &taking, path, NULL);
  return td_list_preview_job (&taking, NULL);
}

TdJob *
td_random_look_at_row (TdRandomOffice *self)
{
  TdListTaking taking;
  g_autoptr (TdListPreview) preview = look_at_list (self, &taking);

  return preview != NULL ? td_list_preview_look_job (preview, td_random_below (self, preview->items->len)) : NULL;
}

static TdJob *
mend_row (TdRandomOffice *self, TdJob *(*make) (TdListPreview *preview, guint number, const TdListMend *mend))
{
  TdListTaking taking;
  g_autoptr (TdListPreview) preview = look_at_list (self, &taking);
  g_autoptr (TdListDetails) details = NULL;
  guint number;

  if (preview == NULL)
    return NULL;
  details = look_at_row (self, preview, &number);
  if (details->answers->len == 0)
    return NULL;
  return make (preview, number, &((TdListAnswer *) g_ptr_array_index (details->answers, td_random_below (self, details->answers->len)))->mend);
}

static TdJob *
mend_all (TdListPreview *preview, guint number, const TdListMend *mend)
{
  return td_list_preview_mend_all_job (preview, mend);
}

TdJob *
td_random_mend_row (TdRandomOffice *self)
{
  return mend_row (self, td_list_preview_mend_job);
}

TdJob *
td_random_mend_rows (TdRandomOffice *self)
{
  return mend_row (self, mend_all);
}

TdJob *
td_random_type_in_row (TdRandomOffice *self)
{
  static const TdListRole roles[] = { TD_LIST_ROLE_NAME, TD_LIST_ROLE_BIRTH, TD_LIST_ROLE_UNIT, TD_LIST_ROLE_CITIZEN_ID };
  TdListTaking taking;
  g_autoptr (TdListPreview) preview = look_at_list (self, &taking);
  g_autofree char *text = td_random_text (self);

  if (preview == NULL)
    return NULL;
  return td_list_preview_type_job (preview, td_random_below (self, preview->items->len), roles[td_random_below (self, G_N_ELEMENTS (roles))], text);
}

/* As the window does: looked at first, mended, then taken in. */
TdJob *
td_random_take_list (TdRandomOffice *self)
{
  g_autofree char *path = g_build_filename (self->office->folder, "list.csv", NULL);
  g_autofree char *rest = g_build_filename (self->office->folder, "rest.xlsx", NULL);
  TdListTaking taking;
  g_autoptr (TdListPreview) preview = look_at_list (self, &taking);

  if (preview == NULL)
    return NULL;
  for (guint i = 0; i < 3; i++)
    {
      guint number;
      g_autoptr (TdListDetails) details = look_at_row (self, preview, &number);

      if (details->answers->len > 0)
        {
          g_autoptr (TdJob) mend = td_list_preview_mend_job (preview, number, &((TdListAnswer *) g_ptr_array_index (details->answers, 0))->mend);

          g_assert_true (td_job_run (mend, self->office->store, NULL, NULL));
        }
    }
  taking.path = path;
  taking.rest_path = rest;
  return td_list_take_job (preview->check, &taking);
}

TdJob *
td_random_export_list (TdRandomOffice *self)
{
  g_autofree char *path = g_build_filename (self->office->folder, td_random_one_in (self, 2) ? "out.xlsx" : "out.ods", NULL);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);
  g_autoptr (GPtrArray) fields = td_list_export_find_fields (TD_TYPE_NOMINATION, NULL, NULL);

  return td_list_export_job (query, fields, "Đề nghị khen thưởng", path);
}

TdJob *
td_random_write_form (TdRandomOffice *self)
{
  g_autofree char *path = g_build_filename (self->office->folder, "form.xlsx", NULL);

  return td_list_form_job (td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL), path);
}
