/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_OTHER_NAME (td_other_name_get_type ())
G_DECLARE_FINAL_TYPE (TdOtherName, td_other_name, TD, OTHER_NAME, TdEntity)

/**
 * TdOtherName:
 *
 * Another name of a subject: it is found by it.
 *
 * @name: as written
 * @kind: earlier, religious, in the passport …
 */
struct _TdOtherName
{
  TdEntity parent_instance;

  gint64 subject_id;
  char *name;
  char *kind;
  char *note;
};

G_END_DECLS
