/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "td-finding.h"

G_BEGIN_DECLS

/**
 * TdMarkerKind:
 * @TD_MARKER_ARTICLE: “Điều 1.”
 * @TD_MARKER_CAPITAL: “A.”
 * @TD_MARKER_ROMAN: “I.”, also “Phần I”, “Chương I”
 * @TD_MARKER_ARABIC: “1.”, “1)”, “(1)”
 * @TD_MARKER_DECIMAL: “1.1.”
 * @TD_MARKER_LETTER: “a)”
 * @TD_MARKER_DASH: “-” and every other bullet
 * @TD_MARKER_PLUS: “+”
 * @TD_MARKER_TEXT: a paragraph without a mark
 */
typedef enum
{
  TD_MARKER_ARTICLE,
  TD_MARKER_CAPITAL,
  TD_MARKER_ROMAN,
  TD_MARKER_ARABIC,
  TD_MARKER_DECIMAL,
  TD_MARKER_LETTER,
  TD_MARKER_DASH,
  TD_MARKER_PLUS,
  TD_MARKER_TEXT,
} TdMarkerKind;

/**
 * TdPlanForm:
 * @TD_PLAN_FORM_HEADING: has a title, perhaps text behind its colon
 * @TD_PLAN_FORM_ITEM: has a mark and text, no title
 * @TD_PLAN_FORM_PARAGRAPH: plain text
 */
typedef enum
{
  TD_PLAN_FORM_HEADING,
  TD_PLAN_FORM_ITEM,
  TD_PLAN_FORM_PARAGRAPH,
} TdPlanForm;

/**
 * TdPlanPrecision:
 * @TD_PLAN_PRECISION_DAY: the ISO date has a day
 * @TD_PLAN_PRECISION_MONTH: it ends with the month
 * @TD_PLAN_PRECISION_YEAR: it ends with the year
 * @TD_PLAN_PRECISION_EVENT: bound to an event; there is no ISO date
 * @TD_PLAN_PRECISION_OPEN: no end is said ("and the following years")
 */
typedef enum
{
  TD_PLAN_PRECISION_DAY,
  TD_PLAN_PRECISION_MONTH,
  TD_PLAN_PRECISION_YEAR,
  TD_PLAN_PRECISION_EVENT,
  TD_PLAN_PRECISION_OPEN,
} TdPlanPrecision;

/**
 * TdPlanLevel:
 * @TD_PLAN_LEVEL_UNKNOWN: the text does not say who gives
 * @TD_PLAN_LEVEL_STATE: State awards, the Prime Minister's included
 * @TD_PLAN_LEVEL_PROVINCE: provinces, ministries
 * @TD_PLAN_LEVEL_DEPARTMENT: departments, branches
 * @TD_PLAN_LEVEL_COMMUNE: communes and wards
 * @TD_PLAN_LEVEL_UNIT: the head of an agency, enterprise, school
 */
typedef enum
{
  TD_PLAN_LEVEL_UNKNOWN,
  TD_PLAN_LEVEL_STATE,
  TD_PLAN_LEVEL_PROVINCE,
  TD_PLAN_LEVEL_DEPARTMENT,
  TD_PLAN_LEVEL_COMMUNE,
  TD_PLAN_LEVEL_UNIT,
} TdPlanLevel;

/**
 * TdPlanLines:
 *
 * First and last line of the text as given, 1-based; 0, 0 when there are none.
 */
typedef struct
{
  guint first;
  guint last;
} TdPlanLines;

/* One document a plan rests on. The text is the words it is named with, as they stand: empty where the
 * basis before it has them, and %NULL where they go over into what the plan says itself. */
typedef struct
{
  char *text;
  char *type;
  char *number;
  char *date;
  char *issuer;
  TdPlanLines lines;
} TdPlanBasis;

/* One piece of the body. Parent 0 is the body itself. */
typedef struct
{
  guint id;
  guint parent;
  guint level;
  TdMarkerKind marker_kind;
  char *marker;
  char *path;
  TdPlanForm form;
  char *title;
  char *text;
  TdPlanLines lines;
} TdPlanSection;

