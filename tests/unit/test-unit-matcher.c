/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-code.h"
#include "ks-test-registry.h"
#include "ks-unit-draft.h"
#include "ks-unit-matcher.h"

typedef struct {
  KsRegistry *registry;
  KsUnitMatcher *matcher;
} Fixture;

#define LONG                                                                                       \
  "Xã dài hơn mọi tên xã, phường, thị trấn nào của cả nước, mà vẫn cứ dài thêm mãi, thêm mãi, "       \
  "thêm mãi không dứt"

/* What a row says, and what shall come of it: the code of the sure unit, or of the first guess. */
typedef struct {
  const char *code;
  const char *name;
  const char *district;
  KsMatchHow how;
  KsDoubt doubt;
  const char *unit;
} Case;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->registry = ks_test_registry_new ();
  self->matcher = ks_unit_matcher_new (self->registry);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->matcher);
  g_object_unref (self->registry);
}

static void
check_case (KsUnitMatcher *matcher, const Case *expected)
{
  KsMatch match;
  KsUnit *unit;

  ks_unit_matcher_match (matcher, expected->code, expected->name, expected->district, &match);
  unit = match.unit != NULL ? match.unit : match.n_guesses > 0 ? match.guesses[0] : NULL;
  g_test_message ("%s | %s | %s → %s, doubt %d, %s %s", expected->code, expected->name,
                  expected->district, ks_match_how_to_string (match.how), match.doubt,
                  unit != NULL ? ks_unit_get_code (unit) : "", unit != NULL ? ks_unit_get_name (unit) : "");
  g_assert_cmpstr (ks_match_how_to_string (match.how), ==, ks_match_how_to_string (expected->how));
  g_assert_cmpint (match.doubt, ==, expected->doubt);
  g_assert_cmpstr (unit != NULL ? ks_unit_get_code (unit) : NULL, ==, expected->unit);
  g_assert_true ((match.unit != NULL) == (expected->how < KS_MATCH_ASK));
  g_assert_true ((match.n_guesses > 0) == (expected->how == KS_MATCH_ASK));
}

static void
check_cases (KsUnitMatcher *matcher, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    check_case (matcher, &cases[i]);
}

#define SURE(how) KS_MATCH_##how, KS_DOUBT_NONE
#define ASK(doubt) KS_MATCH_ASK, KS_DOUBT_##doubt
#define NOTHING KS_MATCH_NONE, KS_DOUBT_NONE, NULL

static void
test_names (Fixture *self, gconstpointer data)
{
  static const Case cases[] = {
    { NULL, "Thị trấn Vôi", NULL, SURE (NAME), "07375" },
    { NULL, "Vôi", NULL, SURE (NAME), "07375" },
    { NULL, "TT Vôi", NULL, SURE (NAME), "07375" },
    { NULL, "TT.Vôi", NULL, SURE (NAME), "07375" },
    { NULL, "T.T. Vôi", NULL, SURE (NAME), "07375" },
    { NULL, "Xã Vôi", NULL, SURE (NAME), "07375" },
    { NULL, "THỊ TRẤN  VÔI ", NULL, SURE (NAME), "07375" },
    { NULL, "thi tran voi", NULL, SURE (FOLDED), "07375" },
    { NULL, "P. Mỹ Độ", NULL, SURE (NAME), "07216" },
    { NULL, "P.MY DO", NULL, SURE (FOLDED), "07216" },
    { NULL, "Phúc Hoà", NULL, SURE (NAME), "07324" },
    { NULL, "Xã Phúc Hòa", NULL, SURE (NAME), "07324" },
    { NULL, "Xa\xcc\x83 Phu\xcc\x81""c Ho\xcc\x80""a", NULL, SURE (NAME), "07324" },
    { NULL, "Thị\xc2\xa0trấn\xc2\xa0\xc3\x90ồi Ngô", NULL, SURE (NAME), "07444" },
    { NULL, "Xã Ða Mai", NULL, SURE (NAME), "07228" },
    /* Names that begin like a type word. */
    { NULL, "Phương Sơn", NULL, SURE (NAME), "07477" },
    { NULL, "TT Phương Sơn", NULL, SURE (NAME), "07477" },
    { NULL, "Phượng Sơn", NULL, SURE (NAME), "07612" },
    { NULL, "Huyền Sơn", NULL, SURE (NAME), "07504" },
    { NULL, "huyen son", NULL, SURE (FOLDED), "07504" },
    { NULL, "Xa Lý", NULL, SURE (NAME), "07540" },
    { NULL, "xa xa ly", NULL, SURE (FOLDED), "07540" },
  };

  check_cases (self->matcher, cases, G_N_ELEMENTS (cases));
}

