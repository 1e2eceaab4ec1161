/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-finding.h"
#include "td-store.h"

G_BEGIN_DECLS

#define TD_JOB_ERROR (td_job_error_quark ())
GQuark td_job_error_quark (void);

/**
 * TdJobError:
 * @TD_JOB_ERROR_REFUSED: findings stand in the way; nothing changed
 * @TD_JOB_ERROR_INPUT: a file or a value given cannot be used; nothing changed
 * @TD_JOB_ERROR_OUTPUT: a file could not be written
 */
typedef enum
{
  TD_JOB_ERROR_REFUSED,
  TD_JOB_ERROR_INPUT,
  TD_JOB_ERROR_OUTPUT,
} TdJobError;

#define TD_TYPE_JOB (td_job_get_type ())
G_DECLARE_FINAL_TYPE (TdJob, td_job, TD, JOB, GObject)

/**
 * TdJobFunc:
 * @job: the job, whose results it fills
 * @connection: the office file; inside a transaction when the job writes
 * @data: the job's input
 * @error: return location
 *
 * Returns: whether it went well
 */
typedef gboolean (*TdJobFunc) (TdJob *job, TdConnection *connection, gpointer data, GError **error);

/**
 * TdJobAfterFunc:
 * @job: the job
 * @data: the job's input
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * What a job does after the office file has been read: drawing, writing a file. It runs on a
 * thread of its own, so that lists go on filling.
 *
 * Returns: whether it went well
 */
typedef gboolean (*TdJobAfterFunc) (TdJob *job, gpointer data, GCancellable *cancellable, GError **error);

/**
 * TdJobProgress:
 * @fraction: from 0 to 1
 * @text: what is being done, translated
 * @user_data: as given
 *
 * Told in the main context when the job runs asynchronously, else on the calling thread.
 */
typedef void (*TdJobProgress) (double fraction, const char *text, gpointer user_data);

TdJob *td_job_new_read (TdJobFunc func, gpointer data, GDestroyNotify destroy);
TdJob *td_job_new_write (const char *name, TdJobFunc func, gpointer data, GDestroyNotify destroy);
void td_job_set_after (TdJob *self, TdJobAfterFunc after);

gboolean td_job_run (TdJob *self, TdStore *store, GCancellable *cancellable, GError **error);
void td_job_run_async (TdJob *self, TdStore *store, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data);
gboolean td_job_run_finish (TdJob *self, GAsyncResult *result, GError **error);
void td_job_set_progress (TdJob *self, TdJobProgress progress, gpointer user_data);
void td_job_report (TdJob *self, double fraction, const char *text);

/* Results */
GPtrArray *td_job_get_findings (TdJob *self);
gint64 td_job_get_id (TdJob *self);
gint64 td_job_get_count (TdJob *self);
gpointer td_job_get_object (TdJob *self);
void td_job_take_finding (TdJob *self, TdFinding *finding);
void td_job_take_findings (TdJob *self, GPtrArray *findings);
void td_job_set_id (TdJob *self, gint64 id);
void td_job_set_count (TdJob *self, gint64 count);
void td_job_take_object (TdJob *self, gpointer object);
gboolean td_job_refuse (TdJob *self, GError **error);

G_END_DECLS
