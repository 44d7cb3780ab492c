/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-print-runs.h"

#include "ks-printed-words.h"

/* What is known of a layout while its sheets are compared with what they would say now. */
typedef struct {
  KsReprint  *reprint;
  GHashTable *outdated_runs;  /* ids of runs whose words have changed */
  GHashTable *signs;          /* of every unit, now */
  gboolean    complete;       /* all units had a sheet once */
} Comparison;

/**
 * ks_reprint_free:
 * @self: (transfer full) (nullable): what is to be printed again
 */
void
ks_reprint_free (KsReprint *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->take_down, g_ptr_array_unref);
  g_free (self);
}

/**
 * ks_reprint_is_due:
 * @self: what is to be printed again
 *
 * Returns: whether anything is to be done
 */
gboolean
ks_reprint_is_due (const KsReprint *self)
{
  return self->units->len > 0 || self->take_down->len > 0;
}

static gboolean
read_options (const KsPrintRun *run, KsSheetOptions *options)
{
  g_auto (GStrv) words = g_strsplit (run->layout, " ", 2);
  g_auto (GStrv) fields = g_strsplit (run->options, ";", -1);
  KsSheetOptions given = { 0 };

  if (words[0] == NULL || !ks_layout_from_id (words[0], &given.layout))
    return FALSE;
  for (guint i = 0; fields[i] != NULL; i++)
    if (!ks_sheet_options_read (&given, fields[i]))
      return FALSE;
  given.skip = 0;
  return ks_sheet_options_complete (&given, options, NULL);
}

static gboolean
holds (const Comparison *self, const KsPrintedSheet *sheet)
{
  const char *now = g_hash_table_lookup (self->signs, sheet->unit);

  return g_strcmp0 (now, sheet->signs) == 0
         && !g_hash_table_contains (self->outdated_runs, &sheet->run);
}

static void
clear_comparison (Comparison *self)
{
  g_clear_pointer (&self->reprint, ks_reprint_free);
  g_clear_pointer (&self->outdated_runs, g_hash_table_unref);
  g_clear_pointer (&self->signs, g_hash_table_unref);
}

static gboolean
begin_comparison (Comparison *self, KsCampaign *campaign, GPtrArray *runs, const char *layout,
                  GError **error)
{
  g_autofree char *words = NULL;

  self->outdated_runs = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->reprint = g_new0 (KsReprint, 1);
  self->reprint->units = g_ptr_array_new_with_free_func (g_object_unref);
  self->reprint->take_down = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < runs->len; i++)
    {
      KsPrintRun *run = g_ptr_array_index (runs, i);

      if (!g_str_equal (run->layout, layout) || !read_options (run, &self->reprint->options))
        continue;
      if (words == NULL)
        words = ks_printed_words_dup (campaign, self->reprint->options.layout, error);
      if (words == NULL)
        return FALSE;
      if (!g_str_equal (words, run->words))
        g_hash_table_add (self->outdated_runs, &run->id);
      self->complete = self->complete || run->complete;
      self->reprint->printed = run->printed;
    }
  self->signs = ks_printed_signs_new (campaign, self->reprint->options.layout);
  return TRUE;
}

/* A list is printed whole: the numbers of its lines change with its units. */
static void
widen_to_list (KsReprint *reprint, KsRegistry *registry, GHashTable *by_code, gboolean complete)
{
  g_ptr_array_set_size (reprint->units, 0);
  g_ptr_array_set_size (reprint->take_down, 0);
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);

      if (complete || g_hash_table_contains (by_code, ks_unit_get_code (unit)))
        g_ptr_array_add (reprint->units, g_object_ref (unit));
    }
}

static void
compare (Comparison *self, KsRegistry *registry, GPtrArray *sheets)
{
  KsReprint *reprint = self->reprint;
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sheets->len; i++)
    {
      KsPrintedSheet *sheet = g_ptr_array_index (sheets, i);

      g_hash_table_insert (by_code, sheet->unit, sheet);
      if (ks_registry_lookup (registry, sheet->unit) == NULL)
        g_ptr_array_add (reprint->take_down, g_strdup (sheet->unit));
    }
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      const KsPrintedSheet *sheet = g_hash_table_lookup (by_code, ks_unit_get_code (unit));

      if (sheet != NULL ? holds (self, sheet) : !self->complete)
        continue;
      reprint->n_new += sheet == NULL;
      g_ptr_array_add (reprint->units, g_object_ref (unit));
    }
  if (reprint->options.layout == KS_LAYOUT_ANNEX && ks_reprint_is_due (reprint))
    widen_to_list (reprint, registry, by_code, self->complete);
}

static KsReprint *
load_reprint (KsCampaign *campaign, KsTransaction *tx, GPtrArray *runs, const char *layout,
              GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) sheets = ks_print_table_load_last (tx, layout, error);
  Comparison self = { 0 };
  KsReprint *reprint = NULL;

  if (sheets != NULL && begin_comparison (&self, campaign, runs, layout, error))
    {
      compare (&self, registry, sheets);
      reprint = g_steal_pointer (&self.reprint);
    }
  clear_comparison (&self);
  return reprint;
}

static gboolean
is_known (GPtrArray *runs, guint index)
{
  const KsPrintRun *run = g_ptr_array_index (runs, index);

  for (guint i = 0; i < index; i++)
    if (g_str_equal (((const KsPrintRun *) g_ptr_array_index (runs, i))->layout, run->layout))
      return TRUE;
  return FALSE;
}

/**
 * ks_reprints_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Compares what was printed last for every unit with what its sheet would say now. A unit that came
 * to the registry after all had been printed counts among those to print; a list is printed whole.
 *
 * Returns: (transfer full) (element-type KsReprint): one for every layout that was ever printed, or
 *   %NULL with @error set
 */
GPtrArray *
ks_reprints_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) runs = tx != NULL ? ks_print_table_load (tx, error) : NULL;
  g_autoptr (GPtrArray) reprints = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_reprint_free);

  if (runs == NULL)
    return NULL;
  for (guint i = 0; i < runs->len; i++)
    {
      const KsPrintRun *run = g_ptr_array_index (runs, i);
      KsReprint *reprint;

      if (is_known (runs, i))
        continue;
      reprint = load_reprint (campaign, tx, runs, run->layout, error);
      if (reprint == NULL)
        return NULL;
      g_ptr_array_add (reprints, reprint);
    }
  return g_steal_pointer (&reprints);
}

/**
 * ks_reprints_find:
 * @reprints: (element-type KsReprint): of all layouts
 * @options: a layout
 *
 * Returns: (transfer none) (nullable): what is to be printed again of it; %NULL if it never was
 *   printed
 */
KsReprint *
ks_reprints_find (GPtrArray *reprints, const KsSheetOptions *options)
{
  for (guint i = 0; i < reprints->len; i++)
    {
      KsReprint *reprint = g_ptr_array_index (reprints, i);

      if (reprint->options.layout == options->layout
          && (options->layout != KS_LAYOUT_POSTER || reprint->options.paper == options->paper))
        return reprint;
    }
  return NULL;
}
