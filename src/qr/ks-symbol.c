/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-symbol.h"

#include <qrencode.h>
#include <string.h>

#include "ks-i18n.h"
#include "ks-qr-error.h"

#define N_VERSIONS 40

struct _KsSymbol {
  QRcode *code;
};

/* Bytes that fit in 8-bit mode, by version (ISO/IEC 18004, table 7). */
static const guint16 max_bytes_m[N_VERSIONS] = {
  14,   26,   42,   62,   84,   106,  122,  152,  180,  213,  251,  287,  331,  362,
  412,  450,  504,  560,  624,  666,  711,  779,  857,  911,  997,  1059, 1125, 1190,
  1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
};
static const guint16 max_bytes_q[N_VERSIONS] = {
  11,  20,  32,  46,  60,  74,  86,  108, 130, 151,  177,  203,  241,  258,
  292, 322, 364, 394, 442, 482, 509, 565, 611, 661,  715,  751,  805,  868,
  908, 982, 1030, 1112, 1168, 1228, 1283, 1351, 1423, 1499, 1579, 1663,
};

/**
 * ks_symbol_get_max_bytes:
 * @level: a level of error correction
 *
 * Returns: the longest text that a code can hold at @level
 */
guint
ks_symbol_get_max_bytes (KsSymbolLevel level)
{
  return (level == KS_SYMBOL_LEVEL_Q ? max_bytes_q : max_bytes_m)[N_VERSIONS - 1];
}

/**
 * ks_symbol_count_modules:
 * @n_bytes: length of a text
 * @level: a level of error correction
 *
 * Tells how many modules a side the code of a text will have, without making it.
 *
 * Returns: modules a side, or 0 if the text is too long
 */
guint
ks_symbol_count_modules (gsize n_bytes, KsSymbolLevel level)
{
  const guint16 *most = level == KS_SYMBOL_LEVEL_Q ? max_bytes_q : max_bytes_m;

  for (guint version = 1; version <= N_VERSIONS; version++)
    if (n_bytes <= most[version - 1])
      return 17 + 4 * version;
  return 0;
}

/**
 * ks_symbol_new:
 * @text: what the code says, in UTF-8
 * @level: level of error correction
 * @error: return location for an error
 *
 * Makes the smallest QR code for @text, in 8-bit mode: links mix cases, and a code that grows by
 * one version is better than one whose mode depends on its letters.
 *
 * Returns: (transfer full): the code, or %NULL with %KS_QR_ERROR_TEXT if @text is empty or longer
 *   than ks_symbol_get_max_bytes()
 */
KsSymbol *
ks_symbol_new (const char *text, KsSymbolLevel level, GError **error)
{
  gsize length = strlen (text);
  QRecLevel grade = level == KS_SYMBOL_LEVEL_Q ? QR_ECLEVEL_Q : QR_ECLEVEL_M;
  QRcode *code = NULL;
  KsSymbol *self;

  if (length > 0 && length <= ks_symbol_get_max_bytes (level))
    code = QRcode_encodeData ((int) length, (const unsigned char *) text, 0, grade);
  if (code == NULL)
    {
      g_set_error (error, KS_QR_ERROR, KS_QR_ERROR_TEXT,
                   _("A QR code cannot hold a text of %u bytes; shorten the link to at most %u."),
                   (guint) length, ks_symbol_get_max_bytes (level));
      return NULL;
    }
  self = g_atomic_rc_box_new0 (KsSymbol);
  self->code = code;
  return self;
}

static void
clear_symbol (KsSymbol *self)
{
  QRcode_free (self->code);
}

/**
 * ks_symbol_unref:
 * @self: (transfer full): a code
 */
void
ks_symbol_unref (KsSymbol *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_symbol);
}

/**
 * ks_symbol_get_version:
 * @self: a code
 *
 * Returns: its version, 1 to 40
 */
guint
ks_symbol_get_version (const KsSymbol *self)
{
  return (guint) self->code->version;
}

/**
 * ks_symbol_get_n_modules:
 * @self: a code
 *
 * Returns: modules a side, without quiet zone
 */
guint
ks_symbol_get_n_modules (const KsSymbol *self)
{
  return (guint) self->code->width;
}

/**
 * ks_symbol_is_dark:
 * @self: a code
 * @row: from the top, from 0
 * @column: from the left, from 0
 *
 * Returns: whether the module is dark
 */
gboolean
ks_symbol_is_dark (const KsSymbol *self, guint row, guint column)
{
  return self->code->data[row * (guint) self->code->width + column] & 1;
}

/**
 * ks_symbol_fit:
 * @n_modules: modules a side
 * @size: wanted side of the dark symbol, in mm
 * @room: side of the free square that it stands in, in mm
 *
 * Shrinks a symbol until its quiet zone of %KS_QUIET_MODULES fits into the room that it has: codes
 * of few modules have large ones.
 *
 * Returns: the side of the dark symbol, in mm
 */
double
ks_symbol_fit (guint n_modules, double size, double room)
{
  double n = n_modules;

  return MIN (size, room * n / (n + 2 * KS_QUIET_MODULES));
}
