/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-fuzz.h"
#include "td-plan-page-private.h"

/* Words of pages as thidua-reader tells them: per word five numbers of two bytes, then its letters up to a byte that is none;
 * a zero size begins a page. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (TdPlanPages) pages = _td_plan_pages_new ();
  g_autoptr (TdPlanExtract) extract = NULL;
  const guint8 *end = data + size;
  gsize length;
  const char *text;

  while (end - data > 10)
    {
      gint16 numbers[5];
      TdPageWord word = { 0 };
      gsize n = 0;

      memcpy (numbers, data, sizeof numbers);
      data += sizeof numbers;
      while (data + n < end && g_ascii_isgraph (data[n]))
        n++;
      if (numbers[4] == 0)
        _td_plan_pages_begin (pages);
      word.x1 = numbers[0];
      word.y1 = numbers[1];
      word.x2 = MAX (numbers[0], numbers[2]);
      word.y2 = MAX (numbers[1], numbers[3]);
      word.size = numbers[4];
      word.text = g_strndup ((const char *) data, n);
      _td_plan_pages_take_word (pages, word);
      data += MIN (n + 1, (gsize) (end - data));
    }
  extract = _td_plan_pages_write (pages);
  text = td_plan_extract_get_text (extract, &length);
  g_assert_true (g_utf8_validate_len (text, length, NULL));
  return 0;
}
