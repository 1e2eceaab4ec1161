/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "td-fuzz.h"

/* replay CORPUS SECONDS: a target without libFuzzer. It meets every file of its corpus, and then, for
 * some seconds of the processor, the same files changed in the same order each time. */

#define LARGEST 65536

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
load (const char *folder)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *text;
      gsize length;

      g_assert_true (g_file_get_contents (g_ptr_array_index (names, i), &text, &length, &error));
      g_ptr_array_add (inputs, g_bytes_new_take (text, length));
    }
  g_assert_cmpuint (inputs->len, >, 0);
  return inputs;
}

/* Bytes turned, pieces dropped, doubled, or put in from another file. */
static void
change (GByteArray *bytes, GPtrArray *inputs, GRand *dice)
{
  GBytes *other = g_ptr_array_index (inputs, g_rand_int_range (dice, 0, inputs->len));
  guint where = bytes->len > 0 ? g_rand_int_range (dice, 0, bytes->len) : 0;
  guint most = g_rand_int_range (dice, 1, 256);
  guint length = MIN (most, bytes->len - where);
  gsize n;
  const guint8 *from = g_bytes_get_data (other, &n);

  switch (g_rand_int_range (dice, 0, 5))
    {
    case 0:
      if (bytes->len > 0)
        bytes->data[where] ^= 1 << g_rand_int_range (dice, 0, 8);
      break;
    case 1:
      if (bytes->len > 0)
        bytes->data[where] = "0<>\"&=/ 9-\0A"[g_rand_int_range (dice, 0, 12)];
      break;
    case 2:
      if (length > 0)
        g_byte_array_remove_range (bytes, where, length);
      break;
    default:
      {
        guint begin = n > 0 ? g_rand_int_range (dice, 0, n) : 0;
        guint size = MIN (most, n - begin);

        if (size == 0 || bytes->len + size > LARGEST)
          break;
        g_byte_array_set_size (bytes, bytes->len + size);
        memmove (bytes->data + where + size, bytes->data + where, bytes->len - size - where);
        memcpy (bytes->data + where, from + begin, size);
        break;
      }
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) inputs = load (argv[1]);
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);
  clock_t end = clock () + (clock_t) (atof (argv[2]) * CLOCKS_PER_SEC);
  guint n = 0;

  for (guint i = 0; i < inputs->len; i++)
    LLVMFuzzerTestOneInput (g_bytes_get_data (g_ptr_array_index (inputs, i), NULL), g_bytes_get_size (g_ptr_array_index (inputs, i)));
  for (; clock () < end; n++)
    {
      GBytes *input = g_ptr_array_index (inputs, g_rand_int_range (dice, 0, inputs->len));
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, g_bytes_get_data (input, NULL), g_bytes_get_size (input));
      for (guint changes = g_rand_int_range (dice, 1, 6); changes > 0; changes--)
        change (bytes, inputs, dice);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  g_print ("%u files, %u changed\n", inputs->len, n);
  return 0;
}
