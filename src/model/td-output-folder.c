/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-output-folder"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "td-output-folder.h"

/**
 * TdOutputFolder:
 *
 * Many files that appear in a folder all together or not at all. They are made in a folder of their
 * own inside it, on the same file system, and take their names when the last is complete.
 */
struct _TdOutputFolder
{
  char *path;
  char *stage;      /* where files are made */
  gboolean made;    /* the folder itself is ours */
  gboolean done;    /* the files have their names */
  GPtrArray *names; /* of files */
};

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/**
 * td_output_folder_open:
 * @path: a folder; it is made when there is none
 * @error: return location
 *
 * Returns: (transfer full): the folder, into which nothing has come yet; or %NULL with a %G_IO_ERROR
 */
TdOutputFolder *
td_output_folder_open (const char *path, GError **error)
{
  g_autoptr (TdOutputFolder) self = g_new0 (TdOutputFolder, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->made = g_mkdir (path, 0777) == 0;
  if (!self->made && errno != EEXIST)
    {
      fail (error, errno);
      return NULL;
    }
  self->stage = g_build_filename (path, ".thidua-XXXXXX", NULL);
  if (g_mkdtemp (self->stage) != NULL)
    return g_steal_pointer (&self);
  fail (error, errno);
  g_clear_pointer (&self->stage, g_free);
  return NULL;
}

static char *
in_stage (TdOutputFolder *self, const char *kind, guint n)
{
  g_autofree char *name = g_strdup_printf ("%s-%u", kind, n);

  return g_build_filename (self->stage, name, NULL);
}

/**
 * td_output_folder_free:
 * @self: (transfer full): a folder; what has not been finished is removed
 */
void
td_output_folder_free (TdOutputFolder *self)
{
  for (guint i = 0; self->stage != NULL && i < self->names->len; i++)
    {
      g_autofree char *fresh = in_stage (self, "new", i);
      g_autofree char *old = in_stage (self, "old", i);

      g_unlink (fresh);
      g_unlink (old);
    }
  if (self->stage != NULL)
    g_rmdir (self->stage);
  if (self->made && !self->done)
    g_rmdir (self->path);
  g_free (self->path);
  g_free (self->stage);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * td_output_folder_add:
 * @self: a folder
 * @name: the name of a file in it, each but once
 *
 * Returns: (transfer full): where the file is to be made
 */
char *
td_output_folder_add (TdOutputFolder *self, const char *name)
{
  g_ptr_array_add (self->names, g_strdup (name));
  return in_stage (self, "new", self->names->len - 1);
}

/**
 * td_output_folder_count_taken:
 * @self: a folder
 * @first: (out) (nullable): the first of them
 *
 * Returns: how many of the files are there already
 */
guint
td_output_folder_count_taken (TdOutputFolder *self, char **first)
{
  guint n = 0;

  *first = NULL;
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *path = g_build_filename (self->path, g_ptr_array_index (self->names, i), NULL);
      struct stat status;

      if (lstat (path, &status) != 0)
        continue;
      if (n++ == 0)
        *first = g_strdup (g_ptr_array_index (self->names, i));
    }
  return n;
}

/* Gives a file its name; what stood there waits in the stage. */
static gboolean
move_in (TdOutputFolder *self, guint n, gboolean replace, GError **error)
{
  g_autofree char *fresh = in_stage (self, "new", n);
  g_autofree char *old = in_stage (self, "old", n);
  g_autofree char *path = g_build_filename (self->path, g_ptr_array_index (self->names, n), NULL);
  struct stat status;

  if (replace && lstat (path, &status) == 0)
    {
      /* Renaming over a folder or a device would take it away. */
      if (!S_ISREG (status.st_mode))
        return fail (error, S_ISDIR (status.st_mode) ? EISDIR : EEXIST);
      if (g_rename (path, old) != 0)
        return fail (error, errno);
    }
  /* Some file systems of sticks know no links: there the check of a moment ago must do. */
  if (link (fresh, path) == 0)
    {
      g_unlink (fresh);
      return TRUE;
    }
  if (errno == EEXIST || lstat (path, &status) == 0)
    return fail (error, EEXIST);
  return g_rename (fresh, path) == 0 ? TRUE : fail (error, errno);
}

static void
move_back (TdOutputFolder *self, guint n, gboolean was_moved)
{
  g_autofree char *old = in_stage (self, "old", n);
  g_autofree char *path = g_build_filename (self->path, g_ptr_array_index (self->names, n), NULL);

  if (was_moved)
    g_unlink (path);
  if (g_file_test (old, G_FILE_TEST_EXISTS))
    g_rename (old, path);
}

static void
sync_folder (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/**
 * td_output_folder_finish:
 * @self: a folder whose files are all made
 * @replace: take the place of files that are there already
 * @error: return location
 *
 * Gives all files their names. When one cannot have it, those that had theirs give them back.
 *
 * Returns: whether they are there
 */
gboolean
td_output_folder_finish (TdOutputFolder *self, gboolean replace, GError **error)
{
  for (guint i = 0; i < self->names->len; i++)
    if (!move_in (self, i, replace, error))
      {
        move_back (self, i, FALSE);
        while (i-- > 0)
          move_back (self, i, TRUE);
        return FALSE;
      }
  self->done = TRUE;
  sync_folder (self->path);
  return TRUE;
}
