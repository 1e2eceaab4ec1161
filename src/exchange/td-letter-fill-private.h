/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "td-letter-case.h"
#include "td-letter.h"

G_BEGIN_DECLS

/* The values a template's {fields} stand for while one letter is filled. A list's own values
 * (the scope) hide those of the whole letter. */
typedef struct
{
  xmlNode *root;
  const TdLetterCase *letter_case;
  GPtrArray *findings;
  GPtrArray *lists;    /* TdAwardList, borrowed: those with rows, posthumous ones last */
  GHashTable *defines; /* name → xmlNode of <define> */
  GHashTable *values;  /* of the letter */
  GHashTable *scope;   /* of one list, or NULL */
  GHashTable *missing; /* names already told as missing */
  guint depth;         /* of definitions under way */
  guint budget;        /* look-ups left for the text under way */
} TdLetterFields;

char *td_letter_dup_attribute (xmlNode *node, const char *name);
char *td_letter_dup_label (xmlNode *root, const char *name);

TdLetterFields *td_letter_fields_new (xmlNode *root, const TdLetterCase *letter_case,
                                      GPtrArray *findings, GError **error);
void td_letter_fields_free (TdLetterFields *self);
void td_letter_fields_set (TdLetterFields *self, const char *name, const char *value);
void td_letter_fields_set_flag (TdLetterFields *self, const char *name, gboolean on);
void td_letter_fields_enter_list (TdLetterFields *self, guint position);
void td_letter_fields_enter_row (TdLetterFields *self, GHashTable *row);
void td_letter_fields_leave_list (TdLetterFields *self);
gboolean td_letter_fields_hold (TdLetterFields *self, xmlNode *node, const char *attribute);
char *td_letter_fields_expand (TdLetterFields *self, xmlNode *node);
char *td_letter_roman (guint number);

GPtrArray *td_letter_cite_topic (TdLetterFields *self, GPtrArray *documents, const char *topic);
GPtrArray *td_letter_cite_bases (TdLetterFields *self);

/* td-letter-fill-tables.c */
char **td_letter_fill_columns (TdLetterFields *fields, xmlNode *node, TdLetterTable *table);
void td_letter_fill_tables (TdLetterFields *fields, TdLetter *letter);
void td_letter_fill_signatures (TdLetterFields *fields, TdLetter *letter);

TdLetter *td_letter_fill (TdLetterFields *fields, GPtrArray *documents);
void td_letter_check_template (const char *source, gboolean verified, const char *valid_from,
                               const char *valid_to, const char *day, GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLetterFields, td_letter_fields_free)

G_END_DECLS
