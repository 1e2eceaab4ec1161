/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-demo-people"

#include "config.h"

#include <string.h>

#include "td-demo-people.h"

/* The province's part of a citizen id: the codes of before July 2025 stay on the cards. */
#define CITIZEN_PROVINCE "066"

/* A step that shares no factor with 1,000,000, so that a million serials in a row differ. */
#define SERIAL_STEP  381971
#define SERIAL_RANGE 1000000

/* Codes below are of the coast: the province was two before July 2025. */
#define HIGHLANDS_FROM "24000"

struct _TdDemoPeople
{
  const TdSamples *samples;
  GPtrArray *communes;     /* TdUnit; both borrowed from the samples */
  GPtrArray *bodies;       /* TdUnit */
  GPtrArray *mixed;        /* TdUnit: communes and bodies, shuffled */
  GHashTable *avoided;     /* names of real persons */
  guint32 serial_offset;   /* where the citizen ids begin */
  guint32 peoples_weights; /* sum */
};

/**
 * td_demo_people_new:
 * @samples: what they are made of; their units are stored already
 * @seed: another one gives other people
 *
 * Returns: (transfer full): a maker of people, which needs @samples
 */
TdDemoPeople *
td_demo_people_new (const TdSamples *samples, guint32 seed)
{
  TdDemoPeople *self = g_new0 (TdDemoPeople, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  self->samples = samples;
  self->avoided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->serial_offset = g_rand_int_range (rand, 0, SERIAL_RANGE);
  self->communes = g_ptr_array_new ();
  self->bodies = g_ptr_array_new ();
  self->mixed = g_ptr_array_new ();
  for (guint i = 1; i < samples->province->len; i++)
    g_ptr_array_add (self->communes, g_ptr_array_index (samples->province, i));
  for (guint i = 0; i < samples->bodies->len; i++)
    g_ptr_array_add (self->bodies, g_ptr_array_index (samples->bodies, i));
  g_ptr_array_extend (self->mixed, self->communes, NULL, NULL);
  g_ptr_array_extend (self->mixed, self->bodies, NULL, NULL);
  for (guint i = self->mixed->len - 1; i > 0; i--)
    {
      guint other = g_rand_int_range (rand, 0, i + 1);
      gpointer unit = self->mixed->pdata[i];

      self->mixed->pdata[i] = self->mixed->pdata[other];
      self->mixed->pdata[other] = unit;
    }
  for (guint i = 0; i < samples->peoples->len; i++)
    self->peoples_weights += ((TdSamplePeople *) g_ptr_array_index (samples->peoples, i))->weight;
  return self;
}

/**
 * td_demo_people_free:
 * @self: (transfer full): a maker of people
 */
void
td_demo_people_free (TdDemoPeople *self)
{
  g_ptr_array_unref (self->communes);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->mixed);
  g_hash_table_unref (self->avoided);
  g_free (self);
}

/**
 * td_demo_people_avoid:
 * @self: a maker of people
 * @name: (nullable): the name of somebody who exists, never to be given
 */
void
td_demo_people_avoid (TdDemoPeople *self, const char *name)
{
  if (name != NULL)
    g_hash_table_add (self->avoided, g_strdup (name));
}

/**
 * td_demo_people_pick_unit:
 * @self: a maker of people
 * @rand: chance
 *
 * Returns: (transfer none): a commune as often as anything else
 */
TdUnit *
td_demo_people_pick_unit (TdDemoPeople *self, GRand *rand)
{
  GPtrArray *units = g_rand_boolean (rand) ? self->communes : self->bodies;

  return g_ptr_array_index (units, g_rand_int_range (rand, 0, units->len));
}

static const char *
pick (const TdSampleWords *words, GRand *rand)
{
  return td_sample_words_pick (words, g_rand_int (rand));
}

