/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter"

#include "config.h"

#include <string.h>

#include "td-letter.h"

G_DEFINE_BOXED_TYPE (TdLetter, td_letter, td_letter_ref, td_letter_unref)

static void
column_free (TdLetterColumn *column)
{
  g_free (column->title);
  g_free (column);
}

static void
row_free (TdLetterRow *row)
{
  g_free (row->head);
  g_strfreev (row->cells);
  g_free (row);
}

static void
table_free (TdLetterTable *table)
{
  g_free (table->title);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table->closing);
  g_free (table);
}

static void
card_line_free (TdLetterCardLine *line)
{
  g_free (line->kind);
  g_free (line->text);
  g_free (line);
}

static void
card_free (TdLetterCard *card)
{
  g_free (card->head);
  g_ptr_array_unref (card->lines);
  g_free (card);
}

static void
section_free (TdLetterSection *section)
{
  g_free (section->mark);
  g_free (section->title);
  g_free (section->text);
  g_free (section);
}

static void
appendix_free (TdLetterAppendix *appendix)
{
  g_free (appendix->label);
  g_free (appendix->title);
  g_free (appendix->abstract);
  g_ptr_array_unref (appendix->sections);
  g_free (appendix->subtitle);
  g_ptr_array_unref (appendix->tables);
  g_free (appendix->closing);
  g_free (appendix);
}

static void
article_free (TdLetterArticle *article)
{
  g_free (article->heading);
  g_ptr_array_unref (article->paragraphs);
  g_free (article);
}

static void
letter_clear (TdLetter *self)
{
  g_free (self->state);
  g_free (self->motto);
  g_free (self->governing_body);
  g_free (self->issuing_body);
  g_free (self->number);
  g_free (self->place_date);
  g_free (self->draft_mark);
  g_free (self->type_name);
  g_free (self->abstract);
  g_free (self->about);
  g_free (self->addressees_label);
  g_ptr_array_unref (self->addressees);
  g_free (self->authority);
  g_ptr_array_unref (self->bases);
  g_free (self->order_word);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->tables);
  g_free (self->closing);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->signatures);
  g_free (self->recipients_label);
  g_ptr_array_unref (self->recipients);
  g_free (self->signer_capacity);
  g_free (self->signer_position);
  g_free (self->signer_name);
  g_ptr_array_unref (self->appendices);
}

/**
 * td_letter_new:
 *
 * Returns: (transfer full): an empty letter; its fields are filled by whoever makes it and not
 *   changed once it has been handed on
 */
TdLetter *
td_letter_new (void)
{
  TdLetter *self = g_atomic_rc_box_new0 (TdLetter);

  self->addressees = g_ptr_array_new_with_free_func (g_free);
  self->bases = g_ptr_array_new_with_free_func (g_free);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) article_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) card_free);
  self->signatures = g_ptr_array_new_with_free_func (g_free);
  self->recipients = g_ptr_array_new_with_free_func (g_free);
  self->appendices = g_ptr_array_new_with_free_func ((GDestroyNotify) appendix_free);
  return self;
}

/**
 * td_letter_ref:
 * @self: a letter
 *
 * Returns: (transfer full): the same letter
 */
TdLetter *
td_letter_ref (TdLetter *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * td_letter_unref:
 * @self: (transfer full): a letter
 */
void
td_letter_unref (TdLetter *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) letter_clear);
}

/**
 * td_letter_add_article:
 * @self: a letter
 * @heading: (nullable): "Điều 1."
 *
 * Returns: (transfer none): the article, without paragraphs
 */
TdLetterArticle *
td_letter_add_article (TdLetter *self, const char *heading)
{
  TdLetterArticle *article = g_new0 (TdLetterArticle, 1);

  article->heading = g_strdup (heading);
  article->paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->articles, article);
  return article;
}

/**
 * td_letter_add_appendix:
 * @self: a letter
 * @label: (nullable): "Phụ lục I"
 * @title: its title
 * @subtitle: (nullable): "(Kèm theo …)"
 *
 * Returns: (transfer none): the appendix, without tables
 */
TdLetterAppendix *
td_letter_add_appendix (TdLetter *self, const char *label, const char *title, const char *subtitle)
{
  TdLetterAppendix *appendix = g_new0 (TdLetterAppendix, 1);

  appendix->label = g_strdup (label);
  appendix->title = g_strdup (title);
  appendix->subtitle = g_strdup (subtitle);
  appendix->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  appendix->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  g_ptr_array_add (self->appendices, appendix);
  return appendix;
}

/**
 * td_letter_add_section:
 * @sections: of a letter or of an appendix
 * @kind: what its mark is
 * @level: depth from 1
 * @mark: (nullable): "I."
 * @title: (nullable): its heading
 * @text: (nullable): its words
 *
 * Returns: (transfer none): the section
 */
TdLetterSection *
td_letter_add_section (GPtrArray *sections, TdMarkerKind kind, guint level, const char *mark,
                       const char *title, const char *text)
{
  TdLetterSection *section = g_new0 (TdLetterSection, 1);

  section->kind = kind;
  section->level = level;
  section->mark = g_strdup (mark);
  section->title = g_strdup (title);
  section->text = g_strdup (text);
  g_ptr_array_add (sections, section);
  return section;
}

/* "Phần I", "Chương II": a mark on a line of its own, above its title. */
static gboolean
is_chapter (const TdLetterSection *section)
{
  return section->kind == TD_MARKER_ROMAN && section->mark != NULL && section->title != NULL && strchr (section->mark, ' ') != NULL;
}

