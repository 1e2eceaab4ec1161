/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TdSeverity:
 * @TD_SEVERITY_INFO: only tells
 * @TD_SEVERITY_WARNING: a person should look, nothing is stopped
 * @TD_SEVERITY_BLOCK: the step cannot be taken until this is mended
 */
typedef enum
{
  TD_SEVERITY_INFO,
  TD_SEVERITY_WARNING,
  TD_SEVERITY_BLOCK,
} TdSeverity;

/**
 * TdFinding:
 *
 * One result of a check. Findings are data: a list with 300 bad rows is a result, not an error.
 * A finding never changes once made. All strings are owned by it.
 *
 * @rule: id of the rule, such as "allowance-barred"; stable, never translated
 * @severity: how heavy it weighs
 * @text: the sentence a clerk reads, already in the user's language
 * @source: the article or clause that says so, as cited ("Luật TĐKT, Điều 5 khoản 2"), or %NULL
 * @where: what it is about: a row ("dòng 12"), a person, a box of a template, or %NULL
 * @subject_id: the record it is about (a nomination, an award), 0 for none
 * @line: 1-based line or row in a file, 0 for none
 * @part: which part of the record it is about, by a name that is never translated (the box of a template), or %NULL
 * @proposal: what should stand there instead, for a person to agree to, or %NULL
 */
typedef struct
{
  char *rule;
  TdSeverity severity;
  char *text;
  char *source;
  char *where;
  gint64 subject_id;
  guint line;
  char *part;
  char *proposal;
} TdFinding;

#define TD_TYPE_FINDING (td_finding_get_type ())
GType td_finding_get_type (void);

TdFinding *td_finding_new (const char *rule, TdSeverity severity, const char *format, ...) G_GNUC_PRINTF (3, 4);
TdFinding *td_finding_copy (const TdFinding *finding);
void td_finding_free (TdFinding *finding);
TdFinding *td_finding_with_source (TdFinding *finding, const char *source);
TdFinding *td_finding_at (TdFinding *finding, const char *where, gint64 subject_id, guint line);
TdFinding *td_finding_with_part (TdFinding *finding, const char *part, const char *proposal);

GPtrArray *td_findings_new (void);
gboolean td_findings_block (GPtrArray *findings);
const char *td_severity_to_nick (TdSeverity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFinding, td_finding_free)

G_END_DECLS
