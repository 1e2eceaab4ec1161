/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-finding"

#include "config.h"

#include "td-finding.h"

G_DEFINE_BOXED_TYPE (TdFinding, td_finding, td_finding_copy, td_finding_free)

/**
 * td_finding_new:
 * @rule: id of the rule
 * @severity: its weight
 * @format: printf format of the sentence, translated by the caller
 *
 * Returns: (transfer full): a finding without source or place
 */
TdFinding *
td_finding_new (const char *rule, TdSeverity severity, const char *format, ...)
{
  TdFinding *finding;
  va_list args;

  g_return_val_if_fail (rule != NULL && format != NULL, NULL);

  finding = g_new0 (TdFinding, 1);
  finding->rule = g_strdup (rule);
  finding->severity = severity;
  va_start (args, format);
  finding->text = g_strdup_vprintf (format, args);
  va_end (args);
  return finding;
}

/**
 * td_finding_copy:
 * @finding: a finding
 *
 * Returns: (transfer full): a deep copy
 */
TdFinding *
td_finding_copy (const TdFinding *finding)
{
  TdFinding *copy = g_new (TdFinding, 1);

  *copy = *finding;
  copy->rule = g_strdup (finding->rule);
  copy->text = g_strdup (finding->text);
  copy->source = g_strdup (finding->source);
  copy->where = g_strdup (finding->where);
  copy->part = g_strdup (finding->part);
  copy->proposal = g_strdup (finding->proposal);
  return copy;
}

/**
 * td_finding_free:
 * @finding: (transfer full): a finding
 */
void
td_finding_free (TdFinding *finding)
{
  g_free (finding->rule);
  g_free (finding->text);
  g_free (finding->source);
  g_free (finding->where);
  g_free (finding->part);
  g_free (finding->proposal);
  g_free (finding);
}

/**
 * td_finding_with_source:
 * @finding: (transfer full): a finding
 * @source: (nullable): the article or clause that says so
 *
 * Returns: (transfer full): the same finding
 */
TdFinding *
td_finding_with_source (TdFinding *finding, const char *source)
{
  g_free (finding->source);
  finding->source = g_strdup (source);
  return finding;
}

/**
 * td_finding_at:
 * @finding: (transfer full): a finding
 * @where: (nullable): what it is about, as a clerk would say it
 * @subject_id: the record it is about, or 0
 * @line: 1-based line in a file, or 0
 *
 * Returns: (transfer full): the same finding
 */
TdFinding *
td_finding_at (TdFinding *finding, const char *where, gint64 subject_id, guint line)
{
  g_free (finding->where);
  finding->where = g_strdup (where);
  finding->subject_id = subject_id;
  finding->line = line;
  return finding;
}

/**
 * td_finding_with_part:
 * @finding: (transfer full): a finding
 * @part: (nullable): which part of the record it is about, never translated
 * @proposal: (nullable): what should stand there instead
 *
 * Returns: (transfer full): the same finding
 */
TdFinding *
td_finding_with_part (TdFinding *finding, const char *part, const char *proposal)
{
  g_free (finding->part);
  g_free (finding->proposal);
  finding->part = g_strdup (part);
  finding->proposal = g_strdup (proposal);
  return finding;
}

/**
 * td_findings_new:
 *
 * Returns: (transfer full) (element-type TdFinding): an empty list that owns its findings
 */
GPtrArray *
td_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) td_finding_free);
}

/**
 * td_findings_block:
 * @findings: (element-type TdFinding): a list
 *
 * Returns: whether one of them blocks
 */
gboolean
td_findings_block (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == TD_SEVERITY_BLOCK)
        return TRUE;
    }
  return FALSE;
}

/**
 * td_severity_to_nick:
 * @severity: a severity
 *
 * Returns: its word in JSON: "info", "warning" or "block"
 */
const char *
td_severity_to_nick (TdSeverity severity)
{
  static const char *const nicks[] = { "info", "warning", "block" };

  return nicks[severity];
}
