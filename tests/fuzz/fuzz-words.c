/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-citizen-id.h"
#include "td-collation.h"
#include "td-date.h"
#include "td-entry-paste.h"
#include "td-event-words.h"
#include "td-fuzz.h"
#include "td-legacy.h"
#include "td-length.h"
#include "td-name.h"
#include "td-number.h"
#include "td-plan-words.h"
#include "td-speech-words.h"
#include "td-syllable.h"
#include "td-text.h"
#include "td-tone.h"
#include "td-underlay-marks.h"

/* A few words of a cell, of an entry or of what was chosen in a plan: everything that is made of them. */

static void
look_at (char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  g_free (text);
}

static void
look_at_numbers (const char *text)
{
  TdCitizenId id;
  gint64 a, b;

  if (td_number_parse (text, &a))
    {
      look_at (td_number_to_words (a));
      look_at (td_number_to_display (a));
    }
  if (td_length_parse (text, &a))
    {
      g_autofree char *again = td_length_to_display (a);

      g_assert_true (td_length_parse (again, &b) && a == b);
    }
  td_length_parse_sheet (text, &a, &b);
  td_citizen_id_parse (text, &id);
  g_assert_nonnull (memchr (id.number, '\0', sizeof id.number));
}

static void
look_at_day (char *day)
{
  if (day != NULL)
    {
      g_assert_true (td_date_is_valid (day));
      look_at (td_date_to_display (day));
      look_at (td_date_to_words (day));
    }
  g_free (day);
}

static void
look_at_dates (const char *text)
{
  TdDateDoubt doubts;
  TdPlanPrecision precision;

  look_at_day (td_date_parse (text));
  look_at_day (td_date_read (text, 2026, &doubts));
  look_at (td_plan_words_to_date (text, &precision));
}

static void
look_at_names (const char *text)
{
  TdNameFlaws flaws;
  g_autofree char *clean = td_name_clean (text, &flaws);
  g_autofree char *again = td_name_clean (clean, &flaws);

  /* What is clean stays as it is. */
  g_assert_cmpstr (clean, ==, again);
  look_at (td_name_proper_case (text));
  look_at (td_name_key (text));
  look_at (td_name_compact_key (text));
  td_name_compare (text, clean);
  look_at (td_name_sort_text (text));
}

static void
look_at_text (const char *text)
{
  static TdSpeech *speech;
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *normal = td_text_normalize (text);
  gboolean own_end;

  if (speech == NULL)
    speech = td_speech_words_load (NULL);
  look_at (td_speech_read (speech, normal, doubts));
  look_at (td_text_fold (text));
  look_at (td_text_words (text));
  look_at (td_text_lent_words (text));
  look_at (td_text_query_words (text));
  td_text_matches (normal, text);
  td_syllable_is_vietnamese (text);
  td_syllable_is_pronounceable (text);
  look_at (td_tone_place (text, TD_TONE_PLACEMENT_OLD));
  look_at (td_tone_place (text, TD_TONE_PLACEMENT_NEW));
  for (TdLegacyEncoding encoding = TD_LEGACY_NONE; encoding <= TD_LEGACY_VNI; encoding++)
    look_at (td_legacy_convert (text, encoding));
  td_legacy_guess (text);
  td_legacy_from_font (text);
  look_at (td_plan_words_to_text (text));
  look_at (td_plan_words_find_partners (text));
  look_at (td_event_words_read (text, &own_end));
}

static void
look_at_pasted (const char *text)
{
  gboolean more;
  g_autoptr (GPtrArray) lines = td_entry_paste_split (text, &more);
  g_autoptr (GArray) marks = td_underlay_marks_read (text);

  g_assert_cmpuint (lines->len, <=, TD_ENTRY_PASTE_MAX);
  for (guint i = 0; i < lines->len; i++)
    for (char **cell = g_ptr_array_index (lines, i); *cell != NULL; cell++)
      g_assert_true (g_utf8_validate (*cell, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, size);

  look_at_numbers (text);
  look_at_dates (text);
  look_at_names (text);
  look_at_text (text);
  look_at_pasted (text);
  return 0;
}
