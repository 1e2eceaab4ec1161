/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "td-test-office.h"
#include "td-unit.h"

/* The office file stays ours while it is open, whoever in the program looks into its files: a file
 * chooser opens and closes everything in the folder it shows. */

static gboolean
add_unit (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", data, NULL);

  return td_connection_insert (connection, unit, error);
}

/* What a file chooser does to learn what a file holds. */
static void
look_into (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  char start[64];

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (read (fd, start, sizeof start), >, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

/* Another program, which puts the log away at its end if it takes itself for the only one. */
static int
count_from_outside (const char *path)
{
  const char *argv[] = { "sqlite3", path, "SELECT count(*) FROM unit", NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return atoi (out);
}

static void
test_looked_into (TdTestOffice *office, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  td_test_office_write (office, add_unit, (gpointer) "Xã Một");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (office->path, endings[i], NULL);

      look_into (path);
    }
  g_assert_cmpint (count_from_outside (office->path), ==, 1);
  td_test_office_write (office, add_unit, (gpointer) "Xã Hai");
  g_assert_cmpint (count_from_outside (office->path), ==, 2);
  td_test_office_reopen (office);
  g_assert_cmpint (count_from_outside (office->path), ==, 2);
}

/* The last one out still leaves one file. */
static void
test_closed (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (office->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (office->path, "-shm", NULL);

  for (guint i = 0; i < 3; i++)
    {
      td_test_office_write (office, add_unit, (gpointer) "Xã Một");
      g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
      td_test_office_close (office);
      g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (shm, G_FILE_TEST_EXISTS));
      td_test_office_reopen (office);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/file-locks/looked-into", TdTestOffice, NULL, td_test_office_set_up, test_looked_into, td_test_office_tear_down);
  g_test_add ("/file-locks/closed", TdTestOffice, NULL, td_test_office_set_up, test_closed, td_test_office_tear_down);
  return g_test_run ();
}
