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

/* Pictures stand inside, as text; nobody writes so much else. */
#define MAX_BYTES (4 * 1024 * 1024)

#define NAMESPACE "urn:x-thidua:template:"
#define VERSION   1

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
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
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("A template is at most 4 MB long"));
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

/* What a newer program has written may look valid to this one and mean something else. */
static gboolean
check_version (xmlDoc *doc, GError **error)
{
  const xmlNode *root = xmlDocGetRootElement (doc);
  const char *name = root->ns != NULL ? (const char *) root->ns->href : "";
  guint64 version;

  if (strcmp ((const char *) root->name, "template") != 0 || !g_str_has_prefix (name, NAMESPACE)
      || !g_ascii_string_to_unsigned (name + strlen (NAMESPACE), 10, 1, G_MAXUINT32, &version, NULL))
    {
      set_error_at (error, xmlGetLineNo (root), _ ("this is no certificate template"));
      return FALSE;
    }
  if (version <= VERSION)
    return TRUE;
  set_error_at (error, xmlGetLineNo (root), _ ("this template was made by a newer version of the program"));
  return FALSE;
}

/* Making the grammar takes longer than reading a template, so it is made once. It is used by one thread at a time. */
static GMutex grammar_lock;
static xmlRelaxNG *grammar;

static gboolean
make_grammar (GError **error)
{
  g_autoptr (GBytes) schema = grammar == NULL ? td_data_lookup ("schema/template.rng", error) : NULL;
  g_autoptr (xmlRelaxNGParserCtxt) parser = NULL;

  if (grammar != NULL || schema == NULL)
    return grammar != NULL;
  parser = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (schema, NULL), g_bytes_get_size (schema));
  grammar = xmlRelaxNGParse (parser);
  g_return_val_if_fail (grammar != NULL, FALSE);
  return TRUE;
}

/* What a box may have. libxml2 tries with and without each attribute that may be and is there, and all of them with one
 * another: a box with these fourteen took it two seconds. Whether one is right does not depend on the others, so boxes are
 * shown to it several times, each time with a few. What is not named here it sees each time. */
static const char *const optional[] = {
  "preprinted", "when", "align", "valign", "family", "min-size", "weight", "style", "colour", "case", "line-spacing", "max-lines",
  "break", "underscore"
};

#define AT_ONCE 4

static void
leave_out (xmlNode *box, guint from)
{
  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    {
      xmlAttr *attribute = i < from || i >= from + AT_ONCE ? xmlHasNsProp (box, (const xmlChar *) optional[i], NULL) : NULL;

      if (attribute != NULL)
        xmlRemoveProp (attribute);
    }
}

static gboolean
validate_part (xmlDoc *doc, guint from, GError **error)
{
  g_autoptr (xmlDoc) part = xmlCopyDoc (doc, 1);
  g_autoptr (xmlRelaxNGValidCtxt) validator = NULL;
  g_autofree char *message = NULL;
  Complaint complaint = { NULL, 0 };
  int result;

  for (xmlNode *node = xmlFirstElementChild (xmlDocGetRootElement (part)); node != NULL; node = xmlNextElementSibling (node))
    if (strcmp ((const char *) node->name, "box") == 0)
      leave_out (node, from);
  validator = xmlRelaxNGNewValidCtxt (grammar);
  xmlRelaxNGSetValidStructuredErrors (validator, complain_cb, &complaint);
  result = xmlRelaxNGValidateDoc (validator, part);
  message = complaint.message;
  if (result != 0)
    set_error_at (error, complaint.line, message != NULL ? message : _ ("not as a template should be"));
  return result == 0;
}

static gboolean
validate (xmlDoc *doc, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&grammar_lock);

  if (!make_grammar (error))
    return FALSE;
  for (guint from = 0; from < G_N_ELEMENTS (optional); from += AT_ONCE)
    if (!validate_part (doc, from, error))
      return FALSE;
  return TRUE;
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
  box->own_lines = has_value (node, "break", "lines");
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
check_id (xmlNode *node, TdTemplate *template, const char *id, GError **error)
{
  g_autofree char *other = td_template_dup_free_id (template, id);
  g_autofree char *text = NULL;

  if (strcmp (other, id) == 0)
    return TRUE;
  /* Translators: %s is the id of a box. */
  text = g_strdup_printf (_ ("there are two boxes “%s”"), id);
  set_error_at (error, xmlGetLineNo (node), text);
  return FALSE;
}

