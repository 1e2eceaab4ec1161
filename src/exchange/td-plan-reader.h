/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-plan-extract.h"
#include "td-plan-reading.h"

G_BEGIN_DECLS

/**
 * TdPlanReaderError:
 * @TD_PLAN_READER_ERROR_EMPTY: the text has no letter
 * @TD_PLAN_READER_ERROR_NOT_TEXT: binary data, in no known encoding, or in a format without text
 * @TD_PLAN_READER_ERROR_TOO_LARGE: more than the reader takes
 * @TD_PLAN_READER_ERROR_NOT_A_FILE: a folder, a device
 * @TD_PLAN_READER_ERROR_NOT_A_PLAN: text without a head and without numbered parts
 */
typedef enum
{
  TD_PLAN_READER_ERROR_EMPTY,
  TD_PLAN_READER_ERROR_NOT_TEXT,
  TD_PLAN_READER_ERROR_TOO_LARGE,
  TD_PLAN_READER_ERROR_NOT_A_FILE,
  TD_PLAN_READER_ERROR_NOT_A_PLAN,
} TdPlanReaderError;

#define TD_PLAN_READER_ERROR (td_plan_reader_error_quark ())
GQuark td_plan_reader_error_quark (void);

/* The largest text that is read, in bytes. */
#define TD_PLAN_READER_MAX_SIZE (20 * 1024 * 1024)

TdPlanReading *
td_plan_reader_read_text (const char *text, gsize length, GCancellable *cancellable, GError **error);
TdPlanReading *td_plan_reader_read_file (const char *path, GCancellable *cancellable, GError **error);
TdPlanReading *td_plan_reader_read_file_slowly (const char *path, TdPlanProgress progress, gpointer user_data,
                                                GCancellable *cancellable, GError **error);

G_END_DECLS
