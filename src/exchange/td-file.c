/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-file"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "td-file.h"
#include "td-sheet.h"

/**
 * td_file_read_limited:
 * @path: a file chosen by a person
 * @limit: the most bytes it may have
 * @error: return location
 *
 * Reads a whole file from outside in bounded memory; folders, devices and pipes are refused.
 *
 * Returns: (transfer full): its bytes, or %NULL with %TD_SHEET_ERROR
 */
GBytes *
td_file_read_limited (const char *path, gsize limit, GError **error)
{
  g_autofree char *data = NULL;
  struct stat status;
  gsize length = 0;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, _ ("The file cannot be opened: %s."), g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (!S_ISREG (status.st_mode) || (guint64) status.st_size > limit)
    {
      close (fd);
      if (!S_ISREG (status.st_mode))
        g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, _ ("This is a folder or a device, not a file."));
      else
        g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE,
                     _ ("The file is too large: at most %u MB are read."), (guint) (limit / (1024 * 1024)));
      return NULL;
    }
  data = g_malloc (status.st_size + 1);
  while (length < (gsize) status.st_size)
    {
      gssize n = read (fd, data + length, status.st_size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, _ ("The file cannot be read: %s."), g_strerror (errno));
          close (fd);
          return NULL;
        }
      if (n == 0)
        break;
      length += n;
    }
  close (fd);
  return g_bytes_new_take (g_steal_pointer (&data), length);
}
