/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-plan-reader.h"
#include "td-plan-reading.h"

G_BEGIN_DECLS

/* How the reader works:
 *
 *   text ─► lines ─► regions ─► head, preamble, foot
 *                        └────► paragraphs ─► sections ─► facts ─► findings
 *
 * Every line is kept twice, as written and in small letters with one placing of tone marks. Both
 * have the same length in bytes, so what is found in one is cut from the other. */

typedef struct
{
  const char *text; /* cleaned, NFC */
  const char *low;  /* the same in small letters */
  guint length;     /* in bytes */
  guint number;     /* of the line in the text as given */
  guint chars;      /* in letters */
  guint indent;     /* blanks before it */
  guint gap;        /* where a second column begins, in bytes; 0 for none */
  guint blanks;     /* empty lines before it */
  gboolean page;    /* a page begins with it */
  gboolean ruled;   /* a line of dashes stands before it */
  gboolean noise;   /* a page number: no word of the text */
} TdPlanLine;

/* What a line begins with. */
typedef struct
{
  TdMarkerKind kind;
  guint style;   /* tells "1." from "1)" and "-" from "•": these may nest */
  guint value;   /* 1 for "I", "1", "a"; 0 for bullets */
  guint parts;   /* of "1.2.3" */
  guint prefix;  /* a hash of "1.2" in "1.2.3" */
  guint hash;    /* a hash of "1.2.3" */
  guint length;  /* in bytes, with the blanks behind */
  guint written; /* in bytes, of the mark itself */
} TdPlanMark;

/* Where in a paragraph a line begins. */
typedef struct
{
  gsize at;
  guint line;
} TdPlanStart;

/* Lines that belong together. */
typedef struct
{
  TdPlanMark mark; /* length 0 for none */
  char *marker;
  char *text; /* without the mark */
  char *low;
  TdPlanLines lines;
  GArray *starts; /* of TdPlanStart, in order */
} TdPlanParagraph;

/* One document within the text; [from, to) are indexes of lines. */
typedef struct
{
  guint head_from;  /* head: issuer, number, place and date */
  guint type_line;  /* "KẾ HOẠCH"; equals head_to when there is none */
  guint head_to;    /* first line of the title */
  guint title_skip; /* bytes of the first line that are no title */
  guint title_to;   /* first line of the preamble */
  guint body_from;  /* first numbered line */
  guint body_to;    /* first line of the foot */
  guint foot_to;    /* end of the foot */
  const char *type; /* in small letters, or NULL */
} TdPlanPart;

/* How the lines of the text were broken. */
typedef struct
{
  guint width;           /* in letters, of a full line; 0 when paragraphs are not broken */
  gboolean doubled;      /* an empty line follows every line, and says nothing */
  gboolean spaced;       /* an empty line stands between paragraphs */
  gboolean ragged;       /* the first line of a paragraph is short though it goes on */
  GHashTable *compounds; /* "trị - xã" of "chính trị - xã hội": a dash that is no bullet */
} TdPlanLayout;

typedef struct
{
  GStringChunk *chunk;
  GArray *lines; /* of TdPlanLine */
  TdPlanLayout layout;
  GCancellable *cancellable;
  TdPlanPart main;     /* the document, or the decision */
  TdPlanPart attached; /* the plan a decision issues */
  gboolean has_attached;
  guint operative;     /* line of "QUYẾT ĐỊNH:"; 0 for none */
  GPtrArray *preamble; /* of TdPlanParagraph */
  GPtrArray *body;     /* of TdPlanParagraph */
  GPtrArray *titles;   /* of char*: per section its title in small letters, "" for none */
  gboolean single;     /* the time of the plan is told as one day, month or year */
  char *on_behalf;     /* for whom was signed: "TM. ỦY BAN NHÂN DÂN" */
  TdPlanReading *reading;
} TdPlanReader;

/* encodings */
gboolean _td_plan_decode (const char **text, gsize *length, char **decoded, GError **error);
char *_td_plan_convert_legacy (const char *text);

/* words */
extern const char *const _td_plan_unit_words[];
extern const char *const _td_plan_verbs[];
void _td_plan_lower (char *text, gsize length);
char *_td_plan_dup_lower (const char *text);
gboolean _td_plan_is_boundary (const char *text);
gboolean _td_plan_starts (const char *low, const char *phrase);
const char *_td_plan_find (const char *low, const char *phrase);
gsize _td_plan_starts_any (const char *low, const char *const *phrases);
gsize _td_plan_starts_loosely (const char *low, const char *const *phrases);
gsize _td_plan_recipients_length (const char *low);
gboolean _td_plan_ends_any (const char *low, gsize length, const char *const *phrases);
const char *_td_plan_find_any (const char *low, const char *const *phrases, gsize *length);
gboolean _td_plan_is_unit (const char *low);
gboolean _td_plan_is_caps (const char *text, gsize length);
gboolean _td_plan_is_upper (const char *text);
gboolean _td_plan_is_lower (const char *text);
gboolean _td_plan_has_vietnamese (const char *text, gsize length);
guint _td_plan_count_words (const char *text, gsize length);
char *_td_plan_cut (const char *text, gsize length);
char *_td_plan_cut_bare (const char *text, gsize length);
char *_td_plan_expand (const char *text);
char *_td_plan_name_case (const char *text);
char *_td_plan_sentence_case (const char *text, GPtrArray *paragraphs);

/* dates */
typedef struct
{
  guint day;
  guint month;
  guint year;
  guint quarter; /* 1 to 4; the month is its first then */
  gsize length;  /* in bytes; 0 when there is no date */
} TdPlanDate;

