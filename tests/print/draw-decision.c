/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws an invented decision, to be looked at:
 *   draw-decision OUT.pdf [draft] [money] [posthumous] [two] [department] [N rows] */
#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "../fixtures/sample-case.h"
#include "td-finding.h"
#include "td-legal-documents.h"
#include "td-letter-document.h"
#include "td-letter-template.h"

/* A department of a city: two bodies in the head, long names, a place that fills its line. */
static void
make_department (TdLetterCase *letter_case)
{
  td_letter_case_set (letter_case, "governing-body", "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH");
  td_letter_case_set (letter_case, "issuing-body", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG");
  td_letter_case_set (letter_case, "authority", "GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG THÀNH PHỐ HỒ CHÍ MINH");
  td_letter_case_set (letter_case, "sign", "QĐ-SNNMT");
  td_letter_case_set (letter_case, "place", "Thành phố Hồ Chí Minh");
  td_letter_case_set (letter_case, "decider", "Giám đốc Sở Nông nghiệp và Môi trường Thành phố Hồ Chí Minh");
  td_letter_case_set (letter_case, "signer-capacity", NULL);
  td_letter_case_set (letter_case, "signer-position", "GIÁM ĐỐC");
  td_letter_case_set (letter_case, "achievement", "đã có thành tích xuất sắc trong phong trào thi đua năm 2025");
}

int
main (int argc, char **argv)
{
  g_autoptr (TdLetterTemplate) template = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = NULL;
  g_autoptr (TdLetter) letter = NULL;
  g_autoptr (TdLetterDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  const char *const *words = (const char *const *) argv;
  guint n_rows = 0;

  if (argc < 2)
    return 2;
  setlocale (LC_ALL, "");
  letter_case = sample_case_new ("2026-01-20", g_strv_contains (words, "draft") ? NULL : "15");
  letter_case->money_in_list = g_strv_contains (words, "money");
  if (g_strv_contains (words, "department"))
    make_department (letter_case);
  for (int i = 2; i < argc; i++)
    n_rows = MAX (n_rows, (guint) atoi (argv[i]));
  if (n_rows > 0)
    sample_add_long_list (letter_case, n_rows);
  else
    sample_add_mixed_list (letter_case);
  if (g_strv_contains (words, "posthumous"))
    sample_add_posthumous_list (letter_case);
  if (g_strv_contains (words, "two"))
    sample_add_second_form (letter_case);

  template = td_letter_template_load ("decision-award", &error);
  documents = template != NULL ? td_legal_documents_load (&error) : NULL;
  letter = documents != NULL ? td_letter_template_fill (template, documents, letter_case, findings, &error) : NULL;
  if (letter != NULL)
    {
      document = td_letter_document_new (letter);
      td_document_write_pdf (TD_DOCUMENT (document), argv[1], "Quyết định", NULL, NULL, NULL, &error);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      g_printerr ("%s %s: %s\n", td_severity_to_nick (finding->severity), finding->rule, finding->text);
    }
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  return error != NULL;
}
