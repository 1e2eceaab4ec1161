/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-made-people.h"
#include "td-tone.h"

const char *
made_change_to_text (MadeChange change)
{
  static const char *const texts[] = { "in capitals", "without marks", "tone elsewhere", "i for y", "a blank lost", "one slip", "one mark changed",
                                       "day and month swapped", "year only", "another unit", "a successor of the unit" };

  return texts[change];
}

const char *
made_lookalike_to_text (MadeLookalike lookalike)
{
  static const char *const texts[] = { "same name and year, other unit", "same name and unit", "same name, unit and year", "twin", "son of the same name", "like name, same unit and year" };

  return texts[lookalike];
}

static const TdSampleNames *
names_of (const TdSamples *samples, const char *sex)
{
  return &samples->names[g_str_equal (sex, "female") ? TD_SAMPLE_FEMALE : TD_SAMPLE_MALE];
}

static char *
make_name (const TdSamples *samples, const char *sex, GRand *rand)
{
  const TdSampleNames *names = names_of (samples, sex);

  if (g_rand_int_range (rand, 0, 12) == 0)
    {
      const TdSamplePeople *people = g_ptr_array_index (samples->peoples, g_rand_int_range (rand, 0, (int) samples->peoples->len));
      guint s = g_str_equal (sex, "female") ? TD_SAMPLE_FEMALE : TD_SAMPLE_MALE;
      const char *prefix = people->prefix[s] != NULL && td_sample_words_get_n (people->prefix[s]) > 0 ? td_sample_words_pick (people->prefix[s], g_rand_int (rand)) : "";
      const char *given = td_sample_words_pick (people->given[s], g_rand_int (rand));
      const char *family = td_sample_words_pick (people->families, g_rand_int (rand));

      return people->family_first ? g_strdup_printf ("%s %s%s", family, prefix, given) : g_strdup_printf ("%s%s %s", prefix, given, family);
    }
  return g_strdup_printf ("%s %s %s", td_sample_words_pick (names->family, g_rand_int (rand)),
                          td_sample_words_pick (names->middle, g_rand_int (rand)), td_sample_words_pick (names->given, g_rand_int (rand)));
}

static char *
make_citizen_id (const char *birth, const char *sex, guint serial)
{
  int year = atoi (birth);

  return g_strdup_printf ("066%d%02d%06u", (year / 100 - 19) * 2 + g_str_equal (sex, "female"), year % 100, (serial * 7919u) % 1000000u);
}

static char *
make_birth (int year, GRand *rand)
{
  return g_strdup_printf ("%d-%02d-%02d", year, g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
}

MadePerson *
made_person_new (const TdSamples *samples, GRand *rand, guint serial)
{
  MadePerson *person = g_new0 (MadePerson, 1);

  person->sex = g_rand_int_range (rand, 0, 2) == 0 ? "female" : "male";
  person->name = make_name (samples, person->sex, rand);
  person->birth = make_birth (g_rand_int_range (rand, 1955, 2008), rand);
  person->citizen_id = make_citizen_id (person->birth, person->sex, serial);
  person->units[0] = g_rand_int_range (rand, 1, MADE_N_UNITS);
  person->n_units = 1;
  return person;
}

MadePerson *
made_person_copy (const MadePerson *person)
{
  MadePerson *copy = g_memdup2 (person, sizeof *person);

  copy->name = g_strdup (person->name);
  copy->birth = g_strdup (person->birth);
  copy->citizen_id = g_strdup (person->citizen_id);
  return copy;
}

void
made_person_free (MadePerson *person)
{
  g_free (person->name);
  g_free (person->birth);
  g_free (person->citizen_id);
  g_free (person);
}

TdMatchSide
made_person_side (const MadePerson *person)
{
  TdMatchSide side = { .kind = "person", .name = person->name, .birth = person->birth, .sex = person->sex, .citizen_id = person->citizen_id, .unit_ids = person->units, .n_unit_ids = person->n_units };

  return side;
}

static void
take (char **text, char *changed)
{
  g_free (*text);
  *text = changed;
}

static char *
without_marks (const char *name)
{
  g_autofree char *apart = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT);
  GString *plain = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (plain, c == 0x0111 ? 'd' : c == 0x0110 ? 'D'
                                                                        : c);
    }
  return g_string_free (plain, FALSE);
}

static char *
replace_any (const char *name, const char *const (*pairs)[2], guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *at = strstr (name, pairs[i][0]);

      if (at != NULL)
        return g_strdup_printf ("%.*s%s%s", (int) (at - name), name, pairs[i][1], at + strlen (pairs[i][0]));
    }
  return NULL;
}

static const char *const i_for_y[][2] = { { "Lý", "Lí" }, { "Mỹ", "Mĩ" }, { "Quý", "Quí" }, { "Huỳnh", "Huình" }, { "Quỳnh", "Quình" }, { "Sỹ", "Sĩ" }, { "Vy", "Vi" }, { "Kỳ", "Kì" }, { "Thy", "Thi" }, { "Hy", "Hi" } };

static const char *const other_marks[][2] = { { "Hà", "Hạ" }, { "Hùng", "Hưng" }, { "Hằng", "Hăng" }, { "ễ", "ể" }, { "ầ", "ấ" }, { "ọ", "ó" }, { "ê", "ế" }, { "ạ", "ả" }, { "ũ", "ủ" }, { "ă", "ắ" }, { "à", "á" }, { "ơ", "ở" }, { "ù", "ú" }, { "Đ", "D" } };

