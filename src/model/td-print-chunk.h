/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_PRINT_CHUNK (td_print_chunk_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintChunk, td_print_chunk, TD, PRINT_CHUNK, TdEntity)

/**
 * TdPrintChunk:
 *
 * Some hundred sheets of a batch, one job of the print service.
 *
 * @position: counts within the batch, in the order they are sent
 * @tag: finds its job again after a crash; made anew at every sending
 * @job_number: of the print service, once that has told it
 * @first_page: position of its first page
 * @n_pages: how many were put into it
 * @sent_at: ISO, UTC
 */
struct _TdPrintChunk
{
  TdEntity parent_instance;

  gint64 batch_id;
  gint64 position;
  char *tag;
  gint64 job_number;
  char *state;
  gint64 first_page;
  gint64 n_pages;
  char *sent_at;
};

G_END_DECLS
