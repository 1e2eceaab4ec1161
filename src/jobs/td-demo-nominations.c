/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-demo-nominations"

#include "config.h"

#include "td-demo-nominations.h"

/* Which nominations the demo office has. The first ones go into the decision: all for the
 * certificate of the province's chair under one plan. Of the others, three break a rule each, so
 * that the checks have something to show. */

/* Places in the list of those decided. */
#define POSTHUMOUS      2
#define COLLECTIVE_EACH 10
#define HOUSEHOLD_EACH  25

/* Places in the list of those not decided. */
enum
{
  ENDED_UNIT,
  BARRED_BY_PLAN,
  WITHOUT_WORDING,
  WITHOUT_SEX,
};

static gint64
id_of (gpointer entity)
{
  return td_entity_get_id (TD_ENTITY (entity));
}

static TdSubject *
make_subject (const TdDemoOffice *office, guint number, TdUnit *unit, GRand *rand)
{
  if (unit == NULL && number % COLLECTIVE_EACH == 1)
    return td_demo_people_make_collective (office->people, number / COLLECTIVE_EACH);
  if (unit == NULL && number % HOUSEHOLD_EACH == 7)
    return td_demo_people_make_household (office->people, rand);
  return td_demo_people_make_person (office->people, number, unit, rand);
}

static void
set_terms (TdNomination *nomination, const TdDemoOffice *office, TdDemoPlan plan, gboolean by_director, const char *wording)
{
  g_object_set (nomination, "plan-id", office->plans[plan],
                "award-form", by_director ? "Giấy khen" : "Bằng khen",
                "giver-id", id_of (g_ptr_array_index (office->samples->givers, by_director ? 1 : 0)),
                "kind", "movement", "achievement", wording, NULL);
}

static const char *
pick_wording (const TdDemoOffice *office, GRand *rand)
{
  if (g_rand_int_range (rand, 0, 100) < 97)
    return td_samples_get_text (office->samples, "wording");
  return td_sample_words_pick (td_samples_get_texts (office->samples, "other_wordings"), g_rand_int (rand));
}

static TdSubject *
make_decided (const TdDemoOffice *office, guint number, GRand *rand, TdNomination *nomination)
{
  /* The posthumous post is one of a commune. */
  TdUnit *unit = number == POSTHUMOUS ? g_ptr_array_index (office->samples->province, 1) : NULL;
  TdSubject *subject = make_subject (office, number, unit, rand);

  set_terms (nomination, office, TD_DEMO_PLAN_CONGRESS, FALSE, pick_wording (office, rand));
  if (number == POSTHUMOUS)
    {
      g_object_set (subject, "post", td_samples_get_text (office->samples, "posthumous_post"), NULL);
      g_object_set (nomination, "posthumous", TRUE, "kind", "sudden",
                    "achievement", td_samples_get_text (office->samples, "posthumous_wording"), NULL);
    }
  return subject;
}

static TdSubject *
make_blocked (const TdDemoOffice *office, guint place, guint number, GRand *rand, TdNomination *nomination)
{
  TdSubject *subject = td_demo_people_make_person (office->people, number, NULL, rand);
  const char *wording = pick_wording (office, rand);

  if (place == ENDED_UNIT)
    {
      g_object_unref (subject);
      subject = g_object_new (TD_TYPE_SUBJECT, "kind", "collective",
                              "name", td_samples_get_text (office->samples, "ended_collective"),
                              "unit-id", id_of (office->samples->ended), NULL);
    }
  if (place == WITHOUT_SEX)
    g_object_set (subject, "sex", NULL, "address-form", NULL, NULL);
  set_terms (nomination, office, place == BARRED_BY_PLAN ? TD_DEMO_PLAN_SON_LA : TD_DEMO_PLAN_CONGRESS, FALSE,
             place == WITHOUT_WORDING ? NULL : wording);
  return subject;
}

static TdSubject *
make_open (const TdDemoOffice *office, guint number, GRand *rand, TdNomination *nomination)
{
  gboolean by_director = number % 4 == 0;
  TdSubject *subject;

  /* The director gives to his own people; the department stands first. */
  subject = make_subject (office, number, by_director ? g_ptr_array_index (office->samples->bodies, 0) : NULL, rand);
  switch (number % 4)
    {
    case 1:
      set_terms (nomination, office, TD_DEMO_PLAN_GROWTH, FALSE, td_samples_get_text (office->samples, "growth_wording"));
      break;
    case 2:
      set_terms (nomination, office, TD_DEMO_PLAN_GROWTH, FALSE, td_samples_get_text (office->samples, "merit_wording"));
      g_object_set (nomination, "kind", "merit", "period-from", "2021", "period-to", "2025", NULL);
      break;
    default:
      set_terms (nomination, office, TD_DEMO_PLAN_CONGRESS, by_director, pick_wording (office, rand));
    }
  return subject;
}

/**
 * td_demo_nomination_make:
 * @office: what is stored already
 * @number: which nomination, from 0
 * @rand: chance
 * @subject: (out) (transfer full): for whom, not stored yet
 *
 * Returns: (transfer full): the nomination, without its subject's id
 */
TdNomination *
td_demo_nomination_make (const TdDemoOffice *office, guint number, GRand *rand, TdSubject **subject)
{
  TdNomination *nomination = g_object_new (TD_TYPE_NOMINATION, NULL);

  if (number < office->n_decided)
    *subject = make_decided (office, number, rand, nomination);
  else if (number - office->n_decided <= WITHOUT_SEX)
    *subject = make_blocked (office, number - office->n_decided, number, rand, nomination);
  else
    *subject = make_open (office, number, rand, nomination);
  g_object_set (nomination, "unit-id", (*subject)->unit_id, "post", (*subject)->post, "state", "new",
                "position", (gint64) number + 1, NULL);
  return nomination;
}
