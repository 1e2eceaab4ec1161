/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-speech-words"

#include "config.h"

#include "td-data.h"
#include "td-speech-words.h"

/* Reads data/catalogue/abbreviations.txt. */

/**
 * td_speech_words_parse:
 * @text: lines "UBND = Ủy ban nhân dân"; one with "?" before it is doubtful; "//" begins a comment
 *
 * Returns: (transfer full): a reader that knows them; lines that say nothing are passed over
 */
TdSpeech *
td_speech_words_parse (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  TdSpeech *speech = td_speech_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean doubtful = lines[i][0] == '?';
      g_auto (GStrv) sides = g_strsplit (lines[i] + (doubtful ? 1 : 0), "=", 2);

      if (g_str_has_prefix (lines[i], "//") || sides[0] == NULL || sides[1] == NULL)
        continue;
      if (*g_strstrip (sides[0]) != '\0' && *g_strstrip (sides[1]) != '\0')
        td_speech_add (speech, sides[0], sides[1], doubtful);
    }
  return speech;
}

/**
 * td_speech_words_load:
 * @error: return location
 *
 * Returns: (transfer full): a reader with the abbreviations the program ships
 */
TdSpeech *
td_speech_words_load (GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/abbreviations.txt", error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return td_speech_words_parse (text);
}
