/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-label-grid.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-pages-error.h"
#include "ks-pages-private.h"

#define N_NUMBERS 11
#define LEAST_SIDE 15.0
#define LEAST_CODE 10.0
#define MOST_ACROSS 20
#define ROUNDING 0.05

typedef struct {
  const char *id;
  KsLabelGrid grid;
} Preset;

/* Common sheets of A4, the usual one first. A sheet in the hand is the judge: makers differ by
 * half a millimetre. */
static const Preset presets[] = {
  { "70x37", { 70, 37, 0, 0.5, 70, 37, 3, 8, 26, 5.5, 4 } },
  { "64x33.9", { 64, 33.9, 6.5, 12.9, 66.5, 33.9, 3, 8, 25, 4, 2.5 } },
  { "63.5x33.9", { 63.5, 33.9, 7.25, 12.9, 66, 33.9, 3, 8, 25, 4, 2.5 } },
  { "63.5x38.1", { 63.5, 38.1, 7.25, 15.15, 66, 38.1, 3, 7, 25, 4, 2.5 } },
  { "70x36", { 70, 36, 0, 4.5, 70, 36, 3, 8, 26, 5.5, 4 } },
  { "70x42.3", { 70, 42.3, 0, 0.45, 70, 42.3, 3, 7, 26, 5.5, 4 } },
  { "99.1x38.1", { 99.1, 38.1, 4.65, 15.15, 101.6, 38.1, 2, 7, 28, 5, 4 } },
  { "99.1x33.9", { 99.1, 33.9, 4.65, 12.9, 101.6, 33.9, 2, 8, 25, 4.5, 4 } },
  { "105x37", { 105, 37, 0, 0.5, 105, 37, 2, 8, 27, 6, 5 } },
  { "105x57", { 105, 57, 0, 6, 105, 57, 2, 5, 42, 6, 5 } },
  { "99.1x67.7", { 99.1, 67.7, 4.65, 13.1, 101.6, 67.7, 2, 4, 43, 5, 4 } },
  { "105x74", { 105, 74, 0, 0.5, 105, 74, 2, 4, 46, 6, 5 } },
};

/**
 * ks_label_preset_count:
 *
 * Returns: how many common sheets are known
 */
guint
ks_label_preset_count (void)
{
  return G_N_ELEMENTS (presets);
}

/**
 * ks_label_preset_get_id:
 * @index: which sheet
 *
 * Returns: (transfer none): what the command line and the campaign call it: "70x37"
 */
const char *
ks_label_preset_get_id (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (presets), NULL);
  return presets[index].id;
}

/**
 * ks_label_preset_get_grid:
 * @index: which sheet
 *
 * Returns: (transfer none): its measures
 */
const KsLabelGrid *
ks_label_preset_get_grid (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (presets), NULL);
  return &presets[index].grid;
}

/**
 * ks_label_preset_dup_name:
 * @index: which sheet
 *
 * Returns: (transfer full): its name for people: "64 × 33,9 mm, 24 labels"
 */
char *
ks_label_preset_dup_name (guint index)
{
  const KsLabelGrid *grid = ks_label_preset_get_grid (index);
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;

  g_return_val_if_fail (grid != NULL, NULL);
  width = ks_format_decimal (grid->width, grid->width > (int) grid->width ? 1 : 0);
  height = ks_format_decimal (grid->height, grid->height > (int) grid->height ? 1 : 0);
  return g_strdup_printf (_("%s × %s mm, %u labels"), width, height,
                          grid->n_columns * grid->n_rows);
}

static gboolean
refuse (const char *text, const char *reason, GError **error)
{
  g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING,
               _("The label sheet “%s” cannot be used: %s. Name a known sheet (70x37, 64x33.9 …) "
                 "or give its measures in mm: width, height, left, top, pitch across, pitch down, "
                 "columns, rows, code, code from the left, free at the right."),
               text, reason);
  return FALSE;
}

