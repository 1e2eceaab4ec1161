/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-rules"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-citizen-rules.h"
#include "td-subject-rules.h"

/* What should be known of a subject. Nothing of it blocks: an office has what it has. */

#define FORM_0603 "TT 02/2023/TT-BNV, biểu 0603.N/BNV-TĐKT"

static void
check_person (TdSubject *subject, GPtrArray *findings)
{
  g_autoptr (GPtrArray) citizen = td_citizen_rules_check (subject->citizen_id, subject->birth, subject->sex);

  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&citizen));
  if (subject->birth == NULL)
    g_ptr_array_add (findings, td_finding_new ("birth-missing", TD_SEVERITY_INFO, _ ("The birth is not entered.")));
  if (subject->sex == NULL && subject->address_form == NULL)
    g_ptr_array_add (findings, td_finding_new ("sex-missing", TD_SEVERITY_WARNING,
                                               _ ("The sex is not entered, so the certificate cannot say Ông or Bà.")));
  if (subject->leader_class == NULL)
    g_ptr_array_add (findings, td_finding_with_source (td_finding_new ("leader-class-missing", TD_SEVERITY_INFO,
                                                                       _ ("The leader class is not entered; the yearly report counts by it.")),
                                                       FORM_0603));
}

/**
 * td_subject_rules_check:
 * @subject: a person, collective or household
 *
 * Returns: (transfer full) (element-type TdFinding): what is missing or does not fit together,
 *   never a block
 */
GPtrArray *
td_subject_rules_check (TdSubject *subject)
{
  GPtrArray *findings = td_findings_new ();

  if (g_strcmp0 (subject->kind, "person") == 0)
    check_person (subject, findings);
  else if (g_strcmp0 (subject->kind, "household") == 0 && subject->residence == NULL)
    g_ptr_array_add (findings, td_finding_new ("residence-missing", TD_SEVERITY_WARNING, _ ("The address of the household is not entered.")));
  if (subject->unit_id == 0 && g_strcmp0 (subject->kind, "household") != 0)
    g_ptr_array_add (findings, td_finding_new ("unit-missing", TD_SEVERITY_INFO, _ ("The unit is not known.")));
  for (guint i = 0; i < findings->len; i++)
    td_finding_at (g_ptr_array_index (findings, i), subject->name, td_entity_get_id (TD_ENTITY (subject)), 0);
  return findings;
}
