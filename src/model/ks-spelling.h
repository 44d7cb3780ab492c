/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the matching of names: a name taken apart into what hands and fonts keep (the bare
 * letters) and what they lose (the marks). */

#define KS_SPELLING_MAX 80 /* letters; the longest name of the country has 24 */

typedef struct {
  gunichar letter; /* with its circumflex, breve, horn or stroke; never with a tone */
  char     base;   /* a … z, 0 … 9, blank; '?' for what is none of them */
  guint8   tone;   /* at the first letter of a syllable: that of the whole syllable */
} KsGlyph;

typedef struct {
  KsGlyph glyphs[KS_SPELLING_MAX];
  char    base[KS_SPELLING_MAX + 1]; /* the bases alone: equal if the names differ in marks only */
  guint   length;
} KsSpelling;

typedef enum {
  KS_FIT_SAME,  /* letter by letter; where the tone of a syllable stands does not matter */
  KS_FIT_LOST,  /* marks are missing */
  KS_FIT_OTHER, /* there are other marks */
} KsFit;

gboolean ks_spelling_read (KsSpelling *self, const char *text);
gboolean ks_spelling_skip (KsSpelling *self, const KsSpelling *whole, guint n);
gboolean ks_spelling_is_marked (const KsSpelling *self);
gboolean ks_spelling_is_numeral (const KsSpelling *self);
KsFit    ks_spelling_compare (const KsGlyph *given, const KsGlyph *own, guint length);

G_END_DECLS
