/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-table-ods"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "td-data.h"
#include "td-table-writer-private.h"
#include "td-xml-writer-private.h"

/* A list as a spreadsheet of OpenDocument 1.2. Rows go into a file without a name; what stands above
 * them, the widths of the columns, is known only at the end, so room is left for it in front and
 * what of it is not needed stays blank. */

#define MIMETYPE       "application/vnd.oasis.opendocument.spreadsheet"
#define ROOM_FOR_HEAD  4096
#define ROOM_FOR_WIDTH 320 /* of one column */
#define MM_PER_LETTER  2.35

static const struct
{
  const char *prefix;
  const char *uri;
} namespaces[] = {
  { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "office:version", "1.2" },
};

typedef struct
{
  int fd;    /* of the rows */
  int error; /* errno of the first write that failed */
  xmlTextWriter *rows;
} State;

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/* Writing XML */

static void
begin_root (xmlTextWriter *xml, const char *name)
{
  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", NULL);
  _td_xml_begin (xml, name);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    _td_xml_set (xml, namespaces[i].prefix, namespaces[i].uri);
}

static void
write_line (xmlTextWriter *xml, const char *line, gsize length)
{
  const char *last = line + length;

  _td_xml_begin (xml, "text:p");
  while (line < last)
    {
      const char *p = line;
      gsize n_blanks = 0;

      while (p < last && *p != '\t' && !(*p == ' ' && (p == line || p + 1 == last || p[1] == ' ')))
        p++;
      _td_xml_write (xml, line, p - line);
      while (p + n_blanks < last && p[n_blanks] == ' ')
        n_blanks++;
      if (n_blanks > 0)
        {
          _td_xml_begin (xml, "text:s");
          _td_xml_set_number (xml, "text:c", n_blanks);
          _td_xml_end (xml);
        }
      else if (p < last)
        {
          _td_xml_begin (xml, "text:tab");
          _td_xml_end (xml);
          n_blanks = 1;
        }
      line = p + n_blanks;
    }
  _td_xml_end (xml);
}

static void
write_text (xmlTextWriter *xml, const char *text)
{
  for (;;)
    {
      gsize n = strcspn (text, "\n");

      write_line (xml, text, n);
      if (text[n] == '\0')
        return;
      text += n + 1;
    }
}

/* Rows */

/* What fails is kept for us: libxml2 would tell stderr. */
static int
write_cb (void *context, const char *data, int length)
{
  State *state = context;

  if (state->error == 0 && !td_output_write_all (state->fd, data, length))
    state->error = errno;
  return length;
}

static void
ods_free (gpointer data)
{
  State *state = data;

  if (state->rows != NULL)
    xmlFreeTextWriter (state->rows);
  if (state->fd >= 0)
    close (state->fd);
  g_free (state);
}

static void
write_string_cell (xmlTextWriter *xml, const char *style, const char *text)
{
  _td_xml_begin (xml, "table:table-cell");
  _td_xml_set (xml, "table:style-name", style);
  _td_xml_set (xml, "office:value-type", "string");
  write_text (xml, text);
  _td_xml_end (xml);
}

static gsize
room_for_head (TdTableWriter *writer)
{
  return ROOM_FOR_HEAD + (gsize) writer->n_columns * ROOM_FOR_WIDTH;
}

static gpointer
ods_open (TdTableWriter *writer, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "thidua-XXXXXX", NULL);
  State *state = g_new0 (State, 1);

  state->fd = g_mkstemp (path);
  if (state->fd < 0 || g_unlink (path) != 0 || lseek (state->fd, room_for_head (writer), SEEK_SET) < 0)
    {
      fail (error, errno);
      ods_free (state);
      return NULL;
    }
  state->rows = xmlNewTextWriter (xmlOutputBufferCreateIO (write_cb, NULL, state, NULL));
  _td_xml_begin (state->rows, "table:table-header-rows");
  _td_xml_begin (state->rows, "table:table-row");
  for (guint i = 0; i < writer->n_columns; i++)
    write_string_cell (state->rows, "Head", writer->columns[i].title);
  _td_xml_end (state->rows);
  _td_xml_end (state->rows);
  return state;
}

