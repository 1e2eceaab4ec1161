/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-office-file"
#define _GNU_SOURCE  /* renameat2 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "td-change-log.h"
#include "td-connection-private.h"
#include "td-office-file-private.h"
#include "td-store.h"

/* The office file as a file: what it is, where it lies, whether it may be written. All of this
 * is asked before SQLite touches it, so that a file that is refused stays as it was. */

/* "ThDu": the application id at offset 68 of the file; the MIME type knows it too. */
#define APPLICATION_ID 0x54684475

#define SQLITE_MAGIC       "SQLite format 3"
#define VERSION_OFFSET     60
#define APPLICATION_OFFSET 68
#define HEADER_SIZE        100

/* File systems where SQLite's locks cannot be trusted; from linux/magic.h and mount.cifs. */
static const guint32 network_file_systems[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x73757245, /* Coda */
  0x5346414f, /* AFS */
  0x01021997, /* 9P */
};

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
set_open_error (int code, GError **error)
{
  const char *format = code == ENOENT   ? _ ("There is no such office file.")
                       : code == EISDIR ? _ ("This is a folder, not an office file.")
                                        : NULL;

  if (format != NULL)
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_UNREACHABLE, format);
  else
    g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_UNREACHABLE,
                 _ ("The office file cannot be opened: %s."), g_strerror (code));
  return FALSE;
}

static gboolean
check_header (const guint8 *header, gssize length, GError **error)
{
  if (length < HEADER_SIZE || memcmp (header, SQLITE_MAGIC, sizeof SQLITE_MAGIC) != 0 || read_big_endian (header + APPLICATION_OFFSET) != APPLICATION_ID || read_big_endian (header + VERSION_OFFSET) == 0)
    {
      g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_NOT_OFFICE,
                           _ ("This is not an office file of Thi Đua, or it is damaged."));
      return FALSE;
    }
  if (read_big_endian (header + VERSION_OFFSET) > (guint32) _td_migration_newest ())
    {
      g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_TOO_NEW,
                           _ ("This office file was made by a newer version of Thi Đua. It was left untouched; install the newer version."));
      return FALSE;
    }
  return TRUE;
}

/**
 * _td_office_file_check:
 * @path: a file
 * @error: return location
 *
 * Returns: whether it is an office file that this version can open, on a file system that can
 *   hold one
 */
gboolean
_td_office_file_check (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE];
  struct statfs file_system;
  struct stat status;
  gssize length;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    return set_open_error (errno, error);
  if (fstat (fd, &status) == 0 && S_ISDIR (status.st_mode))
    {
      close (fd);
      return set_open_error (EISDIR, error);
    }
  length = read (fd, header, sizeof header);
  if (fstatfs (fd, &file_system) != 0)
    file_system.f_type = 0;
  close (fd);
  for (guint i = 0; i < G_N_ELEMENTS (network_file_systems); i++)
    if ((guint32) file_system.f_type == network_file_systems[i])
      {
        g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_NETWORK,
                             _ ("The office file lies on a network folder, where it could be damaged. Copy it to a disk of this machine."));
        return FALSE;
      }
  return check_header (header, length, error);
}

/**
 * _td_office_file_is_writable:
 * @path: a file
 * @error: (nullable): return location
 *
 * Returns: whether it and its folder may be written
 */
gboolean
_td_office_file_is_writable (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat status;

  /* Root may write everything; a file marked read-only is meant to stay as it is all the same. */
  if (stat (path, &status) == 0 && (status.st_mode & 0222) != 0 && g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0)
    return TRUE;
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_READ_ONLY,
                       _ ("The office file can only be read: it or its folder is not writable. Nothing was changed."));
  return FALSE;
}

/**
 * _td_office_file_is_cleanly_closed:
 * @path: a file
 *
 * Returns: whether all of it is in the one file, with no journal beside it
 */
gboolean
_td_office_file_is_cleanly_closed (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);

  return !g_file_test (journal, G_FILE_TEST_EXISTS);
}

/* What a new file begins with; @func may be NULL. */
typedef struct
{
  const char *name;
  const char *actor;
  TdStoreFunc func;
  gpointer user_data;
} Beginning;

