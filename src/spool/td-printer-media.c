/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-printer-media"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "td-length.h"
#include "td-printer-private.h"

/* Paper: the sizes a printer knows, its trays, and how a page comes onto a sheet. */

#define UNIT       100.0 /* IPP counts in hundredths of a mm */
#define TOLERANCE  1.0   /* mm: drivers count in points and inches */
#define MAX_PAPERS 500   /* more is nothing a person can choose from */

TdPrinterPaper *
td_printer_paper_new (double width, double height)
{
  TdPrinterPaper *self = g_new0 (TdPrinterPaper, 1);

  self->name = td_printer_paper_name (width, height);
  self->width = width;
  self->height = height;
  return self;
}

void
td_printer_paper_free (TdPrinterPaper *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

/* "297", "297,4": tenths of a mm are as fine as a sheet is cut. */
static char *
show_length (double length)
{
  return td_length_to_display (llround (length * 10) * 100);
}

static char *
show_size (double width, double height)
{
  g_autofree char *w = show_length (width);
  g_autofree char *h = show_length (height);

  return g_strdup_printf ("%s × %s", w, h);
}

/**
 * td_printer_range_text:
 * @range: sizes a printer takes
 *
 * Returns: (transfer full): "from 100 × 148 to 330 × 1200 mm", translated
 */
char *
td_printer_range_text (const TdPrinterRange *range)
{
  g_autofree char *from = show_size (range->min_width, range->min_height);
  g_autofree char *to = show_size (range->max_width, range->max_height);

  /* Translators: the smallest and the largest paper, width and height each */
  return g_strdup_printf (_ ("from %s to %s mm"), from, to);
}

/**
 * td_printer_paper_name:
 * @width: in mm
 * @height: in mm
 *
 * Returns: (transfer full): what people call a sheet of this size: "A3", or "330 × 480 mm"
 */
char *
td_printer_paper_name (double width, double height)
{
  static const struct
  {
    const char *name;
    double width;
    double height;
  } known[] = {
    { "A2", 420, 594 },
    { "A3", 297, 420 },
    { "A4", 210, 297 },
    { "A5", 148, 210 },
    { "A6", 105, 148 },
    { "B4", 257, 364 },
    { "B5", 182, 257 },
    { "SRA3", 320, 450 },
    { "Letter", 215.9, 279.4 },
    { "Legal", 215.9, 355.6 },
    { "Ledger", 279.4, 431.8 },
  };

  g_autofree char *size = show_size (width, height);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (fabs (width - known[i].width) < TOLERANCE && fabs (height - known[i].height) < TOLERANCE)
      return g_strdup (known[i].name);
  return g_strconcat (size, " mm", NULL);
}

static gboolean
get_length (ipp_t *size, const char *name, double *low, double *high)
{
  ipp_attribute_t *attribute = ippFindAttribute (size, name, IPP_TAG_ZERO);
  int upper = 0, lower;

  if (attribute == NULL)
    return FALSE;
  lower = ippGetValueTag (attribute) == IPP_TAG_RANGE ? ippGetRange (attribute, 0, &upper) : ippGetInteger (attribute, 0);
  *low = lower / UNIT;
  *high = ippGetValueTag (attribute) == IPP_TAG_RANGE ? upper / UNIT : *low;
  return lower > 0 && *high >= *low;
}

static TdPrinterPaper *
find_paper (TdPrinter *self, double width, double height)
{
  for (guint i = 0; i < self->papers->len; i++)
    {
      TdPrinterPaper *paper = g_ptr_array_index (self->papers, i);

      if (fabs (paper->width - width) < TOLERANCE && fabs (paper->height - height) < TOLERANCE)
        return paper;
    }
  return NULL;
}

/* One size may be told twice, with margins and without: the larger margins hold. */
static void
merge_margins (TdPrinterPaper *paper, ipp_t *media)
{
  static const char *const names[] = { "media-top-margin", "media-bottom-margin", "media-left-margin", "media-right-margin" };
  double *const margins[] = { &paper->top, &paper->bottom, &paper->left, &paper->right };
  double largest = 0;
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ipp_attribute_t *attribute = ippFindAttribute (media, names[i], IPP_TAG_INTEGER);

      if (attribute == NULL)
        continue;
      n++;
      largest = MAX (largest, ippGetInteger (attribute, 0) / UNIT);
      *margins[i] = MAX (*margins[i], ippGetInteger (attribute, 0) / UNIT);
    }
  paper->has_margins = paper->has_margins || n > 0;
  paper->borderless = paper->borderless || (n == (int) G_N_ELEMENTS (names) && largest == 0);
}

static TdPrinterPaper *
paper_from_media (ipp_t *media)
{
  ipp_attribute_t *size = ippFindAttribute (media, "media-size", IPP_TAG_BEGIN_COLLECTION);
  double width, height, ignored;
  TdPrinterPaper *paper;

  if (size == NULL || !get_length (ippGetCollection (size, 0), "x-dimension", &width, &ignored) || !get_length (ippGetCollection (size, 0), "y-dimension", &height, &ignored))
    return NULL;
  paper = td_printer_paper_new (width, height);
  merge_margins (paper, media);
  return paper;
}

