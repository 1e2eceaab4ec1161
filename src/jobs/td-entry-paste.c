/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-paste"

#include "config.h"

#include "td-entry-paste.h"

/* What a spreadsheet puts on the clipboard as text: lines, tabs between the cells, and quotes around
 * a cell that holds either; a quote in it is doubled. */

#define MAX_CELL 4000 /* bytes: nothing that is entered by hand is longer */

static const char *
read_cell (const char *p, GString *cell)
{
  gboolean quoted = *p == '"';
  const char *begin = p;

  g_string_truncate (cell, 0);
  for (p += quoted; *p != '\0'; p++)
    {
      if (quoted && p[0] == '"' && p[1] == '"')
        p++;
      else if (quoted && *p == '"')
        return p + 1;
      else if (!quoted && (*p == '\t' || *p == '\n' || *p == '\r'))
        return p;
      g_string_append_c (cell, *p);
    }
  /* A quote that never ends is a quote. */
  if (quoted)
    for (p = begin, g_string_truncate (cell, 0); *p != '\0' && *p != '\t' && *p != '\n' && *p != '\r'; p++)
      g_string_append_c (cell, *p);
  return p;
}

static void
take_cell (GPtrArray *cells, GString *cell)
{
  char *text;

  if (cell->len > MAX_CELL)
    g_string_truncate (cell, MAX_CELL);
  text = g_utf8_make_valid (cell->str, cell->len);
  g_ptr_array_add (cells, text);
}

/**
 * td_entry_paste_split:
 * @text: valid UTF-8
 * @more: (out): whether there are more lines than are taken
 *
 * Returns: (transfer full) (element-type GStrv): the cells of each line, of at most
 *   TD_ENTRY_PASTE_MAX lines
 */
GPtrArray *
td_entry_paste_split (const char *text, gboolean *more)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GString) cell = g_string_new (NULL);
  GPtrArray *cells = g_ptr_array_new ();

  for (const char *p = text;;)
    {
      p = read_cell (p, cell);
      take_cell (cells, cell);
      if (*p == '\t')
        {
          p++;
          continue;
        }
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (lines, g_ptr_array_free (cells, FALSE));
      p += *p == '\r';
      p += *p == '\n';
      *more = *p != '\0';
      if (!*more || lines->len == TD_ENTRY_PASTE_MAX)
        return lines;
      cells = g_ptr_array_new ();
    }
}
