/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_KIT_PART (td_kit_part_get_type ())
G_DECLARE_FINAL_TYPE (TdKitPart, td_kit_part, TD, KIT_PART, TdEntity)

/**
 * TdKitPart:
 *
 * What belongs to an award beside the money: the office's own word, kept apart from what the
 * program ships. It stands in place of the shipped part of the same form and item.
 *
 * @giver_level: whose form, %NULL for whoever gives it
 * @item: a certificate, a frame …
 * @name: what the office calls it, and what tells two other things apart
 * @n_person: how many of it a person's award needs
 * @n_collective: the same for a collective
 * @n_household: the same for a household
 * @valid_from: first day it holds, %NULL for always
 */
struct _TdKitPart
{
  TdEntity parent_instance;

  char *award_form;
  char *giver_level;
  char *item;
  char *name;
  gint64 n_person;
  gint64 n_collective;
  gint64 n_household;
  char *valid_from;
  char *note;
};

G_END_DECLS
