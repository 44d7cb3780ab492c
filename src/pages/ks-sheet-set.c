/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-private.h"

#include "ks-i18n.h"
#include "ks-number.h"

/**
 * ks_sheet_set_init:
 * @self: (out caller-allocates): a set
 * @sheets: (element-type KsSheet): the units, in their order on paper; copied
 * @context: what they share; copied
 * @options: complete options
 */
void
ks_sheet_set_init (KsSheetSet *self, GPtrArray *sheets, const KsSheetContext *context,
                   const KsSheetOptions *options)
{
  self->options = *options;
  self->sheets = g_ptr_array_new_full (sheets->len * options->copies,
                                       (GDestroyNotify) ks_sheet_free);
  for (guint i = 0; i < sheets->len; i++)
    for (guint k = 0; k < options->copies; k++)
      g_ptr_array_add (self->sheets, ks_sheet_copy (g_ptr_array_index (sheets, i)));
  self->info = ks_campaign_info_copy (context->info);
  self->texts = ks_sheet_texts_copy (context->texts);
  self->context = *context;
  self->context.info = self->info;
  self->context.texts = self->texts;
}

/**
 * ks_sheet_set_clear:
 * @self: a set
 *
 * Lets go what it holds.
 */
void
ks_sheet_set_clear (KsSheetSet *self)
{
  g_ptr_array_unref (self->sheets);
  ks_campaign_info_free (self->info);
  ks_sheet_texts_free (self->texts);
  ks_logo_free (self->logo);
}

/**
 * ks_sheet_set_free:
 * @self: (transfer full): a set
 */
void
ks_sheet_set_free (gpointer self)
{
  ks_sheet_set_clear (self);
  g_free (self);
}

/**
 * ks_sheet_set_get_text:
 * @self: a set
 * @text: which text
 *
 * Returns: (transfer none): what its sheets say
 */
const char *
ks_sheet_set_get_text (const KsSheetSet *self, KsSheetText text)
{
  return ks_sheet_texts_get (self->texts, text);
}

/**
 * ks_sheet_set_get:
 * @self: a set
 * @index: which sheet
 *
 * Returns: (transfer none): the sheet
 */
KsSheet *
ks_sheet_set_get (const KsSheetSet *self, guint index)
{
  return g_ptr_array_index (self->sheets, index);
}

/* What the office's printer would cut off. A picture is not printed. */
static void
check_margin (const KsSheetSet *self, KsPages *pages)
{
  g_autoptr (KsFolio) page = ks_pages_lay_out (pages, 0);
  double wanted = ks_sheet_texts_get_margin (self->texts);
  double margin;
  double width;
  double height;
  g_autofree char *have = NULL;
  g_autofree char *need = NULL;
  g_autofree char *warning = NULL;

  if (self->options.layout == KS_LAYOUT_IMAGE)
    return;
  ks_pages_get_size (pages, &width, &height);
  margin = ks_folio_measure_margin (page, width, height);
  if (margin >= wanted)
    return;
  have = ks_format_decimal (margin, 1);
  need = ks_format_decimal (wanted, 1);
  warning = g_strdup_printf (_("On this sheet something stands %s mm from the edge, where the "
                               "printer leaves %s mm white. Choose another layout or sheet of "
                               "labels, or a printer with smaller margins."),
                             have, need);
  ks_pages_add_warning (pages, warning);
}

/**
 * ks_sheet_set_make_pages:
 * @self: (transfer full): a set, or what begins with one
 * @kind: how it is laid out
 * @facts: what the document is
 *
 * Returns: (transfer full): the document
 */
KsPages *
ks_sheet_set_make_pages (KsSheetSet *self, const KsPagesKind *kind, const KsSheetFacts *facts)
{
  g_autofree char *keywords = ks_sheet_mark_dup (self);
  g_autofree char *title = g_strdup_printf ("%s – %s", facts->title, self->info->id);
  g_autofree char *warning = NULL;
  double module = 0;
  KsPages *pages;

  if (facts->place.size > 0)
    {
      module = ks_sheets_measure_module (self->sheets, &facts->place);
      warning = ks_sheets_dup_warning (self->sheets, &facts->place);
    }
  pages = ks_pages_new (kind, self, &(KsPagesFacts){
    .title = title,
    .author = self->info->issuing_body,
    .keywords = keywords,
    .warning = warning,
    .n_pages = facts->n_pages,
    .width_mm = facts->width_mm,
    .height_mm = facts->height_mm,
    .module_mm = module,
    .one_colour = self->context.one_colour,
  });
  check_margin (self, pages);
  return pages;
}

/* Ă and Â are letters of their own, Ẫ is an Â with a tone. */
static char *
dup_initial (const char *name)
{
  static const gunichar tones[] = { 0x300, 0x301, 0x303, 0x309, 0x323 };
  g_autofree char *letter = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, 2), 1));
  g_autofree char *upper = g_utf8_strup (letter, -1);
  g_autofree char *apart = g_utf8_normalize (upper, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean tone = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
        tone = tone || g_utf8_get_char (p) == tones[i];
      if (!tone)
        g_string_append_unichar (bare, g_utf8_get_char (p));
    }
  return g_utf8_normalize (bare->str, -1, G_NORMALIZE_NFC);
}

