/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many recipients kept small, and pages of several templates in one file. Nobody in it exists. */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "td-certificate-document.h"
#include "td-page-selection.h"
#include "td-template-reader.h"

static char *folder;

static GHashTable *
make_fields (guint n)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_ISSUER_TITLE, g_strdup ("Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk"));
  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_GIFT_WORD, g_strdup ("Tặng"));
  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_FORM_TITLE, g_strdup (n % 2 == 0 ? "Bằng khen" : "Giấy khen"));
  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_SUBJECT_LINE, g_strdup_printf ("Bà Nguyễn Thị Mẫu %u", n));
  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_POST_LINE, g_strdup (n % 3 == 0 ? "" : "Chuyên viên"));
  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_ACHIEVEMENT, g_strdup ("Đã có thành tích xuất sắc"));
  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_AWARD_ID, g_strdup_printf ("%u", n + 1));
  return fields;
}

static void
assert_says (GHashTable *fields, guint n)
{
  g_autoptr (GHashTable) expected = make_fields (n);
  GHashTableIter iter;
  gpointer name, value;

  g_assert_cmpuint (g_hash_table_size (fields), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_assert_cmpstr (g_hash_table_lookup (fields, name), ==, value);
}

/* Read in any order, also while more are added. */
static void
test_round_trip (void)
{
  g_autoptr (TdRecipients) recipients = td_recipients_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (20261121);

  g_assert_cmpuint (td_recipients_get_n (recipients), ==, 0);
  for (guint n = 0; n < 500; n++)
    {
      g_autoptr (GHashTable) fields = make_fields (n);
      g_autoptr (GHashTable) copy = NULL;
      guint any = (guint) g_rand_int_range (chance, 0, (int) n + 1);

      td_recipients_add (recipients, fields);
      g_assert_cmpuint (td_recipients_get_n (recipients), ==, n + 1);
      assert_says (td_recipients_get (recipients, n), n);
      copy = td_recipients_dup (recipients, any);
      assert_says (td_recipients_get (recipients, n / 2), n / 2);
      assert_says (copy, any);
    }
}

/* What no packing makes smaller, and what is no text. */
static void
test_hard_values (void)
{
  g_autoptr (TdRecipients) recipients = td_recipients_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; n < 130; n++)
    {
      g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
      GString *noise = g_string_new (NULL);

      for (guint i = 0; i < 3000; i++)
        g_string_append_c (noise, (char) g_rand_int_range (chance, 33, 127));
      g_ptr_array_add (values, g_string_free (noise, FALSE));
      g_hash_table_insert (fields, (char *) "noise", g_ptr_array_index (values, n));
      g_hash_table_insert (fields, (char *) "apart", (char *) "Nguye\xcc\x82\xcc\x83n");
      g_hash_table_insert (fields, (char *) "broken", (char *) "a\xff"
                                                               "b");
      g_hash_table_insert (fields, (char *) "nothing", NULL);
      td_recipients_add (recipients, fields);
    }
  for (guint n = 130; n-- > 0;)
    {
      GHashTable *fields = td_recipients_get (recipients, n);

      g_assert_cmpstr (g_hash_table_lookup (fields, "noise"), ==, g_ptr_array_index (values, n));
      g_assert_cmpstr (g_hash_table_lookup (fields, "apart"), ==, "Nguyễn");
      g_assert_cmpstr (g_hash_table_lookup (fields, "broken"), ==, "a\xef\xbf\xbd"
                                                                   "b");
      g_assert_cmpstr (g_hash_table_lookup (fields, "nothing"), ==, "");
    }
}

static TdTemplate *
find_template (GPtrArray *templates, const char *id)
{
  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (td_template_get_id (g_ptr_array_index (templates, i)), id))
      return g_ptr_array_index (templates, i);
  g_error ("no template %s", id);
}

/* A page as dots. */
static GBytes *
render (TdDocument *document, guint page)
{
  g_autofree char *path = g_build_filename (folder, "mixed.pdf", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *argv[] = { "pdftoppm", "-r", "25", "-gray", "-f", number, "-l", number, path, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *out = NULL;

  td_document_write_pdf (document, path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (out), >, 5000);
  return out;
}

/* Each page of a mixed file looks as it does in a file of its own; also when only some of its pages are written. */
static void
test_mixed (void)
{
  static const char *const ids[] = { "bang-khen-tinh-a3", "giay-khen-a4", "song-ngu-a3" };
  static const guint of[] = { 0, 1, 2, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shipped = td_templates_load_shipped (&error);
  g_autoptr (GPtrArray) templates = g_ptr_array_new ();
  g_autoptr (TdRecipients) recipients = td_recipients_new ();
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (TdCertificateLeaf));
  g_autoptr (TdCertificateDocument) mixed = NULL;
  g_autofree char *tool = g_find_program_in_path ("pdftoppm");

  if (tool == NULL)
    {
      g_test_skip ("pdftoppm");
      return;
    }
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_ptr_array_add (templates, find_template (shipped, ids[i]));
  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    {
      g_autoptr (GHashTable) fields = make_fields (i);
      TdCertificateLeaf page = { i, of[i] };

      td_recipients_add (recipients, fields);
      g_array_append_val (pages, page);
    }
  mixed = td_certificate_document_new_mixed (templates, recipients, pages, NULL, TD_CERTIFICATE_WITH_ORNAMENT);
  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    {
      g_autoptr (GPtrArray) alone = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
      g_autoptr (TdCertificateDocument) document = NULL;
      g_autoptr (TdDocument) selection = td_page_selection_new (TD_DOCUMENT (mixed), &i, 1);
      g_autoptr (GBytes) expected = NULL, among = NULL, selected = NULL;

      g_ptr_array_add (alone, make_fields (i));
      document = td_certificate_document_new (g_ptr_array_index (templates, of[i]), alone, NULL, TD_CERTIFICATE_WITH_ORNAMENT);
      expected = render (TD_DOCUMENT (document), 1);
      among = render (TD_DOCUMENT (mixed), i + 1);
      selected = render (selection, 1);
      g_assert_true (g_bytes_equal (expected, among));
      g_assert_true (g_bytes_equal (expected, selected));
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("thidua-recipients-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/recipients/round trip", test_round_trip);
  g_test_add_func ("/recipients/hard values", test_hard_values);
  g_test_add_func ("/recipients/templates mixed", test_mixed);
  result = g_test_run ();
  path = g_build_filename (folder, "mixed.pdf", NULL);
  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
  return result;
}
