/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-folio-private.h"
#include "ks-pages-private.h"
#include "ks-test-sheets.h"
#include "ks-test.h"

/* The names of the whole country on every layout: nothing is clipped, nothing lies over something
 * else. The state of April 2024, 10,597 units. */

#define N_COUNTRY 10597
#define CLEAR 0.02  /* mm by which inks may meet */

typedef struct {
  KsRect        ink;
  const KsItem *item;  /* of a text */
} Box;

/* Names that a sheet sets alike stand for each other: only one of each is laid out. */
static GPtrArray *
load_country (KsCampaignInfo *info)
{
  g_autofree char *path = ks_test_data ("communes-vietnam-2024.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_sheet_free);
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_autofree char *token = g_strconcat (cells[0], "-", "MWQGHK", NULL);
      g_autoptr (KsUnit) unit = NULL;

      if (!g_hash_table_add (seen, g_strdup (cells[1])))
        continue;
      unit = ks_unit_new (cells[0], cells[1], cells[2], cells[3], cells[4], &(KsStaff){ 0 }, NULL);
      g_ptr_array_add (sheets, ks_sheet_new (unit, token, "https://a.vn/f?u=00001-000000", i));
    }
  g_assert_cmpuint (n, ==, N_COUNTRY);
  return sheets;
}

static double
find_left (const KsItem *item, const KsMeasure *measure)
{
  if (item->align == KS_ALIGN_CENTRE)
    return item->rect.x - measure->width / 2;
  if (item->align == KS_ALIGN_RIGHT)
    return item->rect.x - measure->width;
  return item->align == KS_ALIGN_AXIS ? item->rect.x - measure->ink_left : item->rect.x;
}

static KsRect
find_ink (const KsItem *item)
{
  KsMeasure measure;
  double left;

  ks_type_measure (ks_type_get (), &item->style, item->text, &measure);
  left = find_left (item, &measure);
  if (item->turned)
    return (KsRect){ 2 * item->rect.x - left - measure.width, item->rect.y - measure.ink_fall,
                     measure.width, measure.ink_rise + measure.ink_fall };
  return (KsRect){ left, item->rect.y - measure.ink_rise, measure.width,
                   measure.ink_rise + measure.ink_fall };
}

static gboolean
meet (const KsRect *a, const KsRect *b)
{
  return a->x + CLEAR < b->x + b->width && b->x + CLEAR < a->x + a->width
         && a->y + CLEAR < b->y + b->height && b->y + CLEAR < a->y + a->height;
}

static gboolean
holds (const KsRect *outer, const KsRect *inner)
{
  return inner->x >= outer->x - CLEAR && inner->y >= outer->y - CLEAR
         && inner->x + inner->width <= outer->x + outer->width + CLEAR
         && inner->y + inner->height <= outer->y + outer->height + CLEAR;
}

/* The boxes of single letters: lines whose boxes meet seldom touch each other. */
static GArray *
split_letters (const KsItem *item)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (KsRect));
  KsRect line = find_ink (item);

  for (const char *p = item->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *before = g_strndup (item->text, (gsize) (p - item->text));
      g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      KsMeasure measure;
      double x = line.x + ks_type_get_width (ks_type_get (), &item->style, before);
      KsRect box;

      ks_type_measure (ks_type_get (), &item->style, letter, &measure);
      box = (KsRect){ x, item->rect.y - measure.ink_rise, measure.width,
                      measure.ink_rise + measure.ink_fall };
      g_array_append_val (letters, box);
    }
  return letters;
}

static gboolean
touch (const Box *a, const Box *b)
{
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) right = NULL;

  if (!meet (&a->ink, &b->ink))
    return FALSE;
  if (a->item == NULL || b->item == NULL)
    return TRUE;
  /* A face that stands on its head is the upright one, which is looked at letter by letter. */
  if (a->item->turned)
    return FALSE;
  left = split_letters (a->item);
  right = split_letters (b->item);
  for (guint i = 0; i < left->len; i++)
    for (guint k = 0; k < right->len; k++)
      if (meet (&g_array_index (left, KsRect, i), &g_array_index (right, KsRect, k)))
        return TRUE;
  return FALSE;
}

