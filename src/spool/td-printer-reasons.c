/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-printer-reasons"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-finding.h"
#include "td-printer-private.h"

/* What printers say of themselves, in plain words. The keywords are those of RFC 8011, 5.4.12, PWG 5100.9 and
 * CUPS; a printer ends them with -error, -warning or -report when it says how heavy they weigh. */

typedef struct
{
  const char *keyword;
  TdSeverity severity; /* when the printer does not say */
  const char *text;
} Reason;

static const Reason reasons[] = {
  { "connecting-to-device", TD_SEVERITY_INFO, N_ ("The printer is being connected to.") },
  { "cover-open", TD_SEVERITY_BLOCK, N_ ("A cover of the printer is open.") },
  { "cups-insecure-filter", TD_SEVERITY_BLOCK, N_ ("The printer's driver is not installed safely.") },
  { "cups-missing-filter", TD_SEVERITY_BLOCK, N_ ("A part of the printer's driver is not installed.") },
  { "deactivated", TD_SEVERITY_BLOCK, N_ ("The printer is taken out of service.") },
  { "developer-empty", TD_SEVERITY_BLOCK, N_ ("The printer's developer is used up.") },
  { "developer-low", TD_SEVERITY_WARNING, N_ ("The printer's developer is nearly used up.") },
  { "door-open", TD_SEVERITY_BLOCK, N_ ("A door of the printer is open.") },
  { "fuser-over-temp", TD_SEVERITY_BLOCK, N_ ("The printer's fuser is too hot.") },
  { "fuser-under-temp", TD_SEVERITY_WARNING, N_ ("The printer's fuser is not warm yet.") },
  { "hold-new-jobs", TD_SEVERITY_WARNING, N_ ("The printer holds new jobs until it is told to go on.") },
  { "input-tray-missing", TD_SEVERITY_BLOCK, N_ ("A paper tray is missing.") },
  { "interlock-open", TD_SEVERITY_BLOCK, N_ ("A safety catch of the printer is open.") },
  { "marker-supply-empty", TD_SEVERITY_BLOCK, N_ ("Toner or ink is used up.") },
  { "marker-supply-low", TD_SEVERITY_WARNING, N_ ("Toner or ink is nearly used up.") },
  { "marker-waste-almost-full", TD_SEVERITY_WARNING, N_ ("The container for waste toner is nearly full.") },
  { "marker-waste-full", TD_SEVERITY_BLOCK, N_ ("The container for waste toner is full.") },
  { "media-empty", TD_SEVERITY_BLOCK, N_ ("The printer is out of paper.") },
  { "media-jam", TD_SEVERITY_BLOCK, N_ ("Paper is jammed in the printer.") },
  { "media-low", TD_SEVERITY_WARNING, N_ ("The printer is nearly out of paper.") },
  { "media-needed", TD_SEVERITY_BLOCK, N_ ("The printer waits for paper of the size asked for.") },
  { "moving-to-paused", TD_SEVERITY_BLOCK, N_ ("The printer is being paused.") },
  { "offline", TD_SEVERITY_BLOCK, N_ ("The printer is switched off or not connected.") },
  { "opc-life-over", TD_SEVERITY_BLOCK, N_ ("The printer's drum is worn out.") },
  { "opc-near-eol", TD_SEVERITY_WARNING, N_ ("The printer's drum is nearly worn out.") },
  { "other", TD_SEVERITY_WARNING, N_ ("The printer reports something it has no word for.") },
  { "output-area-almost-full", TD_SEVERITY_WARNING, N_ ("The output tray is nearly full.") },
  { "output-area-full", TD_SEVERITY_BLOCK, N_ ("The output tray is full.") },
  { "output-tray-missing", TD_SEVERITY_BLOCK, N_ ("The output tray is missing.") },
  { "paused", TD_SEVERITY_BLOCK, N_ ("The printer is paused.") },
  { "shutdown", TD_SEVERITY_BLOCK, N_ ("The printer is switched off.") },
  { "spool-area-full", TD_SEVERITY_BLOCK, N_ ("There is no room left for print jobs.") },
  { "stopped-partly", TD_SEVERITY_WARNING, N_ ("A part of the printer has stopped.") },
  { "stopping", TD_SEVERITY_BLOCK, N_ ("The printer is stopping.") },
  { "timed-out", TD_SEVERITY_BLOCK, N_ ("The printer does not answer.") },
  { "toner-empty", TD_SEVERITY_BLOCK, N_ ("The toner is used up.") },
  { "toner-low", TD_SEVERITY_WARNING, N_ ("The toner is nearly used up.") },
};

/* What ends a keyword, and how heavy it makes it. */
static const struct
{
  const char *ending;
  TdSeverity severity;
} endings[] = {
  { "-error", TD_SEVERITY_BLOCK },
  { "-warning", TD_SEVERITY_WARNING },
  { "-report", TD_SEVERITY_INFO },
};

static const Reason *
find_reason (const char *keyword)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reasons[i].keyword, keyword))
      return &reasons[i];
  return NULL;
}

/* Cuts the ending off. */
static gboolean
cut_severity (char *keyword, TdSeverity *severity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (keyword, endings[i].ending))
      {
        keyword[strlen (keyword) - strlen (endings[i].ending)] = '\0';
        *severity = endings[i].severity;
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_finding (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const TdFinding *) g_ptr_array_index (findings, i))->rule, rule))
      return TRUE;
  return FALSE;
}

/*
 * td_printer_add_reasons:
 * @findings: (element-type TdFinding): gets one more for each reason
 * @words: (array zero-terminated=1): printer-state-reasons
 */
void
td_printer_add_reasons (GPtrArray *findings, char **words)
{
  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *keyword = g_strdup (*word);
      g_autofree char *rule = NULL;
      TdSeverity severity = TD_SEVERITY_WARNING;
      gboolean told = cut_severity (keyword, &severity);
      const Reason *reason = find_reason (keyword);

      rule = g_strconcat ("printer-", keyword, NULL);
      if (g_str_equal (keyword, "none") || *keyword == '\0' || has_finding (findings, rule))
        continue;
      if (reason != NULL)
        g_ptr_array_add (findings, td_finding_new (rule, told ? severity : reason->severity, "%s", _ (reason->text)));
      else
        g_ptr_array_add (findings, td_finding_new (rule, severity,
                                                   /* Translators: a keyword of the printer, such as "cleaner-life-over" */
                                                   _ ("The printer reports “%s”."), keyword));
    }
}
