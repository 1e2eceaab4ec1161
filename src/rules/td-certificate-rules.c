/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-rules"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-certificate-proposals.h"
#include "td-certificate-rules.h"
#include "td-text.h"

/* What is looked at before certificates are printed. The texts are never corrected silently: each case is
 * shown, and mended or signed off by a person. */

/* What no signature can make right: the sheet would be a lie or cannot come out. All else a named person may
 * let pass, since a wrong finding must never stop an office on the evening before a ceremony. */
static const char *const never_signed_off[] = {
  "decision-empty",
  "award-not-issued",
  "award-printed",
  "award-in-batch",
  "award-not-printed",
  "award-revoked",
  "page-unknown",
  "page-size",
  "page-sizes",
  "spoil-reason",
  "stock-words",
  "stock-form",
  "stock-short",
  "stock-other-size",
  "calibration-other-size",
  "certificate-preprinted-differs",
  NULL,
};

/**
 * td_certificate_rules_may_sign_off:
 * @finding: what preflight has found
 *
 * Returns: whether a named person may let it pass
 */
gboolean
td_certificate_rules_may_sign_off (const TdFinding *finding)
{
  return !g_strv_contains (never_signed_off, finding->rule) && !g_str_has_prefix (finding->rule, "printer-") && !g_str_has_prefix (finding->rule, "batch-");
}

static void
add (GPtrArray *findings, const TdCertificateCase *what, const char *title, TdFinding *finding)
{
  const TdAward *award = what->award;
  g_autofree char *where = title != NULL ? g_strdup_printf ("%s – %s", award->subject_name, title) : g_strdup (award->subject_name);

  g_ptr_array_add (findings, td_finding_at (finding, where, td_entity_get_id ((TdEntity *) award), 0));
}

/* Spaces */

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

static gboolean
has_strange_spaces (const char *text)
{
  gunichar before = ' ';

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_space (c) && is_space (before))
        return TRUE;
      if (c < 0x80 && strchr (",.;:)!?", (int) c) != NULL && is_space (before))
        return TRUE;
      if (before == '(' && is_space (c))
        return TRUE;
      before = c;
    }
  return *text != '\0' && is_space (before);
}

/* Capitals */

typedef struct
{
  const char *from, *to;
  guint n_letters, n_upper;
  gboolean first_upper;
} Shape;

/* A name is written in pieces: H’Ăng, Nguyễn-Phương. */
static gboolean
divides (gunichar c)
{
  return !g_unichar_isalpha (c) && !g_unichar_ismark (c);
}

static Shape
look_at_piece (const char *from, const char *to)
{
  Shape shape = { .from = from, .to = to };

  for (const char *at = from; at < to; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c))
        continue;
      shape.first_upper |= shape.n_letters == 0 && g_unichar_isupper (c);
      shape.n_upper += g_unichar_isupper (c) != 0;
      shape.n_letters++;
    }
  return shape;
}

typedef gboolean (*PieceFunc) (const Shape *shape, gpointer user_data);

static gboolean
any_piece (const char *text, PieceFunc func, gpointer user_data)
{
  const char *from = NULL;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gboolean ends = *at == '\0' || divides (g_utf8_get_char (at));

      if (from == NULL && !ends)
        from = at;
      if (from != NULL && ends)
        {
          Shape shape = look_at_piece (from, at);

          if (func (&shape, user_data))
            return TRUE;
          from = NULL;
        }
      if (*at == '\0')
        return FALSE;
    }
}

static gboolean
is_slip (const Shape *shape, gpointer user_data)
{
  return td_certificate_is_slip (shape->from, shape->to);
}

typedef struct
{
  guint n_capital, n_shouted, n_small;
} Name;

static gboolean
count_piece (const Shape *shape, gpointer user_data)
{
  Name *name = user_data;

  if (shape->n_letters == 0)
    return FALSE;
  name->n_small += !shape->first_upper;
  name->n_shouted += shape->n_letters > 1 && shape->n_upper == shape->n_letters;
  name->n_capital += shape->n_letters > 1 && shape->n_upper < shape->n_letters;
  return FALSE;
}