static void
test_districts (Fixture *self, gconstpointer data)
{
  static const Case cases[] = {
    { NULL, "Xã Phúc Sơn", NULL, ASK (SEVERAL), "07318" },
    { NULL, "Xã Phúc Sơn", "Huyện Tân Yên", SURE (NAME), "07318" },
    { NULL, "Xã Phúc Sơn", "Sơn Động", SURE (NAME), "07630" },
    { NULL, "Xã Phúc Sơn", "220", SURE (NAME), "07630" },
    { NULL, "Phúc Sơn, Tân Yên", NULL, SURE (NAME), "07318" },
    { NULL, "Phúc Sơn - H. Sơn Động", NULL, SURE (NAME), "07630" },
    { NULL, "PHÚC SƠN (SƠN ĐỘNG)", NULL, SURE (NAME), "07630" },
    { NULL, "xa phuc son – huyen tan yen", NULL, SURE (FOLDED), "07318" },
    { NULL, "Xã Phúc Sơn huyện Tân Yên", NULL, SURE (NAME), "07318" },
    { NULL, "Xã Phúc Sơn, huyện Tân Yên, tỉnh Bắc Giang", NULL, SURE (NAME), "07318" },
    /* The three pairs that only marks tell apart; a type word is no proof. */
    { NULL, "dong son", NULL, ASK (SEVERAL), NULL },
    { NULL, "Đồng Sơn", NULL, SURE (NAME), "07696" },
    { NULL, "Đông Sơn", NULL, SURE (NAME), "07273" },
    { NULL, "Xa Dong Son", "TP Bac Giang", SURE (FOLDED), "07696" },
    { NULL, "Xa Dong Son, Yen The", NULL, SURE (FOLDED), "07273" },
    { NULL, "Xa Quang Minh", NULL, ASK (SEVERAL), "07843" },
    { NULL, "XÃ QUANG MINH", NULL, SURE (NAME), "07843" },
    { NULL, "Xã Quảng Minh", NULL, SURE (NAME), "07792" },
    { NULL, "quang minh (viet yen)", NULL, SURE (FOLDED), "07792" },
    { NULL, "Thi tran Phuong Son", NULL, ASK (SEVERAL), "07477" },
    /* The same name elsewhere never joins. */
    { NULL, "Xã Tân Tiến", NULL, SURE (NAME), "07699" },
    { NULL, "Xã Tân Tiến", "Huyện An Dương", ASK (DISTRICT), "07699" },
    { NULL, "Xã Tân Tiến, H. Văn Giang, Hưng Yên", NULL, ASK (DISTRICT), "07699" },
    { NULL, "Xã Tân Tiến, tỉnh Hưng Yên", NULL, ASK (DISTRICT), "07699" },
    { NULL, "Xã Tân Tiến", "Huyện Lục Nam", ASK (DISTRICT), "07699" },
    { NULL, "Xã Tân Tiến (cũ)", NULL, ASK (DISTRICT), "07699" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].unit != NULL)
      check_case (self->matcher, &cases[i]);
    else
      {
        KsMatch match;

        ks_unit_matcher_match (self->matcher, NULL, cases[i].name, NULL, &match);
        g_assert_cmpint (match.how, ==, KS_MATCH_ASK);
        g_assert_cmpuint (match.n_guesses, ==, 2);
      }
}

