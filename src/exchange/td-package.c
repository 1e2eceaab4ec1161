/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-package"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "td-package.h"
#include "td-sheet.h"

/* A small file can unpack to more than any machine has. What is unpacked is counted while it is
 * read: all parts together, and how much a part has swollen, once it is so large that it matters. */
#define MOST_UNPACKED (G_GUINT64_CONSTANT (512) * 1024 * 1024)
#define MOST_SWOLLEN  400
#define FROM_SIZE     (16 * 1024 * 1024)

struct _TdPackage
{
  GBytes *bytes;
  zip_t *zip;
  GCancellable *cancellable;
  guint64 n_unpacked;
};

struct _TdPart
{
  TdPackage *package; /* NULL in memory */
  GCancellable *cancellable;
  zip_file_t *file;
  guint64 n_packed, n_unpacked;
  xmlTextReader *reader;
  gboolean in_attributes;
  GError *error;
};

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE,
                       _ ("The file is damaged or incomplete. Copy it again, or open it in Excel or LibreOffice and save it anew."));
  return FALSE;
}

static gboolean
fail_zip (int code, GError **error)
{
  if (code != ZIP_ER_NOPASSWD && code != ZIP_ER_WRONGPASSWD)
    return fail_damaged (error);
  g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_PASSWORD,
                       _ ("The file is protected by a password. Open it in Excel or LibreOffice, remove the password, and read it again."));
  return FALSE;
}

/**
 * td_package_open:
 * @bytes: the contents of a file
 * @cancellable: (nullable): stops the reading of its parts
 * @error: return location
 *
 * Returns: (transfer full): the package, or %NULL with %TD_SHEET_ERROR when it is damaged
 */
TdPackage *
td_package_open (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPackage) self = g_new0 (TdPackage, 1);
  zip_source_t *source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);

  self->bytes = g_bytes_ref (bytes);
  g_set_object (&self->cancellable, cancellable);
  self->zip = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  if (self->zip != NULL)
    return g_steal_pointer (&self);
  if (source != NULL)
    zip_source_free (source);
  fail_damaged (error);
  return NULL;
}

/**
 * td_package_free:
 * @self: (transfer full): a package none of whose parts is open
 */