/* One article of a decision. */
typedef struct
{
  guint number;
  char *text;
  TdPlanLines lines;
} TdPlanArticle;

/* A text with the section it stands in: a criterion, a task. */
typedef struct
{
  char *text;
  guint section;
  TdPlanLines lines;
} TdPlanText;

/* Who is addressed, and by which criteria they are measured. */
typedef struct
{
  char *heading;
  GPtrArray *units;    /* of char* */
  GPtrArray *criteria; /* of TdPlanText */
  guint section;
  TdPlanLines lines;
} TdPlanGroup;

/* What may be given, and by whom. */
typedef struct
{
  char *form;
  char *authority;
  TdPlanLevel level;
  gboolean given;
  char *reason;
  guint section;
  TdPlanLines lines;
} TdPlanAward;

/* A point in time as the text says it; all zero when it says none. */
typedef struct
{
  char *text;
  char *iso;
  TdPlanPrecision precision;
} TdPlanTime;

typedef struct
{
  TdPlanTime time;
  char *what;
  char *who;
  guint section;
  TdPlanLines lines;
} TdPlanDeadline;

typedef struct
{
  char *name;
  gboolean requested; /* "đề nghị", not "giao" */
  GPtrArray *tasks;   /* of TdPlanText */
  guint section;
} TdPlanAssignee;

typedef struct
{
  char *text;
  char *note;
  TdPlanLines lines;
} TdPlanRecipient;

/**
 * TdPlanReading:
 *
 * What was read from the text of a plan. A reading is filled by the reader and never changes
 * afterwards, so it may be handed to any thread. What the text does not say is %NULL or empty.
 */
typedef struct
{
  char *doc_type;
  char *issuer;
  TdPlanLines issuer_lines;
  char *number;
  char *symbol;
  char *place;
  char *date;
  char *date_partial;
  char *title;
  char *plan_title;
  char *short_name;
  char *theme;
  char *filing;
  char *closing; /* the last words below the body, "Trên đây là …" */
  TdPlanLines closing_lines;
  char *signer_name;
  char *signer_capacity;
  char *signer_position;
  TdPlanTime start;
  TdPlanTime end;
  GPtrArray *legal_bases;   /* of TdPlanBasis */
  GPtrArray *sections;      /* of TdPlanSection, in the order of the text */
  GPtrArray *articles;      /* of TdPlanArticle */
  GPtrArray *purposes;      /* of char* */
  GPtrArray *requirements;  /* of char* */
  GPtrArray *contents;      /* of char* */
  GPtrArray *solutions;     /* of char* */
  GPtrArray *target_groups; /* of TdPlanGroup */
  GPtrArray *award_forms;   /* of TdPlanAward */
  GPtrArray *deadlines;     /* of TdPlanDeadline */
  GPtrArray *assignees;     /* of TdPlanAssignee */
  GPtrArray *recipients;    /* of TdPlanRecipient */
  GPtrArray *findings;      /* of TdFinding */
} TdPlanReading;

#define TD_TYPE_PLAN_READING (td_plan_reading_get_type ())
GType td_plan_reading_get_type (void);

TdPlanReading *td_plan_reading_new (void);
TdPlanReading *td_plan_reading_ref (TdPlanReading *self);
void td_plan_reading_unref (TdPlanReading *self);
const TdPlanSection *td_plan_reading_get_section (const TdPlanReading *self, guint id);

TdPlanText *td_plan_text_new (const char *text, guint section, TdPlanLines lines);
TdPlanGroup *td_plan_group_new (const char *heading, guint section);
TdPlanAssignee *td_plan_assignee_new (const char *name, gboolean requested, guint section);
void td_plan_time_clear (TdPlanTime *time);

const char *td_marker_kind_to_nick (TdMarkerKind kind);
const char *td_plan_form_to_nick (TdPlanForm form);
const char *td_plan_precision_to_nick (TdPlanPrecision precision);
const char *td_plan_level_to_nick (TdPlanLevel level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPlanReading, td_plan_reading_unref)

G_END_DECLS
