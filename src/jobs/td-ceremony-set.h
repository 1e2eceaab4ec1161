/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdCeremonyEntry:
 * @line: its place and seat
 * @award: what is given
 * @subject: to whom
 * @decision: by which decision
 * @giver: by whom
 *
 * One line of a ceremony with all that papers say of it.
 */
typedef struct
{
  TdCeremonyLine *line;
  TdAward *award;
  TdSubject *subject;
  TdDecision *decision;
  TdGiver *giver;
} TdCeremonyEntry;

/**
 * TdCeremonySet:
 * @ceremony: which
 * @entries: (element-type TdCeremonyEntry): its lines in their order, without those carried over to a later one
 * @persons_first: whether the office names persons before collectives
 *
 * A ceremony as its papers tell it.
 */
typedef struct
{
  TdCeremony *ceremony;
  GPtrArray *entries;
  gboolean persons_first;

  /*< private >*/
  GHashTable *decisions;
  GHashTable *givers;
} TdCeremonySet;

TdCeremonySet *td_ceremony_set_read (TdConnection *connection, gint64 ceremony_id, GError **error);
void td_ceremony_set_free (TdCeremonySet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCeremonySet, td_ceremony_set_free)

G_END_DECLS
