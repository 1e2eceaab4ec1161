/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-extract"
#define _GNU_SOURCE  /* memmem */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "td-plan-extract-private.h"
#include "td-plan-reader-private.h"
#include "td-sheet.h"

/* What a file is, by what is in it: names lie. */

/* How far to look for words that tell a web page. */
#define HEAD_LENGTH 4096
/* How much is read at once: a cancelled reading ends after one more piece. */
#define PIECE (256 * 1024)
/* A document with pictures is larger than its text. */
#define LARGEST_FILE (64 * 1024 * 1024)

TdPlanExtract *
_td_plan_extract_new (void)
{
  TdPlanExtract *self = g_new0 (TdPlanExtract, 1);

  self->text = g_string_new (NULL);
  return self;
}

/**
 * td_plan_extract_free:
 * @self: (transfer full): a text
 */
void
td_plan_extract_free (TdPlanExtract *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* @text holds no line end. */
void
_td_plan_extract_add_line (TdPlanExtract *self, const char *text, gsize length)
{
  g_string_append_len (self->text, text, length);
  g_string_append_c (self->text, '\n');
}

/**
 * td_plan_extract_get_text:
 * @self: a text
 * @length: (out) (optional): in bytes
 *
 * Returns: (transfer none): the text, UTF-8 without zeros
 */
const char *
td_plan_extract_get_text (TdPlanExtract *self, gsize *length)
{
  if (length != NULL)
    *length = self->text->len;
  return self->text->str;
}

static TdPlanExtract *
fail (GError **error, TdPlanReaderError code, const char *message)
{
  g_set_error_literal (error, TD_PLAN_READER_ERROR, code, message);
  return NULL;
}

static TdPlanExtract *
fail_not_a_document (GError **error)
{
  return fail (error, TD_PLAN_READER_ERROR_NOT_TEXT, _ ("This is no document with the text of a plan."));
}

/* The packages speak of lists. */
static void
say_of_plans (GError **error)
{
  static const struct
  {
    TdSheetError code;
    TdPlanReaderError ours;
    const char *message;
  } words[] = {
    { TD_SHEET_ERROR_NOT_A_TABLE, TD_PLAN_READER_ERROR_NOT_TEXT,
      N_ ("The file is damaged or incomplete. Copy it again, or open it in Word or LibreOffice and save it anew.") },
    { TD_SHEET_ERROR_PASSWORD, TD_PLAN_READER_ERROR_NOT_TEXT,
      N_ ("The file is protected by a password. Open it in Word or LibreOffice, remove the password, and read it again.") },
    { TD_SHEET_ERROR_TOO_LARGE, TD_PLAN_READER_ERROR_TOO_LARGE,
      N_ ("The file is too large for a plan once it is unpacked, and is not read. Ask its sender for it again.") },
  };

  for (guint i = 0; error != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_error_matches (*error, TD_SHEET_ERROR, words[i].code))
      {
        g_clear_error (error);
        fail (error, words[i].ours, _ (words[i].message));
      }
}

static gboolean
begins (const char *data, gsize length, const char *magic, gsize n)
{
  return length >= n && memcmp (data, magic, n) == 0;
}

/* Files that hold no text, or none that can be read. */
static const char *
other_format (const char *data, gsize length)
{
  static const char picture[] = N_ ("This is a picture of a plan, and its text cannot be read. Ask its sender for the Word file or a PDF with text.");
  static const char archive[] = N_ ("This is an archive. Unpack it and read the files in it.");
  static const struct
  {
    const char *magic;
    gsize length;
    const char *message;
  } formats[] = {
    { "{\\rtf", 5, N_ ("This is a document in RTF. Open it in Word or LibreOffice, save it as .docx, and read it again.") },
    { "MIME-Version:", 13, N_ ("This is a web page in one file. Open it in Word or LibreOffice, save it as .docx, and read it again.") },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, N_ ("This is a document of Word before 2007, or protected by a password. Open it in Word or LibreOffice, save it as .docx, and read it again.") },
    { "\x89PNG", 4, picture },
    { "\xff\xd8\xff", 3, picture },
    { "GIF8", 4, picture },
    { "II*\0", 4, picture },
    { "MM\0*", 4, picture },
    { "Rar!", 4, archive },
    { "7z\xbc\xaf", 4, archive },
    { "\x1f\x8b", 2, archive },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (begins (data, length, formats[i].magic, formats[i].length))
      return _ (formats[i].message);
  return NULL;
}

/* The main part is told by its type; its name is nearly always the same. */
static TdPlanExtract *
read_office_open (TdPackage *package, GError **error)
{
  static const char usual[] = "word/document.xml";
  g_autoptr (TdPart) part = td_package_open_part (package, "[Content_Types].xml", error);
  int type;

  if (part == NULL)
    return NULL;
  while ((type = td_part_next (part)) != 0)
    {
      g_autofree char *content_type = type == XML_READER_TYPE_ELEMENT ? td_part_dup_attribute (part, "ContentType") : NULL;
      g_autofree char *name = type == XML_READER_TYPE_ELEMENT ? td_part_dup_attribute (part, "PartName") : NULL;

      if (content_type != NULL && name != NULL
          && (strstr (content_type, "wordprocessingml.document.main") != NULL || strstr (content_type, "wordprocessingml.template.main") != NULL
              || strstr (content_type, "ms-word.document.macroEnabled.main") != NULL || strstr (content_type, "ms-word.template.macroEnabledTemplate.main") != NULL))
        return _td_plan_extract_docx (package, name + (*name == '/'), error);
    }
  if (!td_part_finish (part, error))
    return NULL;
  if (td_package_has (package, usual))
    return _td_plan_extract_docx (package, usual, error);
  return fail_not_a_document (error);
}

static gboolean
is_encrypted (TdPackage *package)
{
  g_autoptr (TdPart) part = td_package_has (package, "META-INF/manifest.xml") ? td_package_open_part (package, "META-INF/manifest.xml", NULL) : NULL;
  int type;

  while (part != NULL && (type = td_part_next (part)) != 0)
    if (type == XML_READER_TYPE_ELEMENT && g_str_equal (td_part_get_name (part), "encryption-data"))
      return TRUE;
  return FALSE;
}

static TdPlanExtract *
read_zip (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPackage) package = td_package_open (bytes, cancellable, error);
  g_autofree char *type = NULL;

  if (package == NULL)
    return NULL;
  type = td_package_dup_start (package, "mimetype", 100);
  if (type != NULL && g_str_has_prefix (type, "application/vnd.oasis.opendocument."))
    {
      if (is_encrypted (package))
        {
          g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_PASSWORD, "");
          return NULL;
        }
      if (strstr (type, "opendocument.text") != NULL)
        return _td_plan_extract_odt (package, error);
      return fail_not_a_document (error);
    }
  if (td_package_has (package, "[Content_Types].xml"))
    return read_office_open (package, error);
  return fail (error, TD_PLAN_READER_ERROR_NOT_TEXT, _ ("This is an archive. Unpack it and read the files in it."));
}

