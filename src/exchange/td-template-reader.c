/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "td-data.h"
#include "td-template-reader.h"

#define MAX_BYTES (1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

/* The complaint that tells most. A parser's first one counts; the validator begins with what is
 * wrong and then repeats for every parent that it failed too. */
typedef struct
{
  char *message;
  int line;
} Complaint;

static void
complain_cb (void *user_data, xmlErrorPtr error)
{
  Complaint *complaint = user_data;

  if (complaint->message != NULL || error->level < XML_ERR_ERROR)
    return;
  complaint->message = g_strstrip (g_strdup (error->message != NULL ? error->message : ""));
  complaint->line = error->line;
}

static void
set_error_at (GError **error, int line, const char *text)
{
  /* Translators: %d is a line of a template file, %s what is wrong there. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Line %d: %s"), line, text);
}

static xmlDoc *
parse (GBytes *xml, GError **error)
{
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  g_autoptr (xmlDoc) doc = NULL;
  gsize length;
  const char *data = g_bytes_get_data (xml, &length);
  const xmlError *last;

  if (length > MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("A template is at most 1 MB long"));
      return NULL;
    }
  doc = xmlCtxtReadMemory (context, length > 0 ? data : "", length, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  last = xmlCtxtGetLastError (context);
  if (doc == NULL)
    {
      g_autofree char *text = g_strdup (last != NULL && last->message != NULL ? last->message : _ ("not XML"));

      set_error_at (error, last != NULL ? last->line : 1, g_strstrip (text));
      return NULL;
    }
  /* Nothing we need has a document type; without one there are no entities to expand or to fetch. */
  if (doc->intSubset != NULL)
    {
      set_error_at (error, 1, _ ("a document type is not allowed"));
      return NULL;
    }
  return g_steal_pointer (&doc);
}

static gboolean
validate (xmlDoc *doc, GError **error)
{
  g_autoptr (GBytes) schema = td_data_lookup ("schema/template.rng", error);
  g_autoptr (xmlRelaxNGParserCtxt) parser = NULL;
  g_autoptr (xmlRelaxNG) grammar = NULL;
  g_autoptr (xmlRelaxNGValidCtxt) validator = NULL;
  g_autofree char *message = NULL;
  Complaint complaint = { NULL, 0 };
  int result;

  if (schema == NULL)
    return FALSE;
  parser = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (schema, NULL), g_bytes_get_size (schema));
  grammar = xmlRelaxNGParse (parser);
  g_return_val_if_fail (grammar != NULL, FALSE);
  validator = xmlRelaxNGNewValidCtxt (grammar);
  xmlRelaxNGSetValidStructuredErrors (validator, complain_cb, &complaint);
  result = xmlRelaxNGValidateDoc (validator, doc);
  message = complaint.message;
  if (result != 0)
    set_error_at (error, complaint.line, message != NULL ? message : _ ("not as a template should be"));
  return result == 0;
}

static char *
get_text (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = value != NULL ? g_utf8_normalize ((const char *) value, -1, G_NORMALIZE_NFC) : NULL;

  xmlFree (value);
  return copy;
}

static double
get_number (xmlNode *node, const char *name, double otherwise)
{
  g_autofree char *text = get_text (node, name);

  return text != NULL ? g_ascii_strtod (g_strstrip (text), NULL) : otherwise;
}

static gboolean
has_value (xmlNode *node, const char *name, const char *value)
{
  g_autofree char *text = get_text (node, name);

  return text != NULL && strcmp (g_strstrip (text), value) == 0;
}

static TdTemplatePlace
get_place (xmlNode *node, const char *name, const char *start, const char *end)
{
  if (has_value (node, name, start))
    return TD_TEMPLATE_START;
  return has_value (node, name, end) ? TD_TEMPLATE_END : TD_TEMPLATE_CENTER;
}

static gboolean
get_area (xmlNode *node, TdTemplate *template, TdTemplateArea *area, GError **error)
{
  area->x = get_number (node, "x", 0);
  area->y = get_number (node, "y", 0);
  area->width = get_number (node, "width", 0);
  area->height = get_number (node, "height", 0);
  if (area->x + area->width <= td_template_get_width (template) + 0.001
      && area->y + area->height <= td_template_get_height (template) + 0.001)
    return TRUE;
  set_error_at (error, xmlGetLineNo (node), _ ("reaches beyond the sheet"));
  return FALSE;
}

