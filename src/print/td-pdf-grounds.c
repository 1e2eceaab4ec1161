/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-pdf-grounds"

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "td-pdf-grounds.h"

/* What many pages of a PDF have in common is in it once, and costs no byte on a page. Cairo paints it on
 * the first page that has it; it becomes a form object there. When the file is complete, each of the
 * other pages gets the call of that form as a content stream before its own, and the form among its
 * resources. Cairo's page objects are wordy: the new ones take no more room than they did. */

#define POINTS_PER_MM (72.0 / 25.4)

/* There are few of them: one for Tặng, one for Truy tặng. */
#define MAX_GROUNDS 8

/* A page that has none, or drew its own. */
#define NO_GROUND 0xff

typedef struct
{
  char *key;
  cairo_surface_t *surface;
  gboolean empty;   /* nothing was drawn, and cairo writes no form of it */
  guint first_page; /* counts from 1; 0: not in this file yet */

  /* what the finished file calls it, once another page needs it */
  guint form;   /* its object */
  guint stream; /* the object that calls it */
} Ground;

struct _TdPdfGrounds
{
  Ground grounds[MAX_GROUNDS];
  guint n_grounds;
  GByteArray *pages; /* which ground lies under each */
};

/* The file that is being written has been seen. */
static const cairo_user_data_key_t seen_key;

/**
 * td_pdf_grounds_new:
 *
 * Returns: (transfer full): no ground yet
 */
TdPdfGrounds *
td_pdf_grounds_new (void)
{
  TdPdfGrounds *self = g_new0 (TdPdfGrounds, 1);

  self->pages = g_byte_array_new ();
  return self;
}

/**
 * td_pdf_grounds_free:
 * @self: (transfer full): grounds
 */
void
td_pdf_grounds_free (TdPdfGrounds *self)
{
  for (guint i = 0; i < self->n_grounds; i++)
    {
      g_free (self->grounds[i].key);
      cairo_surface_destroy (self->grounds[i].surface);
    }
  g_byte_array_unref (self->pages);
  g_free (self);
}

static void
begin_file (TdPdfGrounds *self, cairo_surface_t *target)
{
  if (cairo_surface_get_user_data (target, &seen_key) == self)
    return;
  cairo_surface_set_user_data (target, &seen_key, self, NULL);
  g_byte_array_set_size (self->pages, 0);
  for (guint i = 0; i < self->n_grounds; i++)
    self->grounds[i].first_page = self->grounds[i].form = self->grounds[i].stream = 0;
}

static gboolean
is_empty (cairo_surface_t *surface)
{
  double x, y, width, height;

  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  return width <= 0 || height <= 0;
}

static cairo_surface_t *
record (double width, double height, TdPdfGroundDraw draw, gpointer user_data)
{
  const cairo_rectangle_t extents = { 0, 0, ceil (width * POINTS_PER_MM), ceil (height * POINTS_PER_MM) };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, POINTS_PER_MM, POINTS_PER_MM);
  draw (cr, user_data);
  cairo_destroy (cr);
  return surface;
}

/**
 * td_pdf_grounds_paint:
 * @self: grounds
 * @cr: a page of a PDF, before anything is drawn on it; user space in millimetres of the sheet
 * @width: of the sheet, millimetres
 * @height: millimetres
 * @key: what tells one ground from another
 * @draw: draws it, when it is not known yet
 * @user_data: for @draw
 *
 * Each page of a file must come here once, in the order of the pages.
 */
