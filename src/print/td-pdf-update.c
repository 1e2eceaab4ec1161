/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-pdf-update"

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "td-pdf-update.h"

/* What is between two pages is read at once. */
#define WINDOW 4096
/* Nothing cairo writes without a stream is longer: the list of a million pages. */
#define MAX_DICTIONARY (16 * 1024 * 1024)
/* Nor is a page of text, when it is unpacked. */
#define MAX_STREAM (16 * 1024 * 1024)

/**
 * TdPdfUpdate:
 *
 * A PDF that cairo has finished, with objects put in anew (ISO 32000-1, 7.5.6). An object whose new
 * text is no longer than the old one takes its place; the others, and the streams, go behind the end.
 */
struct _TdPdfUpdate
{
  int fd;
  goffset size;
  goffset xref;    /* of the last table */
  goffset entries; /* its first entry */
  guint n_objects; /* that cairo wrote */
  guint n_reserved;
  guint root;
  guint info;
  GString *tail;      /* what goes behind the end */
  GArray *numbers;    /* of the objects in it, guint */
  GArray *offsets;    /* of the same, goffset */
  char near[WINDOW];  /* what was read last */
  goffset near_start; /* where that stands */
  gsize near_length;
};

/**
 * td_pdf_update_fail:
 * @error: return location
 *
 * Returns: %FALSE, with the error that the file is not what was expected
 */
gboolean
td_pdf_update_fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The PDF is not laid out as cairo writes it");
  return FALSE;
}

static gssize
read_at (int fd, goffset offset, char *buffer, gsize size)
{
  gssize n;

  do
    n = pread (fd, buffer, size, offset);
  while (n < 0 && errno == EINTR);
  return n;
}

static gboolean
write_all (int fd, goffset at, const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = pwrite (fd, data, length, at);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int code = errno;

          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
          return FALSE;
        }
      data += n;
      at += n;
      length -= n;
    }
  return TRUE;
}

static gboolean
read_trailer (TdPdfUpdate *self, GError **error)
{
  char tail[601], head[64];
  gssize got;
  const char *start, *trailer;
  guint64 offset;
  int skip = 0;

  self->size = lseek (self->fd, 0, SEEK_END);
  got = self->size > 0 ? read_at (self->fd, MAX (0, self->size - 600), tail, sizeof tail - 1) : 0;
  if (got <= 0)
    return td_pdf_update_fail (error);
  tail[got] = '\0';
  start = g_strrstr_len (tail, got, "startxref");
  trailer = g_strrstr_len (tail, got, "trailer");
  if (start == NULL || trailer == NULL
      || sscanf (start, "startxref %" G_GUINT64_FORMAT, &offset) != 1 || offset >= (guint64) self->size
      || sscanf (trailer, "trailer << /Size %u /Root %u 0 R /Info %u 0 R", &self->n_objects, &self->root, &self->info) != 3)
    return td_pdf_update_fail (error);
  self->xref = (goffset) offset;
  got = read_at (self->fd, self->xref, head, sizeof head - 1);
  head[MAX (got, 0)] = '\0';
  if (sscanf (head, "xref 0 %*u%n", &skip) != 0 || skip == 0)
    return td_pdf_update_fail (error);
  while (g_ascii_isspace (head[skip]))
    skip++;
  self->entries = self->xref + skip;
  /* a table that could not stand in the file is not worked through */
  if (self->n_objects == 0 || self->entries + (goffset) 20 * self->n_objects > self->size)
    return td_pdf_update_fail (error);
  return TRUE;
}

/**
 * td_pdf_update_new:
 * @fd: a PDF that cairo has finished, open for reading and writing; it stays open
 * @error: return location
 *
 * Returns: (transfer full): the update, in which nothing is changed yet
 */
