/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-fail-io"
#define _GNU_SOURCE
/* pwrite and pwrite64 are two symbols, and libraries call either. */
#undef _FILE_OFFSET_BITS

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Loaded before the C library (LD_PRELOAD), this makes what a program writes go wrong: every
 * write, sync, truncation, new name and removal of a file is counted, and at number TD_FAIL_AT
 * something happens:
 *
 *   TD_FAIL_HOW=kill    the program is killed before it
 *   TD_FAIL_HOW=tear    a write gets through by half, then the program is killed
 *   TD_FAIL_HOW=eio     it fails, once
 *   TD_FAIL_HOW=enospc  it fails, and so does all that would need room from then on
 *
 * The file TD_FAIL_MARK appears when it has happened. A program that comes to its end writes how
 * many calls there were into the file TD_FAIL_COUNT. */

static int count;

static void
leave (const char *variable, const char *text)
{
  const char *path = getenv (variable);
  long fd = path != NULL ? syscall (SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600) : -1;

  if (fd < 0)
    return;
  syscall (SYS_write, (int) fd, text, strlen (text));
  syscall (SYS_close, (int) fd);
}

__attribute__ ((destructor)) static void
leave_count (void)
{
  char text[16];

  snprintf (text, sizeof text, "%d", count);
  leave ("TD_FAIL_COUNT", text);
}

/* Whether a call fails; errno is set then. */
static int
fails (int needs_room, int fd, const void *data, size_t length, off64_t offset)
{
  const char *at = getenv ("TD_FAIL_AT");
  const char *how = getenv ("TD_FAIL_HOW");
  int number = __atomic_add_fetch (&count, 1, __ATOMIC_SEQ_CST);

  if (at == NULL || how == NULL || number < atoi (at) || (number > atoi (at) && strcmp (how, "enospc") != 0))
    return 0;
  leave ("TD_FAIL_MARK", "");
  if (strcmp (how, "tear") == 0 && data != NULL && offset < 0)
    syscall (SYS_write, fd, data, length / 2);
  else if (strcmp (how, "tear") == 0 && data != NULL)
    syscall (SYS_pwrite64, fd, data, length / 2, offset);
  if (strcmp (how, "tear") == 0 || strcmp (how, "kill") == 0)
    syscall (SYS_kill, getpid (), SIGKILL);
  if (strcmp (how, "enospc") == 0 && !needs_room)
    return 0;
  errno = strcmp (how, "enospc") == 0 ? ENOSPC : EIO;
  return 1;
}

static int
is_file (int fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
}

ssize_t
write (int fd, const void *data, size_t length)
{
  return is_file (fd) && fails (1, fd, data, length, -1) ? -1 : syscall (SYS_write, fd, data, length);
}

ssize_t
pwrite (int fd, const void *data, size_t length, off_t offset)
{
  if (is_file (fd) && fails (1, fd, data, length, offset))
    return -1;
  return syscall (SYS_pwrite64, fd, data, length, offset);
}

ssize_t
pwrite64 (int fd, const void *data, size_t length, off64_t offset)
{
  return pwrite (fd, data, length, offset);
}

int
fsync (int fd)
{
  return fails (0, -1, NULL, 0, -1) ? -1 : (int) syscall (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  return fails (0, -1, NULL, 0, -1) ? -1 : (int) syscall (SYS_fdatasync, fd);
}

int
ftruncate (int fd, off_t length)
{
  return fails (1, -1, NULL, 0, -1) ? -1 : (int) syscall (SYS_ftruncate, fd, length);
}

int
ftruncate64 (int fd, off64_t length)
{
  return ftruncate (fd, length);
}

int
renameat2 (int from_dir, const char *from, int to_dir, const char *to, unsigned int flags)
{
  return fails (1, -1, NULL, 0, -1) ? -1 : (int) syscall (SYS_renameat2, from_dir, from, to_dir, to, flags);
}

int
rename (const char *from, const char *to)
{
  return renameat2 (AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
link (const char *from, const char *to)
{
  return fails (1, -1, NULL, 0, -1) ? -1 : (int) syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
unlink (const char *path)
{
  return fails (0, -1, NULL, 0, -1) ? -1 : (int) syscall (SYS_unlinkat, AT_FDCWD, path, 0);
}

static int
open_file (const char *path, int flags, va_list list)
{
  int creates = (flags & O_CREAT) != 0;
  int mode = creates ? va_arg (list, int) : 0;

  if (creates && fails (1, -1, NULL, 0, -1))
    return -1;
  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

int
open (const char *path, int flags, ...)
{
  va_list list;
  int fd;

  va_start (list, flags);
  fd = open_file (path, flags, list);
  va_end (list);
  return fd;
}

int
open64 (const char *path, int flags, ...)
{
  va_list list;
  int fd;

  va_start (list, flags);
  fd = open_file (path, flags | O_LARGEFILE, list);
  va_end (list);
  return fd;
}
