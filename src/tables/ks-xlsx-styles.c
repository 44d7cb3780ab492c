/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-xlsx-private.h"

#include <math.h>
#include <string.h>

#include "ks-time.h"

#define MAX_STYLES 100000
#define MAX_CUSTOM_FORMATS 10000
#define MAX_FORMAT_CODE 1000
#define MAX_FONTS 10000
/* Days of 1970-01-01 in the two calendars of spreadsheets, and of the day after 9999-12-31. */
#define EPOCH_1900 25569
#define EPOCH_1904 24107
#define MAX_SERIAL 2958466
#define MAX_EXACT 1e15

struct _KsXlsxStyles {
  GArray     *kinds;   /* guint8: KsNumberKind of each style */
  GArray     *fonts;   /* guint: number of the font of each style */
  GPtrArray  *names;   /* of fonts; NULL: it has none */
  GHashTable *formats; /* number of a format of the file's own → KsNumberKind */
  gboolean    in_cells;
  gboolean    in_fonts;
};

/* "[$-42A]dd/mm/yyyy \"ngày\"": what stands in quotes and brackets, or behind a backslash or
 * underscore, is no placeholder. */
static KsNumberKind
judge_format (const char *code)
{
  gboolean has_time = FALSE, has_month = FALSE, quoted = FALSE, bracket = FALSE;

  if (strlen (code) > MAX_FORMAT_CODE || g_ascii_strcasecmp (code, "general") == 0)
    return KS_NUMBER_PLAIN;
  for (const char *p = code; *p != '\0' && (*p != ';' || quoted); p++)
    {
      char c = g_ascii_tolower (*p);

      if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '[' || c == ']'))
        bracket = c == '[';
      else if (!quoted && !bracket && (c == '\\' || c == '_' || c == '*') && p[1] != '\0')
        p++;
      else if (!quoted && !bracket && (c == 'd' || c == 'y'))
        return KS_NUMBER_DAY;
      else if (!quoted && !bracket && (c == 'h' || c == 's'))
        has_time = TRUE;
      else if (!quoted && !bracket && c == 'm')
        has_month = TRUE;
    }
  if (has_time)
    return KS_NUMBER_TIME;
  return has_month ? KS_NUMBER_DAY : KS_NUMBER_PLAIN;
}

static KsNumberKind
judge_built_in (guint format)
{
  if ((format >= 18 && format <= 21) || (format >= 45 && format <= 47))
    return KS_NUMBER_TIME;
  if ((format >= 14 && format <= 22) || (format >= 27 && format <= 36)
      || (format >= 50 && format <= 58))
    return KS_NUMBER_DAY;
  return KS_NUMBER_PLAIN;
}

static guint
read_number (const char *text)
{
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL))
    return 0;
  return (guint) number;
}

static void
add_format (KsXlsxStyles *self, const char **attributes)
{
  const char *code = ks_xml_get (attributes, "formatCode");

  if (code != NULL && g_hash_table_size (self->formats) < MAX_CUSTOM_FORMATS)
    g_hash_table_insert (self->formats,
                         GUINT_TO_POINTER (read_number (ks_xml_get (attributes, "numFmtId"))),
                         GUINT_TO_POINTER (judge_format (code)));
}

static void
add_style (KsXlsxStyles *self, const char **attributes)
{
  guint format = read_number (ks_xml_get (attributes, "numFmtId"));
  guint font = read_number (ks_xml_get (attributes, "fontId"));
  gpointer kind;
  guint8 judged;

  if (self->kinds->len >= MAX_STYLES)
    return;
  if (g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER (format), NULL, &kind))
    judged = (guint8) GPOINTER_TO_UINT (kind);
  else
    judged = (guint8) judge_built_in (format);
  g_array_append_val (self->kinds, judged);
  g_array_append_val (self->fonts, font);
}

static void
name_font (KsXlsxStyles *self, const char **attributes)
{
  const char *name = ks_xml_get (attributes, "val");

  if (name != NULL && self->names->len > 0 && self->names->pdata[self->names->len - 1] == NULL)
    self->names->pdata[self->names->len - 1] = g_strdup (name);
}

static void
start_cb (gpointer data, const char *name, const char **attributes)
{
  KsXlsxStyles *self = data;

  if (strcmp (name, "numFmt") == 0)
    add_format (self, attributes);
  else if (strcmp (name, "cellXfs") == 0)
    self->in_cells = TRUE;
  else if (self->in_cells && strcmp (name, "xf") == 0)
    add_style (self, attributes);
  else if (strcmp (name, "fonts") == 0)
    self->in_fonts = TRUE;
  else if (self->in_fonts && strcmp (name, "font") == 0 && self->names->len < MAX_FONTS)
    g_ptr_array_add (self->names, NULL);
  else if (self->in_fonts && strcmp (name, "name") == 0)
    name_font (self, attributes);
}

static void
end_cb (gpointer data, const char *name)
{
  KsXlsxStyles *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cells = FALSE;
  else if (strcmp (name, "fonts") == 0)
    self->in_fonts = FALSE;
}

