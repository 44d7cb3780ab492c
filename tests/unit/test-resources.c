/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#define PREFIX "/vn/danvan/KhaoSat/"

static GBytes *
load_resource (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return bytes;
}

static char **
load_lines (const char *name)
{
  g_autoptr (GBytes) bytes = load_resource (name);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_strchomp (text);
  return g_strsplit (text, "\n", -1);
}

static void
test_registry (void)
{
  g_auto (GStrv) lines = load_lines ("registry/communes-bac-giang-2024.csv");

  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 209);
  g_assert_true (g_str_has_prefix (lines[0], "code,name,type,district_code,district_name"));
  g_assert_cmpstr (lines[1], ==, "07201,Phường Thọ Xương,Phường,213,Thành phố Bắc Giang");
}

static JsonObject *
parse_object (JsonParser *parser, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load_resource (name);

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                              &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_form (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *form = parse_object (parser, "forms/standin-vi.json");

  g_assert_true (g_str_has_prefix (json_object_get_string_member (form, "notice"),
                                   "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01"));
}

static void
test_sample_campaign (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *campaign = parse_object (parser, "sample/campaign.json");

  g_assert_cmpstr (json_object_get_string_member (campaign, "id"), ==, "THU-2024");
  g_assert_cmpstr (json_object_get_string_member (campaign, "day"), ==, "2024-04-01");
  g_assert_cmpuint (strlen (json_object_get_string_member (campaign, "key")), ==, 64);
  g_assert_nonnull (strstr (json_object_get_string_member (campaign, "template"), "{token}"));
}

/* The invented units, in the office's order, and not one real code or name among them. */
static void
test_sample_units (void)
{
  g_auto (GStrv) lines = load_lines ("sample/units.csv");

  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 209);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 9);
      g_assert_cmpint (g_ascii_strtoll (cells[0], NULL, 10), ==, 90000 + i);
      g_assert_nonnull (strstr (cells[1], " Mẫu "));
      g_assert_nonnull (strstr (cells[4], " Mẫu"));
    }
  g_assert_true (g_str_has_prefix (lines[1], "90001,Phường Mẫu 01,Phường,981,Thành phố Mẫu,"));
  g_assert_true (g_str_has_prefix (lines[209], "90209,Xã Mẫu 175,Xã,990,Huyện Mẫu H,"));
}

static void
assert_names_no_real_unit (const char *name)
{
  g_autoptr (GRegex) code = g_regex_new ("(^|[^0-9])07[0-9]{3}([^0-9]|$)", 0, 0, NULL);
  g_auto (GStrv) registry = load_lines ("registry/communes-bac-giang-2024.csv");
  g_autoptr (GBytes) bytes = load_resource (name);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_false (g_regex_match (code, text, 0, NULL));
  for (guint i = 1; registry[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (registry[i], ",", -1);

      g_assert_null (strstr (text, cells[1]));
      g_assert_null (strstr (text, cells[4]));
    }
}

static void
test_sample_names (void)
{
  assert_names_no_real_unit ("sample/units.csv");
  assert_names_no_real_unit ("sample/answers.csv");
  assert_names_no_real_unit ("sample/reports.csv");
  assert_names_no_real_unit ("sample/posts.csv");
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (g_resources_lookup_data (PREFIX "sample/none.csv", G_RESOURCE_LOOKUP_FLAGS_NONE, &error));
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resources/registry", test_registry);
  g_test_add_func ("/resources/form", test_form);
  g_test_add_func ("/resources/sample/campaign", test_sample_campaign);
  g_test_add_func ("/resources/sample/units", test_sample_units);
  g_test_add_func ("/resources/sample/names", test_sample_names);
  g_test_add_func ("/resources/missing", test_missing);
  return g_test_run ();
}
