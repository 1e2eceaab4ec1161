/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-plan-review.h"
#include "td-plan-words.h"

/* What a person says of a plan that was read: each step can be taken back, and nothing else changes. */

static const char text[] = "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                           "XÃ MẪU                 Độc lập - Tự do - Hạnh phúc\n"
                           "Số:     /KH-UBND       Mẫu, ngày 05 tháng 3 năm 2026\n"
                           "\n"
                           "KẾ HOẠCH\n"
                           "Tổ chức phong trào thi đua trồng cây năm 2026\n"
                           "\n"
                           "I. MỤC ĐÍCH, YÊU CẦU\n"
                           "1. Mục đích\n"
                           "Phát huy tinh thần yêu nước trong Nhân dân.\n"
                           "II. HÌNH THỨC KHEN THƯỞNG\n"
                           "Giấy khen của Chủ tịch Ủy ban nhân dân xã.\n"
                           "III. TỔ CHỨC THỰC HIỆN\n"
                           "1. Phòng Văn hóa - Xã hội\n"
                           "Tham mưu tổ chức phát động phong trào.\n"
                           "2. Các thôn\n"
                           "Báo cáo kết quả về Ủy ban nhân dân xã trước ngày 20/11/2026.\n"
                           "\n"
                           "Nơi nhận:              TM. ỦY BAN NHÂN DÂN\n"
                           "- Các thôn;            CHỦ TỊCH\n"
                           "- Lưu: VT.             Người Mẫu\n";

static TdPlanReview *
make_review (void)
{
  g_autoptr (GError) error = NULL;
  TdPlanReview *review = td_plan_review_new (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  return review;
}

static TdPlanFact *
find_fact (TdPlanReview *review, TdPlanFactGroup group, const char *field)
{
  for (guint i = 0; i < g_list_model_get_n_items (td_plan_review_get_facts (review)); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (td_plan_review_get_facts (review), i);

      if (fact->group == group && g_strcmp0 (fact->field != NULL ? fact->field->name : NULL, field) == 0)
        return fact; /* the review holds it */
    }
  return NULL;
}

/* All facts and their states as one text. */
static char *
dump (TdPlanReview *review)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (td_plan_review_get_facts (review)); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (td_plan_review_get_facts (review), i);
      g_autofree char *title = td_plan_fact_dup_title (fact);
      g_autofree char *value = td_plan_fact_dup_text (fact);

      g_string_append_printf (all, "%d %s %s %d %d %u-%u %s\n", fact->group, title, value, fact->state, fact->left_out, fact->lines.first, fact->lines.last, fact->words);
    }
  return g_string_free (all, FALSE);
}

static void
find_words (const char *words, gsize *start, gsize *end)
{
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  *start = at - text;
  *end = *start + strlen (words);
}

static void
test_places (void)
{
  static const struct
  {
    TdPlanFactGroup group;
    const char *field;
    const char *words;
  } cases[] = {
    { TD_PLAN_FACTS_HEAD, "issue-date", "ngày 05 tháng 3 năm 2026" },
    { TD_PLAN_FACTS_HEAD, "title", "Tổ chức phong trào thi đua trồng cây năm 2026" },
    { TD_PLAN_FACTS_HEAD, "signer-name", "Người Mẫu" },
    { TD_PLAN_FACTS_AWARDS, NULL, "Giấy khen" },
    { TD_PLAN_FACTS_DEADLINES, NULL, "trước ngày 20/11/2026" },
  };
  g_autoptr (TdPlanReview) review = make_review ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdPlanFact *fact = find_fact (review, cases[i].group, cases[i].field);
      g_autofree char *words = NULL;
      gsize start, end;

      g_assert_nonnull (fact);
      g_assert_true (td_plan_review_find (review, fact, &start, &end));
      words = g_strchomp (g_strndup (td_plan_review_get_text (review) + start, end - start));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_cmpint (find_fact (review, TD_PLAN_FACTS_HEAD, "number")->state, ==, TD_PLAN_FACT_MISSING);
  g_assert_false (td_plan_review_is_changed (review));
}

