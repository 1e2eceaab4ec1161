/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/* Elements with their prefixes, as the packages of offices have them. */
void _td_xml_begin (xmlTextWriter *xml, const char *name);
void _td_xml_end (xmlTextWriter *xml);
void _td_xml_empty (xmlTextWriter *xml, const char *name, ...) G_GNUC_NULL_TERMINATED;
void _td_xml_set (xmlTextWriter *xml, const char *name, const char *value);
void _td_xml_set_number (xmlTextWriter *xml, const char *name, gint64 value);
void _td_xml_write (xmlTextWriter *xml, const char *text, gsize length);

G_END_DECLS