/* "Y Bhiông Niê Kđăm", "H’Ăng Niê", "Ksor Y Krong" */
static char *
make_highland_name (TdDemoPeople *self, TdSampleSex sex, GRand *rand)
{
  guint number = g_rand_int_range (rand, 0, self->peoples_weights);
  const TdSamplePeople *people = NULL;
  const char *prefix, *given, *family;

  for (guint i = 0; i < self->samples->peoples->len; i++)
    {
      people = g_ptr_array_index (self->samples->peoples, i);
      if (number < people->weight)
        break;
      number -= people->weight;
    }
  prefix = pick (people->prefix[sex], rand);
  given = pick (people->given[sex], rand);
  family = pick (people->families, rand);
  return people->family_first ? g_strconcat (family, " ", prefix, given, NULL)
                              : g_strconcat (prefix, given, " ", family, NULL);
}

/* "Nguyễn Minh Minh" is nobody's name. */
static gboolean
ends_with_word (const char *text, const char *word)
{
  gsize length = strlen (text);
  gsize tail = strlen (word);

  return length >= tail && g_str_equal (text + length - tail, word) && (length == tail || text[length - tail - 1] == ' ');
}

static char *
make_name (TdDemoPeople *self, TdSampleSex sex, GRand *rand)
{
  const TdSampleNames *names = &self->samples->names[sex];

  for (;;)
    {
      g_autofree char *name = NULL;

      if (g_rand_int_range (rand, 0, 100) < 9)
        name = make_highland_name (self, sex, rand);
      else
        {
          const char *family = pick (names->family, rand);
          const char *middle = pick (names->middle, rand);
          const char *given = pick (names->given, rand);

          if (ends_with_word (middle, given) || g_str_equal (family, middle) || g_str_equal (family, given))
            continue;
          name = g_strconcat (family, " ", middle, " ", given, NULL);
        }
      if (!g_hash_table_contains (self->avoided, name))
        return g_steal_pointer (&name);
    }
}

static char *
make_residence (TdDemoPeople *self, TdUnit *commune, GRand *rand)
{
  const char *list = g_str_equal (commune->kind, "ward")           ? "ward_residences"
                     : strcmp (commune->code, HIGHLANDS_FROM) >= 0 ? "highland_residences"
                                                                   : "residences";

  return g_strdup_printf ("%s, %s", pick (td_samples_get_texts (self->samples, list), rand), commune->printed_name);
}

/* Twelve digits: the province, the century and the sex, the year of birth, a serial number. */
static char *
make_citizen_id (TdDemoPeople *self, guint serial, TdSampleSex sex, int year)
{
  guint64 number = ((guint64) serial * SERIAL_STEP + self->serial_offset) % SERIAL_RANGE;
  int century = (year / 100 - 19) * 2 + (sex == TD_SAMPLE_FEMALE ? 1 : 0);

  return g_strdup_printf (CITIZEN_PROVINCE "%d%02d%06u", century, year % 100, (guint) number);
}

/* As in an office's lists, a few have only a year, and a few no citizen id. */
static void
set_birth (TdDemoPeople *self, TdSubject *subject, guint serial, TdSampleSex sex, gboolean student, GRand *rand)
{
  int first = g_rand_int_range (rand, 1966, 2004);
  int second = g_rand_int_range (rand, 1966, 2004);
  int year = student ? g_rand_int_range (rand, 2008, 2011) : MIN (first, second); /* the young are fewer */
  int month = g_rand_int_range (rand, 1, 13);
  int day = g_rand_int_range (rand, 1, 29);
  int luck = g_rand_int_range (rand, 0, 100);
  g_autofree char *birth = luck < 2 ? g_strdup_printf ("%d", year)
                                    : g_strdup_printf ("%d-%02d-%02d", year, month, day);
  g_autofree char *citizen_id = luck >= 97 ? NULL : make_citizen_id (self, serial, sex, year);

  g_object_set (subject, "sex", sex == TD_SAMPLE_FEMALE ? "female" : "male", "birth", birth,
                "citizen-id", citizen_id, NULL);
}

/**
 * td_demo_people_make_person:
 * @self: a maker of people
 * @serial: no two persons have the same
 * @unit: (nullable): where the person works or lives; any when %NULL
 * @rand: chance
 *
 * Returns: (transfer full): somebody who does not exist
 */