/* One step of every kind; then all of them back, and forth again. */
static void
test_steps (void)
{
  g_autoptr (TdPlanReview) review = make_review ();
  TdPlanFact *title = find_fact (review, TD_PLAN_FACTS_HEAD, "title");
  TdPlanFact *award = find_fact (review, TD_PLAN_FACTS_AWARDS, NULL);
  TdPlanFact *deadline = find_fact (review, TD_PLAN_FACTS_DEADLINES, NULL);
  TdPlanFact *number = find_fact (review, TD_PLAN_FACTS_HEAD, "number");
  g_autoptr (TdEntity) values = td_entity_copy (title->entity);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  TdPlanFact *added;
  gsize start, end;

  g_ptr_array_add (dumps, dump (review));
  g_object_set (values, "title", "Tên khác", "number", "12/KH-UBND", NULL);
  td_plan_review_set (review, title, values);
  g_assert_cmpstr (td_plan_review_get_plan (review)->title, ==, "Tên khác");
  g_assert_cmpstr (td_plan_review_get_plan (review)->number, ==, NULL); /* is another fact's */
  g_ptr_array_add (dumps, dump (review));

  find_words ("Phát huy tinh thần", &start, &end);
  g_assert_true (td_plan_review_take (review, number, NULL, start, end));
  g_assert_cmpstr (td_plan_review_get_plan (review)->number, ==, "Phát huy tinh thần");
  g_ptr_array_add (dumps, dump (review));

  find_words ("05 tháng 3 năm 2026", &start, &end);
  g_assert_true (td_plan_review_take (review, deadline, NULL, start, end));
  g_assert_cmpstr (TD_DEADLINE (deadline->entity)->due_date, ==, "2026-03-05");
  g_assert_cmpstr (TD_DEADLINE (deadline->entity)->due_kind, ==, "day");
  g_ptr_array_add (dumps, dump (review));

  td_plan_review_leave_out (review, award, TRUE);
  g_assert_true (award->left_out);
  g_ptr_array_add (dumps, dump (review));

  find_words ("Tham mưu tổ chức phát động phong trào.", &start, &end);
  added = td_plan_review_add (review, TD_PLAN_FACTS_TASKS, start, end);
  g_assert_nonnull (added);
  g_assert_cmpuint (added->section, >, 0);
  g_ptr_array_add (dumps, dump (review));

  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_autofree char *now = NULL;

      g_assert_true (td_plan_review_can_undo (review, FALSE));
      g_assert_nonnull (td_plan_review_undo (review, FALSE));
      now = dump (review);
      g_assert_cmpstr (now, ==, g_ptr_array_index (dumps, i - 1));
    }
  g_assert_null (td_plan_review_undo (review, FALSE));
  for (guint i = 1; i < dumps->len; i++)
    {
      g_autofree char *now = NULL;

      g_assert_nonnull (td_plan_review_undo (review, TRUE));
      now = dump (review);
      g_assert_cmpstr (now, ==, g_ptr_array_index (dumps, i));
    }
  g_assert_false (td_plan_review_can_undo (review, TRUE));
}

static void
test_what_is_no_value (void)
{
  g_autoptr (TdPlanReview) review = make_review ();
  g_autofree char *before = dump (review);
  g_autofree char *after = NULL;
  gsize start, end;

  find_words ("Phát huy tinh thần", &start, &end);
  g_assert_false (td_plan_review_take (review, find_fact (review, TD_PLAN_FACTS_HEAD, "issue-date"), NULL, start, end));
  g_assert_false (td_plan_review_take (review, find_fact (review, TD_PLAN_FACTS_HEAD, "title"), NULL, start, start));
  g_assert_null (td_plan_review_add (review, TD_PLAN_FACTS_AWARDS, start, start));
  after = dump (review);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (td_plan_review_is_changed (review));
}

static void
test_words (void)
{
  static const struct
  {
    const char *words, *text, *iso;
    TdPlanPrecision precision;
  } cases[] = {
    { "- Báo cáo kết quả\n  trước ngày 20/11/2026;", "Báo cáo kết quả trước ngày 20/11/2026", "2026-11-20", TD_PLAN_PRECISION_DAY },
    { "a) Tháng 12 năm 2025", "Tháng 12 năm 2025", "2025-12", TD_PLAN_PRECISION_MONTH },
    { "05 tháng 3 năm 2026", "05 tháng 3 năm 2026", "2026-03-05", TD_PLAN_PRECISION_DAY },
    { "20/11/2026", "20/11/2026", "2026-11-20", TD_PLAN_PRECISION_DAY },
    { "  1.2. Năm 2027,", "Năm 2027", "2027", TD_PLAN_PRECISION_YEAR },
    { "đến khi kết thúc Đại hội", "đến khi kết thúc Đại hội", NULL, 0 },
    { "Số 12/KH-UBND", "Số 12/KH-UBND", NULL, 0 },
    { " \n ; ", NULL, NULL, 0 },
    { "Điều", "Điều", NULL, 0 }, /* and nothing behind it */
    { "Dieu", "Dieu", NULL, 0 },
    { "Dieu 5. Giao Sở Nội vụ", "Giao Sở Nội vụ", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdPlanPrecision precision = TD_PLAN_PRECISION_OPEN;
      g_autofree char *taken = td_plan_words_to_text (cases[i].words);
      g_autofree char *iso = td_plan_words_to_date (cases[i].words, &precision);

      g_assert_cmpstr (taken, ==, cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      if (iso != NULL)
        g_assert_cmpint (precision, ==, cases[i].precision);
    }
}

static void
test_partners (void)
{
  static const struct
  {
    const char *task, *partners;
  } cases[] = {
    { "Chủ trì, phối hợp với Sở Y tế, Sở Công Thương và các xã, phường tổ chức phát động phong trào.", "Sở Y tế, Sở Công Thương và các xã, phường" },
    { "Phối hợp với các cơ quan có liên quan hướng dẫn, kiểm tra.", "các cơ quan có liên quan" },
    { "Phối hợp với Ban Tuyên giáo và Dân vận Tỉnh ủy.", "Ban Tuyên giáo và Dân vận Tỉnh ủy" },
    { "Theo dõi, đôn đốc các đơn vị; phối hợp với Văn phòng; báo cáo", "Văn phòng" },
    { "Tham mưu khen thưởng kịp thời.", NULL },
    { "Phối hợp chặt chẽ trong triển khai.", NULL },
    { "phối hợp với ", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *partners = td_plan_words_find_partners (cases[i].task);

      g_assert_cmpstr (partners, ==, cases[i].partners);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-review/places", test_places);
  g_test_add_func ("/plan-review/steps", test_steps);
  g_test_add_func ("/plan-review/what-is-no-value", test_what_is_no_value);
  g_test_add_func ("/plan-review/words", test_words);
  g_test_add_func ("/plan-review/partners", test_partners);
  return g_test_run ();
}
