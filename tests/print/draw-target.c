/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "td-calibration-target.h"

/* draw-target OUT.pdf WIDTH HEIGHT [proof]: for looking at. */
int
main (int argc, char *argv[])
{
  const TdCalibrationTargetWords words = { "Canon LBP 3500 phòng hành chính", "Khay tay", "Bằng khen A3 đợt 2026", "21/11/2026" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdDocument) target = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 4)
    return EXIT_FAILURE;
  target = td_calibration_target_new (atof (argv[2]), atof (argv[3]), &words, argc > 4);
  if (target != NULL && td_document_write_pdf (target, argv[1], NULL, NULL, NULL, NULL, &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error != NULL ? error->message : "size");
  return EXIT_FAILURE;
}
