/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-settings.h"

#include "ks-config.h"

#define EARLIER_SURVEY "earlier-survey"

/**
 * ks_settings_get:
 *
 * g_settings_new() ends the program where no schema is installed, so it is looked for first.
 *
 * Returns: (transfer none) (nullable): the settings
 */
GSettings *
ks_settings_get (void)
{
  static GSettings *settings;
  static gsize looked_up;

  if (g_once_init_enter (&looked_up))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema
          = source != NULL ? g_settings_schema_source_lookup (source, KS_APP_ID, TRUE) : NULL;

      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&looked_up, 1);
    }
  return settings;
}

/**
 * ks_settings_dup_language:
 *
 * Returns: (transfer full) (nullable): the language that the user chose
 */
char *
ks_settings_dup_language (void)
{
  return ks_settings_dup_text ("language");
}

/**
 * ks_settings_dup_text:
 * @key: a key of text
 *
 * Returns: (transfer full) (nullable): its value; %NULL when it is empty or there are no settings
 */
char *
ks_settings_dup_text (const char *key)
{
  GSettings *settings = ks_settings_get ();
  g_autofree char *value = settings != NULL ? g_settings_get_string (settings, key) : NULL;

  return value != NULL && value[0] != '\0' ? g_steal_pointer (&value) : NULL;
}

/**
 * ks_settings_set_text:
 * @key: a key of text
 * @value: its value
 *
 * Remembers it, where there are settings.
 */
void
ks_settings_set_text (const char *key, const char *value)
{
  GSettings *settings = ks_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, key, value);
}

/**
 * ks_settings_new_for_campaign:
 * @path: a campaign file
 *
 * Returns: (transfer full) (nullable): what this desk remembers of it, which is nothing of its
 *   content; %NULL where there are no settings
 */
GSettings *
ks_settings_new_for_campaign (const char *path)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, KS_APP_ID ".Campaign", TRUE) : NULL;
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *place = g_strdup_printf ("/vn/danvan/KhaoSat/campaign/%.16s/", hash);

  return schema != NULL ? g_settings_new_full (schema, NULL, place) : NULL;
}

/**
 * ks_settings_dup_earlier_survey:
 * @path: a campaign file
 *
 * Returns: (transfer full) (nullable): the file of the earlier survey that it was compared with last
 *   at this desk; %NULL: none
 */
char *
ks_settings_dup_earlier_survey (const char *path)
{
  g_autoptr (GSettings) settings = ks_settings_new_for_campaign (path);
  g_autofree char *earlier
      = settings != NULL ? g_settings_get_string (settings, EARLIER_SURVEY) : NULL;

  return earlier != NULL && *earlier != '\0' ? g_steal_pointer (&earlier) : NULL;
}

/**
 * ks_settings_set_earlier_survey:
 * @path: a campaign file
 * @earlier: the file of an earlier survey
 *
 * Remembers that it was compared with, where there are settings.
 */
void
ks_settings_set_earlier_survey (const char *path, const char *earlier)
{
  g_autoptr (GSettings) settings = ks_settings_new_for_campaign (path);

  if (settings != NULL)
    g_settings_set_string (settings, EARLIER_SURVEY, earlier);
}