TdPdfUpdate *
td_pdf_update_new (int fd, GError **error)
{
  g_autoptr (TdPdfUpdate) self = g_new0 (TdPdfUpdate, 1);

  g_return_val_if_fail (fd >= 0, NULL);

  self->fd = fd;
  self->tail = g_string_new ("\n");
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (goffset));
  return read_trailer (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * td_pdf_update_free:
 * @self: (transfer full): an update; what was not written is dropped
 */
void
td_pdf_update_free (TdPdfUpdate *self)
{
  g_string_free (self->tail, TRUE);
  g_array_unref (self->numbers);
  g_array_unref (self->offsets);
  g_free (self);
}

/**
 * td_pdf_update_get_n_objects:
 * @self: an update
 *
 * Returns: how many objects cairo wrote; they have the numbers from 1 on to one less
 */
guint
td_pdf_update_get_n_objects (TdPdfUpdate *self)
{
  return self->n_objects;
}

/**
 * td_pdf_update_get_root:
 * @self: an update
 *
 * Returns: number of the document's catalogue
 */
guint
td_pdf_update_get_root (TdPdfUpdate *self)
{
  return self->root;
}

/* The pages of a file and what belongs to them lie side by side: one window serves several objects. */
static const char *
look_at (TdPdfUpdate *self, goffset offset, gsize least, gsize *length)
{
  gssize got;

  if (offset < self->near_start || offset + (goffset) least > self->near_start + (goffset) self->near_length)
    {
      self->near_start = MAX (0, offset - WINDOW / 3);
      got = read_at (self->fd, self->near_start, self->near, WINDOW);
      self->near_length = MAX (got, 0);
      if (offset >= self->near_start + (goffset) self->near_length)
        return NULL;
    }
  *length = self->near_start + self->near_length - offset;
  return self->near + (offset - self->near_start);
}

static gboolean
find_object (TdPdfUpdate *self, guint number, goffset *offset)
{
  char entry[21] = { 0 };

  if (number == 0 || number >= self->n_objects
      || read_at (self->fd, self->entries + (goffset) 20 * number, entry, 20) != 20 || entry[17] != 'n')
    return FALSE;
  *offset = (goffset) g_ascii_strtoull (entry, NULL, 10);
  return *offset > 0 && *offset < self->size;
}

/* From "7 0 obj" on to what ends it; %NULL when that is not there. */
static char *
dup_object (TdPdfUpdate *self, guint number, goffset *offset)
{
  g_autofree char *copy = NULL;
  guint said;
  gsize size = 512;

  if (!find_object (self, number, offset))
    return NULL;
  for (;;)
    {
      gsize length;
      const char *text = size < WINDOW / 2 ? look_at (self, *offset, size, &length) : NULL;
      const char *object_end, *stream, *end;

      if (text == NULL)
        {
          gssize got;

          g_free (copy);
          copy = g_malloc (size);
          got = read_at (self->fd, *offset, copy, size);
          text = copy;
          length = MAX (got, 0);
        }
      object_end = g_strstr_len (text, length, "endobj");
      stream = g_strstr_len (text, object_end != NULL ? (gsize) (object_end - text) : length, "stream");
      end = stream != NULL ? stream : object_end;
      if (end != NULL)
        {
          char *object = g_strndup (text, end - text);

          if (sscanf (object, "%u 0 obj", &said) == 1 && said == number)
            return object;
          g_free (object);
          return NULL;
        }
      if (length < size || size >= MAX_DICTIONARY)
        return NULL;
      size *= 4;
    }
}

/**
 * td_pdf_update_dup_dictionary:
 * @self: an update
 * @number: of an object cairo wrote
 * @error: return location
 *
 * Returns: (transfer full): its text, for a stream what stands before the data
 */
char *
td_pdf_update_dup_dictionary (TdPdfUpdate *self, guint number, GError **error)
{
  goffset offset;
  g_autofree char *object = dup_object (self, number, &offset);
  const char *text = object != NULL ? strstr (object, "obj") : NULL;

  if (text != NULL)
    return g_strstrip (g_strdup (text + 3));
  td_pdf_update_fail (error);
  return NULL;
}

static GBytes *
convert (GConverter *converter, const char *data, gsize length, gsize most, GError **error)
{
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, converter);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) > 0 && all->len <= most)
    g_byte_array_append (all, buffer, n);
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * td_pdf_update_dup_stream:
 * @self: an update
 * @number: of a packed stream cairo wrote
 * @error: return location
 *
 * Returns: (transfer full): its data, unpacked
 */