static void
write_cell (xmlTextWriter *xml, const TdTableCell *cell, TdFieldKind kind)
{
  g_autofree char *shown = cell->kind != TD_TABLE_EMPTY ? _td_table_cell_to_display (cell, kind) : NULL;
  char millimetres[G_ASCII_DTOSTR_BUF_SIZE];

  if (cell->kind == TD_TABLE_EMPTY)
    {
      _td_xml_begin (xml, "table:table-cell");
      _td_xml_end (xml);
      return;
    }
  if (cell->kind == TD_TABLE_TEXT || (cell->kind == TD_TABLE_DATE && !_td_table_is_day (cell)))
    {
      write_string_cell (xml, "Text", shown);
      return;
    }
  _td_xml_begin (xml, "table:table-cell");
  if (cell->kind == TD_TABLE_NUMBER)
    {
      _td_xml_set (xml, "table:style-name", kind == TD_FIELD_MONEY ? "Money" : kind == TD_FIELD_LENGTH ? "Length"
                                                                                                       : "Number");
      _td_xml_set (xml, "office:value-type", "float");
      if (kind == TD_FIELD_LENGTH)
        _td_xml_set (xml, "office:value", g_ascii_dtostr (millimetres, sizeof millimetres, cell->number / 1000.0));
      else
        _td_xml_set_number (xml, "office:value", cell->number);
    }
  else
    {
      _td_xml_set (xml, "table:style-name", "Day");
      _td_xml_set (xml, "office:value-type", "date");
      _td_xml_set (xml, "office:date-value", cell->text);
    }
  write_text (xml, shown);
  _td_xml_end (xml);
}

static gboolean
ods_add (TdTableWriter *writer, const TdTableCell *cells, GError **error)
{
  State *state = writer->state;

  _td_xml_begin (state->rows, "table:table-row");
  for (guint i = 0; i < writer->n_columns; i++)
    write_cell (state->rows, &cells[i], writer->columns[i].kind);
  _td_xml_end (state->rows);
  return state->error == 0 || fail (error, state->error);
}

/* The parts of the package */

static xmlBuffer *
make_head (TdTableWriter *writer)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *xml = xmlNewTextWriterMemory (buffer, 0);

  begin_root (xml, "office:document-content");
  _td_xml_begin (xml, "office:automatic-styles");
  for (guint i = 0; i < writer->n_columns; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);
      g_autofree char *width = g_strdup_printf ("%dmm", (int) (writer->widths[i] * MM_PER_LETTER));

      _td_xml_begin (xml, "style:style");
      _td_xml_set (xml, "style:name", name);
      _td_xml_set (xml, "style:family", "table-column");
      _td_xml_begin (xml, "style:table-column-properties");
      _td_xml_set (xml, "style:column-width", width);
      _td_xml_end (xml);
      _td_xml_end (xml);
    }
  _td_xml_begin (xml, "style:style");
  _td_xml_set (xml, "style:name", "t");
  _td_xml_set (xml, "style:family", "table");
  _td_xml_set (xml, "style:master-page-name", "Default");
  _td_xml_end (xml);
  _td_xml_end (xml);
  _td_xml_begin (xml, "office:body");
  _td_xml_begin (xml, "office:spreadsheet");
  _td_xml_begin (xml, "table:table");
  _td_xml_set (xml, "table:name", writer->sheet);
  _td_xml_set (xml, "table:style-name", "t");
  for (guint i = 0; i < writer->n_columns; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);

      _td_xml_begin (xml, "table:table-column");
      _td_xml_set (xml, "table:style-name", name);
      _td_xml_set (xml, "table:default-cell-style-name", "Text");
      _td_xml_end (xml);
    }
  xmlTextWriterWriteRaw (xml, BAD_CAST "\n"); /* closes the tag, not the element */
  xmlTextWriterFlush (xml);
  xmlFreeTextWriter (xml);
  return buffer;
}