/**
 * td_letter_section_is_bold:
 * @section: a section
 *
 * Returns: whether its heading is bold: of articles, mục and khoản with a title it is, of điểm and
 *   bullets it is not (NĐ 30/2020, Phụ lục I, II.6)
 */
gboolean
td_letter_section_is_bold (const TdLetterSection *section)
{
  switch (section->kind)
    {
    case TD_MARKER_ARTICLE:
      return TRUE;
    case TD_MARKER_CAPITAL:
    case TD_MARKER_ROMAN:
    case TD_MARKER_ARABIC:
    case TD_MARKER_DECIMAL:
    case TD_MARKER_TEXT:
      return section->title != NULL;
    case TD_MARKER_LETTER:
    case TD_MARKER_DASH:
    case TD_MARKER_PLUS:
    default:
      return FALSE;
    }
}

/**
 * td_letter_section_dup_heading:
 * @section: a section
 *
 * Returns: (transfer full): its mark and its title as they are set: those of a mục in capitals, of a
 *   chapter on two lines; empty for a paragraph
 */
char *
td_letter_section_dup_heading (const TdLetterSection *section)
{
  gboolean capitals = section->kind == TD_MARKER_ROMAN || section->kind == TD_MARKER_CAPITAL;
  g_autofree char *title = section->title == NULL ? NULL : capitals ? g_utf8_strup (section->title, -1)
                                                                    : g_strdup (section->title);

  if (section->mark == NULL)
    return title != NULL ? g_steal_pointer (&title) : g_strdup ("");
  return g_strconcat (section->mark, title == NULL ? NULL : is_chapter (section) ? "\n"
                                                                                 : " ",
                      title, NULL);
}

/**
 * td_letter_section_dup_text:
 * @section: a section
 *
 * Returns: (transfer full): the whole of it as it is set; it begins with its heading
 */
char *
td_letter_section_dup_text (const TdLetterSection *section)
{
  g_autofree char *heading = td_letter_section_dup_heading (section);
  gsize length = strlen (heading);

  if (section->text == NULL)
    return g_steal_pointer (&heading);
  if (length == 0)
    return g_strdup (section->text);
  /* A title that ends with a stop of its own takes no colon. */
  if (section->title == NULL || strchr (":.;,", heading[length - 1]) != NULL)
    return g_strconcat (heading, " ", section->text, NULL);
  return g_strconcat (heading, ": ", section->text, NULL);
}

static TdLetterTable *
add_table (GPtrArray *tables)
{
  TdLetterTable *table = g_new0 (TdLetterTable, 1);

  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_ptr_array_add (tables, table);
  return table;
}

/**
 * td_letter_appendix_add_table:
 * @appendix: an appendix
 *
 * Returns: (transfer none): the table, without columns
 */
TdLetterTable *
td_letter_appendix_add_table (TdLetterAppendix *appendix)
{
  return add_table (appendix->tables);
}

/**
 * td_letter_add_table:
 * @self: a letter
 * @title: (nullable): what stands above it
 *
 * Returns: (transfer none): a table below its articles, without columns
 */
TdLetterTable *
td_letter_add_table (TdLetter *self, const char *title)
{
  TdLetterTable *table = add_table (self->tables);

  table->title = g_strdup (title);
  return table;
}

/**
 * td_letter_add_card:
 * @self: a letter
 * @head: (nullable): what stands above it
 *
 * Returns: (transfer none): a card without lines
 */
TdLetterCard *
td_letter_add_card (TdLetter *self, const char *head)
{
  TdLetterCard *card = g_new0 (TdLetterCard, 1);

  card->head = g_strdup (head);
  card->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) card_line_free);
  g_ptr_array_add (self->cards, card);
  return card;
}

/**
 * td_letter_card_take_line:
 * @card: a card
 * @kind: how weighty the line is
 * @text: (transfer full): what it says
 */
void
td_letter_card_take_line (TdLetterCard *card, const char *kind, char *text)
{
  TdLetterCardLine *line = g_new0 (TdLetterCardLine, 1);

  line->kind = g_strdup (kind);
  line->text = text;
  g_ptr_array_add (card->lines, line);
}

/**
 * td_letter_table_add_column:
 * @table: a table without rows
 * @title: the column's head
 * @width: its share of the width, above 0
 * @align: how its cells stand
 */
void
td_letter_table_add_column (TdLetterTable *table, const char *title, double width,
                            TdLetterAlign align)
{
  TdLetterColumn *column = g_new0 (TdLetterColumn, 1);

  g_return_if_fail (width > 0);

  column->title = g_strdup (title);
  column->width = width;
  column->align = align;
  g_ptr_array_add (table->columns, column);
}

/**
 * td_letter_table_add_head:
 * @table: a table
 * @head: a head over the rows that follow
 */
void
td_letter_table_add_head (TdLetterTable *table, const char *head)
{
  TdLetterRow *row = g_new0 (TdLetterRow, 1);

  row->head = g_strdup (head);
  g_ptr_array_add (table->rows, row);
}

/**
 * td_letter_table_take_cells:
 * @table: a table
 * @cells: (transfer full): as many texts as there are columns
 */
void
td_letter_table_take_cells (TdLetterTable *table, char **cells)
{
  TdLetterRow *row;

  g_return_if_fail (g_strv_length (cells) == table->columns->len);

  row = g_new0 (TdLetterRow, 1);
  row->cells = cells;
  g_ptr_array_add (table->rows, row);
}
