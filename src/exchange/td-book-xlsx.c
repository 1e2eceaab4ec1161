/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-book-xlsx"

#include "config.h"

#include <string.h>

#include "td-readers-private.h"
#include "td-xlsx-private.h"

/* A workbook (ECMA-376 part 1, 18.2): which sheets there are, in which order, and where each lies. */

typedef struct
{
  char *name, *relation;
  gboolean hidden;
} SheetEntry;

typedef struct
{
  TdPackage *package;
  TdBook *book;
  char *folder;
  GHashTable *targets; /* id of a relation → name of a part */
  char *strings, *styles;
  GArray *entries; /* of SheetEntry */
  gboolean from_1904;
} Reader;

static void
entry_clear (gpointer data)
{
  SheetEntry *entry = data;

  g_free (entry->name);
  g_free (entry->relation);
}

static void
reader_clear (Reader *self)
{
  g_free (self->folder);
  g_free (self->strings);
  g_free (self->styles);
  g_hash_table_unref (self->targets);
  g_array_unref (self->entries);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
take_first (char **to, char **path)
{
  if (*to == NULL)
    *to = g_steal_pointer (path);
}

static gboolean
read_relations (Reader *self, const char *main_part, GError **error)
{
  g_autofree char *base = g_path_get_basename (main_part);
  g_autofree char *name = g_strdup_printf ("%s/_rels/%s.rels", self->folder, base);
  g_autoptr (TdPart) part = td_package_open_part (self->package, *name == '/' ? name + 1 : name, error);
  int type;

  while (part != NULL && (type = td_part_next (part)) != 0)
    {
      g_autofree char *id = NULL;
      g_autofree char *kind = NULL;
      g_autofree char *target = NULL;
      g_autofree char *path = NULL;

      if (type != XML_READER_TYPE_ELEMENT || !g_str_equal (td_part_get_name (part), "Relationship"))
        continue;
      id = td_part_dup_attribute (part, "Id");
      kind = td_part_dup_attribute (part, "Type");
      target = td_part_dup_attribute (part, "Target");
      if (id == NULL || kind == NULL || target == NULL)
        continue;
      path = *target == '/' || *self->folder == '\0' ? g_strdup (target) : g_strdup_printf ("%s/%s", self->folder, target);
      if (g_str_has_suffix (kind, "/sharedStrings"))
        take_first (&self->strings, &path);
      else if (g_str_has_suffix (kind, "/styles"))
        take_first (&self->styles, &path);
      else if (g_str_has_suffix (kind, "/worksheet"))
        g_hash_table_insert (self->targets, g_steal_pointer (&id), g_steal_pointer (&path));
    }
  return part != NULL && td_part_finish (part, error);
}

static void
read_entry (Reader *self, TdPart *part)
{
  SheetEntry entry = { NULL };
  const char *name, *value;

  while (td_part_next_attribute (part, &name, &value))
    {
      if (g_str_equal (name, "name") && entry.name == NULL)
        entry.name = g_strdup (value);
      else if (g_str_equal (name, "id") && entry.relation == NULL)
        entry.relation = g_strdup (value);
      else if (g_str_equal (name, "state"))
        entry.hidden = !g_str_equal (value, "visible");
    }
  g_array_append_val (self->entries, entry);
}

static gboolean
read_workbook (Reader *self, const char *main_part, GError **error)
{
  g_autoptr (TdPart) part = td_package_open_part (self->package, main_part, error);
  int type;

  while (part != NULL && (type = td_part_next (part)) != 0)
    {
      if (type != XML_READER_TYPE_ELEMENT)
        continue;
      if (g_str_equal (td_part_get_name (part), "sheet"))
        read_entry (self, part);
      else if (g_str_equal (td_part_get_name (part), "workbookPr"))
        {
          g_autofree char *value = td_part_dup_attribute (part, "date1904");

          self->from_1904 = value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
        }
    }
  return part != NULL && td_part_finish (part, error);
}

static gboolean
read_sheets (Reader *self, GError **error)
{
  g_autoptr (GArray) strings = NULL;
  g_autoptr (GArray) styles = NULL;

  strings = self->strings != NULL && td_package_has (self->package, self->strings)
                ? _td_xlsx_read_strings (self->package, self->strings, self->book->store, error)
                : g_array_new (FALSE, TRUE, sizeof (TdXlsxString));
  if (strings == NULL)
    return FALSE;
  styles = self->styles != NULL && td_package_has (self->package, self->styles)
               ? _td_xlsx_read_styles (self->package, self->styles, self->book->store, error)
               : g_array_new (FALSE, TRUE, sizeof (TdXlsxStyle));
  if (styles == NULL)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SheetEntry *entry = &g_array_index (self->entries, SheetEntry, i);
      const char *target = entry->relation != NULL ? g_hash_table_lookup (self->targets, entry->relation) : NULL;
      g_autoptr (TdPart) part = NULL;
      TdSheet *sheet;

      /* Sheets of charts hold no cells. */
      if (target == NULL)
        continue;
      sheet = _td_book_add_sheet (self->book, entry->name, error);
      part = sheet != NULL ? td_package_open_part (self->package, target, error) : NULL;
      if (part == NULL)
        return FALSE;
      _td_sheet_set_hidden (sheet, entry->hidden);
      if (!_td_xlsx_read_sheet (part, sheet, self->book->store, strings, styles, self->from_1904, error))
        return FALSE;
    }
  return TRUE;
}

/* @main_part: where the workbook lies in the package */
TdBook *
_td_book_read_xlsx (TdPackage *package, const char *main_part, GError **error)
{
  g_autoptr (TdBook) book = _td_book_new (TD_BOOK_XLSX);
  g_auto (Reader) self = { package, book };

  self.folder = g_path_get_dirname (main_part);
  if (g_str_equal (self.folder, "."))
    *self.folder = '\0';
  self.targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.entries = g_array_new (FALSE, TRUE, sizeof (SheetEntry));
  g_array_set_clear_func (self.entries, entry_clear);
  if (!read_workbook (&self, main_part, error) || !read_relations (&self, main_part, error) || !read_sheets (&self, error))
    return NULL;
  return _td_book_finish (book, error) ? g_steal_pointer (&book) : NULL;
}