/* A page of the web begins like a tag, and soon says what it is. */
static gboolean
is_html (const char *data, gsize length)
{
  static const char *const words[] = { "<html", "<!doctype html", "<body", "<head", "<table", "<div", "<p>", "<p ", NULL };
  gsize at = begins (data, length, "\xef\xbb\xbf", 3) ? 3 : 0;
  g_autofree char *start = NULL;
  g_autofree char *head = NULL;

  while (at < length && g_ascii_isspace (data[at]))
    at++;
  if (at >= length || data[at] != '<')
    return FALSE;
  start = g_strndup (data + at, MIN (length - at, HEAD_LENGTH));
  head = g_ascii_strdown (start, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (head, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Documents keep the names of fonts, or they do not. */
static TdPlanExtract *
convert_legacy (TdPlanExtract *self)
{
  g_autofree char *converted = self != NULL ? _td_plan_convert_legacy (self->text->str) : NULL;

  if (converted != NULL)
    g_string_assign (self->text, converted);
  return self;
}

/* What has no other mark: a page of the web, which may be in UTF-16 too, or plain text. */
static TdPlanExtract *
read_text (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *decoded = NULL;
  g_autoptr (GBytes) utf8 = NULL;

  if (is_html (data, length))
    return convert_legacy (_td_plan_extract_html (bytes, cancellable, error));
  if (begins (data, length, "<?xml", 5))
    return fail_not_a_document (error);
  if (!begins (data, length, "\xff\xfe", 2) && !begins (data, length, "\xfe\xff", 2))
    return _td_plan_extract_text (data, length, error);
  if (!_td_plan_decode (&data, &length, &decoded, error))
    return NULL;
  if (!is_html (data, length))
    return _td_plan_extract_text (data, length, error);
  utf8 = g_bytes_new (data, length);
  return _td_plan_extract_html (utf8, cancellable, error);
}

static TdPlanExtract *
read_bytes (GBytes *bytes, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *other = other_format (data, length);

  if (other != NULL)
    return fail (error, TD_PLAN_READER_ERROR_NOT_TEXT, other);
  if (begins (data, length, "PK\3\4", 4))
    return convert_legacy (read_zip (bytes, cancellable, error));
  if (length > 0 && memmem (data, MIN (length, 1024), "%PDF-", 5) != NULL)
    return convert_legacy (_td_plan_extract_pdf (bytes, progress, user_data, cancellable, error));
  if (length > TD_PLAN_READER_MAX_SIZE)
    return fail (error, TD_PLAN_READER_ERROR_TOO_LARGE, _ ("The file is too large for a plan (more than 20 MB)."));
  return read_text (bytes, cancellable, error);
}

static void
ignore_structured_cb (void *data, xmlErrorPtr problem)
{
}

static void
ignore_cb (void *data, const char *format, ...)
{
}

/**
 * td_plan_extract_read:
 * @bytes: the contents of a file: plain text, .docx, .odt, .html, .pdf with text
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Takes the text out of a file of a plan, in bounded time and memory.
 *
 * Returns: (transfer full): the text, or %NULL with %TD_PLAN_READER_ERROR or %G_IO_ERROR_CANCELLED
 */
TdPlanExtract *
td_plan_extract_read (GBytes *bytes, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  /* What libxml2 has to say of wrong encodings it says to the thread and not to the parser. */
  xmlStructuredErrorFunc structured = xmlStructuredError;
  void *structured_data = xmlStructuredErrorContext;
  xmlGenericErrorFunc generic = xmlGenericError;
  void *generic_data = xmlGenericErrorContext;
  GError *problem = NULL;
  TdPlanExtract *extract;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  xmlSetStructuredErrorFunc (NULL, ignore_structured_cb);
  xmlSetGenericErrorFunc (NULL, ignore_cb);
  extract = read_bytes (bytes, progress, user_data, cancellable, &problem);
  xmlSetStructuredErrorFunc (structured_data, structured);
  xmlSetGenericErrorFunc (generic_data, generic);
  if (problem != NULL)
    {
      say_of_plans (&problem);
      g_propagate_error (error, problem);
    }
  return extract;
}

/* Reads a stream to its end, but no more than may be read. */
static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *piece = g_malloc (PIECE);

  for (;;)
    {
      gssize n = g_input_stream_read (stream, piece, PIECE, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      g_byte_array_append (bytes, (const guint8 *) piece, n);
      if (bytes->len > LARGEST_FILE)
        {
          fail (error, TD_PLAN_READER_ERROR_TOO_LARGE, _ ("The file is too large for a plan (more than 64 MB)."));
          return NULL;
        }
    }
}

static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &local);

  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no such file."));
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    fail (error, TD_PLAN_READER_ERROR_NOT_A_FILE, _ ("This is a folder, not a file."));
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    fail (error, TD_PLAN_READER_ERROR_NOT_A_FILE, _ ("This is not a file that can be read as a plan."));
  else if (g_file_info_get_size (info) > LARGEST_FILE)
    fail (error, TD_PLAN_READER_ERROR_TOO_LARGE, _ ("The file is too large for a plan (more than 64 MB)."));
  else
    return TRUE;
  return FALSE;
}

/**
 * td_plan_extract_read_file:
 * @path: a file of a plan; its name does not matter
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * The same of a file. One that is too large is refused before it is read.
 *
 * Returns: (transfer full): the text, or %NULL with %TD_PLAN_READER_ERROR or a %G_IO_ERROR
 */
TdPlanExtract *
td_plan_extract_read_file (const char *path, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  if (!check_file (file, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  bytes = stream != NULL ? read_stream (G_INPUT_STREAM (stream), cancellable, error) : NULL;
  return bytes != NULL ? td_plan_extract_read (bytes, progress, user_data, cancellable, error) : NULL;
}
