/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ks-proof-private.h"

/* Whether a code is the very one that was laid out, module by module. Decoding alone says little:
 * error correction hides what is damaged, and what is too weak to stand a copy. */

#define FINDER_MODULES 7
/* A finder pattern is measured this deep in it. */
#define LOOK_IN 0.5

/* The modules of a code as they stand on the page. */
typedef struct {
  const KsRaster *raster;
  KsRect          square;
  guint           n;
  gboolean        turned;  /* by 180° */
} Grid;

static gboolean
is_dark (const Grid *grid, guint row, guint column)
{
  double module = grid->square.width / grid->n;
  guint y = grid->turned ? grid->n - 1 - row : row;
  guint x = grid->turned ? grid->n - 1 - column : column;

  return ks_raster_is_dark (grid->raster, grid->square.x + (x + 0.5) * module,
                            grid->square.y + (y + 0.5) * module);
}

/* Upright or turned, a finder pattern stands in the upper right corner: its edge is seven modules
 * long. */
static guint
count_modules (const KsRaster *raster, const KsRect *square, double module)
{
  double step = module / 16;
  double y = square->y + LOOK_IN * module;
  double x = square->x + square->width - LOOK_IN * module;

  while (x > square->x && ks_raster_is_dark (raster, x, y))
    x -= step;
  module = (square->x + square->width - x) / FINDER_MODULES;
  return (guint) lround ((square->width / module - 17) / 4) * 4 + 17;
}

/* The corner without a finder pattern tells how a code is turned. */
static gboolean
has_finder (const Grid *grid, guint row, guint column)
{
  for (guint i = 0; i < FINDER_MODULES; i++)
    {
      gboolean ring = i != 1 && i != 5;

      if (!is_dark (grid, row, column + i) || is_dark (grid, row + 3, column + i) != ring)
        return FALSE;
    }
  return TRUE;
}

/* The first two bits of the format information, in its two places (ISO/IEC 18004, 7.9), under
 * their mask. */
static char
read_level (const Grid *grid)
{
  static const char levels[] = "MLHQ";
  guint first = 2u * !is_dark (grid, 8, 0) + is_dark (grid, 8, 1);
  guint second = 2u * !is_dark (grid, grid->n - 1, 8) + is_dark (grid, grid->n - 2, 8);

  return first == second ? levels[first] : '?';
}

static guint
count_damaged (const Grid *grid, const KsSymbol *symbol)
{
  guint n_damaged = 0;

  for (guint row = 0; row < grid->n; row++)
    for (guint column = 0; column < grid->n; column++)
      n_damaged += is_dark (grid, row, column) != ks_symbol_is_dark (symbol, row, column);
  return n_damaged;
}

/**
 * ks_raster_judge_symbol:
 * @self: a code that was read and fills its place
 * @cell: what should stand there
 * @found: (out): what is wrong, if anything
 *
 * Compares a code with the one that its link makes.
 *
 * Returns: %KS_PROOF_PROVEN, %KS_PROOF_OTHER_LEVEL or %KS_PROOF_DAMAGED
 */
KsProofVerdict
ks_raster_judge_symbol (const KsRaster *self, const KsCodeCell *cell, char **found)
{
  g_autoptr (KsSymbol) symbol = ks_symbol_new (cell->link, cell->level, NULL);
  double quiet = cell->quiet;
  Grid grid = { .raster = self,
                .square = { cell->code.x + quiet, cell->code.y + quiet,
                            cell->code.width - 2 * quiet, cell->code.height - 2 * quiet } };
  char wanted = cell->level == KS_SYMBOL_LEVEL_Q ? 'Q' : 'M';
  char level;
  guint n_damaged;

  grid.n = count_modules (self, &grid.square, quiet / KS_QUIET_MODULES);
  grid.turned = has_finder (&grid, grid.n - FINDER_MODULES, grid.n - FINDER_MODULES);
  level = read_level (&grid);
  if (level != '?' && level != wanted)
    {
      *found = g_strdup_printf ("%c instead of %c", level, wanted);
      return KS_PROOF_OTHER_LEVEL;
    }
  n_damaged = symbol != NULL && ks_symbol_get_n_modules (symbol) == grid.n
                  ? count_damaged (&grid, symbol) : grid.n * grid.n;
  if (n_damaged == 0)
    return KS_PROOF_PROVEN;
  *found = g_strdup_printf ("%u of %u modules", n_damaged, grid.n * grid.n);
  return KS_PROOF_DAMAGED;
}
