/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-parts"

#include "config.h"

#include "td-letter-parts.h"

/* The two columns of the head: the country's name needs the wider one. */
#define HEAD_LEFT 66.0
#define HEAD_GAP  3.0

/* How far a long place and date may reach into the left column, where only the number is. */
#define DATE_REACH 12.0

/* From a line of text to the rule that belongs to it. */
#define RULE_GAP 0.8

/* The issuer's rule is a third to a half of its name. */
#define RULE_SHARE 0.42

/* From the number to what the letter is about: 6 points. */
#define ABOUT_GAP (6 * 25.4 / 72)

/* Whom it is written to stands clear of the head and of the text. */
#define ADDRESSEES_GAP 8.0

/* Room for the signature and the seal on it. */
#define SIGN_SPACE 32.0
#define SIGN_LEFT  78.0
#define SIGN_GAP   4.0

/* Official documents are Vietnamese. */
#define SIGN_HINT "(Ký, ghi rõ họ tên)"

static const TdTextStyle state_style = { 13, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle motto_style = { 14, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle governing_style = { 13, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle issuing_style = { 13, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle number_style = { 13, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle about_style = { 12, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle date_style = { 13, FALSE, TRUE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle draft_style = { 13, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle signer_style = { 14, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.2 };
static const TdTextStyle label_style = { 12, TRUE, TRUE, PANGO_ALIGN_LEFT, FALSE, 0, 1.2 };
/* A negative indent hangs: the lines after the first stand under the text, not the dash. */
static const TdTextStyle recipient_style = { 11, FALSE, FALSE, PANGO_ALIGN_LEFT, FALSE, -1.9, 1.2 };

/* Centres a text with lines of about equal length; gives its height and its longest line. */
static double
put_centred (TdFlow *flow, const char *text, const TdTextStyle *style, double x, double y,
             double width, double *widest)
{
  TdTypesetter *typesetter = td_flow_get_typesetter (flow);
  double narrow;

  if (text == NULL)
    return 0;
  narrow = td_typesetter_balance (typesetter, text, style, width);
  if (widest != NULL)
    td_typesetter_measure (typesetter, text, 0, style, narrow, widest);
  return td_flow_put_text (flow, text, 0, style, x + (width - narrow) / 2, y, narrow);
}

static double
put_issuer (TdFlow *flow, const TdLetter *letter)
{
  double y, widest = 0;

  y = put_centred (flow, letter->governing_body, &governing_style, 0, 0, HEAD_LEFT, NULL);
  y += put_centred (flow, letter->issuing_body, &issuing_style, 0, y, HEAD_LEFT, &widest);
  y += RULE_GAP;
  td_flow_put_rule (flow, HEAD_LEFT / 2 - widest * RULE_SHARE / 2, y, widest * RULE_SHARE);
  return y;
}

static double
put_state (TdFlow *flow, const TdLetter *letter)
{
  double x = HEAD_LEFT + HEAD_GAP;
  double width = td_flow_get_width (flow) - x;
  double y, widest = 0;

  y = put_centred (flow, letter->state, &state_style, x, 0, width, NULL);
  y += put_centred (flow, letter->motto, &motto_style, x, y, width, &widest);
  y += RULE_GAP;
  td_flow_put_rule (flow, x + width / 2 - widest / 2, y, widest);
  return y;
}

/* Place and date stay on the line of the number: a long place reaches a little to the left. */
static double
put_place_date (TdFlow *flow, const char *text, double y)
{
  double x = HEAD_LEFT + HEAD_GAP;
  double width = td_flow_get_width (flow) - x;
  double natural;

  if (text == NULL)
    return 0;
  td_typesetter_measure (td_flow_get_typesetter (flow), text, 0, &date_style, 0, &natural);
  if (natural > width && natural < width + DATE_REACH)
    {
      x -= natural + 0.5 - width;
      width = natural + 0.5;
    }
  return put_centred (flow, text, &date_style, x, y, width, NULL);
}

/* What a công văn is about: cell 5b of NĐ 30/2020, Phụ lục I. */
static double
put_about (TdFlow *flow, const char *text, double y)
{
  return text != NULL ? ABOUT_GAP + put_centred (flow, text, &about_style, 0, y + ABOUT_GAP, HEAD_LEFT, NULL) : 0;
}

static double
put_draft_mark (TdFlow *flow, const char *mark, double y)
{
  double width, height = td_text_style_get_pitch (&draft_style) + 1;

  if (mark == NULL)
    return 0;
  td_typesetter_measure (td_flow_get_typesetter (flow), mark, 0, &draft_style, 0, &width);
  width += 6;
  td_flow_put_frame (flow, (HEAD_LEFT - width) / 2, y + 1.5, width, height, TD_FLOW_RULE);
  td_flow_put_text (flow, mark, 0, &draft_style, (HEAD_LEFT - width) / 2, y + 2, width);
  return height + 1.5;
}

/**
 * td_letter_parts_add_head:
 * @flow: an empty flow
 * @letter: borrowed; outlives the flow
 *
 * Adds what stands at the top of the first page (NĐ 30/2020, Mẫu 1.2): issuer and number on the
 * left, the country's name and the date on the right, the latter two on one line.
 */
void
td_letter_parts_add_head (TdFlow *flow, const TdLetter *letter)
{
  double y, left, right;

  td_flow_begin (flow, 0, TRUE);
  left = put_issuer (flow, letter);
  right = put_state (flow, letter);
  y = MAX (left, right) + 2.5;
  left = put_centred (flow, letter->number, &number_style, 0, y, HEAD_LEFT, NULL);
  right = put_place_date (flow, letter->place_date, y);
  left += put_about (flow, letter->about, y + left);
  left += put_draft_mark (flow, letter->draft_mark, y + left);
  td_flow_end (flow, y + MAX (left, right));
}

/* The width of the label and of the widest addressee below it, as far as the page has room. */
static double
measure_addressees (TdFlow *flow, GPtrArray *lines, const TdTextStyle *style, double room)
{
  double widest = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      double width;

      td_typesetter_measure (td_flow_get_typesetter (flow), g_ptr_array_index (lines, i), 0, style, 0, &width);
      widest = MAX (widest, width);
    }
  return MIN (widest + 0.5, room);
}

/**
 * td_letter_parts_add_addressees:
 * @flow: a flow with the head before it
 * @letter: borrowed; outlives the flow
 * @centred: how one addressee is set, borrowed
 * @hanging: how several are set, borrowed; their later lines hang below the first
 * @texts: (element-type utf8): keeps what is made here as long as the flow lives
 *
 * Adds whom it is written to (NĐ 30/2020, Phụ lục I, cell 9a): one on the line of the label, several each on a
 * line of its own with a dash, below the end of the label.
 */
void
td_letter_parts_add_addressees (TdFlow *flow, const TdLetter *letter, const TdTextStyle *centred, const TdTextStyle *hanging, GPtrArray *texts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  double label, width, left;

  if (letter->addressees->len == 0)
    return;
  if (letter->addressees->len == 1)
    {
      g_ptr_array_add (texts, g_strconcat (letter->addressees_label, " ", g_ptr_array_index (letter->addressees, 0), NULL));
      td_flow_add_centred (flow, g_ptr_array_index (texts, texts->len - 1), centred, ADDRESSEES_GAP, 0, TRUE);
      return;
    }
  for (guint i = 0; i < letter->addressees->len; i++)
    {
      g_ptr_array_add (texts, g_strconcat ("- ", g_ptr_array_index (letter->addressees, i), NULL));
      g_ptr_array_add (lines, g_ptr_array_index (texts, texts->len - 1));
    }
  td_typesetter_measure (td_flow_get_typesetter (flow), letter->addressees_label, 0, hanging, 0, &label);
  width = measure_addressees (flow, lines, hanging, td_flow_get_width (flow) - label);
  left = (td_flow_get_width (flow) - label - width) / 2;
  td_flow_begin (flow, ADDRESSEES_GAP, FALSE);
  td_flow_put_text (flow, letter->addressees_label, 0, hanging, left, 0, label + 0.5);
  td_flow_end (flow, td_text_style_get_pitch (hanging));
  for (guint i = 0; i < lines->len; i++)
    {
      td_flow_begin (flow, 0, i > 0);
      td_flow_end (flow, td_flow_put_text (flow, g_ptr_array_index (lines, i), 0, hanging, left + label, 0, width));
    }
}

/**
 * td_letter_parts_add_short_head:
 * @flow: an empty flow
 * @letter: borrowed; outlives the flow
 *
 * Adds what stands at the top of a document that a decision issues: issuer and country, without
 * number and date, which are the decision's (NĐ 30/2020, Mẫu 1.3).
 */
void
td_letter_parts_add_short_head (TdFlow *flow, const TdLetter *letter)
{
  double left, right;

  td_flow_begin (flow, 0, TRUE);
  left = put_issuer (flow, letter);
  right = put_state (flow, letter);
  td_flow_end (flow, MAX (left, right));
}

/* How much of @most the recipients fill, where they go on below it; else all of it. */
static double
fill_with_recipients (TdFlow *flow, const TdLetter *letter, double most)
{
  TdTypesetter *typesetter = td_flow_get_typesetter (flow);
  double y = td_text_style_get_pitch (&label_style);

  for (guint i = 0; i < letter->recipients->len; i++)
    {
      g_autofree char *text = g_strconcat ("- ", g_ptr_array_index (letter->recipients, i), NULL);
      guint n_lines = td_typesetter_measure (typesetter, text, 0, &recipient_style, SIGN_LEFT, NULL);
      double next = y + n_lines * td_text_style_get_pitch (&recipient_style);

      if (next > most)
        return y;
      y = next;
    }
  return most;
}

/* The name stands as low as the recipients beside it, so that they go on below it without a gap. */
static double
put_signer (TdFlow *flow, const TdLetter *letter)
{
  double x = SIGN_LEFT + SIGN_GAP;
  double width = td_flow_get_width (flow) - x;
  double name = td_text_style_get_pitch (&signer_style);
  double y, height, shown;

  y = put_centred (flow, letter->signer_capacity, &signer_style, x, 0, width, NULL);
  y += put_centred (flow, letter->signer_position, &signer_style, x, y, width, NULL);
  height = fill_with_recipients (flow, letter, y + SIGN_SPACE + name);
  shown = put_centred (flow, letter->signer_name, &signer_style, x, height - name, width, NULL);
  return height - name + MAX (name, shown);
}

/**
 * td_letter_parts_add_signature:
 * @flow: a flow with the text before it
 * @letter: borrowed; outlives the flow
 * @texts: (element-type utf8): keeps what is made here as long as the flow lives
 *
 * Adds "Nơi nhận" on the left and the signer on the right, on the page of at least the last two
 * lines before them. A list of recipients longer than the signer's part goes on below it.
 */
void
td_letter_parts_add_signature (TdFlow *flow, const TdLetter *letter, GPtrArray *texts)
{
  TdTypesetter *typesetter = td_flow_get_typesetter (flow);
  double pitch = td_text_style_get_pitch (&recipient_style);
  double height, y;
  gboolean open = TRUE;

  td_flow_keep_last (flow, 2);
  td_flow_begin (flow, 5, FALSE);
  height = put_signer (flow, letter);
  y = td_flow_put_text (flow, letter->recipients_label, 0, &label_style, 0, 0, SIGN_LEFT);
  for (guint i = 0; i < letter->recipients->len; i++)
    {
      char *text = g_strconcat ("- ", g_ptr_array_index (letter->recipients, i), NULL);
      guint n_lines = td_typesetter_measure (typesetter, text, 0, &recipient_style, SIGN_LEFT, NULL);

      g_ptr_array_add (texts, text);
      if (open && y + n_lines * pitch > height)
        {
          td_flow_end (flow, MAX (y, height));
          open = FALSE;
        }
      if (open)
        {
          y += td_flow_put_text (flow, text, 0, &recipient_style, 0, y, SIGN_LEFT);
          continue;
        }
      td_flow_begin (flow, 0, FALSE);
      td_flow_put_text (flow, text, 0, &recipient_style, 0, 0, SIGN_LEFT);
      td_flow_end (flow, n_lines * pitch);
    }
  if (open)
    td_flow_end (flow, MAX (y, height));
}

/**
 * td_letter_parts_add_signatures:
 * @flow: a flow with the text before it
 * @letter: borrowed; outlives the flow
 *
 * Adds those who sign side by side, with room for their hands below.
 */
void
td_letter_parts_add_signatures (TdFlow *flow, const TdLetter *letter)
{
  guint n = letter->signatures->len;
  double width = td_flow_get_width (flow) / MAX (n, 1);
  double height = 0;

  if (n == 0)
    return;
  td_flow_keep_last (flow, 2);
  td_flow_begin (flow, 5, FALSE);
  for (guint i = 0; i < n; i++)
    height = MAX (height, put_centred (flow, g_ptr_array_index (letter->signatures, i), &issuing_style, i * width, 0, width - SIGN_GAP, NULL));
  for (guint i = 0; i < n; i++)
    put_centred (flow, SIGN_HINT, &date_style, i * width, height, width - SIGN_GAP, NULL);
  td_flow_end (flow, height + SIGN_SPACE);
}
