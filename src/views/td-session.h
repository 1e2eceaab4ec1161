/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

#define TD_TYPE_SESSION (td_session_get_type ())
G_DECLARE_FINAL_TYPE (TdSession, td_session, TD, SESSION, GObject)

/**
 * TdRunFlags:
 * @TD_RUN_TELL: when it has gone well, say so and offer Undo
 * @TD_RUN_LONG: show how far it is and let it be cancelled
 * @TD_RUN_QUIET: the caller shows what went wrong
 * @TD_RUN_SAVED: when it has gone well, say that the PDF is saved
 */
typedef enum
{
  TD_RUN_TELL = 1 << 0,
  TD_RUN_LONG = 1 << 1,
  TD_RUN_QUIET = 1 << 2,
  TD_RUN_SAVED = 1 << 3,
} TdRunFlags;

/**
 * TdRunDone:
 * @job: the job with its results
 * @error: (nullable): why it did not go well
 * @owner: whoever asked for it
 */
typedef void (*TdRunDone) (TdJob *job, const GError *error, gpointer owner);

TdSession *td_session_new (TdStore *store);
void td_session_close (TdSession *self);
TdStore *td_session_get_store (TdSession *self);
gboolean td_session_is_read_only (TdSession *self);
gboolean td_session_is_closed (TdSession *self);
gint64 td_session_get_ceremony (TdSession *self);
void td_session_set_ceremony (TdSession *self, gint64 ceremony_id);

void td_session_run (TdSession *self, TdJob *job, TdRunFlags flags, TdRunDone done, gpointer owner);
void td_session_run_cancellable (TdSession *self, TdJob *job, TdRunFlags flags, GCancellable *cancellable, TdRunDone done, gpointer owner);
void td_session_cancel (TdSession *self);
void td_session_undo (TdSession *self, gboolean redo);
void td_session_tell (TdSession *self, const char *text);
void td_session_fail (TdSession *self, const char *text, GPtrArray *findings);
void td_session_show (TdSession *self, const char *heading, const char *text, GPtrArray *findings);

G_END_DECLS
