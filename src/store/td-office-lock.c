/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-office-lock"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "td-office-lock-private.h"
#include "td-store-error.h"

/* A small file beside the office file says who writes. The lock is the system's own on that
 * file, so a killed program leaves none behind; the text is only for the message. */

struct _TdOfficeLock
{
  char *path;
  int fd;
};

static char *
lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strconcat (".", name, ".lock", NULL);

  return g_build_filename (folder, hidden, NULL);
}

static void
set_held_error (int fd, GError **error)
{
  char text[256];
  gssize length = pread (fd, text, sizeof text - 1, 0);

  text[MAX (length, 0)] = '\0';
  if (length > 0 && g_utf8_validate (text, -1, NULL))
    g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_HELD,
                 _ ("The office file is held by %s. Wait until it is closed, or only read."), text);
  else
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_HELD,
                         _ ("The office file is held by another program. Wait until it is closed, or only read."));
}

/* The holder removes the file when it is done. Whoever waited at the old one must see that the
 * name now means another file, or none. */
static gboolean
still_there (const char *path, int fd)
{
  struct stat by_name, by_fd;

  return stat (path, &by_name) == 0 && fstat (fd, &by_fd) == 0 && by_name.st_ino == by_fd.st_ino && by_name.st_dev == by_fd.st_dev;
}

/**
 * _td_office_lock_take:
 * @path: the office file
 * @holder: who takes it, for the message others get
 * @error: return location
 *
 * Returns: (transfer full): the lock, or %NULL with %TD_STORE_ERROR_HELD
 */
TdOfficeLock *
_td_office_lock_take (const char *path, const char *holder, GError **error)
{
  g_autofree char *name = lock_path (path);
  int fd;

  for (;;)
    {
      fd = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (fd < 0)
        {
          g_set_error (error, TD_STORE_ERROR, errno == ENOSPC ? TD_STORE_ERROR_FULL : TD_STORE_ERROR_READ_ONLY,
                       _ ("The office file cannot be written: %s."), g_strerror (errno));
          return NULL;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          set_held_error (fd, error);
          close (fd);
          return NULL;
        }
      if (still_there (name, fd))
        break;
      close (fd);
    }
  if (ftruncate (fd, 0) == 0 && pwrite (fd, holder, strlen (holder), 0) < 0)
    g_debug ("could not write the holder's name: %s", g_strerror (errno));

  TdOfficeLock *lock = g_new (TdOfficeLock, 1);
  lock->path = g_steal_pointer (&name);
  lock->fd = fd;
  return lock;
}

/**
 * _td_office_lock_release:
 * @lock: (transfer full): a lock
 */
void
_td_office_lock_release (TdOfficeLock *lock)
{
  g_unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
