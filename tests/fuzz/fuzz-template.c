/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-fuzz.h"
#include "td-picture-header.h"
#include "td-template-reader.h"
#include "td-template-rules.h"
#include "td-template-writer.h"

/* A certificate template: what is read can be judged, and what is written is read as the same. The bytes are a
 * picture's beginning too. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const TdTemplateKnown known = { NULL, NULL, NULL };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdTemplate) template = td_template_read (bytes, &error);
  g_autoptr (TdTemplate) again = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GBytes) written = NULL;
  TdPictureHeader header;

  td_picture_read_header (bytes, &header);
  if (template == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  findings = td_template_rules_check (template, &known);
  written = td_template_write (template);
  again = td_template_read (written, &error);
  g_assert_no_error (error);
  /* Spaces around a phrase and blank lines are not kept; after that nothing changes any more. */
  g_clear_pointer (&written, g_bytes_unref);
  written = td_template_write (again);
  g_clear_object (&template);
  template = td_template_read (written, &error);
  g_assert_no_error (error);
  g_assert_true (td_template_equal (template, again));
  return 0;
}
