/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-response-table.h"
#include "ks-seal-pieces.h"
#include "ks-seal-rebuild.h"
#include "ks-tally-table.h"

/* What units put into tables that left the program is counted anew from their sheets. */

typedef struct
{
  KsRebuild *rebuild;
  KsTransaction *tx;
  KsRegistry *registry;
  KsForm *form;
  KsTally *now;
  KsGivenUnits *units;
  GHashTable *sheets; /* KsSheetPlace → answers (char *), "" before they were met */
} Work;

typedef gboolean (*PlaceFunc) (Work *work, const KsSheetPlace *place, gpointer data);

static gboolean
refuse (JsonObject *line, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("%s: what is said of the unit “%s” does not fit the archive"),
               KS_ARCHIVE_VERSIONS, ks_seal_get_text (line, "unit"));
  return FALSE;
}

static JsonArray *
get_list (JsonObject *line, const char *member)
{
  JsonNode *node = json_object_get_member (line, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
read_number (JsonArray *list, guint index, gint64 *number)
{
  JsonNode *node = json_array_get_element (list, index);

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *number = json_node_get_int (node);
  return TRUE;
}

/* Imports and rows in turn. */
static gboolean
foreach_place (Work *work, JsonObject *line, PlaceFunc func, gpointer data)
{
  JsonArray *rows = get_list (line, "rows");
  guint n = rows != NULL ? json_array_get_length (rows) : 0;

  if (n % 2 != 0)
    return FALSE;
  for (guint i = 0; i < n; i += 2)
    {
      KsSheetPlace place;

      if (!read_number (rows, i, &place.input) || !read_number (rows, i + 1, &place.row)
          || !func (work, &place, data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
want (Work *work, const KsSheetPlace *place, gpointer data)
{
  g_hash_table_replace (work->sheets, g_memdup2 (place, sizeof *place), g_strdup (""));
  return TRUE;
}

static gboolean
want_rows (JsonObject *line, gpointer data, GError **error)
{
  return foreach_place (data, line, want, NULL) || refuse (line, error);
}

static gboolean
keep_answers (const KsResponse *response, gpointer data, GError **error)
{
  Work *work = data;
  const gint64 *number = g_hash_table_lookup (work->rebuild->numbers, &response->batch);
  KsSheetPlace place = { number != NULL ? *number : 0, response->source_row };

  if (g_hash_table_contains (work->sheets, &place)
      && strlen (response->answers) == ks_form_get_answer_width (work->form))
    g_hash_table_replace (work->sheets, g_memdup2 (&place, sizeof place),
                          g_strdup (response->answers));
  return TRUE;
}

static gboolean
count_sheet (Work *work, const KsSheetPlace *place, gpointer data)
{
  const char *answers = g_hash_table_lookup (work->sheets, place);

  if (answers == NULL || *answers == '\0')
    return FALSE;
  ks_tally_count_answers (data, 0, work->form, answers, 1);
  return TRUE;
}

static gboolean
take_counts (Work *work, JsonArray *list, gint32 *counts)
{
  if (json_array_get_length (list) != work->units->n_columns)
    return FALSE;
  work->rebuild->n_counts++;
  for (guint i = 0; i < work->units->n_columns; i++)
    {
      gint64 number;

      if (!read_number (list, i, &number) || number < 0 || number > G_MAXINT32)
        return FALSE;
      counts[i] = (gint32)number;
    }
  return TRUE;
}

static gboolean
give (JsonObject *line, gpointer data, GError **error)
{
  Work *work = data;
  KsUnit *unit = ks_registry_lookup (work->registry, ks_seal_get_text (line, "unit"));
  KsTableVersion version = { NULL, 0, ks_seal_get_number (line, "seq", 0) };
  g_autoptr (KsTally) tally = ks_tally_new (1, work->units->n_columns);
  JsonArray *list = get_list (line, "counts");
  gint32 *counts = ks_tally_get_row (tally, 0);
  guint index;

  if (unit == NULL || version.seq <= 0)
    return refuse (line, error);
  index = ks_unit_get_index (unit);
  if (list != NULL ? !take_counts (work, list, counts)
                   : !foreach_place (work, line, count_sheet, tally))
    return refuse (line, error);
  if (list == NULL && get_list (line, "rows") == NULL)
    counts = ks_tally_get_row (work->now, index);
  return ks_given_unit_table_append (work->tx, work->units, work->registry, index, &version, counts,
                                     error);
}

static gboolean
give_all (Work *work, GPtrArray *pieces, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  if (!ks_seal_foreach_line (pieces, KS_ARCHIVE_VERSIONS, want_rows, work, error))
    return FALSE;
  if (g_hash_table_size (work->sheets) > 0
      && (!ks_response_table_foreach (work->tx, &filter, keep_answers, work, error)
          || !ks_response_table_foreach_withdrawn (work->tx, keep_answers, work, error)))
    return FALSE;
  return ks_seal_foreach_line (pieces, KS_ARCHIVE_VERSIONS, give, work, error);
}

/**
 * ks_rebuild_give:
 * @self: a campaign whose sheets stand where they belong
 * @pieces: (element-type KsPlainZipPart): of its archive
 * @error: return location for an error
 *
 * Counts anew what each unit put into the tables that left the program, from the sheets of which
 * the archive says that they made it up.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_rebuild_give (KsRebuild *self, GPtrArray *pieces, GError **error)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_write (ks_campaign_get_store (self->campaign), error);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsTally) now = tx != NULL ? ks_tally_table_load (tx, registry, form, error) : NULL;
  g_autoptr (KsGivenUnits) units
      = now != NULL ? ks_given_unit_table_load (tx, registry, now->n_columns, FALSE, error) : NULL;
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (ks_sheet_place_hash, ks_sheet_place_equal, g_free, g_free);
  Work work = { self, tx, registry, form, now, units, sheets };

  return units != NULL && give_all (&work, pieces, error)
         && ks_campaign_commit (self->campaign, tx, "publish", "{}", KS_CHANGE_PUBLICATION, error);
}