/* Every piece of a person's name begins with a capital, and either all of them are shouted or none. Names of
 * foreigners have their own ways ("van der Berg"). */
static gboolean
is_strange_name (const TdSubject *subject, const char *printed)
{
  g_autofree char *as_printed = td_certificate_find_name (printed, subject->name);
  Name name = { 0 };

  if (g_strcmp0 (subject->kind, "person") != 0 || (subject->nationality != NULL && *subject->nationality != '\0'))
    return FALSE;
  any_piece (as_printed != NULL ? as_printed : subject->name, count_piece, &name);
  return name.n_small > 0 || (name.n_shouted > 0 && name.n_capital > 0);
}

/* Twice the same */

static const char *const place_kinds[] = { "tinh ", "thanh pho ", "xa ", "phuong ", "dac khu ", "thon ", "to dan pho ", "buon ", "huyen ", "quan ", "thi xa ", "thi tran ", NULL };

static const char *
skip_kind (const char *folded)
{
  for (guint i = 0; place_kinds[i] != NULL; i++)
    if (g_str_has_prefix (folded, place_kinds[i]))
      return folded + strlen (place_kinds[i]);
  return folded;
}

/* "Đắk Lắk, tỉnh Đắk Lắk", "tỉnh Đắk Lắk, tỉnh Đắk Lắk"; but "phường Sơn La, tỉnh Sơn La" are two places. */
static gboolean
says_twice (const char *left, const char *right)
{
  const char *bare_left = skip_kind (left);
  const char *bare_right = skip_kind (right);

  if (*left == '\0')
    return FALSE;
  return g_str_equal (left, right) || (g_str_equal (bare_left, bare_right) && (bare_left == left || bare_right == right));
}

static gboolean
repeats_itself (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *folded = td_text_fold (parts[i]);

      g_free (parts[i]);
      parts[i] = g_strstrip (folded);
      if (i > 0 && says_twice (parts[i - 1], parts[i]))
        return TRUE;
    }
  return FALSE;
}

/* What is proposed for one part is the same whichever slip is looked at: mended once, all is mended. */
static TdFinding *
propose (TdFinding *finding, const TdCertificateText *piece)
{
  g_autofree char *proposal = td_certificate_propose_text (piece->source != NULL ? piece->source : piece->text);

  return td_finding_with_part (finding, piece->part, proposal);
}

static void
check_text (const TdCertificateCase *what, const TdCertificateText *piece, GPtrArray *findings)
{
  const char *text = piece->text;

  if (text == NULL || *text == '\0')
    return;
  if (has_strange_spaces (text))
    add (findings, what, piece->title, propose (td_finding_new ("certificate-spaces", TD_SEVERITY_WARNING, _ ("There are two spaces, or a space where none belongs: “%s”"), text), piece));
  if (any_piece (text, is_slip, NULL) || g_unichar_islower (g_utf8_get_char (text)))
    add (findings, what, piece->title, propose (td_finding_new ("certificate-capitals", TD_SEVERITY_WARNING, _ ("Capitals stand where none belong, or are missing: “%s”"), text), piece));
  if (repeats_itself (text))
    add (findings, what, piece->title, propose (td_finding_new ("certificate-repeats", TD_SEVERITY_WARNING, _ ("It says the same twice: “%s”"), text), piece));
}

/* Address. Ông and Bà come from the entered sex, never from name or post; a rank replaces them. */

static gboolean
has_word (const char *text, const char *word)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (small, " ,/\n", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static gboolean
begins_with (const char *text, const char *word)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  gsize length = strlen (word);

  return g_str_has_prefix (small, word) && (small[length] == ' ' || small[length] == '/' || small[length] == '\n');
}

static char *
dup_plain (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \n\t", -1);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (plain, "%s%s", plain->len > 0 ? " " : "", words[i]);
  return g_string_free (plain, FALSE);
}

static gboolean
begins_alike (const char *printed, const char *name)
{
  g_autofree char *left = dup_plain (printed);
  g_autofree char *right = dup_plain (name);

  return g_str_has_prefix (left, right);
}

