/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-application.h"
#include "td-locale.h"

static int
local_options_cb (GApplication *application, GVariantDict *options, gpointer user_data)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("thidua %s\n", PACKAGE_VERSION);
  return 0;
}

static const GOptionEntry entries[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
  { NULL },
};

int
main (int argc, char *argv[])
{
  g_autoptr (TdApplication) application = NULL;

  td_locale_init (GETTEXT_PACKAGE, LOCALEDIR, BUILD_LOCALEDIR);
  gtk_disable_setlocale ();
  g_set_application_name (_ ("Thi Đua"));
  application = td_application_new ();
  g_application_set_option_context_parameter_string (G_APPLICATION (application), _ ("[FILE]"));
  g_application_add_main_option_entries (G_APPLICATION (application), entries);
  g_signal_connect (application, "handle-local-options", G_CALLBACK (local_options_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
