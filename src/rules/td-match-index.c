/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-match-index"

#include "config.h"

#include <string.h>

#include "td-match-index.h"
#include "td-match-keys.h"

/* Keys are filed in one array of numbers: hash of the key, place of the record. It has three parts: most of it sorted,
 * behind that what was added since, sorted too, and a few that wait and are looked through. So an import may add
 * each row it takes and find it again in the next. */

/* Of a heap of namesakes this many are looked at, and this many of the best are compared in full. */
#define MAX_HEAP     1024
#define MAX_COMPARED 24

/* So many waiting keys are looked through quicker than they are sorted. */
#define MAX_WAITING 2048

/* How much of the sorted part may be added before all is sorted again. */
#define RECENT_SHARE 8
#define MIN_RECENT   65536

#define SORTED_BY_INSERTION 24

/* Where the entries of a hash's first bits begin is noted, so that few are searched. */
#define FIRST_BITS 16
#define N_STARTS   (1 << FIRST_BITS)

typedef guint64 Entry; /* hash, place */

typedef struct
{
  gint64 id;
  gint64 parent_unit_id;
  gsize text;  /* where its texts begin */
  guint units; /* where its units begin */
  guint n_units;
} Record;

/* What is stored of a record's texts, each with a zero at its end; other names follow, then an empty one. */
enum
{
  TEXT_KIND,
  TEXT_NAME,
  TEXT_BIRTH,
  TEXT_SEX,
  TEXT_CITIZEN_ID,
  TEXT_RESIDENCE,
  N_TEXTS,
};

typedef struct
{
  guint32 place;
  guint32 weight;
} Found;

struct _TdMatchIndex
{
  GArray *records; /* Record */
  GByteArray *texts;
  GArray *units;   /* gint64; records with the units of the one before share them */
  GArray *entries; /* Entry */
  guint *starts;   /* of the main part, by the first bits; and where it ends */
  guint n_main;    /* sorted */
  guint n_sorted;  /* from n_main on sorted again */
  GArray *keys;    /* TdMatchKey, of the record at hand */
  GArray *found;   /* Found, of the question at hand */
  GArray *weights; /* guint32 by place: what the question at hand has in common with it */
};

/**
 * td_match_index_new:
 *
 * Returns: (transfer full): an empty index
 */
TdMatchIndex *
td_match_index_new (void)
{
  TdMatchIndex *self = g_new0 (TdMatchIndex, 1);

  self->records = g_array_new (FALSE, FALSE, sizeof (Record));
  self->texts = g_byte_array_new ();
  self->units = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->keys = g_array_new (FALSE, FALSE, sizeof (TdMatchKey));
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  self->weights = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->starts = g_new0 (guint, N_STARTS + 1);
  return self;
}

/**
 * td_match_index_free:
 * @self: (transfer full): an index
 */
void
td_match_index_free (TdMatchIndex *self)
{
  g_array_unref (self->records);
  g_byte_array_unref (self->texts);
  g_array_unref (self->units);
  g_array_unref (self->entries);
  g_array_unref (self->keys);
  g_array_unref (self->found);
  g_array_unref (self->weights);
  g_free (self->starts);
  g_free (self);
}

static void
append_text (TdMatchIndex *self, const char *text)
{
  if (text == NULL)
    text = "";
  g_byte_array_append (self->texts, (const guint8 *) text, strlen (text) + 1);
}

/* Lists come unit by unit, so that looking back one record saves most. */
static guint
keep_units (TdMatchIndex *self, const TdMatchSide *side)
{
  const Record *last = self->records->len > 0 ? &g_array_index (self->records, Record, self->records->len - 1) : NULL;
  guint start = self->units->len;

  if (last != NULL && last->n_units == side->n_unit_ids
      && (side->n_unit_ids == 0
          || memcmp (&g_array_index (self->units, gint64, last->units), side->unit_ids, side->n_unit_ids * sizeof (gint64)) == 0))
    return last->units;
  if (side->n_unit_ids > 0)
    g_array_append_vals (self->units, side->unit_ids, side->n_unit_ids);
  return start;
}

/**
 * td_match_index_add:
 * @self: an index
 * @side: a record, which is copied
 * @id: what it is called in answers
 */
void
td_match_index_add (TdMatchIndex *self, const TdMatchSide *side, gint64 id)
{
  Record record = { .id = id, .parent_unit_id = side->parent_unit_id, .text = self->texts->len, .n_units = side->n_unit_ids };
  guint32 place = self->records->len;

  record.units = keep_units (self, side);
  append_text (self, side->kind);
  append_text (self, side->name);
  append_text (self, side->birth);
  append_text (self, side->sex);
  append_text (self, side->citizen_id);
  append_text (self, side->residence);
  for (guint i = 0; side->other_names != NULL && side->other_names[i] != NULL; i++)
    if (*side->other_names[i] != '\0')
      append_text (self, side->other_names[i]);
  append_text (self, NULL);
  g_array_append_val (self->records, record);

  g_array_set_size (self->keys, 0);
  td_match_keys_file (side, self->keys);
  for (guint i = 0; i < self->keys->len; i++)
    {
      Entry entry = (guint64) g_array_index (self->keys, TdMatchKey, i).hash << 32 | place;

      g_array_append_val (self->entries, entry);
    }
}

