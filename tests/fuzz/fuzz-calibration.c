/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create */

#include "config.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "td-calibration-file.h"
#include "td-finding.h"
#include "td-fuzz.h"

/* The readings of a target page, as JSON or as a table. It is a file that is read, so the bytes stand in one without a name. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static int fd = -1;
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (GPtrArray) more = td_findings_new ();
  g_autoptr (TdCalibrationReadings) readings = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *json = NULL, *same = NULL;

  /* Workbooks are met by other targets, and an old one starts a process. */
  if (size > 1 && data[0] != '{' && data[0] != '[' && (memcmp (data, "PK", 2) == 0 || data[0] == 0xd0 || data[0] == 0x09))
    return 0;
  if (fd < 0)
    fd = memfd_create ("fuzz-calibration", MFD_CLOEXEC);
  g_assert_true (fd >= 0 && ftruncate (fd, 0) == 0 && pwrite (fd, data, size, 0) == (gssize) size);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  readings = td_calibration_file_read (path, 297, 210, findings, &error);
  g_assert_true ((readings == NULL) == (error != NULL));
  if (readings == NULL)
    return 0;
  json = td_calibration_readings_to_json (readings);
  again = td_calibration_readings_parse (json, strlen (json), 297, 210, more, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (more->len, ==, 0);
  same = td_calibration_readings_to_json (again);
  g_assert_cmpstr (json, ==, same);
  return 0;
}
