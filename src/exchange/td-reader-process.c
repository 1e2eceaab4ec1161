/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reader-process"
#define _GNU_SOURCE  /* memfd_create */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "td-reader-process.h"
#include "td-sheet.h"

/* Starting thidua-reader: it gets the bytes, never a path, and what it answers is taken for a
 * stranger's word. */

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
  if (fd >= 0 && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return -1;
}

static GSubprocess *
start (const char *what, GBytes *bytes, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *path = reader_path ();
  int fd = make_file (bytes, error);

  if (fd < 0)
    return NULL;
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  return g_subprocess_launcher_spawn (launcher, error, path, what, NULL);
}

/**
 * _td_reader_process_start:
 * @what: %TD_READER_BOOK, %TD_READER_PICTURE, %TD_READER_PLAN or %TD_READER_DRAWING
 * @bytes: a file of a stranger
 * @missing: what is said when there is no thidua-reader
 * @error: return location
 *
 * Returns: (transfer full): the reader, which writes records (#TdReaderRecord) to its standard output
 */
GSubprocess *
_td_reader_process_start (const char *what, GBytes *bytes, const char *missing, GError **error)
{
  g_autoptr (GError) local = NULL;
  GSubprocess *process = start (what, bytes, &local);

  if (process == NULL && g_error_matches (local, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
    g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, missing);
  else if (process == NULL)
    g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, _ ("The file cannot be read: %s."), local->message);
  return process;
}
