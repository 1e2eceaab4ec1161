/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-book-recognize"
#define _GNU_SOURCE

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-readers-private.h"

/* What a file is, by what is in it: names lie (.xls is often a web page, .xlsx an old .xls). */

/* How far to look for words that tell a web page. */
#define HEAD_LENGTH 4096

static TdBook *
fail_format (GError **error, const char *message)
{
  g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_FORMAT, message);
  return NULL;
}

static TdBook *
fail_password (GError **error)
{
  g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_PASSWORD,
                       _ ("The file is protected by a password. Open it in Excel or LibreOffice, remove the password, and read it again."));
  return NULL;
}

static gboolean
begins (const char *data, gsize length, const char *magic, gsize n)
{
  return length >= n && memcmp (data, magic, n) == 0;
}

/* Files that hold no list, or none that can be read. */
static const char *
other_format (const char *data, gsize length)
{
  static const char picture[] = N_ ("This is a picture, not a list. Ask its sender for the Excel or Word file.");
  static const char archive[] = N_ ("This is an archive. Unpack it and read the files in it.");
  static const struct
  {
    const char *magic;
    gsize length;
    const char *message;
  } formats[] = {
    { "%PDF-", 5, N_ ("This is a PDF. Ask its sender for the Excel or Word file it was made of.") },
    { "{\\rtf", 5, N_ ("This is a document in RTF. Open it in Word or LibreOffice, save it as .docx, and read it again.") },
    { "MIME-Version:", 13, N_ ("This is a web page in one file. Open it in Excel or LibreOffice, save it as .xlsx, and read it again.") },
    { "\x89PNG", 4, picture },
    { "\xff\xd8\xff", 3, picture },
    { "GIF8", 4, picture },
    { "Rar!", 4, archive },
    { "7z\xbc\xaf", 4, archive },
    { "\x1f\x8b", 2, archive },
    { "SQLite format 3", 16, N_ ("This is a database, not a list.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (begins (data, length, formats[i].magic, formats[i].length))
      return _ (formats[i].message);
  return NULL;
}

/* Names in an OLE2 container are UTF-16. */
static gboolean
holds_name (const char *data, gsize length, const char *name)
{
  char wide[64] = "";
  gsize n = strlen (name);

  for (gsize i = 0; i < n; i++)
    wide[2 * i] = name[i];
  return memmem (data, length, wide, 2 * n) != NULL;
}

static TdBook *
read_ole (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (holds_name (data, length, "EncryptedPackage"))
    return fail_password (error);
  if (holds_name (data, length, "Workbook") || holds_name (data, length, "Book"))
    return _td_book_read_xls (bytes, cancellable, error);
  if (holds_name (data, length, "WordDocument"))
    return fail_format (error, _ ("This is a document of Word before 2007. Open it in Word or LibreOffice, save it as .docx, and read it again."));
  return fail_format (error, _ ("This is no list: it is neither a spreadsheet nor a document with a table."));
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

static TdBook *
read_odf (TdPackage *package, const char *type, GError **error)
{
  const char *kind = type + strlen ("application/vnd.oasis.opendocument.");

  if (is_encrypted (package))
    return fail_password (error);
  if (g_str_has_prefix (kind, "spreadsheet"))
    return _td_book_read_odf (package, TD_BOOK_ODS, error);
  if (g_str_has_prefix (kind, "text"))
    return _td_book_read_odf (package, TD_BOOK_ODT, error);
  return fail_format (error, _ ("This is no list: it is neither a spreadsheet nor a document with a table."));
}

typedef TdBook *(*OfficeReader) (TdPackage *package, const char *main_part, GError **error);

static TdBook *
refuse_binary (TdPackage *package, const char *main_part, GError **error)
{
  return fail_format (error, _ ("This is a binary workbook (.xlsb). Open it in Excel or LibreOffice, save it as .xlsx, and read it again."));
}

static OfficeReader
reader_for (const char *content_type)
{
  static const struct
  {
    const char *part;
    OfficeReader reader;
  } readers[] = {
    { "ms-excel.sheet.binary", refuse_binary },
    { "spreadsheetml.sheet.main", _td_book_read_xlsx },
    { "spreadsheetml.template.main", _td_book_read_xlsx },
    { "ms-excel.sheet.macroEnabled.main", _td_book_read_xlsx },
    { "ms-excel.template.macroEnabled.main", _td_book_read_xlsx },
    { "wordprocessingml.document.main", _td_book_read_docx },
    { "wordprocessingml.template.main", _td_book_read_docx },
    { "ms-word.document.macroEnabled.main", _td_book_read_docx },
    { "ms-word.template.macroEnabledTemplate.main", _td_book_read_docx },
  };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strstr (content_type, readers[i].part) != NULL)
      return readers[i].reader;
  return NULL;
}

/* The main part is told by its type; its name is nearly always the same. */
static TdBook *
read_office_open (TdPackage *package, GError **error)
{
  static const struct
  {
    const char *name;
    OfficeReader reader;
  } usual[] = { { "xl/workbook.xml", _td_book_read_xlsx }, { "word/document.xml", _td_book_read_docx } };
  g_autoptr (TdPart) part = td_package_open_part (package, "[Content_Types].xml", error);
  int type;

  if (part == NULL)
    return NULL;
  while ((type = td_part_next (part)) != 0)
    {
      g_autofree char *content_type = type == XML_READER_TYPE_ELEMENT ? td_part_dup_attribute (part, "ContentType") : NULL;
      g_autofree char *name = type == XML_READER_TYPE_ELEMENT ? td_part_dup_attribute (part, "PartName") : NULL;
      OfficeReader reader = content_type != NULL && name != NULL ? reader_for (content_type) : NULL;

      if (reader != NULL)
        return reader (package, name + (*name == '/'), error);
    }
  if (!td_part_finish (part, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (td_package_has (package, usual[i].name))
      return usual[i].reader (package, usual[i].name, error);
  return fail_format (error, _ ("This is no list: it is neither a spreadsheet nor a document with a table."));
}

static TdBook *
read_zip (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPackage) package = td_package_open (bytes, cancellable, error);
  g_autofree char *type = NULL;

  if (package == NULL)
    return NULL;
  type = td_package_dup_start (package, "mimetype", 100);
  if (type != NULL && g_str_has_prefix (type, "application/vnd.oasis.opendocument."))
    return read_odf (package, type, error);
  if (td_package_has (package, "[Content_Types].xml"))
    return read_office_open (package, error);
  return fail_format (error, _ ("This is an archive. Unpack it and read the files in it."));
}

static gboolean
is_html (const char *head)
{
  return strstr (head, "<html") != NULL || strstr (head, "<table") != NULL || strstr (head, "<!doctype html") != NULL;
}

/* Text that begins like a tag. */
static TdBook *
read_markup (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *start = g_strndup (data, MIN (length, HEAD_LENGTH));
  g_autofree char *head = g_ascii_strdown (start, -1);

  if (strstr (head, "urn:schemas-microsoft-com:office:spreadsheet") != NULL && strstr (head, "<?xml") != NULL)
    return fail_format (error, _ ("This is a workbook saved as XML. Open it in Excel or LibreOffice, save it as .xlsx, and read it again."));
  if (is_html (head))
    return _td_book_read_html (bytes, cancellable, error);
  return td_book_parse_text (data, length, error);
}

/* Excel before 5 wrote no container. */
static gboolean
is_bare_xls (const guint8 *data, gsize length)
{
  return length > 8 && data[0] == 0x09 && (data[1] == 0 || data[1] == 2 || data[1] == 4 || data[1] == 8)
         && (data[2] == 4 || data[2] == 6 || data[2] == 8 || data[2] == 16) && data[3] == 0;
}

static TdBook *
parse (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length, blank;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *other = other_format (data, length);

  if (other != NULL)
    return fail_format (error, other);
  if (begins (data, length, "PK\3\4", 4))
    return read_zip (bytes, cancellable, error);
  if (begins (data, length, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    return read_ole (bytes, cancellable, error);
  if (is_bare_xls ((const guint8 *) data, length))
    return _td_book_read_xls (bytes, cancellable, error);
  blank = begins (data, length, "\xef\xbb\xbf", 3) ? 3 : 0;
  while (blank < length && g_ascii_isspace (data[blank]))
    blank++;
  if (blank < length && data[blank] == '<')
    return read_markup (bytes, cancellable, error);
  return td_book_parse_text (data, length, error);
}

static void
ignore_structured_cb (void *data, xmlErrorPtr problem)
{
}

static void
ignore_cb (void *data, const char *format, ...)
{
}

/* The book of the contents of a file. What libxml2 has to say of wrong encodings it says to the
 * thread and not to the parser; a person is told once, in words of ours. */
TdBook *
_td_book_parse (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  xmlStructuredErrorFunc structured = xmlStructuredError;
  void *structured_data = xmlStructuredErrorContext;
  xmlGenericErrorFunc generic = xmlGenericError;
  void *generic_data = xmlGenericErrorContext;
  TdBook *book;

  xmlSetStructuredErrorFunc (NULL, ignore_structured_cb);
  xmlSetGenericErrorFunc (NULL, ignore_cb);
  book = parse (bytes, cancellable, error);
  xmlSetStructuredErrorFunc (structured_data, structured);
  xmlSetGenericErrorFunc (generic_data, generic);
  return book;
}
