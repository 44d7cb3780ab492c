/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-sheets.h"

#include <gio/gio.h>
#include <string.h>

#include "ks-link.h"
#include "ks-proof.h"

KsRegistry *
ks_test_registry (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
      "/vn/danvan/KhaoSat/registry/communes-bac-giang-2024.csv", 0, NULL);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  KsStaff staff = { .total = { 5, 15, 3, 6 } };
  KsRegistry *registry;

  g_assert_nonnull (bytes);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      g_ptr_array_add (units, ks_unit_new (cells[0], cells[1], cells[2], cells[3], cells[4], &staff,
                                           NULL));
    }
  registry = ks_registry_new (units, &error);
  g_assert_no_error (error);
  return registry;
}

KsCampaignInfo *
ks_test_info (void)
{
  KsCampaignInfo *info = ks_campaign_info_new ();

  info->id = g_strdup ("PKS01-2024");
  info->title = g_strdup ("PKS 01");
  info->template = g_strdup (KS_TEST_TEMPLATE);
  info->superior_body = g_strdup ("TỈNH ỦY BẮC GIANG");
  info->issuing_body = g_strdup ("BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ DÂN CHỦ TỈNH");
  info->no_identity = TRUE;
  g_assert_true (ks_day_parse ("2024-04-01", &info->day));
  info->from = ks_day_get_start (info->day);
  info->to = info->from + KS_SECONDS_PER_DAY;
  memcpy (info->key, KS_TEST_KEY, KS_KEY_LENGTH);
  return info;
}

GPtrArray *
ks_test_sheets (KsRegistry *registry, const KsCampaignInfo *info)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_sheet_free);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      const char *code = ks_unit_get_code (unit);
      g_autofree char *token = ks_token_make (info->key, info->id, code);
      g_autofree char *link = ks_link_expand (info->template, token, code);

      g_ptr_array_add (sheets, ks_sheet_new (unit, token, link, i + 1));
    }
  return sheets;
}

KsSheetContext
ks_test_context (const KsCampaignInfo *info, guint total)
{
  KsSheetContext context = { .info = info, .version = 1, .total = total };

  g_assert_true (ks_day_parse ("2024-03-25", &context.version_day));
  return context;
}

void
ks_test_swap (char **a, char **b)
{
  char *kept = *a;

  *a = *b;
  *b = kept;
}

/* A byte a pixel, as the reader of codes wants it. */
guint8 *
ks_test_dup_grey (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  guint8 *grey = g_new (guint8, width * height);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row
          = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                               + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        grey[y * width + x] = (guint8) (row[x] >> 8);
    }
  return grey;
}

/* Pages as a file with the time of the survey. (transfer full) */
GBytes *
ks_test_pages_dup_pdf (KsPages *pages)
{
  g_autoptr (KsCampaignInfo) info = ks_test_info ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf = ks_pages_dup_pdf (pages, info->from, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* The text of every page, its lines joined. (transfer full) */
GStrv
ks_test_read_pages (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsProofFile) file = ks_proof_file_new (pdf, "paper", &error);
  guint n_pages = file != NULL ? ks_proof_file_get_n_pages (file) : 0;
  GStrv pages = g_new0 (char *, n_pages + 1);

  g_assert_no_error (error);
  for (guint i = 0; i < n_pages; i++)
    pages[i] = g_strdelimit (ks_proof_file_dup_page_text (file, i), "\n", ' ');
  return pages;
}

void
ks_test_assert_says (const char *text, const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("“%s” is not in: %s", wanted, text);
}

guint
ks_test_count_words (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, words)) != NULL; p += strlen (words))
    n++;
  return n;
}
