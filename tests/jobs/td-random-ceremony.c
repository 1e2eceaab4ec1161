/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-ceremony-choice.h"
#include "td-ceremony-count.h"
#include "td-ceremony-jobs.h"
#include "td-ceremony-print.h"
#include "td-kit-jobs.h"
#include "td-random-jobs.h"

/* Ceremonies and kits at random. What needs an issued decision is done by test-ceremony-jobs.c, too. */

#define DAY "2026-02-20"

static gint64
pick_ceremony (TdRandomOffice *self)
{
  return td_random_pick_id (self, TD_TYPE_CEREMONY, NULL, NULL);
}

static TdLineChoice
choose_lines (TdRandomOffice *self)
{
  return (TdLineChoice){ .ceremony_id = pick_ceremony (self), .numbers = td_random_one_in (self, 2) ? "1-2" : NULL };
}

TdJob *
td_random_new_ceremony (TdRandomOffice *self)
{
  g_autofree char *name = td_random_text (self);
  g_autoptr (TdCeremony) ceremony = g_object_new (TD_TYPE_CEREMONY, "name", name, "day", td_random_one_in (self, 5) ? "mai" : DAY, NULL);
  gint64 decision_id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);

  return td_ceremony_new_job (ceremony, &decision_id, decision_id != 0 && td_random_one_in (self, 3), td_random_one_in (self, 2) ? TD_CEREMONY_ORDER_FORM : TD_CEREMONY_ORDER_UNIT);
}

TdJob *
td_random_add_to_ceremony (TdRandomOffice *self)
{
  gint64 decision_id = td_random_pick_id (self, TD_TYPE_DECISION, "state", "issued");

  return decision_id != 0 && pick_ceremony (self) != 0 ? td_ceremony_add_job (pick_ceremony (self), &decision_id, 1, NULL, 0) : NULL;
}

TdJob *
td_random_strike_lines (TdRandomOffice *self)
{
  TdLineChoice lines = choose_lines (self);

  return td_ceremony_strike_job (&lines);
}

TdJob *
td_random_order_ceremony (TdRandomOffice *self)
{
  return td_ceremony_order_job (pick_ceremony (self), td_random_one_in (self, 2) ? TD_CEREMONY_ORDER_FORM : TD_CEREMONY_ORDER_UNIT);
}

TdJob *
td_random_move_lines (TdRandomOffice *self)
{
  TdLineChoice lines = choose_lines (self);

  return td_ceremony_move_job (&lines, (TdCeremonyMove) td_random_below (self, 3), td_random_below (self, 9));
}

TdJob *
td_random_seat (TdRandomOffice *self)
{
  return pick_ceremony (self) != 0 ? td_ceremony_seat_job (pick_ceremony (self), td_random_below (self, 9), td_random_below (self, 9)) : NULL;
}

TdJob *
td_random_mark_lines (TdRandomOffice *self)
{
  TdLineChoice lines = choose_lines (self);

  return td_ceremony_mark_job (&lines, td_random_one_in (self, 2) ? "came" : "absent");
}

TdJob *
td_random_present (TdRandomOffice *self)
{
  TdLineChoice lines = choose_lines (self);

  return td_ceremony_present_job (&lines, NULL, DAY);
}

TdJob *
td_random_send (TdRandomOffice *self)
{
  TdLineChoice lines = choose_lines (self);

  return td_ceremony_send_job (&lines, "bưu điện", NULL, DAY);
}

TdJob *
td_random_carry (TdRandomOffice *self)
{
  TdLineChoice lines = choose_lines (self);

  return pick_ceremony (self) != 0 ? td_ceremony_carry_job (&lines, pick_ceremony (self)) : NULL;
}

TdJob *
td_random_count_ceremony (TdRandomOffice *self)
{
  return pick_ceremony (self) != 0 ? td_ceremony_count_job (pick_ceremony (self)) : NULL;
}

TdJob *
td_random_list_ceremonies (TdRandomOffice *self)
{
  return td_ceremony_choice_job (td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL));
}

TdJob *
td_random_print_ceremony (TdRandomOffice *self)
{
  g_autofree char *path = g_build_filename (self->office->folder, "ceremony.pdf", NULL);

  return pick_ceremony (self) != 0 ? td_ceremony_print_job (pick_ceremony (self), (TdCeremonyPaper) td_random_below (self, TD_N_CEREMONY_PAPERS), NULL, 0, path) : NULL;
}

TdJob *
td_random_set_kit (TdRandomOffice *self)
{
  g_autoptr (TdKitPart) part = g_object_new (TD_TYPE_KIT_PART, "award-form", td_random_one_in (self, 2) ? "Bằng khen" : "Giấy khen", "item", td_random_one_in (self, 2) ? "frame" : "flowers",
                                             "n-person", (gint64) td_random_below (self, 3), "n-collective", (gint64) td_random_below (self, 3), NULL);

  return td_kit_set_job (part);
}

TdJob *
td_random_list_kit (TdRandomOffice *self)
{
  return td_kit_list_job (DAY);
}

TdJob *
td_random_order_kit (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);

  return id != 0 ? td_kit_order_job (&id, 1, 0) : NULL;
}