/* Adds a size, or a range when it has a lower and an upper end. */
static void
take_size (TdPrinter *self, ipp_t *size, ipp_t *media)
{
  TdPrinterRange range;
  TdPrinterPaper *paper;

  if (!get_length (size, "x-dimension", &range.min_width, &range.max_width) || !get_length (size, "y-dimension", &range.min_height, &range.max_height))
    return;
  if (range.max_width > range.min_width || range.max_height > range.min_height)
    {
      if (self->ranges->len < MAX_PAPERS)
        g_array_append_val (self->ranges, range);
      return;
    }
  paper = find_paper (self, range.min_width, range.min_height);
  if (paper == NULL && self->papers->len < MAX_PAPERS)
    {
      paper = td_printer_paper_new (range.min_width, range.min_height);
      g_ptr_array_add (self->papers, paper);
    }
  if (paper != NULL && media != NULL)
    merge_margins (paper, media);
}

/* Sizes are told without their keywords, and keywords beside them. A size may have two, the longer one
 * for printing to the edge. */
static void
take_names (TdPrinter *self, ipp_t *attributes)
{
  ipp_attribute_t *names = ippFindAttribute (attributes, "media-supported", IPP_TAG_ZERO);

  for (int i = 0; names != NULL && i < ippGetCount (names); i++)
    {
      const char *name = ippGetString (names, i, NULL);
      pwg_media_t *media = name != NULL && g_utf8_validate (name, -1, NULL) ? pwgMediaForPWG (name) : NULL;
      TdPrinterPaper *paper = media != NULL && !g_str_has_prefix (name, "custom_m") ? find_paper (self, media->width / UNIT, media->length / UNIT) : NULL;

      if (paper != NULL && (paper->id == NULL || strlen (name) < strlen (paper->id)))
        {
          g_free (paper->id);
          paper->id = g_strdup (name);
        }
    }
}

static void
take_sizes (TdPrinter *self, ipp_t *attributes)
{
  ipp_attribute_t *database = ippFindAttribute (attributes, "media-col-database", IPP_TAG_BEGIN_COLLECTION);
  ipp_attribute_t *sizes = ippFindAttribute (attributes, "media-size-supported", IPP_TAG_BEGIN_COLLECTION);

  for (int i = 0; sizes != NULL && i < ippGetCount (sizes); i++)
    take_size (self, ippGetCollection (sizes, i), NULL);
  for (int i = 0; database != NULL && i < ippGetCount (database); i++)
    {
      ipp_t *media = ippGetCollection (database, i);
      ipp_attribute_t *size = ippFindAttribute (media, "media-size", IPP_TAG_BEGIN_COLLECTION);

      if (size != NULL)
        take_size (self, ippGetCollection (size, 0), media);
    }
}

/*
 * td_printer_tray_name:
 * @tray: a keyword of media-source (PWG 5100.7)
 *
 * Returns: (transfer full): what people call it
 */
char *
td_printer_tray_name (const char *tray)
{
  static const struct
  {
    const char *id;
    const char *name;
  } known[] = {
    { "alternate", N_ ("Second tray") },
    { "auto", N_ ("Chosen by the printer") },
    { "bottom", N_ ("Bottom tray") },
    { "by-pass-tray", N_ ("Manual feed tray") },
    { "center", N_ ("Centre tray") },
    { "envelope", N_ ("Envelope tray") },
    { "large-capacity", N_ ("Large tray") },
    { "left", N_ ("Left tray") },
    { "main", N_ ("Main tray") },
    { "main-roll", N_ ("Roll") },
    { "manual", N_ ("Manual feed") },
    { "manual-feed", N_ ("Manual feed") },
    { "middle", N_ ("Middle tray") },
    { "photo", N_ ("Photo tray") },
    { "rear", N_ ("Rear tray") },
    { "right", N_ ("Right tray") },
    { "side", N_ ("Side tray") },
    { "top", N_ ("Top tray") },
  };
  guint64 number;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (tray, known[i].id))
      return g_strdup (_ (known[i].name));
  if (g_str_has_prefix (tray, "tray-") && g_ascii_string_to_unsigned (tray + strlen ("tray-"), 10, 1, 99, &number, NULL))
    return g_strdup_printf (_ ("Tray %u"), (guint) number);
  return g_strdup (tray);
}

