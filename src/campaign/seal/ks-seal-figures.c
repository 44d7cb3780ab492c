/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-figures.h"

#include "ks-seal-apart.h"
#include "ks-seal-pieces.h"

static const char *const kinds[] = { "province", "district", "unit" };

static void
add_titles (KsCsvWriter *table, const char *titles)
{
  g_auto (GStrv) names = g_strsplit (titles, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    ks_csv_writer_add_text (table, names[i]);
  ks_csv_writer_end_row (table, NULL);
}

static void
add_empty (KsCsvWriter *table, guint n)
{
  for (guint i = 0; i < n; i++)
    ks_csv_writer_add_text (table, "");
}

/* Of papers, too, a unit that is being reconciled is no part. */
static gboolean
is_named (const KsSealSource *source, const KsScope *scope)
{
  return scope->kind != KS_SCOPE_UNIT || !g_hash_table_contains (source->open, scope->code);
}

static void
add_taken_part (KsCsvWriter *table, KsResults *results, const KsScope *scope)
{
  KsParticipation part;

  ks_results_get_participation (results, scope, &part);
  ks_csv_writer_add_text (table, kinds[scope->kind]);
  ks_csv_writer_add_text (table, scope->code);
  ks_csv_writer_add_text (table, scope->name);
  ks_csv_writer_add_count (table, part.staff);
  ks_csv_writer_add_count (table, part.answers);
  ks_csv_writer_add_count (table, part.outside);
  ks_csv_writer_add_count (table, part.n_units);
  ks_csv_writer_add_count (table, part.n_units_with_answers);
  ks_csv_writer_add_count (table, part.n_units_complete);
  ks_csv_writer_end_row (table, NULL);
}

static void
add_participation (const KsSealSource *source, KsResults *results, GPtrArray *pieces)
{
  g_autoptr (KsCsvWriter) table = ks_csv_writer_new (NULL, KS_CSV_GUARD);

  add_titles (table,
              "scope,code,name,staff,counted,outside,units,units_with_answers,units_complete");
  for (guint kind = KS_SCOPE_PROVINCE; kind <= KS_SCOPE_UNIT; kind++)
    {
      g_autoptr (GArray) scopes = ks_results_dup_scopes (results, kind);

      for (guint i = 0; i < scopes->len; i++)
        if (is_named (source, &g_array_index (scopes, KsScope, i)))
          add_taken_part (table, results, &g_array_index (scopes, KsScope, i));
    }
  ks_seal_pieces_add_table (pieces, KS_SEAL_FIGURES "tham-gia.csv", table);
}

static void
add_levels (KsCsvWriter *table, const KsQuestionResult *result)
{
  g_autoptr (GString) levels = g_string_new (NULL);

  for (guint i = 0; result->levels_shown && i < result->question->n_options; i++)
    g_string_append_printf (levels, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", result->counts[i]);
  ks_csv_writer_add_text (table, levels->str);
}

static void
add_answers (KsCsvWriter *table, const KsScope *scope, const KsQuestionResult *result)
{
  ks_csv_writer_add_text (table, kinds[scope->kind]);
  ks_csv_writer_add_text (table, scope->code);
  ks_csv_writer_add_text (table, result->question->id);
  if (result->shown)
    {
      ks_csv_writer_add_count (table, result->answered);
      ks_csv_writer_add_count (table, result->blank);
      ks_csv_writer_add_count (table, result->good);
    }
  else
    add_empty (table, 3);
  if (result->levels_shown)
    {
      ks_csv_writer_add_count (table, result->poor);
      ks_csv_writer_add_count (table, result->dont_know);
    }
  else
    add_empty (table, 2);
  ks_csv_writer_add_count (table, scope->kind == KS_SCOPE_UNIT ? 0 : result->left_out);
  add_levels (table, result);
  ks_csv_writer_end_row (table, NULL);
}

/* @seq: 0: the figures as they stand, else those of that time, which tell it in front */
static void
add_scope (KsCsvWriter *table, KsResults *results, const KsScope *scope, gint64 seq)
{
  KsForm *form = ks_results_get_form (results);

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      g_autoptr (KsQuestionResult) result = NULL;

      if (question->type == KS_QUESTION_TEXT || !ks_results_tells (results, question))
        continue;
      result = ks_results_dup_question (results, scope, question);
      if (!result->shown && scope->kind == KS_SCOPE_UNIT)
        continue;
      if (seq > 0)
        ks_csv_writer_add_count (table, seq);
      add_answers (table, scope, result);
    }
}

static gboolean
add_scopes (const KsSealSource *source,
            KsCsvWriter *table,
            KsResults *results,
            gint64 seq,
            KsJob *job,
            GError **error)
{
  gboolean settled = results->settled != KS_MOMENT_NONE;

  for (guint kind = KS_SCOPE_PROVINCE; kind <= (settled ? KS_SCOPE_UNIT : KS_SCOPE_DISTRICT);
       kind++)
    {
      g_autoptr (GArray) scopes = ks_results_dup_scopes (results, kind);

      for (guint i = 0; i < scopes->len; i++)
        {
          if (is_named (source, &g_array_index (scopes, KsScope, i)))
            add_scope (table, results, &g_array_index (scopes, KsScope, i), seq);
          if (job != NULL && i % 64 == 0 && !ks_job_report (job, i, scopes->len, error))
            return FALSE;
        }
    }
  return TRUE;
}

#define COLUMNS "scope,code,question,answered,blank,good,poor,dont_know,left_out,levels"

static gboolean
add_settled (
    const KsSealSource *source, KsResults *results, GPtrArray *pieces, KsJob *job, GError **error)
{
  g_autoptr (KsCsvWriter) table = ks_csv_writer_new (NULL, KS_CSV_GUARD);

  add_titles (table, COLUMNS);
  if (!add_scopes (source, table, results, 0, job, error))
    return FALSE;
  ks_seal_pieces_add_table (pieces, KS_SEAL_FIGURES "tra-loi.csv", table);
  return TRUE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return left < right ? -1 : left > right;
}

/* The times at which a unit put something new into tables, each once. */
static GArray *
find_times (const KsGivenUnits *units)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < units->n_units; i++)
    for (guint k = 0; k < units->versions[i]->len; k++)
      {
        const KsTableVersion *version = &g_array_index (units->versions[i], KsTableVersion, k);

        if (g_hash_table_add (seen, (gpointer)&version->seq))
          g_array_append_val (times, version->seq);
      }
  g_array_sort (times, compare_numbers);
  return times;
}

