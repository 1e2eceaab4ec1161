/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-nomination-rules"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-citizen-rules.h"
#include "td-date.h"
#include "td-nomination-rules.h"
#include "td-plan-life.h"

/* The checks of a nomination. Each rule is one function: the case in, findings out. */

static void
add (GPtrArray *findings, const TdNominationCase *c, const char *source, TdFinding *finding)
{
  td_finding_at (finding, c->subject->name, td_entity_get_id (TD_ENTITY (c->nomination)), 0);
  g_ptr_array_add (findings, td_finding_with_source (finding, source));
}

static gboolean
allowance_applies (const TdNominationCase *c, const TdAllowance *allowance)
{
  return td_award_form_covers (allowance->award_form, c->nomination->award_form) && (allowance->giver_level == NULL || c->giver == NULL || g_strcmp0 (allowance->giver_level, c->giver->level) == 0);
}

/* The document that says so in place of the plan itself. */
static TdPlanChange *
source_of (const TdNominationCase *c, const TdAllowance *allowance)
{
  return c->sources != NULL && allowance != NULL ? g_hash_table_lookup (c->sources, allowance) : NULL;
}

static char *
clause_of (const TdNominationCase *c, const TdAllowance *allowance)
{
  TdPlanChange *change = source_of (c, allowance);
  const char *plan = c->plan != NULL && c->plan->number != NULL ? c->plan->number
                     : c->plan != NULL                          ? c->plan->title
                                                                : "";

  if (change != NULL)
    {
      g_autofree char *name = td_plan_change_dup_name (change);

      return g_strconcat (name, ", ", plan, NULL);
    }
  if (allowance == NULL || allowance->clause_path == NULL)
    return g_strdup (plan);
  /* Translators: clause of a plan, then the plan's number or title */
  return g_strdup_printf (_ ("clause %s, %s"), allowance->clause_path, plan);
}

static TdFinding *
tell_bar (const TdNominationCase *c, const TdAllowance *allowance, const char *clause)
{
  const char *form = c->nomination->award_form;
  const char *kind = td_choice_get_label (td_choices_commendation_kind, allowance->kind);

  if (g_strcmp0 (allowance->rule, "only") == 0)
    return allowance->reason != NULL ? td_finding_new ("allowance-barred", TD_SEVERITY_BLOCK,
                                                       /* Translators: award form, kind of commendation, words of the plan, clause */
                                                       _ ("The plan gives “%s” only for “%s”: “%s” (%s)."), form, kind, allowance->reason, clause)
                                     : td_finding_new ("allowance-barred", TD_SEVERITY_BLOCK,
                                                       /* Translators: award form, kind of commendation, document */
                                                       _ ("The plan gives “%s” only for “%s” (%s)."), form, kind, clause);
  return allowance->reason != NULL ? td_finding_new ("allowance-barred", TD_SEVERITY_BLOCK, _ ("The plan does not give “%s”: “%s” (%s)."), form, allowance->reason, clause)
                                   : td_finding_new ("allowance-barred", TD_SEVERITY_BLOCK, _ ("The plan does not give “%s” (%s)."), form, clause);
}

static void
check_plan_bars (const TdNominationCase *c, const TdAllowance *allowance, GPtrArray *findings)
{
  g_autofree char *clause = clause_of (c, allowance);

  if (g_strcmp0 (allowance->rule, "barred") == 0 || (g_strcmp0 (allowance->rule, "only") == 0 && g_strcmp0 (allowance->kind, c->nomination->kind) != 0))
    add (findings, c, clause, tell_bar (c, allowance, clause));
}

/* The plan allows this form from this giver. What a later document says is heard before the plan, the last one first. A
 * plan that lists no forms leaves them to the law. */
