/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "td-connection.h"

G_BEGIN_DECLS

/**
 * TdMapping:
 * @klass: the entity
 * @select: "SELECT … FROM … t LEFT JOIN …": every field in the class's order
 * @joins: the joins alone
 * @insert: statement with a parameter per own column, in the class's order without the id
 * @update: the same, then the id
 *
 * The statements of one entity, made from its description.
 */
typedef struct
{
  TdEntityClass *klass;
  char *columns;
  char *joins;
  char *insert;
  char *update;
  GHashTable *selects; /* shape of a question → its sqlite3_stmt, owned by the connection */
  char *key_table;     /* of its stored sort keys and folded text, or NULL */
} TdMapping;

/* A search in the order of names first looks at so many records from the list's beginning: words
 * that are common fill a page from them. */
#define TD_WALK_FIRST 50000

/* More hits than this are found sooner by walking the whole list than by sorting them. */
#define TD_MANY_HITS 150000

struct _TdConnection
{
  sqlite3 *db;
  GThread *owner;
  GHashTable *statements; /* SQL → sqlite3_stmt */
  sqlite3_stmt *recent[64];
  GHashTable *mappings; /* GType → TdMapping */
  GCancellable *cancellable;
  guint walk_first;
  int walk_left; /* steps the walk under way may still take, -1 for any number */
  guint many_hits;
  GPtrArray *watched; /* entities whose keys and words follow their records */
  GRand *uuid_source; /* seeded for the demo office, whose content depends on that alone */
  gint64 log_time;    /* the same, in seconds; 0 for the clock */

  /* The named transaction under way. */
  sqlite3_session *session;
  char *action_name;
  char *barrier;
};

/**
 * TdMigrationStep:
 * @version: of the office file after it
 * @sql: its statements
 *
 * A step from one version of the office file to the next.
 */
typedef struct
{
  int version;
  GBytes *sql;
} TdMigrationStep;

TdConnection *_td_connection_open (const char *path, int flags, gboolean immutable, GError **error);
void _td_connection_close (TdConnection *self);
gboolean _td_connection_exec (TdConnection *self, const char *sql, GError **error);
sqlite3_stmt *_td_connection_prepare (TdConnection *self, const char *sql, GError **error);
gboolean _td_connection_step (TdConnection *self, sqlite3_stmt *statement, gboolean *has_row, GError **error);
gboolean _td_connection_query_number (TdConnection *self, const char *sql, gint64 *number, GError **error);
gboolean _td_connection_fail (TdConnection *self, int code, const char *action, GError **error);
void _td_connection_set_cancellable (TdConnection *self, GCancellable *cancellable);

TdMapping *_td_mapping_for (TdConnection *self, GType type);
void _td_mapping_free (TdMapping *mapping);
char *_td_mapping_ddl (GType type);
char *_td_mapping_column (TdMapping *mapping, const char *field_name);

sqlite3_stmt *_td_select_prepare (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, GError **error);
sqlite3_stmt *_td_select_prepare_values (TdConnection *self, TdQuery *query, const char *const *fields, GError **error);
sqlite3_stmt *_td_select_prepare_counts (TdConnection *self, TdQuery *query, const char *const *fields, GError **error);
sqlite3_stmt *_td_select_prepare_walk (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, GError **error);
gboolean _td_select_is_searched_in_order (TdConnection *self, TdQuery *query);
gint64 _td_select_number (TdConnection *self, TdQuery *query, const char *what, GError **error);

gboolean _td_search_prepare (TdConnection *self, GError **error);
gboolean _td_search_ensure (TdConnection *self, GType type, GError **error);
gboolean _td_search_is_suspended (TdConnection *self, const char *table, gboolean *suspended, GError **error);
char *_td_search_wrong_sql (TdEntityClass *klass);
const TdField *_td_search_name_field (TdEntityClass *klass);
const TdField *_td_search_kind_field (TdEntityClass *klass);
GBytes *_td_search_sort_key (const char *text, const char *kind);
char *_td_search_lent_sql (TdEntityClass *klass, const char *row);
char *_td_search_present_sql (TdEntityClass *klass, const char *row);
void _td_search_touch (TdConnection *self, const char *table, gint64 id);
void _td_search_watch (TdConnection *self, TdEntityClass *klass);
void _td_search_forget (TdConnection *self);
gboolean _td_search_flush (TdConnection *self, GError **error);
void _td_search_watched_free (gpointer watched);
char *_td_search_key_table (TdEntityClass *klass);
char *_td_search_match (const char *query_words);

void _td_file_locks_hold (void);

gboolean _td_migration_run (TdConnection *self, const char *path, GError **error);
gboolean _td_migration_run_steps (TdConnection *self, const char *path, const TdMigrationStep *steps, guint n_steps, GError **error);
int _td_migration_newest (void);

gboolean _td_attachments_collect (TdConnection *self, GError **error);
gboolean _td_attachments_check (TdConnection *self, GPtrArray *findings, GError **error);

gint64 _td_changeset_count (const void *changeset, int length);

gboolean _td_log_begin (TdConnection *self, const char *name, GError **error);
gboolean _td_log_commit (TdConnection *self, gint64 actor_id, GError **error);
void _td_log_rollback (TdConnection *self);

G_END_DECLS
