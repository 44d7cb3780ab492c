/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-reader.h"

#include "ks-i18n.h"
#include "ks-module.h"
#include "ks-qr-error.h"

#define MODULE "khaosat-reader"
#define SYMBOL "ks_reader_module_get"

/**
 * ks_found_code_free:
 * @self: (transfer full): a code that was found
 */
void
ks_found_code_free (KsFoundCode *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * ks_reader_get:
 * @error: return location for an error
 *
 * Loads what reads PDFs and codes, the first time that it is asked for. May be called from any
 * thread.
 *
 * Returns: (transfer none): the reader, or %NULL with %KS_QR_ERROR_PROOF if it is not installed
 */
const KsReader *
ks_reader_get (GError **error)
{
  const KsReader *reader = ks_module_get (MODULE, SYMBOL);

  if (reader == NULL)
    g_set_error_literal (error, KS_QR_ERROR, KS_QR_ERROR_PROOF,
                         _("The part of the program that reads PDFs and codes is missing or "
                           "damaged; install the program again."));
  return reader;
}
