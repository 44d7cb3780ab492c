/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "ks-pages-error.h"
#include "ks-test-sheets.h"

/* A machine without the families of our papers, made by a configuration that shows fontconfig one
 * empty folder and, for what it cannot do without, another family. */

static void
hide_fonts (void)
{
  g_autofree char *config = g_build_filename (g_get_user_cache_dir (), "fonts.conf", NULL);
  g_autofree char *text = g_strdup_printf (
      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
      "<dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>%s</cachedir></fontconfig>",
      g_get_user_cache_dir ());

  g_mkdir_with_parents (g_get_user_cache_dir (), 0755);
  g_assert_true (g_file_set_contents (config, text, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", config, TRUE);
}

static void
test_missing (void)
{
  g_autoptr (KsRegistry) registry = ks_test_registry ();
  g_autoptr (KsCampaignInfo) info = ks_test_info ();
  g_autoptr (GPtrArray) sheets = ks_test_sheets (registry, info);
  KsSheetContext context = ks_test_context (info, sheets->len);
  g_autoptr (GError) sans = NULL;
  g_autoptr (GError) serif = NULL;

  hide_fonts ();
  g_assert_null (ks_poster_pages_new (sheets, &context, &sans));
  g_assert_error (sans, KS_PAGES_ERROR, KS_PAGES_ERROR_FONT);
  g_assert_nonnull (strstr (sans->message, "Noto Sans"));
  g_assert_nonnull (strstr (sans->message, "fonts-noto-core"));
  g_assert_null (ks_annex_pages_new (sheets, &context, 1, &serif));
  g_assert_error (serif, KS_PAGES_ERROR, KS_PAGES_ERROR_FONT);
  g_assert_nonnull (strstr (serif->message, "Liberation Serif"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fonts/missing", test_missing);
  return g_test_run ();
}
