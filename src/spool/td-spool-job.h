/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-spool-error.h"

G_BEGIN_DECLS

/**
 * TdSpoolState:
 * @TD_SPOOL_WAITING: it waits for its turn, or for a paused printer
 * @TD_SPOOL_HELD: it waits until it is released
 * @TD_SPOOL_PRINTING: it is on its way to paper
 * @TD_SPOOL_STOPPED: the printer stopped in its midst
 * @TD_SPOOL_DONE: all was handed to the printer; what lies in the tray only a person knows
 * @TD_SPOOL_CANCELLED: a person took it back; sheets may have come out
 * @TD_SPOOL_ABORTED: the print service gave it up; sheets may have come out
 *
 * Where a job is. The last three are final.
 */
typedef enum
{
  TD_SPOOL_WAITING,
  TD_SPOOL_HELD,
  TD_SPOOL_PRINTING,
  TD_SPOOL_STOPPED,
  TD_SPOOL_DONE,
  TD_SPOOL_CANCELLED,
  TD_SPOOL_ABORTED,
} TdSpoolState;

#define TD_TYPE_SPOOL_JOB (td_spool_job_get_type ())
G_DECLARE_FINAL_TYPE (TdSpoolJob, td_spool_job, TD, SPOOL_JOB, GObject)

/**
 * TdSpoolJob:
 * @number: its number at the print service
 * @printer: name of the queue
 * @title: (nullable): its title
 * @tag: (nullable): what it was marked with when it was sent; %NULL for a job of another program
 * @state: where it is
 * @message: (nullable): the service's own words
 * @pages: pages the printer says it has printed, -1 when it does not say. Printers that do not
 *   count say nothing or 0: it is a hint for a person, never a count of sheets
 * @created: when it was taken, in seconds since 1970, 0 unknown
 * @completed: when it ended, 0 for not yet
 * @findings: (element-type TdFinding): what holds the printer up while the job is not over, as
 *   in #TdPrinter; empty in a list
 *
 * A job as it was when it was asked after; it never changes.
 */
struct _TdSpoolJob
{
  GObject parent_instance;

  int number;
  char *printer;
  char *title;
  char *tag;
  TdSpoolState state;
  char *message;
  int pages;
  gint64 created;
  gint64 completed;
  GPtrArray *findings;
};

/**
 * TdSpoolRequest:
 * @printer: name of the queue
 * @title: what people see in the list of jobs
 * @tag: (nullable): a mark nobody else has, such as a UUID, by which td_spool_job_find() finds the
 *   job again; %NULL to have one made
 * @width: of the pages, in mm
 * @height: in mm
 * @tray: (nullable): keyword of a tray, %NULL as the printer is set
 * @copies: how many, 1 or more
 * @held: whether it is to wait until td_spool_job_release(): so its number can be kept before the
 *   first sheet moves
 *
 * A PDF for a printer: one-sided, not scaled, no banner page, as many pages on a sheet as one.
 */
typedef struct
{
  const char *printer;
  const char *title;
  const char *tag;
  double width;
  double height;
  const char *tray;
  int copies;
  gboolean held;
} TdSpoolRequest;

/**
 * TdSpoolJobChanged:
 * @job: the job as it is now
 * @user_data: as given
 *
 * Told when state, pages or findings of a followed job differ.
 */
typedef void (*TdSpoolJobChanged) (TdSpoolJob *job, gpointer user_data);

/**
 * TdSpoolAct:
 * @TD_SPOOL_CANCEL: take it back; sheets under way may still come out
 * @TD_SPOOL_HOLD: let it wait, when it is not printing yet
 * @TD_SPOOL_RELEASE: let it go on
 *
 * What can be done to a job.
 */
typedef enum
{
  TD_SPOOL_CANCEL,
  TD_SPOOL_HOLD,
  TD_SPOOL_RELEASE,
} TdSpoolAct;

const char *td_spool_state_to_nick (TdSpoolState state);
const char *td_spool_state_to_text (TdSpoolState state);
gboolean td_spool_state_is_final (TdSpoolState state);

TdSpoolJob *td_spool_submit (const TdSpoolRequest *request, const char *path, GCancellable *cancellable, GError **error);
void td_spool_submit_async (const TdSpoolRequest *request, const char *path, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
TdSpoolJob *td_spool_submit_finish (GAsyncResult *result, GError **error);

TdSpoolJob *td_spool_job_read (int number, GCancellable *cancellable, GError **error);
void td_spool_job_read_async (int number, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
TdSpoolJob *td_spool_job_read_finish (GAsyncResult *result, GError **error);

TdSpoolJob *td_spool_job_find (const char *tag, GCancellable *cancellable, GError **error);
GPtrArray *td_spool_job_list (const char *printer, gboolean also_over, GCancellable *cancellable, GError **error);
void td_spool_job_list_async (const char *printer, gboolean also_over, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *td_spool_job_list_finish (GAsyncResult *result, GError **error);

gboolean td_spool_job_act (int number, TdSpoolAct act, GCancellable *cancellable, GError **error);
void td_spool_job_act_async (int number, TdSpoolAct act, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean td_spool_job_act_finish (GAsyncResult *result, GError **error);

TdSpoolJob *td_spool_job_follow (int number, TdSpoolJobChanged changed, gpointer data, GCancellable *cancellable, GError **error);
void td_spool_job_follow_async (int number, TdSpoolJobChanged changed, gpointer data, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
TdSpoolJob *td_spool_job_follow_finish (GAsyncResult *result, GError **error);

G_END_DECLS
