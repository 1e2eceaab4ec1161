/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-preflight"

#include "config.h"

#include <glib/gi18n.h>

#include "td-cli.h"
#include "td-entity-text.h"
#include "td-preflight-mend.h"

/* certificate preflight: one list before anything is printed, and who lets pass what stays. */

static int
sign_off (TdCliArgs *args, TdStore *store, TdPreflight *preflight)
{
  g_autoptr (TdJob) job = td_preflight_sign_off_job (preflight, args->sign_off, args->note);
  g_autoptr (GError) error = NULL;

  if (!td_job_run (job, store, NULL, &error))
    return td_cli_finish (job, FALSE, error);
  g_printerr (ngettext ("%u finding is let pass.\n", "%u findings are let pass.\n", td_job_get_count (job)), (guint) td_job_get_count (job));
  return preflight->n_stopping > preflight->open->len ? TD_CLI_REFUSED : TD_CLI_DONE;
}

/* Each finding with what mends it. */
static void
print_json (const TdPreflight *preflight)
{
  g_print ("[");
  for (guint i = 0; i < preflight->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (preflight->findings, i);
      const TdMending *mending = g_ptr_array_index (preflight->mendings, i);
      JsonObject *object = td_finding_to_json (finding);
      g_autofree char *text = NULL;

      if (mending != NULL)
        json_object_set_string_member (object, "mending", td_mending_kind_to_nick (mending->kind));
      else
        json_object_set_null_member (object, "mending");
      if (mending != NULL && finding->proposal != NULL)
        json_object_set_string_member (object, "proposal", finding->proposal);
      else
        json_object_set_null_member (object, "proposal");
      text = td_json_object_to_text (object, FALSE);
      g_print ("%s\n %s", i > 0 ? "," : "", text);
    }
  g_print ("%s]\n", preflight->findings->len > 0 ? "\n" : "");
}

static int
look (TdCliArgs *args, TdStore *store, TdJob *job)
{
  g_autoptr (GError) error = NULL;
  TdPreflight *preflight;

  if (!td_job_run (job, store, NULL, &error))
    return td_cli_finish (job, FALSE, error);
  preflight = td_job_get_object (job);
  if (args->json)
    print_json (preflight);
  else
    td_cli_print_findings (preflight->findings);
  if (args->sign_off != NULL)
    return sign_off (args, store, preflight);
  if (preflight->n_stopping > 0)
    g_printerr (ngettext ("%u finding is neither mended nor let pass.\n", "%u findings are neither mended nor let pass.\n", preflight->n_stopping), preflight->n_stopping);
  return preflight->n_stopping > 0 ? TD_CLI_REFUSED : TD_CLI_DONE;
}

int
td_cli_certificate_preflight (TdCliArgs *args)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TdCertificateOptions options;
  g_autoptr (TdJob) job = NULL;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_USAGE;

  if (args->decision <= 0 && args->ceremony <= 0)
    return td_cli_usage ("%s", _ ("Which certificates? --decision ID or --ceremony ID is missing."));
  if (!td_cli_read_certificate_options (args, ids, &options, &code))
    return code;
  store = td_cli_open (args, args->sign_off != NULL ? TD_STORE_WRITE : TD_STORE_READ, &code);
  if (store == NULL)
    return code;
  job = td_preflight_job (args->decision, &options);
  code = look (args, store, job);
  td_store_close (store);
  return code;
}
