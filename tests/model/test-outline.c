/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-finding.h"
#include "td-outline.h"

/* Outlines written as text: a line for each clause, a point for each level, the words; "=" before them makes a
 * heading, "~" a paragraph. */

static TdOutline *
make (const char *marks, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      guint level = (guint) strspn (lines[i], ".");
      const char *words = lines[i] + level;
      const char *form = *words == '=' ? "heading" : *words == '~' ? "paragraph"
                                                                   : "item";
      TdClause *clause = g_object_new (TD_TYPE_CLAUSE, "id", (gint64) i + 1, "level", (gint64) level, "form", form, NULL);

      td_outline_set_text (clause, words + (*words == '=' || *words == '~'));
      g_ptr_array_add (clauses, clause);
    }
  return td_outline_new (marks, clauses);
}

/* "I.A 1.B a)C": marks and words in their order. */
static char *
tell (TdOutline *outline)
{
  GString *text = g_string_new (NULL);

  td_outline_number (outline);
  for (guint i = 0; i < td_outline_get_n (outline); i++)
    {
      TdClause *clause = td_outline_get (outline, i);
      g_autofree char *words = td_outline_dup_text (clause);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", clause->marker != NULL ? clause->marker : "", words);
      g_assert_cmpint (clause->position, ==, i + 1);
    }
  return g_string_free (text, FALSE);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *marks;
    const char *text;
    const char *expected;
  } table[] = {
    { "roman", ".=A\n..=B\n...C\n....D\n.....E\n..=F\n.=G\n", "I.A 1.B a)C -D +E 2.F II.G" },
    { "roman", ".=A\n..B\n..~C\n..D\n.=E\n..F\n", "I.A 1.B C 2.D II.E 1.F" },
    { "roman", ".~A\n.=B\n.=C\n.=D\n.=E\n", "A I.B II.C III.D IV.E" },
    { "roman", ".=A\n..B\n...a\n...b\n...c\n...d\n...đ\n...e\n...g\n..C\n...a\n", "I.A 1.B a)a b)b c)c d)d đ)đ e)e g)g 2.C a)a" },
    { "decimal", ".=A\n..=B\n...C\n...D\n..E\n.=F\n..G\n", "1.A 1.1.B 1.1.1.C 1.1.2.D 1.2.E 2.F 2.1.G" },
    { "decimal", ".=A\n..=B\n...C\n....D\n.....E\n......F\n", "1.A 1.1.B 1.1.1.C a)D -E +F" },
    { "article", ".=A\n..B\n...C\n.=D\n", "Điều 1.A 1.B a)C Điều 2.D" },
    { NULL, ".=A\n..B\n", "I.A 1.B" },
    { "roman", "...A\n.....B\n.C\n", "I.A 1.B II.C" },                              /* no level is left out */
    { "roman", ".A\n..B\n...C\n....D\n.....E\n......F\n", "I.A 1.B a)C -D +E +F" }, /* none below the last */
    { "roman", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (TdOutline) outline = make (table[i].marks, table[i].text);
      g_autofree char *told = tell (outline);

      g_assert_cmpstr (told, ==, table[i].expected);
    }
}

static void
test_paths (void)
{
  static const char *const paths[] = { "I", "I/1", "I/1/a", "I/1", "I/1/a/-", "II", NULL };
  g_autoptr (TdOutline) outline = make ("roman", ".=A\n..=B\n...C\n...~D\n....E\n.=F\n");
  g_autoptr (TdOutline) articles = make ("article", ".=A\n..B\n");

  td_outline_number (outline);
  td_outline_number (articles);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (td_outline_get (outline, i)->path, ==, paths[i]);
  g_assert_cmpstr (td_outline_get (outline, 3)->path, ==, "I/1"); /* of what it belongs to */
  g_assert_cmpstr (td_outline_get (outline, 5)->path, ==, "II");
  g_assert_cmpstr (td_outline_get (articles, 1)->path, ==, "Điều 1/1");
  g_assert_cmpuint (td_outline_get_parent (outline, 2), ==, 1);
  g_assert_cmpuint (td_outline_get_parent (outline, 5), ==, TD_OUTLINE_NONE);
}

