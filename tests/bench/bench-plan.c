/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <time.h>

#include "td-plan-reader.h"

/* 2 MB and 4 MB of plan text, made of invented sentences, beside the goals of the design: 0.2 s, and
 * 2.2 times as long for twice the text. */

static char *
make_plan (gsize size)
{
  GString *text = g_string_new ("KẾ HOẠCH\n\nPhát động phong trào thi đua làm đường\n\n");

  for (guint part = 1; text->len < size; part++)
    {
      g_string_append_printf (text, "%u. Nội dung thứ %u của phong trào\n\n", part, part);
      for (char item = 'a'; item <= 'e'; item++)
        g_string_append_printf (text,
                                "%c) Các cơ quan, đơn vị, địa phương tổ chức thực hiện việc số %u, báo cáo kết quả\n"
                                "về cơ quan thường trực trước ngày 15/%u/2027 để tổng hợp.\n\n"
                                "- Tuyên truyền, vận động người dân tham gia, biểu dương gương người tốt, việc tốt.\n\n",
                                item, part, part % 12 + 1);
    }
  return g_string_free (text, FALSE);
}

static double
read_seconds (gsize size)
{
  g_autofree char *text = make_plan (size);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (TdPlanReading) reading = td_plan_reader_read_text (text, strlen (text), NULL, &error);

      if (reading == NULL)
        g_error ("%s", error->message);
      best = MIN (best, (g_get_monotonic_time () - begin) / 1e6);
    }
  return best;
}

int
main (void)
{
  double two = read_seconds (2 * 1024 * 1024);
  double four = read_seconds (4 * 1024 * 1024);

  g_print ("2 MB of plan text: %.3f s, goal 0.2 s, %.2f\n", two, two / 0.2);
  g_print ("4 MB of plan text: %.3f s, 2 MB %.3f s, %.2f\n", four, two, four / two);
  return 0;
}
