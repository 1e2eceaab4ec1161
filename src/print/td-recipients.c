/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-recipients"

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "td-recipients.h"

/* Ten thousand certificates say the same sentence ten thousand times. The fields of some dozens are packed together;
 * to be read they are unpacked, and only those of one pack at a time. */

#define PER_PACK 64
#define NO_PACK  G_MAXUINT

typedef struct
{
  GBytes *bytes;
  gsize size; /* unpacked */
} Pack;

struct _TdRecipients
{
  gatomicrefcount ref_count;

  GArray *packs;      /* Pack, full ones */
  GByteArray *filled; /* the last one, not full, as it is: name, NUL, value, NUL …, NUL */
  guint n;

  guint at;          /* which pack is unpacked */
  char *plain;       /* what it says */
  GPtrArray *tables; /* GHashTable of its recipients, into plain */
};

static void
clear_pack (gpointer data)
{
  g_bytes_unref (((Pack *) data)->bytes);
}

/**
 * td_recipients_new:
 *
 * Returns: (transfer full): nobody yet
 */
TdRecipients *
td_recipients_new (void)
{
  TdRecipients *self = g_new0 (TdRecipients, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->packs = g_array_new (FALSE, FALSE, sizeof (Pack));
  g_array_set_clear_func (self->packs, clear_pack);
  self->filled = g_byte_array_new ();
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->at = NO_PACK;
  return self;
}

/**
 * td_recipients_ref:
 * @self: recipients
 *
 * Returns: (transfer full): the same
 */
TdRecipients *
td_recipients_ref (TdRecipients *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * td_recipients_unref:
 * @self: (transfer full): recipients
 */
void
td_recipients_unref (TdRecipients *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->packs);
  g_byte_array_unref (self->filled);
  g_ptr_array_unref (self->tables);
  g_free (self->plain);
  g_free (self);
}

/* Of bytes that are all there, into a buffer that is large enough. */
static gsize
convert (GConverter *converter, gconstpointer in, gsize in_size, gpointer out, gsize out_size)
{
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize done = 0, made = 0;

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize read = 0, written = 0;

      result = g_converter_convert (converter, (const char *) in + done, in_size - done, (char *) out + made, out_size - made, G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      done += read;
      made += written;
    }
  g_assert (result == G_CONVERTER_FINISHED);
  return made;
}

static void
pack (TdRecipients *self)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  gsize room = self->filled->len + self->filled->len / 1000 + 64; /* what cannot be made smaller grows by less */
  g_autofree char *buffer = g_malloc (room);
  gsize size = convert (G_CONVERTER (compressor), self->filled->data, self->filled->len, buffer, room);
  Pack one = { g_bytes_new (buffer, size), self->filled->len };

  g_array_append_val (self->packs, one);
  g_byte_array_set_size (self->filled, 0);
}

/* What was copied from other programs may be decomposed (macOS, some PDFs); printed and searched
 * text is NFC. Invalid bytes show as replacement characters instead of vanishing. */
static void
append (TdRecipients *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);

  g_byte_array_append (self->filled, (const guint8 *) normal, strlen (normal) + 1);
}

/**
 * td_recipients_add:
 * @self: recipients
 * @fields: (element-type utf8 utf8): what the next certificate says, by the names of td-certificate-document.h
 */
void
td_recipients_add (TdRecipients *self, GHashTable *fields)
{
  GHashTableIter iter;
  gpointer name, value;

  g_return_if_fail (self != NULL && fields != NULL);

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (*(const char *) name != '\0')
      {
        append (self, name);
        append (self, value != NULL ? value : "");
      }
  append (self, "");
  if (self->at == self->packs->len)
    self->at = NO_PACK;
  if (++self->n % PER_PACK == 0)
    pack (self);
}

/**
 * td_recipients_get_n:
 * @self: recipients
 *
 * Returns: how many
 */
guint
td_recipients_get_n (TdRecipients *self)
{
  return self->n;
}

static void
unpack (TdRecipients *self, guint number)
{
  gsize size;

  g_ptr_array_set_size (self->tables, 0);
  g_free (self->plain);
  if (number < self->packs->len)
    {
      const Pack *one = &g_array_index (self->packs, Pack, number);
      g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);

      self->plain = g_malloc (one->size);
      size = convert (G_CONVERTER (decompressor), g_bytes_get_data (one->bytes, NULL), g_bytes_get_size (one->bytes), self->plain, one->size);
    }
  else
    {
      self->plain = g_memdup2 (self->filled->data, self->filled->len);
      size = self->filled->len;
    }
  for (const char *at = self->plain; at < self->plain + size; at++)
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      while (*at != '\0')
        {
          const char *value = at + strlen (at) + 1;

          g_hash_table_insert (table, (char *) at, (char *) value);
          at = value + strlen (value) + 1;
        }
      g_ptr_array_add (self->tables, table);
    }
  self->at = number;
}

/**
 * td_recipients_get:
 * @self: recipients
 * @n: which, from 0
 *
 * Returns: (transfer none) (element-type utf8 utf8): what that certificate says, NFC; lent until another one is asked for
 */
GHashTable *
td_recipients_get (TdRecipients *self, guint n)
{
  g_return_val_if_fail (self != NULL && n < self->n, NULL);

  if (self->at != n / PER_PACK)
    unpack (self, n / PER_PACK);
  return g_ptr_array_index (self->tables, n % PER_PACK);
}

/**
 * td_recipients_dup:
 * @self: recipients
 * @n: which, from 0
 *
 * Returns: (transfer full) (element-type utf8 utf8): a copy of what that certificate says
 */
GHashTable *
td_recipients_dup (TdRecipients *self, guint n)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, td_recipients_get (self, n));
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (copy, g_strdup (name), g_strdup (value));
  return copy;
}
