/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "td-plan-life.h"

/* What holds in a plan on a day. A document is "number date valid-from: line, line"; a line "end DAY", "due N DAY", or
 * "rule form[@level][=kind]". What is expected is written the same way: the end, the deadlines, the award forms, each
 * with the number of the document it holds by. */

typedef struct
{
  const char *what;
  const char *allowances; /* as issued */
  const char *documents;  /* divided by | */
  const char *day;
  const char *found;
} Case;

#define SON_LA "only Bằng khen@province=sudden, allowed Giấy khen"

static const Case cases[] = {
  { "as issued", SON_LA, "", "2026-03-01", "end 2025-12-31; 1 2026-01-02; 2 -; only Bằng khen@province=sudden, allowed Giấy khen" },
  { "the day before", SON_LA, "1 2026-02-25 2026-03-01: end 2026-06", "2026-02-28", "end 2025-12-31; 1 2026-01-02; 2 -; " SON_LA },
  { "the first day", SON_LA, "1 2026-02-25 2026-03-01: end 2026-06", "2026-03-01", "end 2026-06 [1]; 1 2026-01-02; 2 -; " SON_LA },
  { "a deadline moves", "", "1 2026-01-01 2026-01-01: due 1 2026-01-15", "2026-01-02", "end 2025-12-31; 1 2026-01-15 [1]; 2 -; " },
  { "one that waited for an event has a day", "", "1 2026-01-01 2026-01-01: due 2 2026-02", "2026-01-02", "end 2025-12-31; 1 2026-01-02; 2 2026-02 [1]; " },
  { "a deadline of another plan", "", "1 2026-01-01 2026-01-01: due 7 2026-02", "2026-01-02", "end 2025-12-31; 1 2026-01-02; 2 -; " },
  { "the later effect wins, however they are entered", "", "2 2026-01-01 2026-03-01: due 1 2026-05-02|1 2026-02-01 2026-02-01: due 1 2026-04-01", "2026-03-01", "end 2025-12-31; 1 2026-05-02 [2]; 2 -; " },
  { "before that the other", "", "2 2026-01-01 2026-03-01: due 1 2026-05-02|1 2026-02-01 2026-02-01: due 1 2026-04-01", "2026-02-28", "end 2025-12-31; 1 2026-04-01 [1]; 2 -; " },
  { "of one day the later date wins", "", "2 2026-01-10 2026-02-01: end 2026-09|1 2026-01-05 2026-02-01: end 2026-06", "2026-02-01", "end 2026-09 [2]; 1 2026-01-02; 2 -; " },
  { "a bar is lifted", SON_LA, "1 2026-02-25 2026-03-01: allowed Bằng khen", "2026-03-01", "end 2025-12-31; 1 2026-01-02; 2 -; allowed Giấy khen, allowed Bằng khen [1]" },
  { "for one giver only", "barred Bằng khen@province, barred Bằng khen@ministry", "1 2026-03-01 2026-03-01: allowed Bằng khen@province", "2026-03-01", "end 2025-12-31; 1 2026-01-02; 2 -; barred Bằng khen@ministry, allowed Bằng khen@province [1]" },
  { "a form covers its classes", "allowed Huân chương Lao động hạng Ba, allowed Huân chương Độc lập", "1 2026-03-01 2026-03-01: barred Huân chương Lao động", "2026-03-01", "end 2025-12-31; 1 2026-01-02; 2 -; allowed Huân chương Độc lập, barred Huân chương Lao động [1]" },
  { "a class does not cover its form", "barred Huân chương", "1 2026-03-01 2026-03-01: allowed Huân chương Lao động", "2026-03-01", "end 2025-12-31; 1 2026-01-02; 2 -; barred Huân chương, allowed Huân chương Lao động [1]" },
  { "a part of a word is no form", "allowed Bằng khen tỉnh, allowed Bằng khenx", "1 2026-03-01 2026-03-01: barred Bằng khen", "2026-03-01", "end 2025-12-31; 1 2026-01-02; 2 -; allowed Bằng khenx, barred Bằng khen [1]" },
  { "limited, then lifted, then barred", SON_LA, "1 2026-03-01 2026-03-01: allowed Bằng khen|2 2026-04-01 2026-04-01: only Bằng khen=merit|3 2026-05-01 2026-05-01: barred Bằng khen", "2026-04-30", "end 2025-12-31; 1 2026-01-02; 2 -; allowed Giấy khen, only Bằng khen=merit [2]" },
  { "a document that changes nothing", SON_LA, "1 2026-03-01 2026-03-01:", "2026-03-01", "end 2025-12-31; 1 2026-01-02; 2 -; " SON_LA },
};

static gpointer
make_allowance (GType type, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  g_auto (GStrv) by_kind = g_strsplit (words[1], "=", 2);
  g_auto (GStrv) by_level = g_strsplit (by_kind[0], "@", 2);

  return g_object_new (type, "rule", words[0], "award-form", by_level[0], "giver-level", by_level[1], "kind", by_kind[1], NULL);
}

