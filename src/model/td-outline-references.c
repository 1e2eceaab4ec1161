/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-outline-references"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-finding.h"
#include "td-outline.h"

/* Words of a plan that name another of its clauses: "mục II.3", "điểm a khoản 2 mục III", "khoản 1 Điều 4". What they
 * meant when they were written is kept beside them, so that a clause that moves is found by its old name. */

#define ONE    "(?:[IVXLC]+|[0-9]+|[a-zđ])"
#define DOTTED ONE "(?:[./]" ONE "){0,5}"

/* Whole references: smaller parts first, the largest last. What goes on with the name of another document is its own. */
static GRegex *
get_pattern (void)
{
  static gsize ready = 0;
  static GRegex *pattern = NULL;

  if (g_once_init_enter (&ready))
    {
      pattern = g_regex_new ("(?<![\\p{L}\\p{N}])(?<!danh )(?<!thư )(?<!chuyên )((?:[Đđ]iểm\\s+" ONE "[),]?\\s+)?(?:[Kk]hoản\\s+[0-9]+,?\\s+)?(?:[Mm]ục|[Pp]hần|Điều)\\s+" DOTTED ")(?![\\p{L}\\p{N}])"
                             "(?!,?\\s+(?:của\\s+|tại\\s+)?(?:Luật|Nghị|Thông|Quyết|Chỉ|Hướng|Chương|Quy|Kế hoạch\\s+số|Công|Bộ))",
                             G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  return pattern;
}

/* "điểm a khoản 2 mục III" is "III/2/a"; "mục II.3" is "II/3"; "Điều 4" is "Điều 4". */
static char *
dup_path (const char *reference)
{
  g_auto (GStrv) words = g_strsplit_set (reference, " \t\n,)", -1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  GString *path = g_string_new (NULL);
  gboolean article = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean name = g_utf8_strlen (words[i], -1) > 2 && strpbrk (words[i], "./0123456789") == NULL && !g_ascii_isupper (*words[i]);

      article = article || g_str_equal (words[i], "Điều");
      if (*words[i] != '\0' && !name && !g_str_equal (words[i], "Mục") && !g_str_equal (words[i], "Phần") && !g_str_equal (words[i], "Khoản"))
        g_ptr_array_add (parts, words[i]);
    }
  for (guint i = parts->len; i > 0; i--)
    {
      g_autofree char *part = g_strdelimit (g_strdup (g_ptr_array_index (parts, i - 1)), ".", '/');

      g_string_append_printf (path, "%s%s%s", path->len > 0 ? "/" : "", article && i == parts->len ? "Điều " : "", part);
    }
  return g_string_free (path, FALSE);
}

/* The path of a clause as a reference says it: of "1/1.1/1.1.1" only the last word, which says it all. */
static char *
dup_said (TdClause *clause)
{
  const char *word;

  if (clause->path == NULL)
    return NULL;
  if (g_strcmp0 (clause->marker_kind, "decimal") != 0)
    return g_strdup (clause->path);
  word = strrchr (clause->path, '/');
  return g_strdelimit (g_strdup (word != NULL ? word + 1 : clause->path), ".", '/');
}

static gboolean
has_own_mark (TdClause *clause)
{
  return clause->marker != NULL && g_strcmp0 (clause->marker_kind, "dash") != 0 && g_strcmp0 (clause->marker_kind, "plus") != 0;
}

static TdClause *
find_path (TdOutline *self, const char *path)
{
  for (guint i = 0; i < td_outline_get_n (self); i++)
    {
      TdClause *clause = td_outline_get (self, i);
      g_autofree char *said = has_own_mark (clause) ? dup_said (clause) : NULL;

      if (g_strcmp0 (said, path) == 0)
        return clause;
    }
  return NULL;
}

/**
 * td_outline_note_references:
 * @self: an outline, numbered
 * @position: a clause whose words were written just now
 *
 * Notes which clauses its words name. What names none yet is noted without one.
 */
void
td_outline_note_references (TdOutline *self, guint position)
{
  TdClause *clause = td_outline_get (self, position);
  g_autofree char *text = td_outline_dup_text (clause);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) noted = g_string_new (NULL);

  for (g_regex_match (get_pattern (), text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *reference = g_match_info_fetch (match, 1);
      g_autofree char *path = dup_path (reference);
      TdClause *target = find_path (self, path);

      g_strdelimit (reference, "\t\n", ' ');
      g_string_append_printf (noted, "%s%" G_GINT64_FORMAT "\t%s\t%s", noted->len > 0 ? "\n" : "", target != NULL ? td_entity_get_id (TD_ENTITY (target)) : (gint64) 0, path, reference);
    }
  g_object_set (clause, "refers-to", noted->len > 0 ? noted->str : NULL, NULL);
}

static void
check_one (TdOutline *self, TdClause *clause, gint64 id, const char *path, const char *reference, GPtrArray *findings)
{
  guint target = id != 0 ? td_outline_find (self, id) : TD_OUTLINE_NONE;
  g_autofree char *said = target != TD_OUTLINE_NONE ? dup_said (td_outline_get (self, target)) : NULL;
  const char *place = clause->path != NULL ? clause->path : "";
  TdFinding *finding;

  if (said != NULL && g_str_equal (said, path))
    return;
  if (target == TD_OUTLINE_NONE && id == 0 && find_path (self, path) != NULL)
    return; /* written before the clause it names */
  if (target == TD_OUTLINE_NONE)
    /* Translators: words of a plan such as “mục II.3” */
    finding = td_finding_new ("outline-reference", TD_SEVERITY_WARNING, _ ("“%s” is not in this plan."), reference);
  else
    /* Translators: words of a plan such as “mục II.3”, and where that clause stands now, such as II/2 */
    finding = td_finding_new ("outline-moved", TD_SEVERITY_WARNING, _ ("“%s” has moved: it is %s now."), reference, said != NULL ? said : "–");
  g_ptr_array_add (findings, td_finding_at (finding, place, td_entity_get_id (TD_ENTITY (clause)), 0));
}

/**
 * td_outline_check_references:
 * @self: an outline, numbered
 * @findings: (element-type TdFinding): where to add references to clauses that moved or are not there; their record is
 *   the clause that says so
 */
void
td_outline_check_references (TdOutline *self, GPtrArray *findings)
{
  for (guint i = 0; i < td_outline_get_n (self); i++)
    {
      TdClause *clause = td_outline_get (self, i);
      g_auto (GStrv) lines = clause->refers_to != NULL ? g_strsplit (clause->refers_to, "\n", -1) : NULL;

      for (guint j = 0; lines != NULL && lines[j] != NULL; j++)
        {
          g_auto (GStrv) parts = g_strsplit (lines[j], "\t", 3);

          if (g_strv_length (parts) == 3)
            check_one (self, clause, g_ascii_strtoll (parts[0], NULL, 10), parts[1], parts[2], findings);
        }
    }
}