/* A letter at the head of the alphabet again is doubled, and far counts are still told apart. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (".A\n..B\n");
  g_autoptr (TdOutline) outline = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "...x\n");
  outline = make ("roman", text->str);
  td_outline_number (outline);
  g_assert_cmpstr (td_outline_get (outline, 2 + 22)->marker, ==, "y)");
  g_assert_cmpstr (td_outline_get (outline, 2 + 23)->marker, ==, "aa)");
  g_assert_cmpstr (td_outline_get (outline, 2 + 46)->marker, ==, "aaa)");
  for (guint i = 3; i < td_outline_get_n (outline); i++)
    g_assert_cmpstr (td_outline_get (outline, i)->marker, !=, td_outline_get (outline, i - 1)->marker);
}

/* What is done to the clause that says @at; an upper-case N nests, U unnests, "^" and "v" move, "x" deletes. */
static void
test_steps (void)
{
  static const struct
  {
    const char *text;
    const char *at;
    char step;
    gboolean done;
    const char *expected;
  } table[] = {
    { ".=A\n.=B\n", "B", 'N', TRUE, "I.A 1.B" },
    { ".=A\n.=B\n", "A", 'N', FALSE, "I.A II.B" },
    { ".=A\n..B\n...C\n.=D\n", "D", 'N', TRUE, "I.A 1.B a)C 2.D" },
    { ".=A\n..B\n", "B", 'N', FALSE, "I.A 1.B" }, /* nothing before it on its level */
    { ".=A\n.=B\n..C\n...D\n....E\n", "B", 'N', TRUE, "I.A 1.B a)C -D +E" },
    { ".=A\n.=B\n..C\n...D\n....E\n.....F\n", "B", 'N', FALSE, "I.A II.B 1.C a)D -E +F" }, /* too deep */
    { ".=A\n..B\n..C\n..D\n", "C", 'U', TRUE, "I.A 1.B II.C 1.D" },
    { ".=A\n..B\n", "A", 'U', FALSE, "I.A 1.B" },
    { ".=A\n..B\n...C\n..D\n", "B", 'v', TRUE, "I.A 1.D 2.B a)C" },
    { ".=A\n..B\n...C\n..D\n...E\n", "D", '^', TRUE, "I.A 1.D a)E 2.B a)C" },
    { ".=A\n..B\n.=C\n..D\n", "A", 'v', TRUE, "I.C 1.D II.A 1.B" },
    { ".=A\n..B\n.=C\n..D\n", "D", '^', TRUE, "I.A 1.B 2.D II.C" },
    { ".=A\n..B\n.=C\n..D\n", "B", 'v', TRUE, "I.A II.C 1.B 2.D" },
    { ".=A\n..B\n.=C\n..D\n", "D", 'v', FALSE, "I.A 1.B II.C 1.D" },
    { ".=A\n..B\n.=C\n..D\n", "B", '^', FALSE, "I.A 1.B II.C 1.D" },
    { ".=A\n..B\n.=C\n", "A", '^', FALSE, "I.A 1.B II.C" },
    { ".=A\n..B\n...C\n.=D\n..E\n", "C", 'v', FALSE, "I.A 1.B a)C II.D 1.E" }, /* no clause of its parent's level there */
    { ".=A\n..B\n...C\n..D\n.=E\n", "B", 'x', TRUE, "I.A 1.D II.E" },
    { ".=A\n..B\n.=C\n", "A", 'x', TRUE, "I.C" },
    { ".=A\n", "A", 'x', TRUE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (TdOutline) outline = make ("roman", table[i].text);
      g_autofree char *told = NULL;
      guint position = 0;
      gboolean done = TRUE;

      while (g_strcmp0 (td_outline_get (outline, position)->title, table[i].at) != 0 && g_strcmp0 (td_outline_get (outline, position)->body, table[i].at) != 0)
        position++;
      switch (table[i].step)
        {
        case 'N':
          done = td_outline_nest (outline, position);
          break;
        case 'U':
          done = td_outline_unnest (outline, position);
          break;
        case 'x':
          td_outline_remove (outline, position);
          break;
        default:
          done = td_outline_move (outline, position, table[i].step == 'v');
          break;
        }
      told = tell (outline);
      g_assert_cmpint (done, ==, table[i].done);
      g_assert_cmpstr (told, ==, table[i].expected);
    }
}

static void
test_adding (void)
{
  static const struct
  {
    const char *text;
    guint below;
    const char *expected;
    const char *form;
  } table[] = {
    { "", TD_OUTLINE_NONE, "I.", "heading" },
    { ".=A\n", 0, "I.A II.", "heading" },
    { ".=A\n..B\n", 0, "I.A 1. 2.B", "item" },
    { ".=A\n..B\n", 1, "I.A 1.B 2.", "item" },
    { ".=A\n..~B\n", 1, "I.A B ", "paragraph" },
    { ".=A\n..B\n.=C\n", 1, "I.A 1.B 2. II.C", "item" },
    { ".=A\n..B\n", TD_OUTLINE_NONE, "I.A 1.B II.", "heading" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (TdOutline) outline = make ("roman", table[i].text);
      TdClause *clause = td_outline_add (outline, table[i].below);
      g_autofree char *told = tell (outline);

      g_assert_cmpstr (told, ==, table[i].expected);
      g_assert_cmpstr (clause->form, ==, table[i].form);
    }
}

/* The words stay when a clause becomes something else. */
static void
test_forms (void)
{
  g_autoptr (TdClause) clause = g_object_new (TD_TYPE_CLAUSE, NULL);
  g_autofree char *text = NULL;

  td_outline_set_form (clause, TD_OUTLINE_HEADING);
  td_outline_set_text (clause, "  Mục đích \n Hai dòng\nở dưới ");
  g_assert_cmpstr (clause->title, ==, "Mục đích");
  g_assert_cmpstr (clause->body, ==, "Hai dòng\nở dưới");
  td_outline_set_form (clause, TD_OUTLINE_ITEM);
  g_assert_null (clause->title);
  text = td_outline_dup_text (clause);
  g_assert_cmpstr (text, ==, "Mục đích\nHai dòng\nở dưới");
  td_outline_set_form (clause, TD_OUTLINE_HEADING);
  g_assert_cmpstr (clause->title, ==, "Mục đích");
  td_outline_set_text (clause, " \n");
  g_assert_null (clause->title);
  g_assert_null (clause->body);
}

/* Words that name clauses: what is found when the plan changes. */
static void
test_references (void)
{
  static const struct
  {
    const char *marks;
    const char *text; /* the last clause says @words */
    const char *words;
    guint move;       /* this clause goes down afterwards; 99: it is deleted */
    const char *rule; /* NULL: nothing to tell */
  } table[] = {
    { "roman", ".=A\n..B\n..C\n.=D\n", "theo mục I.1 Kế hoạch này", 1, "outline-moved" },
    { "roman", ".=A\n..B\n..C\n.=D\n", "theo khoản 1 mục I", 1, "outline-moved" },
    { "roman", ".=A\n..B\n...C\n...D\n.=E\n", "điểm a khoản 1 Mục I nêu trên", 2, "outline-moved" },
    { "roman", ".=A\n..B\n..C\n.=D\n", "theo mục I", 1, NULL },
    { "roman", ".=A\n..B\n..C\n.=D\n", "theo mục I.7", 1, "outline-reference" },
    { "roman", ".=A\n..B\n..C\n.=D\n", "khoản 1 Điều 74 Luật Thi đua, khen thưởng", 1, NULL },
    { "roman", ".=A\n..B\n..C\n.=D\n", "Mục I Nghị định số 152/2025/NĐ-CP", 1, NULL },
    { "roman", ".=A\n..B\n..C\n.=D\n", "danh mục II, thư mục I.1", 1, NULL },
    { "decimal", ".=A\n..B\n..C\n.=D\n", "tại mục 1.1", 1, "outline-moved" },
    { "decimal", ".=A\n..B\n..C\n.=D\n", "tại mục 1.2 này", 1, "outline-moved" },
    { "decimal", ".=A\n..B\n..C\n.=D\n", "tại mục 2", 1, NULL },
    { "article", ".=A\n..B\n.=C\n.=D\n", "quy định tại khoản 1 Điều 1", 0, "outline-moved" },
    { "article", ".=A\n..B\n.=C\n.=D\n", "quy định tại Điều 3", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (TdOutline) outline = make (table[i].marks, table[i].text);
      g_autoptr (GPtrArray) findings = td_findings_new ();
      guint last = td_outline_get_n (outline) - 1;

      td_outline_set_form (td_outline_get (outline, last), TD_OUTLINE_ITEM);
      td_outline_set_text (td_outline_get (outline, last), table[i].words);
      td_outline_number (outline);
      td_outline_note_references (outline, last);
      g_assert_true (td_outline_move (outline, table[i].move, TRUE));
      td_outline_number (outline);
      td_outline_check_references (outline, findings);
      g_assert_cmpuint (findings->len, ==, table[i].rule != NULL ? 1 : 0);
      if (table[i].rule != NULL)
        g_assert_cmpstr (((TdFinding *) g_ptr_array_index (findings, 0))->rule, ==, table[i].rule);
    }
}

/* A clause that goes is missed by who named it. */
static void
test_missed (void)
{
  g_autoptr (TdOutline) outline = make ("roman", ".=A\n..B\n.=C\n..xem mục I.1\n");
  g_autoptr (GPtrArray) findings = td_findings_new ();

  td_outline_number (outline);
  td_outline_note_references (outline, 3);
  td_outline_check_references (outline, findings);
  g_assert_cmpuint (findings->len, ==, 0);
  td_outline_remove (outline, 1);
  td_outline_number (outline);
  td_outline_check_references (outline, findings);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((TdFinding *) g_ptr_array_index (findings, 0))->subject_id, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/marks", test_marks);
  g_test_add_func ("/outline/paths", test_paths);
  g_test_add_func ("/outline/long", test_long);
  g_test_add_func ("/outline/steps", test_steps);
  g_test_add_func ("/outline/adding", test_adding);
  g_test_add_func ("/outline/forms", test_forms);
  g_test_add_func ("/outline/references", test_references);
  g_test_add_func ("/outline/missed", test_missed);
  return g_test_run ();
}
