/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-table.h"
#include "ks-rows.h"

/**
 * ks_cli_batches:
 * @cli: the command line
 * @error: return location for an error
 *
 * `batches FILE`: the imports.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_batches (KsCli *cli, GError **error)
{
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (!ks_cli_parse (cli, NULL, "FILE", 1, 1, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  batches = campaign != NULL ? ks_batches_load (campaign, error) : NULL;
  if (batches == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "id,file,sha256,rows,counted,waiting,state");
  for (guint i = 0; i < batches->len; i++)
    {
      KsBatch *batch = g_ptr_array_index (batches, i);

      ks_cli_table_add_count (table, batch->id);
      ks_cli_table_add_text (table, batch->file);
      ks_cli_table_add_text (table, batch->sha256);
      ks_cli_table_add_count (table, batch->rows);
      ks_cli_table_add_count (table, batch->counted);
      ks_cli_table_add_count (table, batch->waiting);
      ks_cli_table_add_text (table, batch->state);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}
