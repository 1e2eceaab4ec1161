/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-legal-documents"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "td-data.h"
#include "td-date.h"
#include "td-legal-documents.h"

G_DEFINE_QUARK (td - legal - documents - error - quark, td_legal_documents_error)

/* Gives %NULL for an absent member, null, and anything that is no text. */
static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
get_flag (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
}

static gboolean
date_or_nothing (const char *iso)
{
  return iso == NULL || td_date_is_valid (iso);
}

static TdLegalDocument *
read_document (JsonNode *node, guint position, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (TdLegalDocument) document = NULL;

  if (object == NULL || get_text (object, "id") == NULL || get_text (object, "type") == NULL
      || get_text (object, "date") == NULL || !td_date_is_valid (get_text (object, "date"))
      || !date_or_nothing (get_text (object, "valid_from"))
      || !date_or_nothing (get_text (object, "valid_to")))
    {
      g_set_error (error, TD_LEGAL_DOCUMENTS_ERROR, TD_LEGAL_DOCUMENTS_ERROR_INVALID,
                   /* Translators: a position in a table of legal documents, from 1 */
                   _ ("Legal document %u lacks its id, type or date, or a date is no date."),
                   position + 1);
      return NULL;
    }

  document = td_legal_document_new (get_text (object, "type"), get_text (object, "number"),
                                    get_text (object, "date"), get_text (object, "issuer"),
                                    get_text (object, "subject"));
  document->id = g_strdup (get_text (object, "id"));
  document->topic = g_strdup (get_text (object, "topic"));
  document->valid_from = g_strdup (get_text (object, "valid_from"));
  document->valid_to = g_strdup (get_text (object, "valid_to"));
  document->verified = get_flag (object, "verified");
  document->source = g_strdup (get_text (object, "source"));
  return g_steal_pointer (&document);
}

/**
 * td_legal_documents_parse:
 * @bytes: JSON as in data/catalogue/legal-documents.json
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdLegalDocument): the documents in the file's order
 */
GPtrArray *
td_legal_documents_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) documents = NULL;
  JsonNode *root;
  JsonNode *list = NULL;
  JsonArray *array;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), error))
    return NULL;
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    list = json_object_get_member (json_node_get_object (root), "documents");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      g_set_error_literal (error, TD_LEGAL_DOCUMENTS_ERROR, TD_LEGAL_DOCUMENTS_ERROR_INVALID,
                           _ ("The file is not a table of legal documents."));
      return NULL;
    }

  array = json_node_get_array (list);
  documents = g_ptr_array_new_with_free_func ((GDestroyNotify) td_legal_document_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      TdLegalDocument *document = read_document (json_array_get_element (array, i), i, error);

      if (document == NULL)
        return NULL;
      g_ptr_array_add (documents, document);
    }
  return g_steal_pointer (&documents);
}

/**
 * td_legal_documents_load:
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdLegalDocument): the table the program ships
 */
GPtrArray *
td_legal_documents_load (GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/legal-documents.json", error);

  return bytes != NULL ? td_legal_documents_parse (bytes, error) : NULL;
}
