/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-text.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "ks-scan.h"

#define CAPITAL_D_STROKE 0x0110
#define SMALL_D_STROKE 0x0111
#define LATIN_END 0x0250
#define VIETNAMESE_START 0x1e00
#define VIETNAMESE_END 0x1f00
#define SORT_KEY_LENGTH 256 /* longer than that of any name */

/* Decodes one character at *@index of @text and moves *@index behind it. Half a surrogate pair
 * comes out as U+FFFD. */
static UChar32
read_character (const UChar *text, int32_t length, int32_t *index)
{
  UChar32 c;

  U16_NEXT (text, *index, length, c);
  return U_IS_SURROGATE (c) ? 0xfffd : c;
}

static UChar *
convert_to_utf16 (const char *text, int32_t *length)
{
  gsize bytes = MIN (strlen (text), (gsize) G_MAXINT32 / 4);
  UChar *units = g_new (UChar, bytes + 1);
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8WithSub (units, (int32_t) bytes + 1, length, text, (int32_t) bytes, 0xfffd, NULL,
                        &status);
  if (U_FAILURE (status))
    *length = 0;
  return units;
}

static UChar *
normalize (const UNormalizer2 *form, const UChar *text, int32_t length, int32_t *result_length)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t room = length + 16;
  g_autofree UChar *result = g_new (UChar, room);

  *result_length = unorm2_normalize (form, text, length, result, room, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      room = *result_length + 1;
      result = g_renew (UChar, result, room);
      status = U_ZERO_ERROR;
      *result_length = unorm2_normalize (form, text, length, result, room, &status);
    }
  if (U_FAILURE (status))
    *result_length = 0;
  return g_steal_pointer (&result);
}

/* Old fonts and keyboards give the Icelandic and the African letter, which look the same. */
static UChar32
unify_character (UChar32 c)
{
  switch (c)
    {
    case 0x00d0:
    case 0x0189:
      return CAPITAL_D_STROKE;
    case 0x00f0:
    case 0x0256:
      return SMALL_D_STROKE;
    default:
      return u_charType (c) == U_SPACE_SEPARATOR ? ' ' : c;
    }
}

static UChar *
normalize_text (const UNormalizer2 *form, const char *text, int32_t *length)
{
  int32_t n_units;
  g_autofree UChar *units = convert_to_utf16 (text, &n_units);

  return normalize (form, units, n_units, length);
}

static const UNormalizer2 *
get_composer (void)
{
  UErrorCode status = U_ZERO_ERROR;

  return unorm2_getNFCInstance (&status);
}

static const UNormalizer2 *
get_decomposer (void)
{
  UErrorCode status = U_ZERO_ERROR;

  return unorm2_getNFDInstance (&status);
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text & 0x80)
      return FALSE;
  return TRUE;
}

/**
 * ks_text_nfc:
 * @text: UTF-8
 *
 * Composes @text (Unicode NFC), with one letter Đ (U+0110) whichever look-alike stood there and
 * plain blanks for no-break and other typographic ones. Line breaks and tabs stay.
 *
 * Returns: (transfer full): the same words in the one spelling used inside
 */
char *
ks_text_nfc (const char *text)
{
  g_autofree UChar *units = NULL;
  g_autoptr (GString) result = NULL;
  int32_t length;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_ascii (text))
    return g_strdup (text);

  units = normalize_text (get_composer (), text, &length);
  result = g_string_sized_new (length * 2);
  for (int32_t i = 0; i < length;)
    g_string_append_unichar (result, unify_character (read_character (units, length, &i)));
  return g_string_free (g_steal_pointer (&result), FALSE);
}