static void
check_allowance (const TdNominationCase *c, GPtrArray *findings)
{
  const TdAllowance *later = NULL;
  const TdAllowance *named = NULL;
  const TdAllowance *open = NULL;

  if (c->nomination->award_form == NULL)
    return; /* check_form() says so */
  for (guint i = 0; i < c->allowances->len; i++)
    {
      const TdAllowance *allowance = g_ptr_array_index (c->allowances, i);

      if (!allowance_applies (c, allowance))
        continue;
      if (source_of (c, allowance) != NULL)
        later = allowance;
      else if (allowance->giver_level != NULL && (named == NULL || g_strcmp0 (named->rule, "allowed") == 0))
        named = allowance;
      else if (allowance->giver_level == NULL)
        open = allowance;
    }
  if (later != NULL)
    named = later;
  if (named == NULL)
    named = open;
  if (named != NULL)
    check_plan_bars (c, named, findings);
  else if (c->allowances->len > 0 && !c->open_list)
    {
      const TdAllowance *first = g_ptr_array_index (c->allowances, 0);
      g_autofree char *clause = clause_of (c, first);

      add (findings, c, clause,
           td_finding_new ("allowance-missing", TD_SEVERITY_BLOCK, _ ("The plan does not name “%s” from “%s” among its award forms (%s)."),
                           c->nomination->award_form, c->giver != NULL ? c->giver->name : "", clause));
    }
}

/* The form exists, this giver may give it, and the kind of subject fits: Luật Điều 5 khoản 2. */
static void
check_form (const TdNominationCase *c, GPtrArray *findings)
{
  const TdAwardForm *form = td_catalogue_find_form (c->catalogue, c->nomination->award_form, c->giver != NULL ? c->giver->level : NULL);

  if (c->giver == NULL)
    add (findings, c, NULL, td_finding_new ("giver-missing", TD_SEVERITY_BLOCK, _ ("Who gives the award is not known.")));
  if (form == NULL && td_catalogue_find_form (c->catalogue, c->nomination->award_form, NULL) == NULL)
    add (findings, c, NULL,
         td_finding_new ("form-unknown", TD_SEVERITY_BLOCK, _ ("“%s” is not in the catalogue of award forms."),
                         c->nomination->award_form != NULL ? c->nomination->award_form : ""));
  else if (form == NULL)
    add (findings, c, "Luật Thi đua, khen thưởng, Điều 79, Điều 80",
         td_finding_new ("form-giver", TD_SEVERITY_BLOCK, _ ("“%s” cannot be given by “%s”."), c->nomination->award_form, c->giver->name));
  else if (!td_award_form_admits (form, c->subject->kind))
    add (findings, c, *form->article != '\0' ? form->article : "Luật Thi đua, khen thưởng, Điều 5 khoản 2",
         td_finding_new ("form-subject", TD_SEVERITY_BLOCK, _ ("“%s” is not given to a subject of the kind “%s”."),
                         form->name, td_choice_get_label (td_choices_subject_kind, c->subject->kind)));
}

static void
check_wording (const TdNominationCase *c, GPtrArray *findings)
{
  if (c->nomination->achievement == NULL)
    add (findings, c, "Luật Thi đua, khen thưởng, Điều 5 khoản 2",
         td_finding_new ("wording-empty", TD_SEVERITY_BLOCK, _ ("There is no wording for the certificate.")));
}

/* "Thành tích từ … đến …" is asked for by the kind công trạng, not by đột xuất and phong trào. */
static void
check_period (const TdNominationCase *c, GPtrArray *findings)
{
  const TdNomination *n = c->nomination;

  if (g_strcmp0 (n->kind, "merit") == 0 && (n->period_from == NULL || n->period_to == NULL))
    add (findings, c, "NĐ 98/2023/NĐ-CP, Điều 30 khoản 9",
         td_finding_new ("period-missing", TD_SEVERITY_BLOCK, _ ("An award for merit needs the period of the achievement: from … until ….")));
  else if (n->period_from != NULL && n->period_to != NULL && !td_date_ranges_overlap (n->period_from, n->period_to, NULL, NULL))
    add (findings, c, NULL, td_finding_new ("period-order", TD_SEVERITY_BLOCK, _ ("The achievement ends before it begins.")));
}

/* One achievement is not rewarded twice: the same form in one plan blocks when periods overlap. */
static void
check_repeated (const TdNominationCase *c, GPtrArray *findings)
{
  const TdNomination *n = c->nomination;

  for (guint i = 0; i < c->others->len; i++)
    {
      TdNomination *other = g_ptr_array_index (c->others, i);

      if (other == n || (td_entity_get_id (TD_ENTITY (c->nomination)) != 0 && td_entity_get_id (TD_ENTITY (other)) == td_entity_get_id (TD_ENTITY (c->nomination))) || g_strcmp0 (other->award_form, n->award_form) != 0 || other->giver_id != n->giver_id || !td_date_ranges_overlap (n->period_from, n->period_to, other->period_from, other->period_to))
        continue;
      add (findings, c, "Luật Thi đua, khen thưởng, Điều 5 khoản 2",
           td_finding_new ("nomination-repeated", TD_SEVERITY_BLOCK,
                           _ ("“%s” is proposed for “%s” in this plan already, for an overlapping period."), c->subject->name, n->award_form));
      return;
    }
}

