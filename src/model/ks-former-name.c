/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-former-name.h"

#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_NAMES 50

/**
 * ks_former_name_new:
 * @name: a name in full
 * @district: (nullable): name of the district of that time
 * @until: the first day on which the name no longer held, or %KS_DAY_NONE
 *
 * Returns: (transfer full): the name
 */
KsFormerName *
ks_former_name_new (const char *name, const char *district, KsDay until)
{
  KsFormerName *self = g_new (KsFormerName, 1);

  self->name = g_strdup (name);
  self->district = g_strdup (district != NULL ? district : "");
  self->until = until;
  return self;
}

/**
 * ks_former_name_free:
 * @self: (transfer full) (nullable): a name
 */
void
ks_former_name_free (KsFormerName *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->district);
  g_free (self);
}

/* "Xã Tự Lạn|2024-02-01|Huyện Việt Yên": the day and the district may be absent. */
static KsFormerName *
parse_name (const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", 4);
  guint n_parts = g_strv_length (parts);
  g_autofree char *name = ks_text_clean (parts[0]);
  g_autofree char *day = n_parts > 1 ? ks_text_clean (parts[1]) : NULL;
  g_autofree char *district = n_parts > 2 ? ks_text_clean (parts[2]) : NULL;
  KsDay until = KS_DAY_NONE;

  if (n_parts > 3 || *name == '\0' || (day != NULL && *day != '\0' && !ks_day_read (day, &until)))
    {
      g_autofree char *quote = ks_field_shorten (text);

      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _ ("“%s” is not a former name. Write: name|day until which it held|district, "
                      "as in “Xã Tự Lạn|2024-02-01|Huyện Việt Yên”."),
                   quote);
      return NULL;
    }
  return ks_former_name_new (name, district, until);
}

/**
 * ks_former_names_parse:
 * @text: names parted by semicolons; each may tell its last day and its district behind bars
 * @error: return location
 *
 * Fails with %KS_MODEL_ERROR_INVALID.
 *
 * Returns: (transfer full) (nullable) (element-type KsFormerName): the names
 */
GPtrArray *
ks_former_names_parse (const char *text, GError **error)
{
  g_autoptr (GPtrArray) names
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_former_name_free);
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, ";", MAX_NAMES + 1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = ks_text_clean (parts[i]);
      KsFormerName *name;

      if (*part == '\0')
        continue;
      name = parse_name (part, error);
      if (name == NULL)
        return NULL;
      g_ptr_array_add (names, name);
    }
  if (names->len <= MAX_NAMES)
    return g_steal_pointer (&names);
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _ ("more than %d names stand here. Leave out those that nobody uses."), MAX_NAMES);
  return NULL;
}

/**
 * ks_former_names_to_text:
 * @names: (element-type KsFormerName): names
 *
 * Returns: (transfer full): one text that ks_former_names_parse() reads back
 */
char *
ks_former_names_to_text (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (names != NULL, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const KsFormerName *name = names->pdata[i];
      g_autofree char *until = name->until != KS_DAY_NONE ? ks_day_to_iso (name->until) : NULL;

      if (i > 0)
        g_string_append (text, "; ");
      g_string_append (text, name->name);
      if (until != NULL || *name->district != '\0')
        g_string_append_printf (text, "|%s", until != NULL ? until : "");
      if (*name->district != '\0')
        g_string_append_printf (text, "|%s", name->district);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
