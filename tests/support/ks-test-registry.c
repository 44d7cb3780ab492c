/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-registry.h"

#include "ks-test.h"

/* Rows of code,name,type,district_code,district_name without quotes. */
static KsRegistry *
parse_registry (const char *text)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  KsRegistry *registry;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_ptr_array_add (units,
                       ks_unit_new (cells[0], cells[1], cells[2], cells[3], cells[4], NULL, NULL));
    }
  registry = ks_registry_new (units, &error);
  g_assert_no_error (error);
  return registry;
}

KsRegistry *
ks_test_registry_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/vn/danvan/KhaoSat/registry/communes-bac-giang-2024.csv",
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return parse_registry (text);
}

KsRegistry *
ks_test_registry_new_country (void)
{
  g_autofree char *path = ks_test_data ("communes-vietnam-2024.csv");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return parse_registry (text);
}