void
td_pdf_grounds_paint (TdPdfGrounds *self, cairo_t *cr, double width, double height, const char *key, TdPdfGroundDraw draw, gpointer user_data)
{
  const guint8 none = NO_GROUND;
  guint8 at = 0;

  begin_file (self, cairo_get_target (cr));
  while (at < self->n_grounds && strcmp (self->grounds[at].key, key) != 0)
    at++;
  if (at == MAX_GROUNDS)
    {
      g_byte_array_append (self->pages, &none, 1);
      draw (cr, user_data);
      return;
    }
  if (at == self->n_grounds)
    {
      self->grounds[at].key = g_strdup (key);
      self->grounds[at].surface = record (width, height, draw, user_data);
      self->grounds[at].empty = is_empty (self->grounds[at].surface);
      self->n_grounds++;
    }
  g_byte_array_append (self->pages, self->grounds[at].empty ? &none : &at, 1);
  if (self->grounds[at].empty || self->grounds[at].first_page != 0)
    return;
  self->grounds[at].first_page = self->pages->len;
  cairo_save (cr);
  cairo_scale (cr, 1 / POINTS_PER_MM, 1 / POINTS_PER_MM);
  cairo_set_source_surface (cr, self->grounds[at].surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* The number in "… /Name 7 0 R …". */
static guint
get_reference (const char *dictionary, const char *name)
{
  const char *at = strstr (dictionary, name);
  guint number = 0;

  return at != NULL && sscanf (at + strlen (name), " %u 0 R", &number) == 1 ? number : 0;
}

/* What one entry of a dictionary says, left out. */
static char *
without_group (const char *dictionary)
{
  const char *start = strstr (dictionary, "/Group");
  const char *end = start != NULL ? strstr (start, ">>") : NULL;

  return end != NULL ? g_strdup_printf ("%.*s%s", (int) (start - dictionary), dictionary, end + 2) : g_strdup (dictionary);
}

static gboolean
is_regular (char c)
{
  return c != '\0' && !g_ascii_isspace (c) && strchr ("/[]<>()%", c) == NULL;
}

/* Spaces and comments say nothing to a reader where they do not part two words. */
static char *
squeeze (const char *dictionary)
{
  GString *text = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = dictionary; *at != '\0'; at++)
    {
      if (*at == '%')
        at += strcspn (at, "\n");
      if (*at == '\0')
        break;
      if (g_ascii_isspace (*at))
        gap = TRUE;
      else
        {
          if (gap && text->len > 0 && is_regular (text->str[text->len - 1]) && is_regular (*at))
            g_string_append_c (text, ' ');
          g_string_append_c (text, *at);
          gap = FALSE;
        }
    }
  return g_string_free (text, FALSE);
}

/* Where the page's content calls the form: the matrix in force there, and the form's name. Nothing has been
 * written before it, so there are but matrices, clips and states to look at. */
static gboolean
find_call (const char *content, cairo_matrix_t *matrix, char **name)
{
  g_auto (GStrv) words = g_strsplit_set (content, " \n\r\t", 200);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (cairo_matrix_t));
  double n[6] = { 0 };

  cairo_matrix_init_identity (matrix);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      if (g_str_equal (word, "q"))
        g_array_append_val (kept, *matrix);
      else if (g_str_equal (word, "Q") && kept->len > 0)
        {
          *matrix = g_array_index (kept, cairo_matrix_t, kept->len - 1);
          g_array_set_size (kept, kept->len - 1);
        }
      else if (g_str_equal (word, "cm"))
        {
          const cairo_matrix_t inner = { n[0], n[1], n[2], n[3], n[4], n[5] };

          cairo_matrix_multiply (matrix, &inner, matrix);
        }
      else if (g_str_equal (word, "Do"))
        {
          *name = g_strdup (i > 0 ? words[i - 1] : "");
          return **name == '/';
        }
      else if (g_str_equal (word, "BT"))
        return FALSE;
      else if (*word != '\0')
        {
          memmove (n, n + 1, 5 * sizeof *n);
          n[5] = g_ascii_strtod (word, NULL);
        }
    }
  return FALSE;
}

/* The page numbers of the document, in order. */
static GArray *
list_pages (TdPdfGrounds *self, TdPdfUpdate *update, GError **error)
{
  g_autofree char *root = td_pdf_update_dup_dictionary (update, td_pdf_update_get_root (update), error);
  guint tree = root != NULL ? get_reference (root, "/Pages") : 0;
  g_autofree char *text = tree != 0 ? td_pdf_update_dup_dictionary (update, tree, error) : NULL;
  const char *at = text != NULL ? strstr (text, "/Kids [") : NULL;
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));

  if (at != NULL)
    at += strlen ("/Kids [");
  while (at != NULL && pages->len <= self->pages->len)
    {
      char *end;
      guint number = (guint) g_ascii_strtoull (at, &end, 10);

      if (end == at || number == 0 || !g_str_has_prefix (end, " 0 R"))
        break;
      g_array_append_val (pages, number);
      at = end + strlen (" 0 R");
    }
  if (pages->len == self->pages->len)
    return g_steal_pointer (&pages);
  if (error == NULL || *error == NULL)
    td_pdf_update_fail (error);
  return NULL;
}

typedef struct
{
  guint number;
  guint content;
  guint resources;
  char *text;
} Page;

