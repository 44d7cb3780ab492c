/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-model-error.h"
#include "ks-registry.h"
#include "ks-text.h"

static void
add_unit (GPtrArray *units, const char *code, const char *name, const char *kind,
          const char *district_code, const char *district_name)
{
  KsStaff staff = { .total = { 5, 15, 3, 6 }, .excused = { 0, 2, 0, 1 } };

  g_ptr_array_add (units,
                   ks_unit_new (code, name, kind, district_code, district_name, &staff, NULL));
}

static GPtrArray *
make_units (void)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);

  add_unit (units, "07339", "Xã Ngọc Thiện", "Xã", "216", "Huyện Tân Yên");
  add_unit (units, "07201", "Phường Thọ Xương", "Phường", "213", "Thành phố Bắc Giang");
  add_unit (units, "07318", "Xã Phúc Sơn", "Xã", "216", "Huyện Tân Yên");
  add_unit (units, "07441", "Thị trấn Đồi Ngô", "Thị trấn", "218", "Huyện Lục Nam");
  add_unit (units, "07225", "Xã Đa Mai", "Xã", "213", "Thành phố Bắc Giang");
  add_unit (units, "07777", "Phường Nếnh", "Phường", "222", "Thị xã Việt Yên");
  add_unit (units, "07315", "Thị trấn Cao Thượng", "Thị trấn", "216", "Huyện Tân Yên");
  add_unit (units, "07219", "Phường Dĩnh Kế", "Phường", "213", "Thành phố Bắc Giang");
  add_unit (units, "07630", "Xã Phúc Sơn", "Xã", "218", "Huyện Lục Nam");
  return units;
}

static KsRegistry *
make_registry (void)
{
  g_autoptr (GPtrArray) units = make_units ();
  g_autoptr (GError) error = NULL;
  KsRegistry *registry = ks_registry_new (units, &error);

  g_assert_no_error (error);
  return registry;
}

static void
test_unit (void)
{
  KsStaff staff = { .total = { 5, 15, 3, 6 }, .excused = { 0, 2, 0, 1 } };
  g_autoptr (KsUnit) unit = ks_unit_new ("07441", "Thị trấn Đồi Ngô", "Thị trấn", "218",
                                         "Huyện Lục Nam", &staff, "https://example.org/a");

  g_assert_cmpstr (ks_unit_get_code (unit), ==, "07441");
  g_assert_cmpstr (ks_unit_get_name (unit), ==, "Thị trấn Đồi Ngô");
  g_assert_cmpstr (ks_unit_get_bare_name (unit), ==, "Đồi Ngô");
  g_assert_cmpstr (ks_unit_get_kind (unit), ==, "Thị trấn");
  g_assert_cmpstr (ks_unit_get_district_code (unit), ==, "218");
  g_assert_cmpstr (ks_unit_get_district_name (unit), ==, "Huyện Lục Nam");
  g_assert_cmpstr (ks_unit_get_link (unit), ==, "https://example.org/a");
  g_assert_cmpint (ks_unit_get_staff (unit)->total[KS_BODY_GOVERNMENT], ==, 15);
  g_assert_cmpint (ks_unit_get_staff_in_scope (unit), ==, 26);
  g_assert_cmpstr (ks_unit_get_search_key (unit), ==, "07441 thi tran doi ngo huyen luc nam");
}

static void
test_unit_with_little (void)
{
  g_autoptr (KsUnit) bare = ks_unit_new ("1", "Xã A", NULL, NULL, NULL, NULL, "");
  g_autoptr (KsUnit) named = ks_unit_new ("1", "Xã A", NULL, "", "Huyện B", NULL, NULL);

  g_assert_cmpstr (ks_unit_get_kind (bare), ==, "");
  g_assert_cmpstr (ks_unit_get_district_code (bare), ==, "");
  g_assert_null (ks_unit_get_link (bare));
  g_assert_cmpint (ks_unit_get_staff_in_scope (bare), ==, 0);
  g_assert_cmpstr (ks_unit_get_district_code (named), ==, "Huyện B");
}

static void
test_unit_properties (void)
{
  g_autoptr (KsRegistry) registry = make_registry ();
  KsUnit *unit = ks_registry_lookup (registry, "07225");
  g_autofree char *code = NULL;
  g_autofree char *name = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *district = NULL;
  g_autofree char *key = NULL;
  int staff, party, government, front, unions, excused;
  guint rank, office_rank;

  g_object_get (unit, "code", &code, "name", &name, "kind", &kind, "district-name", &district,
                "search-key", &key, "staff", &staff, "staff-party", &party, "staff-government",
                &government, "staff-front", &front, "staff-unions", &unions, "excused", &excused,
                "rank", &rank, "office-rank", &office_rank, NULL);
  g_assert_cmpstr (code, ==, "07225");
  g_assert_cmpstr (name, ==, "Xã Đa Mai");
  g_assert_cmpstr (kind, ==, "Xã");
  g_assert_cmpstr (district, ==, "Thành phố Bắc Giang");
  g_assert_cmpstr (key, ==, "07225 xa da mai thanh pho bac giang");
  g_assert_cmpint (staff, ==, 26);
  g_assert_cmpint (party, ==, 5);
  g_assert_cmpint (government, ==, 15);
  g_assert_cmpint (front, ==, 3);
  g_assert_cmpint (unions, ==, 6);
  g_assert_cmpint (excused, ==, 3);
  g_assert_cmpuint (rank, ==, 2);
  g_assert_cmpuint (office_rank, ==, 2);
}

