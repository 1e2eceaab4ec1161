/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"
#include "td-picture.h"

G_BEGIN_DECLS

TdJob *td_emblem_set_job (const char *path);
TdJob *td_emblem_remove_job (void);
TdJob *td_emblem_show_job (void);

gboolean td_emblem_read (TdConnection *connection, TdEmblem **emblem, GError **error);
TdPicture *td_emblem_make_picture (const TdEmblem *emblem, GError **error);

G_END_DECLS
