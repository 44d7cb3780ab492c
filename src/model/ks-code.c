/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-code.h"

#include <string.h>

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212
         || c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

/* The digit that a person meant, or 0. */
static char
read_digit (gunichar c, const char *digits)
{
  c = g_unichar_toupper (c);
  if (c == 'O')
    return '0';
  if (c == 'I' || c == 'L')
    return '1';
  return c < 128 && c != 0 && strchr (digits, (int) c) != NULL ? (char) c : 0;
}

/**
 * ks_code_collect:
 * @given: what somebody wrote
 * @digits: the digits that may stand in it, as capitals
 * @found: (array length=room): takes the digits
 * @room: how many fit
 * @length: (out): how many there are
 *
 * Collects the digits without blanks and hyphens; O is taken for 0, I and L for 1.
 *
 * Returns: %FALSE on a character that is no digit, and on more than @room of them
 */
gboolean
ks_code_collect (const char *given, const char *digits, char *found, gsize room, gsize *length)
{
  *length = 0;
  for (const char *p = given; *p != '\0';)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      char digit;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        return FALSE;
      p = g_utf8_next_char (p);
      if (is_separator (c))
        continue;
      digit = read_digit (c, digits);
      if (digit == 0 || *length == room)
        return FALSE;
      found[(*length)++] = digit;
    }
  return TRUE;
}

/**
 * ks_code_restore:
 * @found: (array length=length): the digits of a code
 * @length: how many
 * @code: (out): the whole code
 *
 * Restores the zeros that a spreadsheet drops in front.
 *
 * Returns: %FALSE if these are no digits of a code
 */
gboolean
ks_code_restore (const char *found, gsize length, char code[KS_CODE_LENGTH + 1])
{
  if (length == 0 || length > KS_CODE_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (found[i]))
      return FALSE;
  memset (code, '0', KS_CODE_LENGTH - length);
  memcpy (code + KS_CODE_LENGTH - length, found, length);
  code[KS_CODE_LENGTH] = '\0';
  return TRUE;
}

/**
 * ks_code_read:
 * @given: a cell that holds a code
 *
 * Reads the code of a unit: blanks and hyphens mean nothing, O is 0, I and L are 1, and the zeros
 * in front come back: "7210" is "07210".
 *
 * Returns: (transfer full) (nullable): five figures, or %NULL if it is no code
 */
char *
ks_code_read (const char *given)
{
  char found[KS_CODE_LENGTH];
  char code[KS_CODE_LENGTH + 1];
  gsize length;

  if (!ks_code_collect (given, "0123456789", found, sizeof found, &length)
      || !ks_code_restore (found, length, code))
    return NULL;
  return g_strdup (code);
}