static char *
column_letters (guint column)
{
  GString *letters = g_string_new (NULL);

  for (column++; column > 0; column = (column - 1) / 26)
    g_string_prepend_c (letters, 'A' + (column - 1) % 26);
  return g_string_free (letters, FALSE);
}

/* The buttons that filter stand in the row of headings. */
static void
write_tail (TdTableWriter *writer, xmlTextWriter *xml)
{
  g_autofree char *last = column_letters (writer->n_columns - 1);
  g_autofree char *range = g_strdup_printf ("'%s'.A1:'%s'.%s%u", writer->sheet, writer->sheet, last, writer->n_rows + 1);

  xmlTextWriterWriteRaw (xml, BAD_CAST "</table:table>");
  _td_xml_begin (xml, "table:database-ranges");
  _td_xml_begin (xml, "table:database-range");
  _td_xml_set (xml, "table:name", "__Anonymous_Sheet_DB__0"); /* as LibreOffice names the filter of a sheet */
  _td_xml_set (xml, "table:target-range-address", range);
  _td_xml_set (xml, "table:display-filter-buttons", "true");
  _td_xml_end (xml);
  _td_xml_end (xml);
  xmlTextWriterWriteRaw (xml, BAD_CAST "</office:spreadsheet></office:body></office:document-content>\n");
}

static gboolean
finish_content (TdTableWriter *writer, GError **error)
{
  State *state = writer->state;
  g_autofree char *blanks = NULL;
  xmlBuffer *head;
  gsize room = room_for_head (writer);
  gsize length;

  write_tail (writer, state->rows);
  xmlTextWriterFlush (state->rows);
  if (state->error != 0)
    return fail (error, state->error);
  head = make_head (writer);
  length = xmlBufferLength (head);
  g_assert (length <= room);
  blanks = g_strnfill (room, ' ');
  memcpy (blanks, xmlBufferContent (head), length);
  xmlBufferFree (head);
  return (lseek (state->fd, 0, SEEK_SET) == 0 && td_output_write_all (state->fd, blanks, room) && lseek (state->fd, 0, SEEK_SET) == 0) || fail (error, errno);
}

static xmlBuffer *
make_meta (TdTableWriter *writer)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *xml = xmlNewTextWriterMemory (buffer, 0);
  g_autoptr (GDateTime) made_at = g_date_time_new_from_unix_utc (writer->made_at);
  g_autofree char *date = g_date_time_format (made_at, "%Y-%m-%dT%H:%M:%SZ");

  begin_root (xml, "office:document-meta");
  _td_xml_begin (xml, "office:meta");
  xmlTextWriterWriteElement (xml, BAD_CAST "meta:generator", BAD_CAST "Thi Đua");
  _td_xml_begin (xml, "dc:title");
  _td_xml_write (xml, writer->title, strlen (writer->title));
  _td_xml_end (xml);
  xmlTextWriterWriteElement (xml, BAD_CAST "meta:creation-date", BAD_CAST date);
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  return buffer;
}

static void
write_setting (xmlTextWriter *xml, const char *name, const char *type, const char *value)
{
  _td_xml_begin (xml, "config:config-item");
  _td_xml_set (xml, "config:name", name);
  _td_xml_set (xml, "config:type", type);
  xmlTextWriterWriteString (xml, BAD_CAST value);
  _td_xml_end (xml);
}

static void
begin_setting (xmlTextWriter *xml, const char *element, const char *name)
{
  _td_xml_begin (xml, element);
  if (name != NULL)
    _td_xml_set (xml, "config:name", name);
}