static gboolean
is_field_name (const char *name, gsize length)
{
  if (length == 0 || !g_ascii_islower (name[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_islower (name[i]) && name[i] != '_')
      return FALSE;
  return TRUE;
}

static gboolean
check_pattern (xmlNode *node, const char *pattern, GError **error)
{
  for (const char *at = pattern; (at = strpbrk (at, "{}")) != NULL;)
    {
      const char *close = *at == '{' ? strpbrk (at + 1, "{}") : NULL;
      gsize length = close != NULL && *close == '}' ? close - at - 1 : 0;

      if (length > 1 && at[length] == '?')
        length--;
      if (!is_field_name (at + 1, length))
        {
          g_autofree char *text = NULL;

          /* Translators: %s is a piece of a template's text. */
          text = g_strdup_printf (_ ("“%s” is not a field: write {name} or {name?}"), at);
          set_error_at (error, xmlGetLineNo (node), text);
          return FALSE;
        }
      at = close + 1;
    }
  return TRUE;
}

static char *
read_lines (xmlNode *node, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (xmlNode *line = xmlFirstElementChild (node); line != NULL; line = xmlNextElementSibling (line))
    {
      xmlChar *content = xmlNodeGetContent (line);
      g_autofree char *pattern = g_utf8_normalize ((const char *) content, -1, G_NORMALIZE_NFC);

      xmlFree (content);
      if (!check_pattern (line, pattern, error))
        return NULL;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, g_strdelimit (pattern, "\n\r\t", ' '));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
read_type (xmlNode *node, TdTemplateBox *box)
{
  g_autofree char *family = get_text (node, "family");
  g_autofree char *colour = get_text (node, "colour");

  if (family != NULL)
    {
      g_free (box->family);
      box->family = g_steal_pointer (&family);
    }
  box->size = get_number (node, "size", 12);
  box->min_size = get_number (node, "min-size", box->size);
  box->bold = has_value (node, "weight", "bold");
  box->italic = has_value (node, "style", "italic");
  box->upper = has_value (node, "case", "upper");
  box->line_spacing = get_number (node, "line-spacing", box->line_spacing);
  box->max_lines = (guint) get_number (node, "max-lines", box->max_lines);
  box->underscore = get_number (node, "underscore", 0);
  if (colour != NULL)
    {
      guint64 rgb = g_ascii_strtoull (g_strstrip (colour) + 1, NULL, 16);

      box->red = ((rgb >> 16) & 0xff) / 255.0;
      box->green = ((rgb >> 8) & 0xff) / 255.0;
      box->blue = (rgb & 0xff) / 255.0;
    }
}

static gboolean
read_box (xmlNode *node, TdTemplate *template, GError **error)
{
  g_autofree char *id = get_text (node, "id");
  g_autoptr (TdTemplateBox) box = td_template_box_new (id);

  if (!get_area (node, template, &box->area, error))
    return FALSE;
  if (td_template_find_box (template, id) != NULL)
    {
      g_autofree char *text = NULL;

      /* Translators: %s is the id of a box. */
      text = g_strdup_printf (_ ("there are two boxes “%s”"), id);
      set_error_at (error, xmlGetLineNo (node), text);
      return FALSE;
    }
  box->title = get_text (node, "title");
  box->fixed = has_value (node, "printed", "fixed");
  box->preprinted = get_text (node, "preprinted");
  box->when = get_text (node, "when");
  if (box->when != NULL)
    g_strstrip (box->when);
  box->align = get_place (node, "align", "left", "right");
  box->valign = get_place (node, "valign", "top", "bottom");
  read_type (node, box);
  if (box->min_size > box->size)
    {
      set_error_at (error, xmlGetLineNo (node), _ ("min-size is larger than size"));
      return FALSE;
    }
  box->text = read_lines (node, error);
  if (box->text == NULL)
    return FALSE;
  td_template_take_box (template, g_steal_pointer (&box));
  return TRUE;
}

static gboolean
get_day (xmlNode *node, const char *name, GDate *day)
{
  g_autofree char *text = get_text (node, name);
  int year, month, date;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d", &year, &month, &date) != 3
      || !g_date_valid_dmy (date, month, year))
    return FALSE;
  g_date_set_dmy (day, date, month, year);
  return TRUE;
}

static void
read_validity (xmlNode *node, TdTemplate *template)
{
  g_autofree char *source = get_text (node, "source");
  GDate from, to;
  gboolean has_from, has_to;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  has_from = get_day (node, "from", &from);
  has_to = get_day (node, "to", &to);
  td_template_set_validity (template, has_from ? &from : NULL, has_to ? &to : NULL);
  td_template_set_source (template, source, has_value (node, "verified", "yes"));
}

static gboolean
read_part (xmlNode *node, TdTemplate *template, GError **error)
{
  const char *name = (const char *) node->name;
  TdTemplateArea area;

  if (strcmp (name, "box") == 0)
    return read_box (node, template, error);
  if (strcmp (name, "validity") == 0)
    read_validity (node, template);
  else if (strcmp (name, "suits") == 0)
    {
      xmlChar *content = xmlNodeGetContent (node);
      g_autofree char *form = g_utf8_normalize ((const char *) content, -1, G_NORMALIZE_NFC);

      xmlFree (content);
      td_template_add_award_form (template, g_strstrip (form));
    }
  else if (strcmp (name, "ornament") == 0)
    {
      g_autofree char *id = get_text (node, "id");

      if (!get_area (node, template, &area, error))
        return FALSE;
      td_template_set_ornament (template, id, &area);
    }
  else if (strcmp (name, "emblem") == 0)
    {
      if (!get_area (node, template, &area, error))
        return FALSE;
      td_template_set_emblem_area (template, &area);
    }
  return TRUE;
}

/**
 * td_template_read:
 * @xml: a template file
 * @error: return location
 *
 * Reads a certificate template and holds it against data/schema/template.rng. Nothing is fetched
 * and no entity is expanded.
 *
 * Returns: (transfer full): the template, or %NULL with a %G_IO_ERROR_INVALID_DATA that names the line
 */
TdTemplate *
td_template_read (GBytes *xml, GError **error)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (TdTemplate) template = NULL;
  g_autofree char *id = NULL, *title = NULL;
  xmlNode *root, *sheet;

  g_return_val_if_fail (xml != NULL, NULL);

  doc = parse (xml, error);
  if (doc == NULL || !validate (doc, error))
    return NULL;
  root = xmlDocGetRootElement (doc);
  id = get_text (root, "id");
  title = get_text (root, "title");
  /* The schema has made sure of order and presence: validity, sheet, the rest. */
  sheet = xmlNextElementSibling (xmlFirstElementChild (root));
  template = td_template_new (id, title, get_number (sheet, "width", 0), get_number (sheet, "height", 0));
  for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node))
    if (!read_part (node, template, error))
      return NULL;
  return g_steal_pointer (&template);
}

