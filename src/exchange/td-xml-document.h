/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * TdXmlError:
 * @TD_XML_ERROR_PARSE: not well-formed
 * @TD_XML_ERROR_INVALID: well-formed, but not what the schema asks for
 */
typedef enum
{
  TD_XML_ERROR_PARSE,
  TD_XML_ERROR_INVALID,
} TdXmlError;

#define TD_XML_ERROR (td_xml_error_quark ())
GQuark td_xml_error_quark (void);

xmlDoc *td_xml_document_parse (GBytes *bytes, const char *schema, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
