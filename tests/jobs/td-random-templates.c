/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-award-layout-jobs.h"
#include "td-random-jobs.h"
#include "td-template-jobs.h"
#include "td-template-list.h"
#include "td-template-reader.h"
#include "td-template-writer.h"
#include "td-underlay-jobs.h"

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

TdJob *
td_random_arrange_award (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_AWARD, NULL, NULL);
  g_autofree char *text = td_random_text (self);
  g_autoptr (TdAwardLayout) layout = NULL;

  if (id == 0)
    return NULL;
  layout = g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", id, "template-name", names[td_random_below (self, 2)], "box", td_random_one_in (self, 6) ? "gone" : "subject",
                         "text", td_random_one_in (self, 2) ? text : NULL, "dx", (gint64) td_random_below (self, 3) * 1000 - 1000, NULL);
  return td_award_layout_set_job (layout);
}

TdJob *
td_random_arrange_as_usual (TdRandomOffice *self)
{
  TdAwardLayout *layout = td_random_office_pick (self, TD_TYPE_AWARD_LAYOUT, NULL, NULL);
  gint64 id = layout != NULL ? layout->award_id : td_random_pick_id (self, TD_TYPE_AWARD, NULL, NULL);

  g_clear_object (&layout);
  return id != 0 ? td_award_layout_clear_job (id, NULL, td_random_one_in (self, 2) ? "subject" : NULL) : NULL;
}

/* A PNG picture without a dot is enough: nothing is decoded before it is shown, and what follows its end is anything. */
TdJob *
td_random_lay_under (TdRandomOffice *self)
{
  static const char head[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x0d\xb4\0\0\x09\xb0\x08\x06\0\0\0\xf8PL\xf0\0\0\0\0IEND\xae"
                             "B`\x82";
  g_autoptr (GString) text = g_string_new_len (head, sizeof head - 1);
  g_autofree char *path = NULL;

  g_string_append_c (text, 'a' + td_random_below (self, 3));
  path = td_random_write_file (self, "blank.png", text);
  return td_underlay_set_job (any_name (self), path);
}

TdJob *
td_random_mark_underlay (TdRandomOffice *self)
{
  TdUnderlayMark marks[] = { { 10, 10, 1, 1 }, { 3000, 2000, 250 + td_random_below (self, 9), 170 }, { 20, 30, 1, 1 } };
  TdUnderlay *underlay = td_random_office_pick (self, TD_TYPE_UNDERLAY, NULL, NULL);
  TdJob *job = td_underlay_mark_job (underlay != NULL ? underlay->template_name : any_name (self), marks, td_random_one_in (self, 4) ? td_random_below (self, 4) : 2);

  g_clear_object (&underlay);
  return job;
}

TdJob *
td_random_take_away (TdRandomOffice *self)
{
  TdUnderlay *underlay = td_random_office_pick (self, TD_TYPE_UNDERLAY, NULL, NULL);
  TdJob *job = td_underlay_remove_job (underlay != NULL ? underlay->template_name : any_name (self));

  g_clear_object (&underlay);
  return job;
}

TdJob *
td_random_get_underlay (TdRandomOffice *self)
{
  return td_underlay_get_job (any_name (self));
}
