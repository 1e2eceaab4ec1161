/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-number-format.h"

/* What LibreOffice and Excel show for a value in a format, but with ISO days and without
 * separators of thousands. */

static const struct
{
  const char *code;
  double value;
  const char *shown;
  TdCellKind kind;
} cases[] = {
  { "General", 2024, "2024", TD_CELL_NUMBER },
  { "General", 66080001234, "66080001234", TD_CELL_NUMBER },
  { "General", 0.1 + 0.2, "0.3", TD_CELL_NUMBER },
  { "General", 0, "0", TD_CELL_NUMBER },
  { "General", -12.5, "-12.5", TD_CELL_NUMBER },
  { "General", 12345678901234567890.0, "12345678901234567168", TD_CELL_NUMBER },
  { "General", 0.000012, "0.000012", TD_CELL_NUMBER },
  { "General", 1e300, "1e+300", TD_CELL_NUMBER },
  { "0", 3.7, "3.7", TD_CELL_NUMBER },
  { "#,##0", 1000000, "1000000", TD_CELL_NUMBER },
  { "0.00", 3.5, "3.50", TD_CELL_NUMBER },
  { "0.00", 3.14159, "3.14159", TD_CELL_NUMBER },
  { "#,##0.0", 1234.5, "1234.5", TD_CELL_NUMBER },
  { "0%", 0.95, "95%", TD_CELL_NUMBER },
  { "0.00%", 0.125, "12.50%", TD_CELL_NUMBER },
  { "0.00E+00", 66080001234, "66080001234.0000", TD_CELL_NUMBER },
  { "000000000000", 66080001234, "066080001234", TD_CELL_NUMBER },
  { "000000000000", 1234567890123, "1234567890123", TD_CELL_NUMBER },
  { "\"0\"#", 66080001234, "066080001234", TD_CELL_NUMBER },
  { "\\0General", 5, "5", TD_CELL_NUMBER },
  { "000\\.000\\.000", 12345678, "012.345.678", TD_CELL_NUMBER },
  { "00-00", 5, "00-05", TD_CELL_NUMBER },
  { "#,##0\" đồng\"", 1800000, "1800000", TD_CELL_NUMBER },
  { "_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)", 25, "25", TD_CELL_NUMBER },
  { "[Red]0;[Blue]-0", 7, "7", TD_CELL_NUMBER },
  { "@", 66080001234, "66080001234", TD_CELL_NUMBER },
  { "dd/mm/yyyy", 29353, "1980-05-12", TD_CELL_DATE },
  { "[$-42A]dd mmmm yyyy;@", 29353, "1980-05-12", TD_CELL_DATE },
  { "m/d/yy", 29353.75, "1980-05-12", TD_CELL_DATE },
  { "dd/mm/yyyy hh:mm", 29353, "1980-05-12", TD_CELL_DATE },
  { "dd/mm/yyyy hh:mm", 29353.75, "1980-05-12 18:00", TD_CELL_TEXT },
  { "dd/mm/yyyy hh:mm:ss", 29353.750011574074, "1980-05-12 18:00:01", TD_CELL_TEXT },
  { "mm/yyyy", 29353, "05/1980", TD_CELL_TEXT },
  { "yyyy", 29353, "1980", TD_CELL_TEXT },
  { "dd/mm", 29353, "12/05", TD_CELL_TEXT },
  { "\"Tháng\" mm \"năm\" yyyy", 29353, "05/1980", TD_CELL_TEXT },
  { "h:mm AM/PM", 0.75, "18:00", TD_CELL_TEXT },
  { "[h]:mm", 1.5, "36:00", TD_CELL_TEXT },
  { "mm:ss", 0.5 / 24, "00:30", TD_CELL_TEXT },
  { "dd/mm/yyyy", 1, "1900-01-01", TD_CELL_DATE },
  { "dd/mm/yyyy", 59, "1900-02-28", TD_CELL_DATE },
  { "dd/mm/yyyy", 60, "60", TD_CELL_NUMBER }, /* a day that never was */
  { "dd/mm/yyyy", 61, "1900-03-01", TD_CELL_DATE },
  { "dd/mm/yyyy", 2958465, "9999-12-31", TD_CELL_DATE },
  { "dd/mm/yyyy", 2958466, "2958466", TD_CELL_NUMBER },
  { "dd/mm/yyyy", -5, "-5", TD_CELL_NUMBER },
  { "", 5, "5", TD_CELL_NUMBER },
  { "\"", 5, "5", TD_CELL_NUMBER },
  { "[", 5, "5", TD_CELL_NUMBER },
  { "\\", 5, "5", TD_CELL_NUMBER },
  { "_", 5, "5", TD_CELL_NUMBER },
};

static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      TdNumberFormat format;

      g_test_message ("%s of %g", cases[i].code, cases[i].value);
      td_number_format_parse (&format, cases[i].code);
      g_assert_cmpint (td_number_format_show (&format, cases[i].value, FALSE, text), ==, cases[i].kind);
      g_assert_cmpstr (text->str, ==, cases[i].shown);
    }
}

static void
test_1904 (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TdNumberFormat format;

  td_number_format_init_builtin (&format, 14);
  g_assert_cmpint (td_number_format_show (&format, 29353 - 1462, TRUE, text), ==, TD_CELL_DATE);
  g_assert_cmpstr (text->str, ==, "1980-05-12");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-format/formats", test_formats);
  g_test_add_func ("/number-format/from-1904", test_1904);
  return g_test_run ();
}