static void
test_skip_kind (void)
{
  static const char *const pairs[][2] = {
    { "Phường Thọ Xương", "Thọ Xương" }, { "Thị trấn Nông trường Việt Lâm", "Nông trường Việt Lâm" },
    { "Xã Mẫu 01", "Mẫu 01" },           { "Phường 1", "Phường 1" },
    { "Phường IV", "Phường IV" },        { "Phường 14", "Phường 14" },
    { "Xã", "Xã" },                      { "Thành phố Bắc Giang", "Bắc Giang" },
    { "Đặc khu Cô Tô", "Cô Tô" },        { "Vôi", "Vôi" },
    { "Xã Xã Xã", "Xã Xã" },             { "Xã ", "Xã " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpstr (ks_unit_skip_kind (pairs[i][0]), ==, pairs[i][1]);
}

static void
check_order (KsRegistry *registry, const char *const *codes)
{
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);

      g_assert_cmpstr (ks_unit_get_code (unit), ==, codes[i]);
      g_assert_cmpuint (ks_unit_get_index (unit), ==, i);
      g_assert_true (ks_registry_lookup (registry, codes[i]) == unit);
    }
}

static void
test_office_order (void)
{
  static const char *const codes[]
      = { "07201", "07219", "07225", "07777", "07315", "07339", "07318", "07441", "07630" };
  g_autoptr (KsRegistry) registry = make_registry ();

  g_assert_cmpuint (ks_registry_get_n_units (registry), ==, 9);
  check_order (registry, codes);
  g_assert_null (ks_registry_lookup (registry, "7201"));
}

static void
test_alphabet (void)
{
  static const char *const by_name[] = { "07315", "07219", "07225", "07441", "07777",
                                         "07339", "07318", "07630", "07201" };
  g_autoptr (KsRegistry) registry = make_registry ();

  for (guint rank = 0; rank < G_N_ELEMENTS (by_name); rank++)
    g_assert_cmpuint (ks_unit_get_rank (ks_registry_lookup (registry, by_name[rank])), ==, rank);
}

static void
test_districts (void)
{
  static const char *const codes[] = { "213", "222", "216", "218" };
  static const guint sizes[] = { 3, 1, 3, 2 };
  g_autoptr (KsRegistry) registry = make_registry ();
  guint first = 0;

  g_assert_cmpuint (ks_registry_get_n_districts (registry), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);

      g_assert_cmpstr (district->code, ==, codes[i]);
      g_assert_cmpuint (district->first, ==, first);
      g_assert_cmpuint (district->n_units, ==, sizes[i]);
      g_assert_cmpint (ks_registry_get_staff (registry, district), ==, 26 * sizes[i]);
      g_assert_true (ks_registry_lookup_district (registry, codes[i]) == district);
      first += sizes[i];
    }
  g_assert_cmpstr (ks_registry_get_district (registry, 0)->name, ==, "Thành phố Bắc Giang");
  g_assert_cmpint (ks_registry_get_staff (registry, NULL), ==, 9 * 26);
  g_assert_null (ks_registry_lookup_district (registry, "999"));
}

static void
test_without_districts (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const codes[] = { "3", "2", "1" };

  add_unit (units, "1", "Xã B", "Xã", "", "");
  add_unit (units, "2", "Phường A", "Phường", NULL, NULL);
  add_unit (units, "3", "Xã C", "Xã", "7", "Huyện D");
  registry = ks_registry_new (units, &error);
  g_assert_no_error (error);
  check_order (registry, codes);
  g_assert_cmpuint (ks_registry_get_n_districts (registry), ==, 2);
  g_assert_cmpuint (ks_registry_lookup_district (registry, "")->n_units, ==, 2);
}

static void
test_list_model (void)
{
  g_autoptr (KsRegistry) registry = make_registry ();
  GListModel *model = G_LIST_MODEL (registry);
  g_autoptr (KsUnit) last = g_list_model_get_item (model, 8);

  g_assert_true (g_list_model_get_item_type (model) == KS_TYPE_UNIT);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 9);
  g_assert_true (last == ks_registry_get_unit (registry, 8));
  g_assert_null (g_list_model_get_item (model, 9));
}

