/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-file-name.h"

#include <string.h>

#include "ks-base-error.h"
#include "ks-i18n.h"
#include "ks-text.h"

#define MOST_LETTERS 80
#define FORBIDDEN "<>:\"/\\|?*"

/* Windows keeps these for devices, whatever follows after a point. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
  g_autofree char *stem = g_ascii_strdown (name, (gssize) strcspn (name, "."));

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_str_has_prefix (stem, devices[i]))
      {
        const char *rest = stem + 3;

        if (i < 4 ? *rest == '\0' : g_ascii_isdigit (*rest) && rest[1] == '\0')
          return TRUE;
      }
  return FALSE;
}

/**
 * ks_file_name_make:
 * @text: any words, without folders: a unit's name, say
 *
 * Makes a name of a file out of words: NFC, without signs that Windows refuses, without blanks and
 * points at its ends, not the name of a device, of %MOST_LETTERS letters at most.
 *
 * Returns: (transfer full): a name; "_" if nothing is left
 */
char *
ks_file_name_make (const char *text)
{
  g_autofree char *clean = ks_text_clean (text);
  GString *name = g_string_new (NULL);
  glong n = 0;

  for (const char *p = clean; *p != '\0' && n < MOST_LETTERS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || (c < 0x80 && strchr (FORBIDDEN, (int) c) != NULL))
        c = '-';
      if (name->len > 0 || (c != ' ' && c != '.'))
        g_string_append_unichar (name, c);
    }
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len == 0 || is_device (name->str))
    g_string_prepend_c (name, '_');
  return g_string_free (name, FALSE);
}

/**
 * ks_file_name_check_ending:
 * @path: where somebody wants a file
 * @endings: (array zero-terminated=1): the endings that name a format which can be written
 * @error: return location for a %KS_BASE_ERROR
 *
 * A file in another format than its name says would not be opened by the program that the desk
 * starts for it.
 *
 * Returns: whether the name ends in one of them
 */
gboolean
ks_file_name_check_ending (const char *path, const char *const *endings, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *all = g_strjoinv (", ", (char **) endings);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_INVALID,
               _ ("%s: the name must end in %s, by which the format is known."), name, all);
  return FALSE;
}
