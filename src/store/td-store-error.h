/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TD_STORE_ERROR (td_store_error_quark ())
GQuark td_store_error_quark (void);

/**
 * TdStoreError:
 * @TD_STORE_ERROR_FAILED: anything else
 * @TD_STORE_ERROR_NOT_OFFICE: the file is not an office file
 * @TD_STORE_ERROR_DAMAGED: it is one, and it is damaged
 * @TD_STORE_ERROR_TOO_NEW: a newer version of the program made it
 * @TD_STORE_ERROR_HELD: another program writes into it
 * @TD_STORE_ERROR_READ_ONLY: it was opened to be read only
 * @TD_STORE_ERROR_FULL: there is no room left on the disk
 * @TD_STORE_ERROR_UNREACHABLE: it is missing or may not be opened
 * @TD_STORE_ERROR_NETWORK: it lies on a network file system
 * @TD_STORE_ERROR_EXISTS: there is such a file already
 * @TD_STORE_ERROR_CONSTRAINT: the change would break a rule of the data
 * @TD_STORE_ERROR_NOT_FOUND: there is no such record
 * @TD_STORE_ERROR_BARRIER: the last action has left the program and cannot be undone
 * @TD_STORE_ERROR_NOTHING: there is nothing to undo or redo
 */
typedef enum
{
  TD_STORE_ERROR_FAILED,
  TD_STORE_ERROR_NOT_OFFICE,
  TD_STORE_ERROR_DAMAGED,
  TD_STORE_ERROR_TOO_NEW,
  TD_STORE_ERROR_HELD,
  TD_STORE_ERROR_READ_ONLY,
  TD_STORE_ERROR_FULL,
  TD_STORE_ERROR_UNREACHABLE,
  TD_STORE_ERROR_NETWORK,
  TD_STORE_ERROR_EXISTS,
  TD_STORE_ERROR_CONSTRAINT,
  TD_STORE_ERROR_NOT_FOUND,
  TD_STORE_ERROR_BARRIER,
  TD_STORE_ERROR_NOTHING,
} TdStoreError;

G_END_DECLS
