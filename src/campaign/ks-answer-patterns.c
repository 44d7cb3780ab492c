/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-answer-patterns.h"

#include <string.h>

#include "ks-batch-table.h"
#include "ks-response-table.h"

#define REPORT_EVERY 16384

/* FNV-1a, 64 bits, and a last stir: patterns are compared inside one campaign. */
#define HASH_START G_GUINT64_CONSTANT (14695981039346656037)
#define HASH_FACTOR G_GUINT64_CONSTANT (1099511628211)
#define HASH_STIR G_GUINT64_CONSTANT (0xff51afd7ed558ccd)

#define HAS_TIME 1
#define HAS_NO_TIME 2

/* Columns of an answer text that follow each other. */
typedef struct {
  guint offset;
  guint width;
} Range;

typedef struct {
  KsAnswerPatterns *patterns;
  gsize             width;
  GArray           *ranges;   /* of Range: closed questions of the sections */
  GPtrArray        *scaled;   /* of const KsQuestion *: those with levels */
  GHashTable       *batches;  /* id → HAS_TIME | HAS_NO_TIME */
  gint64            last_batch;
  guint             last_flags;
  gint64            total;
  KsJob            *job;
} Loading;

/**
 * ks_answer_patterns_free:
 * @self: (nullable): patterns
 *
 * Frees them.
 */
void
ks_answer_patterns_free (KsAnswerPatterns *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->registry);
  g_clear_object (&self->form);
  g_array_unref (self->sheets);
  g_array_unref (self->ids);
  g_array_unref (self->timed);
  g_byte_array_unref (self->levels);
  g_hash_table_unref (self->timeless);
  g_free (self);
}

/**
 * ks_answer_patterns_get_id:
 * @self: patterns
 * @sheet: a sheet of theirs
 *
 * Returns: the id of the sheet in the campaign
 */
gint64
ks_answer_patterns_get_id (const KsAnswerPatterns *self, const KsSheet *sheet)
{
  return g_array_index (self->ids, gint64, sheet->index);
}

static void
read_form (Loading *self, KsForm *form)
{
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      Range range = { question->offset, question->width };
      Range *last = self->ranges->len > 0
                        ? &g_array_index (self->ranges, Range, self->ranges->len - 1)
                        : NULL;

      if (question->profile || question->width == 0)
        continue;
      if (question->ordinal && question->type == KS_QUESTION_SINGLE)
        g_ptr_array_add (self->scaled, (gpointer) question);
      if (last != NULL && last->offset + last->width == range.offset)
        last->width += range.width;
      else
        g_array_append_val (self->ranges, range);
    }
}

static guint64
hash_answers (const Loading *self, const char *answers)
{
  guint64 hash = HASH_START;

  for (guint i = 0; i < self->ranges->len; i++)
    {
      const Range *range = &g_array_index (self->ranges, Range, i);

      for (guint j = 0; j < range->width; j++)
        hash = (hash ^ (guint8) answers[range->offset + j]) * HASH_FACTOR;
    }
  hash = (hash ^ hash >> 33) * HASH_STIR;
  return hash ^ hash >> 33;
}

/* The level that stands at one place of every scale; "don't know" is none. */
static guint8
find_level (const Loading *self, const char *answers)
{
  guint level = 0;

  for (guint i = 0; i < self->scaled->len; i++)
    {
      const KsQuestion *question = g_ptr_array_index (self->scaled, i);
      guint choice = ks_question_read_choice (question, answers);

      if (choice == 0 || !question->options[choice - 1].has_value || (i > 0 && choice != level))
        return 0;
      level = choice;
    }
  return self->scaled->len > 1 ? (guint8) level : 0;
}

/* Sheets of an import follow each other: the table is asked once for each. */
static void
remember_time (Loading *self, const KsResponse *response)
{
  guint flag = response->answered != KS_MOMENT_NONE ? HAS_TIME : HAS_NO_TIME;
  gpointer key = GSIZE_TO_POINTER ((gsize) response->batch);

  if (response->batch == self->last_batch && (self->last_flags & flag) != 0)
    return;
  self->last_batch = response->batch;
  self->last_flags = GPOINTER_TO_UINT (g_hash_table_lookup (self->batches, key)) | flag;
  g_hash_table_insert (self->batches, key, GUINT_TO_POINTER (self->last_flags));
}

