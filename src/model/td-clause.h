/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_CLAUSE (td_clause_get_type ())
G_DECLARE_FINAL_TYPE (TdClause, td_clause, TD, CLAUSE, TdEntity)

/**
 * TdClause:
 *
 * One numbered or bulleted piece of a plan, in a tree: mục, điểm.
 *
 * @plan_id: whose clause it is
 * @parent_id: the clause it belongs to
 * @position: from 1, in the order of the text
 * @level: depth from 1
 * @marker: "I.", "a)", "-"
 * @marker_kind: article, capital, roman, arabic, decimal, letter, dash, plus, text
 * @path: such as "III/2/a"
 * @form: heading, item or paragraph
 * @body: the words as they stand
 * @role: what the piece is for in the plan
 * @points: of a criterion, where the plan gives them
 * @binding: the kind of facts its words are made from; none when they are its own
 * @refers_to: the clauses its words name; see #TdOutline
 * @first_line: 1-based, of the text as given
 */
struct _TdClause
{
  TdEntity parent_instance;

  gint64 plan_id;
  gint64 parent_id;
  gint64 position;
  gint64 level;
  char *marker;
  char *marker_kind;
  char *path;
  char *form;
  char *title;
  char *body;
  char *role;
  gint64 points;
  gint64 first_line;
  gint64 last_line;
  char *binding;
  char *refers_to;
};

G_END_DECLS
