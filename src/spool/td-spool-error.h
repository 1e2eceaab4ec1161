/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdSpoolError:
 * @TD_SPOOL_ERROR_NO_SERVER: the print service cannot be reached, or went away
 * @TD_SPOOL_ERROR_TIMED_OUT: it did not answer in time
 * @TD_SPOOL_ERROR_NOT_FOUND: it has no such printer or job (any more); or it is a group of printers
 * @TD_SPOOL_ERROR_NOT_ACCEPTING: the printer takes no jobs now
 * @TD_SPOOL_ERROR_NOT_ALLOWED: the user may not do this there
 * @TD_SPOOL_ERROR_NOT_POSSIBLE: the job is no longer in a state for this
 * @TD_SPOOL_ERROR_PAPER: the printer does not know the paper size or the tray; the message says what it knows
 * @TD_SPOOL_ERROR_FILE: the file cannot be read or is no whole PDF
 * @TD_SPOOL_ERROR_UNSURE: all was sent, but whether the job was taken is not known: look for it by its tag
 * @TD_SPOOL_ERROR_FAILED: the print service says something else
 *
 * What can go wrong with printers and print jobs. All messages are sentences for a clerk. A cancelled
 * call gives %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  TD_SPOOL_ERROR_NO_SERVER,
  TD_SPOOL_ERROR_TIMED_OUT,
  TD_SPOOL_ERROR_NOT_FOUND,
  TD_SPOOL_ERROR_NOT_ACCEPTING,
  TD_SPOOL_ERROR_NOT_ALLOWED,
  TD_SPOOL_ERROR_NOT_POSSIBLE,
  TD_SPOOL_ERROR_PAPER,
  TD_SPOOL_ERROR_FILE,
  TD_SPOOL_ERROR_UNSURE,
  TD_SPOOL_ERROR_FAILED,
} TdSpoolError;

#define TD_SPOOL_ERROR (td_spool_error_quark ())
GQuark td_spool_error_quark (void);

G_END_DECLS
