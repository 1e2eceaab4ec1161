/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-plan-reading.h"

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
 * TdLetterSection:
 * @kind: what its mark is; it decides how the section is set
 * @level: depth from 1
 * @mark: "I.", "1.", "a)", "-", "Chương I"; %NULL for a paragraph
 * @title: its heading, or %NULL
 * @text: what stands behind the heading on the same line, or all of it; %NULL for a heading alone
 *
 * A piece of a document that is divided by marks: mục, khoản, điểm.
 */
typedef struct
{
  TdMarkerKind kind;
  guint level;
  char *mark;
  char *title;
  char *text;
} TdLetterSection;

/**
 * TdLetterAppendix:
 * @headed: whether issuer and country stand above it: it is a document of its own that a decision
 *   issues (NĐ 30/2020, Mẫu 1.3)
 * @label: "Phụ lục I" when there are several, or %NULL
 * @title: in capitals
 * @abstract: what a document of its own is about, or %NULL
 * @subtitle: "(Kèm theo Quyết định số …)"
 * @sections: (element-type TdLetterSection): above its tables
 * @tables: (element-type TdLetterTable)
 * @closing: the sentence that ends it, or %NULL
 */
typedef struct
{
  gboolean headed;
  char *label;
  char *title;
  char *abstract;
  char *subtitle;
  GPtrArray *sections;
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
 * @sections: (element-type TdLetterSection): below the articles
 * @tables: (element-type TdLetterTable): below the sections
 * @closing: the sentence that ends it, or %NULL
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
  GPtrArray *sections;
  GPtrArray *tables;
  char *closing;
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
TdLetterSection *td_letter_add_section (GPtrArray *sections, TdMarkerKind kind, guint level,
                                        const char *mark, const char *title, const char *text);
gboolean td_letter_section_is_bold (const TdLetterSection *section);
char *td_letter_section_dup_heading (const TdLetterSection *section);
char *td_letter_section_dup_text (const TdLetterSection *section);
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
