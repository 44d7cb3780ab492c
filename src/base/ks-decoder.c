/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-decoder.h"

#include <string.h>

#include "ks-old-letters.h"
#include "ks-tcvn-capitals.h"

#define MAX_SEGMENT 4096
#define NO_TEXT '\xff' /* a byte that no UTF-8 has */

/**
 * ks_decoder_init:
 * @self: room for a decoder
 * @encoding: what the bytes are in; not %KS_ENCODING_AUTO
 * @layered: whether text in an old encoding was saved as if it were UTF-8
 *
 * Begins before the first byte, behind a mark if there is one.
 */
void
ks_decoder_init (KsDecoder *self, KsEncoding encoding, gboolean layered)
{
  *self = (KsDecoder){ .encoding = encoding, .layered = layered };
  if (encoding == KS_ENCODING_TCVN3)
    self->segment = g_string_new (NULL);
}

/**
 * ks_decoder_clear:
 * @self: a decoder
 *
 * Frees what it holds.
 */
void
ks_decoder_clear (KsDecoder *self)
{
  if (self->segment != NULL)
    g_string_free (g_steal_pointer (&self->segment), TRUE);
}

static void
flush_segment (KsDecoder *self, GString *text)
{
  ks_tcvn_restore_capitals (self->segment);
  g_string_append_len (text, self->segment->str, (gssize) self->segment->len);
  g_string_set_size (self->segment, 0);
}

static gboolean
ends_segment (gunichar c)
{
  return c < 0x80 && strchr (",;\t|\"\n\r", (int) c) != NULL;
}

static void
emit (KsDecoder *self, gunichar c, GString *text)
{
  if (self->segment == NULL)
    {
      g_string_append_unichar (text, c);
      return;
    }
  g_string_append_unichar (self->segment, c);
  if (ends_segment (c) || self->segment->len >= MAX_SEGMENT)
    flush_segment (self, text);
}

static void
flush_pending (KsDecoder *self, GString *text)
{
  if (self->pending != 0)
    emit (self, self->pending, text);
  self->pending = 0;
}

/* Joins a mark to the letter before it. */
static gboolean
join (KsDecoder *self, guint8 byte, gunichar c)
{
  gunichar joined = 0;

  if (self->pending == 0)
    return FALSE;
  if (self->encoding == KS_ENCODING_VNI)
    joined = ks_old_letter_join_vni (self->pending, byte);
  else if (ks_old_letter_is_mark (c))
    joined = ks_old_letter_join (self->pending, c);
  if (joined == 0)
    return FALSE;
  self->pending = joined;
  return TRUE;
}

static void
push_byte (KsDecoder *self, guint8 byte, GString *text)
{
  gunichar c = ks_old_letter_read (self->encoding, byte);

  if (byte >= 0x80 && join (self, byte, c))
    return;
  self->n_stray += self->encoding == KS_ENCODING_VNI && ks_old_letter_is_vni_mark (byte);
  flush_pending (self, text);
  if (g_unichar_isalpha (c))
    self->pending = c;
  else
    emit (self, c, text);
}

static void
push_character (KsDecoder *self, gunichar c, GString *text)
{
  int byte = ks_old_letter_to_byte (c);

  if (byte >= 0)
    {
      push_byte (self, (guint8) byte, text);
      return;
    }
  flush_pending (self, text);
  emit (self, c, text);
}

static void
push_old (KsDecoder *self, const guint8 *data, gsize length, GString *text)
{
  for (gsize i = 0; i < length; i++)
    push_byte (self, data[i], text);
}

static guint
get_unit (const KsDecoder *self, const guint8 *bytes)
{
  return self->encoding == KS_ENCODING_UTF16_LE ? (guint) (bytes[0] | bytes[1] << 8)
                                                : (guint) (bytes[1] | bytes[0] << 8);
}

/* Returns how many bytes the character took, 0 if more are needed. */
static gsize
read_utf16 (KsDecoder *self, const guint8 *bytes, gsize length, GString *text)
{
  guint unit, low;

  if (length < 2)
    return 0;
  unit = get_unit (self, bytes);
  if ((unit & 0xf800) != 0xd800)
    {
      g_string_append_unichar (text, unit);
      return 2;
    }
  if ((unit & 0xfc00) == 0xd800 && length < 4)
    return 0;
  low = length < 4 ? 0 : get_unit (self, bytes + 2);
  if ((unit & 0xfc00) != 0xd800 || (low & 0xfc00) != 0xdc00)
    {
      g_string_append_c (text, NO_TEXT); /* half a pair */
      return 2;
    }
  g_string_append_unichar (text, 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff));
  return 4;
}

