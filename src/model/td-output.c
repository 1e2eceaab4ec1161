/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-output"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "td-output.h"

struct _TdOutput
{
  char *path;
  char *temporary; /* NULL when there is nothing to remove any more */
  int fd;
};

static void
set_error (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
}

/**
 * td_output_open:
 * @path: the file to make or replace
 * @error: return location
 *
 * Only a file is replaced: renaming over a device or a pipe would take it away.
 *
 * Returns: (transfer full): an empty file beside @path, or %NULL with a %G_IO_ERROR
 */
TdOutput *
td_output_open (const char *path, GError **error)
{
  g_autofree char *temporary = NULL;
  struct stat status;
  TdOutput *self;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  if (stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      set_error (error, S_ISDIR (status.st_mode) ? EISDIR : EEXIST);
      return NULL;
    }
  temporary = g_strconcat (path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_error (error, errno);
      return NULL;
    }
  self = g_new0 (TdOutput, 1);
  self->path = g_strdup (path);
  self->temporary = g_steal_pointer (&temporary);
  self->fd = fd;
  return self;
}

/**
 * td_output_get_fd:
 * @self: a file being made
 *
 * Returns: where to write, open for reading too; it belongs to @self
 */
int
td_output_get_fd (TdOutput *self)
{
  return self->fd;
}

/**
 * td_output_get_path:
 * @self: a file being made
 *
 * Returns: its name until it is finished, for libraries that write to a name; they may replace it
 */
const char *
td_output_get_path (TdOutput *self)
{
  return self->temporary;
}

/**
 * td_output_write_all:
 * @fd: where to write
 * @data: (array length=length): bytes
 * @length: how many
 *
 * Returns: whether all were written; if not, errno says why
 */
gboolean
td_output_write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= n;
    }
  return TRUE;
}

/**
 * td_output_write:
 * @self: a file being made
 * @data: (array length=length): bytes
 * @length: how many
 * @error: return location
 *
 * Returns: whether all were written
 */
gboolean
td_output_write (TdOutput *self, const char *data, gsize length, GError **error)
{
  if (td_output_write_all (self->fd, data, length))
    return TRUE;
  set_error (error, errno);
  return FALSE;
}

static gboolean
sync_path (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  int code;

  if (fd < 0)
    return FALSE;
  code = fsync (fd) != 0 ? errno : 0;
  if (close (fd) != 0 && code == 0)
    code = errno;
  errno = code;
  return code == 0;
}

/**
 * td_output_finish:
 * @self: a file with all that belongs into it
 * @error: return location
 *
 * Puts the file in its place, once.
 *
 * Returns: whether it is there
 */
gboolean
td_output_finish (TdOutput *self, GError **error)
{
  int fd = self->fd;

  self->fd = -1;
  /* By its name: a library may have put another file there. */
  if (close (fd) != 0 || !sync_path (self->temporary) || g_rename (self->temporary, self->path) != 0)
    {
      set_error (error, errno);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/**
 * td_output_free:
 * @self: (transfer full): a file being made
 *
 * Removes what was written, unless it has been finished.
 */
void
td_output_free (TdOutput *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
