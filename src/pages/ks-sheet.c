/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-parts.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-number.h"
#include "ks-pages-error.h"

#define MARK "khaosat:layout="
#define N_SIGNS 6

/**
 * ks_sheet_new:
 * @unit: a unit
 * @token: its token
 * @link: its link
 * @number: its place in the registry, from 1
 *
 * Returns: (transfer full): what the unit's sheet says
 */
KsSheet *
ks_sheet_new (KsUnit *unit, const char *token, const char *link, guint number)
{
  KsSheet *self = g_new0 (KsSheet, 1);

  self->unit = g_object_ref (unit);
  self->token = g_strdup (token);
  self->link = g_strdup (link);
  self->number = number;
  return self;
}

/**
 * ks_sheet_copy:
 * @self: a sheet
 *
 * Returns: (transfer full): a copy
 */
KsSheet *
ks_sheet_copy (const KsSheet *self)
{
  KsSheet *copy = ks_sheet_new (self->unit, self->token, self->link, self->number);

  copy->version = self->version;
  copy->version_day = self->version_day;
  copy->union_contact = g_strdup (self->union_contact);
  return copy;
}

/**
 * ks_sheet_free:
 * @self: (transfer full): a sheet
 */
void
ks_sheet_free (KsSheet *self)
{
  g_object_unref (self->unit);
  g_free (self->token);
  g_free (self->link);
  g_free (self->union_contact);
  g_free (self);
}

/**
 * ks_sheet_set_union_contact:
 * @self: a sheet
 * @name: (nullable): who speaks for the district's union
 * @phone: (nullable): that person's number
 */
void
ks_sheet_set_union_contact (KsSheet *self, const char *name, const char *phone)
{
  g_free (self->union_contact);
  self->union_contact = ks_sheet_dup_contact (name, phone);
}

/**
 * ks_sheet_dup_signs:
 * @self: a sheet
 *
 * The signs of the version stamp: the first 30 bits of SHA-256 over "code|name|district|link" in
 * Crockford's base 32. Two sheets of a unit with different signs say different things.
 *
 * Returns: (transfer full): six characters
 */
char *
ks_sheet_dup_signs (const KsSheet *self)
{
  const char *district = ks_unit_get_district_name (self->unit);
  g_autofree char *said
      = g_strjoin ("|", ks_unit_get_code (self->unit), ks_unit_get_name (self->unit),
                   district != NULL ? district : "", self->link, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) said, (gssize) strlen (said));
  g_checksum_get_digest (checksum, digest, &length);
  return ks_crockford_encode (((guint32) digest[0] << 24 | (guint32) digest[1] << 16
                               | (guint32) digest[2] << 8 | digest[3]) >> 2, N_SIGNS);
}

/**
 * ks_sheet_dup_version:
 * @context: what the sheets share
 * @sheet: (nullable): the sheet of a unit; %NULL: of all together
 *
 * Returns: (transfer full): "PKS01-2024 · 07210 · Bản 1, ngày 25/3/2024"
 */
char *
ks_sheet_dup_version (const KsSheetContext *context, const KsSheet *sheet)
{
  GString *text = g_string_new (context->info->id);
  gboolean own = sheet != NULL && sheet->version > 0;
  KsDay version_day = own ? sheet->version_day : context->version_day;

  if (sheet != NULL)
    g_string_append_printf (text, " · %s", ks_unit_get_code (sheet->unit));
  g_string_append_printf (text, " · Bản %u", own ? sheet->version : context->version);
  if (version_day != KS_DAY_NONE)
    {
      g_autofree char *day = ks_day_format (version_day);

      g_string_append_printf (text, ", ngày %s", day);
    }
  return g_string_free (text, FALSE);
}

/**
 * ks_sheet_dup_stamp:
 * @sheet: a sheet
 * @context: what the sheets share
 *
 * Returns: (transfer full): the version with the sheet's signs: "PKS01-2024 · 07210 · Bản 1, ngày
 *   25/3/2024 · VG57EG"
 */
char *
ks_sheet_dup_stamp (const KsSheet *sheet, const KsSheetContext *context)
{
  g_autofree char *version = ks_sheet_dup_version (context, sheet);
  g_autofree char *signs = ks_sheet_dup_signs (sheet);

  return g_strjoin (" · ", version, signs, NULL);
}

/**
 * ks_sheets_check:
 * @sheets: (element-type KsSheet): sheets
 * @layout: how they are laid out
 * @error: return location for an error
 *
 * Returns: %FALSE with %KS_PAGES_ERROR_SHEET or %KS_PAGES_ERROR_FONT for what no layout can print
 */
