/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-scan.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define QUARTER 16

#ifdef __SSE2__
static inline guint64
collect_bits (__m128i bytes, guint quarter)
{
  return (guint64) (guint32) _mm_movemask_epi8 (bytes) << (quarter * QUARTER);
}

static inline __m128i
load_quarter (const char *quarter)
{
  return _mm_loadu_si128 ((const __m128i *) (const void *) quarter);
}

static inline __m128i
match_splits (__m128i bytes, char delimiter)
{
  return _mm_or_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 (delimiter)),
                       _mm_or_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\n')),
                                     _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\r'))));
}

static inline guint64
find_quotes (const char *block)
{
  guint64 quotes = 0;

  for (guint i = 0; i < KS_SCAN_BLOCK / QUARTER; i++)
    quotes |= collect_bits (
        _mm_cmpeq_epi8 (load_quarter (block + i * QUARTER), _mm_set1_epi8 ('"')), i);
  return quotes;
}

static inline guint64
find_splits (const char *block, char delimiter)
{
  guint64 splits = 0;

  for (guint i = 0; i < KS_SCAN_BLOCK / QUARTER; i++)
    splits |= collect_bits (match_splits (load_quarter (block + i * QUARTER), delimiter), i);
  return splits;
}

/* The bytes before those of a quarter: a block begins with a character, so that before its first
 * quarter nothing counts. */
static inline __m128i
load_before (const char *block, guint quarter, guint distance)
{
  __m128i bytes = load_quarter (block + quarter * QUARTER - (quarter > 0 ? distance : 0));

  if (quarter > 0)
    return bytes;
  return distance == 1 ? _mm_slli_si128 (bytes, 1) : _mm_slli_si128 (bytes, 2);
}

/* NUL, what begins no character, and what asks for more than its followers' number. */
static inline __m128i
match_special (__m128i bytes)
{
  __m128i pairs = _mm_and_si128 (bytes, _mm_set1_epi8 (-2));
  __m128i special = _mm_cmpeq_epi8 (bytes, _mm_setzero_si128 ());

  special = _mm_or_si128 (special, _mm_subs_epu8 (bytes, _mm_set1_epi8 ((char) 0xef)));
  special = _mm_or_si128 (special, _mm_cmpeq_epi8 (pairs, _mm_set1_epi8 ((char) 0xc0)));
  special = _mm_or_si128 (special, _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ((char) 0xe0)));
  return _mm_or_si128 (special, _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ((char) 0xed)));
}

static inline gboolean
is_plain_block (const char *block)
{
  const __m128i zero = _mm_setzero_si128 ();
  __m128i odd = zero;

  for (guint i = 0; i < KS_SCAN_BLOCK / QUARTER; i++)
    {
      __m128i bytes = load_quarter (block + i * QUARTER);
      /* Bytes compare as signed numbers here: 80…BF are below -64. */
      __m128i follows = _mm_cmplt_epi8 (bytes, _mm_set1_epi8 (-64));
      __m128i lead = _mm_subs_epu8 (load_before (block, i, 1), _mm_set1_epi8 ((char) 0xbf));
      __m128i lead3 = _mm_subs_epu8 (load_before (block, i, 2), _mm_set1_epi8 ((char) 0xdf));
      __m128i free = _mm_cmpeq_epi8 (_mm_or_si128 (lead, lead3), zero);

      odd = _mm_or_si128 (odd, _mm_or_si128 (_mm_cmpeq_epi8 (follows, free), match_special (bytes)));
    }
  return _mm_movemask_epi8 (_mm_cmpeq_epi8 (odd, zero)) == 0xffff;
}

static inline gboolean
quarter_has_split (const char *quarter, char delimiter)
{
  __m128i bytes = load_quarter (quarter);
  __m128i found = _mm_or_si128 (match_splits (bytes, delimiter),
                                _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('"')));

  return _mm_movemask_epi8 (found) != 0;
}
#else
/* NUL, what begins no character, and what asks for more than its followers' number. */
static inline gboolean
is_special (guint8 c)
{
  return c == 0 || c == 0xc0 || c == 0xc1 || c == 0xe0 || c == 0xed || c >= 0xf0;
}

static inline gboolean
quarter_has_split (const char *quarter, char delimiter)
{
  for (guint i = 0; i < QUARTER; i++)
    if (quarter[i] == delimiter || quarter[i] == '"' || quarter[i] == '\n' || quarter[i] == '\r')
      return TRUE;
  return FALSE;
}

static inline guint64
find_quotes (const char *block)
{
  guint64 quotes = 0;

  for (guint i = 0; i < KS_SCAN_BLOCK; i++)
    quotes |= (guint64) (block[i] == '"') << i;
  return quotes;
}

