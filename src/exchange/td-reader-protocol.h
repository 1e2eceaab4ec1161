/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdReaderRecord:
 * @tag: a #TdReaderTag
 * @number: what the tag says
 * @length: how many bytes of text follow
 *
 * What the reader process writes, one after the other. Both sides are of one build and one
 * machine.
 */
typedef struct
{
  guint32 tag;
  guint32 number;
  guint32 length;
} TdReaderRecord;

/**
 * TdReaderTag:
 * @TD_READER_SHEET: begins; the text is its name
 * @TD_READER_ROW: begins; its number from 0, rising
 * @TD_READER_TEXT: a cell; its column from 0, rising
 * @TD_READER_NUMBER: a cell; the text is what g_ascii_strtod() reads
 * @TD_READER_DATE: a cell; the text is an ISO date, perhaps with a time after it
 * @TD_READER_PASSWORD: the file cannot be read without
 * @TD_READER_DAMAGED: the file cannot be read
 * @TD_READER_END: all has been told
 * @TD_READER_CODE: the text of a QR code
 * @TD_READER_TOO_LARGE: the picture has more dots than are looked at
 * @TD_READER_PAGE: begins; its number from 1, the text is how many there are
 * @TD_READER_WORD: of a page: left, top, right and bottom in tenths of a point from its top left, the size of the font, and behind
 *   tabs the font and the word
 */
typedef enum
{
  TD_READER_SHEET = 1,
  TD_READER_ROW,
  TD_READER_TEXT,
  TD_READER_NUMBER,
  TD_READER_DATE,
  TD_READER_PASSWORD,
  TD_READER_DAMAGED,
  TD_READER_END,
  TD_READER_CODE,
  TD_READER_TOO_LARGE,
  TD_READER_PAGE,
  TD_READER_WORD,
} TdReaderTag;

/* What the reader is asked for, as its one argument. */
#define TD_READER_BOOK    "book"    /* an .xls: its sheets */
#define TD_READER_PICTURE "picture" /* a scan or photo: the QR codes on it */
#define TD_READER_PLAN    "plan"    /* a PDF: its words and where they stand */
#define TD_READER_DRAWING "drawing" /* an SVG: whether it can be drawn */

G_END_DECLS
