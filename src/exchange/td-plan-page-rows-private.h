/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-plan-page-private.h"

G_BEGIN_DECLS

/* What stands at one height of a page; in tenths of a point. */
typedef struct
{
  guint from, to; /* words */
  guint split;    /* the word behind the widest space; 0 for none that parts columns */
  guint page;
  gint x1, y1, x2, y2;
  gint size;     /* of most of it */
  gboolean gone; /* a page number, a running head, a note */
} TdPageRow;

struct _TdPlanPages
{
  GArray *words;  /* of TdPageWord */
  GArray *starts; /* the first word of each page */
  gsize n_bytes;
};

/* How most of the text stands. */
typedef struct
{
  gint size;        /* of the font */
  gint pitch;       /* from line to line */
  gint left, right; /* the margins */
  gint from, to;    /* what stands farthest out */
} TdPageLook;

GArray *_td_plan_pages_make_rows (TdPlanPages *self);
void _td_plan_pages_drop_furniture (TdPlanPages *self, GArray *rows, gint body_size);
TdPageLook _td_plan_pages_measure (GArray *rows);
char *_td_plan_pages_dup_text (TdPlanPages *self, guint from, guint to);

G_END_DECLS
