/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-verdict"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-verdict.h"

/* What is said of an authenticity code, in words. */

G_DEFINE_FINAL_TYPE (TdVerdict, td_verdict, G_TYPE_OBJECT)

static const struct
{
  const char *nick;
  const char *sentence;
  const char *advice;
} outcomes[] = {
  [TD_OUTCOME_GENUINE] = { "genuine", N_ ("Genuine."), N_ ("Compare what the code says with what is printed on the paper.") },
  [TD_OUTCOME_ALTERED] = { "altered", N_ ("Not genuine: the code was altered, or somebody else signed it."), N_ ("Nothing it says can be relied on.") },
  [TD_OUTCOME_UNKNOWN_KEY] = { "unknown-key", N_ ("Not proven: the key it was signed with is not known here."), N_ ("Ask the office named for its certificate, and compare its fingerprint on the telephone.") },
  [TD_OUTCOME_KEY_RETIRED] = { "key-retired", N_ ("Not genuine: it was signed when the key did not count any more."), N_ ("Ask the office named.") },
  [TD_OUTCOME_REVOKED] = { "revoked", N_ ("Revoked."), N_ ("The office has signed it, but has taken the certificate back.") },
  [TD_OUTCOME_NOT_IN_REGISTER] = { "not-in-register", N_ ("Not in the register: the office has signed it, but no such award stands in its register."), N_ ("Look for it under another number; if it is not there, ask who has signed it.") },
  [TD_OUTCOME_DIFFERS] = { "differs", N_ ("The register says something else."), N_ ("What stands in the register counts.") },
};

static void
difference_free (TdDifference *difference)
{
  g_free (difference->what);
  g_free (difference->stated);
  g_free (difference->registered);
  g_free (difference);
}

static void
td_verdict_finalize (GObject *object)
{
  TdVerdict *self = TD_VERDICT (object);

  g_clear_pointer (&self->claim, td_claim_free);
  g_free (self->key_code);
  g_free (self->key_name);
  g_free (self->note);
  g_ptr_array_unref (self->differences);
  G_OBJECT_CLASS (td_verdict_parent_class)->finalize (object);
}

static void
td_verdict_class_init (TdVerdictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_verdict_finalize;
}

static void
td_verdict_init (TdVerdict *self)
{
  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
}

/**
 * td_verdict_get_nick:
 * @self: a verdict
 *
 * Returns: the outcome as a word for programs, such as "genuine"
 */
const char *
td_verdict_get_nick (TdVerdict *self)
{
  return outcomes[self->outcome].nick;
}

/**
 * td_verdict_get_sentence:
 * @self: a verdict
 *
 * Returns: what came of it, translated
 */
const char *
td_verdict_get_sentence (TdVerdict *self)
{
  return _ (outcomes[self->outcome].sentence);
}

/**
 * td_verdict_get_advice:
 * @self: a verdict
 *
 * Returns: what to do now, translated
 */
const char *
td_verdict_get_advice (TdVerdict *self)
{
  return _ (outcomes[self->outcome].advice);
}

/**
 * td_verdict_add_difference:
 * @self: a verdict
 * @what: its name, translated
 * @stated: (nullable): what the code says
 * @registered: (nullable): what the register says
 */
void
td_verdict_add_difference (TdVerdict *self, const char *what, const char *stated, const char *registered)
{
  TdDifference *difference = g_new0 (TdDifference, 1);

  difference->what = g_strdup (what);
  difference->stated = g_strdup (stated);
  difference->registered = g_strdup (registered);
  g_ptr_array_add (self->differences, difference);
}

static void
append_line (GString *text, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s: %s\n", label, value);
}

static void
append_claim (GString *text, const TdClaim *claim)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, claim->register_number, claim->register_year);
  g_autofree char *date = claim->date != NULL ? td_date_to_display (claim->date) : NULL;
  g_autofree char *signed_on = claim->signed_on != NULL ? td_date_to_display (claim->signed_on) : NULL;

  append_line (text, _ ("Name"), claim->name);
  append_line (text, _ ("Post and unit"), claim->unit);
  append_line (text, _ ("Award form"), claim->form);
  append_line (text, _ ("Giver"), claim->giver);
  append_line (text, _ ("Decision"), claim->number);
  append_line (text, _ ("Date of the decision"), date);
  append_line (text, _ ("Register number"), number);
  append_line (text, _ ("Office"), claim->office);
  append_line (text, _ ("Signed on"), signed_on);
}

/**
 * td_verdict_dup_details:
 * @self: a verdict
 *
 * Returns: (transfer full): what the code says, who signed it, and in what the register differs; a line for
 *   each, translated. Of an altered one little is said
 */
char *
td_verdict_dup_details (TdVerdict *self)
{
  GString *text = g_string_new (NULL);

  if (self->outcome == TD_OUTCOME_ALTERED)
    {
      /* Whose name it bears and what it says would only mislead. */
      append_line (text, _ ("Key it names"), self->key_code);
      return g_string_free (text, FALSE);
    }
  append_line (text, _ ("Note"), self->note);
  for (guint i = 0; i < self->differences->len; i++)
    {
      const TdDifference *difference = g_ptr_array_index (self->differences, i);

      /* Translators: a field, then what the register says and what the code says */
      g_string_append_printf (text, _ ("%s: the register says “%s”, the code “%s”"), difference->what,
                              difference->registered != NULL ? difference->registered : "", difference->stated != NULL ? difference->stated : "");
      g_string_append_c (text, '\n');
    }
  append_claim (text, self->claim);
  append_line (text, _ ("Signed by"), self->key_name);
  append_line (text, _ ("Key"), self->key_code);
  if (self->outcome == TD_OUTCOME_GENUINE && !self->asked_register)
    g_string_append_printf (text, "%s\n", _ ("The register is not at hand: whether the award was revoked since, only the office named knows."));
  return g_string_free (text, FALSE);
}
