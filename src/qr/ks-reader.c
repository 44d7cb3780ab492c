/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-reader.h"

#include <gmodule.h>

#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-qr-error.h"

#define MODULE "khaosat-reader"

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

static const KsReader *
open_module (void)
{
  g_autofree char *path = ks_dup_module_path (MODULE);
  GModule *module = g_module_open (path, G_MODULE_BIND_LOCAL);
  gpointer symbol = NULL;

  if (module == NULL)
    return NULL;
  /* Its libraries keep data of every thread: they cannot be let go any more. */
  g_module_make_resident (module);
  if (!g_module_symbol (module, KS_READER_SYMBOL, &symbol))
    return NULL;
  return ((KsReaderModuleFunc) symbol) ();
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
  static gsize once = 0;
  static const KsReader *reader = NULL;

  if (g_once_init_enter (&once))
    {
      reader = open_module ();
      if (reader == NULL)
        g_message ("%s", g_module_error ());
      g_once_init_leave (&once, 1);
    }
  if (reader == NULL)
    g_set_error_literal (error, KS_QR_ERROR, KS_QR_ERROR_PROOF,
                         _("The part of the program that reads PDFs and codes is missing or "
                           "damaged; install the program again."));
  return reader;
}