static gboolean
is_dropped (gunichar c)
{
  int8_t type = u_charType (c);

  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

/* Printable ASCII with no blank too many. */
static gboolean
is_clean_ascii (const char *text)
{
  char last = ' ';

  for (const char *p = text; *p != '\0'; last = *p++)
    if (*p < ' ' || *p > '~' || (*p == ' ' && last == ' '))
      return FALSE;
  return last != ' ' || *text == '\0';
}

/**
 * ks_text_clean:
 * @text: UTF-8
 *
 * As ks_text_nfc(), and without blanks at the ends, with one blank for each run of blanks and
 * line breaks, and without control and invisible characters: a name or a heading as it is meant.
 *
 * Returns: (transfer full): the cleaned text
 */
char *
ks_text_clean (const char *text)
{
  g_autofree char *composed = NULL;
  g_autoptr (GString) result = NULL;
  gboolean blank = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_clean_ascii (text))
    return g_strdup (text);
  composed = ks_text_nfc (text);
  result = g_string_sized_new (strlen (composed));
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (u_isUWhiteSpace (c))
        {
          blank = result->len > 0;
          continue;
        }
      if (is_dropped (c))
        continue;
      if (blank)
        g_string_append_c (result, ' ');
      blank = FALSE;
      g_string_append_unichar (result, c);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* Small letters without their marks, from decomposed text. */
static void
append_folded (GString *result, const UChar *units, int32_t length)
{
  for (int32_t i = 0; i < length;)
    {
      UChar32 c = u_tolower (read_character (units, length, &i));

      if (u_charType (c) == U_NON_SPACING_MARK)
        continue;
      g_string_append_unichar (result, c == SMALL_D_STROKE ? 'd' : c);
    }
}

/* The one ASCII letter, digit, sign or blank that a character stands for; 0 if it is none. */
static char
reduce_character (UChar unit)
{
  UChar unified = (UChar) unify_character (unit);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autofree UChar *parts = NULL;
  int32_t length;

  if (unit < 0x80 && g_ascii_isspace ((char) unit))
    return ' ';
  parts = normalize (get_decomposer (), &unified, 1, &length);
  append_folded (folded, parts, length);
  return folded->len == 1 && g_ascii_isprint (folded->str[0]) ? folded->str[0] : 0;
}

/* What the characters of Vietnamese stand for, so that whole lists are folded at once: Latin up to
 * ư, and ạ to ỹ. */
static char
look_up_character (gunichar c)
{
  static char latin[LATIN_END];
  static char vietnamese[VIETNAMESE_END - VIETNAMESE_START];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
        latin[i] = reduce_character ((UChar) i);
      for (guint i = 0; i < G_N_ELEMENTS (vietnamese); i++)
        vietnamese[i] = reduce_character ((UChar) (VIETNAMESE_START + i));
      g_once_init_leave (&filled, 1);
    }
  if (c < LATIN_END)
    return latin[c];
  return c >= VIETNAMESE_START && c < VIETNAMESE_END ? vietnamese[c - VIETNAMESE_START] : 0;
}