static const char *
name_earlier (const TdNominationCase *c, gint64 plan_id)
{
  for (guint i = 0; i < c->allowances->len; i++)
    {
      const TdAllowance *allowance = g_ptr_array_index (c->allowances, i);

      if (allowance->earlier_plan_id == plan_id)
        return allowance->earlier_number != NULL ? allowance->earlier_number : allowance->earlier_title;
    }
  return NULL;
}

/* What was rewarded in a movement is not rewarded again in the one that goes on with it. Whether it is the same
 * achievement a person judges. */
static void
check_earlier (const TdNominationCase *c, GPtrArray *findings)
{
  for (guint i = 0; c->earlier != NULL && i < c->earlier->len; i++)
    {
      const TdNomination *given = g_ptr_array_index (c->earlier, i);
      const char *name = name_earlier (c, given->plan_id);

      if (name != NULL)
        add (findings, c, "Luật Thi đua, khen thưởng, Điều 5 khoản 2",
             td_finding_new ("rewarded-earlier", TD_SEVERITY_WARNING,
                             /* Translators: a name, an award form, the number of a plan */
                             _ ("“%s” was given “%s” in the movement %s; one achievement is not rewarded twice."), c->subject->name, given->award_form, name));
    }
}

/* "Nghị quyết 1660/NQ-UBTVQH15 of Ủy ban Thường vụ Quốc hội": what ended the unit. */
static char *
document_of (const TdUnitActPart *end)
{
  if (end->act_document == NULL)
    return g_strdup (_ ("a document that is not entered"));
  if (end->act_issuer == NULL)
    return g_strdup (end->act_document);
  /* Translators: number of a document, then who issued it */
  return g_strdup_printf (_ ("%s of %s"), end->act_document, end->act_issuer);
}

/* When the unit ended, by which act, and who has its work now. */
static char *
tell_end (const TdNominationCase *c)
{
  g_autofree char *last = td_date_to_display (c->unit->valid_to);
  g_autofree char *document = c->unit_end != NULL ? document_of (c->unit_end) : NULL;

  if (document == NULL)
    return g_strdup_printf (_ ("The unit “%s” ended on %s."), c->unit->name, last);
  if (c->unit_heirs == NULL || *c->unit_heirs == '\0')
    return g_strdup_printf (_ ("The unit “%s” ended on %s by %s."), c->unit->name, last, document);
  if (g_strcmp0 (c->unit_end->act_kind, "split") == 0)
    /* Translators: a unit, its last day, a document, the units it became */
    return g_strdup_printf (_ ("The unit “%s” ended on %s; by %s it was split into “%s”."), c->unit->name, last, document, c->unit_heirs);
  /* Translators: a unit, its last day, a document, the unit it became part of */
  return g_strdup_printf (_ ("The unit “%s” ended on %s; by %s it was merged into “%s”."), c->unit->name, last, document, c->unit_heirs);
}

/* A dissolved unit is not awarded (TT 15/2025/TT-BNV); its people stay eligible. */
static void
check_unit (const TdNominationCase *c, GPtrArray *findings)
{
  gboolean collective = g_strcmp0 (c->subject->kind, "collective") == 0;
  g_autofree char *end = NULL;

  if (c->unit == NULL)
    {
      add (findings, c, NULL, td_finding_new ("unit-missing", TD_SEVERITY_BLOCK, _ ("The unit is not known.")));
      return;
    }
  if (td_date_ranges_overlap (c->today, c->today, NULL, c->unit->valid_to))
    return;
  end = tell_end (c);
  add (findings, c, "TT 15/2025/TT-BNV",
       td_finding_new ("unit-ended", collective ? TD_SEVERITY_BLOCK : TD_SEVERITY_WARNING, "%s %s", end,
                       collective ? _ ("A dissolved unit is not awarded.") : _ ("Its people stay eligible.")));
}

#define PRINCIPLES "NĐ 152/2025/NĐ-CP, nguyên tắc khen thưởng"