char *
td_pdf_update_dup_stream (TdPdfUpdate *self, guint number, GError **error)
{
  goffset offset;
  g_autofree char *object = dup_object (self, number, &offset);
  const char *reference = object != NULL ? strstr (object, "/Length ") : NULL;
  g_autofree char *length_text = NULL, *packed = NULL;
  g_autoptr (GZlibDecompressor) unpack = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) plain = NULL;
  guint length;

  if (reference == NULL || strstr (object, "/FlateDecode") == NULL || sscanf (reference, "/Length %u 0 R", &length) != 1)
    return td_pdf_update_fail (error), NULL;
  length_text = td_pdf_update_dup_dictionary (self, length, error);
  if (length_text == NULL)
    return NULL;
  length = (guint) strtoul (length_text, NULL, 10);
  offset += strlen (object) + strlen ("stream\n");
  if (length == 0 || length > MAX_STREAM || offset + (goffset) length > self->size)
    return td_pdf_update_fail (error), NULL;
  packed = g_malloc (length);
  if (read_at (self->fd, offset, packed, length) != (gssize) length)
    return td_pdf_update_fail (error), NULL;
  plain = convert (G_CONVERTER (unpack), packed, length, MAX_STREAM, error);
  return plain != NULL ? g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain)) : NULL;
}

/**
 * td_pdf_update_reserve:
 * @self: an update
 * @n: how many objects
 *
 * Returns: the first of @n numbers for new objects; each must be put
 */
guint
td_pdf_update_reserve (TdPdfUpdate *self, guint n)
{
  self->n_reserved += n;
  return self->n_objects + self->n_reserved - n;
}

static void
begin_behind (TdPdfUpdate *self, guint number)
{
  goffset offset = self->size + self->tail->len;

  g_array_append_val (self->numbers, number);
  g_array_append_val (self->offsets, offset);
  g_string_append_printf (self->tail, "%u 0 obj\n", number);
}

/**
 * td_pdf_update_put:
 * @self: an update
 * @number: of an object cairo wrote, or a reserved one
 * @dictionary: what it says from now on; the object is no stream
 * @error: return location
 *
 * Returns: whether it could be written
 */
gboolean
td_pdf_update_put (TdPdfUpdate *self, guint number, const char *dictionary, GError **error)
{
  goffset offset;
  g_autofree char *old = dup_object (self, number, &offset);
  g_autofree char *text = g_strdup_printf ("%u 0 obj\n%s\n", number, dictionary);
  gsize length = strlen (text);

  if (old != NULL && length <= strlen (old))
    {
      g_autofree char *padded = g_strdup_printf ("%-*s", (int) strlen (old), text);

      return write_all (self->fd, offset, padded, strlen (padded), error);
    }
  begin_behind (self, number);
  g_string_append_printf (self->tail, "%s\nendobj\n", dictionary);
  return TRUE;
}

/**
 * td_pdf_update_put_stream:
 * @self: an update
 * @number: of an object cairo wrote, or a reserved one
 * @dictionary: its entries but those on length and packing
 * @plain: its data
 * @error: return location
 *
 * Returns: whether it could be packed
 */
gboolean
td_pdf_update_put_stream (TdPdfUpdate *self, guint number, const char *dictionary, GBytes *plain, GError **error)
{
  g_autoptr (GZlibCompressor) pack = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  gsize length;
  const char *data = g_bytes_get_data (plain, &length);
  g_autoptr (GBytes) packed = convert (G_CONVERTER (pack), data, length, G_MAXSIZE, error);

  if (packed == NULL)
    return FALSE;
  begin_behind (self, number);
  g_string_append_printf (self->tail, "<< %s /Filter /FlateDecode /Length %" G_GSIZE_FORMAT " >>\nstream\n",
                          dictionary, g_bytes_get_size (packed));
  g_string_append_len (self->tail, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  g_string_append (self->tail, "\nendstream\nendobj\n");
  return TRUE;
}

/**
 * td_pdf_update_write:
 * @self: an update
 * @error: return location
 *
 * Puts what did not fit into the file behind its end, with a table of it.
 *
 * Returns: whether that was done
 */
gboolean
td_pdf_update_write (TdPdfUpdate *self, GError **error)
{
  goffset xref = self->size + self->tail->len;

  if (self->numbers->len == 0)
    return TRUE;
  g_string_append (self->tail, "xref\n");
  for (guint i = 0; i < self->numbers->len; i++)
    g_string_append_printf (self->tail, "%u 1\n%010" G_GOFFSET_FORMAT " 00000 n \n",
                            g_array_index (self->numbers, guint, i), g_array_index (self->offsets, goffset, i));
  g_string_append_printf (self->tail, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GOFFSET_FORMAT "\n>>\nstartxref\n%" G_GOFFSET_FORMAT "\n%%%%EOF\n",
                          self->n_objects + self->n_reserved, self->root, self->info, self->xref, xref);
  return write_all (self->fd, self->size, self->tail->str, self->tail->len, error);
}
