/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  TD_LETTER_ALIGN_LEFT,
  TD_LETTER_ALIGN_CENTER,
  TD_LETTER_ALIGN_RIGHT,
} TdLetterAlign;

/**
 * TdLetterColumn:
 * @title: what its head says
 * @width: its share of the table's width, relative to the other columns
 * @align: how its cells stand
 * @room: lines a row has at least, for what is written into this column by hand
 */
typedef struct
{
  char *title;
  double width;
  TdLetterAlign align;
  guint room;
} TdLetterColumn;

/**
 * TdLetterRow:
 * @head: a head that spans all columns ("I. TẬP THỂ"), or %NULL
 * @cells: one text per column; %NULL in a head
 */
typedef struct
{
  char *head;
  char **cells;
} TdLetterRow;

/**
 * TdLetterTable:
 * @title: what stands above it, or %NULL
 * @columns: (element-type TdLetterColumn)
 * @rows: (element-type TdLetterRow)
 * @closing: the sentence below it, or %NULL; of an appendix it is the appendix's own
 */
typedef struct
{
  char *title;
  GPtrArray *columns;
  GPtrArray *rows;
  char *closing;
} TdLetterTable;

/**
 * TdLetterCardLine:
 * @kind: "name", "text", "note", "number" or "seat": how weighty it is
 * @text: what it says
 */
typedef struct
{
  char *kind;
  char *text;
} TdLetterCardLine;

/**
 * TdLetterCard:
 * @head: what stands above this card and those after it, or %NULL
 * @lines: (element-type TdLetterCardLine): from above
 *
 * What is said of one person at a time: read aloud, on a label, on a seat.
 */
typedef struct
{
  char *head;
  GPtrArray *lines;
} TdLetterCard;

/**
 * TdLetterAppendix:
 * @label: "Phụ lục I" when there are several, or %NULL
 * @title: in capitals
 * @subtitle: "(Kèm theo Quyết định số …)"
 * @tables: (element-type TdLetterTable)
 * @closing: the sentence below the last table, or %NULL
 */
typedef struct
{
  char *label;
  char *title;
  char *subtitle;
  GPtrArray *tables;
  char *closing;
} TdLetterAppendix;

/**
 * TdLetterArticle:
 * @heading: "Điều 1.", set bold and run into the first paragraph
 * @paragraphs: (element-type utf8)
 */
typedef struct
{
  char *heading;
  GPtrArray *paragraphs;
} TdLetterArticle;

/**
 * TdLetter:
 *
 * An official document ready to be laid out, in the order it is read. It knows words and their
 * place, not sizes: whoever draws or writes it applies the decree's format. A text may hold line
 * feeds where the line must break. Strings may be %NULL where the part is absent.
 *
 * @state: the country's name
 * @motto: the words below it
 * @governing_body: the body above the issuer
 * @issuing_body: who issues it
 * @number: "Số: 15/QĐ-UBND"; a draft has a blank before the stroke
 * @place_date: "Đắk Lắk, ngày 20 tháng 01 năm 2026"
 * @draft_mark: "DỰ THẢO", or %NULL once it is issued
 * @type_name: "QUYẾT ĐỊNH"
 * @abstract: what it is about
 * @about: "V/v …", in place of @type_name and @abstract: the document is a công văn
 * @addressees_label: "Kính gửi:"
 * @addressees: (element-type utf8): whom it is written to, with their stops
 * @authority: who decides, in capitals
 * @bases: (element-type utf8): "Căn cứ …;"
 * @order_word: "QUYẾT ĐỊNH:"
 * @articles: (element-type TdLetterArticle)
 * @tables: (element-type TdLetterTable): below the articles
 * @cards: (element-type TdLetterCard): for papers that are no letters
 * @signatures: (element-type utf8): who signs side by side; with them there are neither recipients nor a signer
 * @recipients_label: "Nơi nhận:"
 * @recipients: (element-type utf8): with their stops, without the dash; the filing line is last
 * @signer_capacity: "KT. CHỦ TỊCH"
 * @signer_position: "PHÓ CHỦ TỊCH"
 * @signer_name: the name alone
 * @appendices: (element-type TdLetterAppendix)
 */
typedef struct
{
  char *state;
  char *motto;
  char *governing_body;
  char *issuing_body;
  char *number;
  char *place_date;
  char *draft_mark;
  char *type_name;
  char *abstract;
  char *about;
  char *addressees_label;
  GPtrArray *addressees;
  char *authority;
  GPtrArray *bases;
  char *order_word;
  GPtrArray *articles;
  GPtrArray *tables;
  GPtrArray *cards;
  GPtrArray *signatures;
  char *recipients_label;
  GPtrArray *recipients;
  char *signer_capacity;
  char *signer_position;
  char *signer_name;
  GPtrArray *appendices;
} TdLetter;

#define TD_TYPE_LETTER (td_letter_get_type ())
GType td_letter_get_type (void);

TdLetter *td_letter_new (void);
TdLetter *td_letter_ref (TdLetter *self);
void td_letter_unref (TdLetter *self);

TdLetterArticle *td_letter_add_article (TdLetter *self, const char *heading);
TdLetterAppendix *td_letter_add_appendix (TdLetter *self, const char *label, const char *title,
                                          const char *subtitle);
TdLetterTable *td_letter_appendix_add_table (TdLetterAppendix *appendix);
TdLetterTable *td_letter_add_table (TdLetter *self, const char *title);
TdLetterCard *td_letter_add_card (TdLetter *self, const char *head);
void td_letter_card_take_line (TdLetterCard *card, const char *kind, char *text);
void td_letter_table_add_column (TdLetterTable *table, const char *title, double width,
                                 TdLetterAlign align);
void td_letter_table_add_head (TdLetterTable *table, const char *head);
void td_letter_table_take_cells (TdLetterTable *table, char **cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLetter, td_letter_unref)

G_END_DECLS
