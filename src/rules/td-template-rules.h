/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-template.h"

G_BEGIN_DECLS

/**
 * TdTemplateKnown:
 * @fields: (nullable) (array zero-terminated=1): what a certificate can be filled with
 * @award_forms: (nullable) (array zero-terminated=1): ids of the award forms there are
 * @substitutes: (nullable) (element-type utf8 utf8): families this machine lacks → what is taken in their place
 *
 * What a template is held against; what is not given is not looked at.
 */
typedef struct
{
  const char *const *fields;
  const char *const *award_forms;
  GHashTable *substitutes;
} TdTemplateKnown;

/* Smaller type than this is read by nobody on a wall, points. */
#define TD_TEMPLATE_LEAST_SIZE 8.0

GPtrArray *td_template_rules_check (TdTemplate *template, const TdTemplateKnown *known);

G_END_DECLS
