/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-writer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-letter-writer-private.h"

/* An official document for those who work on it in Word or LibreOffice: its parts in the order they
 * are read, each with the style that offices know it by. Head and foot are tables without lines.
 *
 * Marks ("I.", "a)") are written as text and not as lists of the program: what was signed must not
 * number itself anew when a paragraph is struck, "mục II.3" elsewhere in the text means this very
 * mark, and it is the form that survives mail, the e-office and every converter. */

/* The two columns of head and foot; the country's name needs the wider one. */
#define HEAD_LEFT 67.0
#define SIGN_LEFT 80.0

/* The issuer's rule is a third to a half of its name, so is that below the abstract. */
#define RULE_SHARE 0.42

/* More recipients than these may go over to another page. */
#define MOST_WHOLE 30

#define LINE_HEIGHT 5.3 /* of a line of a table, millimetres */

#define SIGN_HINT "(Ký, ghi rõ họ tên)"

G_DEFINE_QUARK (td - letter - writer - error - quark, td_letter_writer_error)

static void
put_keeping (TdLetterSink *sink, TdLetterStyle style, const char *text, gsize lead, gboolean keeps)
{
  TdLetterParagraph paragraph = { style, 0, keeps, _td_letter_looks[style].bold && lead == 0 ? strlen (text) : lead, text };

  sink->paragraph (sink, &paragraph);
}

static void
put (TdLetterSink *sink, TdLetterStyle style, const char *text)
{
  if (text != NULL)
    put_keeping (sink, style, text, 0, FALSE);
}

static void
put_rule (TdLetterSink *sink, double length, double width)
{
  TdLetterParagraph paragraph = { TD_LETTER_STYLE_RULE, (width - length) / 2, FALSE, 0, "" };

  sink->paragraph (sink, &paragraph);
}

/* A centred text whose lines are about equally long, with a rule of a share of them below it. */
static void
put_centred (TdLetterSink *sink, TdLetterStyle style, const char *text, double width, double rule_share)
{
  const TdLetterLook *look = &_td_letter_looks[style];
  double natural = 0, widest = 0, balanced;
  TdLetterParagraph paragraph = { style, 0, FALSE, 0, text };

  if (text == NULL)
    return;
  paragraph.lead = look->bold ? strlen (text) : 0;
  sink->writing->fit (text, look->size, look->bold, look->italic, G_MAXUINT16, &natural, sink->writing->fit_data);
  balanced = sink->writing->fit (text, look->size, look->bold, look->italic, width, &widest, sink->writing->fit_data);
  /* Half a millimetre more than its lines need: programs differ in how they round. */
  if (natural > width && balanced < width - 3)
    paragraph.inset = (width - balanced) / 2 - 0.5;
  sink->paragraph (sink, &paragraph);
  if (rule_share > 0)
    put_rule (sink, widest * rule_share, width);
}

/* Head */

static void
put_issuer (TdLetterSink *sink, const TdLetter *letter)
{
  put_centred (sink, TD_LETTER_STYLE_GOVERNING, letter->governing_body, HEAD_LEFT, 0);
  put_centred (sink, TD_LETTER_STYLE_ISSUING, letter->issuing_body, HEAD_LEFT, RULE_SHARE);
  if (letter->issuing_body == NULL)
    put (sink, TD_LETTER_STYLE_ISSUING, "");
}