static inline guint64
find_splits (const char *block, char delimiter)
{
  guint64 splits = 0;

  for (guint i = 0; i < KS_SCAN_BLOCK; i++)
    splits |= (guint64) (block[i] == delimiter || block[i] == '\n' || block[i] == '\r') << i;
  return splits;
}

static inline gboolean
is_plain_block (const char *block)
{
  gboolean plain = TRUE;

  for (guint i = 0; i < KS_SCAN_BLOCK; i++)
    {
      guint8 c = (guint8) block[i];
      gboolean follows = c >= 0x80 && c < 0xc0;
      gboolean due = (i > 0 && (guint8) block[i - 1] >= 0xc0) || (i > 1 && (guint8) block[i - 2] >= 0xe0);

      plain &= follows == due && !is_special (c);
    }
  return plain;
}
#endif

/**
 * ks_scan_quotes:
 * @block: %KS_SCAN_BLOCK bytes
 *
 * Returns: where quotes stand: bit n speaks of byte n
 */
guint64
ks_scan_quotes (const char *block)
{
  return find_quotes (block);
}

/**
 * ks_scan_splits:
 * @block: %KS_SCAN_BLOCK bytes
 * @delimiter: what separates cells
 *
 * Returns: where a delimiter, CR or LF stands: bit n speaks of byte n
 */
guint64
ks_scan_splits (const char *block, char delimiter)
{
  return find_splits (block, delimiter);
}

/* How many bytes of a block are whole characters; 0 if it must be read one by one. */
static inline guint
span_block (const char *block)
{
  if (!is_plain_block (block))
    return 0;
  if ((guint8) block[KS_SCAN_BLOCK - 1] >= 0xc0)
    return KS_SCAN_BLOCK - 1;
  return (guint8) block[KS_SCAN_BLOCK - 2] >= 0xe0 ? KS_SCAN_BLOCK - 2 : KS_SCAN_BLOCK;
}

static inline gboolean
is_between (guint8 byte, guint8 lowest, guint8 highest)
{
  return byte >= lowest && byte <= highest;
}

/* The number of bytes that a first byte announces, and what the second may be (Unicode standard,
 * table 3-7); 0 for a byte that begins nothing. */
static guint
announce_length (guint8 first, guint8 *lowest, guint8 *highest)
{
  *lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  *highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
  if (is_between (first, 0x01, 0x7f))
    return 1;
  if (is_between (first, 0xc2, 0xdf))
    return 2;
  if (is_between (first, 0xe0, 0xef))
    return 3;
  return is_between (first, 0xf0, 0xf4) ? 4 : 0;
}

/* The length of the character at @data, or 0 if there is none; @incomplete if more bytes could
 * make it one. */
static guint
span_character (const guint8 *data, gsize length, gboolean *incomplete)
{
  guint8 lowest, highest;
  guint announced = announce_length (data[0], &lowest, &highest);

  for (guint i = 1; i < announced; i++)
    {
      if (i >= length)
        {
          *incomplete = TRUE;
          return 0;
        }
      if (!is_between (data[i], lowest, highest))
        return 0;
      lowest = 0x80;
      highest = 0xbf;
    }
  return announced;
}

/**
 * ks_scan_utf8:
 * @data: (array length=length): bytes
 * @length: number of bytes
 * @incomplete: (out): whether what stops it is a character whose last bytes are missing at the end
 *
 * Measures how far bytes are UTF-8 text without NUL bytes.
 *
 * Returns: number of leading bytes that are whole characters; @length if all are
 */
gsize
ks_scan_utf8 (const char *data, gsize length, gboolean *incomplete)
{
  gsize done = 0;

  *incomplete = FALSE;
  while (done < length)
    {
      gsize stop = MIN (done + KS_SCAN_BLOCK, length);
      guint span = stop - done == KS_SCAN_BLOCK ? span_block (data + done) : 0;

      if (span > 0)
        {
          done += span;
          continue;
        }
      while (done < stop)
        {
          span = span_character ((const guint8 *) data + done, length - done, incomplete);
          if (span == 0)
            return done;
          done += span;
        }
    }
  return done;
}

/**
 * ks_scan_has_split:
 * @text: (array length=length): bytes
 * @length: number of bytes
 * @delimiter: what separates cells; not NUL
 *
 * Returns: whether a delimiter, a quote, CR or LF stands in the text
 */
gboolean
ks_scan_has_split (const char *text, gsize length, char delimiter)
{
  char padded[QUARTER] = { 0 };

  /* No byte behind the text is looked at. */
  if (length < QUARTER)
    return quarter_has_split (memcpy (padded, text, length), delimiter);
  for (gsize i = 0; i + QUARTER < length; i += QUARTER)
    if (quarter_has_split (text + i, delimiter))
      return TRUE;
  return quarter_has_split (text + length - QUARTER, delimiter);
}
