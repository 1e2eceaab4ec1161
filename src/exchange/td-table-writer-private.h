/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-output.h"
#include "td-table-writer.h"

G_BEGIN_DECLS

typedef struct _TdTableBackend TdTableBackend;

/* How one format is written. Each function may fail with a G_IO_ERROR. */
struct _TdTableBackend
{
  gpointer (*open) (TdTableWriter *writer, GError **error); /* also writes the headings */
  gboolean (*add) (TdTableWriter *writer, const TdTableCell *cells, GError **error);
  gboolean (*finish) (TdTableWriter *writer, GError **error); /* all is in the output's file */
  void (*free) (gpointer state);
};

struct _TdTableWriter
{
  const TdTableBackend *backend;
  gpointer state; /* the backend's own */
  TdOutput *output;
  char *title;
  char *sheet;
  gint64 made_at;
  TdTableColumn *columns;
  guint n_columns;
  guint *widths; /* of each column, in characters, as far as it has been written */
  guint n_rows;  /* without the headings */
  TdTableCell *cells;
  char **composed; /* text of the row under way that had to be composed */
};

extern const TdTableBackend _td_table_xlsx;
extern const TdTableBackend _td_table_ods;
extern const TdTableBackend _td_table_csv;

gboolean _td_table_is_day (const TdTableCell *cell);
char *_td_table_cell_to_display (const TdTableCell *cell, TdFieldKind kind);
gboolean _td_table_is_right (TdFieldKind kind);

G_END_DECLS