static gboolean
read_numbers (const char *text, double *numbers)
{
  g_auto (GStrv) words = g_strsplit (text, ",", N_NUMBERS + 1);

  if (g_strv_length (words) != N_NUMBERS)
    return FALSE;
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (g_strstrip (words[i]), &end);
      /* Written so that what is no number fails too. */
      if (end == words[i] || *end != '\0' || !(numbers[i] >= 0 && numbers[i] <= KS_A4_HEIGHT))
        return FALSE;
    }
  return TRUE;
}

static const char *
find_fault (const KsLabelGrid *grid)
{
  double right = grid->left + (grid->n_columns - 1) * grid->pitch_x + grid->width;
  double bottom = grid->top + (grid->n_rows - 1) * grid->pitch_y + grid->height;

  if (grid->n_columns < 1 || grid->n_rows < 1 || grid->n_columns > MOST_ACROSS
      || grid->n_rows > 2 * MOST_ACROSS)
    return _("it has no label, or too many");
  if (grid->width < LEAST_SIDE || grid->height < LEAST_SIDE || grid->code < LEAST_CODE)
    return _("its labels are too small for a code");
  if (grid->pitch_x + ROUNDING < grid->width || grid->pitch_y + ROUNDING < grid->height)
    return _("its labels lie over each other");
  if (right > KS_A4_WIDTH + ROUNDING || bottom > KS_A4_HEIGHT + ROUNDING)
    return _("its labels reach over the edge of A4");
  if (grid->code > grid->height || grid->code_left + 2 * grid->code + grid->right > grid->width)
    return _("its code leaves no room for the name beside it");
  return NULL;
}

/**
 * ks_label_grid_parse:
 * @text: the id of a common sheet, or eleven numbers with commas between
 * @grid: (out caller-allocates): the measures
 * @error: return location for an error
 *
 * Returns: %FALSE with %KS_PAGES_ERROR_SETTING for what is no sheet of labels
 */
gboolean
ks_label_grid_parse (const char *text, KsLabelGrid *grid, GError **error)
{
  double n[N_NUMBERS];
  const char *fault;

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (text, presets[i].id))
      {
        *grid = presets[i].grid;
        return TRUE;
      }
  if (!read_numbers (text, n))
    return refuse (text, _("these are not eleven numbers"), error);
  *grid = (KsLabelGrid){ n[0], n[1], n[2], n[3], n[4], n[5], (guint) n[6], (guint) n[7],
                         n[8], n[9], n[10] };
  fault = find_fault (grid);
  return fault == NULL || refuse (text, fault, error);
}

static void
append_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (text->len > 0)
    g_string_append_c (text, ',');
  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.6g", number));
}

/**
 * ks_label_grid_to_text:
 * @self: a grid
 *
 * Returns: (transfer full): what ks_label_grid_parse() reads: the id of a common sheet where it is
 *   one
 */
char *
ks_label_grid_to_text (const KsLabelGrid *self)
{
  GString *text;
  const double numbers[N_NUMBERS]
      = { self->width, self->height, self->left, self->top, self->pitch_x, self->pitch_y,
          self->n_columns, self->n_rows, self->code, self->code_left, self->right };

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (ks_label_grid_equal (self, &presets[i].grid))
      return g_strdup (presets[i].id);
  text = g_string_new (NULL);
  for (guint i = 0; i < N_NUMBERS; i++)
    append_number (text, numbers[i]);
  return g_string_free (text, FALSE);
}

static gboolean
is_near (double a, double b)
{
  return ABS (a - b) < 1e-4;
}

/**
 * ks_label_grid_equal:
 * @self: a grid
 * @other: a grid
 *
 * Returns: whether labels and codes stand at the same places
 */
gboolean
ks_label_grid_equal (const KsLabelGrid *self, const KsLabelGrid *other)
{
  return is_near (self->width, other->width) && is_near (self->height, other->height)
         && is_near (self->left, other->left) && is_near (self->top, other->top)
         && is_near (self->pitch_x, other->pitch_x) && is_near (self->pitch_y, other->pitch_y)
         && self->n_columns == other->n_columns && self->n_rows == other->n_rows
         && is_near (self->code, other->code) && is_near (self->code_left, other->code_left)
         && is_near (self->right, other->right);
}
