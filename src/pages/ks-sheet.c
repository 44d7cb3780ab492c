/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-link.h"
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
  return ks_sheet_new (self->unit, self->token, self->link, self->number);
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
  g_free (self);
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
 * @code: (nullable): the code of a unit
 *
 * Returns: (transfer full): "PKS01-2024 · 07210 · Bản 1, ngày 25/3/2024"
 */
char *
ks_sheet_dup_version (const KsSheetContext *context, const char *code)
{
  GString *text = g_string_new (context->info->id);

  if (code != NULL)
    g_string_append_printf (text, " · %s", code);
  g_string_append_printf (text, " · Bản %u", context->version);
  if (context->version_day != KS_DAY_NONE)
    {
      g_autofree char *day = ks_day_format (context->version_day);

      g_string_append_printf (text, ", ngày %s", day);
    }
  return g_string_free (text, FALSE);
}

/**
 * ks_sheets_copy:
 * @sheets: (element-type KsSheet): sheets
 *
 * Returns: (transfer full) (element-type KsSheet): a list of copies that outlives the caller's
 */
GPtrArray *
ks_sheets_copy (GPtrArray *sheets)
{
  GPtrArray *copy = g_ptr_array_new_full (sheets->len, (GDestroyNotify) ks_sheet_free);

  for (guint i = 0; i < sheets->len; i++)
    g_ptr_array_add (copy, ks_sheet_copy (g_ptr_array_index (sheets, i)));
  return copy;
}

/**
 * ks_sheets_check:
 * @sheets: (element-type KsSheet): sheets
 * @family: the family they are set in
 * @error: return location for an error
 *
 * Returns: %FALSE with %KS_PAGES_ERROR_SHEET or %KS_PAGES_ERROR_FONT for what no layout can print
 */
gboolean
ks_sheets_check (GPtrArray *sheets, KsFamily family, GError **error)
{
  if (sheets->len == 0)
    {
      g_set_error_literal (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SHEET,
                           _("There is no unit to print a sheet for; choose at least one."));
      return FALSE;
    }
  for (guint i = 0; i < sheets->len; i++)
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

/**
 * ks_sheets_measure_module:
 * @sheets: (element-type KsSheet): sheets
 * @level: level of error correction
 * @size: side of the square for a code, in mm
 * @margin: what is free around it, in mm
 *
 * Returns: the side of a printed module of the longest link, the smallest of all, in mm
 */
double
ks_sheets_measure_module (GPtrArray *sheets, KsSymbolLevel level, double size, double margin)
{
  gsize longest = 0;
  guint n;

  for (guint i = 0; i < sheets->len; i++)
    longest = MAX (longest, strlen (((const KsSheet *) g_ptr_array_index (sheets, i))->link));
  n = ks_symbol_count_modules (longest, level);
  return ks_symbol_fit (n, size, size + 2 * margin) / n;
}

/**
 * ks_sheet_add_code:
 * @sheet: a sheet
 * @page: where its code shall stand
 * @level: level of error correction
 * @square: the place of the code
 * @margin: what is free around it, in mm
 * @cell: the area that holds its caption
 *
 * Puts a code into the middle of its square, shrunk where its quiet zone needs more than the
 * margin.
 */
void
ks_sheet_add_code (const KsSheet *sheet, KsFolio *page, KsSymbolLevel level, const KsRect *square,
                   double margin, const KsRect *cell)
{
  guint n = ks_symbol_count_modules (strlen (sheet->link), level);
  double side = ks_symbol_fit (n, square->width, square->width + 2 * margin);
  double quiet = side / n * KS_QUIET_MODULES;
  double inset = (square->width - side) / 2;
  KsRect symbol = { square->x + inset, square->y + inset, side, side };
  KsCodeCell code = {
    .code = { symbol.x - quiet, symbol.y - quiet, side + 2 * quiet, side + 2 * quiet },
    .quiet = quiet,
    .cell = *cell,
    .unit_code = (char *) ks_unit_get_code (sheet->unit),
    .token = sheet->token,
    .link = sheet->link,
  };

  ks_folio_add_code (page, &code, level, &symbol);
}

static char *
list_codes (GPtrArray *sheets, guint total)
{
  GString *list = g_string_new (NULL);

  if (sheets->len == total)
    return g_string_free (g_string_assign (list, "all"), FALSE);
  for (guint i = 0; i < sheets->len; i++)
    {
      const KsSheet *sheet = g_ptr_array_index (sheets, i);

      g_string_append_printf (list, "%s%s", i > 0 ? "," : "", ks_unit_get_code (sheet->unit));
    }
  return g_string_free (list, FALSE);
}

/**
 * ks_sheet_mark_dup:
 * @layout: name of a layout
 * @version: its version
 * @n_columns: columns of units
 * @sheets: (element-type KsSheet): what is printed
 * @total: units of the registry
 *
 * Returns: (transfer full): what the PDF says of itself; ks_sheet_mark_parse() reads it
 */
char *
ks_sheet_mark_dup (const char *layout, guint version, guint n_columns, GPtrArray *sheets,
                   guint total)
{
  g_autofree char *codes = list_codes (sheets, total);

  return g_strdup_printf (MARK "%s;v=%u;columns=%u;units=%s", layout, version, n_columns, codes);
}

static void
read_field (KsSheetMark *mark, const char *field)
{
  if (g_str_has_prefix (field, "v="))
    mark->version = (guint) g_ascii_strtoull (field + strlen ("v="), NULL, 10);
  else if (g_str_has_prefix (field, "columns="))
    mark->n_columns = (guint) g_ascii_strtoull (field + strlen ("columns="), NULL, 10);
  else if (g_str_has_prefix (field, "units=") && !g_str_equal (field, "units=all"))
    mark->codes = g_strsplit (field + strlen ("units="), ",", -1);
}

static gboolean
is_known (const KsSheetMark *mark)
{
  if (g_str_equal (mark->layout, KS_POSTER_ID))
    return mark->version == KS_POSTER_VERSION;
  return g_str_equal (mark->layout, KS_ANNEX_ID) && mark->version == KS_ANNEX_VERSION
         && (mark->n_columns == 1 || mark->n_columns == 2);
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
  KsSheetMark *mark;
  g_auto (GStrv) fields = NULL;

  if (keywords == NULL || !g_str_has_prefix (keywords, MARK))
    return NULL;
  fields = g_strsplit (keywords + strlen (MARK), ";", -1);
  mark = g_new0 (KsSheetMark, 1);
  mark->layout = g_strdup (fields[0]);
  for (guint i = 1; fields[i] != NULL; i++)
    if (mark->codes == NULL)
      read_field (mark, fields[i]);
  if (!is_known (mark))
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
  g_free (self->layout);
  g_strfreev (self->codes);
  g_free (self);
}
