/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "td-finding.h"
#include "td-loopback.h"

#define POINTS(mm) ((mm) *72 / 25.4)

static char *folder;
static GSubprocess *process;
static GDataInputStream *answers;

static char *
read_line (void)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line_utf8 (answers, NULL, NULL, &error);

  g_assert_no_error (error);
  return line;
}

/* Starts the server; every conversation of this process is with it then. Gives why it cannot run. */
static char *
start (const char *program)
{
  g_autoptr (GError) error = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/usr/bin/python3", program, NULL);
  g_assert_no_error (error);
  answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *line = read_line ();
      char *value = line != NULL && g_ascii_isupper (*line) ? strchr (line, '=') : NULL;

      if (value == NULL)
        return g_strdup (line != NULL ? line : "it says nothing");
      *value++ = '\0';
      g_setenv (line, value, TRUE);
    }
  return NULL;
}

static void
stop (void)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  g_clear_object (&answers);
  g_clear_object (&process);
}

/* Has the server do something: kill, start, rule HOW BYTES, or a command of CUPS. */
void
td_loopback_do (const char *format, ...)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL, *line = NULL, *answer = NULL;
  va_list list;

  va_start (list, format);
  words = g_strdup_vprintf (format, list);
  va_end (list);
  line = g_strconcat (words, "\n", NULL);
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (process), line, strlen (line), NULL, NULL, &error);
  g_assert_no_error (error);
  answer = read_line ();
  g_assert_cmpstr (answer, ==, "ok");
}

/* Tells a printer what to do: a3.wait, a3.say … */
void
td_loopback_put (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_getenv ("THIDUA_PRINTERS"), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_chmod (path, 0644);
}

void
td_loopback_take (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("THIDUA_PRINTERS"), name, NULL);

  g_unlink (path);
}

/* What the printer got of a job, or NULL. */
char *
td_loopback_read (const char *printer, int number, const char *ending, gsize *length)
{
  g_autofree char *name = g_strdup_printf ("%s-%d.%s", printer, number, ending);
  g_autofree char *path = g_build_filename (g_getenv ("THIDUA_PRINTERS"), name, NULL);
  char *text = NULL;

  return g_file_get_contents (path, &text, length, NULL) ? text : NULL;
}

void
td_loopback_assert_says (const char *text, const char *word)
{
  if (strstr (text, word) == NULL)
    g_error ("“%s” does not say “%s”", text, word);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* Runs the tests with a server and a folder of their own. */
int
td_loopback_run (int argc, char *argv[])
{
  g_autofree char *missing = NULL;
  int code;

  g_assert_cmpint (argc, ==, 2);
  missing = start (argv[1]);
  if (missing != NULL)
    {
      g_print ("1..0 # SKIP no print server can run here: %s\n", missing);
      return 0;
    }
  folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  code = g_test_run ();
  stop ();
  remove_folder ();
  return code;
}

const char *
td_loopback_folder (void)
{
  return folder;
}

/* A PDF of some pages with a noise that cannot be packed, so that it is some 100 kB a page. */
char *
td_loopback_pdf (const char *name, double width, double height, int pages)
{
  char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, POINTS (width), POINTS (height));
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  cairo_t *cr = cairo_create (surface);

  for (int page = 0; page < pages; page++)
    {
      cairo_surface_t *noise = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
      guint32 *data = (guint32 *) cairo_image_surface_get_data (noise);

      for (int i = 0; i < 200 * 200; i++)
        data[i] = g_rand_int (rand);
      cairo_surface_mark_dirty (noise);
      cairo_set_source_surface (cr, noise, 20, 20);
      cairo_paint (cr);
      cairo_show_page (cr);
      cairo_surface_destroy (noise);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return path;
}

TdPrinter *
td_loopback_printer (const char *id)
{
  g_autoptr (GError) error = NULL;
  TdPrinter *printer = td_printer_read (id, NULL, &error);

  g_assert_no_error (error);
  return printer;
}

gboolean
td_loopback_finds (GPtrArray *findings, const char *rule, int severity)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->rule, rule) && (int) finding->severity == severity)
        return TRUE;
    }
  return FALSE;
}
