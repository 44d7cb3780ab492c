/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-fuzz.h"
#include "ks-unit-matcher.h"

#include <string.h>

/* What a row says of its unit: a line each for the code, the name and the district. A match is
 * sure or has guesses, the guesses are different units, and what the district adds never makes
 * another unit sure. */

static KsUnitMatcher *matcher;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  static const char *const rows[][5] = {
    { "07318", "Xã Phúc Sơn", "Xã", "216", "Huyện Tân Yên" },
    { "07630", "Xã Phúc Sơn", "Xã", "220", "Huyện Sơn Động" },
    { "07375", "Thị trấn Vôi", "Thị trấn", "217", "Huyện Lạng Giang" },
    { "07477", "Thị trấn Phương Sơn", "Thị trấn", "218", "Huyện Lục Nam" },
    { "07612", "Xã Phượng Sơn", "Xã", "219", "Huyện Lục Ngạn" },
    { "07540", "Xã Xa Lý", "Xã", "219", "Huyện Lục Ngạn" },
    { "00001", "Phường 1", "Phường", "", "" },
    { "00002", "Xã Ea M'Doal", "Xã", "618", "Huyện Ia H' Drai" },
  };
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KsRegistry) registry = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (units, ks_unit_new (rows[i][0], rows[i][1], rows[i][2], rows[i][3],
                                         rows[i][4], NULL, NULL));
  registry = ks_registry_new (units, NULL);
  matcher = ks_unit_matcher_new (registry);
  ks_unit_matcher_add_alias (matcher, units->pdata[2], "Xã Vôi Cũ");
  return 0;
}

static void
check_match (const KsMatch *match)
{
  g_assert_true ((match->unit != NULL) == (match->how < KS_MATCH_ASK));
  g_assert_true ((match->n_guesses > 0) == (match->how == KS_MATCH_ASK));
  g_assert_true ((match->doubt != KS_DOUBT_NONE) == (match->how == KS_MATCH_ASK));
  g_assert_cmpuint (match->n_guesses, <=, KS_MATCH_MAX_GUESSES);
  for (guint i = 0; i < match->n_guesses; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (match->guesses[i] != match->guesses[j]);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);
  guint n_lines = g_strv_length (lines);
  const char *name = n_lines > 1 ? lines[1] : NULL;
  KsMatch match, alone;
  KsUnit *found;

  ks_unit_matcher_match (matcher, n_lines > 0 ? lines[0] : NULL, name,
                         n_lines > 2 ? lines[2] : NULL, &match);
  check_match (&match);
  ks_unit_matcher_match (matcher, NULL, name, NULL, &alone);
  check_match (&alone);
  g_assert_true (alone.unit == NULL || match.unit == NULL || match.unit == alone.unit);
  found = ks_unit_matcher_find (matcher, text);
  g_assert_true (found == NULL || KS_IS_UNIT (found));
  return 0;
}
