/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-letter-writer.h"
#include "td-output.h"
#include "td-xml-writer-private.h"

G_BEGIN_DECLS

/* NĐ 30/2020, Phụ lục I: A4; margins as on our own pages. Millimetres. */
#define TD_LETTER_PAGE_WIDTH    210.0
#define TD_LETTER_PAGE_HEIGHT   297.0
#define TD_LETTER_MARGIN_LEFT   30.0
#define TD_LETTER_MARGIN_RIGHT  15.0
#define TD_LETTER_MARGIN_TOP    20.0
#define TD_LETTER_MARGIN_BOTTOM 20.0
#define TD_LETTER_NUMBER_TOP    9.5 /* of the page number */
#define TD_LETTER_TEXT_WIDTH    (TD_LETTER_PAGE_WIDTH - TD_LETTER_MARGIN_LEFT - TD_LETTER_MARGIN_RIGHT)
#define TD_LETTER_CELL_PAD      1.4 /* in a table with lines */
#define TD_LETTER_FONT          "Times New Roman"

/* The kinds of paragraph of an official document. */
typedef enum
{
  TD_LETTER_STYLE_STATE,
  TD_LETTER_STYLE_MOTTO,
  TD_LETTER_STYLE_GOVERNING,
  TD_LETTER_STYLE_ISSUING,
  TD_LETTER_STYLE_NUMBER,
  TD_LETTER_STYLE_ABOUT,
  TD_LETTER_STYLE_DATE,
  TD_LETTER_STYLE_DRAFT,
  TD_LETTER_STYLE_RULE,
  TD_LETTER_STYLE_ADDRESSEES,
  TD_LETTER_STYLE_ADDRESSEE,
  TD_LETTER_STYLE_TYPE,
  TD_LETTER_STYLE_ABSTRACT,
  TD_LETTER_STYLE_AUTHORITY,
  TD_LETTER_STYLE_BASE,
  TD_LETTER_STYLE_ORDER,
  TD_LETTER_STYLE_ARTICLE,
  TD_LETTER_STYLE_CHAPTER,
  TD_LETTER_STYLE_MUC,
  TD_LETTER_STYLE_KHOAN_TITLE,
  TD_LETTER_STYLE_KHOAN,
  TD_LETTER_STYLE_DIEM,
  TD_LETTER_STYLE_BULLET,
  TD_LETTER_STYLE_BODY,
  TD_LETTER_STYLE_TABLE_TITLE,
  TD_LETTER_STYLE_CELL_HEAD,
  TD_LETTER_STYLE_CELL_GROUP,
  TD_LETTER_STYLE_CELL_LEFT,
  TD_LETTER_STYLE_CELL_CENTER,
  TD_LETTER_STYLE_CELL_RIGHT,
  TD_LETTER_STYLE_RECIPIENTS,
  TD_LETTER_STYLE_RECIPIENT,
  TD_LETTER_STYLE_CAPACITY,
  TD_LETTER_STYLE_SIGNER,
  TD_LETTER_STYLE_SIGN_HINT,
  TD_LETTER_STYLE_APPENDIX,
  TD_LETTER_STYLE_APPENDIX_TITLE,
  TD_LETTER_STYLE_APPENDIX_NOTE,
  TD_LETTER_STYLE_PAGE_NUMBER,
  TD_LETTER_STYLE_SPACER,
  TD_LETTER_N_STYLES,
} TdLetterStyle;

typedef enum
{
  TD_LETTER_STAND_LEFT,
  TD_LETTER_STAND_CENTER,
  TD_LETTER_STAND_RIGHT,
  TD_LETTER_STAND_JUSTIFIED,
} TdLetterStand;

/* @id and @title: what it is called in the file and by people
 * @size: points
 * @above: points free above it
 * @left, @first: of all its lines and of its first beyond that, millimetres
 * @heading: its place among the headings; 0 for none
 * @keeps: whether it stays on the page of what follows */
typedef struct
{
  const char *id;
  const char *title;
  double size;
  gboolean bold;
  gboolean italic;
  TdLetterStand stand;
  double above;
  double left;
  double first;
  guint heading;
  gboolean keeps;
} TdLetterLook;

extern const TdLetterLook _td_letter_looks[TD_LETTER_N_STYLES];

/* @inset: room kept free at both sides, millimetres
 * @keeps: whether it stays with what follows
 * @lead: how many of the first bytes of @text are bold, whatever the style says of the rest */
typedef struct
{
  TdLetterStyle style;
  double inset;
  gboolean keeps;
  gsize lead;
  const char *text;
} TdLetterParagraph;

typedef struct _TdLetterSink TdLetterSink;

/* What a kind of file is made of. Widths are millimetres. A part has pages numbered by themselves. */
struct _TdLetterSink
{
  void (*begin_part) (TdLetterSink *self, guint part);
  void (*paragraph) (TdLetterSink *self, const TdLetterParagraph *paragraph);
  void (*begin_table) (TdLetterSink *self, const double *widths, guint n_columns, gboolean ruled);
  void (*begin_row) (TdLetterSink *self, gboolean head, gboolean whole, double least_height);
  void (*begin_cell) (TdLetterSink *self, guint column, guint n_spanned);
  void (*end_cell) (TdLetterSink *self);
  void (*end_row) (TdLetterSink *self);
  void (*end_table) (TdLetterSink *self);
  gboolean (*finish) (TdLetterSink *self, TdOutput *output, GError **error);
  void (*free) (TdLetterSink *self);
  const TdLetterWriting *writing;
};

TdLetterSink *_td_letter_odt_new (void);
TdLetterSink *_td_letter_docx_new (void);

/* One part of a package; what is @stored is not packed. */
typedef struct
{
  const char *name;
  GBytes *bytes;
  gboolean stored;
} TdLetterPart;

xmlTextWriter *_td_letter_begin_xml (xmlBuffer **buffer);
GBytes *_td_letter_end_xml (xmlTextWriter *xml, xmlBuffer *buffer);
gboolean _td_letter_pack (const TdLetterPart *parts, guint n_parts, gint64 made_at, TdOutput *output, GError **error);

G_END_DECLS
