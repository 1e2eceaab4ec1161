/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-award-layout-jobs.h"
#include "td-random-jobs.h"
#include "td-template-picture-file.h"
#include "td-template-reader.h"
#include "td-template-record.h"

/* What the editor of templates asks for and keeps, at random. */

static TdTemplate *
any_template (TdRandomOffice *self)
{
  g_autoptr (GPtrArray) shipped = td_templates_load_shipped (NULL);

  return g_object_ref (g_ptr_array_index (shipped, td_random_below (self, shipped->len)));
}

TdJob *
td_random_arrange_certificate (TdRandomOffice *self)
{
  static const char *const boxes[] = { "subject", "achievement", "signer-name", "gone" };
  gint64 id = td_random_pick_id (self, TD_TYPE_AWARD, NULL, NULL);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);

  if (id == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (td_random_one_in (self, i == 3 ? 9 : 2))
      {
        g_autofree char *text = td_random_text (self);

        g_ptr_array_add (layouts, g_object_new (TD_TYPE_AWARD_LAYOUT, "box", boxes[i], "dx", (gint64) td_random_below (self, 5000) - 2500, "text", td_random_one_in (self, 2) ? text : NULL, NULL));
      }
  return td_award_layout_arrange_job (id, "bang-khen-tinh-a3", layouts);
}

TdJob *
td_random_read_record (TdRandomOffice *self)
{
  g_autoptr (TdTemplate) template = any_template (self);

  return td_template_record_job (template, td_random_below (self, 20));
}

TdJob *
td_random_read_award (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_AWARD, NULL, NULL);

  return id != 0 ? td_template_record_award_job (id, NULL) : NULL;
}

TdJob *
td_random_find_longest (TdRandomOffice *self)
{
  g_autoptr (TdTemplate) template = any_template (self);

  return td_template_record_longest_job (template, td_template_get_box (template, td_random_below (self, td_template_get_n_boxes (template))));
}

/* A picture of two dots, whole or cut off somewhere. */
TdJob *
td_random_read_picture (TdRandomOffice *self)
{
  gsize length;
  g_autofree guchar *png = g_base64_decode ("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4z8AARAAI/gH/"
                                            "xp559wAAAABJRU5ErkJggg==",
                                            &length);
  g_autoptr (GString) text = g_string_new_len ((const char *) png, (gssize) (td_random_one_in (self, 3) ? td_random_below (self, (guint) length) : length));
  g_autofree char *path = td_random_write_file (self, "sign.png", text);

  return td_template_picture_file_job (path);
}
