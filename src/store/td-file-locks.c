/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-file-locks"

/* F_OFD_SETLK */
#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#include "td-connection-private.h"

/* SQLite guards the office file by locks that belong to the whole process and that the system drops
 * when anybody in the process closes any descriptor of the file. A file chooser does just that: it
 * looks into every file of the folder it shows. Another program then takes the file for unused, and
 * what the window writes afterwards is lost with the log that this program puts away.
 *
 * So SQLite's locks are taken on a descriptor of our own, one for each file, with locks that belong
 * to that descriptor alone (F_OFD_SETLK). To other programs they are the same locks. */

typedef struct
{
  dev_t device;
  ino_t inode;
  int fd;        /* that holds the locks */
  GArray *users; /* of int: SQLite's descriptors that have asked for locks */
} Keeper;

static GMutex mutex;
static GPtrArray *keepers;
static int (*system_close) (int fd);

static Keeper *
find_keeper (const struct stat *file)
{
  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    {
      Keeper *keeper = g_ptr_array_index (keepers, i);

      if (keeper->device == file->st_dev && keeper->inode == file->st_ino)
        return keeper;
    }
  return NULL;
}

/* The file anew, as a descriptor with locks of its own. */
static int
open_again (int fd)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  int again = open (path, O_RDWR | O_CLOEXEC);

  return again >= 0 ? again : open (path, O_RDONLY | O_CLOEXEC);
}

static gboolean
is_user (const Keeper *keeper, int fd, guint *place)
{
  for (*place = 0; *place < keeper->users->len; (*place)++)
    if (g_array_index (keeper->users, int, *place) == fd)
      return TRUE;
  return FALSE;
}

/* Returns -1 where locks must be taken as SQLite would. */
static int
keeper_of (int fd)
{
  struct stat file;
  Keeper *keeper;
  guint place;

  if (fstat (fd, &file) != 0)
    return -1;
  keeper = find_keeper (&file);
  if (keeper == NULL)
    {
      int again = open_again (fd);

      if (again < 0)
        return -1;
      keeper = g_new0 (Keeper, 1);
      *keeper = (Keeper){ file.st_dev, file.st_ino, again, g_array_new (FALSE, FALSE, sizeof (int)) };
      if (keepers == NULL)
        keepers = g_ptr_array_new ();
      g_ptr_array_add (keepers, keeper);
    }
  if (!is_user (keeper, fd, &place))
    g_array_append_val (keeper->users, fd);
  return keeper->fd;
}

static int
lock_file (int fd, int command, struct flock *lock)
{
  int keeper, result;

  g_mutex_lock (&mutex);
  keeper = keeper_of (fd);
  lock->l_pid = 0;
  result = keeper >= 0 ? fcntl (keeper, command == F_GETLK ? F_OFD_GETLK : F_OFD_SETLK, lock) : fcntl (fd, command, lock);
  g_mutex_unlock (&mutex);
  return result;
}

/* SQLite asks for locks and for FD_CLOEXEC. */
static int
control_file (int fd, int command, ...)
{
  va_list args;
  int result;

  va_start (args, command);
  if (command == F_SETLK || command == F_GETLK)
    result = lock_file (fd, command, va_arg (args, struct flock *));
  else
    result = fcntl (fd, command, va_arg (args, long));
  va_end (args);
  return result;
}

/* With SQLite's last descriptor of a file its locks go. */
static int
close_file (int fd)
{
  g_mutex_lock (&mutex);
  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    {
      Keeper *keeper = g_ptr_array_index (keepers, i);
      guint place;

      if (!is_user (keeper, fd, &place))
        continue;
      g_array_remove_index_fast (keeper->users, place);
      if (keeper->users->len > 0)
        break;
      system_close (keeper->fd);
      g_array_unref (keeper->users);
      g_free (keeper);
      g_ptr_array_remove_index_fast (keepers, i);
      break;
    }
  g_mutex_unlock (&mutex);
  return system_close (fd);
}

/**
 * _td_file_locks_hold:
 *
 * From now on SQLite's locks are not dropped by what others in the process do with its files. Once,
 * before the first file is opened.
 */
void
_td_file_locks_hold (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  if (vfs == NULL || vfs->iVersion < 3)
    return;
  system_close = (int (*) (int)) vfs->xGetSystemCall (vfs, "close");
  if (system_close == NULL)
    return;
  vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) control_file);
  vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr) close_file);
}
