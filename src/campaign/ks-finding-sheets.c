/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-finding-sheets.h"

#include "ks-finding-table.h"
#include "ks-response-table.h"
#include "ks-rows.h"

#define MINUTE 60
#define N_LETTERS 26

/**
 * ks_masked_row_free:
 * @self: (nullable): a row
 *
 * Frees the row.
 */
void
ks_masked_row_free (KsMaskedRow *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->unit);
  g_free (self);
}

/**
 * ks_masked_row_dup_letter:
 * @self: a row
 *
 * Returns: (transfer full): A…Z, AA, AB …
 */
char *
ks_masked_row_dup_letter (const KsMaskedRow *self)
{
  char last[2] = { (char) ('A' + self->letter % N_LETTERS), '\0' };
  char first[2] = { (char) ('A' + self->letter / N_LETTERS % N_LETTERS - 1), '\0' };

  return g_strconcat (self->letter >= N_LETTERS ? first : "", last, NULL);
}

struct _KsFindingSheets {
  KsCampaign *campaign;
  gint64      finding;
  gint64      last;     /* the sheet that was read last; 0: none yet */
  GHashTable *letters;  /* mark → letter + 1 */
};

/**
 * ks_finding_sheets_new:
 * @campaign: a campaign
 * @finding: its id
 *
 * Returns: (transfer full): a reader that begins at the first sheet
 */
KsFindingSheets *
ks_finding_sheets_new (KsCampaign *campaign, gint64 finding)
{
  KsFindingSheets *self = g_new0 (KsFindingSheets, 1);

  self->campaign = g_object_ref (campaign);
  self->finding = finding;
  self->letters = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * ks_finding_sheets_free:
 * @self: (nullable): a reader
 *
 * Frees the reader.
 */
void
ks_finding_sheets_free (KsFindingSheets *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->campaign);
  g_hash_table_unref (self->letters);
  g_free (self);
}

/* A, B, C by the first row that has them. */
static guint
find_letter (KsFindingSheets *self, gint64 mark)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) mark);
  guint letter = GPOINTER_TO_UINT (g_hash_table_lookup (self->letters, key));

  if (letter == 0)
    {
      letter = g_hash_table_size (self->letters) + 1;
      g_hash_table_insert (self->letters, key, GUINT_TO_POINTER (letter));
    }
  return letter - 1;
}

typedef struct {
  KsFindingSheets *reader;
  GHashTable      *files;
  gint64           mark;
  GPtrArray       *rows;
} Masking;

static gboolean
add_masked (const KsResponse *response, gpointer data, GError **error)
{
  Masking *self = data;
  KsMaskedRow *row = g_new0 (KsMaskedRow, 1);
  const char *file
      = g_hash_table_lookup (self->files, GSIZE_TO_POINTER ((gsize) response->batch));

  row->id = response->id;
  row->file = g_strdup (file != NULL ? file : "");
  row->row = response->source_row;
  row->minute = response->answered != KS_MOMENT_NONE
                    ? response->answered - response->answered % MINUTE
                    : KS_MOMENT_NONE;
  row->unit = g_strdup (response->unit);
  row->state = response->state;
  row->letter = find_letter (self->reader, self->mark);
  g_ptr_array_add (self->rows, row);
  return TRUE;
}

static gboolean
mask (Masking *self, KsTransaction *tx, GArray *rows, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  for (guint i = 0; i < rows->len; i++)
    {
      const KsFindingRow *row = &g_array_index (rows, KsFindingRow, i);

      self->mark = row->mark;
      filter.first = filter.last = row->response;
      if (!ks_response_table_foreach (tx, &filter, add_masked, self, error))
        return FALSE;
      self->reader->last = row->response;
    }
  return TRUE;
}

/**
 * ks_finding_sheets_read:
 * @self: a reader
 * @n_sheets: so many at most
 * @error: return location for an error
 *
 * Reads the next sheets that the finding is about; its cost follows @n_sheets, however many there
 * are. Those of an import that was withdrawn are left out.
 *
 * Returns: (transfer full) (element-type KsMaskedRow): the sheets, masked, none behind the last
 *   and none of a finding on figures alone; or %NULL with @error set
 */
GPtrArray *
ks_finding_sheets_read (KsFindingSheets *self, guint n_sheets, GError **error)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->campaign), error);
  g_autoptr (GHashTable) files = tx != NULL ? ks_batches_load_files (tx, error) : NULL;
  g_autoptr (GPtrArray) sheets
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_masked_row_free);
  Masking masking = { self, files, 0, sheets };

  if (files == NULL)
    return NULL;
  while (sheets->len < n_sheets)
    {
      g_autoptr (GArray) rows = ks_finding_table_load_rows (tx, self->finding, self->last,
                                                            n_sheets - sheets->len, error);

      if (rows == NULL || !mask (&masking, tx, rows, error))
        return NULL;
      if (rows->len == 0)
        break;
    }
  return g_steal_pointer (&sheets);
}