static void
take_trays (TdPrinter *self, ipp_t *attributes)
{
  ipp_attribute_t *sources = ippFindAttribute (attributes, "media-source-supported", IPP_TAG_ZERO);
  ipp_attribute_t *ready = ippFindAttribute (attributes, "media-col-ready", IPP_TAG_BEGIN_COLLECTION);

  for (int i = 0; sources != NULL && i < ippGetCount (sources) && i < MAX_PAPERS; i++)
    {
      const char *id = ippGetString (sources, i, NULL);
      TdPrinterTray *tray;

      if (id == NULL || !g_utf8_validate (id, -1, NULL))
        continue;
      tray = g_new0 (TdPrinterTray, 1);
      tray->id = g_strdup (id);
      tray->name = td_printer_tray_name (id);
      /* A driver that does not know what is loaded tells every size, and no tray. */
      for (int j = 0; ready != NULL && tray->loaded == NULL && j < ippGetCount (ready); j++)
        {
          ipp_t *media = ippGetCollection (ready, j);
          ipp_attribute_t *source = ippFindAttribute (media, "media-source", IPP_TAG_ZERO);

          if (source != NULL && g_strcmp0 (ippGetString (source, 0, NULL), id) == 0)
            tray->loaded = paper_from_media (media);
        }
      g_ptr_array_add (self->trays, tray);
    }
}

/*
 * td_printer_take_media:
 * @attributes: what the printer says
 *
 * Reads sizes, margins, trays and what is loaded.
 */
void
td_printer_take_media (TdPrinter *self, ipp_t *attributes)
{
  ipp_attribute_t *preset = ippFindAttribute (attributes, "media-col-default", IPP_TAG_BEGIN_COLLECTION);

  take_sizes (self, attributes);
  take_names (self, attributes);
  take_trays (self, attributes);
  if (preset != NULL)
    self->default_paper = paper_from_media (ippGetCollection (preset, 0));
}

static gboolean
in_range (TdPrinter *self, double width, double height)
{
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const TdPrinterRange *range = &g_array_index (self->ranges, TdPrinterRange, i);

      if (width > range->min_width - TOLERANCE && width < range->max_width + TOLERANCE && height > range->min_height - TOLERANCE && height < range->max_height + TOLERANCE)
        return TRUE;
    }
  return FALSE;
}

/* "A4, A5, from 90 × 100 to 330 × 1200 mm" */
static char *
describe_sizes (TdPrinter *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->papers->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", ((TdPrinterPaper *) g_ptr_array_index (self->papers, i))->name);
  for (guint i = 0; i < self->ranges->len; i++)
    {
      g_autofree char *range = td_printer_range_text (&g_array_index (self->ranges, TdPrinterRange, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", range);
    }
  return g_string_free (text, FALSE);
}

/**
 * td_printer_fit:
 * @self: a printer, as read by td_printer_read()
 * @width: of the page, in mm
 * @height: in mm
 * @fit: (out): the sheet to ask for
 * @error: (nullable): which sizes the printer knows, when it has none for the page
 *
 * A page of 420 × 297 mm goes onto A3, which printers know upright, across the feed: so known sizes
 * are tried both ways before sizes of a range. Sizes are equal within 1 mm. A printer that tells no
 * sizes at all is believed to take any.
 *
 * Returns: whether there is one
 */
gboolean
td_printer_fit (TdPrinter *self, double width, double height, TdPrinterFit *fit, GError **error)
{
  g_autofree char *sizes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TD_IS_PRINTER (self) && width > 0 && height > 0, FALSE);

  for (int across = 0; across < 2; across++)
    {
      const TdPrinterPaper *paper = across ? find_paper (self, height, width) : find_paper (self, width, height);

      if (paper != NULL)
        {
          *fit = (TdPrinterFit){ paper->width, paper->height, across, paper };
          return TRUE;
        }
    }
  for (int across = 0; across < 2; across++)
    {
      *fit = (TdPrinterFit){ across ? height : width, across ? width : height, across, NULL };
      if (in_range (self, fit->width, fit->height))
        return TRUE;
    }
  *fit = (TdPrinterFit){ width, height, FALSE, NULL };
  if (self->papers->len == 0 && self->ranges->len == 0)
    return TRUE;
  sizes = describe_sizes (self);
  name = td_printer_paper_name (width, height);
  g_set_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_PAPER,
               /* Translators: a printer, a paper size, a list of sizes */
               _ ("The printer “%s” does not know the paper size %s. It knows: %s."), self->name, name, sizes);
  return FALSE;
}

/**
 * td_printer_has_tray:
 * @self: a printer, as read by td_printer_read()
 * @tray: keyword of a tray
 * @error: (nullable): which trays there are, when there is no such
 *
 * Returns: whether there is such a tray
 */
gboolean
td_printer_has_tray (TdPrinter *self, const char *tray, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  g_return_val_if_fail (TD_IS_PRINTER (self) && tray != NULL, FALSE);

  for (guint i = 0; i < self->trays->len; i++)
    {
      const TdPrinterTray *entry = g_ptr_array_index (self->trays, i);

      if (g_str_equal (entry->id, tray))
        return TRUE;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", entry->id);
    }
  if (known->len > 0)
    g_set_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_PAPER,
                 /* Translators: a printer, a tray, a list of trays */
                 _ ("The printer “%s” has no tray “%s”. It knows: %s."), self->name, tray, known->str);
  else
    g_set_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_PAPER,
                 _ ("The printer “%s” tells of no trays, so “%s” cannot be chosen."), self->name, tray);
  return FALSE;
}