/**
 * td_templates_load_shipped:
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdTemplate): the templates the program ships, in the order
 *   of their ids, or %NULL when one of them cannot be read
 */
GPtrArray *
td_templates_load_shipped (GError **error)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = td_data_list ("templates/certificates");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("templates/certificates/", names[i], NULL);
      g_autoptr (GBytes) xml = NULL;
      TdTemplate *template;

      /* Letters and minutes have their templates in the same folder, in other formats. */
      if (!g_str_has_suffix (names[i], ".xml"))
        continue;
      xml = td_data_lookup (path, error);
      template = xml != NULL ? td_template_read (xml, error) : NULL;
      if (template == NULL)
        {
          g_prefix_error (error, "%s: ", names[i]);
          return NULL;
        }
      g_ptr_array_add (templates, template);
    }
  return g_steal_pointer (&templates);
}

/**
 * td_keep_together_load_shipped:
 * @error: return location
 *
 * Returns: (transfer full): the phrases a certificate keeps on one line, %NULL-terminated
 */
char **
td_keep_together_load_shipped (GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/keep-together.txt", error);
  g_autoptr (GPtrArray) phrases = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  phrases = g_ptr_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && !g_str_has_prefix (lines[i], "//"))
      g_ptr_array_add (phrases, g_strdup (lines[i]));
  g_ptr_array_add (phrases, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&phrases), FALSE);
}
