/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-store.h"

/**
 * TdTestOffice:
 *
 * A fixture: a fresh office file in a folder of its own, open for writing.
 */
typedef struct
{
  char *folder;
  char *path;
  TdStore *store;
} TdTestOffice;

void td_test_office_set_up (TdTestOffice *office, gconstpointer data);
void td_test_office_tear_down (TdTestOffice *office, gconstpointer data);
void td_test_office_close (TdTestOffice *office);
void td_test_office_reopen (TdTestOffice *office);
void td_test_office_write (TdTestOffice *office, TdStoreFunc func, gpointer data);
void td_test_office_undo (TdTestOffice *office);
void td_test_office_redo (TdTestOffice *office);
char *td_test_office_dump (TdTestOffice *office);
void td_test_office_assert_dump (TdTestOffice *office, const char *expected);
