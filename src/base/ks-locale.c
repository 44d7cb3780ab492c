/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-platform.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "ks-i18n.h"

#ifdef G_OS_WIN32
static char *
dup_program_directory (void)
{
  return g_win32_get_package_installation_directory_of_module (NULL);
}
#else
static char *
dup_program_directory (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
}
#endif

/* Meson puts the catalogues of an uninstalled build under <build>/po. */
static gboolean
runs_uninstalled (void)
{
  g_autofree char *build = g_path_get_dirname (KS_BUILD_LOCALEDIR);
  g_autofree char *program = dup_program_directory ();
  g_autoptr (GFile) build_folder = NULL;
  g_autoptr (GFile) program_folder = NULL;

  if (program == NULL)
    return FALSE;
  build_folder = g_file_new_for_path (build);
  program_folder = g_file_new_for_path (program);
  return g_file_equal (program_folder, build_folder)
         || g_file_has_prefix (program_folder, build_folder);
}

static gboolean
is_untranslatable (const char *locale)
{
  return locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0;
}

static void
set_locale (void)
{
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  /* Gettext never translates in plain C. */
  if (is_untranslatable (setlocale (LC_CTYPE, NULL)))
    setlocale (LC_CTYPE, "C.UTF-8");
#ifdef LC_MESSAGES
  if (is_untranslatable (setlocale (LC_MESSAGES, NULL)))
    setlocale (LC_MESSAGES, "C.UTF-8");
#endif
  /* Files are read and written with a decimal point; people are shown ks_format_* figures. */
  setlocale (LC_NUMERIC, "C");
}

static const char *
choose_language (const char *language)
{
  const char *ours = g_getenv ("KHAOSAT_LANGUAGE");

  if (ours != NULL && *ours != '\0')
    return ours;
  /* Installers of systems write lists like "en_US:en"; a bare "en" was somebody's choice. */
  if (g_strcmp0 (g_getenv ("LANGUAGE"), "en") == 0)
    return "en";
  return language != NULL && *language != '\0' ? language : "vi";
}

/**
 * ks_locale_init:
 * @language: (nullable): the language that the user chose in the program, as "vi" or "en"
 *
 * Sets the locale and the language of messages: Vietnamese unless the user chose otherwise, by
 * the environment variable KHAOSAT_LANGUAGE, by LANGUAGE=en or by @language, in this order.
 * Call it first in main(), before any thread starts; a toolkit must be told not to set the
 * locale anew.
 */
void
ks_locale_init (const char *language)
{
  set_locale ();
  g_setenv ("LANGUAGE", choose_language (language), TRUE);
  bindtextdomain (GETTEXT_PACKAGE, runs_uninstalled () ? KS_BUILD_LOCALEDIR : KS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

/**
 * ks_dup_module_path:
 * @name: file name of a module of ours, without its ending
 *
 * Tells where a part of the program lies that is loaded only when it is needed.
 *
 * Returns: (transfer full): its path
 */
char *
ks_dup_module_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, "." G_MODULE_SUFFIX, NULL);

  return g_build_filename (runs_uninstalled () ? KS_BUILD_MODULEDIR : KS_MODULEDIR, file, NULL);
}
