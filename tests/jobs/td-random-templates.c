/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-random-jobs.h"
#include "td-template-jobs.h"
#include "td-template-list.h"
#include "td-template-reader.h"
#include "td-template-writer.h"

/* Templates at random: the shipped ones, a few copies, now and then one that is no good. */

static const char *const names[] = { "giay-khen-a4", "bang-khen-tinh-a3", "mau-1", "mau-2", "không có" };

static const char *
any_name (TdRandomOffice *self)
{
  return names[td_random_below (self, G_N_ELEMENTS (names))];
}

static TdTemplate *
make_template (TdRandomOffice *self)
{
  g_autoptr (GPtrArray) shipped = td_templates_load_shipped (NULL);
  TdTemplate *template = td_template_dup (g_ptr_array_index (shipped, td_random_below (self, shipped->len)));
  g_autofree char *title = td_random_text (self);

  td_template_set_id (template, names[td_random_below (self, 4)]);
  td_template_set_title (template, title);
  if (td_random_one_in (self, 8))
    td_template_set_size (template, 100, 100);
  return template;
}

TdJob *
td_random_save_template (TdRandomOffice *self)
{
  g_autoptr (TdTemplate) template = make_template (self);

  return td_template_save_job (template, td_random_one_in (self, 2) ? any_name (self) : NULL);
}

TdJob *
td_random_import_template (TdRandomOffice *self)
{
  g_autoptr (TdTemplate) template = make_template (self);
  g_autoptr (GBytes) xml = td_template_write (template);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  g_autofree char *path = td_random_write_file (self, "template.xml", text);

  return td_template_import_job (path, td_random_one_in (self, 2));
}

TdJob *
td_random_retire_template (TdRandomOffice *self)
{
  return td_template_retire_job (any_name (self), td_random_one_in (self, 2));
}

TdJob *
td_random_remove_template (TdRandomOffice *self)
{
  return td_template_remove_job (any_name (self));
}

TdJob *
td_random_list_templates (TdRandomOffice *self)
{
  return td_template_list_job ();
}

TdJob *
td_random_get_template (TdRandomOffice *self)
{
  return td_template_get_job (any_name (self));
}

TdJob *
td_random_check_template (TdRandomOffice *self)
{
  return td_template_check_job (any_name (self), NULL);
}

TdJob *
td_random_export_template (TdRandomOffice *self)
{
  g_autofree char *path = g_build_filename (self->office->folder, "template.xml", NULL);

  return td_template_export_job (any_name (self), path);
}
