/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_TOKEN_TAG_LENGTH 6
#define KS_TOKEN_KEY_LENGTH 32

typedef enum {
  KS_TOKEN_OK,
  KS_TOKEN_MISMATCH,     /* a well-formed CODE-TAG with the tag of another code, key or campaign */
  KS_TOKEN_NOT_A_TOKEN,  /* anything else: free text, a bare code, a code outside the table */
} KsTokenVerdict;

char          *ks_token_make (const guint8 *key, const char *campaign_id, const char *code);
KsTokenVerdict ks_token_read (const guint8 *key, const char *campaign_id, const char *given,
                              char **code);
char          *ks_crockford_encode (guint32 value, guint n_digits);

/* The tokens of a registry, computed once, so that reading an answer costs one lookup. */
typedef struct _KsTokenTable KsTokenTable;

KsTokenTable  *ks_token_table_new (const guint8 *key, const char *campaign_id,
                                   const char *const *codes, guint n_codes);
KsTokenTable  *ks_token_table_ref (KsTokenTable *self);
void           ks_token_table_unref (KsTokenTable *self);
guint          ks_token_table_get_n_codes (KsTokenTable *self);
const char    *ks_token_table_get_token (KsTokenTable *self, guint index);
KsTokenVerdict ks_token_table_read (KsTokenTable *self, const char *given, guint *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsTokenTable, ks_token_table_unref)

G_END_DECLS