/* What stood in tables before, time by time; the last time is that of the settled figures. */
static gboolean
add_earlier (const KsSealSource *source, GPtrArray *pieces, KsJob *job, GError **error)
{
  g_autoptr (GArray) times = find_times (source->ledger->units);
  g_autoptr (KsCsvWriter) table = ks_csv_writer_new (NULL, KS_CSV_GUARD);

  add_titles (table, "seq," COLUMNS);
  for (guint i = 0; i + 1 < times->len; i++)
    {
      gint64 seq = g_array_index (times, gint64, i);
      g_autoptr (KsResults) results = ks_given_ledger_create_results_until (source->ledger, seq);

      if (!add_scopes (source, table, results, seq, job, error))
        return FALSE;
    }
  ks_seal_pieces_add_table (pieces, KS_SEAL_FIGURES "cac-lan-truoc.csv", table);
  return TRUE;
}

/* When what left; who handed it on and what he noted stays in the campaign. */
static void
add_times (const KsSealSource *source, GPtrArray *pieces)
{
  g_autoptr (KsCsvWriter) table = ks_csv_writer_new (NULL, KS_CSV_GUARD);

  add_titles (table, "seq,time,kind,document,scope");
  for (guint i = 0; i < source->ledger->outs->len; i++)
    {
      const KsGivenOut *out = g_ptr_array_index (source->ledger->outs, i);
      g_autofree char *time = ks_moment_to_iso (out->given_at);

      ks_csv_writer_add_count (table, out->seq);
      ks_csv_writer_add_text (table, time);
      ks_csv_writer_add_text (table, ks_given_kind_to_id (out->kind));
      ks_csv_writer_add_text (table, out->document);
      ks_csv_writer_add_text (table, out->scope);
      ks_csv_writer_end_row (table, NULL);
    }
  ks_seal_pieces_add_table (pieces, KS_SEAL_FIGURES "da-neu.csv", table);
}

/**
 * ks_seal_add_figures:
 * @source: what the figures are made of
 * @pieces: (element-type KsPlainZipPart): takes them
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Adds who took part, what was answered, what was given out before, and how many sheets do not
 * count and why: all by the rules of what leaves the program.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_seal_add_figures (const KsSealSource *source, GPtrArray *pieces, KsJob *job, GError **error)
{
  g_autoptr (KsResults) results = ks_given_ledger_create_results (source->ledger);
  g_autoptr (KsCsvWriter) apart = ks_csv_writer_new (NULL, KS_CSV_GUARD);

  add_participation (source, results, pieces);
  add_titles (apart, "state,reason,decision,sheets");
  if (!add_settled (source, results, pieces, job, error)
      || !add_earlier (source, pieces, job, error)
      || !ks_seal_count_apart (source->tx, apart, error))
    return FALSE;
  add_times (source, pieces);
  ks_seal_pieces_add_table (pieces, KS_SEAL_FIGURES "khong-tinh.csv", apart);
  return TRUE;
}