static void
test_code (void)
{
  g_autofree char *restored = ks_code_read (" 7318 ");
  g_autofree char *parted = ks_code_read ("07-3 lO");
  g_autofree char *letter = ks_code_read ("073A8");
  g_autofree char *longer = ks_code_read ("073180");
  g_autofree char *token = ks_code_read ("07210-5M5RYJ");
  g_autofree char *empty = ks_code_read ("");

  g_assert_cmpstr (restored, ==, "07318");
  g_assert_cmpstr (parted, ==, "07310");
  g_assert_null (letter);
  g_assert_null (longer);
  g_assert_null (token);
  g_assert_null (empty);
}

static void
test_codes (Fixture *self, gconstpointer data)
{
  static const Case cases[] = {
    { "07318", NULL, NULL, SURE (CODE), "07318" },
    { "7318", "", "", SURE (CODE), "07318" },
    { " 07318 ", "Phúc Sơn", NULL, SURE (CODE), "07318" },
    { "07318", "xa phuc son", "Tân Yên", SURE (CODE), "07318" },
    { NULL, "7318", NULL, SURE (CODE), "07318" },
    { "-", "Xã Tân Tiến", NULL, SURE (NAME), "07699" },
    /* Code and name, code and district contradict each other. */
    { "07318", "Xã Tân Tiến", NULL, ASK (CODE), "07699" },
    { "07318", "Xã Phúc Sơn", "Sơn Động", ASK (CODE), "07630" },
    { "07318", NULL, "Sơn Động", ASK (DISTRICT), "07318" },
    { "07477", "Xã Phượng Sơn", NULL, ASK (CODE), "07612" },
    { "07477", "phuong son", NULL, SURE (CODE), "07477" },
    { "07318", "Xã Phúc Sơm", NULL, ASK (CODE), "07318" },
    { "07318", "Xã Không Đâu", NULL, ASK (CODE), "07318" },
    /* What is longer than any name is no name that was left out. */
    { "07318", LONG, NULL, ASK (CODE), "07318" },
    { "07318", "Phúc Sơn", LONG, ASK (DISTRICT), "07318" },
    /* The code of a unit elsewhere, beside a name that this registry knows. */
    { "00004", "Xã Tân Tiến", NULL, ASK (UNKNOWN_CODE), "07699" },
    { "BG-07", "Xã Tân Tiến", NULL, ASK (UNKNOWN_CODE), "07699" },
    { "00004", NULL, NULL, NOTHING },
    { NULL, "00004", NULL, NOTHING },
  };

  check_cases (self->matcher, cases, G_N_ELEMENTS (cases));
}

static void
test_guesses (Fixture *self, gconstpointer data)
{
  static const Case cases[] = {
    { NULL, "Xã Tân Tiên", NULL, ASK (MISSPELT), "07699" },
    { NULL, "Tân Tiếnn", NULL, ASK (MISSPELT), "07699" },
    { NULL, "Thọ Sương", NULL, ASK (MISSPELT), "07201" },
    { NULL, "UBND xã Tân Tiến", NULL, ASK (MISSPELT), "07699" },
    { NULL, "Phường Quang Minh Đông", NULL, ASK (MISSPELT), "07843" },
    { NULL, "Thị xã Vôi", NULL, ASK (MISSPELT), "07375" },
    /* One syllable is no part of a name. */
    { NULL, "Quyết Thắng Lợi", NULL, NOTHING },
    { NULL, "Núi Vôi", NULL, NOTHING },
    /* A district is no unit. */
    { NULL, "Huyện Tân Yên", NULL, NOTHING },
    { NULL, "Cộng", NULL, NOTHING },
    { NULL, "I. Huyện Tân Yên", NULL, NOTHING },
    { NULL, "Tổng cộng toàn tỉnh", NULL, NOTHING },
    { NULL, "", NULL, NOTHING },
    { NULL, NULL, NULL, NOTHING },
    { NULL, ", - ()", "Tân Yên", NOTHING },
    { NULL, "xã", NULL, NOTHING },
    { NULL, "Пушкин", NULL, NOTHING },
  };

  check_cases (self->matcher, cases, G_N_ELEMENTS (cases));
}

