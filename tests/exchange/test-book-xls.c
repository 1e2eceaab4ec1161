/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "td-book.h"
#include "td-reader-protocol.h"

/* The reader process as it must not be: what it does, the book's reader bears. Each stands in a
 * folder as a script of the real one's name. */

#define NONE G_MAXINT /* no error */

/* The first bytes of an old .xls, and a name that tells it from other containers. */
static const char xls[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0k\0b\0o\0o\0k\0";

static char *folder, *script, *file;

static char *
record (TdReaderTag tag, guint32 number, guint32 length, const char *text)
{
  const TdReaderRecord bytes = { tag, number, length };
  GString *octal = g_string_new ("printf '");

  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (octal, "\\%03o", ((const guint8 *) &bytes)[i]);
  g_string_append_printf (octal, "%s'\n", text);
  return g_string_free (octal, FALSE);
}

static void
write_script (const char *commands)
{
  g_autofree char *text = g_strconcat ("#!/bin/sh\n", commands, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (script, text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
}

static void
expect (const char *what, const char *commands, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdBook) book = NULL;

  g_test_message ("%s", what);
  write_script (commands);
  book = td_book_read (file, NULL, &error);
  if (code == NONE)
    g_assert_no_error (error);
  else
    g_assert_error (error, TD_SHEET_ERROR, code);
  g_assert_true ((book != NULL) == (code == NONE));
}

static void
test_bad_readers (void)
{
  g_autofree char *sheet = record (TD_READER_SHEET, 0, 1, "A");
  g_autofree char *row = record (TD_READER_ROW, 3, 0, "");
  g_autofree char *next_row = record (TD_READER_ROW, 3, 0, "");
  g_autofree char *cell = record (TD_READER_TEXT, 1, 2, "ab");
  g_autofree char *far = record (TD_READER_TEXT, 100000, 2, "ab");
  g_autofree char *deep = record (TD_READER_ROW, G_MAXUINT32, 0, "");
  g_autofree char *number = record (TD_READER_NUMBER, 0, 3, "x y");
  g_autofree char *half = record (TD_READER_TEXT, 0, 2, "\\303x");
  g_autofree char *long_cell = record (TD_READER_TEXT, 0, G_MAXUINT32, "ab");
  g_autofree char *unknown = record (99, 0, 0, "");
  g_autofree char *password = record (TD_READER_PASSWORD, 0, 0, "");
  g_autofree char *damaged = record (TD_READER_DAMAGED, 0, 0, "");
  g_autofree char *end = record (TD_READER_END, 0, 0, "");
  const struct
  {
    const char *what, *parts[5];
    int code;
  } cases[] = {
    { "as it should be", { sheet, row, cell, end }, NONE },
    { "goes on after the end", { sheet, row, cell, end, "sleep 60\n" }, NONE },
    { "half a letter", { sheet, row, half, end }, NONE },
    { "a number that is none", { sheet, row, number, end }, NONE },
    { "says nothing", { "" }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "fails", { "exit 1\n" }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "dies", { sheet, row, cell, "kill -SEGV $$\n" }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "does not say that it is the end", { sheet, row, cell }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "no cells", { sheet, end }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "no sheets", { end }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "a row before its sheet", { row, cell, end }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "a cell before its row", { sheet, cell, end }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "the same row again", { sheet, row, cell, next_row, end }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "a row far away", { sheet, deep, cell, end }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "a column far away", { sheet, row, far, end }, TD_SHEET_ERROR_TOO_LARGE },
    { "a cell without a bound", { sheet, row, long_cell, "yes\n" }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "something unknown", { unknown }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "words for a person", { "echo Error: cannot read\n" }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "noise without an end", { "exec cat /dev/urandom\n" }, TD_SHEET_ERROR_NOT_A_TABLE },
    { "a password", { password }, TD_SHEET_ERROR_PASSWORD },
    { "damage", { damaged }, TD_SHEET_ERROR_NOT_A_TABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) commands = g_string_new (NULL);

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].parts) && cases[i].parts[j] != NULL; j++)
        g_string_append (commands, cases[i].parts[j]);
      expect (cases[i].what, commands->str, cases[i].code);
    }
}

/* Sheets without an end: more than any book has. */
static void
test_endless (void)
{
  g_autofree char *sheet = record (TD_READER_SHEET, 0, 1, "A");
  g_autofree char *commands = g_strdup_printf ("while :; do\n%sdone\n", sheet);

  expect ("sheets without an end", commands, TD_SHEET_ERROR_TOO_LARGE);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_remove (script);
  g_setenv ("THIDUA_LIBEXECDIR", folder, TRUE);
  /* Beside the build there is one, which has nothing to say to this file. */
  g_assert_null (td_book_read (file, NULL, &error));
  g_assert_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE);
}

static gpointer
cancel_thread (gpointer data)
{
  g_autofree char *mark = g_build_filename (folder, "pid", NULL);

  /* Not before it runs. */
  while (!g_file_test (mark, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *mark = g_build_filename (folder, "pid", NULL);
  g_autofree char *commands = g_strdup_printf ("echo $$ > '%s.new'\nmv '%s.new' '%s'\nexec sleep 600\n", mark, mark, mark);
  g_autofree char *pid = NULL;
  GThread *thread;

  write_script (commands);
  thread = g_thread_new ("cancel", cancel_thread, cancellable);
  g_assert_null (td_book_read (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_assert_true (g_file_get_contents (mark, &pid, NULL, NULL));
  g_assert_cmpint (kill ((pid_t) atoi (pid), 0), ==, -1);
  g_assert_cmpint (errno, ==, ESRCH);
  g_remove (mark);

  /* Cancelled before it began: nothing is started. */
  g_clear_error (&error);
  g_assert_null (td_book_read (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  script = g_build_filename (folder, "thidua-reader", NULL);
  file = g_build_filename (folder, "list.xls", NULL);
  g_assert_true (g_file_set_contents (file, xls, sizeof xls, NULL));
  g_setenv ("THIDUA_LIBEXECDIR", folder, TRUE);
  g_test_add_func ("/book-xls/bad-readers", test_bad_readers);
  g_test_add_func ("/book-xls/endless", test_endless);
  g_test_add_func ("/book-xls/cancel", test_cancel);
  g_test_add_func ("/book-xls/missing", test_missing);
  status = g_test_run ();
  g_remove (script);
  g_remove (file);
  g_rmdir (folder);
  g_free (folder);
  g_free (script);
  g_free (file);
  return status;
}
