/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-token.h"

#include <string.h>

#include "ks-code.h"
#include "ks-sha256.h"

/* A token is CODE-TAG. The tag is the first 30 bits, big-endian, of HMAC-SHA256 (key of the
 * campaign, "khaosat:v1:" + campaign id + ":" + CODE), as 6 digits in Crockford's base 32. It
 * detects an edited code; it does not detect a genuine one that was photographed. */

#define PREFIX "khaosat:v1:"

static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* What a text looks like before anything is known about keys. */
typedef struct {
  char code[KS_CODE_LENGTH + 1];
  char tag[KS_TOKEN_TAG_LENGTH + 1];
} Parts;

struct _KsTokenTable {
  GHashTable *indices;  /* code → index + 1 */
  char      **tokens;
  GHashTable *exact;    /* token as it is printed → index + 1 */
  guint       n_codes;
};

/**
 * ks_crockford_encode:
 * @value: a number
 * @n_digits: how many digits are wanted, at most 7
 *
 * Writes the lower 5 × @n_digits bits of @value in Crockford's base 32 (no I, L, O, U).
 *
 * Returns: (transfer full): @n_digits characters
 */
char *
ks_crockford_encode (guint32 value, guint n_digits)
{
  char *text = g_malloc (n_digits + 1);

  for (guint i = 0; i < n_digits; i++)
    text[i] = digits[(value >> (5 * (n_digits - 1 - i))) & 31];
  text[n_digits] = '\0';
  return text;
}

static void
start_hmac (KsHmac *hmac, const guint8 *key, const char *campaign_id)
{
  ks_hmac_init (hmac, key, KS_TOKEN_KEY_LENGTH);
  ks_hmac_add (hmac, PREFIX);
  ks_hmac_add (hmac, campaign_id);
  ks_hmac_add (hmac, ":");
}

/* start: an HMAC that has seen everything before the code; it is left as it was. */
static char *
make_tag (const KsHmac *start, const char *code)
{
  KsHmac hmac = *start;
  guint8 digest[KS_SHA256_LENGTH];
  guint32 head;

  ks_hmac_add (&hmac, code);
  ks_hmac_finish (&hmac, digest);
  head = (guint32) digest[0] << 24 | (guint32) digest[1] << 16 | (guint32) digest[2] << 8
         | digest[3];
  return ks_crockford_encode (head >> 2, KS_TOKEN_TAG_LENGTH);
}

/**
 * ks_token_make:
 * @key: the campaign's secret, %KS_TOKEN_KEY_LENGTH bytes
 * @campaign_id: e.g. "PKS01-2024"
 * @code: code of a unit, e.g. "07210"
 *
 * Returns: (transfer full): the unit's token, e.g. "07210-5M5RYJ"
 */
char *
ks_token_make (const guint8 *key, const char *campaign_id, const char *code)
{
  g_autofree char *tag = NULL;
  KsHmac start;

  start_hmac (&start, key, campaign_id);
  tag = make_tag (&start, code);
  return g_strconcat (code, "-", tag, NULL);
}

static gboolean
parse_parts (const char *given, Parts *parts)
{
  char found[KS_CODE_LENGTH + KS_TOKEN_TAG_LENGTH];
  gsize length;

  if (!ks_code_collect (given, digits, found, sizeof found, &length)
      || length <= KS_TOKEN_TAG_LENGTH)
    return FALSE;
  if (!ks_code_restore (found, length - KS_TOKEN_TAG_LENGTH, parts->code))
    return FALSE;
  memcpy (parts->tag, found + length - KS_TOKEN_TAG_LENGTH, KS_TOKEN_TAG_LENGTH);
  parts->tag[KS_TOKEN_TAG_LENGTH] = '\0';
  return TRUE;
}

/* Takes the same time wherever the tags differ. */
static gboolean
equal_tags (const char *a, const char *b)
{
  guint difference = 0;

  for (guint i = 0; i < KS_TOKEN_TAG_LENGTH; i++)
    difference |= (guint) (a[i] ^ b[i]);
  return difference == 0;
}

/**
 * ks_token_read:
 * @key: the campaign's secret, %KS_TOKEN_KEY_LENGTH bytes
 * @campaign_id: e.g. "PKS01-2024"
 * @given: what somebody typed or a form filled in
 * @code: (out) (optional) (nullable): the code it names, unless it is no token at all
 *
 * Reads a token as people write it: case-blind, O as 0, I and L as 1, with or without blanks and
 * hyphen, the leading zeros of the code restored. The tag is compared in constant time.
 *
 * Returns: whether @given proves @code
 */