/**
 * ks_xlsx_styles_read:
 * @package: a package
 * @part: (nullable): name of the part with the styles; %NULL: there are none
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the styles
 */
KsXlsxStyles *
ks_xlsx_styles_read (KsPackage *package, const char *part, GError **error)
{
  static const KsXmlFuncs funcs = { start_cb, end_cb, NULL };
  KsXlsxStyles *self = g_new0 (KsXlsxStyles, 1);

  self->kinds = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->fonts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->formats = g_hash_table_new (NULL, NULL);
  if (part == NULL || ks_xml_read_part (package, part, &funcs, self, error))
    return self;
  ks_xlsx_styles_free (self);
  return NULL;
}

/**
 * ks_xlsx_styles_free:
 * @self: (transfer full): styles
 */
void
ks_xlsx_styles_free (KsXlsxStyles *self)
{
  g_array_unref (self->kinds);
  g_array_unref (self->fonts);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->formats);
  g_free (self);
}

/**
 * ks_xlsx_styles_get:
 * @self: styles
 * @style: number of a style
 *
 * Returns: what a number in this style is
 */
KsNumberKind
ks_xlsx_styles_get (KsXlsxStyles *self, guint style)
{
  return style < self->kinds->len ? (KsNumberKind) g_array_index (self->kinds, guint8, style)
                                  : KS_NUMBER_PLAIN;
}

/**
 * ks_xlsx_styles_get_font:
 * @self: styles
 * @style: number of a style
 *
 * Returns: (transfer none) (nullable): the name of the font that a text in this style is shown in
 */
const char *
ks_xlsx_styles_get_font (KsXlsxStyles *self, guint style)
{
  guint font;

  if (style >= self->fonts->len)
    return NULL;
  font = g_array_index (self->fonts, guint, style);
  return font < self->names->len ? self->names->pdata[font] : NULL;
}

/* A sign, if there is one, and two figures; every row has a moment, and printf() is slow. */
static void
append_figures (GString *target, char sign, int number)
{
  if (sign != '\0')
    g_string_append_c (target, sign);
  g_string_append_c (target, (char) ('0' + number / 10));
  g_string_append_c (target, (char) ('0' + number % 10));
}

/* The calendar of 1900 counts a 29 February that never was: serial 60. */
static void
append_moment (GString *target, double serial, KsNumberKind kind, gboolean from_1904)
{
  gint64 seconds = (gint64) floor (serial * KS_SECONDS_PER_DAY + 0.5);
  gint64 day = seconds / KS_SECONDS_PER_DAY, rest = seconds % KS_SECONDS_PER_DAY;
  int year, month, dom;

  if (kind == KS_NUMBER_DAY || day > 0)
    {
      gint64 since_1970 = day - (from_1904 ? EPOCH_1904 : EPOCH_1900);

      if (!from_1904 && day < 60)
        since_1970++;
      ks_moment_to_civil (ks_day_get_start ((KsDay) since_1970), &year, &month, &dom, NULL, NULL,
                          NULL);
      append_figures (target, '\0', year / 100);
      append_figures (target, '\0', year % 100);
      append_figures (target, '-', month);
      append_figures (target, '-', dom);
    }
  if (kind == KS_NUMBER_TIME || rest > 0)
    {
      append_figures (target, kind == KS_NUMBER_DAY || day > 0 ? ' ' : '\0', (int) (rest / 3600));
      append_figures (target, ':', (int) (rest / 60 % 60));
      append_figures (target, ':', (int) (rest % 60));
    }
}

static gboolean
is_whole (const char *text, gsize length)
{
  if (length > 0 && *text == '-')
    return is_whole (text + 1, length - 1);
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0 && length <= 15;
}

/* 15 digits are what a spreadsheet shows; the 17 in its files are no more exact. */
static void
append_value (GString *target, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (target, g_ascii_formatd (buffer, sizeof buffer,
                                            fabs (value) < MAX_EXACT && value == floor (value)
                                                ? "%.0f"
                                                : "%.15g",
                                            value));
}

/**
 * ks_xlsx_append_number:
 * @target: takes the text
 * @text: (array length=length): a number as the file writes it
 * @length: number of bytes, at most 400
 * @kind: what the style shows it as
 * @from_1904: whether days are counted from 1904
 *
 * Writes a number as a person would: 19 for 19.0, 2024-04-01 08:05:12 for a moment. What is no
 * number is left as it stands.
 */
void
ks_xlsx_append_number (GString *target, const char *text, gsize length, KsNumberKind kind,
                       gboolean from_1904)
{
  char copy[401], *end;
  double value;

  if (length >= sizeof copy || (kind == KS_NUMBER_PLAIN && is_whole (text, length)))
    {
      g_string_append_len (target, text, (gssize) length);
      return;
    }
  memcpy (copy, text, length);
  copy[length] = '\0';
  value = g_ascii_strtod (copy, &end);
  if (length == 0 || *end != '\0' || !isfinite (value))
    g_string_append (target, copy);
  else if (kind != KS_NUMBER_PLAIN && value >= 0 && value < MAX_SERIAL)
    append_moment (target, value, kind, from_1904);
  else
    append_value (target, value);
}