static void
page_clear (Page *page)
{
  g_free (page->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static gboolean
read_page (TdPdfUpdate *update, guint number, Page *page, GError **error)
{
  page->number = number;
  page->text = td_pdf_update_dup_dictionary (update, number, error);
  if (page->text == NULL)
    return FALSE;
  page->content = get_reference (page->text, "/Contents");
  page->resources = get_reference (page->text, "/Resources");
  return (page->content != 0 && page->resources != 0) || td_pdf_update_fail (error);
}

/* Learns from the first page that has the ground how the others are to call it. */
static gboolean
learn_call (TdPdfUpdate *update, Ground *ground, guint first, GError **error)
{
  g_auto (Page) page = { 0 };
  g_autofree char *content = NULL, *resources = NULL, *name = NULL, *call = NULL;
  g_autoptr (GBytes) plain = NULL;
  cairo_matrix_t m;
  char number[6][G_ASCII_DTOSTR_BUF_SIZE];

  if (!read_page (update, first, &page, error))
    return FALSE;
  content = td_pdf_update_dup_stream (update, page.content, error);
  resources = content != NULL ? td_pdf_update_dup_dictionary (update, page.resources, error) : NULL;
  if (resources == NULL)
    return FALSE;
  if (!find_call (content, &m, &name) || (ground->form = get_reference (resources, name)) == 0)
    return td_pdf_update_fail (error);
  for (guint i = 0; i < 6; i++)
    g_ascii_formatd (number[i], sizeof number[i], "%.8f", (const double[6]){ m.xx, m.yx, m.xy, m.yy, m.x0, m.y0 }[i]);
  call = g_strdup_printf ("q %s %s %s %s %s %s cm /G%u Do Q\n", number[0], number[1], number[2], number[3], number[4], number[5], ground->form);
  plain = g_bytes_new (call, strlen (call));
  ground->stream = td_pdf_update_reserve (update, 1);
  return td_pdf_update_put_stream (update, ground->stream, "", plain, error);
}

/* Resources, squeezed, with the form among them. */
static char *
add_form (const char *resources, guint form)
{
  static const char forms[] = "/XObject<<";
  const char *at = strstr (resources, forms);

  if (at == NULL)
    return g_strdup_printf ("<<%s/G%u %u 0 R>>%s", forms, form, form, resources + strlen ("<<"));
  at += strlen (forms);
  return g_strdup_printf ("%.*s/G%u %u 0 R%s", (int) (at - resources), resources, form, form, at);
}

static gboolean
add_call (TdPdfUpdate *update, const Ground *ground, guint number, GError **error)
{
  g_auto (Page) page = { 0 };
  g_autofree char *old = NULL, *resources = NULL, *with_form = NULL, *plain = NULL, *short_text = NULL, *own = NULL, *both = NULL;
  g_autoptr (GString) text = NULL;

  if (!read_page (update, number, &page, error))
    return FALSE;
  old = td_pdf_update_dup_dictionary (update, page.resources, error);
  if (old == NULL)
    return FALSE;
  resources = squeeze (old);
  if (!g_str_has_prefix (resources, "<<"))
    return td_pdf_update_fail (error);
  with_form = add_form (resources, ground->form);
  if (!td_pdf_update_put (update, page.resources, with_form, error))
    return FALSE;

  /* A page is a transparency group by itself: what cairo says of that is said by default. */
  plain = without_group (page.text);
  short_text = squeeze (plain);
  text = g_string_new (short_text);
  own = g_strdup_printf ("/Contents %u 0 R", page.content);
  both = g_strdup_printf ("/Contents[%u 0 R %u 0 R]", ground->stream, page.content);
  return g_string_replace (text, own, both, 1) == 1 ? td_pdf_update_put (update, number, text->str, error) : td_pdf_update_fail (error);
}

/**
 * td_pdf_grounds_write:
 * @self: grounds that were painted into the file
 * @update: the finished file
 * @error: return location
 *
 * Puts the grounds under the pages that lack them.
 *
 * Returns: whether that was done
 */
gboolean
td_pdf_grounds_write (TdPdfGrounds *self, TdPdfUpdate *update, GError **error)
{
  g_autoptr (GArray) pages = NULL;

  if (self->pages->len == 0)
    return TRUE;
  pages = list_pages (self, update, error);
  for (guint n = 0; pages != NULL && n < pages->len; n++)
    {
      Ground *ground = self->pages->data[n] != NO_GROUND ? &self->grounds[self->pages->data[n]] : NULL;

      if (ground == NULL || ground->first_page == n + 1)
        continue;
      if (ground->stream == 0 && !learn_call (update, ground, g_array_index (pages, guint, ground->first_page - 1), error))
        return FALSE;
      if (!add_call (update, ground, g_array_index (pages, guint, n), error))
        return FALSE;
    }
  return pages != NULL;
}
