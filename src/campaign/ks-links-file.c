/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-links-file.h"

#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-links.h"
#include "ks-text.h"
#include "ks-unit-columns.h"
#include "ks-unit-draft.h"

typedef enum {
  COLUMN_LINK = KS_N_UNIT_COLUMNS,
  COLUMN_OTHER, /* what the table of all links holds besides, and is not read */
  N_COLUMNS,
} Column;

static const char *const titles[N_COLUMNS][8] = {
  [COLUMN_LINK] = { "link", "url", "duong link", "duong dan", NULL },
  [COLUMN_OTHER] = { "token", "survey code", "ma khao sat", "stt", "tt", NULL },
};

typedef struct {
  KsSheetSource  *source;
  KsRegistry     *registry;
  KsUnitMatcher  *matcher;
  int             columns[N_COLUMNS];
  GHashTable     *links;  /* by unit, the link that the table gives it, perhaps "" */
  GHashTable     *owners; /* by link, its unit */
} Reading;

static gboolean
refuse (const Reading *self, guint64 number, const char *message, GError **error)
{
  return ks_refuse_at (ks_sheet_source_get_name (self->source), number, message, error);
}

static gboolean
find_columns (const KsRow *header, int *columns)
{
  for (guint i = KS_N_UNIT_COLUMNS; i < N_COLUMNS; i++)
    columns[i] = ks_find_column (header, titles[i]);
  return ks_unit_columns_find (header, columns) && columns[COLUMN_LINK] >= 0;
}

static gboolean
is_known_title (const char *text)
{
  g_autofree char *folded = ks_text_fold (text);

  for (guint i = KS_N_UNIT_COLUMNS; i < N_COLUMNS; i++)
    if (g_strv_contains (titles[i], folded))
      return TRUE;
  return *folded == '\0' || ks_unit_columns_is_title (folded);
}

/**
 * ks_is_links_header:
 * @header: the first row of a table
 *
 * Returns: whether the table gives units links, and nothing else that a list of units tells
 */
gboolean
ks_is_links_header (const KsRow *header)
{
  int columns[N_COLUMNS];

  for (guint i = 0; i < header->n_cells; i++)
    if (!is_known_title (header->cells[i].text))
      return FALSE;
  return find_columns (header, columns);
}

/* Two units with one link would answer as one. */
static gboolean
check_alone (const Reading *self, const KsRow *row, KsUnit *unit, const char *link, GError **error)
{
  KsUnit *owner = g_hash_table_lookup (self->owners, link);
  g_autofree char *message = NULL;

  if (g_hash_table_contains (self->links, unit))
    message = g_strdup_printf (_ ("%s stands in the table twice"), ks_unit_get_name (unit));
  else if (owner != NULL)
    message = g_strdup_printf (_ ("the link is that of %s too; each unit needs one of its own"),
                               ks_unit_get_name (owner));
  return message == NULL || refuse (self, row->number, message, error);
}

/* As it stands, but for blanks around it: what is wrong inside a link is said, not tidied away. */
static char *
dup_link (const Reading *self, const KsRow *row)
{
  guint column = (guint) self->columns[COLUMN_LINK];

  return column < row->n_cells ? g_strstrip (g_strdup (row->cells[column].text)) : g_strdup ("");
}

static gboolean
read_row (Reading *self, const KsRow *row, GError **error)
{
  g_autofree char *link = dup_link (self, row);
  KsUnit *unit = ks_unit_columns_match (self->columns, self->matcher, ks_sheet_source_get_name (self->source),
                                          row, error);
  g_autoptr (GError) local = NULL;

  if (unit == NULL || !check_alone (self, row, unit, link, error))
    return FALSE;
  if (*link != '\0' && !ks_link_check (link, NULL, &local))
    return refuse (self, row->number, local->message, error);
  if (*link != '\0')
    g_hash_table_insert (self->owners, g_strdup (link), unit);
  g_hash_table_insert (self->links, unit, g_steal_pointer (&link));
  return TRUE;
}

static gboolean
read_rows (Reading *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  const KsRow *row = ks_sheet_source_next (self->source, &local);

  if (row != NULL && !find_columns (row, self->columns))
    return refuse (self, row->number,
                   _ ("a list of links needs the columns “code” or “unit”, and “link”, in its first "
                      "row"),
                   error);
  while (row != NULL && (row = ks_sheet_source_next (self->source, &local)) != NULL)
    if (!ks_row_is_blank (row) && !read_row (self, row, error))
      return FALSE;
  if (local == NULL)
    return g_hash_table_size (self->links) > 0
           || refuse (self, 2, _ ("there is no link below the header"), error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The table of all links that was copied and changed in a few rows gives no other unit a link of its
 * own: the next template still reaches them. */
static gboolean
is_of_template (const KsCampaignInfo *info, KsUnit *unit, const char *link)
{
  g_autoptr (KsUnit) without = NULL;
  g_autoptr (KsUnitLink) usual = NULL;
  KsUnitDraft *draft;

  if (info->template == NULL || *link == '\0')
    return FALSE;
  draft = ks_unit_draft_new_from (unit);
  ks_unit_draft_restore (draft, KS_UNIT_LINK, "");
  without = ks_unit_draft_end (draft);
  usual = ks_unit_link_new (info, without);
  return g_strcmp0 (usual->url, link) == 0;
}

static KsUnit *
copy_unit (KsUnit *unit, const char *link)
{
  KsUnitDraft *draft = ks_unit_draft_new_from (unit);

  if (link != NULL)
    ks_unit_draft_restore (draft, KS_UNIT_LINK, link);
  return ks_unit_draft_end (draft);
}

static KsRegistry *
make_registry (const Reading *self, const KsCampaignInfo *info, guint *n_links, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *retired = ks_registry_get_retired (self->registry);

  *n_links = 0;
  for (guint i = 0; i < ks_registry_get_n_units (self->registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);
      const char *link = g_hash_table_lookup (self->links, unit);
      KsUnit *copy
          = copy_unit (unit, link != NULL && is_of_template (info, unit, link) ? "" : link);

      *n_links += ks_unit_get_link (copy) != NULL;
      g_ptr_array_add (units, copy);
    }
  for (guint i = 0; i < retired->len; i++)
    g_ptr_array_add (units, copy_unit (retired->pdata[i], NULL));
  return ks_registry_new (units, error);
}

/**
 * ks_read_links_file:
 * @info: the campaign
 * @registry: its units
 * @path: a table, delimited text or a workbook, with the code or the name of each unit and its link;
 *   an empty link takes the unit's own away
 * @n_links: (out): how many units have a link of their own afterwards
 * @error: return location for an error
 *
 * Returns: (transfer full): the units with their links, or %NULL with @error naming the row
 */
KsRegistry *
ks_read_links_file (const KsCampaignInfo *info, KsRegistry *registry, const char *path,
                    guint *n_links, GError **error)
{
  g_autoptr (KsSheetSource) source = ks_open_list (path, KS_ENCODING_AUTO, error);
  g_autoptr (KsUnitMatcher) matcher = ks_unit_matcher_new (registry);
  g_autoptr (GHashTable) links = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading self = {
    .source = source, .registry = registry, .matcher = matcher, .links = links, .owners = owners
  };

  if (source == NULL || !read_rows (&self, error))
    return NULL;
  return make_registry (&self, info, n_links, error);
}
