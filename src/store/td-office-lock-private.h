/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdOfficeLock:
 *
 * The right to write into an office file. One program holds it at a time; the system takes it
 * back when that program ends, however it ends.
 */
typedef struct _TdOfficeLock TdOfficeLock;

TdOfficeLock *_td_office_lock_take (const char *path, const char *holder, GError **error);
void _td_office_lock_release (TdOfficeLock *lock);

G_END_DECLS