/* In the alphabet the districts are mixed: there one looks for the letter of a name. */
static char *
dup_heading (const KsSheetSet *self, guint index)
{
  KsUnit *unit = ks_sheet_set_get (self, index)->unit;

  return self->options.order == KS_ORDER_NAME ? dup_initial (ks_unit_get_bare_name (unit))
                                              : g_strdup (ks_unit_get_district_name (unit));
}

/**
 * ks_sheet_set_add_bookmarks:
 * @self: a set
 * @pages: its pages
 * @first: places of the first page that stay empty
 * @per_page: places of a page
 *
 * Adds an entry for every district to the list of contents, for every letter where the sheets stand
 * in the alphabet: it begins where it differs from that of the sheet before.
 */
void
ks_sheet_set_add_bookmarks (const KsSheetSet *self, KsPages *pages, guint first, guint per_page)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      char *heading = dup_heading (self, i);

      if (heading != NULL && *heading != '\0' && g_strcmp0 (heading, last) != 0)
        ks_pages_add_bookmark (pages, heading, (first + i) / per_page);
      g_free (last);
      last = heading;
    }
}

/* What a layout shows of the office's emblem: lists, labels and cards have no room for it. */
static gboolean
load_logo (const KsSheetContext *context, KsLayout layout, KsLogo **logo, GError **error)
{
  const char *text = ks_sheet_texts_get (context->texts, KS_TEXT_LOGO);

  if (*text == '\0' || layout == KS_LAYOUT_ANNEX || layout == KS_LAYOUT_LABELS
      || layout == KS_LAYOUT_CARDS)
    return TRUE;
  *logo = ks_logo_new_from_text (text, error);
  return *logo != NULL;
}

/**
 * ks_sheet_pages_new:
 * @sheets: (element-type KsSheet): the units, in their order on paper
 * @context: what they share
 * @options: how they are laid out
 * @error: return location for an error
 *
 * Lays out sheets. Pages are made when they are asked for; every code tells its place, so that it
 * can be proven.
 *
 * Returns: (transfer full): the pages, or %NULL with %KS_PAGES_ERROR_SHEET,
 *   %KS_PAGES_ERROR_SETTING or %KS_PAGES_ERROR_FONT
 */
KsPages *
ks_sheet_pages_new (GPtrArray *sheets, const KsSheetContext *context, const KsSheetOptions *options,
                    GError **error)
{
  static KsPages *(*const lay_out[KS_N_LAYOUTS]) (KsSheetSet *) = {
    [KS_LAYOUT_POSTER] = ks_poster_lay_out, [KS_LAYOUT_ANNEX] = ks_annex_lay_out,
    [KS_LAYOUT_GUIDE] = ks_guide_lay_out,   [KS_LAYOUT_LABELS] = ks_labels_lay_out,
    [KS_LAYOUT_CARDS] = ks_cards_lay_out,   [KS_LAYOUT_IMAGE] = ks_image_lay_out,
  };
  g_autoptr (KsLogo) logo = NULL;
  KsSheetOptions full;
  KsSheetSet *set;

  if (!ks_sheet_options_complete (options, &full, error)
      || !ks_sheets_check (sheets, full.layout, error)
      || !load_logo (context, full.layout, &logo, error))
    return NULL;
  set = g_new0 (KsSheetSet, 1);
  ks_sheet_set_init (set, sheets, context, &full);
  set->logo = g_steal_pointer (&logo);
  return lay_out[full.layout](set);
}

/**
 * ks_poster_pages_new:
 * @sheets: (element-type KsSheet): the units, in their order on paper
 * @context: what they share
 * @error: return location for an error
 *
 * Lays out the poster of every unit, one A4 page each, with a code of 96 mm at level Q.
 *
 * Returns: (transfer full): the posters, or %NULL with %KS_PAGES_ERROR_SHEET or
 *   %KS_PAGES_ERROR_FONT
 */
KsPages *
ks_poster_pages_new (GPtrArray *sheets, const KsSheetContext *context, GError **error)
{
  return ks_sheet_pages_new (sheets, context, &(KsSheetOptions){ .layout = KS_LAYOUT_POSTER },
                             error);
}

/**
 * ks_annex_pages_new:
 * @sheets: (element-type KsSheet): the units, in their order on paper
 * @context: what they share
 * @n_columns: of units on a page, 1 or 2
 * @error: return location for an error
 *
 * Lays out the list of codes that goes with the plan: 28 mm at level M, grouped by district.
 *
 * Returns: (transfer full): the annex, or %NULL with %KS_PAGES_ERROR_SHEET or
 *   %KS_PAGES_ERROR_FONT
 */
KsPages *
ks_annex_pages_new (GPtrArray *sheets, const KsSheetContext *context, guint n_columns,
                    GError **error)
{
  KsSheetOptions options = { .layout = KS_LAYOUT_ANNEX, .columns = n_columns };

  return ks_sheet_pages_new (sheets, context, &options, error);
}
