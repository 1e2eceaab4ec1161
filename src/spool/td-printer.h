/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-spool-error.h"

G_BEGIN_DECLS

/**
 * TdPrinterState:
 * @TD_PRINTER_IDLE: ready
 * @TD_PRINTER_PRINTING: at work
 * @TD_PRINTER_STOPPED: paused, or stopped by a fault: jobs wait
 */
typedef enum
{
  TD_PRINTER_IDLE,
  TD_PRINTER_PRINTING,
  TD_PRINTER_STOPPED,
} TdPrinterState;

/**
 * TdPrinterPaper:
 * @id: (nullable): keyword of the print service, such as "iso_a3_297x420mm"
 * @name: as people call it: "A3", or "330 × 480 mm"
 * @width: in mm, in the direction the printer feeds it
 * @height: in mm
 * @has_margins: whether the printer tells what it cannot print on
 * @top: the unprintable margins, in mm, of the sheet as fed
 * @borderless: whether it also prints to the edge when asked
 *
 * A paper size a printer knows.
 */
typedef struct
{
  char *id;
  char *name;
  double width;
  double height;
  gboolean has_margins;
  double top;
  double bottom;
  double left;
  double right;
  gboolean borderless;
} TdPrinterPaper;

/**
 * TdPrinterRange:
 *
 * Sizes a printer takes beside those it knows by name, in mm.
 */
typedef struct
{
  double min_width;
  double max_width;
  double min_height;
  double max_height;
} TdPrinterRange;

/**
 * TdPrinterTray:
 * @id: keyword of the print service, such as "tray-1"; what a job names
 * @name: as people call it, translated
 * @loaded: (nullable): the paper in it, when the printer knows
 *
 * Where paper comes from.
 */
typedef struct
{
  char *id;
  char *name;
  TdPrinterPaper *loaded;
} TdPrinterTray;

#define TD_TYPE_PRINTER (td_printer_get_type ())
G_DECLARE_FINAL_TYPE (TdPrinter, td_printer, TD, PRINTER, GObject)

/**
 * TdPrinter:
 * @id: name of the queue: what a job and a calibration name
 * @name: as people call it: its description, else @id
 * @location: (nullable): where it stands
 * @model: (nullable): make and model
 * @is_default: whether it is this user's default
 * @is_accepting: whether it takes jobs
 * @state: what it does
 * @message: (nullable): the printer's own words about its state
 * @queued: how many jobs wait
 * @findings: (element-type TdFinding): what is wrong with it, in words; the rule is "printer-" and
 *   a keyword of IPP ("printer-media-jam"), it blocks what keeps a page from coming out
 * @papers: (element-type TdPrinterPaper): sizes it knows
 * @ranges: (element-type TdPrinterRange): sizes it takes beside them
 * @trays: (element-type TdPrinterTray): trays; none when it tells none
 * @default_paper: (nullable): the paper it takes unless told
 * @resolution: dots per inch, 0 unknown
 * @has_duplex: whether it prints on two sides
 * @has_colour: whether it prints in colour
 *
 * A printer as it was when it was asked; it never changes. What stands from @papers on is empty in a
 * list, and is read by td_printer_read().
 */
struct _TdPrinter
{
  GObject parent_instance;

  char *id;
  char *name;
  char *location;
  char *model;
  gboolean is_default;
  gboolean is_accepting;
  TdPrinterState state;
  char *message;
  int queued;
  GPtrArray *findings;
  GPtrArray *papers;
  GArray *ranges;
  GPtrArray *trays;
  TdPrinterPaper *default_paper;
  int resolution;
  gboolean has_duplex;
  gboolean has_colour;
};

/**
 * TdPrinterFit:
 * @width: of the sheet to ask for, in mm, as the printer feeds it
 * @height: in mm
 * @rotated: whether the page lies across the feed: landscape on a sheet the printer knows upright
 * @paper: (nullable): the known size; %NULL for one of a range, or when the printer tells no sizes
 *
 * How a page comes onto a sheet without being scaled.
 */
typedef struct
{
  double width;
  double height;
  gboolean rotated;
  const TdPrinterPaper *paper;
} TdPrinterFit;

const char *td_printer_state_to_nick (TdPrinterState state);
const char *td_printer_state_to_text (TdPrinterState state);

GPtrArray *td_printer_list (GCancellable *cancellable, GError **error);
void td_printer_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *td_printer_list_finish (GAsyncResult *result, GError **error);

TdPrinter *td_printer_read (const char *id, GCancellable *cancellable, GError **error);
void td_printer_read_async (const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
TdPrinter *td_printer_read_finish (GAsyncResult *result, GError **error);

gboolean td_printer_fit (TdPrinter *self, double width, double height, TdPrinterFit *fit, GError **error);
gboolean td_printer_has_tray (TdPrinter *self, const char *tray, GError **error);
char *td_printer_paper_name (double width, double height);
char *td_printer_range_text (const TdPrinterRange *range);

G_END_DECLS
