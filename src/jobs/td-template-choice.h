/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-template.h"

G_BEGIN_DECLS

/**
 * TdTemplateWish:
 * @award_form: what is given
 * @level: of the giver
 * @width: of the blanks in the tray, millimetres; 0 for white paper
 * @height: of the same
 * @foreigners: it is for one of another country
 *
 * What is known when a template is chosen.
 */
typedef struct
{
  const char *award_form;
  const char *level;
  double width;
  double height;
  gboolean foreigners;
} TdTemplateWish;

TdTemplate *td_template_choose (GPtrArray *templates, const TdTemplateWish *wish, GError **error);
gboolean td_template_is_bilingual (TdTemplate *template);
gboolean td_blanks_suit_foreigners (GHashTable *parts);
gboolean td_subject_is_foreigner (const TdSubject *subject);

G_END_DECLS
