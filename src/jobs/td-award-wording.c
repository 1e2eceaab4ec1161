/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award-wording"

#include "config.h"

#include <string.h>

#include "td-award-wording.h"
#include "td-place-line.h"
#include "td-text.h"

/* How a subject stands on decisions and certificates. Official documents are Vietnamese whatever
 * the language of the window, so these words are not translated. */

static gboolean
is (const char *text, const char *word)
{
  return g_strcmp0 (text, word) == 0;
}

/* "Ông", "Bà" from the entered sex, "Em" for a pupil; never from name or post. */
static const char *
get_address (const TdSubject *subject)
{
  if (subject->address_form != NULL)
    return subject->address_form;
  if (is (subject->kind, "person") && is (subject->occupation, "pupil"))
    return "Em";
  if (subject->sex == NULL)
    return NULL;
  return is (subject->sex, "female") ? "Bà" : "Ông";
}

static gboolean
begins_with_word (const char *text, const char *word)
{
  g_autofree char *low_text = g_utf8_casefold (text, -1);
  g_autofree char *low_word = g_utf8_casefold (word, -1);

  return g_str_has_prefix (low_text, low_word) && low_text[strlen (low_word)] == ' ';
}

/* Nobody is "Ông Ông Nguyễn Văn A", however the name was typed. */
static char *
address (const char *form, const char *name)
{
  return form == NULL || begins_with_word (name, form) ? g_strdup (name) : g_strdup_printf ("%s %s", form, name);
}

/* A household is called by its head, unless its name says so already. */
static char *
name_household (const TdSubject *subject)
{
  static const char *const kinds[] = { "Hộ", "Gia đình" };
  const char *form = get_address (subject);
  g_autofree char *lower = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (begins_with_word (subject->name, kinds[i]))
      return g_strdup (subject->name);
  if (form == NULL || begins_with_word (subject->name, form))
    {
      g_autofree char *first = form != NULL ? td_award_wording_lower_first (subject->name) : g_strdup (subject->name);

      return g_strdup_printf ("Hộ gia đình %s", first);
    }
  lower = g_utf8_strdown (form, -1);
  return g_strdup_printf ("Hộ gia đình %s %s", lower, subject->name);
}

/**
 * td_award_wording_printed_name_with:
 * @subject: who is awarded
 * @other: (nullable): a religious name, or the name in the passport
 *
 * "Ông" and "Bà" come from the entered sex, never from the name; a rank replaces them, and a pupil
 * is called "Em". Without any the bare name stands. A religious name stands with its title before the
 * civil one; foreigners are called as in the passport.
 *
 * Returns: (transfer full): the name as printed
 */
char *
td_award_wording_printed_name_with (const TdSubject *subject, const TdOtherName *other)
{
  const char *form = get_address (subject);
  g_autofree char *folded = NULL;
  g_autofree char *known = NULL;
  g_autofree char *full = NULL;

  if (is (subject->kind, "collective"))
    return g_strdup (subject->name);
  if (is (subject->kind, "household"))
    return name_household (subject);
  if (other == NULL || other->name == NULL)
    return address (form, subject->name);
  if (is (other->kind, "passport"))
    return address (form, other->name);
  folded = td_text_fold (other->name);
  known = td_text_fold (subject->name);
  if (strstr (known, folded) != NULL)
    return address (form, subject->name);
  full = g_strdup_printf ("%s (%s)", other->name, subject->name);
  return address (form, full);
}

/**
 * td_award_wording_printed_name:
 * @subject: who is awarded
 *
 * Returns: (transfer full): the name as printed, when no other name is to be told
 */
char *
td_award_wording_printed_name (const TdSubject *subject)
{
  return td_award_wording_printed_name_with (subject, NULL);
}

/**
 * td_award_wording_subject_line:
 * @award: a line of a decision
 * @wording: (nullable): how the office words it
 *
 * Returns: (transfer full): the name as it stands on the certificate
 */
char *
td_award_wording_subject_line (const TdAward *award, const TdWording *wording)
{
  const char *line = award->printed_name != NULL ? award->printed_name : award->subject_name;
  const char *at = award->subject_name != NULL ? strstr (line, award->subject_name) : NULL;
  g_autofree char *before = NULL;
  g_autofree char *name = NULL;

  if (wording == NULL || !is (wording->name_case, "upper") || is (award->subject_kind, "collective"))
    return g_strdup (line);
  /* "Ông NGUYỄN VĂN AN": the word before the name stays as it is. */
  if (at == NULL)
    return g_utf8_strup (line, -1);
  before = g_strndup (line, at - line);
  name = g_utf8_strup (award->subject_name, -1);
  return g_strconcat (before, name, at + strlen (award->subject_name), NULL);
}