static gboolean
check_picture (xmlNode *node, GBytes *image, GError **error)
{
  TdPictureHeader header;
  const char *problem = td_template_picture_judge (image, &header);

  if (problem != NULL)
    set_error_at (error, xmlGetLineNo (node), problem);
  return problem == NULL;
}

static gboolean
read_picture (xmlNode *node, TdTemplate *template, GError **error)
{
  g_autofree char *id = get_text (node, "id");
  xmlChar *content = xmlNodeGetContent (node);
  gsize length;
  guchar *data = g_base64_decode ((const char *) content, &length);
  g_autoptr (GBytes) image = g_bytes_new_take (data, length);
  g_autoptr (TdTemplatePicture) picture = td_template_picture_new (id, image);

  xmlFree (content);
  if (!get_area (node, template, &picture->area, error) || !check_id (node, template, id, error)
      || !check_picture (node, image, error))
    return FALSE;
  picture->title = get_text (node, "title");
  picture->fixed = has_value (node, "printed", "fixed");
  td_template_take_picture (template, g_steal_pointer (&picture));
  return TRUE;
}

static gboolean
read_box (xmlNode *node, TdTemplate *template, GError **error)
{
  g_autofree char *id = get_text (node, "id");
  g_autoptr (TdTemplateBox) box = td_template_box_new (id);

  if (!get_area (node, template, &box->area, error))
    return FALSE;
  if (!check_id (node, template, id, error))
    return FALSE;
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

static char *
read_words (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *words = g_utf8_normalize ((const char *) content, -1, G_NORMALIZE_NFC);

  xmlFree (content);
  return g_strstrip (words);
}

/* What there may be several of and what keeps their order. */
typedef struct
{
  GPtrArray *phrases;
  GArray *guides;
} Lists;

static gboolean
read_part (xmlNode *node, TdTemplate *template, Lists *lists, GError **error)
{
  const char *name = (const char *) node->name;
  TdTemplateArea area;

  if (strcmp (name, "box") == 0)
    return read_box (node, template, error);
  if (strcmp (name, "picture") == 0)
    return read_picture (node, template, error);
  if (strcmp (name, "validity") == 0)
    read_validity (node, template);
  else if (strcmp (name, "suits") == 0)
    {
      g_autofree char *form = read_words (node);

      td_template_add_award_form (template, form);
    }
  else if (strcmp (name, "keep-together") == 0)
    g_ptr_array_add (lists->phrases, read_words (node));
  else if (strcmp (name, "guide") == 0)
    {
      TdTemplateGuide guide = { xmlHasProp (node, BAD_CAST "x") != NULL, 0 };

      guide.at = get_number (node, guide.vertical ? "x" : "y", 0);
      g_array_append_val (lists->guides, guide);
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
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (TdTemplateGuide));
  xmlNode *root, *sheet;
  Lists lists;

  g_return_val_if_fail (xml != NULL, NULL);

  doc = parse (xml, error);
  if (doc == NULL || !check_version (doc, error) || !validate (doc, error))
    return NULL;
  root = xmlDocGetRootElement (doc);
  id = get_text (root, "id");
  title = get_text (root, "title");
  /* The schema has made sure of order and presence: validity, sheet, the rest. */
  sheet = xmlNextElementSibling (xmlFirstElementChild (root));
  template = td_template_new (id, title, get_number (sheet, "width", 0), get_number (sheet, "height", 0));
  lists.phrases = phrases;
  lists.guides = guides;
  for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node))
    if (!read_part (node, template, &lists, error))
      return NULL;
  td_template_set_guides (template, (const TdTemplateGuide *) (gpointer) guides->data, guides->len);
  g_ptr_array_add (phrases, NULL);
  td_template_set_phrases (template, (const char *const *) phrases->pdata);
  return g_steal_pointer (&template);
}
