/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-options.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-pages-error.h"

static const char *const layout_ids[KS_N_LAYOUTS] = {
  [KS_LAYOUT_POSTER] = "poster", [KS_LAYOUT_ANNEX] = "annex", [KS_LAYOUT_GUIDE] = "guide",
  [KS_LAYOUT_LABELS] = "labels", [KS_LAYOUT_CARDS] = "cards", [KS_LAYOUT_IMAGE] = "image",
};

static const char *const paper_ids[KS_N_PAPER_SIZES] = {
  [KS_PAPER_A4] = "A4",
  [KS_PAPER_A3] = "A3",
  [KS_PAPER_2A5] = "2A5",
};

static const char *const order_ids[KS_N_ORDERS] = {
  [KS_ORDER_OFFICE] = "office",
  [KS_ORDER_NAME] = "name",
  [KS_ORDER_CODE] = "code",
};

static gboolean
find_id (const char *const *ids, guint n_ids, const char *id, guint *index)
{
  for (*index = 0; *index < n_ids; (*index)++)
    if (g_strcmp0 (ids[*index], id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * ks_layout_from_id:
 * @id: "poster", "annex", "guide", "labels", "cards" or "image"
 * @layout: (out): the layout
 *
 * Returns: whether @id names a layout
 */
gboolean
ks_layout_from_id (const char *id, KsLayout *layout)
{
  guint index;
  gboolean found = find_id (layout_ids, KS_N_LAYOUTS, id, &index);

  if (found)
    *layout = (KsLayout) index;
  return found;
}

/**
 * ks_layout_get_id:
 * @layout: a layout
 *
 * Returns: (transfer none): its name on the command line and in a PDF
 */
const char *
ks_layout_get_id (KsLayout layout)
{
  return layout_ids[layout];
}

/**
 * ks_layout_is_list:
 * @layout: a layout
 *
 * Returns: whether units stand below each other, by districts, in the office's own order
 */
gboolean
ks_layout_is_list (KsLayout layout)
{
  return layout == KS_LAYOUT_ANNEX || layout == KS_LAYOUT_GUIDE;
}

/**
 * ks_poster_paper_from_id:
 * @id: "A4", "A3" or "2A5"
 * @paper: (out): the paper
 *
 * Returns: whether @id names a paper
 */
gboolean
ks_poster_paper_from_id (const char *id, KsPosterPaper *paper)
{
  guint index;
  gboolean found = find_id (paper_ids, KS_N_PAPER_SIZES, id, &index);

  if (found)
    *paper = (KsPosterPaper) index;
  return found;
}

/**
 * ks_poster_paper_get_id:
 * @paper: a paper
 *
 * Returns: (transfer none): its name
 */
const char *
ks_poster_paper_get_id (KsPosterPaper paper)
{
  return paper_ids[paper];
}

/**
 * ks_sheet_order_from_id:
 * @id: "office", "name" or "code"
 * @order: (out): the order
 *
 * Returns: whether @id names an order
 */
gboolean
ks_sheet_order_from_id (const char *id, KsSheetOrder *order)
{
  guint index;
  gboolean found = find_id (order_ids, KS_N_ORDERS, id, &index);

  if (found)
    *order = (KsSheetOrder) index;
  return found;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING, message);
  return FALSE;
}

/**
 * ks_sheet_options_complete:
 * @self: options, where zero means the usual
 * @full: (out caller-allocates): the same with every field set; those of no use to the layout are
 *   the usual ones, so that equal sheets have equal options
 * @error: return location for an error
 *
 * Returns: %FALSE with %KS_PAGES_ERROR_SETTING for what cannot be printed
 */
gboolean
ks_sheet_options_complete (const KsSheetOptions *self, KsSheetOptions *full, GError **error)
{
  gboolean labels = self->layout == KS_LAYOUT_LABELS;
  gboolean single = ks_layout_is_list (self->layout) || self->layout == KS_LAYOUT_IMAGE;

  *full = (KsSheetOptions){ .layout = self->layout, .columns = 1, .copies = 1,
                            .grid = *ks_label_preset_get_grid (0) };
  if (self->layout == KS_LAYOUT_POSTER)
    full->paper = self->paper;
  if (self->layout == KS_LAYOUT_ANNEX)
    {
      full->columns = MAX (1, self->columns);
      full->district_pages = self->district_pages;
    }
  if (!single)
    full->copies = MAX (1, self->copies);
  if (!ks_layout_is_list (self->layout))
    full->order = self->order;
  if (labels && self->grid.n_columns > 0)
    full->grid = self->grid;
  if (labels)
    full->skip = self->skip;
  if (full->columns > 2)
    return refuse (error, _("The annex has one or two columns of units."));
  if (full->copies > KS_MOST_COPIES)
    return refuse (error, _("More than 100 copies of a sheet cannot be made at once."));
  if (full->skip >= full->grid.n_columns * full->grid.n_rows)
    return refuse (error, _("A sheet of labels has fewer labels than are to be skipped: put a new "
                            "sheet into the printer and skip none."));
  return TRUE;
}

/**
 * ks_sheet_options_to_text:
 * @self: complete options
 *
 * Returns: (transfer full): what ks_sheet_options_read() takes field by field: "columns=2"; what
 *   is usual is left out, but for the columns
 */
char *
ks_sheet_options_to_text (const KsSheetOptions *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *grid = ks_label_grid_to_text (&self->grid);

  g_string_printf (text, "columns=%u", self->columns);
  if (self->paper != KS_PAPER_A4)
    g_string_append_printf (text, ";paper=%s", ks_poster_paper_get_id (self->paper));
  if (self->district_pages)
    g_string_append (text, ";districts=1");
  if (self->order != KS_ORDER_OFFICE)
    g_string_append_printf (text, ";order=%s", order_ids[self->order]);
  if (self->copies != 1)
    g_string_append_printf (text, ";copies=%u", self->copies);
  if (self->skip != 0)
    g_string_append_printf (text, ";skip=%u", self->skip);
  if (self->layout == KS_LAYOUT_LABELS)
    g_string_append_printf (text, ";grid=%s", grid);
  return g_string_free (text, FALSE);
}

static guint
read_count (const char *text)
{
  return (guint) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXINT);
}

/**
 * ks_sheet_options_read:
 * @self: options
 * @field: a field of them: "columns=2"
 *
 * Returns: %FALSE if it is one of ours and says nothing sensible
 */
gboolean
ks_sheet_options_read (KsSheetOptions *self, const char *field)
{
  const char *value = strchr (field, '=');
  gboolean ok = TRUE;

  if (value++ == NULL)
    return TRUE;
  if (g_str_has_prefix (field, "columns="))
    self->columns = read_count (value);
  else if (g_str_has_prefix (field, "paper="))
    ok = ks_poster_paper_from_id (value, &self->paper);
  else if (g_str_has_prefix (field, "districts="))
    self->district_pages = read_count (value) != 0;
  else if (g_str_has_prefix (field, "order="))
    ok = ks_sheet_order_from_id (value, &self->order);
  else if (g_str_has_prefix (field, "copies="))
    self->copies = read_count (value);
  else if (g_str_has_prefix (field, "skip="))
    self->skip = read_count (value);
  else if (g_str_has_prefix (field, "grid="))
    ok = ks_label_grid_parse (value, &self->grid, NULL);
  return ok;
}