static char *
upper_first (const char *text)
{
  char first[8] = { 0 };

  if (*text == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/**
 * td_award_wording_post_line_as:
 * @award: a line of a decision
 * @subject: (nullable): its subject, for a household's address where the line does not keep it:
 *   lines made before version 3 of the office file
 * @wording: (nullable): how the office words it
 *
 * Nothing is said twice, nor what the name above says: below "Nhân dân và cán bộ xã Xuân Cảnh" the
 * unit "xã Xuân Cảnh, tỉnh Đắk Lắk" only needs to say "Tỉnh Đắk Lắk".
 *
 * Returns: (transfer full): "Trưởng phòng, Sở Tài chính", a collective's unit, a household's
 *   address; "" when nothing is known
 */
char *
td_award_wording_post_line_as (const TdAward *award, const TdSubject *subject, const TdWording *wording)
{
  const gboolean person = is (award->subject_kind, "person");
  const char *province = wording != NULL ? wording->province : NULL;
  const char *residence = award->residence;
  const char *parts[4];
  g_autofree char *line = NULL;

  if (residence == NULL && is (award->subject_kind, "household") && subject != NULL)
    residence = subject->residence;
  parts[0] = award->post;
  parts[1] = residence;
  parts[2] = award->unit_name;
  parts[3] = province != NULL && is (wording->province_use, "always") ? province : NULL;
  line = td_place_line_join (person ? NULL : award->subject_name, parts, G_N_ELEMENTS (parts));
  if (province != NULL && is (wording->province_use, "never"))
    {
      g_autofree char *without = td_place_line_without (line, province);

      return upper_first (without);
    }
  return upper_first (line);
}

/**
 * td_award_wording_post_line:
 * @award: a line of a decision
 * @subject: (nullable): its subject
 *
 * Returns: (transfer full): what stands below the name in the usual wording
 */
char *
td_award_wording_post_line (const TdAward *award, const TdSubject *subject)
{
  return td_award_wording_post_line_as (award, subject, NULL);
}

static gsize
length_without_stop (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (". ", text[length - 1]) != NULL)
    length--;
  return length;
}

/* "Đã có …" and "Vì đã có …": only what begins so is changed; "Cứu người …" stays. */
static char *
open_as (const char *text, const char *opening)
{
  const gboolean with_reason = begins_with_word (text, "Vì đã");
  const char *bare = with_reason ? text + strlen ("Vì ") : text;

  if (is (opening, "having") && with_reason)
    return upper_first (bare);
  if (is (opening, "for_having") && !with_reason && begins_with_word (text, "Đã"))
    {
      g_autofree char *lower = g_utf8_strdown (bare, g_utf8_next_char (bare) - bare);

      return g_strconcat ("Vì ", lower, g_utf8_next_char (bare), NULL);
    }
  return g_strdup (text);
}

/**
 * td_award_wording_achievement:
 * @text: (nullable): an achievement as it was written
 * @wording: (nullable): how the office words it
 *
 * Returns: (transfer full) (nullable): the achievement with the beginning, the tail and the full stop
 *   that the office writes; a tail the text has already is not said again
 */
char *
td_award_wording_achievement (const char *text, const TdWording *wording)
{
  g_autofree char *opened = NULL;
  g_autoptr (GString) whole = NULL;
  gboolean stop;

  if (text == NULL || *text == '\0' || wording == NULL)
    return g_strdup (text);
  opened = open_as (text, wording->opening);
  stop = opened[strlen (opened) - 1] == '.';
  whole = g_string_new_len (opened, length_without_stop (opened));
  if (wording->tail != NULL && *wording->tail != '\0')
    {
      g_autofree char *folded = td_text_fold (whole->str);
      g_autofree char *tail = g_strndup (wording->tail, length_without_stop (wording->tail));
      g_autofree char *folded_tail = td_text_fold (tail);

      if (strstr (folded, folded_tail) == NULL)
        g_string_append_printf (whole, ", %s", tail);
    }
  if (is (wording->final_stop, "always") || (stop && !is (wording->final_stop, "none")))
    g_string_append_c (whole, '.');
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/**
 * td_award_wording_register_line:
 * @number: of the golden register, 0 while there is none
 * @year: of the number
 * @blank: what stands for a missing value
 * @wording: (nullable): how the office words it
 *
 * Returns: (transfer full): "Số sổ vàng: 125", or as the office labels it
 */
char *
td_award_wording_register_line (gint64 number, gint64 year, const char *blank, const TdWording *wording)
{
  g_autoptr (TdWording) usual = wording == NULL ? td_wording_new_usual () : NULL;
  const char *label = (wording != NULL ? wording : usual)->register_label;
  g_autofree char *number_text = number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup (blank);
  g_autofree char *year_text = year != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, year) : g_strdup (blank);
  GString *line = g_string_new (label);

  g_string_replace (line, TD_WORDING_NUMBER, number_text, 0);
  g_string_replace (line, TD_WORDING_YEAR, year_text, 0);
  return g_string_free (line, FALSE);
}

/**
 * td_award_wording_lower_first:
 * @text: a sentence
 *
 * Returns: (transfer full): it as it goes on inside another: "Đã có …" → "đã có …"
 */
char *
td_award_wording_lower_first (const char *text)
{
  char first[8] = { 0 };
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (text)), first);
  text = g_utf8_next_char (text);
  length = strlen (text);
  while (length > 0 && (text[length - 1] == '.' || text[length - 1] == ' '))
    length--;
  return g_strdup_printf ("%s%.*s", first, (int) length, text);
}
