/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-citizen-rules"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-citizen-rules.h"
#include "td-date.h"
#include "td-province-codes.h"

/* The checks of the number that identifies a person. None of them blocks: a card can be misread, a birth
 * certificate corrected. No sentence quotes the number. */

#define SOURCE "NĐ 137/2015/NĐ-CP, Điều 13; TT 07/2016/TT-BCA"

/* Numbers of those whose birth was registered abroad begin with a country. */
#define FIRST_COUNTRY 100

static gboolean
province_fits (const TdCitizenId *id)
{
  return id->province >= FIRST_COUNTRY || td_province_codes_find (id->province) != NULL;
}

static gboolean
birth_fits (const TdCitizenId *id, const char *birth)
{
  return birth == NULL || !td_date_is_valid (birth) || td_date_get_year (birth) == id->year;
}

static gboolean
sex_fits (const TdCitizenId *id, const char *sex)
{
  return sex == NULL || g_str_equal (sex, id->sex);
}

static void
add (GPtrArray *findings, TdFinding *finding)
{
  g_ptr_array_add (findings, td_finding_with_source (finding, SOURCE));
}

static void
check_cccd (const TdCitizenId *id, const char *birth, const char *sex, GPtrArray *findings)
{
  if (!province_fits (id))
    add (findings, td_finding_new ("citizen-id-province", TD_SEVERITY_WARNING,
                                   _ ("The citizen id begins with %03u, which is the code of no province."), id->province));
  if (!birth_fits (id, birth))
    add (findings, td_finding_new ("citizen-id-birth", TD_SEVERITY_WARNING,
                                   /* Translators: two years of birth */
                                   _ ("The citizen id is of someone born in %d, the birth entered is of %d."), id->year, td_date_get_year (birth)));
  if (!sex_fits (id, sex))
    add (findings, td_finding_new ("citizen-id-sex", TD_SEVERITY_WARNING,
                                   g_str_equal (id->sex, "male") ? _ ("The citizen id is of a man, the sex entered is female.")
                                                                 : _ ("The citizen id is of a woman, the sex entered is male.")));
}

static void
check_form (const TdCitizenId *id, GPtrArray *findings)
{
  if (id->kind == TD_CITIZEN_ID_MISSING)
    g_ptr_array_add (findings, td_finding_new ("citizen-id-missing", TD_SEVERITY_INFO, _ ("The citizen id is not entered.")));
  else if (id->kind == TD_CITIZEN_ID_UNKNOWN)
    g_ptr_array_add (findings, td_finding_new ("citizen-id-wrong", TD_SEVERITY_WARNING,
                                               ngettext ("The citizen id with %u digit is none: a CCCD has 12, a CMND 9, a passport a letter and 7 or 8.",
                                                         "The citizen id with %u digits is none: a CCCD has 12, a CMND 9, a passport a letter and 7 or 8.",
                                                         id->n_digits),
                                               id->n_digits));
  else if (id->n_zeros_lost > 0)
    g_ptr_array_add (findings, td_finding_new ("citizen-id-zero-lost", TD_SEVERITY_WARNING,
                                               ngettext ("The citizen id has only %u digit: the spreadsheet seems to have dropped a zero in front.",
                                                         "The citizen id has only %u digits: the spreadsheet seems to have dropped a zero in front.",
                                                         id->n_digits),
                                               id->n_digits));
}

/**
 * td_citizen_rules_check:
 * @citizen_id: (nullable): as written
 * @birth: (nullable): ISO, as exact as known
 * @sex: (nullable): "male" or "female"
 *
 * Judges the number of a person by itself and against birth and sex. One that lost its zeros is judged with
 * them put back.
 *
 * Returns: (transfer full) (element-type TdFinding): what was found, never a block
 */
GPtrArray *
td_citizen_rules_check (const char *citizen_id, const char *birth, const char *sex)
{
  GPtrArray *findings = td_findings_new ();
  TdCitizenId id;

  td_citizen_id_parse (citizen_id, &id);
  check_form (&id, findings);
  if (id.kind == TD_CITIZEN_ID_CCCD)
    check_cccd (&id, birth, sex, findings);
  return findings;
}

/**
 * td_citizen_rules_agree:
 * @id: a number
 * @birth: (nullable): ISO
 * @sex: (nullable): "male" or "female"
 *
 * Tells whether nothing speaks against a number: what makes zeros that were put back believable.
 *
 * Returns: whether it is of a known kind, and the province, birth and sex of a CCCD agree
 */
gboolean
td_citizen_rules_agree (const TdCitizenId *id, const char *birth, const char *sex)
{
  if (id->kind == TD_CITIZEN_ID_CCCD)
    return province_fits (id) && birth_fits (id, birth) && sex_fits (id, sex);
  return id->kind == TD_CITIZEN_ID_CMND || id->kind == TD_CITIZEN_ID_PASSPORT;
}
