/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-decoder.h"

G_BEGIN_DECLS

/* What speaks for an encoding. */
typedef enum {
  KS_ENCODING_REASON_ASCII,   /* no letter that encodings write differently */
  KS_ENCODING_REASON_MARK,    /* the bytes begin with its mark */
  KS_ENCODING_REASON_PATTERN, /* every second byte of plain letters is 0 */
  KS_ENCODING_REASON_VALID,   /* only text in it has such bytes */
  KS_ENCODING_REASON_WORDS,   /* so many words with marks are spelt right in it */
} KsEncodingReason;

typedef struct {
  KsEncoding       encoding;
  KsEncodingReason reason;
  guint            n_right; /* words with marks that are spelt like Vietnamese */
  guint            n_words; /* words with marks */
  guint            score;   /* 0 … 1000 */
} KsEncodingCandidate;

/* What some bytes or texts are in. The best candidate is the first. */
typedef struct {
  KsEncodingCandidate candidates[KS_N_ENCODINGS];
  guint               n_candidates; /* 0: it is no text in any of them */
  gboolean            sure;         /* the first is meant; else somebody is asked */
  gboolean            layered;      /* as in KsDecoder, for those that are not UTF-8 */
  gsize               mark;         /* length of the mark at the beginning */
} KsEncodingGuess;

void        ks_encoding_guess (const guint8 *data, gsize length, gboolean whole,
                               KsEncodingGuess *guess);
void        ks_encoding_guess_texts (const char *const *texts, gssize n_texts,
                                     KsEncodingGuess *guess);
gboolean    ks_encoding_is_unicode (const char *text);
void        ks_encoding_choose (KsEncoding encoding, const guint8 *data, gsize length,
                                KsEncodingGuess *guess);
char       *ks_encoding_describe (const KsEncodingCandidate *candidate);
char       *ks_encoding_preview (const KsEncodingGuess *guess, KsEncoding encoding,
                                 const guint8 *data, gsize length);

char       *ks_encoding_convert (KsEncoding encoding, const guint8 *data, gsize length);
char       *ks_encoding_convert_text (KsEncoding encoding, const char *text, gboolean capitals);

KsEncoding  ks_encoding_find (const char *id);
const char *ks_encoding_get_id (KsEncoding encoding);
const char *ks_encoding_get_label (KsEncoding encoding);
KsEncoding  ks_encoding_find_by_font (const char *font, gboolean *capitals);

G_END_DECLS
