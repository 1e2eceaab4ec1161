/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-distinct-pair"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-distinct-pair.h"

#define VALUE(member) TD_ENTITY_FIELD (TdDistinctPair, member)

static const TdField fields[] = {
  { "first-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (first_id), .target = "subject" },
  { "second-id", N_ ("Other subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (second_id), .target = "subject" },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdDistinctPair, td_distinct_pair, "distinct_pair", N_ ("Pair that is not the same"), fields)