TdPlanDate _td_plan_scan_date (const char *low);
void _td_plan_date_to_end (TdPlanDate *date);
char *_td_plan_date_to_iso (const TdPlanDate *date, TdPlanPrecision *precision);

/* lines */
GArray *_td_plan_lines_new (const char *text, gsize length, GStringChunk *chunk, GCancellable *cancellable,
                            GError **error);

/* marks */
TdPlanMark _td_plan_scan_mark (const char *text, const char *low);
guint _td_plan_letter_value (const char *low, gsize *length);

/* layout */
void _td_plan_measure (TdPlanReader *self);
gboolean _td_plan_is_unfinished (const char *low, gsize length);
gboolean _td_plan_is_compound (const TdPlanReader *self, const char *low, gsize length, const char *next);

/* regions */
gboolean _td_plan_find_parts (TdPlanReader *self);
gboolean _td_plan_is_signature (const char *text, const char *low);
const char *_td_plan_position (const char *low);
gboolean _td_plan_is_motto (const char *low);
const char *_td_plan_cell (const TdPlanLine *line, guint index, gsize *length);

/* head, preamble, foot */
void _td_plan_read_head (TdPlanReader *self);
gsize _td_plan_document_at (const char *low, const char **name);
gboolean _td_plan_is_numbered (const char *low);
void _td_plan_read_bases (TdPlanReader *self, const TdPlanParagraph *paragraph);
void _td_plan_read_preamble (TdPlanReader *self);
void _td_plan_complete_issuer (TdPlanReader *self);
void _td_plan_read_foot (TdPlanReader *self);

/* paragraphs, sections */
GPtrArray *_td_plan_join (TdPlanReader *self, guint from, guint to, gboolean with_marks);
void _td_plan_paragraph_free (gpointer data);
TdPlanLines _td_plan_lines_at (const TdPlanParagraph *self, gsize from, gsize to);
gboolean _td_plan_ends_sentence (const char *text, gsize length);
char *_td_plan_join_lines (TdPlanReader *self, guint from, guint to);
void _td_plan_read_sections (TdPlanReader *self);
void _td_plan_read_articles (TdPlanReader *self);
guint _td_plan_section_end (const TdPlanReading *reading, guint index);

/* facts */
const TdPlanSection *_td_plan_section (const TdPlanReader *self, guint index);
const char *_td_plan_title (const TdPlanReader *self, guint index);
gboolean _td_plan_title_has (const TdPlanReader *self, guint index, const char *const *words);
gboolean _td_plan_is_closest (const TdPlanReader *self, guint index, const char *const *words);
gboolean _td_plan_is_below (const TdPlanReader *self, guint index, const char *const *words);
char *_td_plan_section_text (const TdPlanSection *section);
void _td_plan_prepare_titles (TdPlanReader *self);
void _td_plan_read_lists (TdPlanReader *self);
void _td_plan_read_groups (TdPlanReader *self);
void _td_plan_read_awards (TdPlanReader *self);
gsize _td_plan_form_length (const char *low);
char *_td_plan_giver_at (const char *text, const char *low);
gboolean _td_plan_is_giver (const char *low);
char *_td_plan_giver_before (const char *text, const char *low, gsize from, gsize at);
char *_td_plan_giver_behind (const char *text, const char *low, gsize at);
void _td_plan_read_period (TdPlanReader *self);
void _td_plan_set_time (TdPlanTime *time, const char *text, gsize length, char *iso, TdPlanPrecision precision);
gsize _td_plan_skip_fillers (const char *low);
void _td_plan_complete_date (TdPlanDate *date, const char *low);
gsize _td_plan_dated_event (const char *low, TdPlanDate *date);
gsize _td_plan_take_start (TdPlanReader *self, const char *text, const char *low);
gboolean _td_plan_take_end (TdPlanReader *self, const char *text, const char *low, gsize start);
gboolean _td_plan_take_span (TdPlanReader *self, const char *text, const char *low);
gboolean _td_plan_take_bare (TdPlanReader *self, const char *text, const char *low);
gboolean _td_plan_take_review (TdPlanReader *self, const char *text, const char *low);
void _td_plan_take_rounds (TdPlanReader *self, guint from, guint to);
void _td_plan_take_carried_out (TdPlanReader *self, guint from, guint to);
gsize _td_plan_name_length (const char *text, const char *low);
gsize _td_plan_skip_order (const char *low, gboolean *requested, gboolean *told);
void _td_plan_read_assignees (TdPlanReader *self);

/* What the part of the plan a section stands in speaks of. */
typedef enum
{
  TD_PLAN_TOPIC_OTHER,
  TD_PLAN_TOPIC_GOAL,    /* what the plan is for */
  TD_PLAN_TOPIC_PERIOD,  /* when it runs */
  TD_PLAN_TOPIC_CONTENT, /* what it is about */
  TD_PLAN_TOPIC_DUTY,    /* who does what */
} TdPlanTopic;

TdPlanTopic _td_plan_topic (const TdPlanReader *self, guint index);
gsize _td_plan_limit_start (const char *low, gsize at);
gsize _td_plan_step_length (const char *low, TdPlanDate *date);
gsize _td_plan_recurrence_length (const char *low);
gsize _td_plan_days_length (const char *low, gsize at, gsize *start);
void _td_plan_read_deadlines (TdPlanReader *self);
void _td_plan_read_findings (TdPlanReader *self);

G_END_DECLS