/* White numbers stand on their discs, the word on its bubble is no item. */
static GArray *
collect_boxes (KsFolio *page)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; i < page->items->len; i++)
    {
      const KsItem *item = &g_array_index (page->items, KsItem, i);
      Box box = { .item = item->kind == KS_ITEM_TEXT ? item : NULL };

      if (item->kind == KS_ITEM_CODE)
        box.ink = item->cell->code;
      else if (item->kind == KS_ITEM_TEXT)
        box.ink = find_ink (item);
      else
        continue;
      g_array_append_val (boxes, box);
    }
  return boxes;
}

static const char *
get_text (const Box *box)
{
  return box->item != NULL ? box->item->text : "the code";
}

static void
check_page (KsFolio *page, const KsRect *paper, gboolean in_cells)
{
  g_autoptr (GArray) boxes = collect_boxes (page);
  g_autoptr (GPtrArray) cells = ks_folio_dup_cells (page, 0);

  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);
      gboolean held = !in_cells;

      if (!holds (paper, &box->ink))
        g_error ("“%s” leaves the paper", get_text (box));
      for (guint k = 0; k < cells->len && !held; k++)
        held = holds (&((KsCodeCell *) g_ptr_array_index (cells, k))->cell, &box->ink);
      if (!held)
        g_error ("“%s” leaves its place", get_text (box));
      for (guint k = i + 1; k < boxes->len; k++)
        if (touch (box, &g_array_index (boxes, Box, k)))
          g_error ("“%s” lies over “%s”", get_text (box),
                   get_text (&g_array_index (boxes, Box, k)));
    }
}

typedef struct {
  const char    *path;
  KsSheetOptions options;
  const char    *grid;
  gboolean       in_cells;  /* every text has its unit's place */
} Case;

static const Case cases[] = {
  { "/names/poster", { .layout = KS_LAYOUT_POSTER }, NULL, FALSE },
  { "/names/poster-2a5", { .layout = KS_LAYOUT_POSTER, .paper = KS_PAPER_2A5 }, NULL, FALSE },
  { "/names/annex-1", { .layout = KS_LAYOUT_ANNEX, .columns = 1 }, NULL, FALSE },
  { "/names/annex-2", { .layout = KS_LAYOUT_ANNEX, .columns = 2 }, NULL, FALSE },
  { "/names/cards", { .layout = KS_LAYOUT_CARDS }, NULL, TRUE },
  { "/names/image", { .layout = KS_LAYOUT_IMAGE }, NULL, FALSE },
  { "/names/labels-70x37", { .layout = KS_LAYOUT_LABELS }, "70x37", TRUE },
  { "/names/labels-64x33.9", { .layout = KS_LAYOUT_LABELS }, "64x33.9", TRUE },
  { "/names/labels-105x74", { .layout = KS_LAYOUT_LABELS }, "105x74", TRUE },
};

static KsCampaignInfo *info;
static GPtrArray *sheets;

/* The layouts are looked at page by page for what is drawn wrong, and every tenth page is enough for
 * what is kept or freed wrong. */
#ifdef __SANITIZE_ADDRESS__
#define PAGE_STEP 10
#else
#define PAGE_STEP 1
#endif

static void
test_names (gconstpointer data)
{
  const Case *which = data;
  KsSheetOptions options = which->options;
  KsSheetContext context = ks_test_context (info, N_COUNTRY);
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  KsRect paper = { 0 };

  if (which->grid != NULL)
    g_assert_true (ks_label_grid_parse (which->grid, &options.grid, NULL));
  pages = ks_sheet_pages_new (sheets, &context, &options, &error);
  g_assert_no_error (error);
  ks_pages_get_size (pages, &paper.width, &paper.height);
  for (guint i = 0; i < ks_pages_get_n_pages (pages); i += PAGE_STEP)
    {
      g_autoptr (KsFolio) page = ks_pages_lay_out (pages, i);

      check_page (page, &paper, which->in_cells);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  info = ks_test_info ();
  sheets = load_country (info);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_names);
  result = g_test_run ();
  g_ptr_array_unref (sheets);
  ks_campaign_info_free (info);
  return result;
}
