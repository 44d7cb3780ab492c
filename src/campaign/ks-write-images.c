/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-images.h"

#include "ks-file-name.h"
#include "ks-platform.h"
#include "ks-print-runs.h"

typedef struct {
  KsPages        *pages;
  KsRegistry     *registry;
  KsPictureFormat format;
  const char     *folder;
} Writer;

/**
 * ks_image_dup_name:
 * @registry: the units
 * @pages: their pictures
 * @page: which one
 * @format: what kind of picture
 *
 * Returns: (transfer full): a name for the picture's file: "07210 Phường Hoàng Văn Thụ.png"
 */
char *
ks_image_dup_name (KsRegistry *registry, KsPages *pages, guint page, KsPictureFormat format)
{
  g_autoptr (GPtrArray) cells = ks_pages_dup_cells (pages, page);
  const KsCodeCell *cell = g_ptr_array_index (cells, 0);
  KsUnit *unit = ks_registry_lookup (registry, cell->unit_code);
  g_autofree char *words
      = g_strjoin (" ", cell->unit_code, unit != NULL ? ks_unit_get_name (unit) : NULL, NULL);
  g_autofree char *name = ks_file_name_make (words);

  return g_strconcat (name, format == KS_FORMAT_SVG ? ".svg" : ".png", NULL);
}

static gboolean
write_image (guint index, GBytes *picture, gpointer data, GError **error)
{
  Writer *writer = data;
  g_autofree char *name
      = ks_image_dup_name (writer->registry, writer->pages, index, writer->format);
  g_autofree char *path = g_build_filename (writer->folder, name, NULL);

  return ks_file_write (path, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture), error);
}

/**
 * ks_write_images:
 * @campaign: a campaign with links
 * @choice: which units
 * @format: what kind of pictures
 * @folder: where they go; made if it is not there
 * @job: (nullable): told of every picture; can stop the work
 * @n_images: (out) (optional): how many there are
 * @warning: (out) (optional) (nullable) (transfer full): which code is too fine
 * @error: return location for an error
 *
 * Writes a picture of every unit for a phone, each in a file of its own that is whole or not there.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_images (KsCampaign *campaign, const KsSheetChoice *choice, KsPictureFormat format,
                 const char *folder, KsJob *job, guint *n_images, char **warning, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsSheetChoice images = *choice;
  g_autoptr (KsPages) pages = NULL;
  Writer writer = { .registry = registry, .format = format, .folder = folder };

  images.options = (KsSheetOptions){ .layout = KS_LAYOUT_IMAGE };
  pages = ks_lay_out_sheets (campaign, &images, error);
  writer.pages = pages;
  if (pages == NULL || !ks_folder_make (folder, error)
      || !ks_pages_make_pictures (pages, format, write_image, &writer, job, error))
    return FALSE;
  if (n_images != NULL)
    *n_images = ks_pages_get_n_pages (pages);
  if (warning != NULL)
    *warning = g_strdup (ks_pages_get_warning (pages));
  ks_print_runs_keep_or_warn (campaign, pages, KS_WAY_IMAGES, NULL, warning);
  return TRUE;
}
