/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-spelling.h"

#include <string.h>

#include "ks-text.h"

#define SMALL_D_STROKE 0x0111
#define MAX_PARTS 4 /* a Vietnamese letter has two marks at most */

/* The marks of the tones huyền, sắc, ngã, hỏi, nặng. */
static const gunichar tones[] = { 0x0300, 0x0301, 0x0303, 0x0309, 0x0323 };

static guint8
find_tone (gunichar mark)
{
  for (guint8 i = 0; i < G_N_ELEMENTS (tones); i++)
    if (tones[i] == mark)
      return i + 1;
  return 0;
}

/* M'Drăk, M’Drăk and MʼDrăk. */
static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0x00b4 || c == 0x2018 || c == 0x2019 || c == 0x02bc
         || c == 0x2032;
}

/* Takes a small letter apart; returns its tone. */
static guint8
split_letter (gunichar c, KsGlyph *glyph)
{
  gunichar parts[MAX_PARTS];
  gsize n_parts = g_unichar_fully_decompose (c, FALSE, parts, MAX_PARTS);
  guint8 tone = 0;

  *glyph = (KsGlyph){ .letter = parts[0] };
  for (gsize i = 1; i < MIN (n_parts, MAX_PARTS); i++)
    {
      guint8 found = find_tone (parts[i]);

      if (found > 0)
        tone = found;
      else
        glyph->letter |= parts[i] << 8; /* no character of its own, but equal to itself only */
    }
  if (parts[0] == SMALL_D_STROKE)
    glyph->base = 'd';
  else
    glyph->base = parts[0] < 128 ? (char) parts[0] : '?';
  return tone;
}

static void
append_blank (KsSpelling *self)
{
  if (self->length > 0 && self->length < KS_SPELLING_MAX
      && self->glyphs[self->length - 1].base != ' ')
    self->glyphs[self->length++] = (KsGlyph){ ' ', ' ', 0 };
}

/* "Phường 03" is "Phường 3". */
static void
drop_zero (KsSpelling *self, gunichar next)
{
  guint last = self->length - 1;

  if (self->length > 0 && g_ascii_isdigit (next) && self->glyphs[last].base == '0'
      && (last == 0 || !g_ascii_isdigit (self->glyphs[last - 1].base)))
    self->length--;
}

/* Fills the glyphs; %FALSE if there is no room for all. */
static gboolean
read_glyphs (KsSpelling *self, const char *text)
{
  guint syllable = 0;
  gboolean swallow = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));
      guint8 tone;

      if (!g_unichar_isalnum (c))
        {
          if (!is_apostrophe (c) && !swallow)
            append_blank (self);
          swallow |= is_apostrophe (c);
          syllable = self->length;
          continue;
        }
      swallow = FALSE;
      drop_zero (self, c);
      if (self->length == KS_SPELLING_MAX)
        return FALSE;
      tone = split_letter (c, &self->glyphs[self->length++]);
      syllable = MIN (syllable, self->length - 1);
      if (tone != 0)
        self->glyphs[syllable].tone = tone;
    }
  return TRUE;
}

static void
set_base (KsSpelling *self)
{
  while (self->length > 0 && self->glyphs[self->length - 1].base == ' ')
    self->length--;
  for (guint i = 0; i < self->length; i++)
    self->base[i] = self->glyphs[i].base;
  self->base[self->length] = '\0';
}

/**
 * ks_spelling_read:
 * @self: room for a spelling
 * @text: a name as anybody wrote it
 *
 * Takes a name apart: small letters, any punctuation as one blank, no apostrophes, one place for
 * the tone of a syllable. What is longer than any name becomes empty.
 *
 * Returns: %FALSE if it is longer than any name
 */
gboolean
ks_spelling_read (KsSpelling *self, const char *text)
{
  g_autofree char *clean = ks_text_clean (text);
  gboolean fits;

  self->length = 0;
  fits = read_glyphs (self, clean);
  if (!fits)
    self->length = 0;
  set_base (self);
  return fits;
}

/**
 * ks_spelling_skip:
 * @self: room for a spelling
 * @whole: a spelling
 * @n: how many letters to leave out, of whole words
 *
 * Takes the rest of a name.
 *
 * Returns: whether anything is left
 */
gboolean
ks_spelling_skip (KsSpelling *self, const KsSpelling *whole, guint n)
{
  while (n < whole->length && whole->glyphs[n].base == ' ')
    n++;
  self->length = whole->length - n;
  memcpy (self->glyphs, whole->glyphs + n, self->length * sizeof (KsGlyph));
  set_base (self);
  return self->length > 0;
}

/**
 * ks_spelling_is_marked:
 * @self: a spelling
 *
 * Returns: whether it has any tone or vowel mark or đ: who wrote it wrote all of them
 */
gboolean
ks_spelling_is_marked (const KsSpelling *self)
{
  for (guint i = 0; i < self->length; i++)
    if (self->glyphs[i].tone != 0 || self->glyphs[i].letter > 127)
      return TRUE;
  return FALSE;
}

/**
 * ks_spelling_is_numeral:
 * @self: a spelling
 *
 * Returns: whether it is a number, as that of Phường 1 or Phường IV: no name of its own
 */
gboolean
ks_spelling_is_numeral (const KsSpelling *self)
{
  return strspn (self->base, "0123456789") == self->length
         || strspn (self->base, "ivx") == self->length;
}

static KsFit
compare_glyphs (const KsGlyph *given, const KsGlyph *own)
{
  KsFit fit = KS_FIT_SAME;

  if (given->letter != own->letter)
    fit = given->letter == (gunichar) given->base ? KS_FIT_LOST : KS_FIT_OTHER;
  if (given->tone != own->tone)
    fit = MAX (fit, given->tone == 0 ? KS_FIT_LOST : KS_FIT_OTHER);
  return fit;
}

/**
 * ks_spelling_compare:
 * @given: what somebody wrote
 * @own: what the name is; its bases are those of @given
 * @length: how many letters both have
 *
 * Returns: how well the marks fit
 */
KsFit
ks_spelling_compare (const KsGlyph *given, const KsGlyph *own, guint length)
{
  KsFit fit = KS_FIT_SAME;

  for (guint i = 0; i < length; i++)
    fit = MAX (fit, compare_glyphs (&given[i], &own[i]));
  return fit;
}
