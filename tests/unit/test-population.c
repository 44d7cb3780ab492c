/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "ks-population.h"

static KsForm *
load_form (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/vn/danvan/KhaoSat/forms/standin-vi.json",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return ks_form_new_from_json (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                NULL);
}

static void
test_question (void)
{
  static const gboolean usual[] = { TRUE, TRUE, FALSE, FALSE };
  g_autoptr (KsForm) form = load_form ();
  const KsQuestion *question = ks_population_find_question (form);

  g_assert_cmpstr (question->id, ==, "P2");
  g_assert_cmpuint (question->n_options, ==, G_N_ELEMENTS (usual));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    g_assert_cmpint (ks_population_holds_option (KS_POPULATION_DEFAULT, question->options[i].label),
                     ==, usual[i]);
  g_assert_true (ks_population_holds_option (KS_POPULATION_PART_TIME, question->options[2].label));
  g_assert_true (ks_population_is_part_time (question->options[2].label));
  g_assert_false (ks_population_is_part_time (question->options[3].label));
}

static void
test_labels (void)
{
  g_assert_true (ks_population_holds_option (KS_POPULATION_CADRES, "Cán bộ, công chức"));
  g_assert_true (ks_population_holds_option (KS_POPULATION_CIVIL_SERVANTS, "CÔNG CHỨC cấp xã"));
  g_assert_false (ks_population_holds_option (KS_POPULATION_CADRES, "Công chức"));
  g_assert_false (
      ks_population_holds_option (KS_POPULATION_DEFAULT, "Cán bộ không chuyên trách ở thôn"));
}

static void
test_text (void)
{
  KsPopulation population = KS_POPULATION_CADRES;
  g_autofree char *text = ks_population_to_text (KS_POPULATION_DEFAULT);

  g_assert_cmpstr (text, ==, "cadres,civil_servants");
  g_assert_true (ks_population_parse ("part_time, cadres", &population));
  g_assert_cmpint (population, ==, KS_POPULATION_PART_TIME | KS_POPULATION_CADRES);
  g_assert_false (ks_population_parse ("", &population));
  g_assert_false (ks_population_parse ("cadres,farmers", &population));
  g_assert_cmpint (population, ==, KS_POPULATION_PART_TIME | KS_POPULATION_CADRES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/population/question", test_question);
  g_test_add_func ("/population/labels", test_labels);
  g_test_add_func ("/population/text", test_text);

  return g_test_run ();
}
