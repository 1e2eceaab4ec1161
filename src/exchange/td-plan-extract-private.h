/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-package.h"
#include "td-plan-extract.h"

G_BEGIN_DECLS

struct _TdPlanExtract
{
  GString *text;
};

/* Writes lines as paragraphs, runs and tables come out of a file. Paragraphs may stand in paragraphs: those of a text box come
 * before the one it hangs on. A table of head or foot is written cell by cell, one of data row by row. */
typedef struct _TdPlanWriter TdPlanWriter;

TdPlanExtract *_td_plan_extract_new (void);
void _td_plan_extract_add_line (TdPlanExtract *self, const char *text, gsize length);

TdPlanWriter *_td_plan_writer_new (void);
void _td_plan_writer_free (TdPlanWriter *self);
TdPlanExtract *_td_plan_writer_finish (TdPlanWriter *self, GError **error);
gboolean _td_plan_writer_is_full (TdPlanWriter *self, GError **error);
void _td_plan_writer_begin_paragraph (TdPlanWriter *self);
gboolean _td_plan_writer_in_paragraph (TdPlanWriter *self);
gboolean _td_plan_writer_has_text (TdPlanWriter *self);
void _td_plan_writer_set_mark (TdPlanWriter *self, const char *mark);
void _td_plan_writer_add (TdPlanWriter *self, const char *text, gsize length, const char *font, gboolean capitals);
void _td_plan_writer_end_paragraph (TdPlanWriter *self);
void _td_plan_writer_drop_paragraph (TdPlanWriter *self);
void _td_plan_writer_begin_table (TdPlanWriter *self);
void _td_plan_writer_begin_row (TdPlanWriter *self);
void _td_plan_writer_begin_cell (TdPlanWriter *self);
void _td_plan_writer_end_cell (TdPlanWriter *self);
void _td_plan_writer_end_table (TdPlanWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPlanWriter, _td_plan_writer_free)

/* How a level of a list is numbered. */
typedef enum
{
  TD_NUMBERING_NONE,
  TD_NUMBERING_DECIMAL,
  TD_NUMBERING_UPPER_ROMAN,
  TD_NUMBERING_LOWER_ROMAN,
  TD_NUMBERING_UPPER_LETTER,
  TD_NUMBERING_LOWER_LETTER,
  TD_NUMBERING_BULLET,
} TdNumbering;

#define TD_NUMBERING_LEVELS 10

typedef struct
{
  TdNumbering numbering;
  char *text; /* "%1.%2)", each %N the number of that level; of a bullet the bullet */
  gint start;
  gboolean keeps;   /* goes on where a level above it did */
  gboolean decimal; /* all numbers in it are written as 1, 2, 3 */
} TdNumberingLevel;

/* Where a list has come to. */
typedef struct
{
  gint values[TD_NUMBERING_LEVELS];
  gboolean begun[TD_NUMBERING_LEVELS];
} TdNumberingCounter;

void _td_numbering_level_set_text (TdNumberingLevel *self, const char *text);
char *_td_numbering_number_text (TdNumbering numbering, gint value);
char *_td_numbering_next (TdNumberingCounter *self, const TdNumberingLevel *levels, guint level);

/* A reader for each kind of file; the errors are those of #TdPackage and of #TdPlanReader. */
TdPlanExtract *_td_plan_extract_docx (TdPackage *package, const char *main_part, GError **error);
TdPlanExtract *_td_plan_extract_odt (TdPackage *package, GError **error);
TdPlanExtract *_td_plan_extract_html (GBytes *bytes, GCancellable *cancellable, GError **error);
TdPlanExtract *_td_plan_extract_pdf (GBytes *bytes, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);
TdPlanExtract *_td_plan_extract_pdf_records (GInputStream *stream, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);
TdPlanExtract *_td_plan_extract_text (const char *text, gsize length, GError **error);

G_END_DECLS
