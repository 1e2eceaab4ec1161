/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-locale"

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "td-locale.h"

static const char *
getenv_non_empty (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/* "vi" alone or with a country, an encoding, a variant, or more languages after it; the end counts as one of
 * the characters that strchr() looks for. */
static gboolean
is_vietnamese (const char *locale)
{
  return locale != NULL && g_str_has_prefix (locale, "vi") && strchr ("_.@:", locale[2]) != NULL;
}

static gboolean
is_c (const char *locale)
{
  return g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0 || g_str_has_prefix (locale, "C.");
}

/* As gettext decides: LANGUAGE goes first, but counts for nothing where the C locale is asked for. */
static gboolean
asks_for_vietnamese (void)
{
  const char *locale = getenv_non_empty ("LC_ALL");
  const char *language = getenv_non_empty ("LANGUAGE");

  if (locale == NULL)
    locale = getenv_non_empty ("LC_MESSAGES");
  if (locale == NULL)
    locale = getenv_non_empty ("LANG");
  if (locale != NULL && is_c (locale))
    return FALSE;
  return is_vietnamese (language != NULL ? language : locale);
}

/* gettext translates in any locale but C, to what LANGUAGE says. To newer C libraries C.UTF-8 is C as well;
 * there any other locale of the machine has to serve for the messages. */
static void
speak_vietnamese (void)
{
  static const char *const stand_ins[] = { "vi_VN.UTF-8", "vi_VN", "en_US.UTF-8", "en_GB.UTF-8" };

  if (!is_vietnamese (getenv_non_empty ("LANGUAGE")))
    g_setenv ("LANGUAGE", "vi", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  for (gsize i = 0; i < G_N_ELEMENTS (stand_ins); i++)
    if (setlocale (LC_MESSAGES, stand_ins[i]) != NULL)
      break;
}

static const char *
choose_directory (const char *domain, const char *localedir, const char *build_localedir)
{
  const char *wanted = getenv_non_empty ("THIDUA_LOCALEDIR");
  g_autofree char *name = g_strconcat (domain, ".mo", NULL);
  g_autofree char *installed = g_build_filename (localedir, "vi", "LC_MESSAGES", name, NULL);

  if (wanted != NULL)
    return wanted;
  if (build_localedir == NULL || *build_localedir == '\0' || g_file_test (installed, G_FILE_TEST_EXISTS))
    return localedir;
  return build_localedir;
}

/**
 * td_locale_init:
 * @domain: the gettext domain
 * @localedir: where translations are installed
 * @build_localedir: (nullable): where they are in the build folder, used while none are installed
 *
 * Sets the locale of the process and binds @domain. Who asks for Vietnamese gets it also on a
 * machine where that locale was never generated. Numbers stay in the C locale: what the program
 * writes into files must not change with the desktop.
 *
 * Call this first in main(), before there are threads, since it may change the environment. A GTK
 * program calls gtk_disable_setlocale() as well, or GTK sets the locale a second time, numbers
 * included.
 */
void
td_locale_init (const char *domain, const char *localedir, const char *build_localedir)
{
  gboolean known;

  g_return_if_fail (domain != NULL);
  g_return_if_fail (localedir != NULL);

  known = setlocale (LC_ALL, "") != NULL;
  if (asks_for_vietnamese () && (!known || is_c (setlocale (LC_MESSAGES, NULL))))
    speak_vietnamese ();
  else if (!known || is_c (setlocale (LC_CTYPE, NULL)))
    /* Names are Vietnamese in every language; ASCII would print them as question marks and refuse
     * them among the options. */
    setlocale (LC_CTYPE, "C.UTF-8");
  setlocale (LC_NUMERIC, "C");

  bindtextdomain (domain, choose_directory (domain, localedir, build_localedir));
  bind_textdomain_codeset (domain, "UTF-8");
  textdomain (domain);
}
