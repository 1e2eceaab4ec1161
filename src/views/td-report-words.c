/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-report-words"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "td-date.h"
#include "td-report-words.h"

static char *
word_day_and_month (const char *day)
{
  g_autofree char *full = td_date_to_display (day);

  return g_strndup (full, strlen (full) == strlen ("20/01/2026") ? strlen ("20/01") : strlen (full));
}

/**
 * td_report_words_cell:
 * @line: a report
 *
 * Returns: (transfer full): how it stands, short: "Received 02/01", "3 days late"
 */
char *
td_report_words_cell (TdReportLine *line)
{
  gboolean reminded = td_report_line_is_reminded (line);

  if (line->report != NULL && line->report->received_on != NULL)
    {
      g_autofree char *day = word_day_and_month (line->report->received_on);

      /* Translators: a day and month */
      return line->days > 0 ? g_strdup_printf (_ ("Received late %s"), day) : g_strdup_printf (_ ("Received %s"), day);
    }
  if (!td_report_line_is_late (line))
    return g_strdup (reminded ? _ ("Reminded") : _ ("Not due yet"));
  return g_strdup_printf (reminded ? ngettext ("%u day late, reminded", "%u days late, reminded", (guint) line->days) : ngettext ("%u day late", "%u days late", (guint) line->days), (guint) line->days);
}

/**
 * td_report_words_icon:
 * @line: a report
 *
 * Returns: the icon of how it stands
 */
const char *
td_report_words_icon (TdReportLine *line)
{
  if (line->report != NULL && line->report->received_on != NULL)
    return "emblem-ok-symbolic";
  if (td_report_line_is_reminded (line))
    return "mail-unread-symbolic";
  return td_report_line_is_late (line) ? "dialog-warning-symbolic" : "content-loading-symbolic";
}

/**
 * td_report_words_due:
 * @deadline: what is due
 *
 * Returns: (transfer full): by when, or what it waits for
 */
char *
td_report_words_due (TdDeadline *deadline)
{
  if (deadline->due_date != NULL)
    return td_date_to_display (deadline->due_date);
  if (deadline->event_name != NULL)
    return g_strdup (deadline->event_name);
  return g_strdup (deadline->due_text != NULL ? deadline->due_text : _ ("no day"));
}

/**
 * td_report_words_plan:
 * @plan: a plan
 *
 * Returns: (transfer full): what it is called where there is little room
 */
char *
td_report_words_plan (TdPlan *plan)
{
  if (plan->number != NULL && *plan->number != '\0')
    return g_strdup (plan->number);
  return g_strdup (plan->short_name != NULL && *plan->short_name != '\0' ? plan->short_name : plan->title);
}

/**
 * td_report_words_full:
 * @line: a report
 * @name: whose it is
 *
 * Returns: (transfer full): everything of it in one line
 */
char *
td_report_words_full (TdReportLine *line, const char *name)
{
  g_autofree char *cell = td_report_words_cell (line);
  g_autofree char *due = td_report_words_due (line->deadline);
  g_autofree char *plan = td_report_words_plan (line->plan);
  GString *text = g_string_new (name);

  g_string_append_printf (text, " · %s · ", cell);
  /* Translators: a date, or an event */
  g_string_append_printf (text, _ ("due %s"), due);
  if (line->report != NULL && line->report->number != NULL && *line->report->number != '\0' && line->report->received_on != NULL)
    g_string_append_printf (text, " · %s", line->report->number);
  if (line->report != NULL && line->report->received_on != NULL && line->report->file_name != NULL)
    g_string_append_printf (text, " · %s", line->report->file_name);
  if (td_report_line_is_reminded (line))
    {
      g_autofree char *day = td_date_to_display (line->report->reminded_on);

      g_string_append (text, " · ");
      /* Translators: a date, then how many letters there were */
      g_string_append_printf (text, ngettext ("reminded %s (%u letter)", "reminded %s (%u letters)", (guint) line->report->n_reminders), day, (guint) line->report->n_reminders);
    }
  g_string_append_printf (text, " · %s · %s", line->deadline->what, plan);
  return g_string_free (text, FALSE);
}