/* What is printed is made of the printed name of the award, unless it was arranged for this certificate. */
static const char *
get_name_part (const TdCertificateCase *what)
{
  return what->n_texts > 0 ? what->texts[0].part : TD_CERTIFICATE_PART_NAME;
}

static const char *
get_name (const TdCertificateCase *what)
{
  return what->n_texts > 0 && what->texts[0].source != NULL ? what->texts[0].source : what->printed_name;
}

/* The address that is printed is mended in the printed name, or by entering the sex. */
static TdFinding *
propose_address (const TdCertificateCase *what, TdFinding *finding, const char *sex)
{
  g_autofree char *proposal = td_certificate_propose_address (get_name (what), sex);

  return td_finding_with_part (finding, get_name_part (what), proposal);
}

static void
check_address (const TdCertificateCase *what, GPtrArray *findings)
{
  const TdSubject *subject = what->subject;
  const char *printed = what->printed_name;
  gboolean bare = begins_alike (printed, subject->name); /* Ông is a family name too */
  gboolean man = !bare && begins_with (printed, "ông"), woman = !bare && begins_with (printed, "bà");
  gboolean person = g_strcmp0 (subject->kind, "person") == 0;
  gboolean twice = (man && begins_with (printed, "ông ông") && !begins_with (subject->name, "ông")) || begins_with (printed, "bà bà");

  if (twice || begins_with (printed, "ông bà") || begins_with (printed, "ông/bà"))
    add (findings, what, NULL, propose_address (what, td_finding_new ("certificate-address", TD_SEVERITY_WARNING, _ ("The address is doubtful: “%s”"), printed), subject->sex));
  else if (person && ((man && g_strcmp0 (subject->sex, "female") == 0) || (woman && g_strcmp0 (subject->sex, "male") == 0)))
    add (findings, what, NULL, propose_address (what, td_finding_new ("certificate-address", TD_SEVERITY_WARNING, _ ("The address does not fit the sex that is entered: “%s”"), printed), subject->sex));
  else if (person && (man || woman) && subject->sex == NULL)
    add (findings, what, NULL, td_finding_with_part (td_finding_new ("certificate-address", TD_SEVERITY_WARNING, _ ("The sex is not entered, yet the certificate says “%s”"), printed), TD_CERTIFICATE_PART_SEX, NULL));
  else if (person && !man && !woman && subject->address_form == NULL && subject->sex != NULL)
    add (findings, what, NULL, propose_address (what, td_finding_new ("certificate-address", TD_SEVERITY_WARNING, _ ("Ông or Bà is missing: “%s”"), printed), subject->sex));
  else if (person && !man && !woman && subject->address_form == NULL)
    add (findings, what, NULL, td_finding_with_part (td_finding_new ("certificate-address", TD_SEVERITY_WARNING, _ ("Ông or Bà is missing: the sex is not entered.")), TD_CERTIFICATE_PART_SEX, NULL));
  else if (g_strcmp0 (subject->kind, "collective") == 0 && (man || woman))
    add (findings, what, NULL, propose_address (what, td_finding_new ("certificate-address", TD_SEVERITY_WARNING, _ ("A collective is addressed like a person: “%s”"), printed), NULL));
  if (g_strcmp0 (subject->kind, "household") == 0 && !has_word (printed, "hộ") && !has_word (printed, "gia"))
    add (findings, what, NULL, td_finding_with_part (td_finding_new ("certificate-address", TD_SEVERITY_WARNING, _ ("Nothing says that this is a household: “%s”"), printed), get_name_part (what), NULL));
}

/* Line breaks, capitals and the address may differ from what was decided; the name may not. */
static void
check_name (const TdCertificateCase *what, GPtrArray *findings)
{
  g_autofree char *printed = dup_plain (what->printed_name);
  g_autofree char *decided = dup_plain (what->award->subject_name);
  g_autofree char *proposal = NULL;

  /* what was arranged for this certificate is held against the decision on its page */
  if (strstr (printed, decided) == NULL && (get_name_part (what) == NULL || g_str_equal (get_name_part (what), TD_CERTIFICATE_PART_NAME)))
    add (findings, what, NULL, td_finding_with_part (td_finding_new ("certificate-name-differs", TD_SEVERITY_WARNING, _ ("The decision names “%s”, the certificate “%s”."), what->award->subject_name, what->printed_name), get_name_part (what), NULL));
  if (!is_strange_name (what->subject, what->printed_name))
    return;
  proposal = td_certificate_propose_name (get_name (what), what->subject->name);
  add (findings, what, NULL, td_finding_with_part (td_finding_new ("certificate-capitals", TD_SEVERITY_WARNING, _ ("The name is not written with capitals as names are: “%s”"), what->printed_name), get_name_part (what), proposal));
}

