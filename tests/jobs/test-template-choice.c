/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-choices.h"
#include "td-job.h"
#include "td-template-choice.h"
#include "td-template-reader.h"

static GPtrArray *templates;

static void
test_choose (void)
{
  static const struct
  {
    TdTemplateWish wish;
    const char *id;
  } cases[] = {
    { { "Bằng khen", "province" }, "bang-khen-tinh-a3" },
    { { "Bằng khen", "province", 420, 297 }, "bang-khen-tinh-a3" },
    { { "Bằng khen", "province", 400, 300 }, "bang-khen-tinh-a3" },
    { { "Bằng khen", "province", 297, 210 }, "bang-khen-tinh-a4" },
    { { "Giấy khen", "department" }, "giay-khen-a3" },
    { { "Giấy khen", "department", 296.5, 210 }, "giay-khen-a4" },
    { { "Giấy khen", "commune" }, "giay-khen-xa-a3" },
    { { "Giấy khen", "commune", 297, 210 }, "giay-khen-xa-a4" },
    { { "Giấy khen", "enterprise", 297, 210 }, "giay-khen-a4" },
    { { "Bằng khen", "province", 0, 0, TRUE }, "song-ngu-a3" },
    { { "Giấy khen", "commune", 420, 297, TRUE }, "song-ngu-a3" },
    { { "Bằng khen", "province", 297, 210, TRUE }, "song-ngu-a4" },
    { { "Giấy khen", "department", 296.5, 210, TRUE }, "song-ngu-a4" },
    { { "Chiến sĩ thi đua cấp tỉnh", "province" }, "bang-khen-tinh-a3" },
    { { "Kỷ niệm chương", "ministry" }, "giay-khen-a3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdTemplate) template = td_template_choose (templates, &cases[i].wish, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (td_template_get_id (template), ==, cases[i].id);
    }
}

static void
test_foreigner (void)
{
  static const struct
  {
    const char *nationality;
    gboolean foreigner;
  } cases[] = { { NULL, FALSE }, { "", FALSE }, { "Việt Nam", FALSE }, { "VIỆT NAM", FALSE }, { "Viet Nam", FALSE }, { "Vietnam", FALSE }, { "Nhật Bản", TRUE }, { "Lào", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "nationality", cases[i].nationality, NULL);

      g_assert_cmpint (td_subject_is_foreigner (subject), ==, cases[i].foreigner);
    }
}

/* What a blank can be said to carry is a place on every certificate that is shipped. */
static void
test_stock_parts (void)
{
  static const char *const pictures[] = { "ornament", "emblem", NULL };

  for (guint i = 0; td_choices_stock_part[i].nick != NULL; i++)
    for (guint k = 0; k < templates->len; k++)
      {
        const char *part = td_choices_stock_part[i].nick;

        g_test_message ("%s of %s", part, td_template_get_id (g_ptr_array_index (templates, k)));
        g_assert_true (g_strv_contains (pictures, part) || td_template_find_box (g_ptr_array_index (templates, k), part) != NULL);
      }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  templates = td_templates_load_shipped (&error);
  g_assert_no_error (error);
  g_test_add_func ("/template-choice/choose", test_choose);
  g_test_add_func ("/template-choice/foreigner", test_foreigner);
  g_test_add_func ("/template-choice/stock-parts", test_stock_parts);
  result = g_test_run ();
  g_ptr_array_unref (templates);
  return result;
}