static void
test_aliases (Fixture *self, gconstpointer data)
{
  KsUnit *quang_minh = ks_registry_lookup (self->registry, "07792");
  KsUnit *noi_hoang = ks_registry_lookup (self->registry, "07735");
  static const Case cases[] = {
    { NULL, "Xã Quảng Minh", NULL, SURE (ALIAS), "07792" },
    { NULL, "Phường Quảng Minh", NULL, SURE (NAME), "07792" },
    { NULL, "Xã Quang Minh", NULL, SURE (NAME), "07843" },
    { NULL, "Xa Quang Minh", NULL, ASK (SEVERAL), NULL },
    { NULL, "Lam Cốt Cũ", NULL, SURE (ALIAS), "07735" },
    { NULL, "lam cot cu", NULL, SURE (ALIAS), "07735" },
    { "07735", "Xã Lam Cốt Cũ", NULL, SURE (CODE), "07735" },
    /* A former name of one that another bears today. */
    { NULL, "Xã Tân Tiến", NULL, ASK (SEVERAL), NULL },
    { NULL, "Xã Tân Tiến", "TP Bắc Giang", SURE (NAME), "07699" },
    { NULL, "Xã Tân Tiến", "Yên Dũng", SURE (ALIAS), "07735" },
  };

  ks_unit_matcher_add_alias (self->matcher, quang_minh, "Xã Quảng Minh");
  ks_unit_matcher_add_alias (self->matcher, noi_hoang, "Xã Lam Cốt Cũ");
  ks_unit_matcher_add_alias (self->matcher, noi_hoang, "Xã Tân Tiến");
  ks_unit_matcher_add_alias (self->matcher, noi_hoang, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].unit != NULL)
      check_case (self->matcher, &cases[i]);
    else
      g_assert_null (ks_unit_matcher_find (self->matcher, cases[i].name));
}

static void
test_find (Fixture *self, gconstpointer data)
{
  KsUnit *unit = ks_registry_lookup (self->registry, "07318");

  g_assert_true (ks_unit_matcher_find (self->matcher, "7318") == unit);
  g_assert_true (ks_unit_matcher_find (self->matcher, " 07-318") == unit);
  g_assert_true (ks_unit_matcher_find (self->matcher, "Phúc Sơn (Tân Yên)") == unit);
  g_assert_null (ks_unit_matcher_find (self->matcher, "7319"));
  g_assert_null (ks_unit_matcher_find (self->matcher, "Phúc Sơn"));
  g_assert_null (ks_unit_matcher_find (self->matcher, "Phúc Sơm, Tân Yên"));
  g_assert_null (ks_unit_matcher_find (self->matcher, ""));
}

/* 64 KB in a cell, many separators. */
static void
test_hostile (Fixture *self, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (64 * 1024, 'a');
  g_autofree char *commas = g_strnfill (64 * 1024, ',');
  g_autofree char *many = g_strconcat ("Xã Phúc Sơn", commas, "Tân Yên", NULL);
  KsMatch match;

  ks_unit_matcher_match (self->matcher, longest, longest, longest, &match);
  g_assert_cmpint (match.how, ==, KS_MATCH_NONE);
  ks_unit_matcher_match (self->matcher, NULL, many, commas, &match);
  g_assert_cmpint (match.how, ==, KS_MATCH_NAME);
  ks_unit_matcher_match (self->matcher, NULL, "Phúc Sơn, a, b, c, d, Tân Yên", NULL, &match);
  g_assert_cmpint (match.how, ==, KS_MATCH_ASK);
}