static gboolean
run_beginning (TdConnection *connection, const Beginning *beginning, GError **error)
{
  gint64 actor_id = _td_change_log_actor (connection, beginning->actor, g_get_user_name (), error);

  if (actor_id == 0 || !_td_log_begin (connection, beginning->name, error))
    return FALSE;
  if (beginning->func (connection, beginning->user_data, error))
    return _td_log_commit (connection, actor_id, error);
  _td_log_rollback (connection);
  return FALSE;
}

static gboolean
fill_new_file (const char *path, const Beginning *beginning, GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA journal_mode = WAL", APPLICATION_ID);
  TdConnection *connection = _td_connection_open (path, SQLITE_OPEN_READWRITE, FALSE, error);
  gboolean ok;

  if (connection == NULL)
    return FALSE;
  ok = _td_connection_exec (connection, pragma, error) && _td_migration_run (connection, NULL, error) && _td_search_prepare (connection, error) && (beginning->func == NULL || run_beginning (connection, beginning, error));
  /* Closing empties the journal into the file; what is left in it would be lost with its name. */
  ok = ok && _td_connection_exec (connection, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  _td_connection_close (connection);
  return ok;
}

/* A journal without its file would be taken for the new file's own. */
static void
remove_journals (const char *path)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *journal = g_strconcat (path, endings[i], NULL);

      g_unlink (journal);
    }
}

static void
remove_temporary (const char *path)
{
  g_unlink (path);
  remove_journals (path);
}

static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/* Gives the file its name, unless a file of that name has appeared meanwhile. */
static int
name_file (const char *temporary, const char *path)
{
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  /* A file system that does not know how: a link refuses as well; where there are no links, a
   * plain rename has to do. */
  if (link (temporary, path) == 0)
    return 0;
  return errno != EEXIST && g_rename (temporary, path) == 0 ? 0 : errno;
}

static gboolean
set_create_error (int code, GError **error)
{
  if (code == EEXIST)
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_EXISTS,
                         _ ("There is a file of this name already; it was left untouched."));
  else
    g_set_error (error, TD_STORE_ERROR, code == ENOSPC ? TD_STORE_ERROR_FULL : TD_STORE_ERROR_UNREACHABLE,
                 _ ("The office file cannot be made there: %s."), g_strerror (code));
  return FALSE;
}

static gboolean
create (const char *path, const Beginning *beginning, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = g_strconcat (full, ".XXXXXX", NULL);
  struct stat status;
  int fd, code;

  /* A link that leads nowhere is something as well. */
  if (lstat (full, &status) == 0)
    return set_create_error (EEXIST, error);
  remove_journals (full);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return set_create_error (errno, error);
  close (fd);
  if (!fill_new_file (temporary, beginning, error))
    {
      remove_temporary (temporary);
      return FALSE;
    }
  code = name_file (temporary, full);
  remove_temporary (temporary);
  if (code != 0)
    return set_create_error (code, error);
  if (sync_folder (full))
    return TRUE;
  code = errno;
  g_unlink (full);
  return set_create_error (code, error);
}

/**
 * td_store_create:
 * @path: where; there must be no file yet
 * @error: return location
 *
 * Makes an empty office file, private to its user. It is made beside @path and appears there
 * whole or not at all.
 *
 * Returns: whether it is there
 */
gboolean
td_store_create (const char *path, GError **error)
{
  const Beginning nothing = { NULL };

  g_return_val_if_fail (path != NULL, FALSE);

  return create (path, &nothing, error);
}

/**
 * td_store_create_with:
 * @path: where; there must be no file yet
 * @name: what @func does, translated
 * @actor: the shown name of who makes it
 * @func: the first change
 * @user_data: for @func
 * @error: return location
 *
 * Makes an office file that holds its first records from the moment it has its name.
 *
 * Returns: whether it is there
 */
gboolean
td_store_create_with (const char *path, const char *name, const char *actor, TdStoreFunc func, gpointer user_data,
                      GError **error)
{
  const Beginning beginning = { name, actor, func, user_data };

  g_return_val_if_fail (path != NULL && name != NULL && actor != NULL && func != NULL, FALSE);

  return create (path, &beginning, error);
}
