/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-sheet-versions.h"

#include "ks-log-table.h"
#include "ks-print-runs.h"
#include "ks-printed-words.h"

/* "Bản 2" on a sheet: what it says has changed once since it was first printed. A version is
 * counted when a sheet that says something else is printed, so that whoever holds two prints knows
 * which is the newer one; its day is that of the last change before it was printed first. What is
 * printed again unchanged keeps both: the same campaign gives the same bytes. */

/* What was printed last of a unit. */
typedef struct {
  const char       *signs;
  const KsPrintRun *first;    /* the run that printed this version first */
  guint             version;
} State;

typedef struct {
  GPtrArray  *runs;           /* of KsPrintRun, of one layout */
  GPtrArray  *printed;        /* of KsPrintedSheet, run by run */
  GHashTable *states;         /* by unit */
  GHashTable *list;           /* codes of the units that are laid out now */
  GHashTable *now;            /* signs of every unit that there is */
  GHashTable *last;           /* units of the last run with any of the list; NULL: none had */
  gint64      n_complete;     /* sheets of the last run of all units; 0: there was none */
  const KsPrintRun *list_run; /* which printed this version of the list first; NULL: none did */
  guint       list_version;
} History;

static void
clear_history (History *self)
{
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_clear_pointer (&self->list, g_hash_table_unref);
  g_clear_pointer (&self->last, g_hash_table_unref);
  g_clear_pointer (&self->printed, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, clear_history)

static GPtrArray *
load_runs (KsTransaction *tx, const char *layout, GError **error)
{
  GPtrArray *runs = ks_print_table_load (tx, error);

  for (guint i = runs != NULL ? runs->len : 0; i > 0; i--)
    if (!g_str_equal (((const KsPrintRun *) runs->pdata[i - 1])->layout, layout))
      g_ptr_array_remove_index (runs, i - 1);
  return runs;
}

static gboolean
says (const State *state, const char *signs, const char *words)
{
  return g_strcmp0 (state->signs, signs) == 0 && g_str_equal (state->first->words, words);
}

/* Returns whether this makes another list of it: a line says something else, or is new. */
static gboolean
take_sheet (History *self, const KsPrintRun *run, const KsPrintedSheet *sheet)
{
  State *state = g_hash_table_lookup (self->states, sheet->unit);
  gboolean known = state != NULL;

  if (known && says (state, sheet->signs, run->words))
    return FALSE;
  if (!known)
    {
      state = g_new0 (State, 1);
      g_hash_table_insert (self->states, sheet->unit, state);
    }
  state->signs = sheet->signs;
  state->first = run;
  state->version++;
  return g_hash_table_contains (self->list, sheet->unit) && (known || self->n_complete > 0);
}

/* A list of a district loses a line too: all that it had and that there still is stands in the next
 * one. Else only a part was asked for. */
static gboolean
has_lost (const History *self, GHashTable *units)
{
  GHashTableIter iter;
  gpointer unit;
  gboolean lost = FALSE;

  if (self->last == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->last);
  while (g_hash_table_iter_next (&iter, &unit, NULL))
    {
      if (g_hash_table_contains (units, unit))
        continue;
      if (g_hash_table_contains (self->now, unit))
        return FALSE;
      lost = TRUE;
    }
  return lost;
}

static void
keep_last (History *self, GHashTable *units)
{
  g_clear_pointer (&self->last, g_hash_table_unref);
  self->last = g_hash_table_ref (units);
}

static void
take_run (History *self, const KsPrintRun *run, guint *next)
{
  g_autoptr (GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean other = run->complete && self->n_complete > run->n_sheets;
  gboolean listed = FALSE;

  for (; *next < self->printed->len; (*next)++)
    {
      const KsPrintedSheet *sheet = g_ptr_array_index (self->printed, *next);

      if (sheet->run != run->id)
        break;
      g_hash_table_add (units, sheet->unit);
      listed = listed || g_hash_table_contains (self->list, sheet->unit);
      if (take_sheet (self, run, sheet))
        other = TRUE;
    }
  if (run->complete)
    self->n_complete = run->n_sheets;
  other = other || (listed && has_lost (self, units));
  if (listed)
    keep_last (self, units);
  if (!other && (self->list_run != NULL || !listed))
    return;
  self->list_version++;
  self->list_run = run;
}

static gboolean
load_history (History *self, KsTransaction *tx, const char *layout, GPtrArray *sheets,
              GError **error)
{
  guint next = 0;

  self->printed = ks_print_table_load_all (tx, layout, error);
  if (self->printed == NULL)
    return FALSE;
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->list = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < sheets->len; i++)
    g_hash_table_add (self->list,
                      (char *) ks_unit_get_code (((KsSheet *) sheets->pdata[i])->unit));
  for (guint i = 0; i < self->runs->len; i++)
    take_run (self, g_ptr_array_index (self->runs, i), &next);
  return TRUE;
}

/* The day that the sheets of a run bear; those that are printed now for the first time bear that of
 * the last change. */
static gboolean
find_day (KsTransaction *tx, const KsPrintRun *run, KsDay now, KsDay *day, GError **error)
{
  KsMoment stamp;

  *day = now;
  if (run == NULL)
    return TRUE;
  if (!ks_log_table_get_last_change (tx, run->printed, &stamp, error))
    return FALSE;
  *day = ks_moment_get_day (stamp);
  return TRUE;
}

/* days: by run, since most sheets come from the same few. */
static gboolean
find_run_day (KsTransaction *tx, GHashTable *days, const KsPrintRun *run, KsDay *day,
              GError **error)
{
  gpointer known;

  if (g_hash_table_lookup_extended (days, run, NULL, &known))
    *day = GPOINTER_TO_INT (known);
  else if (!find_day (tx, run, 0, day, error))
    return FALSE;
  g_hash_table_insert (days, (gpointer) run, GINT_TO_POINTER (*day));
  return TRUE;
}

/* Returns whether a list with the sheet is another one than was printed last. */
static gboolean
apply_sheet (const History *self, KsSheet *sheet, const State *state, const char *signs,
             const char *words, KsDay now)
{
  gboolean same = state != NULL && says (state, signs, words);

  sheet->version = state != NULL ? state->version + !same : 1;
  sheet->version_day = now;
  return !same && (state != NULL || self->n_complete > 0);
}

static gboolean
apply (const History *self, KsTransaction *tx, GPtrArray *sheets, const char *words,
       KsSheetContext *context, GError **error)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  gboolean other = self->list_run == NULL
                   || (sheets->len == context->total && self->n_complete > context->total)
                   || has_lost (self, self->list);

  for (guint i = 0; i < sheets->len; i++)
    {
      KsSheet *sheet = g_ptr_array_index (sheets, i);
      const char *code = ks_unit_get_code (sheet->unit);
      const State *state = g_hash_table_lookup (self->states, code);
      const char *said = g_hash_table_lookup (self->now, code);

      if (apply_sheet (self, sheet, state, said, words, context->version_day))
        other = TRUE;
      if (state != NULL && says (state, said, words)
          && !find_run_day (tx, days, state->first, &sheet->version_day, error))
        return FALSE;
    }
  context->version = self->list_version + other;
  return find_day (tx, other ? NULL : self->list_run, context->version_day, &context->version_day,
                   error);
}

/**
 * ks_sheet_versions_apply:
 * @campaign: a campaign
 * @options: how the sheets are laid out
 * @sheets: (element-type KsSheet): they get their versions
 * @context: (inout): what they share, with the day of the last change and the number of units; gets
 *   the version of all together, for a list
 * @error: return location for an error
 *
 * Counts the versions of sheets over what was printed of them before.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_sheet_versions_apply (KsCampaign *campaign, const KsSheetOptions *options, GPtrArray *sheets,
                         KsSheetContext *context, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autofree char *layout = ks_print_layout_dup_name (options);
  g_autofree char *words = NULL;
  g_autoptr (GHashTable) signs = NULL;
  g_auto (History) history = { 0 };

  context->version = 1;
  history.runs = tx != NULL ? load_runs (tx, layout, error) : NULL;
  if (history.runs == NULL)
    return FALSE;
  if (history.runs->len == 0)
    return TRUE;
  words = ks_printed_words_dup (campaign, options->layout, error);
  if (words == NULL)
    return FALSE;
  signs = ks_printed_signs_new (campaign, options->layout);
  history.now = signs;
  return load_history (&history, tx, layout, sheets, error)
         && apply (&history, tx, sheets, words, context, error);
}
