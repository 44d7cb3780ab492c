/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-row-identity.h"

#include <string.h>

#include "ks-text.h"

/* FNV-1a, 64 bits: rows are compared inside one campaign, by itself. */
#define HASH_START G_GUINT64_CONSTANT (14695981039346656037)
#define HASH_FACTOR G_GUINT64_CONSTANT (1099511628211)

/* A mark that no text holds keeps "ab", "c" and "a", "bc" apart. */
#define MARK 0xff

/* Rows of earlier versions are known by something else, and must not be met by chance. */
#define EARLIER "\x01"

static guint64
add_byte (guint64 hash, guint8 byte)
{
  return (hash ^ byte) * HASH_FACTOR;
}

static guint64
add_bytes (guint64 hash, const char *text)
{
  for (; *text != '\0'; text++)
    hash = add_byte (hash, (guint8) *text);
  return add_byte (hash, MARK);
}

/* Letters and digits alone, in one case and without marks: what is left of a text however it was
 * written or saved. */
static guint64
add_skeleton (guint64 hash, const char *text)
{
  g_autofree char *folded = ks_text_fold (text);

  for (const char *at = folded, *end; *at != '\0'; at = end)
    {
      end = g_utf8_next_char (at);
      if ((guint8) *at < 0x80 ? !g_ascii_isalnum (*at) : !g_unichar_isalnum (g_utf8_get_char (at)))
        continue;
      for (; at < end; at++)
        hash = add_byte (hash, (guint8) *at);
    }
  return add_byte (hash, MARK);
}

static inline char
normalize_digit (char c)
{
  switch (c)
    {
    case 'o':
      return '0';
    case 'i':
    case 'l':
      return '1';
    default:
      return c;
    }
}

/* A unit as people write its token, code or name: "7210-5m5ryj" is "07210-5M5RYJ". */
static guint64
add_unit (guint64 hash, const char *given)
{
  gboolean leading = TRUE;

  for (const char *at = given; *at != '\0'; at++)
    if ((guint8) *at >= 0x80)
      return add_skeleton (hash, given);
  for (const char *at = given; *at != '\0'; at++)
    {
      char c = normalize_digit (g_ascii_isupper (*at) ? (char) (*at | 0x20) : *at);

      if (!g_ascii_isalnum (c) || (leading && c == '0'))
        continue;
      leading = FALSE;
      hash = add_byte (hash, (guint8) c);
    }
  return add_byte (hash, MARK);
}

/**
 * ks_row_identity_hash_content:
 * @given: what the row says of its unit
 * @answers: its closed answers, as text of fixed columns
 *
 * Depends on what stands in the row alone, and not on what the list of units makes of it: a row
 * that waited for its unit is the same when the unit is known later.
 *
 * Returns: a hash of both
 */
guint64
ks_row_identity_hash_content (const char *given, const char *answers)
{
  return add_bytes (add_unit (HASH_START, given), answers);
}

/**
 * ks_row_identity_hash_earlier:
 * @code: code of the unit that the row proves, else empty
 * @given: what the row says of its unit
 * @answers: its closed answers, as text of fixed columns
 *
 * Campaigns of versions before the fifth did not keep what a counted row said of its unit.
 *
 * Returns: the hash by which their rows are known again
 */
guint64
ks_row_identity_hash_earlier (const char *code, const char *given, const char *answers)
{
  guint64 hash = add_bytes (HASH_START, EARLIER);

  hash = code[0] != '\0' ? add_bytes (hash, code) : add_unit (hash, given);
  return add_bytes (hash, answers);
}

/**
 * ks_row_identity_hash_service:
 * @id: the number that the form service gave a row; may be empty
 * @given: what the row says of its unit
 *
 * Services count from 1 in each form, and there may be a form for each unit: the number alone is
 * not enough.
 *
 * Returns: a hash of both, never 0 but for an empty number
 */
guint64
ks_row_identity_hash_service (const char *id, const char *given)
{
  if (id[0] == '\0')
    return 0;
  return MAX (add_unit (add_bytes (HASH_START, id), given), 1);
}

/* What begins like a formula is shown as its result, or as an error, by a spreadsheet. */
static gboolean
is_fragile (const char *text)
{
  while (g_ascii_isspace (*text) || *text == '\'')
    text++;
  return *text != '\0' && strchr ("=+-@#", *text) != NULL;
}

/**
 * ks_row_identity_add_text:
 * @texts: of the texts before it; %KS_TEXTS_NONE for the first
 * @question: id of an open question
 * @text: what was written to it; not blank
 *
 * Returns: the texts with this one
 */
guint32
ks_row_identity_add_text (guint32 texts, const char *question, const char *text)
{
  guint64 hash;

  if (texts == KS_TEXTS_FRAGILE || is_fragile (text))
    return KS_TEXTS_FRAGILE;
  hash = add_skeleton (add_bytes (HASH_START ^ texts, question), text);
  hash ^= hash >> 32;
  return MAX ((guint32) hash, KS_TEXTS_FRAGILE + 1);
}
