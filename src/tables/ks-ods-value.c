/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-ods-private.h"

#include <stdio.h>
#include <string.h>

#include "ks-time.h"

/**
 * ks_ods_value_init:
 * @self: room for a value
 */
void
ks_ods_value_init (KsOdsValue *self)
{
  *self = (KsOdsValue){ .value = g_string_new (NULL), .shown = g_string_new (NULL) };
}

/**
 * ks_ods_value_clear:
 * @self: a value
 *
 * Frees what it holds.
 */
void
ks_ods_value_clear (KsOdsValue *self)
{
  g_string_free (self->value, TRUE);
  g_string_free (self->shown, TRUE);
}

/**
 * ks_ods_value_begin:
 * @self: a value
 * @attributes: those of a cell
 *
 * Forgets the cell before it.
 */
void
ks_ods_value_begin (KsOdsValue *self, const char **attributes)
{
  static const char *const names[] = { "value", "date-value", "time-value", "boolean-value",
                                       "string-value" };
  static const char kinds[] = "fdtbs";
  const char *type = ks_xml_get (attributes, "value-type");
  const char *value = NULL;

  g_string_truncate (self->value, 0);
  g_string_truncate (self->shown, 0);
  self->kind = type != NULL ? type[0] : 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (kinds[i] == self->kind || (i == 0 && (self->kind == 'p' || self->kind == 'c')))
      value = ks_xml_get (attributes, names[i]);
  self->has_value = value != NULL;
  if (value != NULL)
    g_string_append (self->value, value);
}

/* A moment is as exact as the day's fraction behind it: seconds are rounded. */
static gboolean
append_date (const KsOdsValue *self, GString *target)
{
  int year, month, day, hour = 0, minute = 0, length = 0;
  double second = 0;
  const char *clock = strchr (self->value->str, 'T');
  KsMoment moment;

  if (sscanf (self->value->str, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3
      || !g_date_valid_dmy ((GDateDay) CLAMP (day, 0, 99), (GDateMonth) CLAMP (month, 0, 99),
                            (GDateYear) CLAMP (year, 0, 9999)))
    return FALSE;
  if (clock == NULL)
    {
      /* Midnight is written as a day alone; what is shown tells whether it is meant. */
      g_string_append_printf (target, "%04d-%02d-%02d%s", year, month, day,
                              strchr (self->shown->str, ':') != NULL ? " 00:00:00" : "");
      return self->value->str[length] == '\0';
    }
  if (sscanf (clock, "T%2d:%2d:%n", &hour, &minute, &length) != 2 || hour > 23 || minute > 59)
    return FALSE;
  second = g_ascii_strtod (clock + length, NULL);
  if (!(second >= 0 && second < 60))
    return FALSE;
  moment = ks_moment_from_civil (year, month, day, hour, minute, 0) + (KsMoment) (second + 0.5);
  ks_moment_to_civil (moment, &year, &month, &day, &hour, &minute, &length);
  g_string_append_printf (target, "%04d-%02d-%02d %02d:%02d:%02d", year, month, day, hour, minute,
                          length);
  return TRUE;
}

/* PT08H05M12.5S; hours may be more than a day has. */
static gboolean
append_time (const KsOdsValue *self, GString *target)
{
  guint hours, minutes;
  int length = 0;
  double seconds;
  guint64 sum;

  if (sscanf (self->value->str, "PT%6uH%2uM%n", &hours, &minutes, &length) != 2 || length == 0)
    return FALSE;
  seconds = g_ascii_strtod (self->value->str + length, NULL);
  if (!(seconds >= 0 && seconds < 60))
    return FALSE;
  sum = hours * G_GUINT64_CONSTANT (3600) + minutes * 60 + (guint64) (seconds + 0.5);
  g_string_append_printf (target, "%02u:%02u:%02u", (guint) (sum / 3600), (guint) (sum / 60 % 60),
                          (guint) (sum % 60));
  return TRUE;
}

static gboolean
append_value (const KsOdsValue *self, GString *target)
{
  switch (self->kind)
    {
    case 'd':
      return append_date (self, target);
    case 't':
      return append_time (self, target);
    case 'b':
      g_string_append (target, strcmp (self->value->str, "false") == 0 ? "FALSE" : "TRUE");
      return TRUE;
    case 's':
      g_string_append (target, self->value->str);
      return TRUE;
    default:
      ks_xlsx_append_number (target, self->value->str, self->value->len, KS_NUMBER_PLAIN, FALSE);
      return TRUE;
    }
}

/**
 * ks_ods_value_append:
 * @self: a value that was read
 * @target: takes what a person would write for it, as in a workbook of Excel
 *
 * Returns: whether there is anything
 */
gboolean
ks_ods_value_append (const KsOdsValue *self, GString *target)
{
  gsize before = target->len;

  if (self->has_value && self->value->len <= KS_BOOK_MAX_NUMBER + (self->kind == 's' ? KS_CSV_MAX_CELL : 0)
      && append_value (self, target))
    return target->len > before;
  g_string_truncate (target, before);
  g_string_append_len (target, self->shown->str, (gssize) self->shown->len);
  return target->len > before;
}
