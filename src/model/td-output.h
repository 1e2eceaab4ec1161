/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdOutput:
 *
 * A file being made for a person. It appears whole under its name or not at all: it is written
 * beside it, synced and renamed. Only its owner can read it, since it names citizens.
 */
typedef struct _TdOutput TdOutput;

TdOutput *td_output_open (const char *path, GError **error);
int td_output_get_fd (TdOutput *self);
const char *td_output_get_path (TdOutput *self);
gboolean td_output_write (TdOutput *self, const char *data, gsize length, GError **error);
gboolean td_output_finish (TdOutput *self, GError **error);
void td_output_free (TdOutput *self);

gboolean td_output_write_all (int fd, const char *data, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdOutput, td_output_free)

G_END_DECLS
