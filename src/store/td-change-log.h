/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection.h"

G_BEGIN_DECLS

/**
 * TdChange:
 * @seq: its place in the log, from 1
 * @made_at: UTC, ISO with seconds
 * @actor: who did it, as shown
 * @system_user: under which account
 * @kind: "do", "undo" or "redo"
 * @target: the entry undone or redone, 0 for "do"
 * @name: what was done, as said when it was done
 * @barrier: why it cannot be undone, or %NULL
 * @state: "done", "undone" or "dropped"
 * @n_changes: how many records it touched
 * @hash: head of the chain after it, in hexadecimal
 *
 * One entry of the change log.
 */
typedef struct
{
  gint64 seq;
  char *made_at;
  char *actor;
  char *system_user;
  char *kind;
  gint64 target;
  char *name;
  char *barrier;
  char *state;
  gint64 n_changes;
  char *hash;
} TdChange;

void td_change_free (TdChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdChange, td_change_free)

GPtrArray *td_change_log_list (TdConnection *connection, gint64 limit, GError **error);
gboolean td_change_log_get_next (TdConnection *connection, TdChange **undo, TdChange **redo, GError **error);
GHashTable *td_change_log_find_times (TdConnection *connection, GType type, GArray *ids, const char *field, const char *value, GError **error);
gboolean td_change_log_verify (TdConnection *connection, const char *anchor, GPtrArray *findings, GError **error);

gboolean td_change_log_replay (TdConnection *connection, GPtrArray *findings, GError **error);
gboolean td_integrity_check (TdConnection *connection, GPtrArray *findings, GError **error);

gboolean _td_change_log_apply (TdConnection *connection, gboolean redo, gint64 actor_id, char **name, GError **error);
gint64 _td_change_log_actor (TdConnection *connection, const char *name, const char *system_user, GError **error);

G_END_DECLS