/* Whether the bytes are the first of a longer character. */
static gboolean
is_cut_off (const guint8 *bytes, gsize length)
{
  gsize needed = bytes[0] >= 0xc2 && bytes[0] <= 0xf4 ? (gsize) g_utf8_skip[bytes[0]] : 1;

  for (gsize i = 1; i < MIN (length, needed); i++)
    if ((bytes[i] & 0xc0) != 0x80)
      return FALSE;
  return length < needed;
}

static gsize
read_layered (KsDecoder *self, const guint8 *bytes, gsize length, GString *text)
{
  gunichar c;

  if (length == 0)
    return 0;
  c = g_utf8_get_char_validated ((const char *) bytes, (gssize) length);
  if (is_cut_off (bytes, length))
    return 0;
  if (c == (gunichar) -1 || c == (gunichar) -2 || bytes[0] == 0)
    {
      flush_pending (self, text);
      g_string_append_c (self->segment != NULL ? self->segment : text, NO_TEXT);
      return 1;
    }
  push_character (self, c, text);
  return (gsize) g_utf8_skip[bytes[0]];
}

typedef gsize (*ReadFunc) (KsDecoder *self, const guint8 *bytes, gsize length, GString *text);

static gsize
read_all (KsDecoder *self, ReadFunc read, const guint8 *data, gsize length, GString *text)
{
  gsize taken = 0, step;

  while ((step = read (self, data + taken, length - taken, text)) > 0)
    taken += step;
  return taken;
}

/* Characters of several bytes: what is left of one waits in the carry. */
static void
push_units (KsDecoder *self, ReadFunc read, const guint8 *data, gsize length, GString *text)
{
  gsize taken = 0;

  while (self->n_carry > 0 && taken < length)
    {
      gsize done;

      self->carry[self->n_carry++] = data[taken++];
      done = read_all (self, read, self->carry, self->n_carry, text);
      self->n_carry -= done;
      memmove (self->carry, self->carry + done, self->n_carry);
    }
  if (taken == length)
    return;
  taken += read_all (self, read, data + taken, length - taken, text);
  self->n_carry = length - taken;
  memcpy (self->carry, data + taken, self->n_carry);
}

static void
finish (KsDecoder *self, GString *text)
{
  flush_pending (self, text);
  if (self->segment != NULL)
    flush_segment (self, text);
  if (self->n_carry > 0)
    g_string_append_c (text, NO_TEXT);
  self->n_carry = 0;
}

/**
 * ks_decoder_push:
 * @self: a decoder
 * @data: (array length=length): the next bytes
 * @length: how many
 * @at_end: whether no more follow
 * @text: grows by what they say
 *
 * Decodes on. Text in an old encoding becomes UTF-8 in NFC, whatever the pieces; text in UTF-16
 * becomes UTF-8 as it is; bytes of UTF-8 pass. Where the bytes are no text, @text gets a byte that
 * no UTF-8 has, so that ks_text_is_valid() tells the place; where an old encoding has no character
 * for a byte, it gets U+FFFD.
 */
void
ks_decoder_push (KsDecoder *self, const guint8 *data, gsize length, gboolean at_end, GString *text)
{
  switch (self->encoding)
    {
    case KS_ENCODING_UTF16_LE:
    case KS_ENCODING_UTF16_BE:
      push_units (self, read_utf16, data, length, text);
      break;
    case KS_ENCODING_WINDOWS_1258:
    case KS_ENCODING_TCVN3:
    case KS_ENCODING_VNI:
      if (self->layered)
        push_units (self, read_layered, data, length, text);
      else
        push_old (self, data, length, text);
      break;
    case KS_ENCODING_AUTO:
    case KS_ENCODING_UTF8:
    default:
      g_string_append_len (text, (const char *) data, (gssize) length);
      break;
    }
  if (at_end)
    finish (self, text);
}

/**
 * ks_decoder_push_characters:
 * @self: a decoder for an old encoding
 * @characters: UTF-8: text in that encoding which was taken for Windows-1252, as in the cells of a
 *   workbook
 * @at_end: whether no more follows
 * @text: grows by what it says
 *
 * Decodes a text whose bytes became characters.
 */
void
ks_decoder_push_characters (KsDecoder *self, const char *characters, gboolean at_end,
                            GString *text)
{
  for (const char *p = characters; *p != '\0'; p = g_utf8_next_char (p))
    push_character (self, g_utf8_get_char (p), text);
  if (at_end)
    finish (self, text);
}
