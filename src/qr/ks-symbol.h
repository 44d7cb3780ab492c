/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_QUIET_MODULES 4
#define KS_MODULE_MM_MIN 0.41

typedef enum {
  KS_SYMBOL_LEVEL_M,  /* lists */
  KS_SYMBOL_LEVEL_Q,  /* walls */
} KsSymbolLevel;

/* A QR code as a square of dark and light modules, without its quiet zone. Immutable. */
typedef struct _KsSymbol KsSymbol;

KsSymbol *ks_symbol_new (const char *text, KsSymbolLevel level, GError **error);
void      ks_symbol_unref (KsSymbol *self);
guint     ks_symbol_get_version (const KsSymbol *self);
guint     ks_symbol_get_n_modules (const KsSymbol *self);
gboolean  ks_symbol_is_dark (const KsSymbol *self, guint row, guint column);

guint     ks_symbol_get_max_bytes (KsSymbolLevel level);
guint     ks_symbol_count_modules (gsize n_bytes, KsSymbolLevel level);
double    ks_symbol_fit (guint n_modules, double size, double room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSymbol, ks_symbol_unref)

G_END_DECLS
