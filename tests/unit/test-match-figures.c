/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-test-registry.h"
#include "ks-text.h"
#include "ks-unit-matcher.h"

/* 209 names × 8 distortions = 1,672: how many are right, and that none is wrong. */

typedef char *(*DistortFunc) (KsUnit *unit);

typedef struct {
  guint n_names;
  guint n_sure;  /* the right unit, without asking */
  guint n_asked; /* nobody could tell: the right unit is among the guesses */
  guint n_wrong; /* another unit, without asking */
  guint n_lost;  /* neither sure nor among the guesses */
} Figures;

static const char *
get_bare (KsUnit *unit)
{
  return ks_unit_get_name (unit) + strlen (ks_unit_get_kind (unit)) + 1;
}

/* 1. The type word is missing: "Vôi". */
static char *
drop_type (KsUnit *unit)
{
  return g_strdup (get_bare (unit));
}

/* 2. The type word is abbreviated: "TT Vôi", "P. Mỹ Độ", "X.Tân Mỹ". */
static char *
abbreviate_type (KsUnit *unit)
{
  const char *kind = ks_unit_get_kind (unit);
  const char *word = g_str_equal (kind, "Xã") ? "X." : g_str_equal (kind, "Phường") ? "P. " : "TT ";

  return g_strconcat (word, get_bare (unit), NULL);
}

/* 3. The type word is wrong: a phường is called xã as it was, all others phường. */
static char *
mistake_type (KsUnit *unit)
{
  gboolean ward = g_str_equal (ks_unit_get_kind (unit), "Phường");

  return g_strconcat (ward ? "Xã " : "Phường ", get_bare (unit), NULL);
}

/* 4. No diacritics: "thi tran voi". */
static char *
drop_marks (KsUnit *unit)
{
  return ks_text_fold (ks_unit_get_name (unit));
}

/* 5. Marks as characters of their own (NFD), as from a Macintosh. */
static char *
decompose (KsUnit *unit)
{
  return g_utf8_normalize (ks_unit_get_name (unit), -1, G_NORMALIZE_NFD);
}

/* 6. The tone on the other vowel: hoà for hòa, tuý for túy, and the other way round. */
static char *
move_tones (KsUnit *unit)
{
  g_autofree char *parts = decompose (unit);
  g_autoptr (GRegex) regex = g_regex_new ("(o|u)([\\x{300}\\x{301}\\x{303}\\x{309}\\x{323}])(a|e|y)"
                                          "(?![\\p{L}\\p{M}])", 0, 0, NULL);
  g_autofree char *moved = g_regex_replace (regex, parts, -1, 0, "\\1\\3\\2", 0, NULL);

  return g_utf8_normalize (moved, -1, G_NORMALIZE_NFC);
}