TdSubject *
td_demo_people_make_person (TdDemoPeople *self, guint serial, TdUnit *unit, GRand *rand)
{
  TdSampleSex sex = g_rand_int_range (rand, 0, 100) < 45 ? TD_SAMPLE_FEMALE : TD_SAMPLE_MALE;
  TdSubject *subject = NULL;
  TdUnit *commune;
  const TdSampleWords *posts;
  const char *address_form = NULL;
  const char *post;
  gboolean student;
  g_autofree char *name = make_name (self, sex, rand);
  g_autofree char *residence = NULL;

  if (unit == NULL)
    unit = td_demo_people_pick_unit (self, rand);
  commune = unit->code != NULL ? unit : g_ptr_array_index (self->communes, g_rand_int_range (rand, 0, self->communes->len));
  residence = make_residence (self, commune, rand);
  student = g_str_has_prefix (unit->name, "Trường Trung học phổ thông") && g_rand_int_range (rand, 0, 4) == 0;
  posts = student ? td_samples_get_texts (self->samples, "student_posts") : g_hash_table_lookup (self->samples->posts, unit->kind);
  post = pick (posts, rand);
  if (student)
    address_form = "Em";
  else if (g_str_equal (unit->kind, "armed_forces"))
    address_form = pick (td_samples_get_texts (self->samples, "ranks"), rand);
  subject = g_object_new (TD_TYPE_SUBJECT, NULL);
  g_object_set (subject, "kind", "person", "name", name, "post", post, "address-form", address_form,
                "unit-id", td_entity_get_id (TD_ENTITY (unit)), "residence", residence, NULL);
  set_birth (self, subject, serial, sex, student, rand);
  return subject;
}

/**
 * td_demo_people_make_household:
 * @self: a maker of people
 * @rand: chance
 *
 * Returns: (transfer full): a household of some commune
 */
TdSubject *
td_demo_people_make_household (TdDemoPeople *self, GRand *rand)
{
  TdUnit *commune = g_ptr_array_index (self->communes, g_rand_int_range (rand, 0, self->communes->len));
  TdSampleSex sex = g_rand_int_range (rand, 0, 4) == 0 ? TD_SAMPLE_FEMALE : TD_SAMPLE_MALE;
  g_autofree char *head = make_name (self, sex, rand);
  g_autofree char *name = g_strdup_printf ("Hộ gia đình %s %s", sex == TD_SAMPLE_FEMALE ? "bà" : "ông", head);
  g_autofree char *residence = make_residence (self, commune, rand);

  return g_object_new (TD_TYPE_SUBJECT, "kind", "household", "name", name, "residence", residence,
                       "unit-id", td_entity_get_id (TD_ENTITY (commune)), NULL);
}

/**
 * td_demo_people_make_collective:
 * @self: a maker of people
 * @serial: counts the collectives from 0; the first hundreds differ
 *
 * Returns: (transfer full): a collective in some unit
 */
TdSubject *
td_demo_people_make_collective (TdDemoPeople *self, guint serial)
{
  TdUnit *unit = g_ptr_array_index (self->mixed, serial % self->mixed->len);
  const TdSampleWords *forms = g_hash_table_lookup (self->samples->collectives, unit->kind);
  guint round = serial / self->mixed->len;
  const char *form = td_sample_words_get (forms, (round + serial) % td_sample_words_get_n (forms));
  /* "xã Ea Kar" of "xã Ea Kar, tỉnh Đắk Lắk"; the province stands on the line below. */
  g_auto (GStrv) commune = unit->code != NULL ? g_strsplit (unit->printed_name, ", ", 2) : NULL;
  GString *name = g_string_new (form);
  g_autofree char *text = NULL;

  g_string_replace (name, "{unit}", commune != NULL ? commune[0] : unit->name, 0);
  text = g_string_free (name, FALSE);
  return g_object_new (TD_TYPE_SUBJECT, "kind", "collective", "name", text,
                       "unit-id", td_entity_get_id (TD_ENTITY (unit)), NULL);
}
