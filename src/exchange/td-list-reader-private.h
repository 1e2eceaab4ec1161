/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-reader.h"
#include "td-list-words.h"

G_BEGIN_DECLS

#define TD_LIST_MOST_COLUMNS 256 /* the columns behind are kept and not looked at */

/* The kinds of markers groups have. */
typedef enum
{
  TD_LIST_MARKER_NONE,
  TD_LIST_MARKER_CAPITAL,
  TD_LIST_MARKER_ROMAN,
  TD_LIST_MARKER_ARABIC,
  TD_LIST_MARKER_PART, /* "II.1" */
} TdListMarker;

/* What rows above say about the rows below; NULL where they say nothing. */
typedef struct
{
  const char *kind;
  const char *award_form;
  const char *giver;
  const char *unit;
  const char *posthumous;
  const char *achievement;
  const char *decision_number;
  const char *decision_date;
  const char *issuer; /* of the decision */
} TdListContext;

/* One kind of marker ("I.", "A.") and what stood before its groups. */
typedef struct
{
  TdListMarker marker;
  TdListContext before;
} TdListLevel;

/* The last cell of a column that says something itself. */
typedef struct
{
  guint end; /* the row behind it, where it is merged downwards */
  const char *text;
} TdListAbove;

/* Reading one sheet. */
typedef struct
{
  TdListReading *reading;
  const TdListMappings *mappings;
  const TdListWords *words;
  TdSheet *sheet;
  guint sheet_number;
  gboolean delimited;   /* a text file, where a row with too many cells has them in the wrong columns */
  gboolean formatted;   /* cells know fonts and merged neighbours */
  gboolean in_document; /* a list may be cut into several tables */
  int latest_year;
  GHashTable *converted_texts;            /* text of an old encoding → Unicode, for each encoding */
  guint8 encodings[TD_LIST_MOST_COLUMNS]; /* of columns without a font, by their letters */
  gboolean has_encodings;
  gboolean converted; /* the row being read has text converted by its letters */
  GHashTable *forms;  /* text of a cell → what it says of the award form */
  GHashTable *dates;  /* column → the order of its dates */

  guint top, bottom; /* the rows of the sheet that are no paragraphs */
  guint from, to;    /* the columns looked at: one of several lists beside one another */
  guint block;       /* which of them */
  guint n_tables;    /* with titles, of this sheet or document */

  TdListTable *table;
  guint first_row; /* below the head */
  guint n_columns;
  guint n_head_cells;
  TdListContext document;             /* what its own text says of all its lists */
  gboolean disputed[TD_N_LIST_ROLES]; /* what it says in two ways */
  TdListContext title;
  TdListContext context;             /* title with the groups above */
  GArray *levels;                    /* of TdListLevel */
  gboolean below;                    /* past the end of the list: signatures */
  TdListLine *last;                  /* the row that the next line may go on with; NULL: none */
  TdListLine *grown;                 /* a row that went on, */
  TdListLine *tail;                  /* the last line it went on with, */
  GString *growing[TD_N_LIST_ROLES]; /* and the values that did; they are the reading's */
  GArray *above;                     /* of TdListAbove, by column */
  gboolean marks_women;              /* the only column of sexes marks the women */
  gboolean numbered;                 /* the column of running numbers has some */
} TdListReader;

typedef struct
{
  guint first;
  guint n_rows;
  guint n_columns;
  guint score;
  guint n_roles;
  TdListRole roles[TD_LIST_MOST_COLUMNS];
  char *headings[TD_LIST_MOST_COLUMNS];
} TdListHead;

/* td-list-reader-head.c */
gboolean _td_list_head_find (TdListReader *self, guint first, guint end, TdListHead *head);
gboolean _td_list_head_at (TdListReader *self, guint row, TdListHead *head);
gboolean _td_list_head_may_begin (TdListReader *self, guint row);
gboolean _td_list_head_is_numbering (TdListReader *self, guint row);
char *_td_list_head_dup_fingerprint (const TdListHead *head);
void _td_list_head_clear (TdListHead *head);
gboolean _td_list_head_is_sound (const TdListRole *roles, guint n_columns, guint n_cells);

/* td-list-reader-blocks.c */
guint _td_list_blocks_count (const TdListHead *head, guint *width);
void _td_list_blocks_look (TdListReader *self, TdListHead *head, guint width, guint block);
void _td_list_blocks_look_at_all (TdListReader *self);

/* td-list-reader-columns.c */
void _td_list_columns_recognise (TdListReader *self, guint end);
gboolean _td_list_columns_without_head (TdListReader *self, TdListHead *head);

/* td-list-reader-lines.c */
TdListLineKind _td_list_line_recognise (TdListReader *self, guint row);
void _td_list_line_take_group (TdListReader *self, guint row);
TdListMarker _td_list_marker_find (const char *text, gsize *length);
gboolean _td_list_speaks_of_group (TdListReader *self, const char *text);
gboolean _td_list_is_number (const char *text);

/* td-list-reader-titles.c */
void _td_list_titles_begin (TdListReader *self);
void _td_list_titles_learn (TdListReader *self, guint first, guint end);
void _td_list_titles_take (TdListReader *self, guint first, guint end, const TdListHead *head);
void _td_list_group_take (TdListReader *self, TdListMarker marker, const char *text);

/* td-list-reader-values.c */
void _td_list_values_read (TdListReader *self, TdListLine *line, guint row);
void _td_list_values_go_on (TdListReader *self, TdListLine *line, guint row);
void _td_list_set (TdListReader *self, TdListLine *line, TdListRole role, const char *text, TdListChange change, int column);
void _td_list_take (TdListReader *self, TdListLine *line, TdFinding *finding);

/* td-list-reader-forms.c */
gboolean _td_list_form_read (TdListReader *self, const char *text, const char **form, const char **giver, gboolean *posthumous);
const char *_td_list_skip_words (const char *text, guint n);

/* td-list-reader-posts.c */
void _td_list_post_unit_read (TdListReader *self, TdListLine *line, const char *text, int column);
gboolean _td_list_has_post (TdListReader *self, TdListLine *line, const char *text);
void _td_list_name_post_read (TdListReader *self, TdListLine *line, const char *text, int column, TdListChange change);

/* td-list-reader-dates.c */
void _td_list_date_read (TdListReader *self, TdListLine *line, TdListRole role, const char *text, guint row, int column);
void _td_list_period_read (TdListReader *self, TdListLine *line, const char *text, int column);
void _td_list_values_finish (TdListReader *self);

/* td-list-reader-names.c */
gboolean _td_list_is_person_name (const char *text);
gboolean _td_list_is_somebody (TdListReader *self, const char *text);
void _td_list_name_read (TdListReader *self, TdListLine *line, const char *text, int column, TdListChange change);

/* td-list-reader-cells.c */
void _td_list_cells_begin (TdListReader *self);
const char *_td_list_cell (TdListReader *self, guint row, guint column, TdListChange *change);

G_END_DECLS