static void
add_with_former_name (GPtrArray *units, KsUnit *unit, const char *name, const char *district)
{
  g_autoptr (KsUnit) today = unit;
  KsUnitDraft *draft = ks_unit_draft_new_from (today);

  ks_unit_draft_add_former_name (draft, name, district, KS_DAY_NONE);
  g_ptr_array_add (units, ks_unit_draft_end (draft));
}

static KsRegistry *
make_with_former_names (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  add_with_former_name (units,
                        ks_unit_new ("07780", "Phường Tự Lạn", "Phường", "222", "Thị xã Việt Yên",
                                     NULL, NULL),
                        "Xã Tự Lạn", "Huyện Việt Yên");
  add_with_former_name (units,
                        ks_unit_new ("07682", "Phường Tân An", "Phường", "213",
                                     "Thành phố Bắc Giang", NULL, NULL),
                        "Thị trấn Tân An", "Huyện Yên Dũng");
  return ks_registry_new (units, NULL);
}

/* Former names that the registry knows, with the district of that time; one of them is gone. */
static void
test_former_names (void)
{
  g_autoptr (KsRegistry) registry = make_with_former_names ();
  g_autoptr (KsUnitMatcher) matcher = ks_unit_matcher_new (registry);
  static const Case cases[] = {
    { NULL, "Xã Tự Lạn", NULL, SURE (ALIAS), "07780" },
    { NULL, "Xã Tự Lạn", "Huyện Việt Yên", SURE (ALIAS), "07780" },
    { NULL, "Phường Tự Lạn", "Thị xã Việt Yên", SURE (NAME), "07780" },
    { NULL, "TT Tân An, H. Yên Dũng", NULL, SURE (ALIAS), "07682" },
    { NULL, "tan an (yen dung)", NULL, SURE (FOLDED), "07682" },
    { "07682", NULL, "Yên Dũng", SURE (CODE), "07682" },
    { NULL, "Phường Tự Lạn", "Huyện Yên Dũng", ASK (DISTRICT), "07780" },
  };

  check_cases (matcher, cases, G_N_ELEMENTS (cases));
}

/* Units of 2025 have no district above them. */
static void
test_no_districts (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (KsUnitMatcher) matcher = NULL;
  static const Case cases[] = {
    { NULL, "Da Mai", NULL, SURE (FOLDED), "07228" },
    { NULL, "P.1", NULL, SURE (NAME), "00001" },
    { NULL, "Phường 01", NULL, SURE (NAME), "00001" },
    { NULL, "P1", NULL, SURE (NAME), "00001" },
    { NULL, "Xã 1", NULL, ASK (MISSPELT), "00001" },
    { NULL, "1", NULL, ASK (MISSPELT), "00001" },
    { "1", NULL, NULL, SURE (CODE), "00001" },
  };

  g_ptr_array_add (units, ks_unit_new ("07228", "Đa Mai", "Phường", NULL, NULL, NULL, NULL));
  g_ptr_array_add (units, ks_unit_new ("00001", "Phường 1", "Phường", NULL, NULL, NULL, NULL));
  registry = ks_registry_new (units, NULL);
  matcher = ks_unit_matcher_new (registry);
  check_cases (matcher, cases, G_N_ELEMENTS (cases));
  g_assert_true (ks_unit_matcher_find (matcher, "1") == ks_registry_lookup (registry, "00001"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/unit-matcher/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("names", test_names);
  ADD ("districts", test_districts);
  ADD ("codes", test_codes);
  ADD ("guesses", test_guesses);
  ADD ("aliases", test_aliases);
  ADD ("find", test_find);
  ADD ("hostile", test_hostile);
  g_test_add_func ("/unit-matcher/code", test_code);
  g_test_add_func ("/unit-matcher/former-names", test_former_names);
  g_test_add_func ("/unit-matcher/no-districts", test_no_districts);
  return g_test_run ();
}