/* Folds a text whose characters each stand for one; %NULL if one of them does not. */
static char *
fold_by_table (const char *text)
{
  g_autoptr (GString) result = g_string_sized_new (strlen (text));
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      char c = look_up_character ((guint8) *p < 0x80 ? (guint8) *p : g_utf8_get_char (p));

      if (c == 0)
        return NULL;
      if (c == ' ')
        {
          blank = result->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (result, ' ');
      blank = FALSE;
      g_string_append_c (result, c);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * ks_text_fold:
 * @text: UTF-8
 *
 * Makes the key under which a text is found whatever the keyboard: cleaned as by
 * ks_text_clean(), in small letters, without tone and vowel marks, with d for đ.
 * "Bắc Giang" gives "bac giang".
 *
 * Returns: (transfer full): the key
 */
char *
ks_text_fold (const char *text)
{
  g_autofree char *clean = NULL;
  g_autofree UChar *units = NULL;
  g_autoptr (GString) result = NULL;
  char *quick;
  int32_t length;

  g_return_val_if_fail (text != NULL, NULL);

  quick = fold_by_table (text);
  if (quick != NULL)
    return quick;
  clean = ks_text_clean (text);
  units = normalize_text (get_decomposer (), clean, &length);
  result = g_string_sized_new (length);
  append_folded (result, units, length);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* A collator is only read after it was opened, so all threads share one. */
static UCollator *
get_collator (void)
{
  static gsize shared = 0;

  if (g_once_init_enter (&shared))
    {
      UErrorCode status = U_ZERO_ERROR;
      UCollator *collator = ucol_open ("vi", &status);

      if (U_FAILURE (status))
        g_error ("ICU has no collation data: %s", u_errorName (status));
      g_once_init_leave (&shared, (gsize) collator);
    }
  return (UCollator *) shared;
}

/**
 * ks_text_compare:
 * @a: UTF-8
 * @b: UTF-8
 *
 * Compares in the order of the Vietnamese alphabet (đ after d; tones ngang, huyền, hỏi, ngã, sắc,
 * nặng), whatever the locale of the process. May be called from any thread.
 *
 * Returns: less than, equal to or greater than 0
 */
int
ks_text_compare (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  return ucol_strcollUTF8 (get_collator (), a, -1, b, -1, &status);
}

/**
 * ks_text_sort_key:
 * @text: UTF-8
 *
 * Makes bytes whose strcmp() order is that of ks_text_compare(), for sorting long lists.
 *
 * Returns: (transfer full): the key; not text
 */
char *
ks_text_sort_key (const char *text)
{
  g_autofree UChar *units = NULL;
  uint8_t usual[SORT_KEY_LENGTH];
  char *key;
  int32_t n_units, length;

  g_return_val_if_fail (text != NULL, NULL);

  units = convert_to_utf16 (text, &n_units);
  length = ucol_getSortKey (get_collator (), units, n_units, usual, sizeof usual);
  if (length <= (int32_t) sizeof usual)
    return g_memdup2 (usual, (gsize) length);
  key = g_malloc ((gsize) length);
  ucol_getSortKey (get_collator (), units, n_units, (uint8_t *) key, length);
  return key;
}

/* Line breaks are LF, CR LF or a lone CR. */
static gsize
count_lines (const char *data, const char *end)
{
  gsize line = 1;

  for (const char *p = data; p < end; p++)
    if (*p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n')))
      line++;
  return line;
}

/**
 * ks_text_is_valid:
 * @data: (array length=length): bytes
 * @length: number of bytes
 * @line: (out) (optional): line of the first fault, counted from 1
 *
 * Tells whether bytes are UTF-8 text without NUL bytes.
 *
 * Returns: %TRUE if so; else %FALSE with @line set
 */
gboolean
ks_text_is_valid (const char *data, gsize length, gsize *line)
{
  gboolean incomplete;
  gsize valid;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  valid = ks_scan_utf8 (data, length, &incomplete);
  if (valid == length)
    return TRUE;
  if (line != NULL)
    *line = count_lines (data, data + valid);
  return FALSE;
}

/**
 * ks_text_key:
 * @text: UTF-8
 *
 * Returns: (transfer full): the text as ks_text_fold() writes it, letters and figures alone, with
 *   one blank between words
 */
char *
ks_text_key (const char *text)
{
  g_autofree char *folded = ks_text_fold (text);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || (*p & 0x80) != 0)
      g_string_append_c (key, *p);
    else if (key->len > 0 && key->str[key->len - 1] != ' ')
      g_string_append_c (key, ' ');
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

/**
 * ks_text_take_words:
 * @text: " a key with blanks around "
 * @list: words, parted by "|"
 *
 * Takes words out of a key, each as often as it stands there.
 *
 * Returns: whether there were any
 */
gboolean
ks_text_take_words (GString *text, const char *list)
{
  g_auto (GStrv) entries = g_strsplit (list, "|", -1);
  gboolean found = FALSE;

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_autofree char *word = g_strdup_printf (" %s ", entries[i]);
      const char *place;

      while ((place = strstr (text->str, word)) != NULL)
        {
          g_string_erase (text, place - text->str, (gssize) strlen (word) - 1);
          found = TRUE;
        }
    }
  return found;
}
