/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-number.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define UNKNOWN "–"
#define MAX_DECIMALS 9

/* 4466 → 4.466 */
static void
append_grouped (GString *text, guint64 value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  int length = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, value);

  for (int i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }
}

/* @value counts units of 10^-@decimals. */
static void
append_scaled (GString *text, guint64 value, guint decimals)
{
  guint64 scale = 1;

  for (guint i = 0; i < decimals; i++)
    scale *= 10;
  append_grouped (text, value / scale);
  if (decimals > 0)
    g_string_append_printf (text, ",%0*" G_GUINT64_FORMAT, (int) decimals, value % scale);
}

/**
 * ks_format_count:
 * @count: any count
 *
 * Returns: (transfer full): @count with a point between thousands: 4.466
 */
char *
ks_format_count (gint64 count)
{
  g_autoptr (GString) text = g_string_new (count < 0 ? "-" : NULL);

  append_grouped (text, count < 0 ? -(guint64) count : (guint64) count);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ks_format_roman:
 * @number: a small number
 *
 * Returns: (transfer full): @number in Roman letters, as districts are counted; empty for 0
 */
char *
ks_format_roman (guint number)
{
  static const struct {
    guint       value;
    const char *text;
  } parts[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
                { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
                { 5, "V" },    { 4, "IV" },   { 1, "I" } };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; number >= parts[i].value; number -= parts[i].value)
      g_string_append (text, parts[i].text);
  return g_string_free (text, FALSE);
}

/**
 * ks_count_hundredths:
 * @part: a count
 * @whole: the count that it is a share of, not 0
 *
 * Returns: the share in hundredths of a per cent, rounded half up: 8851 is 88,51 %
 */
gint64
ks_count_hundredths (gint64 part, gint64 whole)
{
  g_return_val_if_fail (part >= 0 && whole > 0, 0);

  return part / whole * 10000 + (part % whole * 20000 + whole) / (2 * whole);
}

/**
 * ks_format_percent:
 * @part: a count, at least 0
 * @whole: the count it is a part of, up to 10^14
 *
 * Writes @part of @whole in per cent with two decimals, computed on integers and rounded half up:
 * 97,35%. A part larger than the whole is shown as it is.
 *
 * Returns: (transfer full): the figure, or a dash if @whole is 0
 */
char *
ks_format_percent (gint64 part, gint64 whole)
{
  g_autoptr (GString) text = NULL;
  gint64 hundredths;

  g_return_val_if_fail (part >= 0 && whole >= 0, NULL);

  if (whole == 0)
    return g_strdup (UNKNOWN);
  hundredths = ks_count_hundredths (part, whole);
  text = g_string_new (NULL);
  append_scaled (text, hundredths, 2);
  g_string_append_c (text, '%');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ks_format_decimal:
 * @value: any number
 * @decimals: digits behind the comma, up to 9
 *
 * Rounds half away from zero; a binary fraction a hair below a half counts as the half that
 * somebody wrote (2,675 becomes 2,68).
 *
 * Returns: (transfer full): @value with decimal comma, or a dash if it is not a finite number
 */
char *
ks_format_decimal (double value, guint decimals)
{
  g_autoptr (GString) text = NULL;
  double scaled;
  guint64 rounded;

  g_return_val_if_fail (decimals <= MAX_DECIMALS, NULL);

  scaled = fabs (value) * pow (10, decimals);
  if (!isfinite (scaled) || scaled >= 1e18)
    return g_strdup (UNKNOWN);
  rounded = (guint64) floor (scaled + 0.5 + scaled * 4 * DBL_EPSILON);
  text = g_string_new (value < 0 && rounded > 0 ? "-" : NULL);
  append_scaled (text, rounded, decimals);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ks_format_short:
 * @value: any number
 * @decimals: digits behind the comma at most, up to 9
 *
 * Returns: (transfer full): @value as ks_format_decimal() writes it, without the noughts at its end
 *   that say nothing: 12, 12,5, 12,25
 */
char *
ks_format_short (double value, guint decimals)
{
  char *text = ks_format_decimal (value, decimals);
  gsize length = strlen (text);

  if (strchr (text, ',') == NULL)
    return text;
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == ',')
    length--;
  text[length] = '\0';
  return text;
}

/**
 * ks_read_decimal:
 * @text: what somebody typed
 * @value: (out): the number; only set where there is one
 *
 * Reads 8,5 as offices write it and 8.5 as spreadsheets hold it, with blanks around.
 *
 * Returns: %FALSE if @text is no number
 */
gboolean
ks_read_decimal (const char *text, double *value)
{
  g_autofree char *plain = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  char *end = NULL;
  double read = g_ascii_strtod (plain, &end);

  if (end == plain || *end != '\0' || !isfinite (read))
    return FALSE;
  *value = read;
  return TRUE;
}

/**
 * ks_format_share:
 * @share: a share, 0…1
 * @decimals: digits behind the comma, up to 9
 *
 * Returns: (transfer full): @share in per cent, with its sign: 97,35%; a dash if it is not a number
 */
char *
ks_format_share (double share, guint decimals)
{
  g_autofree char *figure = ks_format_decimal (share * 100, decimals);

  return strcmp (figure, UNKNOWN) == 0 ? g_steal_pointer (&figure) : g_strconcat (figure, "%", NULL);
}
