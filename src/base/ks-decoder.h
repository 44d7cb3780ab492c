/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The encodings that tables from Vietnamese offices come in. */
typedef enum {
  KS_ENCODING_AUTO, /* not known yet */
  KS_ENCODING_UTF8,
  KS_ENCODING_UTF16_LE,
  KS_ENCODING_UTF16_BE,
  KS_ENCODING_WINDOWS_1258,
  KS_ENCODING_TCVN3, /* .VnTime and the other ABC fonts */
  KS_ENCODING_VNI,   /* VNI-Times and the other fonts of VNI for Windows */
} KsEncoding;
#define KS_N_ENCODINGS (KS_ENCODING_VNI + 1)

/* Turns bytes that come in pieces into UTF-8. */
typedef struct {
  KsEncoding encoding;
  gboolean   layered;  /* somebody saved text in an old encoding as if it were UTF-8 */
  guint8     carry[8]; /* bytes of a character that is not whole yet */
  gsize      n_carry;
  gunichar   pending;  /* a letter that may get a mark */
  guint      n_stray;  /* bytes of VNI that mark a letter and stand behind none */
  GString   *segment;  /* of TCVN3: what stands between two ends of cells, not given out yet */
} KsDecoder;

void ks_decoder_init (KsDecoder *self, KsEncoding encoding, gboolean layered);
void ks_decoder_clear (KsDecoder *self);
void ks_decoder_push (KsDecoder *self, const guint8 *data, gsize length, gboolean at_end,
                      GString *text);
void ks_decoder_push_characters (KsDecoder *self, const char *characters, gboolean at_end,
                                 GString *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsDecoder, ks_decoder_clear)

G_END_DECLS