static void
check_refused (GPtrArray *units, const char *first_word, const char *second_word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_registry_new (units, &error));
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, first_word));
  g_assert_nonnull (strstr (error->message, second_word));
}

static void
test_refuses (void)
{
  g_autoptr (GPtrArray) twice = make_units ();
  g_autoptr (GPtrArray) nameless = make_units ();
  g_autoptr (GPtrArray) codeless = make_units ();
  g_autoptr (GPtrArray) excused = make_units ();
  KsStaff staff = { .total = { 5 }, .excused = { 6 } };

  add_unit (twice, "07201", "Xã Khác", "Xã", "213", "Thành phố Bắc Giang");
  check_refused (twice, "07201", "Xã Khác");
  add_unit (nameless, "99", "", "Xã", "213", "Thành phố Bắc Giang");
  check_refused (nameless, "10", "no name");
  add_unit (codeless, "", "Xã Khác", "Xã", "213", "Thành phố Bắc Giang");
  check_refused (codeless, "10", "no code");
  g_ptr_array_add (excused, ks_unit_new ("99", "Xã Khác", NULL, NULL, NULL, &staff, NULL));
  check_refused (excused, "Xã Khác", "6 excused");
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (KsRegistry) registry = ks_registry_new (units, NULL);

  g_assert_nonnull (registry);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (registry)), ==, 0);
  g_assert_cmpuint (ks_registry_get_n_districts (registry), ==, 0);
  g_assert_cmpint (ks_registry_get_staff (registry, NULL), ==, 0);
}

/* The whole country: the ranks are those of a sort by comparison, and it takes no time. */
static void
test_whole_country (void)
{
  static const char *const syllables[] = { "An", "Ân", "Bình", "Đa", "Đông", "Hòa", "Hóa", "Mỹ",
                                           "Phú", "Sơn", "Tân", "Thị", "Vôi", "Yên", "Ý", "Ỷ" };
  const guint n_units = 10597;
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) by_rank = g_ptr_array_new ();
  g_autoptr (KsRegistry) registry = NULL;
  gint64 start;

  g_ptr_array_set_size (by_rank, n_units);
  for (guint i = 0; i < n_units; i++)
    {
      guint n = i * 2654435761u;
      g_autofree char *code = g_strdup_printf ("%05u", i);
      g_autofree char *district = g_strdup_printf ("%03u", i / 15);
      g_autofree char *name = g_strdup_printf ("Xã %s %s %s", syllables[n >> 28],
                                               syllables[n >> 24 & 15], syllables[n >> 20 & 15]);

      add_unit (units, code, name, "Xã", district, "Huyện X");
    }
  start = g_get_monotonic_time ();
  registry = ks_registry_new (units, NULL);
  g_test_message ("%u units in %d us", n_units, (int) (g_get_monotonic_time () - start));
  for (guint i = 0; i < n_units; i++)
    by_rank->pdata[ks_unit_get_rank (ks_registry_get_unit (registry, i))]
        = ks_registry_get_unit (registry, i);
  for (guint rank = 1; rank < n_units; rank++)
    {
      KsUnit *before = by_rank->pdata[rank - 1], *after = by_rank->pdata[rank];
      int order = ks_text_compare (ks_unit_get_bare_name (before), ks_unit_get_bare_name (after));

      g_assert_cmpint (order, <=, 0);
      if (order == 0)
        g_assert_cmpuint (ks_unit_get_index (before), <, ks_unit_get_index (after));
    }
}

/* In running text the kind is written small; a name without one stays. */
static void
test_lower_kind (void)
{
  static const char *const names[][2] = {
    { "Thành phố Bắc Giang", "thành phố Bắc Giang" },
    { "Thị xã Việt Yên", "thị xã Việt Yên" },
    { "Thị trấn Vôi", "thị trấn Vôi" },
    { "Xã Tân Sỏi", "xã Tân Sỏi" },
    { "Xãng", "Xãng" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = ks_unit_dup_running_name (names[i][0]);

      g_assert_cmpstr (text, ==, names[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/unit", test_unit);
  g_test_add_func ("/registry/unit-with-little", test_unit_with_little);
  g_test_add_func ("/registry/unit-properties", test_unit_properties);
  g_test_add_func ("/registry/skip-kind", test_skip_kind);
  g_test_add_func ("/registry/office-order", test_office_order);
  g_test_add_func ("/registry/alphabet", test_alphabet);
  g_test_add_func ("/registry/districts", test_districts);
  g_test_add_func ("/registry/without-districts", test_without_districts);
  g_test_add_func ("/registry/list-model", test_list_model);
  g_test_add_func ("/registry/refuses", test_refuses);
  g_test_add_func ("/registry/lower-kind", test_lower_kind);
  g_test_add_func ("/registry/empty", test_empty);
  g_test_add_func ("/registry/whole-country", test_whole_country);
  return g_test_run ();
}
