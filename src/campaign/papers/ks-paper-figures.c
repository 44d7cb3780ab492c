/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-figures.h"

#include "ks-paper-day.h"

/**
 * ks_paper_scope_dup_prefix:
 * @scope: a scope
 *
 * Returns: (transfer full): what the ids of its figures begin with
 */
char *
ks_paper_scope_dup_prefix (const KsScope *scope)
{
  if (scope->kind == KS_SCOPE_PROVINCE)
    return g_strdup ("");
  return g_strdup_printf ("%s/%s/", scope->kind == KS_SCOPE_UNIT ? "unit" : "district",
                          scope->code);
}

/**
 * ks_paper_add_count:
 * @scope: a scope
 * @id: of the figure within it
 * @count: the figure
 * @account: how it came about
 */
void
ks_paper_add_count (const KsPaperScope *scope, const char *id, gint64 count, const char *account)
{
  g_autofree char *path = g_strconcat (scope->prefix, id, NULL);

  ks_figure_book_add_count (scope->book, path, count, account);
}

/**
 * ks_paper_add_words:
 * @scope: a scope
 * @id: of the figure within it
 * @text: as it is printed
 * @account: how it came about
 */
void
ks_paper_add_words (const KsPaperScope *scope,
                    const char *id,
                    const char *text,
                    const char *account)
{
  g_autofree char *path = g_strconcat (scope->prefix, id, NULL);

  ks_figure_book_add_words (scope->book, path, text, account);
}

/**
 * ks_paper_add_share:
 * @scope: a scope
 * @id: of the figure within it
 * @part: a count
 * @whole: what it is a part of
 * @account: how it came about
 */
void
ks_paper_add_share (
    const KsPaperScope *scope, const char *id, gint64 part, gint64 whole, const char *account)
{
  g_autofree char *path = g_strconcat (scope->prefix, id, NULL);

  ks_figure_book_add_share (scope->book, path, part, whole, account);
}

static void
add_scope (const KsPaperMaterial *material, KsFigureBook *book, const KsScope *scope)
{
  g_autofree char *prefix = ks_paper_scope_dup_prefix (scope);
  const KsPaperScope place = { material, book, prefix, *scope };

  ks_paper_add_participation (&place);
  if (scope->kind != KS_SCOPE_UNIT)
    ks_paper_add_work (&place);
  if (material->given != NULL)
    ks_paper_add_key (&place);
  if (material->kind == KS_PAPER_RECOGNITION)
    ks_paper_add_recognition (&place);
}

static void
add_districts (const KsPaperMaterial *material, KsFigureBook *book)
{
  KsRegistry *registry = ks_results_get_registry (material->live);

  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);
      const KsScope scope = { KS_SCOPE_DISTRICT, district->code, district->name };

      add_scope (material, book, &scope);
    }
}

static gboolean
wants_unit (const KsPaperMaterial *material, KsUnit *unit)
{
  if (material->kind == KS_PAPER_UNIT)
    return unit == material->unit;
  return material->kind == KS_PAPER_ANNEX || material->kind == KS_PAPER_RECOGNITION;
}

static void
add_units (const KsPaperMaterial *material, KsFigureBook *book)
{
  KsRegistry *registry = ks_results_get_registry (material->live);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      const KsScope scope = { KS_SCOPE_UNIT, ks_unit_get_code (unit), ks_unit_get_name (unit) };

      if (wants_unit (material, unit))
        add_scope (material, book, &scope);
    }
}

/**
 * ks_paper_figures_new:
 * @material: what a paper rests on
 *
 * Computes every figure that the paper may print, once: text, tables and charts take them from
 * here. Units of a single unit's paper, of an annex and of a table for recognition are in the book;
 * a report names none.
 *
 * Returns: (transfer full): the figures
 */
KsFigureBook *
ks_paper_figures_new (const KsPaperMaterial *material)
{
  KsFigureBook *book = ks_figure_book_new ();
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  const KsPaperScope whole = { material, book, "", province };

  if (material->day != NULL)
    {
      ks_paper_add_day (&whole);
      return book;
    }
  ks_paper_add_facts (&whole);
  add_scope (material, book, &province);
  add_districts (material, book);
  add_units (material, book);
  if (material->given != NULL)
    ks_paper_add_questions (&whole);
  ks_paper_add_previous (&whole);
  ks_paper_add_staff_changes (&whole);
  if (material->unit != NULL)
    ks_paper_add_staff (&whole);
  return book;
}
