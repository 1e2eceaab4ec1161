/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-xml-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "td-data.h"
#include "td-xml-document.h"

/* Templates are written by hand; anything longer is not one. */
#define MAX_BYTES (4 * 1024 * 1024)

G_DEFINE_QUARK (td - xml - error - quark, td_xml_error)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

typedef struct
{
  char *message;
  int line;
} FirstError;

static void
first_error_cb (void *user_data, xmlErrorPtr problem)
{
  FirstError *first = user_data;

  if (first->message != NULL)
    return;
  first->message = g_strstrip (g_strdup (problem->message));
  first->line = problem->line;
}

static gboolean
validate (xmlDoc *doc, const char *schema, GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup (schema, error);
  g_autoptr (xmlRelaxNGParserCtxt) parser = NULL;
  g_autoptr (xmlRelaxNG) grammar = NULL;
  g_autoptr (xmlRelaxNGValidCtxt) validator = NULL;
  g_autofree char *message = NULL;
  FirstError first = { NULL, 0 };
  gboolean valid = FALSE;

  if (bytes == NULL)
    return FALSE;

  parser = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (bytes, NULL),
                                       (int) g_bytes_get_size (bytes));
  xmlRelaxNGSetParserStructuredErrors (parser, first_error_cb, &first);
  grammar = xmlRelaxNGParse (parser);
  if (grammar != NULL)
    {
      validator = xmlRelaxNGNewValidCtxt (grammar);
      xmlRelaxNGSetValidStructuredErrors (validator, first_error_cb, &first);
      valid = xmlRelaxNGValidateDoc (validator, doc) == 0;
    }
  message = first.message;
  if (!valid)
    g_set_error (error, TD_XML_ERROR, TD_XML_ERROR_INVALID,
                 /* Translators: a line number, then what the XML library says */
                 _ ("Line %d is not as it should be: %s"), first.line,
                 message != NULL ? message : schema);
  return valid;
}

/**
 * td_xml_document_parse:
 * @bytes: the text of a file
 * @schema: the RELAX NG schema it must follow, below data/, such as "schema/letter.rng"
 * @error: return location
 *
 * Parses a short document and checks it. Nothing is fetched and no entity is replaced, so a
 * hostile file can neither read others nor swell.
 *
 * Returns: (transfer full): the document, or %NULL with a %TD_XML_ERROR
 */
xmlDoc *
td_xml_document_parse (GBytes *bytes, const char *schema, GError **error)
{
  g_autoptr (xmlParserCtxt) parser = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  g_return_val_if_fail (bytes != NULL && schema != NULL, NULL);

  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error_literal (error, TD_XML_ERROR, TD_XML_ERROR_PARSE, _ ("The file is too large."));
      return NULL;
    }

  parser = xmlNewParserCtxt ();
  doc = xmlCtxtReadMemory (parser, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes),
                           NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  if (doc == NULL)
    {
      const xmlError *problem = xmlCtxtGetLastError (parser);
      g_autofree char *message = g_strdup (problem != NULL ? problem->message : "");

      g_set_error (error, TD_XML_ERROR, TD_XML_ERROR_PARSE,
                   /* Translators: a line number, then what the XML library says */
                   _ ("Line %d cannot be read: %s"), problem != NULL ? problem->line : 0,
                   g_strstrip (message));
      return NULL;
    }
  return validate (doc, schema, error) ? g_steal_pointer (&doc) : NULL;
}
