/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-steps.h"

#include <string.h>

#include "ks-district-index.h"
#include "ks-named-unit.h"

/* Who reads the lines: of units, or of districts. */
typedef struct {
  KsRegistry      *registry;
  KsUnitMatcher   *matcher;
  KsTokenTable    *tokens;
  KsDistrictIndex *districts;
  GHashTable      *seen;
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->registry);
  g_clear_object (&self->matcher);
  g_clear_pointer (&self->tokens, ks_token_table_unref);
  g_clear_pointer (&self->districts, ks_district_index_free);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
reader_init (Reader *self, KsCampaign *campaign, KsStepKind kind)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  guint n_units;
  g_autofree const char **codes = NULL;

  *self = (Reader){ .registry = ks_campaign_dup_registry (campaign),
                    .seen = g_hash_table_new (g_str_hash, g_str_equal) };
  if (ks_step_kind_is_of_district (kind))
    {
      self->districts = ks_district_index_new (self->registry);
      return;
    }
  n_units = ks_registry_get_n_units (self->registry);
  codes = g_new0 (const char *, n_units + 1);
  for (guint i = 0; i < n_units; i++)
    codes[i] = ks_unit_get_code (ks_registry_get_unit (self->registry, i));
  self->tokens = ks_token_table_new (info->key, info->id, codes, n_units);
  self->matcher = ks_unit_matcher_new (self->registry);
}

/* "12. Xã Tân Yên", "- Xã Tân Yên": what people put before a name. */
static const char *
skip_number (const char *line)
{
  gsize figures = strspn (line, "0123456789");

  if (figures > 0 && figures < 4 && strchr (".)", line[figures]) != NULL && line[figures] != '\0')
    line += figures + 1;
  return line + strspn (line, " \t-+*•✓✔");
}

/* Cells of a sheet, and what a comma parts, may be unit and district in either order. */
static char *
part_line (const char *line)
{
  g_autoptr (GString) text = g_string_new (line);

  g_string_replace (text, "\t", " - ", 0);
  g_string_replace (text, ";", " - ", 0);
  g_string_replace (text, ",", " - ", 0);
  return g_strdup (text->str);
}

static const char *
find_unit (Reader *self, const char *line)
{
  g_autofree char *parted = part_line (line);
  guint index;

  return ks_named_unit_find (self->matcher, self->tokens, parted, &index) == KS_NAMED_UNIT
             ? ks_unit_get_code (ks_registry_get_unit (self->registry, index))
             : NULL;
}

static const char *
find_district (Reader *self, const char *line)
{
  const KsDistrict *district = ks_registry_lookup_district (self->registry, line);
  gboolean has_kind;

  if (district == NULL)
    district = ks_district_index_find (self->districts, line, &has_kind);
  return district != NULL ? district->code : NULL;
}

static void
read_line (Reader *reader, const char *line, KsStepLines *lines)
{
  g_autofree char *clean = g_strstrip (g_strdup (skip_number (line)));
  const char *code;

  if (*clean == '\0')
    return;
  code = reader->districts != NULL ? find_district (reader, clean) : find_unit (reader, clean);
  if (code == NULL)
    g_ptr_array_add (lines->unknown, g_steal_pointer (&clean));
  else if (g_hash_table_add (reader->seen, (gpointer) code))
    g_ptr_array_add (lines->codes, g_strdup (code));
}

/**
 * ks_step_lines_read:
 * @campaign: a campaign
 * @kind: what is done: for districts or for units
 * @text: names or codes, a line each; a unit may have its district behind it or before it
 *
 * Reads a block that was pasted. Nobody is taken who is not certain.
 *
 * Returns: (transfer full): who is meant, and the lines that mean nobody for certain
 */
KsStepLines *
ks_step_lines_read (KsCampaign *campaign, KsStepKind kind, const char *text)
{
  g_auto (Reader) reader = { 0 };
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\r\n", -1);
  KsStepLines *self = g_new0 (KsStepLines, 1);

  self->codes = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  reader_init (&reader, campaign, kind);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&reader, g_strchug (lines[i]), self);
  return self;
}

/**
 * ks_step_lines_free:
 * @self: (transfer full) (nullable): lines that were read
 */
void
ks_step_lines_free (KsStepLines *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

/**
 * ks_steps_dup_missing:
 * @campaign: a campaign
 * @kind: what is done
 * @error: return location for an error
 *
 * Returns: (transfer full): those of whom it is not on record, a line each, as
 *   ks_step_lines_read() reads them; or %NULL with @error set
 */
char *
ks_steps_dup_missing (KsCampaign *campaign, KsStepKind kind, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) steps = ks_steps_load (campaign, error);
  g_autoptr (GHashTable) done = steps != NULL ? ks_steps_index (steps, kind) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (steps == NULL)
    return NULL;
  for (guint i = 0; ks_step_kind_is_of_district (kind) && i < ks_registry_get_n_districts (registry);
       i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);

      if (*district->code != '\0' && !g_hash_table_contains (done, district->code))
        g_string_append_printf (text, "%s\n", district->name);
    }
  for (guint i = 0; !ks_step_kind_is_of_district (kind) && i < ks_registry_get_n_units (registry);
       i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);

      if (!g_hash_table_contains (done, ks_unit_get_code (unit)))
        g_string_append_printf (text, "%s %s\n", ks_unit_get_code (unit), ks_unit_get_name (unit));
    }
  return g_strdup (text->str);
}