/* Nobody is considered while something about him is being verified. */
static void
check_verification (const TdNominationCase *c, GPtrArray *findings)
{
  for (guint i = 0; c->verifications != NULL && i < c->verifications->len; i++)
    {
      const TdVerification *verification = g_ptr_array_index (c->verifications, i);
      g_autofree char *since = td_date_to_display (verification->since);

      if (!td_date_ranges_overlap (c->today, c->today, verification->since, verification->until))
        continue;
      add (findings, c, PRINCIPLES,
           td_finding_new ("verification", TD_SEVERITY_BLOCK,
                           /* Translators: a name, a date, who or what document says so */
                           _ ("“%s” is under verification since %s: %s."), c->subject->name, since,
                           verification->source != NULL ? verification->source : _ ("the source is not entered")));
    }
}

/* Nobody is considered while a disciplinary measure lasts; afterwards achievement counts from its
 * end. */
static void
check_discipline (const TdNominationCase *c, GPtrArray *findings)
{
  const TdNomination *n = c->nomination;

  for (guint i = 0; c->disciplines != NULL && i < c->disciplines->len; i++)
    {
      const TdDiscipline *discipline = g_ptr_array_index (c->disciplines, i);
      const char *form = td_choice_get_label (td_choices_discipline_form, discipline->form);
      g_autofree char *end = discipline->to_date != NULL ? td_date_to_display (discipline->to_date) : NULL;

      if (td_date_ranges_overlap (c->today, c->today, discipline->from_date, discipline->to_date))
        add (findings, c, PRINCIPLES,
             end != NULL ? td_finding_new ("discipline", TD_SEVERITY_BLOCK,
                                           /* Translators: a name, the form of the measure, a date */
                                           _ ("“%s” is under a disciplinary measure (%s) until %s."), c->subject->name, form, end)
                         : td_finding_new ("discipline", TD_SEVERITY_BLOCK, _ ("“%s” is under a disciplinary measure (%s)."), c->subject->name, form));
      else if (end != NULL && n->period_from != NULL && td_date_ranges_overlap (n->period_from, NULL, NULL, discipline->to_date) && !g_str_equal (n->period_from, discipline->to_date))
        add (findings, c, PRINCIPLES,
             td_finding_new ("discipline-period", TD_SEVERITY_BLOCK,
                             _ ("The achievement begins before the end of a disciplinary measure (%s) on %s; it counts from then on."), form, end));
    }
}

/* Ông or Bà is never guessed from a name. */
static void
check_address (const TdNominationCase *c, GPtrArray *findings)
{
  if (g_strcmp0 (c->subject->kind, "person") == 0 && c->subject->sex == NULL && c->subject->address_form == NULL)
    add (findings, c, NULL,
         td_finding_new ("sex-missing", TD_SEVERITY_WARNING, _ ("The sex is not entered, so the certificate cannot say Ông or Bà.")));
}

/* What is wrong with the number of a person. That it is missing is for the dossier to say: a list by name is a list. */
static void
check_citizen_id (const TdNominationCase *c, GPtrArray *findings)
{
  g_autoptr (GPtrArray) found = NULL;

  if (g_strcmp0 (c->subject->kind, "person") != 0 || c->subject->citizen_id == NULL)
    return;
  found = td_citizen_rules_check (c->subject->citizen_id, c->subject->birth, c->subject->sex);
  while (found->len > 0)
    {
      TdFinding *finding = g_ptr_array_steal_index (found, 0);
      g_autofree char *source = g_strdup (finding->source);

      add (findings, c, source, finding);
    }
}

/**
 * td_nomination_rules_check:
 * @the_case: a nomination with what it is judged by
 *
 * Returns: (transfer full) (element-type TdFinding): what was found; empty when all is well
 */
GPtrArray *
td_nomination_rules_check (const TdNominationCase *the_case)
{
  GPtrArray *findings = td_findings_new ();

  check_form (the_case, findings);
  check_allowance (the_case, findings);
  check_wording (the_case, findings);
  check_period (the_case, findings);
  check_repeated (the_case, findings);
  check_earlier (the_case, findings);
  check_unit (the_case, findings);
  check_verification (the_case, findings);
  check_discipline (the_case, findings);
  check_address (the_case, findings);
  check_citizen_id (the_case, findings);
  return findings;
}