/* 7. Ð (Icelandic) for Đ, no-break blanks, and blanks at the ends. */
static char *
mistake_characters (KsUnit *unit)
{
  g_autoptr (GString) text = g_string_new (ks_unit_get_name (unit));

  g_string_replace (text, "Đ", "Ð", 0);
  g_string_replace (text, "đ", "ð", 0);
  g_string_replace (text, " ", "\xc2\xa0", 0);
  g_string_append (text, " \xe2\x80\x8b");
  g_string_prepend (text, "\xc2\xa0 ");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* 8. Capitals, and a line break before the name. */
static char *
capitalize (KsUnit *unit)
{
  g_autofree char *kind = g_utf8_strup (ks_unit_get_kind (unit), -1);
  g_autofree char *bare = g_utf8_strup (get_bare (unit), -1);

  return g_strconcat (kind, "\n", bare, NULL);
}

static const DistortFunc distortions[] = {
  drop_type, abbreviate_type, mistake_type,       drop_marks,
  decompose, move_tones,      mistake_characters, capitalize,
};

static gboolean
is_guessed (const KsMatch *match, KsUnit *unit)
{
  for (guint i = 0; i < match->n_guesses; i++)
    if (match->guesses[i] == unit)
      return TRUE;
  return FALSE;
}

static void
count_match (const KsMatch *match, KsUnit *unit, const char *given, Figures *figures)
{
  figures->n_names++;
  figures->n_sure += match->unit == unit;
  figures->n_wrong += match->unit != NULL && match->unit != unit;
  figures->n_asked += match->unit == NULL && is_guessed (match, unit);
  figures->n_lost += match->unit == NULL && !is_guessed (match, unit);
  if (match->unit != unit)
    g_test_message ("%s (%s): %s", given, ks_unit_get_code (unit),
                    ks_match_how_to_string (match->how));
}

static Figures
measure (KsRegistry *registry, gboolean with_district)
{
  g_autoptr (KsUnitMatcher) matcher = ks_unit_matcher_new (registry);
  Figures figures = { 0 };

  for (guint d = 0; d < G_N_ELEMENTS (distortions); d++)
    for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
      {
        KsUnit *unit = ks_registry_get_unit (registry, i);
        g_autofree char *given = distortions[d](unit);
        const char *district = with_district ? ks_unit_get_district_name (unit) : NULL;
        KsMatch match;

        ks_unit_matcher_match (matcher, NULL, given, district, &match);
        count_match (&match, unit, given, &figures);
      }
  g_test_message ("%s district: %u names, %u sure, %u asked, %u wrong, %u lost",
                  with_district ? "with" : "without", figures.n_names, figures.n_sure,
                  figures.n_asked, figures.n_wrong, figures.n_lost);
  return figures;
}

/* With the district in its column every name is found. */
static void
test_with_district (void)
{
  g_autoptr (KsRegistry) registry = ks_test_registry_new ();
  Figures figures = measure (registry, TRUE);

  g_assert_cmpuint (figures.n_names, ==, 1672);
  g_assert_cmpuint (figures.n_wrong, ==, 0);
  g_assert_cmpuint (figures.n_sure, ==, 1672);
}

/* Without it nobody can tell the two Phúc Sơn (8 × 2) and, where the marks are lost, the three
 * pairs (6) apart, nor whether "Quang Minh" and "X.Quang Minh" have lost any: these are asked. */
static void
test_without_district (void)
{
  g_autoptr (KsRegistry) registry = ks_test_registry_new ();
  Figures figures = measure (registry, FALSE);

  g_assert_cmpuint (figures.n_names, ==, 1672);
  g_assert_cmpuint (figures.n_wrong, ==, 0);
  g_assert_cmpuint (figures.n_sure, ==, 1672 - 24);
  g_assert_cmpuint (figures.n_asked, ==, 16 + 6 + 2);
}

/* No name of the country is taken for a unit of the province that has another one. */
static void
test_foreign_names (void)
{
  g_autoptr (KsRegistry) registry = ks_test_registry_new ();
  g_autoptr (KsRegistry) country = ks_test_registry_new_country ();
  g_autoptr (KsUnitMatcher) matcher = ks_unit_matcher_new (registry);
  guint n_joined = 0;

  for (guint i = 0; i < ks_registry_get_n_units (country); i++)
    {
      KsUnit *unit = ks_registry_get_unit (country, i);
      gboolean ours = ks_registry_lookup (registry, ks_unit_get_code (unit)) != NULL;
      KsMatch match;

      ks_unit_matcher_match (matcher, NULL, ks_unit_get_name (unit),
                             ks_unit_get_district_name (unit), &match);
      g_assert_true ((match.unit != NULL) == ours);
      ks_unit_matcher_match (matcher, ks_unit_get_code (unit), ks_unit_get_name (unit), NULL,
                             &match);
      g_assert_true ((match.unit != NULL) == ours);
      ks_unit_matcher_match (matcher, NULL, ks_unit_get_name (unit), NULL, &match);
      n_joined += match.unit != NULL;
      g_assert_true (match.unit == NULL
                     || g_str_equal (get_bare (match.unit), get_bare (unit)));
    }
  /* Its 207 names that it has once, and who bears the same elsewhere and tells no district. */
  g_assert_cmpuint (n_joined, >=, 207);
}

static double
measure_seconds (KsUnitMatcher *matcher, KsRegistry *registry, gboolean with_district,
                 DistortFunc distort)
{
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (g_free);
  guint n_units = ks_registry_get_n_units (registry), n_wrong = 0, n_lost = 0;

  for (guint i = 0; i < n_units; i++)
    g_ptr_array_add (given, distort (ks_registry_get_unit (registry, i)));
  timer = g_timer_new ();
  for (guint i = 0; i < n_units; i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      KsMatch match;

      ks_unit_matcher_match (matcher, NULL, given->pdata[i],
                             with_district ? ks_unit_get_district_name (unit) : NULL, &match);
      /* A wrong type word may give the very name of a neighbour. */
      n_wrong += match.unit != NULL && match.unit != unit
                 && strcmp (ks_unit_get_name (match.unit), given->pdata[i]) != 0;
      n_lost += match.unit == NULL && match.n_guesses == 0;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n_lost, ==, 0);
  return g_timer_elapsed (timer, NULL);
}

/* 10,597 against 10,597; the limit leaves room for a sanitized build on a busy machine. */
static void
test_country (void)
{
  g_autoptr (KsRegistry) country = ks_test_registry_new_country ();
  g_autoptr (KsUnitMatcher) matcher = ks_unit_matcher_new (country);

  g_assert_cmpuint (ks_registry_get_n_units (country), ==, 10597);
  for (guint d = 0; d < G_N_ELEMENTS (distortions); d++)
    for (guint with_district = 0; with_district < 2; with_district++)
      {
        double seconds = measure_seconds (matcher, country, with_district, distortions[d]);

        g_test_message ("distortion %u, %s district: %.3f s", d + 1, with_district ? "with" : "without",
                        seconds);
        g_assert_cmpfloat (seconds, <, 5);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match-figures/with-district", test_with_district);
  g_test_add_func ("/match-figures/without-district", test_without_district);
  g_test_add_func ("/match-figures/foreign-names", test_foreign_names);
  g_test_add_func ("/match-figures/country", test_country);
  return g_test_run ();
}
