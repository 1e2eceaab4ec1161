/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-template.h"

G_BEGIN_DECLS

struct _TdTemplate
{
  GObject parent_instance;

  char *id;
  char *title;
  double width;
  double height;
  GPtrArray *award_forms; /* names, NULL-terminated */
  char *ornament;
  TdTemplateArea ornament_area;
  TdTemplateArea emblem_area;
  GPtrArray *boxes;
  GPtrArray *pictures;
  GArray *guides;
  char **phrases;   /* NULL-terminated, never NULL */
  GDate valid_from; /* cleared: since ever */
  GDate valid_to;   /* cleared: until further notice */
  char *source;
  gboolean verified;
};

G_END_DECLS