static void
put_head (TdLetterSink *sink, const TdLetter *letter, gboolean numbered)
{
  static const double widths[] = { HEAD_LEFT, TD_LETTER_TEXT_WIDTH - HEAD_LEFT };

  sink->begin_table (sink, widths, 2, FALSE);
  sink->begin_row (sink, FALSE, TRUE, 0);
  sink->begin_cell (sink, 0, 1);
  put_issuer (sink, letter);
  sink->end_cell (sink);
  sink->begin_cell (sink, 1, 1);
  put (sink, TD_LETTER_STYLE_STATE, letter->state != NULL ? letter->state : "");
  put_centred (sink, TD_LETTER_STYLE_MOTTO, letter->motto, widths[1], 1);
  sink->end_cell (sink);
  sink->end_row (sink);
  if (numbered)
    {
      sink->begin_row (sink, FALSE, TRUE, 0);
      sink->begin_cell (sink, 0, 1);
      put (sink, TD_LETTER_STYLE_NUMBER, letter->number != NULL ? letter->number : "");
      put_centred (sink, TD_LETTER_STYLE_ABOUT, letter->about, HEAD_LEFT, 0);
      put (sink, TD_LETTER_STYLE_DRAFT, letter->draft_mark);
      sink->end_cell (sink);
      sink->begin_cell (sink, 1, 1);
      put (sink, TD_LETTER_STYLE_DATE, letter->place_date != NULL ? letter->place_date : "");
      sink->end_cell (sink);
      sink->end_row (sink);
    }
  sink->end_table (sink);
}

/* "Kính gửi: …" on one line; several below it, each with its dash. */
static void
put_addressees (TdLetterSink *sink, const TdLetter *letter)
{
  const char *label = letter->addressees_label != NULL ? letter->addressees_label : "";
  guint n = letter->addressees->len;

  if (n == 0)
    return;
  if (n == 1)
    {
      g_autofree char *line = g_strconcat (label, " ", g_ptr_array_index (letter->addressees, 0), NULL);

      put (sink, TD_LETTER_STYLE_ADDRESSEES, line);
      return;
    }
  put (sink, TD_LETTER_STYLE_ADDRESSEES, label);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_strconcat ("- ", g_ptr_array_index (letter->addressees, i), NULL);

      put (sink, TD_LETTER_STYLE_ADDRESSEE, line);
    }
}

/* Body */

/* The last paragraph takes the foot along: two of its lines are on the page of the signature. */
static void
put_article (TdLetterSink *sink, const TdLetterArticle *article, gboolean last)
{
  for (guint i = 0; i < article->paragraphs->len; i++)
    {
      const char *paragraph = g_ptr_array_index (article->paragraphs, i);
      g_autofree char *first = i == 0 && article->heading != NULL ? g_strconcat (article->heading, " ", paragraph, NULL) : NULL;

      gboolean keeps = last && i + 1 == article->paragraphs->len;

      if (first != NULL)
        put_keeping (sink, TD_LETTER_STYLE_ARTICLE, first, strlen (article->heading), keeps);
      else
        put_keeping (sink, TD_LETTER_STYLE_BODY, paragraph, 0, keeps);
    }
}

static TdLetterStyle
get_style (const TdLetterSection *section, const char *heading)
{
  switch (section->kind)
    {
    case TD_MARKER_ARTICLE:
      return TD_LETTER_STYLE_ARTICLE;
    case TD_MARKER_CAPITAL:
    case TD_MARKER_ROMAN:
      return strchr (heading, '\n') != NULL ? TD_LETTER_STYLE_CHAPTER : section->title != NULL ? TD_LETTER_STYLE_MUC
                                                                                               : TD_LETTER_STYLE_KHOAN;
    case TD_MARKER_ARABIC:
    case TD_MARKER_DECIMAL:
      return section->title != NULL ? TD_LETTER_STYLE_KHOAN_TITLE : TD_LETTER_STYLE_KHOAN;
    case TD_MARKER_LETTER:
      return TD_LETTER_STYLE_DIEM;
    case TD_MARKER_DASH:
    case TD_MARKER_PLUS:
      return TD_LETTER_STYLE_BULLET;
    case TD_MARKER_TEXT:
    default:
      return section->title != NULL ? TD_LETTER_STYLE_KHOAN_TITLE : TD_LETTER_STYLE_BODY;
    }
}

static void
put_sections (TdLetterSink *sink, GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const TdLetterSection *section = g_ptr_array_index (sections, i);
      g_autofree char *heading = td_letter_section_dup_heading (section);
      g_autofree char *text = td_letter_section_dup_text (section);
      TdLetterParagraph paragraph = { get_style (section, heading), 0, section->text == NULL || g_str_has_suffix (text, ":"),
                                      td_letter_section_is_bold (section) ? strlen (heading) : 0, text };

      sink->paragraph (sink, &paragraph);
    }
}

