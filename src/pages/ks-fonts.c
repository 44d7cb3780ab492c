/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-fonts.h"

/* Pango lets fontconfig go through all fonts of the machine, hundreds of them, for every size of
 * type that a page has. Of our families there are eight. */

static const KsFontFamily families[KS_N_FAMILIES] = {
  [KS_FAMILY_SANS] = { "Noto Sans", "fonts-noto-core", 0.714 },
  [KS_FAMILY_SERIF] = { "Liberation Serif", "fonts-liberation2", 0.655 },
};

/**
 * ks_fonts_get_family:
 * @family: a family
 *
 * Returns: (transfer none): what is known of it
 */
const KsFontFamily *
ks_fonts_get_family (KsFamily family)
{
  return &families[family];
}

static void
add_folders (GHashTable *folders, const char *family)
{
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, NULL);
  FcObjectSet *objects = FcObjectSetBuild (FC_FILE, NULL);
  FcFontSet *fonts = FcFontList (NULL, pattern, objects);

  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcChar8 *file;

      if (FcPatternGetString (fonts->fonts[i], FC_FILE, 0, &file) == FcResultMatch)
        g_hash_table_add (folders, g_path_get_dirname ((const char *) file));
    }
  g_clear_pointer (&fonts, FcFontSetDestroy);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (pattern);
}

/* Takes those of all that are in chosen (NULL: all of them), in their order: of two copies of a font
 * the first is used. */
static void
append_folders (GString *rules, const char *element, FcStrList *all, GHashTable *chosen)
{
  const char *folder;

  while ((folder = (const char *) FcStrListNext (all)) != NULL)
    if (chosen == NULL || g_hash_table_contains (chosen, folder))
      {
        g_autofree char *line = g_markup_printf_escaped ("<%s>%s</%s>", element, folder, element);

        g_string_append (rules, line);
      }
  FcStrListDone (all);
}

static char *
write_rules (FcConfig *machine, GHashTable *folders)
{
  GString *rules = g_string_new ("<fontconfig><selectfont>"
                                 "<rejectfont><pattern></pattern></rejectfont><acceptfont>");

  for (guint i = 0; i < KS_N_FAMILIES; i++)
    g_string_append_printf (
        rules, "<pattern><patelt name=\"family\"><string>%s</string></patelt></pattern>",
        families[i].name);
  g_string_append (rules, "</acceptfont></selectfont>");
  append_folders (rules, "cachedir", FcConfigGetCacheDirs (machine), NULL);
  append_folders (rules, "dir", FcConfigGetFontDirs (machine), folders);
  g_string_append (rules, "</fontconfig>");
  return g_string_free (rules, FALSE);
}

/* Fonts that fontconfig has not catalogued yet it would read one by one, for seconds. */
static gboolean
is_catalogued (FcConfig *config, GHashTable *folders)
{
  GHashTableIter iter;
  gpointer folder;

  g_hash_table_iter_init (&iter, folders);
  while (g_hash_table_iter_next (&iter, &folder, NULL))
    {
      FcCache *cache = FcDirCacheLoad (folder, config, NULL);

      if (cache == NULL)
        return FALSE;
      FcDirCacheUnload (cache);
    }
  return g_hash_table_size (folders) > 0;
}

static gpointer
choose_fonts (gpointer unused)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *rules = NULL;
  FcConfig *machine = FcConfigReference (NULL);
  FcConfig *config = FcConfigCreate ();

  for (guint i = 0; i < KS_N_FAMILIES; i++)
    add_folders (folders, families[i].name);
  rules = write_rules (machine, folders);
  if (!FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) rules, FcTrue)
      || !is_catalogued (config, folders) || !FcConfigBuildFonts (config))
    g_clear_pointer (&config, FcConfigDestroy);
  FcConfigDestroy (machine);
  return config;
}

/**
 * ks_fonts_get_config:
 *
 * Waits for the fonts of the sheets. It is the same for all threads.
 *
 * Returns: (transfer none) (nullable): our families and nothing else; %NULL if they cannot be told
 *   from the other fonts of the machine quickly, or are not there
 */
FcConfig *
ks_fonts_get_config (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, choose_fonts, NULL);
}

static gpointer
prepare_cb (gpointer unused)
{
  return ks_fonts_get_config ();
}

/**
 * ks_fonts_prepare:
 *
 * Looks for the fonts in a thread of its own, so that they are there when the first page is laid
 * out.
 */
void
ks_fonts_prepare (void)
{
  g_thread_unref (g_thread_new ("fonts", prepare_cb, NULL));
}
