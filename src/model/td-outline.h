/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-clause.h"

G_BEGIN_DECLS

#define TD_TYPE_OUTLINE (td_outline_get_type ())
G_DECLARE_FINAL_TYPE (TdOutline, td_outline, TD, OUTLINE, GObject)

/**
 * TdOutlineForm:
 * @TD_OUTLINE_HEADING: has a mark and a title; text may follow on further lines
 * @TD_OUTLINE_ITEM: has a mark and text
 * @TD_OUTLINE_PARAGRAPH: text without a mark
 */
typedef enum
{
  TD_OUTLINE_HEADING,
  TD_OUTLINE_ITEM,
  TD_OUTLINE_PARAGRAPH,
} TdOutlineForm;

TdOutline *td_outline_new (const char *marks, GPtrArray *clauses);
guint td_outline_get_n (TdOutline *self);
TdClause *td_outline_get (TdOutline *self, guint position);
guint td_outline_find (TdOutline *self, gint64 id);
guint td_outline_get_end (TdOutline *self, guint position);
guint td_outline_get_parent (TdOutline *self, guint position);
guint td_outline_get_deepest (TdOutline *self);

TdClause *td_outline_add (TdOutline *self, guint below);
TdClause *td_outline_insert (TdOutline *self, guint position, guint level, TdOutlineForm form);
gboolean td_outline_nest (TdOutline *self, guint position);
gboolean td_outline_unnest (TdOutline *self, guint position);
gboolean td_outline_move (TdOutline *self, guint position, gboolean down);
void td_outline_remove (TdOutline *self, guint position);
void td_outline_set_marks (TdOutline *self, const char *marks);
void td_outline_number (TdOutline *self);

TdOutlineForm td_outline_get_form (TdClause *clause);
void td_outline_set_form (TdClause *clause, TdOutlineForm form);
char *td_outline_dup_text (TdClause *clause);
void td_outline_set_text (TdClause *clause, const char *text);

/* Words that name other clauses */
void td_outline_note_references (TdOutline *self, guint position);
void td_outline_check_references (TdOutline *self, GPtrArray *findings);

#define TD_OUTLINE_NONE G_MAXUINT

G_END_DECLS
