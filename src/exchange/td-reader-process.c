/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reader-process"
#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "td-readers-private.h"

/* A program started from its build folder finds the reader beside it. */
static char *
reader_path (void)
{
  const char *wanted = g_getenv ("THIDUA_LIBEXECDIR");
  g_autofree char *installed = g_build_filename (wanted != NULL && *wanted != '\0' ? wanted : LIBEXECDIR, "thidua-reader", NULL);
  gboolean built = *BUILD_LIBEXECDIR != '\0' && !g_file_test (installed, G_FILE_TEST_IS_EXECUTABLE);

  return built ? g_build_filename (BUILD_LIBEXECDIR, "thidua-reader", NULL) : g_steal_pointer (&installed);
}

/* The bytes as a file without a name; -1 with an error. */
static int
make_file (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  int fd = memfd_create ("thidua-reader", MFD_CLOEXEC);

  for (gsize done = 0; fd >= 0 && done < length;)
    {
      gssize n = write (fd, data + done, length - done);

      if (n > 0)
        done += n;
      else if (n < 0 && errno != EINTR)
        {
          close (fd);
          fd = -1;
        }
    }
  if (fd < 0)
    g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, _ ("The file cannot be read: %s."), g_strerror (errno));
  else
    lseek (fd, 0, SEEK_SET);
  return fd;
}

/*
 * _td_reader_start:
 * @bytes: a file of a stranger
 * @what: (nullable): "drawing"; %NULL for an old workbook
 * @missing: what is said when there is no thidua-reader
 * @error: return location
 *
 * Returns: (transfer full): thidua-reader, with @bytes on its standard input; its answer comes by
 *   td-reader-protocol.h
 */
GSubprocess *
_td_reader_start (GBytes *bytes, const char *what, const char *missing, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *path = reader_path ();
  int fd = make_file (bytes, error);
  GSubprocess *process;

  if (fd < 0)
    return NULL;
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawn (launcher, NULL, path, what, NULL);
  if (process == NULL)
    g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, missing);
  return process;
}
