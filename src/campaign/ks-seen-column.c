/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-propose-form-private.h"

#include <string.h>

#include "ks-answer-time.h"
#include "ks-text.h"

#define MAX_VALUES 2000
#define MAX_VALUE_LENGTH 1000
#define MAX_OPTIONS 30

/**
 * ks_seen_column_new:
 * @header: what the column is called
 *
 * Returns: (transfer full): a column of which nothing was seen yet
 */
KsSeenColumn *
ks_seen_column_new (const char *header)
{
  KsSeenColumn *self = g_new0 (KsSeenColumn, 1);

  self->header = ks_text_clean (header);
  self->values = g_ptr_array_new ();
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * ks_seen_column_free:
 * @self: (nullable): a column
 */
void
ks_seen_column_free (KsSeenColumn *self)
{
  if (self == NULL)
    return;
  g_free (self->header);
  g_ptr_array_unref (self->values);
  g_hash_table_unref (self->counts);
  g_free (self);
}

static gboolean
is_time (const char *text)
{
  KsMoment moment;

  return strlen (text) >= 10
         && ks_answer_time_is_time (text, strlen (text), &moment);
}

static void
keep_value (KsSeenColumn *self, char *text)
{
  guint *count = g_new (guint, 1);

  *count = 1;
  g_ptr_array_add (self->values, text);
  g_hash_table_insert (self->counts, text, count);
}

/**
 * ks_seen_column_add:
 * @self: a column
 * @cell: its cell in the next row
 */
void
ks_seen_column_add (KsSeenColumn *self, const KsCell *cell)
{
  /* Most cells say what was said before: those are not cleaned anew. */
  guint *count = g_hash_table_lookup (self->counts, cell->text);
  g_autofree char *text = NULL;

  if (count == NULL && cell->length > 0)
    {
      text = cell->length > MAX_VALUE_LENGTH ? g_strdup ("…") : ks_text_clean (cell->text);
      count = g_hash_table_lookup (self->counts, text);
    }
  if (cell->length == 0 || (text != NULL && *text == '\0'))
    return;
  self->n_filled++;
  self->n_times += is_time (cell->text);
  self->overflow |= cell->length > MAX_VALUE_LENGTH;
  if (count != NULL)
    (*count)++;
  else if (self->values->len < MAX_VALUES)
    keep_value (self, g_steal_pointer (&text));
  else
    self->overflow = TRUE;
}

/**
 * ks_seen_column_count:
 * @self: a column
 * @value: index of one of its values
 *
 * Returns: how often it was seen
 */
guint
ks_seen_column_count (const KsSeenColumn *self, guint value)
{
  return *(guint *) g_hash_table_lookup (self->counts, g_ptr_array_index (self->values, value));
}

/* Parts of cells and how they stand to each other. */
typedef struct {
  GPtrArray  *names;                        /* owned */
  GHashTable *index;                        /* name → 1 + index */
  guint       count[MAX_OPTIONS * 3];
  guint       next[MAX_OPTIONS * 3][MAX_OPTIONS * 3];    /* directly followed by */
  guint       before[MAX_OPTIONS * 3][MAX_OPTIONS * 3];  /* stands somewhere before */
  gboolean    too_many;
} Parts;

static Parts *
parts_new (void)
{
  Parts *self = g_new0 (Parts, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
parts_free (Parts *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->index);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parts, parts_free)

static int
parts_find (Parts *self, const char *name)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, name));
  char *copy;

  if (known > 0)
    return (int) known - 1;
  if (self->names->len >= MAX_OPTIONS * 3)
    {
      self->too_many = TRUE;
      return -1;
    }
  copy = g_strdup (name);
  g_ptr_array_add (self->names, copy);
  g_hash_table_insert (self->index, copy, GUINT_TO_POINTER (self->names->len));
  return (int) self->names->len - 1;
}

/* A part that begins with a small letter goes on with what stands before it: "Hội nghị, cuộc
 * họp". */
static gboolean
goes_on (const char *part)
{
  return g_unichar_islower (g_utf8_get_char (part));
}

static GPtrArray *
split_text (const char *text, char separator)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) given = g_strsplit (text, separator == ';' ? ";" : ", ", -1);

  for (guint i = 0; given[i] != NULL; i++)
    {
      char *part = ks_text_clean (given[i]);

      if (separator == ',' && parts->len > 0 && goes_on (part))
        {
          char **last = (char **) &g_ptr_array_index (parts, parts->len - 1);
          char *joined = g_strdup_printf ("%s, %s", *last, part);

          g_free (*last);
          *last = joined;
          g_free (part);
        }
      else if (*part != '\0')
        g_ptr_array_add (parts, part);
      else
        g_free (part);
    }
  return parts;
}

