/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-match.h"

G_BEGIN_DECLS

/**
 * TdMatchIndex:
 *
 * Records found again by what may be the same in spite of slips, without comparing each with each. It keeps its own
 * copy of what is compared. For one thread.
 */
typedef struct _TdMatchIndex TdMatchIndex;

/**
 * TdMatchCandidate:
 * @id: of the record, as given to td_match_index_add()
 * @result: what is proposed and why
 */
typedef struct
{
  gint64 id;
  TdMatchResult result;
} TdMatchCandidate;

TdMatchIndex *td_match_index_new (void);
void td_match_index_free (TdMatchIndex *self);
void td_match_index_add (TdMatchIndex *self, const TdMatchSide *side, gint64 id);
GArray *td_match_index_find (TdMatchIndex *self, const TdMatchSide *side, gint64 except, guint max);
guint td_match_index_get_n (TdMatchIndex *self);
gsize td_match_index_get_bytes (TdMatchIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdMatchIndex, td_match_index_free)

G_END_DECLS
