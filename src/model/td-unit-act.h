/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_UNIT_ACT (td_unit_act_get_type ())
G_DECLARE_FINAL_TYPE (TdUnitAct, td_unit_act, TD, UNIT_ACT, TdEntity)

/**
 * TdUnitAct:
 *
 * What happened to units on a day, by a document: they were merged, one was split, renamed or moved.
 * Acts are made by jobs, which also change the units; they are never edited.
 *
 * @kind: merge, split, rename or move
 * @date: the first day it holds, a full date
 * @document: its number: "1660/NQ-UBTVQH15"
 * @issuer: who issued the document
 */
struct _TdUnitAct
{
  TdEntity parent_instance;

  char *kind;
  char *date;
  char *document;
  char *issuer;
  char *note;
};

G_END_DECLS