static void
sort_by_insertion (Entry *entries, gsize n)
{
  for (gsize i = 1; i < n; i++)
    {
      Entry entry = entries[i];
      gsize at = i;

      for (; at > 0 && entries[at - 1] > entry; at--)
        entries[at] = entries[at - 1];
      entries[at] = entry;
    }
}

/* Sorts in place by the byte at @shift, then each heap by the next: the hashes are even, so few rounds do. */
static void
sort_by_bytes (Entry *entries, gsize n, guint shift)
{
  gsize first[257] = { 0 };
  gsize next[256];

  if (n <= SORTED_BY_INSERTION)
    {
      sort_by_insertion (entries, n);
      return;
    }
  for (gsize i = 0; i < n; i++)
    first[((entries[i] >> shift) & 0xff) + 1]++;
  for (guint b = 0; b < 256; b++)
    {
      first[b + 1] += first[b];
      next[b] = first[b];
    }
  for (guint b = 0; b < 256; b++)
    while (next[b] < first[b + 1])
      {
        Entry entry = entries[next[b]];
        guint belongs = (entry >> shift) & 0xff;

        if (belongs == b)
          next[b]++;
        else
          {
            entries[next[b]] = entries[next[belongs]];
            entries[next[belongs]++] = entry;
          }
      }
  for (guint b = 0; shift > 0 && b < 256; b++)
    if (first[b + 1] - first[b] > 1)
      sort_by_bytes (entries + first[b], first[b + 1] - first[b], shift - 8);
}

/* Merges the sorted waiting entries into the recent ones, from the end on. */
static void
merge_waiting (TdMatchIndex *self)
{
  Entry *entries = (Entry *) (gpointer) self->entries->data;
  guint n_waiting = self->entries->len - self->n_sorted;
  g_autofree Entry *waiting = g_memdup2 (entries + self->n_sorted, n_waiting * sizeof (Entry));
  gsize recent = self->n_sorted, to = self->entries->len;

  while (n_waiting > 0)
    if (recent > self->n_main && entries[recent - 1] > waiting[n_waiting - 1])
      entries[--to] = entries[--recent];
    else
      entries[--to] = waiting[--n_waiting];
}

static void
sort_all (TdMatchIndex *self)
{
  Entry *entries = (Entry *) (gpointer) self->entries->data;
  guint n = 0;

  self->n_main = self->entries->len;
  sort_by_bytes (entries, self->n_main, 56);
  for (guint i = 0; i <= N_STARTS; i++)
    {
      while (n < self->n_main && entries[n] >> (64 - FIRST_BITS) < i)
        n++;
      self->starts[i] = n;
    }
}

static void
sort_waiting (TdMatchIndex *self)
{
  Entry *entries = (Entry *) (gpointer) self->entries->data;
  guint n = self->entries->len;

  if (n - self->n_sorted <= MAX_WAITING)
    return;
  if (n - self->n_main > MAX (MIN_RECENT, self->n_main / RECENT_SHARE))
    sort_all (self);
  else
    {
      sort_by_bytes (entries + self->n_sorted, n - self->n_sorted, 56);
      merge_waiting (self);
    }
  self->n_sorted = n;
}

/* The first entry of a hash, or after where it would be, from @low to before @high. */
static gsize
find_first (const Entry *entries, gsize low, gsize high, guint32 hash)
{
  Entry wanted = (guint64) hash << 32;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (entries[middle] < wanted)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
take_entry (TdMatchIndex *self, Entry entry, guint weight)
{
  guint32 place = (guint32) entry;
  guint32 *sum = &g_array_index (self->weights, guint32, place);

  if (*sum == 0)
    {
      Found found = { place, 0 };

      g_array_append_val (self->found, found);
    }
  *sum += weight;
}

static void
collect_sorted (TdMatchIndex *self, const TdMatchKey *key, gsize from, gsize to)
{
  const Entry *entries = (const Entry *) (gpointer) self->entries->data;
  gsize first = find_first (entries, from, to, key->hash);

  for (gsize i = first; i < to && entries[i] >> 32 == key->hash && i - first < MAX_HEAP; i++)
    take_entry (self, entries[i], key->weight);
}

static void
collect (TdMatchIndex *self, const TdMatchKey *key)
{
  const Entry *entries = (const Entry *) (gpointer) self->entries->data;
  guint bits = key->hash >> (32 - FIRST_BITS);

  collect_sorted (self, key, self->starts[bits], self->starts[bits + 1]);
  collect_sorted (self, key, self->n_main, self->n_sorted);
  for (gsize i = self->n_sorted; i < self->entries->len; i++)
    if (entries[i] >> 32 == key->hash)
      take_entry (self, entries[i], key->weight);
}

/* The most in common first; of equals the one added first, so that answers do not depend on hashes. */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *found_a = a, *found_b = b;

  if (found_a->weight != found_b->weight)
    return found_a->weight < found_b->weight ? 1 : -1;
  return found_a->place < found_b->place ? -1 : found_a->place > found_b->place;
}

