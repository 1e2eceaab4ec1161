/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"

G_BEGIN_DECLS

/**
 * TdCodeEntry:
 * @code: what the QR code says
 * @name: whose certificate it is
 * @line: (nullable): award form and register number
 */
typedef struct
{
  char *code;
  char *name;
  char *line;
} TdCodeEntry;

void td_code_entry_free (TdCodeEntry *entry);

/**
 * TdCodeHead:
 * @office: who signed
 * @decision: "Quyết định số … ngày …"
 * @title: of the decision
 * @key: the key's code
 *
 * What stands once above the codes of a decision. Lent.
 */
typedef struct
{
  const char *office;
  const char *decision;
  const char *title;
  const char *key;
} TdCodeHead;

#define TD_TYPE_CODE_DOCUMENT (td_code_document_get_type ())
G_DECLARE_FINAL_TYPE (TdCodeDocument, td_code_document, TD, CODE_DOCUMENT, GObject)

TdCodeDocument *td_code_document_new_list (const TdCodeHead *head, GPtrArray *entries);
TdCodeDocument *td_code_document_new_backs (const TdCodeHead *head, GPtrArray *entries, double width, double height);

G_END_DECLS
