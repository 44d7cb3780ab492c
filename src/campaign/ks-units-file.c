/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-units-file.h"

#include "ks-campaign-error.h"
#include "ks-columns.h"
#include "ks-i18n.h"
#include "ks-units-plan.h"

static gboolean
check_known (KsUnitsPlan *plan, GError **error)
{
  const char *fault = ks_units_plan_get_first_fault (plan);

  if (fault == NULL && ks_units_plan_get_rows (plan)->len > 0)
    return TRUE;
  if (fault != NULL)
    g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, fault);
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s has a header but no unit below it"),
                 ((KsListSheet *) ks_units_plan_get_sheets (plan)->pdata[0])->file);
  return FALSE;
}

/**
 * ks_read_units_file:
 * @path: a list of units, as ks_units_plan_add() reads it, with the code and the name of each
 * @encoding: what delimited text is in; %KS_ENCODING_AUTO: recognise it
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsUnit): its units in their order, or %NULL with @error
 *   naming the row
 */
GPtrArray *
ks_read_units_file (const char *path, KsEncoding encoding, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KsRegistry) none = ks_registry_new (units, error);
  g_autoptr (KsUnitsPlan) plan = ks_units_plan_new (none);
  g_autoptr (KsSheetSource) source = ks_open_list (path, encoding, error);
  GPtrArray *rows = ks_units_plan_get_rows (plan);

  if (source == NULL || !ks_units_plan_add (plan, source, encoding, error))
    return NULL;
  ks_units_plan_match (plan);
  if (!check_known (plan, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      KsPlanRow *row = rows->pdata[i];

      /* Of several sheets that tell of one unit the first one brings it. */
      if (i == 0 || !g_ptr_array_find (units, row->after, NULL))
        g_ptr_array_add (units, g_object_ref (row->after));
    }
  return g_steal_pointer (&units);
}