static gboolean
lacks (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
check_decision (const TdCertificateCase *what, GPtrArray *findings)
{
  const TdDecision *decision = what->decision;

  if (g_strcmp0 (decision->state, "issued") != 0)
    return; /* number, date and register number come at issue; the sheet says BẢN THỬ */
  if (lacks (decision->number) || lacks (decision->date))
    add (findings, what, NULL, td_finding_new ("certificate-decision-number", TD_SEVERITY_BLOCK, _ ("The decision has no number or no date.")));
  if (what->award->register_number == 0)
    add (findings, what, NULL, td_finding_new ("certificate-register-number", TD_SEVERITY_BLOCK, _ ("The number in the golden register is missing.")));
}

/**
 * td_certificate_rules_check:
 * @what: a certificate
 * @findings: (element-type TdFinding): gets what is found
 *
 * Looks at what one certificate says: spaces, capitals, the address, the name against the decision, places
 * named twice, numbers that should be there.
 */
void
td_certificate_rules_check (const TdCertificateCase *what, GPtrArray *findings)
{
  g_return_if_fail (what->decision != NULL && what->award != NULL && what->subject != NULL);

  if (what->award->revocation_id != 0)
    add (findings, what, NULL, td_finding_new ("award-revoked", TD_SEVERITY_BLOCK, _ ("The award was revoked by %s: its certificate is not printed."), what->award->revoked_by));
  for (guint i = 0; i < what->n_texts; i++)
    check_text (what, &what->texts[i], findings);
  if (!lacks (what->printed_name))
    {
      check_address (what, findings);
      check_name (what, findings);
    }
  check_decision (what, findings);
}

/* Ten thousand texts are held against one another by what they come to. */
static gint64
digest (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 bytes[32];
  gsize size = sizeof bytes;
  gint64 value;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, bytes, &size);
  memcpy (&value, bytes, sizeof value);
  return value;
}

/**
 * td_certificate_rules_mark:
 * @award: what a certificate is for
 *
 * Returns: what td_certificate_rules_check_double() knows it by
 */
TdCertificateMark
td_certificate_rules_mark (const TdAward *award)
{
  g_autofree char *name = dup_plain (award->printed_name != NULL ? award->printed_name : award->subject_name);
  g_autofree char *texts = g_strdup_printf ("%s\n%s\n%s\n%s", award->award_form, name, award->post != NULL ? award->post : "", award->unit_name != NULL ? award->unit_name : "");
  g_autofree char *record = g_strdup_printf ("%s\n%" G_GINT64_FORMAT, award->award_form, award->subject_id);

  return (TdCertificateMark){ digest (texts), digest (record) };
}

/**
 * td_certificate_rules_check_double:
 * @seen: (element-type gint64): set of the marks before it, made with g_int64_hash(); takes this one, which must stay as
 *   long
 * @mark: of a certificate
 *
 * One subject gets one certificate of a form; two sheets with one text are made by mistake, or for two people
 * whom nobody will be able to tell apart.
 *
 * Returns: (transfer full) (nullable): what is found
 */
TdFinding *
td_certificate_rules_check_double (GHashTable *seen, const TdCertificateMark *mark)
{
  gboolean twice = !g_hash_table_add (seen, (gpointer) &mark->record);
  gboolean alike = !g_hash_table_add (seen, (gpointer) &mark->texts);

  if (!twice && !alike)
    return NULL;
  return td_finding_new ("certificate-doubled", TD_SEVERITY_WARNING, "%s", twice ? _ ("This recipient is in the list twice.") : _ ("Another certificate says the same: one person twice, or two whom nobody can tell apart."));
}
