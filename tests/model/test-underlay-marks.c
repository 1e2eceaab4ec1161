/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "td-picture-header.h"
#include "td-underlay-marks.h"

typedef struct
{
  const char *name;
  double dpi_x, dpi_y; /* of the scan */
  double turn;         /* degrees */
  double slant;
  double shift_x, shift_y; /* millimetres */
  guint n_marks;
} MapCase;

static void
place (const MapCase *the_case, double column, double row, double *x, double *y)
{
  double a = column * 25.4 / the_case->dpi_x + the_case->slant * row * 25.4 / the_case->dpi_y;
  double b = row * 25.4 / the_case->dpi_y;
  double angle = the_case->turn * G_PI / 180;

  *x = a * cos (angle) - b * sin (angle) + the_case->shift_x;
  *y = a * sin (angle) + b * cos (angle) + the_case->shift_y;
}

/* A scan made by a known map is brought to its true place, to a thousandth of a millimetre over the whole sheet. */
static void
test_solve (void)
{
  static const MapCase cases[] = {
    { "as it is", 300, 300, 0, 0, 0, 0, 2 },
    { "shifted", 300, 300, 0, 0, -3.2, 5.5, 2 },
    { "turned", 200, 200, 2.5, 0, 4, 1, 2 },
    { "upside down", 150, 150, 180, 0, 420, 297, 2 },
    { "on its side", 150, 150, 90, 0, 297, 0, 3 },
    { "wider than high", 300, 303, 0.7, 0, 1, 2, 3 },
    { "slanted", 300, 300, -1, 0.01, 1, 2, 3 },
    { "four", 300, 303, -1, 0.01, 1, 2, 4 },
  };
  static const double marks_at[][2] = { { 120, 90 }, { 4700, 3300 }, { 4650, 150 }, { 200, 3100 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdUnderlayMark marks[4];
      TdUnderlayMap map;
      double error_left;

      g_test_message ("%s", cases[i].name);
      for (guint k = 0; k < cases[i].n_marks; k++)
        {
          marks[k].column = marks_at[k][0];
          marks[k].row = marks_at[k][1];
          place (&cases[i], marks[k].column, marks[k].row, &marks[k].x, &marks[k].y);
        }
      g_assert_true (td_underlay_solve (marks, cases[i].n_marks, &map, &error_left));
      g_assert_cmpfloat (error_left, <, 1e-6);
      for (double column = 0; column <= 4960; column += 620)
        for (double row = 0; row <= 3508; row += 500)
          {
            double x, y;

            place (&cases[i], column, row, &x, &y);
            g_assert_cmpfloat_with_epsilon (map.xx * column + map.xy * row + map.x0, x, 1e-3);
            g_assert_cmpfloat_with_epsilon (map.yx * column + map.yy * row + map.y0, y, 1e-3);
          }
    }
}

/* The fourth mark read a millimetre wrong shows. */
static void
test_error_left (void)
{
  TdUnderlayMark marks[] = { { 0, 0, 0, 0 }, { 1000, 0, 100, 0 }, { 1000, 700, 100, 70 }, { 0, 700, 1, 70 } };
  TdUnderlayMap map;
  double error_left;

  g_assert_true (td_underlay_solve (marks, 4, &map, &error_left));
  /* a mark alone against three: a quarter stays at each corner */
  g_assert_cmpfloat_with_epsilon (error_left, 0.25, 1e-6);
}

typedef struct
{
  guint n;
  TdUnderlayMark marks[5];
} BadMarks;

static void
test_bad (void)
{
  static const BadMarks cases[] = {
    { 0, { { 0, 0, 0, 0 } } },
    { 1, { { 0, 0, 0, 0 } } },
    { 2, { { 5, 5, 0, 0 }, { 5, 5, 10, 10 } } },
    { 2, { { 0, 0, 0, 0 }, { 6, 0, 10, 10 } } },
    { 2, { { 0, 0, 5, 5 }, { 600, 0, 5, 5 } } },                               /* one place on the sheet */
    { 3, { { 0, 0, 0, 0 }, { 500, 500, 50, 50 }, { 1000, 1000, 100, 100 } } }, /* in a line */
    { 3, { { 0, 0, 0, 0 }, { 500, 505, 50, 50 }, { 1000, 1000, 100, 100 } } }, /* nearly */
    { 3, { { 0, 0, 100, 0 }, { 1000, 0, 0, 0 }, { 0, 1000, 100, 100 } } },     /* mirrored */
    { 5, { { 0, 0, 0, 0 }, { 9, 0, 9, 0 }, { 9, 9, 9, 9 }, { 0, 9, 0, 9 }, { 4, 4, 4, 4 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdUnderlayMap map;

      g_test_message ("case %u", i);
      g_assert_false (td_underlay_solve (cases[i].marks, cases[i].n, &map, NULL));
    }
}

static void
test_text (void)
{
  static const TdUnderlayMark marks[] = { { 12.5, 0, -1.25, 3 }, { 4000, 3000.125, 200, 100 } };
  static const char *const bad[] = { "", "1", "1,2=3", "1,2=3,4;", "1,2,3,4", "a,b=c,d", "1,2=3,nan", "1e9,2=3,4",
                                     "0,0=0,0;1,1=1,1;2,2=2,2;3,3=3,3;4,4=4,4" };
  g_autofree char *text = td_underlay_marks_write (marks, 2);
  g_autoptr (GArray) again = td_underlay_marks_read (text);
  g_autoptr (GArray) none = td_underlay_marks_read (NULL);

  g_assert_cmpstr (text, ==, "12.500,0.000=-1.250,3.000;4000.000,3000.125=200.000,100.000");
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_cmpmem (again->data, sizeof marks, marks, sizeof marks);
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GArray) read = td_underlay_marks_read (bad[i]);

      g_assert_cmpuint (read->len, ==, 0);
    }
}

typedef struct
{
  const char *bytes;
  gsize length;
  gboolean good;
  TdPictureKind kind;
  guint width, height;
  double dots; /* to a metre */
  guint n_scans;
  gboolean is_cut;
} HeaderCase;

#define PNG_10_7    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x0a\0\0\0\x07\x08\x06\0\0\0crc!"
#define FRAME       "\xff\xc0\0\x0b\x08\x01\x02\x03\x04\x01\x01\x11\0"
#define SCAN        "\xff\xda\0\x08\x01\x01\0\0\0?\0"
#define BYTES(text) text, sizeof text - 1

static void
test_header (void)
{
  static const HeaderCase cases[] = {
    { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\x40\0\0\0\x07\x08\x06\0\0\0crc!"), TRUE, TD_PICTURE_PNG, 40000, 7 },
    { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x07\x08\x06\0\0\0crc!"), FALSE, 0, 0, 0 },
    { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\x40"), FALSE, 0, 0, 0 },
    { BYTES ("\xff\xd8\xff\xe0\0\x04xx\xff\xc0\0\x11\x08\x01\x02\x03\x04\x03"), TRUE, TD_PICTURE_JPEG, 0x304, 0x102 },
    { BYTES ("\xff\xd8\xff\xff\xff\xc2\0\x11\x08\x01\x02\x03\x04\x03"), TRUE, TD_PICTURE_JPEG, 0x304, 0x102 },
    /* how many dots to a metre, to the inch, to the centimetre; what nobody means is not taken */
    { BYTES (PNG_10_7 "\0\0\0\x09pHYs\0\0\x2e\x23\0\0\x2e\x23\1crc!\0\0\0\0IDATcrc!"), TRUE, TD_PICTURE_PNG, 10, 7, 11811 },
    { BYTES (PNG_10_7 "\0\0\0\x09pHYs\0\0\x2e\x23\0\0\x2e\x23\0crc!\0\0\0\0IDATcrc!"), TRUE, TD_PICTURE_PNG, 10, 7 },
    { BYTES (PNG_10_7 "\0\0\0\x09pHYs\0\0\0\x01\0\0\0\x01\1crc!\0\0\0\0IDATcrc!"), TRUE, TD_PICTURE_PNG, 10, 7 },
    { BYTES (PNG_10_7 "\0\0\0\1IDAT\0crc!\0\0\0\x09pHYs\0\0\x2e\x23\0\0\x2e\x23\1crc!"), TRUE, TD_PICTURE_PNG, 10, 7 },
    { BYTES (PNG_10_7 "\xff\xff\xff\xffpHYs\0\0\x2e\x23\0\0\x2e\x23\1crc!"), TRUE, TD_PICTURE_PNG, 10, 7 },
    { BYTES ("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\1\0\xfe\0\xfe\0\0" FRAME), TRUE, TD_PICTURE_JPEG, 0x304, 0x102, 10000 },
    { BYTES ("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\2\0\x64\0\x64\0\0" FRAME), TRUE, TD_PICTURE_JPEG, 0x304, 0x102, 10000 },
    { BYTES ("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" FRAME), TRUE, TD_PICTURE_JPEG, 0x304, 0x102 },
    /* scans, with what only looks like one in their dots */
    { BYTES ("\xff\xd8" FRAME SCAN "dots\xff\0\xff\xd3\xff\0\xda" SCAN "dots" SCAN "\xff\xff\xd9"), TRUE, TD_PICTURE_JPEG, 0x304, 0x102, 0, 3 },
    { BYTES ("\xff\xd8" FRAME SCAN "dots" SCAN "do"), TRUE, TD_PICTURE_JPEG, 0x304, 0x102, 0, 2, TRUE },
    { BYTES ("\xff\xd8" FRAME SCAN "dots" SCAN "do\xff"), TRUE, TD_PICTURE_JPEG, 0x304, 0x102, 0, 2, TRUE },
    { BYTES ("\xff\xd8" SCAN "dots" SCAN "\xff\xd9"), FALSE, 0, 0, 0 },
    { BYTES ("\xff\xd8\xff\xc4\0\x11\x08\x01\x02\x03\x04\x03"), FALSE, 0, 0, 0 },
    { BYTES ("\xff\xd8\xff\xe0\0\0xxxxxxxxxxxx"), FALSE, 0, 0, 0 },
    { BYTES ("\xff\xd8\xff\xe0\xff\xffxx"), FALSE, 0, 0, 0 },
    { BYTES ("GIF89a\x10\0\x10\0"), FALSE, 0, 0, 0 },
    { BYTES (""), FALSE, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].length);
      TdPictureHeader header;

      g_test_message ("case %u", i);
      g_assert_cmpint (td_picture_read_header (bytes, &header), ==, cases[i].good);
      if (!cases[i].good)
        continue;
      g_assert_cmpint (header.kind, ==, cases[i].kind);
      g_assert_cmpuint (header.width, ==, cases[i].width);
      g_assert_cmpuint (header.height, ==, cases[i].height);
      g_assert_cmpfloat_with_epsilon (header.dots_across, cases[i].dots, 1e-6);
      g_assert_cmpfloat_with_epsilon (header.dots_down, cases[i].dots, 1e-6);
      g_assert_true (header.kind == TD_PICTURE_PNG || header.is_whole == (header.n_scans > 0 && !cases[i].is_cut));
      g_assert_cmpuint (header.n_scans, ==, cases[i].n_scans);
    }
}

/* A picture of one dot. Cut anywhere, or with one bit turned behind its signature, it is none. */
static void
test_whole (void)
{
  static const char dot[] = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";
  static const char jpeg[] = "\xff\xd8\xff\xc0\0\x0b\x08\x01\x02\x03\x04\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0xyz\xff\xd9";
  gsize length;
  g_autofree guchar *data = g_base64_decode (dot, &length);
  g_autoptr (GBytes) whole = g_bytes_new (data, length);
  g_autoptr (GBytes) whole_jpeg = g_bytes_new (jpeg, sizeof jpeg - 1);
  g_autoptr (GBytes) cut_jpeg = g_bytes_new (jpeg, sizeof jpeg - 3);
  g_autoptr (GBytes) promise = NULL;
  TdPictureHeader header;

  g_assert_true (td_picture_is_whole (whole));
  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);

      g_assert_false (td_picture_is_whole (part));
    }
  for (gsize bit = 8 * 8; bit < length * 8; bit++)
    {
      g_autoptr (GBytes) turned = NULL;

      data[bit / 8] ^= 1 << bit % 8;
      turned = g_bytes_new (data, length);
      g_assert_false (td_picture_is_whole (turned));
      data[bit / 8] ^= 1 << bit % 8;
    }
  /* Its dots are said to be 2 GB. */
  data[33] = 0x7f;
  promise = g_bytes_new (data, length);
  g_assert_true (td_picture_read_header (whole, &header) && header.is_whole);
  g_assert_true (td_picture_read_header (promise, &header) && !header.is_whole);
  g_assert_true (td_picture_is_whole (whole_jpeg));
  g_assert_false (td_picture_is_whole (cut_jpeg));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/underlay-marks/solve", test_solve);
  g_test_add_func ("/underlay-marks/error-left", test_error_left);
  g_test_add_func ("/underlay-marks/bad", test_bad);
  g_test_add_func ("/underlay-marks/text", test_text);
  g_test_add_func ("/underlay-marks/header", test_header);
  g_test_add_func ("/underlay-marks/whole", test_whole);
  return g_test_run ();
}
