/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-xlsx-writer"
#define _GNU_SOURCE  /* fallocate */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "td-xlsx-writer-private.h"

/* libxlsxwriter collects rows in files without a name in the folder for such files, and packs them
 * at the end. It does not look at whether its rows could be written, and tells of a full disk on
 * stderr. So there is asked beforehand whether there is room, the package is made beside the rows
 * and looked through, and only then copied to where it belongs. */

#define ROOM_FOR_REST (256 * 1024) /* styles, properties and what else is small */
#define PAPER_A4      9
#define FONT          "Times New Roman"
#define FONT_SIZE     12

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static int
open_unnamed (GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "thidua-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    fail (error, errno);
  else
    g_unlink (path);
  return fd;
}

/**
 * _td_xlsx_writer_new:
 * @stream: whether rows leave the memory as they are written, from the top down
 * @title: of the document
 * @made_at: when, in seconds since 1970
 * @error: return location
 *
 * Returns: (transfer full): an empty workbook, or %NULL with a %G_IO_ERROR
 */
TdXlsxWriter *
_td_xlsx_writer_new (gboolean stream, const char *title, gint64 made_at, GError **error)
{
  lxw_workbook_options options = { .constant_memory = stream, .tmpdir = (char *) g_get_tmp_dir () };
  g_autofree char *path = NULL;
  lxw_doc_properties properties = { .title = (char *) title, .company = (char *) "Thi Đua", .created = made_at };
  TdXlsxWriter *self;
  int fd = open_unnamed (error);

  if (fd < 0)
    return NULL;
  self = g_new0 (TdXlsxWriter, 1);
  self->fd = fd;
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  self->workbook = workbook_new_opt (path, &options);
  workbook_set_properties (self->workbook, &properties);
  return self;
}

/**
 * _td_xlsx_writer_check:
 * @code: what a function of libxlsxwriter gave
 * @error: return location
 *
 * Returns: whether it went well
 */
gboolean
_td_xlsx_writer_check (lxw_error code, GError **error)
{
  if (code == LXW_NO_ERROR)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, lxw_strerror (code));
  return FALSE;
}

/**
 * _td_xlsx_writer_check_stream:
 * @sheet: a sheet whose rows leave the memory
 * @error: return location
 *
 * Returns: whether all rows so far could be written
 */
gboolean
_td_xlsx_writer_check_stream (lxw_worksheet *sheet, GError **error)
{
  return !ferror (sheet->optimize_tmpfile) || fail (error, errno != 0 ? errno : ENOSPC);
}

/* A sheet's rows are copied once more and then packed: is there room for both? */
static gboolean
ask_for_room (TdXlsxWriter *self, GError **error)
{
  lxw_worksheet *sheet;
  gint64 n_bytes = ROOM_FOR_REST;

  STAILQ_FOREACH (sheet, self->workbook->worksheets, list_pointers)
  {
    if (sheet->optimize_tmpfile == NULL)
      continue;
    if (fflush (sheet->optimize_tmpfile) != 0)
      return fail (error, errno);
    n_bytes += 2 * (gint64) ftello (sheet->optimize_tmpfile);
  }
  if (fallocate (self->fd, 0, 0, n_bytes) != 0 && errno != EOPNOTSUPP && errno != ENOSYS)
    return fail (error, errno);
  return ftruncate (self->fd, 0) == 0 || fail (error, errno);
}

/* Every part of a package is XML: it must end with the end of what it began with. */
static gboolean
part_is_whole (zip_t *package, guint64 i, GError **error)
{
  zip_file_t *part = zip_fopen_index (package, i, 0);
  char first[512] = { 0 };
  char tail[64] = { 0 };
  g_autofree char *data = g_malloc (65536);
  gint64 n = -1;
  gboolean ok = FALSE;
  const char *root;

  while (part != NULL && (n = zip_fread (part, data, 65536)) > 0)
    {
      gsize kept = MIN ((gsize) n, sizeof tail - 1);

      if (*first == '\0')
        memcpy (first, data, MIN ((gsize) n, sizeof first - 1));
      if (kept < sizeof tail - 1)
        memmove (tail, tail + kept, sizeof tail - 1 - kept);
      memcpy (tail + sizeof tail - 1 - kept, data + n - kept, kept);
    }
  if (part != NULL)
    zip_fclose (part);
  root = strstr (first, "?>");
  root = root != NULL ? strchr (root, '<') : NULL;
  if (n == 0 && root != NULL)
    {
      g_autofree char *name = g_strndup (root + 1, strcspn (root + 1, " />\r\n"));
      g_autofree char *end = g_strdup_printf ("</%s>", name);
      char *last = tail + sizeof tail - 1;

      while (last > tail && g_ascii_isspace (last[-1]))
        *--last = '\0';
      ok = (gsize) (last - tail) >= strlen (end) && g_str_equal (last - strlen (end), end);
    }
  return ok || fail (error, ENOSPC);
}

