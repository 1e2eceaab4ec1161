/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-changeset"

#include "config.h"

#include <string.h>

#include "td-connection-private.h"

/* The bytes in which SQLite keeps what a transaction changed. */

static gsize
read_varint (const guint8 **place, const guint8 *end)
{
  gsize number = 0;

  for (guint i = 0; i < 9 && *place < end; i++)
    {
      guint8 byte = *(*place)++;

      if (i == 8)
        return number << 8 | byte;
      number = number << 7 | (byte & 0x7f);
      if (byte < 0x80)
        break;
    }
  return number;
}

static const guint8 *
skip_values (const guint8 *p, const guint8 *end, gsize n)
{
  for (; n > 0 && p < end; n--)
    switch (*p++)
      {
      case SQLITE_INTEGER:
      case SQLITE_FLOAT:
        p += 8;
        break;
      case SQLITE_TEXT:
      case SQLITE_BLOB:
        {
          gsize length = read_varint (&p, end);

          p += MIN (length, (gsize) (end - p));
          break;
        }
      default: /* no value, or none that changed */
        break;
      }
  return p;
}

/**
 * _td_changeset_count:
 * @changeset: as SQLite has just written it
 * @length: in bytes
 *
 * SQLite's own iterator copies every value, so this steps over them: 'T', the number of columns,
 * which of them are the key, the table's name; then for every change its operation, a flag and the
 * old values, the new ones, or both.
 *
 * Returns: how many changes there are
 */
gint64
_td_changeset_count (const void *changeset, int length)
{
  const guint8 *p = changeset;
  const guint8 *end = p + length;
  gsize n_columns = 0;
  gint64 n = 0;

  while (p < end)
    if (*p == 'T')
      {
        p++;
        n_columns = read_varint (&p, end);
        p += n_columns;
        p += p < end ? strnlen ((const char *) p, end - p) + 1 : 0;
      }
    else
      {
        gboolean both = *p == SQLITE_UPDATE;

        p = skip_values (p + 2, end, both ? 2 * n_columns : n_columns);
        n++;
      }
  return n;
}