/* Tables */

static TdLetterStyle
get_cell_style (const TdLetterColumn *column)
{
  switch (column->align)
    {
    case TD_LETTER_ALIGN_CENTER: return TD_LETTER_STYLE_CELL_CENTER;
    case TD_LETTER_ALIGN_RIGHT: return TD_LETTER_STYLE_CELL_RIGHT;
    case TD_LETTER_ALIGN_LEFT:
    default: return TD_LETTER_STYLE_CELL_LEFT;
    }
}

static void
put_cell (TdLetterSink *sink, guint column, guint n_spanned, TdLetterStyle style, const char *text)
{
  sink->begin_cell (sink, column, n_spanned);
  put (sink, style, text != NULL ? text : "");
  sink->end_cell (sink);
}

static void
put_rows (TdLetterSink *sink, const TdLetterTable *table, guint room)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const TdLetterRow *row = g_ptr_array_index (table->rows, i);

      sink->begin_row (sink, FALSE, TRUE, row->head == NULL && room > 1 ? room * LINE_HEIGHT : 0);
      if (row->head != NULL)
        put_cell (sink, 0, table->columns->len, TD_LETTER_STYLE_CELL_GROUP, row->head);
      for (guint j = 0; row->head == NULL && j < table->columns->len; j++)
        put_cell (sink, j, 1, get_cell_style (g_ptr_array_index (table->columns, j)), row->cells[j]);
      sink->end_row (sink);
    }
}

static double
measure_word (TdLetterSink *sink, const char *word, gboolean bold)
{
  double widest = 0;

  sink->writing->fit (word, 13, bold, FALSE, TD_LETTER_TEXT_WIDTH, &widest, sink->writing->fit_data);
  return widest;
}

/* What a column needs so that no word of its head and no number in it is broken. */
static double
get_least_width (TdLetterSink *sink, const TdLetterTable *table, guint n)
{
  const TdLetterColumn *column = g_ptr_array_index (table->columns, n);
  g_auto (GStrv) words = g_strsplit_set (column->title, " \n", -1);
  const char *longest = "";
  double least = 0, number;

  for (guint i = 0; words[i] != NULL; i++)
    {
      double width = measure_word (sink, words[i], TRUE);

      least = MAX (least, width);
    }
  for (guint i = 0; column->align != TD_LETTER_ALIGN_LEFT && i < table->rows->len; i++)
    {
      const TdLetterRow *row = g_ptr_array_index (table->rows, i);

      if (row->cells != NULL && g_utf8_strlen (row->cells[n], -1) > g_utf8_strlen (longest, -1))
        longest = row->cells[n];
    }
  number = measure_word (sink, longest, FALSE);
  least = MAX (least, number);
  return MIN (least + 2 * TD_LETTER_CELL_PAD + 0.5, TD_LETTER_TEXT_WIDTH / 3);
}

/* Shares the width out as the columns ask, but gives each what it needs at least. */
static double *
share_width (TdLetterSink *sink, const TdLetterTable *table)
{
  guint n = table->columns->len;
  double *widths = g_new0 (double, n);
  double room = TD_LETTER_TEXT_WIDTH, shares = 0;
  gboolean changed = TRUE;

  for (guint i = 0; i < n; i++)
    shares += ((const TdLetterColumn *) g_ptr_array_index (table->columns, i))->width;
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < n; i++)
        {
          const TdLetterColumn *column = g_ptr_array_index (table->columns, i);
          double least = widths[i] > 0 ? 0 : get_least_width (sink, table, i);

          if (widths[i] > 0 || room * column->width / shares >= least)
            continue;
          widths[i] = least;
          room -= least;
          shares -= column->width;
          changed = TRUE;
        }
    }
  for (guint i = 0; i < n; i++)
    if (widths[i] == 0)
      widths[i] = room * ((const TdLetterColumn *) g_ptr_array_index (table->columns, i))->width / shares;
  return widths;
}