static void
remember_duration (KsAnswerPatterns *patterns, const KsResponse *response, guint32 unit)
{
  const KsTimedSheet timed
      = { response->id, unit, (guint32) MIN (response->duration, G_MAXUINT32) };

  if (response->duration > 0)
    g_array_append_val (patterns->timed, timed);
}

static gboolean
add_response (const KsResponse *response, gpointer data, GError **error)
{
  Loading *self = data;
  KsAnswerPatterns *patterns = self->patterns;
  KsUnit *unit = ks_registry_lookup (patterns->registry, response->unit);
  guint8 level;
  KsSheet sheet;

  if (unit == NULL || strlen (response->answers) != self->width)
    return TRUE;
  remember_time (self, response);
  sheet = (KsSheet){
    .pattern = hash_answers (self, response->answers),
    .time = response->answered != KS_MOMENT_NONE ? response->answered : KS_PATTERN_NO_TIME,
    .unit = ks_unit_get_index (unit),
    .index = patterns->ids->len,
  };
  remember_duration (patterns, response, sheet.unit);
  level = find_level (self, response->answers);
  g_array_append_val (patterns->sheets, sheet);
  g_array_append_val (patterns->ids, response->id);
  g_byte_array_append (patterns->levels, &level, 1);
  return patterns->ids->len % REPORT_EVERY != 0
         || ks_job_report (self->job, patterns->ids->len, self->total, error);
}

static gboolean
count_total (KsTransaction *tx, gint64 *total, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const KsBatch *batch = g_ptr_array_index (batches, i);

      *total += g_str_equal (batch->state, "in") ? batch->counted : 0;
    }
  return batches != NULL;
}

static void
finish (Loading *self)
{
  KsAnswerPatterns *patterns = self->patterns;
  const KsSheet *sheets = (const KsSheet *) (const void *) patterns->sheets->data;
  GHashTableIter iter;
  gpointer batch, flags;

  ks_sheets_sort ((KsSheet *) (void *) patterns->sheets->data, patterns->sheets->len);
  for (guint i = 0; i < patterns->sheets->len; i++)
    patterns->n_units += i == 0 || sheets[i].unit != sheets[i - 1].unit;
  g_hash_table_iter_init (&iter, self->batches);
  while (g_hash_table_iter_next (&iter, &batch, &flags))
    if (GPOINTER_TO_UINT (flags) == HAS_NO_TIME)
      g_hash_table_add (patterns->timeless, batch);
}

/**
 * ks_answer_patterns_load:
 * @campaign: a campaign
 * @tx: a transaction
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Reads the counted sheets once. A pattern is of all closed questions of the sections, every option
 * of a multiple choice among them; what people said of themselves is no part of it.
 *
 * Returns: (transfer full): their patterns, or %NULL with @error set
 */
KsAnswerPatterns *
ks_answer_patterns_load (KsCampaign *campaign, KsTransaction *tx, KsJob *job, GError **error)
{
  g_autoptr (KsAnswerPatterns) patterns = g_new0 (KsAnswerPatterns, 1);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autoptr (GPtrArray) scaled = g_ptr_array_new ();
  g_autoptr (GHashTable) batches = g_hash_table_new (NULL, NULL);
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  Loading loading = { .patterns = patterns, .ranges = ranges, .scaled = scaled,
                      .batches = batches, .job = job };

  patterns->registry = ks_campaign_dup_registry (campaign);
  patterns->form = ks_campaign_dup_form (campaign);
  patterns->sheets = g_array_new (FALSE, FALSE, sizeof (KsSheet));
  patterns->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  patterns->timed = g_array_new (FALSE, FALSE, sizeof (KsTimedSheet));
  patterns->levels = g_byte_array_new ();
  patterns->timeless = g_hash_table_new (NULL, NULL);
  loading.width = ks_form_get_answer_width (patterns->form);
  read_form (&loading, patterns->form);
  filter.state = KS_STATE_COUNTED;
  if (!count_total (tx, &loading.total, error)
      || !ks_response_table_foreach (tx, &filter, add_response, &loading, error)
      || !ks_job_report (job, patterns->ids->len, loading.total, error))
    return NULL;
  finish (&loading);
  return g_steal_pointer (&patterns);
}