static void
count_parts (Parts *self, GPtrArray *parts, guint count)
{
  int seen[MAX_OPTIONS * 3];
  guint n_seen = 0;

  for (guint i = 0; i < parts->len && n_seen < G_N_ELEMENTS (seen); i++)
    {
      int index = parts_find (self, g_ptr_array_index (parts, i));

      if (index < 0)
        return;
      self->count[index] += count;
      for (guint k = 0; k < n_seen; k++)
        self->before[seen[k]][index] += count;
      if (n_seen > 0)
        self->next[seen[n_seen - 1]][index] += count;
      seen[n_seen++] = index;
    }
}

/* What never stands without the other was one option with a comma in it. */
static gboolean
find_pair (Parts *self, guint *first, guint *second)
{
  for (guint a = 0; a < self->names->len; a++)
    for (guint b = 0; b < self->names->len; b++)
      if (a != b && self->next[a][b] > 1 && self->next[a][b] == self->count[a]
          && self->next[a][b] == self->count[b])
        {
          *first = a;
          *second = b;
          return TRUE;
        }
  return FALSE;
}

/* Joins the two in all lists. */
static void
join_pair (GPtrArray *lists, const char *first, const char *second)
{
  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *parts = g_ptr_array_index (lists, i);

      for (guint k = 0; k + 1 < parts->len; k++)
        {
          char **there = (char **) &g_ptr_array_index (parts, k);
          char *joined;

          if (strcmp (*there, first) != 0
              || strcmp (g_ptr_array_index (parts, k + 1), second) != 0)
            continue;
          joined = g_strdup_printf ("%s, %s", first, second);
          g_free (*there);
          *there = joined;
          g_ptr_array_remove_index (parts, k + 1);
        }
    }
}

static Parts *
count_lists (const KsSeenColumn *self, GPtrArray *lists)
{
  Parts *parts = parts_new ();

  for (guint i = 0; i < lists->len; i++)
    count_parts (parts, g_ptr_array_index (lists, i), ks_seen_column_count (self, i));
  return parts;
}

static Parts *
read_parts (const KsSeenColumn *self, char separator, GPtrArray *lists, gboolean *joined)
{
  Parts *parts;
  guint first, second;

  for (guint i = 0; i < self->values->len; i++)
    g_ptr_array_add (lists, split_text (g_ptr_array_index (self->values, i), separator));
  parts = count_lists (self, lists);
  while (separator == ',' && !parts->too_many && find_pair (parts, &first, &second))
    {
      g_autofree char *a = g_strdup (g_ptr_array_index (parts->names, first));
      g_autofree char *b = g_strdup (g_ptr_array_index (parts->names, second));

      *joined = TRUE;
      join_pair (lists, a, b);
      parts_free (parts);
      parts = count_lists (self, lists);
    }
  return parts;
}

/* Services write the chosen options in the form's order: what stands before what gives it back. */
static GPtrArray *
sort_parts (Parts *self)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
  gboolean taken[MAX_OPTIONS * 3] = { FALSE };

  for (guint n = 0; n < self->names->len; n++)
    {
      int best = -1;
      guint fewest = G_MAXUINT;

      for (guint a = 0; a < self->names->len; a++)
        {
          guint n_earlier = 0;

          for (guint b = 0; b < self->names->len; b++)
            n_earlier += !taken[b] && self->before[b][a] > self->before[a][b];
          if (!taken[a] && n_earlier < fewest)
            {
              fewest = n_earlier;
              best = (int) a;
            }
        }
      taken[best] = TRUE;
      g_ptr_array_add (sorted, g_strdup (g_ptr_array_index (self->names, best)));
    }
  return sorted;
}

static gboolean
holds (const KsSeenColumn *self, const char *separator)
{
  for (guint i = 0; i < self->values->len; i++)
    if (strstr (g_ptr_array_index (self->values, i), separator) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_list (GPtrArray *lists)
{
  for (guint i = 0; i < lists->len; i++)
    if (((GPtrArray *) g_ptr_array_index (lists, i))->len > 1)
      return TRUE;
  return FALSE;
}

/**
 * ks_seen_column_split:
 * @self: a column
 * @unsure: (out): whether a comma may part options or stand inside one
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the options that its cells list, in
 *   their order; %NULL where the cells are no lists of a few options
 */
GPtrArray *
ks_seen_column_split (const KsSeenColumn *self, gboolean *unsure)
{
  char separator = holds (self, ";") ? ';' : ',';
  g_autoptr (GPtrArray) lists
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (Parts) parts = NULL;
  gboolean joined = FALSE;

  *unsure = separator == ',';
  if (separator == ',' && !holds (self, ", "))
    return NULL;
  parts = read_parts (self, separator, lists, &joined);
  if (parts->too_many || parts->names->len > MAX_OPTIONS || !has_list (lists)
      || (parts->names->len >= self->values->len && self->values->len > 2))
    return NULL;
  return sort_parts (parts);
}