static void
put_table (TdLetterSink *sink, const TdLetterTable *table)
{
  guint n = table->columns->len, room = 0;
  g_autofree double *widths = NULL;

  if (table->title != NULL)
    put (sink, TD_LETTER_STYLE_TABLE_TITLE, table->title);
  put (sink, TD_LETTER_STYLE_SPACER, "");
  if (n > 0)
    {
      widths = share_width (sink, table);
      sink->begin_table (sink, widths, n, TRUE);
      sink->begin_row (sink, TRUE, TRUE, 0);
      for (guint i = 0; i < n; i++)
        {
          const TdLetterColumn *column = g_ptr_array_index (table->columns, i);

          room = MAX (room, column->room);
          put_cell (sink, i, 1, TD_LETTER_STYLE_CELL_HEAD, column->title);
        }
      sink->end_row (sink);
      put_rows (sink, table, room);
      sink->end_table (sink);
    }
  put (sink, TD_LETTER_STYLE_BODY, table->closing);
}

static void
put_tables (TdLetterSink *sink, GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    put_table (sink, g_ptr_array_index (tables, i));
}

/* Foot */

static void
put_signatures (TdLetterSink *sink, const TdLetter *letter)
{
  guint n = letter->signatures->len;
  g_autofree double *widths = g_new0 (double, n);

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    widths[i] = TD_LETTER_TEXT_WIDTH / n;
  put (sink, TD_LETTER_STYLE_SPACER, "");
  sink->begin_table (sink, widths, n, FALSE);
  sink->begin_row (sink, FALSE, TRUE, 45);
  for (guint i = 0; i < n; i++)
    {
      sink->begin_cell (sink, i, 1);
      put_centred (sink, TD_LETTER_STYLE_ISSUING, g_ptr_array_index (letter->signatures, i), widths[i], 0);
      put (sink, TD_LETTER_STYLE_SIGN_HINT, SIGN_HINT);
      sink->end_cell (sink);
    }
  sink->end_row (sink);
  sink->end_table (sink);
}

static void
put_recipients (TdLetterSink *sink, const TdLetter *letter)
{
  put (sink, TD_LETTER_STYLE_RECIPIENTS, letter->recipients_label != NULL ? letter->recipients_label : "");
  for (guint i = 0; i < letter->recipients->len; i++)
    {
      g_autofree char *line = g_strconcat ("- ", g_ptr_array_index (letter->recipients, i), NULL);

      put (sink, TD_LETTER_STYLE_RECIPIENT, line);
    }
}

static void
put_foot (TdLetterSink *sink, const TdLetter *letter)
{
  static const double widths[] = { SIGN_LEFT, TD_LETTER_TEXT_WIDTH - SIGN_LEFT };

  put_signatures (sink, letter);
  if (letter->signer_name == NULL && letter->signer_position == NULL && letter->recipients->len == 0)
    return;
  put_keeping (sink, TD_LETTER_STYLE_SPACER, "", 0, TRUE);
  sink->begin_table (sink, widths, 2, FALSE);
  sink->begin_row (sink, FALSE, letter->recipients->len <= MOST_WHOLE, 0);
  sink->begin_cell (sink, 0, 1);
  put_recipients (sink, letter);
  sink->end_cell (sink);
  sink->begin_cell (sink, 1, 1);
  put_centred (sink, TD_LETTER_STYLE_CAPACITY, letter->signer_capacity, widths[1], 0);
  put_centred (sink, TD_LETTER_STYLE_CAPACITY, letter->signer_position, widths[1], 0);
  put (sink, TD_LETTER_STYLE_SIGNER, letter->signer_name != NULL ? letter->signer_name : "");
  sink->end_cell (sink);
  sink->end_row (sink);
  sink->end_table (sink);
}

/* Parts */

