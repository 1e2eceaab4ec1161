/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-check.h"
#include "td-matcher.h"

G_BEGIN_DECLS

struct _TdListCheck
{
  GObject parent_instance;

  TdListPurpose purpose;
  gboolean strict;
  char *wording;
  guint n_unworded; /* rows without a sentence for the certificate */
  TdListReading *reading;
  TdDirectory *directory;
  TdNominationJudge *judge;
  TdMatcher *matcher; /* NULL where only what is certain counts */
  TdUnit *sender;
  GPtrArray *cases;     /* of TdListCase */
  GHashTable *seen;     /* proposal → the first case with it, whose own it is */
  GPtrArray *doubled;   /* cases that had a double once */
  GArray *rejudged;     /* guint: cases judged anew because others were mended */
  GHashTable *imported; /* fingerprints of rows that came in before */
  TdJob *job;           /* that is told how far it is, NULL for none; not owned */
  double from, to;
};

/* td-list-case.c */
void _td_list_case_free (TdListCase *c);
void _td_list_case_add (TdListCase *c, TdFinding *finding);
void _td_list_case_take (TdListCheck *self, TdListCase *c, TdFinding *finding);
void _td_list_case_make (TdListCheck *self, TdListCase *c, TdListRecords *records);
void _td_list_case_settle (TdListCheck *self, TdListCase *c);
gboolean _td_list_case_recognise (TdListCheck *self, TdConnection *connection, TdListCase *c, TdListRecords *records, GError **error);
char *_td_list_case_fingerprint (const TdListCase *c);

G_END_DECLS
