/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-files"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "td-certificate-files.h"
#include "td-cli.h"

/* certificate files. */

static gboolean
read_each (const char *word, TdCertificateFilesBy *by, int *code)
{
  *by = TD_CERTIFICATE_FILES_PERSON;
  if (word == NULL || g_str_equal (word, "person"))
    return TRUE;
  *by = TD_CERTIFICATE_FILES_UNIT;
  if (g_str_equal (word, "unit"))
    return TRUE;
  *code = td_cli_usage (_ ("“%s” is neither person nor unit."), word);
  return FALSE;
}

int
td_cli_certificate_files (TdCliArgs *args)
{
  TdCertificateOptions options;
  TdCertificateFilesBy by;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if ((args->decision <= 0 && args->ceremony <= 0) || args->folder == NULL)
    return td_cli_usage ("%s", _ ("The files need --decision ID or --ceremony ID, and --folder FOLDER."));
  if (!read_each (args->each, &by, &code) || !td_cli_read_certificate_options (args, ids, &options, &code))
    return code;
  job = td_certificate_files_job (args->decision, args->folder, by, args->rule, args->replace, &options);
  code = td_cli_run_job (args, job, FALSE);
  if (code == TD_CLI_DONE)
    g_print ("%" PRId64 "\n", td_job_get_count (job));
  return code;
}
