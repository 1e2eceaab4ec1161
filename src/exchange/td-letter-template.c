/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-template"

#include "config.h"

#include "td-data.h"
#include "td-letter-fill-private.h"
#include "td-letter-template.h"
#include "td-xml-document.h"

struct _TdLetterTemplate
{
  GObject parent_instance;
  xmlDoc *doc; /* valid against letter.rng, never changed: filling only reads it */
  char *source;
  char *valid_from;
  char *valid_to;
  gboolean verified;
};

G_DEFINE_QUARK (td - letter - template - error - quark, td_letter_template_error)

G_DEFINE_FINAL_TYPE (TdLetterTemplate, td_letter_template, G_TYPE_OBJECT)

static void
td_letter_template_finalize (GObject *object)
{
  TdLetterTemplate *self = TD_LETTER_TEMPLATE (object);

  g_clear_pointer (&self->doc, xmlFreeDoc);
  g_free (self->source);
  g_free (self->valid_from);
  g_free (self->valid_to);
  G_OBJECT_CLASS (td_letter_template_parent_class)->finalize (object);
}

static void
td_letter_template_class_init (TdLetterTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_letter_template_finalize;
}

static void
td_letter_template_init (TdLetterTemplate *self)
{
}

/**
 * td_letter_template_parse:
 * @bytes: XML as data/schema/letter.rng describes it
 * @error: return location
 *
 * Returns: (transfer full): the template, or %NULL with a %TD_XML_ERROR
 */
TdLetterTemplate *
td_letter_template_parse (GBytes *bytes, GError **error)
{
  TdLetterTemplate *self;
  g_autofree char *verified = NULL;
  xmlDoc *doc;
  xmlNode *root;

  doc = td_xml_document_parse (bytes, "schema/letter.rng", error);
  if (doc == NULL)
    return NULL;

  self = g_object_new (TD_TYPE_LETTER_TEMPLATE, NULL);
  self->doc = doc;
  root = xmlDocGetRootElement (doc);
  self->source = td_letter_dup_attribute (root, "source");
  self->valid_from = td_letter_dup_attribute (root, "valid-from");
  self->valid_to = td_letter_dup_attribute (root, "valid-to");
  verified = td_letter_dup_attribute (root, "verified");
  self->verified = g_strcmp0 (verified, "no") != 0; /* where there is no official form nothing can be compared */
  return self;
}

/**
 * td_letter_template_load:
 * @id: a template the program ships, such as "decision-award"
 * @error: return location
 *
 * Returns: (transfer full): the template
 */
TdLetterTemplate *
td_letter_template_load (const char *id, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  path = g_strdup_printf ("templates/letters/%s.xml", id);
  bytes = td_data_lookup (path, error);
  return bytes != NULL ? td_letter_template_parse (bytes, error) : NULL;
}

/**
 * td_letter_template_fill:
 * @self: a template
 * @documents: (element-type TdLegalDocument): what it may cite
 * @letter_case: what to write
 * @findings: (element-type TdFinding): where doubts are added
 * @error: return location
 *
 * Writes the letter. Whatever is not known becomes dots and a finding, so a draft can be looked
 * at from the first hour; only documents in force on the case's day are cited.
 *
 * Returns: (transfer full): the letter, or %NULL with a %TD_LETTER_TEMPLATE_ERROR
 */
TdLetter *
td_letter_template_fill (TdLetterTemplate *self, GPtrArray *documents,
                         const TdLetterCase *letter_case, GPtrArray *findings, GError **error)
{
  g_autoptr (TdLetterFields) fields = NULL;

  g_return_val_if_fail (TD_IS_LETTER_TEMPLATE (self), NULL);
  g_return_val_if_fail (documents != NULL && letter_case != NULL && findings != NULL, NULL);

  fields = td_letter_fields_new (xmlDocGetRootElement (self->doc), letter_case, findings, error);
  if (fields == NULL)
    return NULL;
  td_letter_check_template (self->source, self->verified, self->valid_from, self->valid_to,
                            letter_case->date, findings);
  return td_letter_fill (fields, documents);
}