KsTokenVerdict
ks_token_read (const guint8 *key, const char *campaign_id, const char *given, char **code)
{
  g_autofree char *tag = NULL;
  KsHmac start;
  Parts parts;

  if (code != NULL)
    *code = NULL;
  if (!parse_parts (given, &parts))
    return KS_TOKEN_NOT_A_TOKEN;
  if (code != NULL)
    *code = g_strdup (parts.code);
  start_hmac (&start, key, campaign_id);
  tag = make_tag (&start, parts.code);
  return equal_tags (tag, parts.tag) ? KS_TOKEN_OK : KS_TOKEN_MISMATCH;
}

/**
 * ks_token_table_new:
 * @key: the campaign's secret, %KS_TOKEN_KEY_LENGTH bytes
 * @campaign_id: e.g. "PKS01-2024"
 * @codes: (array length=n_codes): the codes of the registry, in its order
 * @n_codes: how many
 *
 * Computes the token of every unit once. The table is immutable: threads may share it.
 *
 * Returns: (transfer full): the table
 */
KsTokenTable *
ks_token_table_new (const guint8 *key, const char *campaign_id, const char *const *codes,
                    guint n_codes)
{
  KsTokenTable *self = g_atomic_rc_box_new0 (KsTokenTable);
  KsHmac start;

  start_hmac (&start, key, campaign_id);
  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->exact = g_hash_table_new (g_str_hash, g_str_equal);
  self->tokens = g_new0 (char *, n_codes + 1);
  self->n_codes = n_codes;
  for (guint i = 0; i < n_codes; i++)
    {
      g_autofree char *tag = make_tag (&start, codes[i]);

      self->tokens[i] = g_strconcat (codes[i], "-", tag, NULL);
      g_hash_table_insert (self->indices, g_strdup (codes[i]), GUINT_TO_POINTER (i + 1));
      g_hash_table_insert (self->exact, self->tokens[i], GUINT_TO_POINTER (i + 1));
    }
  return self;
}

static void
clear_table (KsTokenTable *self)
{
  g_hash_table_unref (self->indices);
  g_hash_table_unref (self->exact);
  g_strfreev (self->tokens);
}

/**
 * ks_token_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): the same table
 */
KsTokenTable *
ks_token_table_ref (KsTokenTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * ks_token_table_unref:
 * @self: (transfer full): a table
 */
void
ks_token_table_unref (KsTokenTable *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_table);
}

/**
 * ks_token_table_get_n_codes:
 * @self: a table
 *
 * Returns: the number of units
 */
guint
ks_token_table_get_n_codes (KsTokenTable *self)
{
  return self->n_codes;
}

/**
 * ks_token_table_get_token:
 * @self: a table
 * @index: place of a unit in the registry
 *
 * Returns: (transfer none): its token
 */
const char *
ks_token_table_get_token (KsTokenTable *self, guint index)
{
  g_return_val_if_fail (index < self->n_codes, NULL);
  return self->tokens[index];
}

static gboolean
find_index (GHashTable *indices, const char *text, guint *index)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (indices, text));

  if (found == 0)
    return FALSE;
  *index = found - 1;
  return TRUE;
}

/**
 * ks_token_table_read:
 * @self: a table
 * @given: what somebody typed or a form filled in
 * @index: (out): the unit that it names, set unless it is no token
 *
 * As ks_token_read(), for the units of the table alone: a token of a code that the table does not
 * know is %KS_TOKEN_NOT_A_TOKEN.
 *
 * Returns: whether @given proves the unit
 */
KsTokenVerdict
ks_token_table_read (KsTokenTable *self, const char *given, guint *index)
{
  const char *token;
  Parts parts;

  /* Nearly all are as a form filled them in, and there are many. */
  if (find_index (self->exact, given, index))
    return KS_TOKEN_OK;
  if (!parse_parts (given, &parts) || !find_index (self->indices, parts.code, index))
    return KS_TOKEN_NOT_A_TOKEN;
  token = self->tokens[*index];
  return equal_tags (token + strlen (token) - KS_TOKEN_TAG_LENGTH, parts.tag) ? KS_TOKEN_OK
                                                                              : KS_TOKEN_MISMATCH;
}
