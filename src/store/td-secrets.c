/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-secrets"

#include "config.h"

#include "td-connection-private.h"
#include "td-secrets.h"

/* Encrypted private keys. They lie beside the records, not among them: the log must not keep what is
 * encrypted anew or taken away, lists and exchange files must not meet it. */

/**
 * td_secrets_put:
 * @connection: a connection inside a named transaction
 * @code: of the key
 * @secret: its private key, encrypted
 * @error: return location
 *
 * Keeps a private key, in place of an earlier one of that code. Those whose key is no more go: when
 * something new is done, the making of them cannot be redone.
 *
 * Returns: whether it is kept
 */
gboolean
td_secrets_put (TdConnection *connection, const char *code, const char *secret, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (connection->session != NULL && code != NULL && secret != NULL, FALSE);

  if (!_td_connection_exec (connection, "DELETE FROM signing_secret WHERE code NOT IN (SELECT code FROM signing_key)", error))
    return FALSE;
  statement = _td_connection_prepare (connection, "INSERT OR REPLACE INTO signing_secret (code, secret) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, code, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, secret, -1, SQLITE_TRANSIENT);
  return _td_connection_step (connection, statement, NULL, error);
}

/**
 * td_secrets_get:
 * @connection: a connection
 * @code: of a key
 * @secret: (out) (nullable) (transfer full): its private key, encrypted; %NULL when it is not here
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
td_secrets_get (TdConnection *connection, const char *code, char **secret, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (connection, "SELECT secret FROM signing_secret WHERE code = ?1", error);
  gboolean has_row = FALSE;

  *secret = NULL;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, code, -1, SQLITE_TRANSIENT);
  if (!_td_connection_step (connection, statement, &has_row, error))
    return FALSE;
  if (has_row)
    *secret = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return TRUE;
}
