/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-office-file"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

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
  if (length < HEADER_SIZE || memcmp (header, SQLITE_MAGIC, sizeof SQLITE_MAGIC) != 0 || read_big_endian (header + APPLICATION_OFFSET) != APPLICATION_ID)
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

static gboolean
fill_new_file (const char *path, GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA journal_mode = WAL", APPLICATION_ID);
  TdConnection *connection = _td_connection_open (path, SQLITE_OPEN_READWRITE, FALSE, error);
  gboolean ok;

  if (connection == NULL)
    return FALSE;
  ok = _td_connection_exec (connection, pragma, error) && _td_migration_run (connection, NULL, error) && _td_search_prepare (connection, error);
  _td_connection_close (connection);
  return ok;
}

/* A journal without its file would be taken for the new file's own. */
static void
remove_orphans (const char *path)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *orphan = g_strconcat (path, endings[i], NULL);

      g_unlink (orphan);
    }
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
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd, code = 0;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_EXISTS,
                           _ ("There is a file of this name already; it was left untouched."));
      return FALSE;
    }
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, TD_STORE_ERROR, errno == ENOSPC ? TD_STORE_ERROR_FULL : TD_STORE_ERROR_UNREACHABLE,
                   _ ("The office file cannot be made there: %s."), g_strerror (errno));
      return FALSE;
    }
  close (fd);
  if (!fill_new_file (temporary, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  remove_orphans (path);
  /* A link refuses to replace a file that has appeared meanwhile; where there are no links, a
   * rename has to do. */
  if (link (temporary, path) == 0)
    g_unlink (temporary);
  else if (errno == EEXIST || g_rename (temporary, path) != 0)
    code = errno;
  if (code != 0)
    {
      g_unlink (temporary);
      g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_UNREACHABLE, _ ("The office file cannot be made there: %s."), g_strerror (code));
      return FALSE;
    }
  return sync_folder (path) || set_open_error (EIO, error);
}
