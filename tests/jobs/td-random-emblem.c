/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-emblem-jobs.h"
#include "td-random-jobs.h"

/* The state emblem at random. */

TdJob *
td_random_set_emblem (TdRandomOffice *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;

  g_string_printf (text, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %u 9'><%s width='9' height='9'/></svg>",
                   td_random_below (self, 9), td_random_one_in (self, 4) ? "text" : "rect");
  path = td_random_write_file (self, "emblem.svg", text);
  return td_emblem_set_job (path);
}

TdJob *
td_random_remove_emblem (TdRandomOffice *self)
{
  return td_emblem_remove_job ();
}

TdJob *
td_random_show_emblem (TdRandomOffice *self)
{
  return td_emblem_show_job ();
}