void
td_package_free (TdPackage *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  g_clear_object (&self->cancellable);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Names of parts begin with a slash or not, and Windows does not know small from capital letters. */
static zip_int64_t
locate (TdPackage *self, const char *name)
{
  return zip_name_locate (self->zip, name + (*name == '/'), ZIP_FL_NOCASE);
}

/**
 * td_package_has:
 * @self: a package
 * @name: of a part
 *
 * Returns: whether there is such a part
 */
gboolean
td_package_has (TdPackage *self, const char *name)
{
  return locate (self, name) >= 0;
}

/**
 * td_package_dup_start:
 * @self: a package
 * @name: of a part
 * @limit: how many bytes to read at most
 *
 * Returns: (transfer full) (nullable): how the part begins, if there is one that can be read
 */
char *
td_package_dup_start (TdPackage *self, const char *name, gsize limit)
{
  zip_int64_t index = locate (self, name);
  zip_file_t *file = index >= 0 ? zip_fopen_index (self->zip, index, 0) : NULL;
  g_autofree char *text = g_malloc0 (limit + 1);
  zip_int64_t n = file != NULL ? zip_fread (file, text, limit) : -1;

  if (file != NULL)
    zip_fclose (file);
  return n >= 0 ? g_steal_pointer (&text) : NULL;
}

static gboolean
check_size (TdPart *self)
{
  if (self->package->n_unpacked > MOST_UNPACKED)
    g_set_error_literal (&self->error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE,
                         _ ("The file is too large once it is unpacked. Split it and read the parts one after the other."));
  else if (self->n_unpacked > FROM_SIZE && self->n_unpacked / MAX (self->n_packed, 1) > MOST_SWOLLEN)
    g_set_error_literal (&self->error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE,
                         _ ("The file swells when it is unpacked as no real list does, and is not read. Ask its sender for it again."));
  return self->error == NULL;
}

static int
read_cb (void *data, char *buffer, int length)
{
  TdPart *self = data;
  zip_int64_t n;

  if (self->error != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return -1;
  n = zip_fread (self->file, buffer, length);
  if (n < 0)
    {
      fail_damaged (&self->error);
      return -1;
    }
  self->n_unpacked += n;
  self->package->n_unpacked += n;
  return check_size (self) ? (int) n : -1;
}

static void
ignore_cb (void *data, xmlErrorPtr problem)
{
}

/* Nothing is fetched and no entity of a file's own is replaced; libxml2 bounds depth and names. */
static TdPart *
take_reader (TdPart *self, xmlTextReader *reader)
{
  self->reader = reader;
  xmlTextReaderSetStructuredErrorHandler (reader, ignore_cb, NULL);
  return self;
}

#define READER_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT)

/**
 * td_package_open_part:
 * @self: a package, which must outlive the part
 * @name: of an XML part
 * @error: return location
 *
 * Returns: (transfer full): the part before its first node, or %NULL with %TD_SHEET_ERROR
 */
TdPart *
td_package_open_part (TdPackage *self, const char *name, GError **error)
{
  zip_int64_t index = locate (self, name);
  zip_stat_t status;
  zip_file_t *file;
  TdPart *part;

  if (index < 0 || zip_stat_index (self->zip, index, 0, &status) != 0)
    {
      fail_damaged (error);
      return NULL;
    }
  file = zip_fopen_index (self->zip, index, 0);
  if (file == NULL)
    {
      fail_zip (zip_error_code_zip (zip_get_error (self->zip)), error);
      return NULL;
    }
  part = g_new0 (TdPart, 1);
  part->package = self;
  part->cancellable = self->cancellable;
  part->file = file;
  part->n_packed = (status.valid & ZIP_STAT_COMP_SIZE) != 0 ? status.comp_size : 0;
  return take_reader (part, xmlReaderForIO (read_cb, NULL, part, NULL, NULL, READER_OPTIONS));
}

/**
 * td_part_free:
 * @self: (transfer full): a part
 */
void
td_part_free (TdPart *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->file, zip_fclose);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * td_part_next:
 * @self: a part
 *
 * Goes to the next node: the beginning or end of an element, or text.
 *
 * Returns: its xmlReaderTypes; 0 at the end and where the part cannot be read on, which
 *   td_part_finish() tells apart
 */
int
td_part_next (TdPart *self)
{
  int type;

  if (self->error != NULL || self->reader == NULL)
    return 0;
  self->in_attributes = FALSE;
  if (xmlTextReaderRead (self->reader) != 1)
    {
      /* Of a document that is cut off libxml2 says so only when asked. */
      if (self->error == NULL && (xmlTextReaderReadState (self->reader) == XML_TEXTREADER_MODE_ERROR || xmlTextReaderDepth (self->reader) > 0))
        fail_damaged (&self->error);
      return 0;
    }
  type = xmlTextReaderNodeType (self->reader);
  /* Honest files have none; it is where entities that swell are declared. */
  if (type != XML_READER_TYPE_DOCUMENT_TYPE && type != XML_READER_TYPE_ENTITY_REFERENCE)
    return type;
  fail_damaged (&self->error);
  return 0;
}

/**
 * td_part_get_name:
 * @self: a part at an element
 *
 * Returns: (transfer none): its name without a prefix
 */
const char *
td_part_get_name (TdPart *self)
{
  return (const char *) xmlTextReaderConstLocalName (self->reader);
}

/**
 * td_part_get_text:
 * @self: a part at a node
 *
 * Returns: (transfer none) (nullable): the text, where the node is text
 */
const char *
td_part_get_text (TdPart *self)
{
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return (const char *) xmlTextReaderConstValue (self->reader);
    default:
      return NULL;
    }
}

/**
 * td_part_next_attribute:
 * @self: a part at an element
 * @name: (out) (transfer none): of its next attribute, without a prefix
 * @value: (out) (transfer none): what it says; until the next call
 *
 * Returns: whether there was one more
 */
gboolean
td_part_next_attribute (TdPart *self, const char **name, const char **value)
{
  int moved = self->in_attributes ? xmlTextReaderMoveToNextAttribute (self->reader) : xmlTextReaderMoveToFirstAttribute (self->reader);

  self->in_attributes = TRUE;
  if (moved != 1)
    {
      xmlTextReaderMoveToElement (self->reader);
      self->in_attributes = FALSE;
      return FALSE;
    }
  *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  *value = (const char *) xmlTextReaderConstValue (self->reader);
  if (*value == NULL)
    *value = "";
  return TRUE;
}

/**
 * td_part_dup_attribute:
 * @self: a part at an element
 * @name: without a prefix
 *
 * Returns: (transfer full) (nullable): what the attribute says
 */
char *
td_part_dup_attribute (TdPart *self, const char *name)
{
  const char *known, *value;
  char *found = NULL;

  while (td_part_next_attribute (self, &known, &value))
    if (found == NULL && g_str_equal (known, name))
      found = g_strdup (value);
  return found;
}

/**
 * td_part_is:
 * @self: a part, at an element or its end
 * @name: a name without its prefix
 *
 * Returns: whether the element is called so
 */
gboolean
td_part_is (TdPart *self, const char *name)
{
  return g_str_equal (td_part_get_name (self), name);
}

/**
 * td_part_get_int:
 * @self: a part, at an element
 * @name: of an attribute
 * @otherwise: what it is when the element has none
 *
 * Returns: its number, at least -1 and at most a million: nothing in a document of people is beyond
 */
int
td_part_get_int (TdPart *self, const char *name, int otherwise)
{
  g_autofree char *value = td_part_dup_attribute (self, name);

  return value != NULL ? (int) CLAMP (atol (value), -1, 1000000) : otherwise;
}

/**
 * td_part_is_empty:
 * @self: a part at the beginning of an element
 *
 * Returns: whether it has no end of its own: <c/>
 */
gboolean
td_part_is_empty (TdPart *self)
{
  return xmlTextReaderIsEmptyElement (self->reader) == 1;
}

/**
 * td_part_skip:
 * @self: a part at the beginning of an element
 *
 * Goes to the end of the element: what is in it does not count.
 */
void
td_part_skip (TdPart *self)
{
  int depth = xmlTextReaderDepth (self->reader);

  if (td_part_is_empty (self))
    return;
  while (td_part_next (self) != 0)
    if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->reader) == depth)
      return;
}

/**
 * td_part_finish:
 * @self: a part whose last node has come
 * @error: return location
 *
 * Returns: whether it was read to its end
 */
gboolean
td_part_finish (TdPart *self, GError **error)
{
  if (self->reader == NULL)
    return fail_damaged (error);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
