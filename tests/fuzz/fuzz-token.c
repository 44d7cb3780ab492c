/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-code.h"
#include "ks-fuzz.h"
#include "ks-link.h"
#include "ks-token.h"

#include <string.h>

/* What somebody typed as his code, and what an officer typed as a link: a text that is taken for a
 * token is the token of the code it names, and no link leaves with a placeholder in it. */

static const guint8 key[KS_TOKEN_KEY_LENGTH] = "khaosat-fuzz";
static const char *const codes[] = { "07210", "07211", "90001" };
static KsTokenTable *table;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  table = ks_token_table_new (key, "FUZZ-2024", codes, G_N_ELEMENTS (codes));
  return 0;
}

static void
check_token (const char *given)
{
  g_autofree char *code = NULL;
  g_autofree char *bare = ks_code_read (given);
  guint index = G_MAXUINT;
  KsTokenVerdict alone = ks_token_read (key, "FUZZ-2024", given, &code);
  KsTokenVerdict tabled = ks_token_table_read (table, given, &index);

  if (tabled == KS_TOKEN_OK)
    {
      g_assert_cmpuint (index, <, G_N_ELEMENTS (codes));
      g_assert_cmpint (alone, ==, KS_TOKEN_OK);
      g_assert_cmpstr (code, ==, codes[index]);
    }
  if (bare != NULL)
    g_assert_cmpuint (strlen (bare), ==, 5);
}

static void
check_link (const char *given)
{
  g_autofree char *link = NULL;
  gboolean unsafe;
  KsLinkKind kind;

  if (!ks_link_check_template (given, &kind, &unsafe, NULL))
    return;
  link = ks_link_expand (given, ks_token_table_get_token (table, 0), codes[0]);
  g_assert_null (strchr (link, '{'));
  g_assert_nonnull (strstr (link, codes[0]));
  g_assert_cmpint (g_ascii_strncasecmp (link, unsafe ? "http:" : "https:", unsafe ? 5 : 6), ==, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *given = g_strndup ((const char *) data, size);

  if (!g_utf8_validate (given, -1, NULL))
    return 0;
  check_token (given);
  check_link (given);
  return 0;
}