/* The row of headings stays in sight. */
static xmlBuffer *
make_settings (TdTableWriter *writer)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *xml = xmlNewTextWriterMemory (buffer, 0);

  begin_root (xml, "office:document-settings");
  _td_xml_begin (xml, "office:settings");
  begin_setting (xml, "config:config-item-set", "ooo:view-settings");
  begin_setting (xml, "config:config-item-map-indexed", "Views");
  begin_setting (xml, "config:config-item-map-entry", NULL);
  write_setting (xml, "ViewId", "string", "view1");
  write_setting (xml, "ActiveTable", "string", writer->sheet);
  begin_setting (xml, "config:config-item-map-named", "Tables");
  begin_setting (xml, "config:config-item-map-entry", writer->sheet);
  write_setting (xml, "VerticalSplitMode", "short", "2");
  write_setting (xml, "VerticalSplitPosition", "int", "1");
  write_setting (xml, "ActiveSplitRange", "short", "2");
  write_setting (xml, "PositionBottom", "int", "1");
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  return buffer;
}

/* Packing */

static zip_int64_t
add_part (TdTableWriter *writer, zip_t *package, const char *name, zip_source_t *source)
{
  zip_int64_t i = source != NULL ? zip_file_add (package, name, source, ZIP_FL_ENC_UTF_8) : -1;

  if (i < 0 && source != NULL)
    zip_source_free (source);
  if (i >= 0)
    zip_file_set_mtime (package, i, writer->made_at, 0);
  return i;
}

static zip_int64_t
add_bytes (TdTableWriter *writer, zip_t *package, const char *name, gconstpointer data, gsize length)
{
  return add_part (writer, package, name, zip_source_buffer (package, data, length, 0));
}

static gboolean
pack (TdTableWriter *writer, zip_t *package, FILE *content, GBytes *styles, GBytes *manifest, GError **error)
{
  xmlBuffer *meta = make_meta (writer);
  xmlBuffer *settings = make_settings (writer);
  zip_int64_t mimetype = add_bytes (writer, package, "mimetype", MIMETYPE, strlen (MIMETYPE));
  gboolean ok = mimetype == 0 && zip_set_file_compression (package, mimetype, ZIP_CM_STORE, 0) == 0;

  ok = ok && add_bytes (writer, package, "META-INF/manifest.xml", g_bytes_get_data (manifest, NULL), g_bytes_get_size (manifest)) >= 0 && add_bytes (writer, package, "styles.xml", g_bytes_get_data (styles, NULL), g_bytes_get_size (styles)) >= 0 && add_bytes (writer, package, "meta.xml", xmlBufferContent (meta), xmlBufferLength (meta)) >= 0 && add_bytes (writer, package, "settings.xml", xmlBufferContent (settings), xmlBufferLength (settings)) >= 0 && add_part (writer, package, "content.xml", zip_source_filep (package, content, 0, -1)) >= 0 && zip_close (package) == 0;
  if (!ok)
    {
      zip_error_t *code = zip_get_error (package);

      if (zip_error_system_type (code) == ZIP_ET_SYS)
        fail (error, zip_error_code_system (code));
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, zip_error_strerror (code));
      zip_discard (package);
    }
  xmlBufferFree (meta);
  xmlBufferFree (settings);
  return ok;
}

static gboolean
ods_finish (TdTableWriter *writer, GError **error)
{
  State *state = writer->state;
  g_autoptr (GBytes) styles = td_data_lookup ("templates/sheets/ods-styles.xml", error);
  g_autoptr (GBytes) manifest = styles != NULL ? td_data_lookup ("templates/sheets/ods-manifest.xml", error) : NULL;
  zip_t *package;
  FILE *content;
  int code = 0;

  if (manifest == NULL || !finish_content (writer, error))
    return FALSE;
  package = zip_open (td_output_get_path (writer->output), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (package == NULL)
    return fail (error, errno);
  content = fdopen (state->fd, "r");
  if (content == NULL)
    {
      zip_discard (package);
      return fail (error, errno);
    }
  state->fd = -1; /* closed with the package */
  return pack (writer, package, content, styles, manifest, error);
}

const TdTableBackend _td_table_ods = { ods_open, ods_add, ods_finish, ods_free };
