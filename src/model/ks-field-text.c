/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-field-text.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_QUOTE 60

/**
 * ks_field_refuse:
 * @label: what people call the field
 * @error: return location
 * @format: what is wrong with it and what to do
 * @...: for @format
 *
 * Returns: %FALSE, with %KS_MODEL_ERROR_INVALID set
 */
gboolean
ks_field_refuse (const char *label, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID, "%s: %s", label, message);
  return FALSE;
}

/**
 * ks_field_shorten:
 * @text: what somebody typed
 *
 * Returns: (transfer full): as much of it as a sentence can quote
 */
char *
ks_field_shorten (const char *text)
{
  g_autofree char *head = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTE)
    return g_strdup (text);
  head = g_utf8_substring (text, 0, MAX_QUOTE);
  return g_strconcat (head, "…", NULL);
}

static gboolean
has_control_character (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && strchr ("\t\n\r", *p) == NULL)
      return TRUE;
  return FALSE;
}

/**
 * ks_field_clean:
 * @label: what people call the field
 * @text: (nullable): what somebody typed or a table holds
 * @max: how many characters it may have
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text as by ks_text_clean(), or %NULL with @error set
 */
char *
ks_field_clean (const char *label, const char *text, glong max, GError **error)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (!g_utf8_validate (text, -1, NULL))
    ks_field_refuse (label, error, _ ("this text is damaged. Type it again."));
  else if (has_control_character (text))
    ks_field_refuse (label, error, _ ("this text holds a control character. Type it again."));
  else
    {
      clean = ks_text_clean (text);
      if (g_utf8_strlen (clean, -1) <= max)
        return g_steal_pointer (&clean);
      ks_field_refuse (label, error, _ ("this text is longer than %ld characters. Shorten it."),
                       max);
    }
  return NULL;
}

/**
 * ks_field_check_phone:
 * @label: what people call the field
 * @text: a cleaned text; empty is none
 * @error: return location
 *
 * Returns: whether @text may be one or more phone numbers
 */
gboolean
ks_field_check_phone (const char *label, const char *text, GError **error)
{
  g_autofree char *quote = ks_field_shorten (text);
  guint digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    digits += g_ascii_isdigit (*p) ? 1 : 0;
  if (*text == '\0' || (digits >= 3 && strspn (text, "0123456789 +.-()/;,") == strlen (text)))
    return TRUE;
  return ks_field_refuse (label, error, _ ("“%s” is not a phone number. Write its digits."), quote);
}
