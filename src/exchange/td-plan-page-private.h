/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-plan-extract-private.h"

G_BEGIN_DECLS

/* A word on a page; tenths of a point from its top left. */
typedef struct
{
  gint x1, y1, x2, y2;
  gint size; /* of the font */
  char *text;
} TdPageWord;

/* The words of the pages of a document, and the text that they make. */
typedef struct _TdPlanPages TdPlanPages;

TdPlanPages *_td_plan_pages_new (void);
void _td_plan_pages_free (TdPlanPages *self);
void _td_plan_pages_begin (TdPlanPages *self);
void _td_plan_pages_take_word (TdPlanPages *self, TdPageWord word);
gsize _td_plan_pages_count_bytes (TdPlanPages *self);
TdPlanExtract *_td_plan_pages_write (TdPlanPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPlanPages, _td_plan_pages_free)

G_END_DECLS