gboolean
ks_sheets_check (GPtrArray *sheets, KsLayout layout, GError **error)
{
  KsFamily family = layout == KS_LAYOUT_ANNEX ? KS_FAMILY_SERIF : KS_FAMILY_SANS;

  if (sheets->len == 0)
    {
      g_set_error_literal (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SHEET,
                           _("There is no unit to print a sheet for; choose at least one."));
      return FALSE;
    }
  for (guint i = 0; layout != KS_LAYOUT_GUIDE && i < sheets->len; i++)
    {
      const KsSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->link != NULL && *sheet->link != '\0' && strlen (sheet->link) <= KS_LINK_MAX_BYTES)
        continue;
      g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SHEET,
                   _("%s (%s) has no link, or one longer than %d bytes; set its link first."),
                   ks_unit_get_name (sheet->unit), ks_unit_get_code (sheet->unit),
                   KS_LINK_MAX_BYTES);
      return FALSE;
    }
  return ks_type_check_family (family, error);
}

static double
measure_module (gsize n_bytes, const KsCodePlace *place)
{
  guint n = ks_symbol_count_modules (n_bytes, place->level);

  return n > 0 ? place->scale * ks_symbol_fit (n, place->size, place->size + 2 * place->margin) / n
               : 0;
}

static const KsSheet *
find_longest (GPtrArray *sheets)
{
  const KsSheet *longest = g_ptr_array_index (sheets, 0);

  for (guint i = 1; i < sheets->len; i++)
    {
      const KsSheet *sheet = g_ptr_array_index (sheets, i);

      if (strlen (sheet->link) > strlen (longest->link))
        longest = sheet;
    }
  return longest;
}

/**
 * ks_sheets_measure_module:
 * @sheets: (element-type KsSheet): sheets
 * @place: where their codes stand
 *
 * Returns: the side of a printed module of the longest link, the smallest of all, in mm
 */
double
ks_sheets_measure_module (GPtrArray *sheets, const KsCodePlace *place)
{
  return measure_module (strlen (find_longest (sheets)->link), place);
}

/**
 * ks_sheets_dup_warning:
 * @sheets: (element-type KsSheet): sheets
 * @place: where their codes stand
 *
 * Returns: (transfer full) (nullable): what to shorten, where a code is too fine to be copied
 */
char *
ks_sheets_dup_warning (GPtrArray *sheets, const KsCodePlace *place)
{
  const KsSheet *sheet = find_longest (sheets);
  gsize n_bytes = strlen (sheet->link);
  double module = measure_module (n_bytes, place);
  g_autofree char *wide = ks_format_decimal (module, 2);
  g_autofree char *least = ks_format_decimal (KS_MODULE_MM_MIN, 2);
  gsize most = n_bytes;

  if (module >= KS_MODULE_MM_MIN)
    return NULL;
  while (most > 0 && measure_module (most, place) < KS_MODULE_MM_MIN)
    most--;
  return g_strdup_printf (_("The link of %s (%s) has %u bytes, so a square of its code is %s mm "
                            "wide on this sheet; under %s mm a copy can no longer be read. Shorten the "
                            "link to %u bytes or fewer, or choose a larger sheet."),
                          ks_unit_get_name (sheet->unit), ks_unit_get_code (sheet->unit),
                          (guint) n_bytes, wide, least, (guint) most);
}

/**
 * ks_sheet_place_code:
 * @sheet: a sheet
 * @page: where its code shall stand
 * @place: its level of error correction, and what is named around it
 * @symbol: the square of its modules
 * @cell: the area that holds its caption
 */
void
ks_sheet_place_code (const KsSheet *sheet, KsFolio *page, const KsCodePlace *place,
                     const KsRect *symbol, const KsRect *cell)
{
  double quiet = symbol->width / ks_symbol_count_modules (strlen (sheet->link), place->level)
                 * KS_QUIET_MODULES;
  const char *district = place->grouped ? NULL : ks_unit_get_district_name (sheet->unit);
  g_autofree char *shorter = district != NULL ? ks_sheet_shorten_district (district) : NULL;
  KsCodeCell code = {
    .code = { symbol->x - quiet, symbol->y - quiet, symbol->width + 2 * quiet,
              symbol->height + 2 * quiet },
    .quiet = quiet,
    .cell = *cell,
    .unit_code = (char *) ks_unit_get_code (sheet->unit),
    .token = sheet->token,
    .link = sheet->link,
    .level = place->level,
    .sheet = place->sheet.width > 0 ? place->sheet : *cell,
    .name = (char *) ks_unit_get_name (sheet->unit),
    .district = (char *) district,
    .district_short = shorter,
  };

  ks_folio_add_code (page, &code, symbol);
}

