/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/**
 * TdPackage:
 *
 * A zip with parts in XML, as .xlsx, .docx, .ods and .odt are. Its errors are %TD_SHEET_ERROR.
 */
typedef struct _TdPackage TdPackage;

/**
 * TdPart:
 *
 * One part of a package while it is read, node by node, in memory that does not grow with it.
 */
typedef struct _TdPart TdPart;

TdPackage *td_package_open (GBytes *bytes, GCancellable *cancellable, GError **error);
void td_package_free (TdPackage *self);
gboolean td_package_has (TdPackage *self, const char *name);
char *td_package_dup_start (TdPackage *self, const char *name, gsize limit);

TdPart *td_package_open_part (TdPackage *self, const char *name, GError **error);
void td_part_free (TdPart *self);
int td_part_next (TdPart *self);
const char *td_part_get_name (TdPart *self);
const char *td_part_get_text (TdPart *self);
gboolean td_part_next_attribute (TdPart *self, const char **name, const char **value);
char *td_part_dup_attribute (TdPart *self, const char *name);
gboolean td_part_is (TdPart *self, const char *name);
int td_part_get_int (TdPart *self, const char *name, int otherwise);
gboolean td_part_is_empty (TdPart *self);
void td_part_skip (TdPart *self);
gboolean td_part_finish (TdPart *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPackage, td_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPart, td_part_free)

G_END_DECLS
