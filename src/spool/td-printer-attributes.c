/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-printer-attributes"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding.h"
#include "td-printer-private.h"
#include "td-spool-link-private.h"

/* What the print service says of a printer, made into ours. */

static TdPrinterState
state_of (int state)
{
  return state == IPP_PSTATE_STOPPED ? TD_PRINTER_STOPPED : state == IPP_PSTATE_PROCESSING ? TD_PRINTER_PRINTING
                                                                                           : TD_PRINTER_IDLE;
}

/* A queue may be stopped or closed without a reason of the printer itself. */
static void
take_findings (TdPrinter *self, ipp_t *attributes)
{
  g_auto (GStrv) reasons = td_spool_dup_texts (attributes, "printer-state-reasons");

  td_printer_add_reasons (self->findings, reasons);
  if (self->state == TD_PRINTER_STOPPED && !td_findings_block (self->findings))
    g_ptr_array_add (self->findings, td_finding_new ("printer-stopped", TD_SEVERITY_BLOCK, _ ("The printer has stopped.")));
  if (!self->is_accepting)
    g_ptr_array_add (self->findings, td_finding_new ("printer-not-accepting", TD_SEVERITY_BLOCK, _ ("The printer takes no jobs.")));
}

static int
get_resolution (ipp_t *attributes)
{
  ipp_attribute_t *attribute = ippFindAttribute (attributes, "printer-resolution-default", IPP_TAG_RESOLUTION);
  ipp_res_t units = IPP_RES_PER_INCH;
  int y = 0, x = attribute != NULL ? ippGetResolution (attribute, 0, &y, &units) : 0;

  if (units == IPP_RES_PER_CM)
    x = (int) (x * 2.54);
  return x;
}

static gboolean
has_keyword (ipp_t *attributes, const char *name, const char *keyword)
{
  ipp_attribute_t *attribute = ippFindAttribute (attributes, name, IPP_TAG_ZERO);

  return attribute != NULL && ippContainsString (attribute, keyword);
}

/*
 * td_printer_take_attributes:
 * @self: a printer whose id is known
 * @attributes: what the print service says of it
 */
void
td_printer_take_attributes (TdPrinter *self, ipp_t *attributes)
{
  self->name = td_spool_dup_text (attributes, "printer-info");
  if (self->name == NULL)
    self->name = g_strdup (self->id);
  self->location = td_spool_dup_text (attributes, "printer-location");
  self->model = td_spool_dup_text (attributes, "printer-make-and-model");
  self->message = td_spool_dup_text (attributes, "printer-state-message");
  self->is_accepting = td_spool_get_number (attributes, "printer-is-accepting-jobs", TRUE);
  self->state = state_of (td_spool_get_number (attributes, "printer-state", IPP_PSTATE_IDLE));
  self->queued = td_spool_get_number (attributes, "queued-job-count", 0);
  self->resolution = get_resolution (attributes);
  self->has_duplex = has_keyword (attributes, "sides-supported", "two-sided-long-edge");
  self->has_colour = td_spool_get_number (attributes, "color-supported", FALSE);
  take_findings (self, attributes);
  td_printer_take_media (self, attributes);
}
