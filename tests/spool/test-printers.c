/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-finding.h"
#include "td-loopback.h"
#include "td-printer.h"
#include "td-spool-job.h"

/* Printers and what they tell, with a real print server. */

static void
test_list (void)
{
  static const char *const ids[] = { "a3", "wide", "small" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) printers = td_printer_list (NULL, &error);
  TdPrinter *first;

  g_assert_no_error (error);
  g_assert_cmpuint (printers->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < printers->len; i++)
    {
      TdPrinter *printer = g_ptr_array_index (printers, i);

      g_assert_true (g_strv_contains (ids, printer->id) || i > 2);
      g_assert_cmpint (printer->is_default, ==, i == 0);
      g_assert_true (printer->is_accepting);
      g_assert_cmpint (printer->state, ==, TD_PRINTER_IDLE);
      g_assert_cmpuint (printer->findings->len, ==, 0);
    }
  first = g_ptr_array_index (printers, 0);
  g_assert_cmpstr (first->id, ==, "a3");
  g_assert_cmpstr (first->name, ==, "Máy in A3 phòng Thi đua");
  g_assert_cmpstr (first->location, ==, "Phòng 204");
}

static void
test_read (void)
{
  static const char *const trays[] = { "auto", "tray-1", "tray-2", "manual-feed" };
  g_autoptr (TdPrinter) printer = td_loopback_printer ("a3");
  g_autoptr (TdPrinter) wide = td_loopback_printer ("wide");
  g_autoptr (TdPrinter) small = td_loopback_printer ("small");
  const TdPrinterPaper *paper;
  const TdPrinterRange *range;

  g_assert_cmpuint (printer->papers->len, ==, 3);
  paper = g_ptr_array_index (printer->papers, 1);
  g_assert_cmpstr (paper->name, ==, "A3");
  g_assert_cmpstr (paper->id, ==, "iso_a3_297x420mm");
  g_assert_cmpfloat_with_epsilon (paper->width, 297, 0.1);
  g_assert_cmpfloat_with_epsilon (paper->height, 420, 0.2);
  g_assert_true (paper->has_margins);
  g_assert_cmpfloat_with_epsilon (paper->top, 12 * 25.4 / 72, 0.01);
  g_assert_cmpfloat_with_epsilon (paper->left, 12 * 25.4 / 72, 0.01);
  g_assert_false (paper->borderless);
  g_assert_cmpstr (printer->default_paper->name, ==, "A4");
  g_assert_cmpuint (printer->ranges->len, ==, 0);
  g_assert_cmpuint (printer->trays->len, ==, G_N_ELEMENTS (trays));
  for (guint i = 0; i < G_N_ELEMENTS (trays); i++)
    {
      const TdPrinterTray *tray = g_ptr_array_index (printer->trays, i);

      g_assert_cmpstr (tray->id, ==, trays[i]);
      g_assert_cmpstr (tray->name, !=, trays[i]);
      g_assert_null (tray->loaded);
    }
  g_assert_cmpint (printer->resolution, ==, 600);
  g_assert_true (printer->has_duplex);
  g_assert_true (printer->has_colour);
  g_assert_true (printer->is_default);

  g_assert_false (wide->is_default);
  g_assert_cmpuint (wide->ranges->len, ==, 1);
  range = &g_array_index (wide->ranges, TdPrinterRange, 0);
  g_assert_cmpfloat_with_epsilon (range->min_width, 25.4, 0.1);
  g_assert_cmpfloat_with_epsilon (range->max_width, 500, 0.5);
  g_assert_cmpfloat_with_epsilon (range->max_height, 1200, 0.5);
  g_assert_cmpuint (small->trays->len, ==, 0);
  g_assert_cmpstr (small->name, ==, "small");
  g_assert_null (small->location);
}

static void
test_fit (void)
{
  static const struct
  {
    const char *printer;
    double width;
    double height;
    double sheet_width; /* 0: none */
    gboolean rotated;
    const char *says;
  } cases[] = {
    { "a3", 210, 297, 210, FALSE, NULL },
    { "a3", 297, 210, 210, TRUE, NULL },
    { "a3", 297, 420, 297, FALSE, NULL },
    { "a3", 420, 297, 297, TRUE, NULL },
    { "a3", 420.4, 296.8, 297, TRUE, NULL },
    { "a3", 330, 480, 0, FALSE, "A4, A3, A5" },
    { "a3", 1, 1, 0, FALSE, "1 × 1 mm" },
    { "wide", 420, 297, 420, FALSE, NULL },
    { "wide", 297, 210, 210, TRUE, NULL },
    { "wide", 1200, 300, 300, TRUE, NULL },
    { "wide", 600, 600, 0, FALSE, "500 × 1200 mm" },
    { "small", 420, 297, 0, FALSE, "A4, A5" },
    { "small", 1e9, 1e-9, 0, FALSE, "A4, A5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdPrinter) printer = td_loopback_printer (cases[i].printer);
      g_autoptr (GError) error = NULL;
      TdPrinterFit fit;

      g_test_message ("%s %g × %g", cases[i].printer, cases[i].width, cases[i].height);
      if (cases[i].sheet_width > 0)
        {
          g_assert_true (td_printer_fit (printer, cases[i].width, cases[i].height, &fit, &error));
          g_assert_no_error (error);
          g_assert_cmpfloat_with_epsilon (fit.width, cases[i].sheet_width, 0.3);
          g_assert_cmpint (fit.rotated, ==, cases[i].rotated);
          continue;
        }
      g_assert_false (td_printer_fit (printer, cases[i].width, cases[i].height, &fit, &error));
      g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_PAPER);
      td_loopback_assert_says (error->message, cases[i].says);
    }
}

/* Whatever an answer is, it ends with a message. */
static void
test_junk (void)
{
  static const char *const rules[] = { "junk", "mute" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;

      td_loopback_do ("rule %s 1", rules[i]);
      g_assert_null (td_printer_list (NULL, &error));
      g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NO_SERVER);
      g_clear_error (&error);
      g_assert_null (td_printer_read ("a3", NULL, &error));
      g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NO_SERVER);
      g_clear_error (&error);
      g_assert_false (td_spool_job_act (1, TD_SPOOL_CANCEL, NULL, &error));
      g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NO_SERVER);
    }
  td_loopback_do ("rule pass 0");
}

/* A group of printers is none: nobody knows where it would print. */
static void
test_class (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) printers = NULL;

  td_loopback_do ("lpadmin -p a3 -c both");
  printers = td_printer_list (NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (printers->len, ==, 3);
  g_assert_null (td_printer_read ("both", NULL, &error));
  g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND);
  td_loopback_do ("lpadmin -x both");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printers/list", test_list);
  g_test_add_func ("/printers/read", test_read);
  g_test_add_func ("/printers/fit", test_fit);
  g_test_add_func ("/printers/class", test_class);
  g_test_add_func ("/printers/junk", test_junk);
  return td_loopback_run (argc, argv);
}