static void
read_document (TdPlanLife *life, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_auto (GStrv) head = g_strsplit (parts[0], " ", 3);
  g_auto (GStrv) lines = g_strsplit (g_strstrip (parts[1]), ", ", -1);
  gint64 id = life->changes->len + 1;

  g_ptr_array_add (life->changes, g_object_new (TD_TYPE_PLAN_CHANGE, "id", id, "kind", "supplement", "number", head[0], "date", head[1], "valid-from", head[2], NULL));
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      TdPlanChangeLine *line;
      gint64 deadline = 0;
      char day[11] = "";

      if (sscanf (lines[i], "end %10s", day) == 1)
        line = g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "what", "end", "day", day, NULL);
      else if (sscanf (lines[i], "due %" G_GINT64_FORMAT " %10s", &deadline, day) == 2)
        line = g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "what", "deadline", "deadline-id", deadline, "day", day, NULL);
      else
        {
          line = make_allowance (TD_TYPE_PLAN_CHANGE_LINE, lines[i]);
          g_object_set (line, "what", "allowance", NULL);
        }
      g_object_set (line, "change-id", id, NULL);
      g_ptr_array_add (life->lines, line);
    }
}

static TdPlanLife *
make_life (const Case *c)
{
  TdPlanLife *life = g_new0 (TdPlanLife, 1);
  g_auto (GStrv) allowances = g_strsplit (c->allowances, ", ", -1);
  g_auto (GStrv) documents = g_strsplit (c->documents, "|", -1);

  life->plan = g_object_new (TD_TYPE_PLAN, "id", (gint64) 1, "title", "Kế hoạch", "end-date", "2025-12-31", NULL);
  life->deadlines = g_ptr_array_new_with_free_func (g_object_unref);
  life->allowances = g_ptr_array_new_with_free_func (g_object_unref);
  life->changes = g_ptr_array_new_with_free_func (g_object_unref);
  life->lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (life->deadlines, g_object_new (TD_TYPE_DEADLINE, "id", (gint64) 1, "what", "Báo cáo", "due-date", "2026-01-02", NULL));
  g_ptr_array_add (life->deadlines, g_object_new (TD_TYPE_DEADLINE, "id", (gint64) 2, "what", "Tổng kết", "event-id", (gint64) 1, NULL));
  for (guint i = 0; allowances[i] != NULL && *allowances[i] != '\0'; i++)
    g_ptr_array_add (life->allowances, make_allowance (TD_TYPE_ALLOWANCE, allowances[i]));
  for (guint i = 0; documents[i] != NULL && *documents[i] != '\0'; i++)
    read_document (life, documents[i]);
  return life;
}

static void
append_source (GString *text, const TdPlanState *state, gpointer entity)
{
  TdPlanChange *change = td_plan_state_get_source (state, entity);

  if (change != NULL)
    g_string_append_printf (text, " [%s]", change->number);
}

static char *
tell (const TdPlanState *state)
{
  GString *text = g_string_new ("end ");

  g_string_append (text, state->plan->end_date);
  append_source (text, state, state->plan);
  for (guint i = 0; i < state->deadlines->len; i++)
    {
      TdDeadline *deadline = g_ptr_array_index (state->deadlines, i);

      g_string_append_printf (text, "; %u %s", i + 1, deadline->due_date != NULL ? deadline->due_date : "-");
      append_source (text, state, deadline);
      g_assert_true (deadline->due_date == NULL || deadline->event_id == 0);
    }
  g_string_append (text, "; ");
  for (guint i = 0; i < state->allowances->len; i++)
    {
      TdAllowance *allowance = g_ptr_array_index (state->allowances, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", allowance->rule, allowance->award_form);
      if (allowance->giver_level != NULL)
        g_string_append_printf (text, "@%s", allowance->giver_level);
      if (allowance->kind != NULL)
        g_string_append_printf (text, "=%s", allowance->kind);
      append_source (text, state, allowance);
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TdPlanLife) life = make_life (c);
  g_autoptr (TdPlanState) state = td_plan_life_on (life, c->day);
  g_autoptr (TdPlanState) issued = td_plan_life_on (life, "2025-01-01");
  g_autofree char *found = tell (state);
  g_autofree char *untouched = tell (issued);
  g_autofree char *as_issued = g_strdup_printf ("end 2025-12-31; 1 2026-01-02; 2 -; %s", c->allowances);

  g_assert_cmpstr (found, ==, c->found);
  g_assert_cmpint (state->lists_forms, ==, *c->allowances != '\0');
  /* The plan itself stays as it was issued. */
  g_assert_cmpstr (untouched, ==, as_issued);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan-life/%02u %s", i, cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