static gboolean
package_is_whole (int fd, GError **error)
{
  int copy = dup (fd);
  int code = 0;
  zip_t *package = copy >= 0 ? zip_fdopen (copy, 0, &code) : NULL;
  gboolean ok = package != NULL && zip_get_num_entries (package, 0) > 0;

  if (!ok)
    fail (error, ENOSPC);
  for (gint64 i = 0; ok && i < zip_get_num_entries (package, 0); i++)
    ok = part_is_whole (package, i, error);
  if (package != NULL)
    zip_discard (package);
  else if (copy >= 0)
    close (copy);
  return ok;
}

static gboolean
copy_package (int fd, TdOutput *output, GError **error)
{
  g_autofree char *data = g_malloc (65536);
  gssize n;

  if (lseek (fd, 0, SEEK_SET) < 0)
    return fail (error, errno);
  while ((n = read (fd, data, 65536)) > 0)
    if (!td_output_write (output, data, n, error))
      return FALSE;
  return n == 0 || fail (error, errno);
}

/**
 * _td_xlsx_writer_finish:
 * @self: a workbook with all that belongs into it
 * @output: where to write it
 * @error: return location
 *
 * Packs the workbook, once.
 *
 * Returns: whether all of it has been written
 */
gboolean
_td_xlsx_writer_finish (TdXlsxWriter *self, TdOutput *output, GError **error)
{
  lxw_workbook *workbook = self->workbook;

  if (!ask_for_room (self, error))
    return FALSE;
  self->workbook = NULL;
  return _td_xlsx_writer_check (workbook_close (workbook), error) && package_is_whole (self->fd, error) && copy_package (self->fd, output, error);
}

/**
 * _td_xlsx_writer_free:
 * @self: (transfer full): a workbook
 */
void
_td_xlsx_writer_free (TdXlsxWriter *self)
{
  if (self->workbook != NULL)
    {
      lxw_worksheet *sheet;

      /* The library closes these files only when it packs them. */
      STAILQ_FOREACH (sheet, self->workbook->worksheets, list_pointers)
      if (sheet->optimize_tmpfile != NULL)
        fclose (sheet->optimize_tmpfile);
      lxw_workbook_free (self->workbook);
    }
  close (self->fd);
  g_free (self);
}

/**
 * _td_xlsx_writer_add_format:
 * @self: a workbook
 *
 * Returns: (transfer none): a format in the font of official documents
 */
lxw_format *
_td_xlsx_writer_add_format (TdXlsxWriter *self)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, FONT_SIZE);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

/**
 * _td_xlsx_writer_add_head_format:
 * @self: a workbook
 *
 * Returns: (transfer none): the format of headings
 */
lxw_format *
_td_xlsx_writer_add_head_format (TdXlsxWriter *self)
{
  lxw_format *format = _td_xlsx_writer_add_format (self);

  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_bg_color (format, 0xE7E6E6);
  return format;
}

/**
 * _td_xlsx_writer_set_page:
 * @sheet: a sheet
 * @title: printed above every page
 * @head_row: the row of headings, from 0, repeated on every page
 *
 * A4 across, as wide as the sheet, pages numbered.
 */
void
_td_xlsx_writer_set_page (lxw_worksheet *sheet, const char *title, guint head_row)
{
  g_auto (GStrv) parts = g_strsplit (title, "&", -1);
  g_autofree char *escaped = g_strjoinv ("&&", parts);
  g_autofree char *cut = g_utf8_substring (escaped, 0, MIN (g_utf8_strlen (escaped, -1), 200));
  g_autofree char *header = g_strconcat ("&C", cut, NULL);

  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, PAPER_A4);
  worksheet_set_margins (sheet, 0.6, 0.4, 0.75, 0.6);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, head_row, head_row);
  worksheet_set_header (sheet, header);
  worksheet_set_footer (sheet, "&C&P/&N");
}
