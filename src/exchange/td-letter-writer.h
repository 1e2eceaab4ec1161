/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-letter.h"

G_BEGIN_DECLS

/**
 * TdLetterWriterError:
 * @TD_LETTER_WRITER_ERROR_ENDING: the path ends with neither .odt nor .docx
 * @TD_LETTER_WRITER_ERROR_CARDS: the letter has cards, which only a PDF can hold
 */
typedef enum
{
  TD_LETTER_WRITER_ERROR_ENDING,
  TD_LETTER_WRITER_ERROR_CARDS,
} TdLetterWriterError;

#define TD_LETTER_WRITER_ERROR (td_letter_writer_error_quark ())
GQuark td_letter_writer_error_quark (void);

/**
 * TdLetterFitFunc:
 * @text: a text
 * @size: points
 * @bold: whether it is bold
 * @italic: whether it is italic
 * @width: where its lines end at most, millimetres
 * @widest: (out): its longest line when its lines are about equal
 * @user_data: as given
 *
 * Measures in the face the document will have.
 *
 * Returns: the width at which it breaks into as few lines, and all about equal, millimetres
 */
typedef double (*TdLetterFitFunc) (const char *text, double size, gboolean bold, gboolean italic, double width, double *widest, gpointer user_data);

/**
 * TdLetterWriting:
 * @title: of the document
 * @made_at: Unix time it is said to be made at
 * @fit: what measures
 * @fit_data: given to @fit
 */
typedef struct
{
  const char *title;
  gint64 made_at;
  TdLetterFitFunc fit;
  gpointer fit_data;
} TdLetterWriting;

gboolean td_letter_writer_knows (const char *path);
gboolean td_letter_write (const TdLetter *letter, const TdLetterWriting *writing, const char *path, GError **error);

G_END_DECLS
