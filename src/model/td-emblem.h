/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_EMBLEM (td_emblem_get_type ())
G_DECLARE_FINAL_TYPE (TdEmblem, td_emblem, TD, EMBLEM, TdEntity)

/* So much a file may have. */
#define TD_EMBLEM_MOST_BYTES (5 * 1024 * 1024)

/**
 * TdEmblem:
 *
 * The official drawing of the state emblem, as the office has supplied it; an office has one or none.
 *
 * @format: "png" or "svg"
 * @sha256: of the file
 * @data: the file, in base 64
 */
struct _TdEmblem
{
  TdEntity parent_instance;

  char *format;
  char *file_name;
  char *sha256;
  char *added_on;
  char *data;
};

G_END_DECLS
