/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gnu/libc-version.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include "td-locale.h"

#define DOMAIN "td-test-locale"

typedef struct
{
  const char *name;
  const char *environment[5]; /* names with values; all the others that matter are unset */
  gboolean vietnamese;
} Case;

static const Case cases[] = {
  { "lang", { "LANG=vi_VN.UTF-8" }, TRUE },
  { "lang-short", { "LANG=vi" }, TRUE },
  { "lc-all", { "LC_ALL=vi_VN.UTF-8", "LANG=en_US.UTF-8" }, TRUE },
  { "lc-messages", { "LC_MESSAGES=vi_VN", "LANG=en_US.UTF-8" }, TRUE },
  { "language", { "LANGUAGE=vi:en", "LANG=fr_FR.UTF-8" }, TRUE },
  { "language-alone", { "LANGUAGE=vi" }, TRUE },
  { "language-first", { "LANGUAGE=en:vi", "LANG=vi_VN.UTF-8" }, FALSE },
  { "lc-all-first", { "LC_ALL=fr_FR.UTF-8", "LANG=vi_VN.UTF-8" }, FALSE },
  { "c", { "LC_ALL=C", "LANGUAGE=vi", "LANG=vi_VN.UTF-8" }, FALSE },
  { "none", { NULL }, FALSE },
  { "venda", { "LANG=ve_ZA.UTF-8" }, FALSE },
  { "like", { "LANG=vizzini" }, FALSE },
};

static char *directory;

/* glibc 2.39 and later translate nothing in C.UTF-8, so a machine with no other locale has no way. */
static gboolean
can_translate (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  return !g_str_has_prefix (locale, "C") || g_strcmp0 (gnu_get_libc_version (), "2.39") < 0;
}

static void
test_child (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *installed = g_build_filename (g_getenv ("TD_TEST_LOCALE"), "installed", NULL);
  g_autofree char *missing = g_build_filename (g_getenv ("TD_TEST_LOCALE"), "missing", NULL);

  for (gsize i = 0; test->environment[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (test->environment[i], "=", 2);

      g_setenv (pair[0], pair[1], TRUE);
    }
  td_locale_init (DOMAIN, installed, missing);
  g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, "C");
  if (test->vietnamese && !can_translate ())
    return;
  g_assert_cmpstr (gettext ("Award"), ==, test->vietnamese ? "Khen thưởng" : "Award");
}

/* The build folder serves while nothing is installed, and THIDUA_LOCALEDIR before both. */
static void
test_child_directory (gconstpointer data)
{
  g_autofree char *installed = g_build_filename (g_getenv ("TD_TEST_LOCALE"), "installed", NULL);
  g_autofree char *missing = g_build_filename (g_getenv ("TD_TEST_LOCALE"), "missing", NULL);
  const char *bound;

  td_locale_init (DOMAIN, installed, missing);
  bound = bindtextdomain (DOMAIN, NULL);
  g_assert_cmpstr (bound, ==, installed);

  td_locale_init (DOMAIN, missing, installed);
  bound = bindtextdomain (DOMAIN, NULL);
  g_assert_cmpstr (bound, ==, installed);

  td_locale_init (DOMAIN, missing, "");
  bound = bindtextdomain (DOMAIN, NULL);
  g_assert_cmpstr (bound, ==, missing);

  td_locale_init (DOMAIN, missing, NULL);
  bound = bindtextdomain (DOMAIN, NULL);
  g_assert_cmpstr (bound, ==, missing);

  g_setenv ("THIDUA_LOCALEDIR", "/elsewhere", TRUE);
  td_locale_init (DOMAIN, installed, missing);
  bound = bindtextdomain (DOMAIN, NULL);
  g_assert_cmpstr (bound, ==, "/elsewhere");
}

/* A process has one locale, so each case runs in its own. */
static void
test_in_child (gconstpointer data)
{
  g_autofree char *path = g_strconcat ("/locale/child/subprocess/", (const char *) data, NULL);

  if (directory == NULL)
    {
      g_test_skip ("msgfmt is not here");
      return;
    }
  g_test_trap_subprocess (path, 0, 0);
  g_test_trap_assert_passed ();
}

/* Gives NULL where there is no msgfmt. */
static char *
make_translation (void)
{
  g_autofree char *msgfmt = g_find_program_in_path ("msgfmt");
  g_autofree char *top = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *po = NULL;
  g_autofree char *mo = NULL;
  const char *argv[] = { msgfmt, "-o", NULL, NULL, NULL };
  int status = -1;

  if (msgfmt == NULL)
    return NULL;
  top = g_dir_make_tmp ("td-locale-XXXXXX", NULL);
  folder = g_build_filename (top, "installed", "vi", "LC_MESSAGES", NULL);
  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  po = g_build_filename (top, "vi.po", NULL);
  mo = g_build_filename (folder, DOMAIN ".mo", NULL);
  g_assert_true (g_file_set_contents (po,
                                      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                                      "msgid \"Award\"\nmsgstr \"Khen thưởng\"\n",
                                      -1, NULL));
  argv[2] = mo;
  argv[3] = po;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_no_errno (g_unlink (po));
  return g_steal_pointer (&top);
}

static void
remove_translation (void)
{
  static const char *const names[] = {
    "installed/vi/LC_MESSAGES/" DOMAIN ".mo", "installed/vi/LC_MESSAGES", "installed/vi", "installed", ""
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (directory, names[i], NULL);

      g_remove (path);
    }
}

int
main (int argc, char *argv[])
{
  static const char *const variables[] = {
    "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LC_NUMERIC", "LANG", "LANGUAGE", "THIDUA_LOCALEDIR"
  };
  int result;

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    g_unsetenv (variables[i]);
  g_test_init (&argc, &argv, NULL);

  if (!g_test_subprocess ())
    {
      directory = make_translation ();
      if (directory != NULL)
        g_setenv ("TD_TEST_LOCALE", directory, TRUE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/locale/", cases[i].name, NULL);
      g_autofree char *child = g_strconcat ("/locale/child/subprocess/", cases[i].name, NULL);

      g_test_add_data_func (path, cases[i].name, test_in_child);
      g_test_add_data_func (child, &cases[i], test_child);
    }
  g_test_add_data_func ("/locale/directory", "directory", test_in_child);
  g_test_add_data_func ("/locale/child/subprocess/directory", NULL, test_child_directory);

  result = g_test_run ();
  if (directory != NULL)
    remove_translation ();
  g_free (directory);
  return result;
}