/**
 * ks_sheet_get_code_side:
 * @sheet: a sheet
 * @place: how large its code may be
 *
 * Returns: the side of the square of its modules in mm: less than the place offers where the quiet
 *   zone needs more than the margin
 */
double
ks_sheet_get_code_side (const KsSheet *sheet, const KsCodePlace *place)
{
  guint n = ks_symbol_count_modules (strlen (sheet->link), place->level);

  return ks_symbol_fit (n, place->size, place->size + 2 * place->margin);
}

/**
 * ks_sheet_add_code:
 * @sheet: a sheet
 * @page: where its code shall stand
 * @place: how large it may be
 * @x: left edge of its square
 * @y: top edge of its square
 * @cell: the area that holds its caption
 *
 * Puts a code into the middle of its square, or at its left edge if the place says so.
 */
void
ks_sheet_add_code (const KsSheet *sheet, KsFolio *page, const KsCodePlace *place, double x,
                   double y, const KsRect *cell)
{
  double side = ks_sheet_get_code_side (sheet, place);
  double inset = (place->size - side) / 2;
  KsRect symbol = { x + (place->flush ? 0 : inset), y + inset, side, side };

  ks_sheet_place_code (sheet, page, place, &symbol, cell);
}

/* Copies of a sheet stand beside each other; the unit is named once. */
static char *
list_codes (const KsSheetSet *set)
{
  GString *list = g_string_new (NULL);
  guint step = set->options.copies;

  if (set->sheets->len / step == set->context.total)
    return g_string_free (g_string_assign (list, "all"), FALSE);
  for (guint i = 0; i < set->sheets->len; i += step)
    g_string_append_printf (list, "%s%s", i > 0 ? "," : "",
                            ks_unit_get_code (ks_sheet_set_get (set, i)->unit));
  return g_string_free (list, FALSE);
}

/**
 * ks_sheet_mark_dup:
 * @set: what is printed
 *
 * Returns: (transfer full): what the PDF says of itself; ks_sheet_mark_parse() reads it
 */
char *
ks_sheet_mark_dup (const KsSheetSet *set)
{
  g_autofree char *codes = list_codes (set);
  g_autofree char *options = ks_sheet_options_to_text (&set->options);

  return g_strdup_printf (MARK "%s;v=%u;%s;units=%s", ks_layout_get_id (set->options.layout),
                          KS_LAYOUT_VERSION, options, codes);
}

static gboolean
read_field (KsSheetMark *mark, const char *field)
{
  if (g_str_has_prefix (field, "v="))
    mark->version = (guint) g_ascii_strtoull (field + strlen ("v="), NULL, 10);
  else if (g_str_has_prefix (field, "units=") && !g_str_equal (field, "units=all"))
    mark->codes = g_strsplit (field + strlen ("units="), ",", -1);
  return ks_sheet_options_read (&mark->options, field);
}

/**
 * ks_sheet_mark_parse:
 * @keywords: (nullable): the keywords of a PDF
 *
 * Returns: (transfer full) (nullable): what a PDF of ours says of its layout, or %NULL if it is
 *   another program's, no list of codes, or laid out in a way that this version does not know
 */
KsSheetMark *
ks_sheet_mark_parse (const char *keywords)
{
  KsSheetOptions given;
  KsSheetMark *mark;
  g_auto (GStrv) fields = NULL;
  gboolean known;

  if (keywords == NULL || !g_str_has_prefix (keywords, MARK))
    return NULL;
  fields = g_strsplit (keywords + strlen (MARK), ";", -1);
  mark = g_new0 (KsSheetMark, 1);
  known = ks_layout_from_id (fields[0], &mark->options.layout);
  for (guint i = 1; known && fields[i] != NULL && mark->codes == NULL; i++)
    known = read_field (mark, fields[i]);
  given = mark->options;
  if (!known || mark->version != KS_LAYOUT_VERSION
      || !ks_sheet_options_complete (&given, &mark->options, NULL))
    g_clear_pointer (&mark, ks_sheet_mark_free);
  return mark;
}

/**
 * ks_sheet_mark_free:
 * @self: (transfer full): a mark
 */
void
ks_sheet_mark_free (KsSheetMark *self)
{
  g_strfreev (self->codes);
  g_free (self);
}
