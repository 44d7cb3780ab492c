/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-zip.h"

#include "ks-i18n.h"
#include "ks-module.h"
#include "ks-tables-error.h"

/**
 * ks_zip_get:
 * @error: return location for an error
 *
 * Returns: (transfer none): what reads and writes archives, or %NULL with %KS_TABLES_ERROR_FORMAT
 *   if it is not installed
 */
const KsZip *
ks_zip_get (GError **error)
{
  const KsZip *zip = ks_module_get (KS_ZIP_MODULE, KS_ZIP_SYMBOL);

  if (zip == NULL)
    g_set_error_literal (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
                         _ ("The part of the program that reads and writes ZIP archives is missing "
                            "or damaged; install the program again."));
  return zip;
}