static const char *
text_or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

/* Lends the record as it was added; @others is where its other names are listed. */
static void
get_side (const TdMatchIndex *self, guint32 place, TdMatchSide *side, GPtrArray *others)
{
  const Record *record = &g_array_index (self->records, Record, place);
  const char *text = (const char *) self->texts->data + record->text;
  const char *texts[N_TEXTS];

  for (guint i = 0; i < N_TEXTS; i++, text += strlen (text) + 1)
    texts[i] = text;
  g_ptr_array_set_size (others, 0);
  for (; *text != '\0'; text += strlen (text) + 1)
    g_ptr_array_add (others, (char *) text);
  g_ptr_array_add (others, NULL);

  side->kind = text_or_null (texts[TEXT_KIND]);
  side->name = texts[TEXT_NAME];
  side->birth = text_or_null (texts[TEXT_BIRTH]);
  side->sex = text_or_null (texts[TEXT_SEX]);
  side->citizen_id = text_or_null (texts[TEXT_CITIZEN_ID]);
  side->residence = text_or_null (texts[TEXT_RESIDENCE]);
  side->other_names = (const char *const *) others->pdata;
  side->unit_ids = record->n_units > 0 ? &g_array_index (self->units, gint64, record->units) : NULL;
  side->n_unit_ids = record->n_units;
  side->parent_unit_id = record->parent_unit_id;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const TdMatchCandidate *candidate_a = a, *candidate_b = b;

  if (candidate_a->result.score != candidate_b->result.score)
    return candidate_a->result.score < candidate_b->result.score ? 1 : -1;
  return candidate_a->id < candidate_b->id ? -1 : candidate_a->id > candidate_b->id;
}

/* Only the best of the heaps are worth comparing. */
static void
keep_best (TdMatchIndex *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      Found *found = &g_array_index (self->found, Found, i);
      guint32 *sum = &g_array_index (self->weights, guint32, found->place);

      found->weight = *sum;
      *sum = 0;
    }
  g_array_sort (self->found, compare_found);
  if (self->found->len > MAX_COMPARED)
    g_array_set_size (self->found, MAX_COMPARED);
}

/* One cannot be two: what is certain of several without a number is certain of none. */
static void
doubt_several (GArray *candidates)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    n += g_array_index (candidates, TdMatchCandidate, i).result.verdict == TD_MATCH_CERTAIN;
  for (guint i = 0; n > 1 && i < candidates->len; i++)
    td_match_result_doubt (&g_array_index (candidates, TdMatchCandidate, i).result);
}

/**
 * td_match_index_find:
 * @self: an index
 * @side: a record
 * @except: the id of one that is left out, the record itself; 0 for none
 * @max: how many to give
 *
 * Finds what may be the same subject. The work does not grow with the number of namesakes: of many, those with
 * more in common are compared. What would be certain of several is only likely, unless the number says so.
 *
 * Returns: (transfer full) (element-type TdMatchCandidate): the best, best first; none without a verdict
 */
GArray *
td_match_index_find (TdMatchIndex *self, const TdMatchSide *side, gint64 except, guint max)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (TdMatchCandidate));
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  sort_waiting (self);
  g_array_set_size (self->weights, self->records->len);
  g_array_set_size (self->found, 0);
  g_array_set_size (self->keys, 0);
  td_match_keys_find (side, self->keys);
  for (guint i = 0; i < self->keys->len; i++)
    collect (self, &g_array_index (self->keys, TdMatchKey, i));
  keep_best (self);

  for (guint i = 0; i < self->found->len; i++)
    {
      guint32 place = g_array_index (self->found, Found, i).place;
      TdMatchCandidate candidate = { .id = g_array_index (self->records, Record, place).id };
      TdMatchSide other;

      get_side (self, place, &other, others);
      candidate.result = td_match_compare (side, &other);
      if ((except == 0 || candidate.id != except) && candidate.result.verdict != TD_MATCH_NONE)
        g_array_append_val (candidates, candidate);
    }
  doubt_several (candidates);
  g_array_sort (candidates, compare_candidates);
  if (candidates->len > max)
    g_array_set_size (candidates, max);
  return candidates;
}

/**
 * td_match_index_get_n:
 * @self: an index
 *
 * Returns: how many records it has
 */
guint
td_match_index_get_n (TdMatchIndex *self)
{
  return self->records->len;
}

/**
 * td_match_index_get_bytes:
 * @self: an index
 *
 * Returns: what its contents take, without what is set aside for more
 */
gsize
td_match_index_get_bytes (TdMatchIndex *self)
{
  return self->records->len * sizeof (Record) + self->texts->len + self->units->len * sizeof (gint64)
         + self->entries->len * sizeof (Entry) + self->weights->len * sizeof (guint32) + (N_STARTS + 1) * sizeof (guint);
}
