/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TD_TEMPLATE_START,
  TD_TEMPLATE_CENTER,
  TD_TEMPLATE_END,
} TdTemplatePlace;

/* What a length is held to: lengths are written in thousandths, and less nobody sees or prints. */
#define TD_TEMPLATE_STEP 0.001

/**
 * TdTemplateArea:
 *
 * A rectangle in millimetres from the sheet's top left corner. Width 0: there is none.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TdTemplateArea;

/**
 * TdTemplateBox:
 * @id: stable name, such as "subject"
 * @title: what a clerk calls it ("Tên người được khen")
 * @area: where it stands
 * @align: to which side its lines are set
 * @valign: to which edge of @area its lines keep
 * @family: font family
 * @size: largest size in points, taken when the text has room
 * @min_size: smallest size in points that is still dignified
 * @bold: whether bold
 * @italic: whether italic
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 * @upper: set in capitals
 * @line_spacing: from baseline to baseline, in sizes
 * @max_lines: how many lines it may fill
 * @own_lines: a line ends only where the text ends one: never between words
 * @underscore: a rule as long as the last line this many millimetres below its baseline, 0 for none
 * @text: the pattern: lines divided by "\n", with fields "{name}" that must be filled and "{name?}"
 *   that may be empty; a line that comes out empty is left out
 * @when: (nullable): draw only when this field is filled; "!name" when it is empty
 * @fixed: pre-printed stock carries it, so it is drawn on white paper only
 * @preprinted: (nullable): what a stock that carries this box says there, see td_preprinted_match(): another text must
 *   not be printed on it, and where it has dots only what belongs on them is printed
 *
 * One block of text of a certificate.
 */
typedef struct
{
  char *id;
  char *title;
  TdTemplateArea area;
  TdTemplatePlace align;
  TdTemplatePlace valign;
  char *family;
  double size;
  double min_size;
  gboolean bold;
  gboolean italic;
  double red;
  double green;
  double blue;
  gboolean upper;
  double line_spacing;
  guint max_lines;
  gboolean own_lines;
  double underscore;
  char *text;
  char *when;
  gboolean fixed;
  char *preprinted;
} TdTemplateBox;

gboolean td_template_area_equal (const TdTemplateArea *a, const TdTemplateArea *b);

TdTemplateBox *td_template_box_new (const char *id);
TdTemplateBox *td_template_box_dup (const TdTemplateBox *box);
void td_template_box_free (TdTemplateBox *box);
gboolean td_template_box_equal (const TdTemplateBox *a, const TdTemplateBox *b);
gboolean td_template_box_applies (const TdTemplateBox *box, GHashTable *fields);
char *td_template_box_expand (const TdTemplateBox *box, GHashTable *fields, GPtrArray *empty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTemplateBox, td_template_box_free)

G_END_DECLS