static void
put_letter (TdLetterSink *sink, const TdLetter *letter)
{
  sink->begin_part (sink, 0);
  if (letter->state != NULL || letter->issuing_body != NULL)
    put_head (sink, letter, TRUE);
  put_addressees (sink, letter);
  put (sink, TD_LETTER_STYLE_TYPE, letter->type_name);
  put_centred (sink, TD_LETTER_STYLE_ABSTRACT, letter->abstract, TD_LETTER_TEXT_WIDTH, RULE_SHARE);
  put_centred (sink, TD_LETTER_STYLE_AUTHORITY, letter->authority, TD_LETTER_TEXT_WIDTH, 0);
  for (guint i = 0; i < letter->bases->len; i++)
    put (sink, TD_LETTER_STYLE_BASE, g_ptr_array_index (letter->bases, i));
  put (sink, TD_LETTER_STYLE_ORDER, letter->order_word);
  for (guint i = 0; i < letter->articles->len; i++)
    put_article (sink, g_ptr_array_index (letter->articles, i), i + 1 == letter->articles->len);
  put_sections (sink, letter->sections);
  put_tables (sink, letter->tables);
  if (letter->closing != NULL)
    put_keeping (sink, TD_LETTER_STYLE_BODY, letter->closing, 0, TRUE);
  put_foot (sink, letter);
}

static void
put_appendix (TdLetterSink *sink, const TdLetter *letter, const TdLetterAppendix *appendix, guint part)
{
  sink->begin_part (sink, part);
  if (appendix->headed)
    put_head (sink, letter, FALSE);
  put (sink, TD_LETTER_STYLE_APPENDIX, appendix->label);
  put_centred (sink, appendix->headed ? TD_LETTER_STYLE_TYPE : TD_LETTER_STYLE_APPENDIX_TITLE, appendix->title, TD_LETTER_TEXT_WIDTH, 0);
  put_centred (sink, TD_LETTER_STYLE_ABSTRACT, appendix->abstract, TD_LETTER_TEXT_WIDTH, 0);
  put_centred (sink, TD_LETTER_STYLE_APPENDIX_NOTE, appendix->subtitle, TD_LETTER_TEXT_WIDTH, 0.3);
  put_sections (sink, appendix->sections);
  put_tables (sink, appendix->tables);
  put (sink, TD_LETTER_STYLE_BODY, appendix->closing);
}

static TdLetterSink *
make_sink (const char *path)
{
  g_autofree char *low = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (low, ".odt"))
    return _td_letter_odt_new ();
  return g_str_has_suffix (low, ".docx") ? _td_letter_docx_new () : NULL;
}

/**
 * td_letter_writer_knows:
 * @path: a file to make
 *
 * Returns: whether its ending is one td_letter_write() knows
 */
gboolean
td_letter_writer_knows (const char *path)
{
  g_autofree char *low = g_ascii_strdown (path, -1);

  return g_str_has_suffix (low, ".odt") || g_str_has_suffix (low, ".docx");
}

/**
 * td_letter_write:
 * @letter: an official document without cards
 * @writing: what it is called, and what measures for it
 * @path: the .odt or .docx to make or replace
 * @error: return location; %TD_LETTER_WRITER_ERROR, or what went wrong with the file
 *
 * Writes a letter to be worked on in Word or LibreOffice in the format of NĐ 30/2020, with the font
 * named Times New Roman. The same letter makes the same bytes.
 *
 * Returns: whether it is there
 */
gboolean
td_letter_write (const TdLetter *letter, const TdLetterWriting *writing, const char *path, GError **error)
{
  g_autoptr (TdOutput) output = NULL;
  TdLetterSink *sink;
  gboolean ok;

  if (letter->cards->len > 0)
    {
      g_set_error_literal (error, TD_LETTER_WRITER_ERROR, TD_LETTER_WRITER_ERROR_CARDS, _ ("This paper can only be saved as PDF."));
      return FALSE;
    }
  sink = make_sink (path);
  if (sink == NULL)
    {
      g_set_error_literal (error, TD_LETTER_WRITER_ERROR, TD_LETTER_WRITER_ERROR_ENDING, _ ("The name of the file must end with .pdf, .docx or .odt."));
      return FALSE;
    }
  sink->writing = writing;
  put_letter (sink, letter);
  for (guint i = 0; i < letter->appendices->len; i++)
    put_appendix (sink, letter, g_ptr_array_index (letter->appendices, i), i + 1);
  output = td_output_open (path, error);
  ok = output != NULL && sink->finish (sink, output, error) && td_output_finish (output, error);
  sink->free (sink);
  return ok;
}
