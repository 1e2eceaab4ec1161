/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_EXEMPLAR (td_exemplar_get_type ())
G_DECLARE_FINAL_TYPE (TdExemplar, td_exemplar, TD, EXEMPLAR, TdEntity)

/**
 * TdExemplar:
 *
 * Who is held up as an example: điển hình tiên tiến, from being found to being told of everywhere.
 *
 * @plan_id: in which campaign
 * @name: as the unit that found it calls it; it need not be a subject
 * @subject_id: the subject, where it is one of the office
 * @found_on: when
 * @state: of td_choices_exemplar_state
 * @media: newspapers, broadcasts, pages
 * @document: the report on it, among the attachments
 * @file_name: what the file was called
 */
struct _TdExemplar
{
  TdEntity parent_instance;

  gint64 plan_id;
  char *name;
  gint64 subject_id;
  gint64 unit_id;
  char *unit_name;
  char *found_on;
  char *state;
  char *media;
  char *document;
  char *file_name;
  char *note;
};

G_END_DECLS
