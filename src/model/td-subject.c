/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-subject.h"

#define VALUE(member) TD_ENTITY_FIELD (TdSubject, member)

/* What has a meaning for some kinds of subject only. */
#define PERSON         .when = "kind", .is = "person"
#define PERSON_OR_HEAD .when = "kind", .is = "person household"
#define COLLECTIVE     .when = "kind", .is = "collective"

static const TdField fields[] = {
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_subject_kind },
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME,
    VALUE (name) },
  { "sort-name", N_ ("Sort as"), TD_FIELD_TEXT, TD_FIELD_SORTED_BEFORE,
    VALUE (sort_name) },
  { "head-name", N_ ("Head of the household"), TD_FIELD_TEXT, TD_FIELD_SEARCHED,
    VALUE (head_name), .when = "kind", .is = "household" },
  { "birth", N_ ("Born"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (birth), PERSON },
  { "sex", N_ ("Sex"), TD_FIELD_CHOICE, 0,
    VALUE (sex), .choices = td_choices_sex, PERSON_OR_HEAD },
  { "citizen-id", N_ ("Citizen id"), TD_FIELD_TEXT, TD_FIELD_SEARCHED | TD_FIELD_PRIVATE,
    VALUE (citizen_id), PERSON_OR_HEAD },
  { "id-kind", N_ ("Kind of id"), TD_FIELD_CHOICE, 0,
    VALUE (id_kind), .choices = td_choices_id_kind, PERSON_OR_HEAD },
  { "nationality", N_ ("Nationality"), TD_FIELD_TEXT, 0,
    VALUE (nationality), PERSON },
  { "address-form", N_ ("Form of address"), TD_FIELD_TEXT, 0,
    VALUE (address_form), PERSON_OR_HEAD },
  { "post", N_ ("Post"), TD_FIELD_TEXT, 0,
    VALUE (post), PERSON },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, 0,
    VALUE (unit_id), .target = "unit" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "unit-id", .source = "name" },
  { "residence", N_ ("Address"), TD_FIELD_TEXT, 0,
    VALUE (residence) },
  { "occupation", N_ ("Occupation"), TD_FIELD_CHOICE, 0,
    VALUE (occupation), .choices = td_choices_occupation, PERSON },
  { "leader-class", N_ ("Leader class"), TD_FIELD_CHOICE, 0,
    VALUE (leader_class), .choices = td_choices_leader_class, PERSON },
  { "party-member", N_ ("Party member"), TD_FIELD_BOOLEAN, 0,
    VALUE (party_member), PERSON },
  { "enterprise", N_ ("Enterprise"), TD_FIELD_BOOLEAN, 0,
    VALUE (enterprise), COLLECTIVE },
  { "size", N_ ("How many people"), TD_FIELD_INTEGER, 0,
    VALUE (size), COLLECTIVE },
  { "note", N_ ("Note"), TD_FIELD_LONG_TEXT, 0,
    VALUE (note) },
  { "merged-into-id", N_ ("Merged into"), TD_FIELD_REFERENCE, TD_FIELD_FIXED | TD_FIELD_HIDDEN | TD_FIELD_RETIRES | TD_FIELD_STAYS,
    VALUE (merged_into_id), .target = "subject" },
};

TD_DEFINE_ENTITY (TdSubject, td_subject, "subject", N_ ("Subject"), fields)