/* A slip at a place of ASCII letters, so that what comes out is text. */
static char *
slip (const char *name, GRand *rand)
{
  gsize length = strlen (name);

  for (guint tries = 0; tries < 100; tries++)
    {
      gsize at = (gsize) g_rand_int_range (rand, 1, (int) length - 1);
      GString *text;

      if (!g_ascii_islower (name[at]) || !g_ascii_isalpha (name[at + 1]) || g_ascii_tolower (name[at]) == g_ascii_tolower (name[at + 1]))
        continue;
      text = g_string_new (name);
      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_string_erase (text, (gssize) at, 1);
          break;
        case 1:
          g_string_insert_c (text, (gssize) at, (char) ('a' + g_rand_int_range (rand, 0, 26)));
          break;
        case 2:
          text->str[at] = text->str[at] == 'x' ? 'c' : 'x';
          break;
        default:
          text->str[at] = name[at + 1];
          text->str[at + 1] = name[at];
          break;
        }
      return g_string_free (text, FALSE);
    }
  return NULL;
}

static char *
lose_blank (const char *name, GRand *rand)
{
  const char *first = strchr (name, ' ');
  const char *at = first != NULL && g_rand_int_range (rand, 0, 2) == 0 && strchr (first + 1, ' ') != NULL ? strchr (first + 1, ' ') : first;

  return at != NULL ? g_strdup_printf ("%.*s%s", (int) (at - name), name, at + 1) : NULL;
}

static char *
swap_birth (const char *birth)
{
  if (strlen (birth) != 10 || atoi (birth + 8) > 12 || atoi (birth + 8) == atoi (birth + 5))
    return NULL;
  return g_strdup_printf ("%.4s-%.2s-%.2s", birth, birth + 8, birth + 5);
}

/* Changes a record as lists do; says whether this one could be changed so. */
gboolean
made_person_change (MadePerson *person, MadeChange change, GRand *rand)
{
  char *text = NULL;

  switch (change)
    {
    case MADE_CAPITALS:
      text = g_utf8_strup (person->name, -1);
      break;
    case MADE_UNMARKED:
      text = without_marks (person->name);
      break;
    case MADE_TONE_PLACE:
      text = td_tone_place (person->name, TD_TONE_PLACEMENT_NEW);
      if (g_str_equal (text, person->name))
        take (&text, td_tone_place (person->name, TD_TONE_PLACEMENT_OLD));
      break;
    case MADE_I_Y:
      text = replace_any (person->name, i_for_y, G_N_ELEMENTS (i_for_y));
      break;
    case MADE_SPACING:
      text = lose_blank (person->name, rand);
      break;
    case MADE_SLIP:
      text = slip (person->name, rand);
      break;
    case MADE_OTHER_MARK:
      text = replace_any (person->name, other_marks, G_N_ELEMENTS (other_marks));
      break;
    case MADE_SWAPPED_BIRTH:
      text = swap_birth (person->birth);
      if (text == NULL)
        return FALSE;
      take (&person->birth, text);
      return TRUE;
    case MADE_YEAR_ONLY:
      person->birth[4] = '\0';
      return TRUE;
    case MADE_OTHER_UNIT:
      person->units[0] = person->units[0] % (MADE_N_UNITS - 1) + 1;
      return TRUE;
    case MADE_NEW_UNIT:
      person->units[1] = person->units[0];
      person->units[0] += MADE_SUCCESSOR;
      person->n_units = 2;
      return TRUE;
    case MADE_N_CHANGES:
    default:
      g_assert_not_reached ();
    }
  if (text == NULL || g_str_equal (text, person->name))
    {
      g_free (text);
      return FALSE;
    }
  take (&person->name, text);
  return TRUE;
}

/* A name with another given name of the same people. */
static char *
sibling_name (const char *name, const char *sex, const TdSamples *samples, GRand *rand)
{
  const char *last = strrchr (name, ' ');
  const char *given;

  do
    given = td_sample_words_pick (names_of (samples, sex)->given, g_rand_int (rand));
  while (g_str_has_suffix (name, given));
  return g_strdup_printf ("%.*s %s", (int) (last - name), name, given);
}

/* Somebody else who is easily taken for @person. */
MadePerson *
made_person_lookalike (const MadePerson *person, MadeLookalike lookalike, const TdSamples *samples, GRand *rand, guint serial)
{
  MadePerson *other = made_person_copy (person);
  int year = atoi (person->birth);
  char *like = NULL;

  switch (lookalike)
    {
    case MADE_NAMESAKE_OF_YEAR:
      other->units[0] = person->units[0] % (MADE_N_UNITS - 1) + 1;
      break;
    case MADE_NAMESAKE_OF_UNIT:
      year = g_rand_int_range (rand, 1955, 2008);
      break;
    case MADE_NAMESAKE_OF_BOTH:
      break;
    case MADE_TWIN:
      take (&other->name, sibling_name (person->name, person->sex, samples, rand));
      break;
    case MADE_SON:
      year += g_rand_int_range (rand, 22, 32);
      break;
    case MADE_NEIGHBOUR_NAME:
      like = replace_any (person->name, other_marks, G_N_ELEMENTS (other_marks));
      take (&other->name, like != NULL ? like : sibling_name (person->name, person->sex, samples, rand));
      break;
    case MADE_N_LOOKALIKES:
    default:
      g_assert_not_reached ();
    }
  if (lookalike != MADE_TWIN)
    do
      take (&other->birth, make_birth (year, rand));
    while (g_str_equal (other->birth, person->birth));
  take (&other->citizen_id, make_citizen_id (other->birth, other->sex, serial));
  return other;
}
