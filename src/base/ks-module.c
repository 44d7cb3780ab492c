/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-module.h"

#include <gmodule.h>

#include "ks-platform.h"

static gconstpointer
open_module (const char *name, const char *symbol)
{
  g_autofree char *path = ks_dup_module_path (name);
  GModule *module = g_module_open (path, G_MODULE_BIND_LOCAL);
  gpointer function = NULL;

  if (module == NULL || !g_module_symbol (module, symbol, &function))
    {
      g_message ("%s", g_module_error ());
      return NULL;
    }
  /* Libraries keep data of every thread: they cannot be let go any more. */
  g_module_make_resident (module);
  return ((KsModuleFunc) function) ();
}

/**
 * ks_module_get:
 * @name: (static): file name of a module of ours, without its ending
 * @symbol: its function that tells what it can do
 *
 * Loads a part of the program, the first time that it is asked for. May be called from any thread.
 *
 * Returns: (transfer none) (nullable): what the function returned, or %NULL if the part is not
 *   installed
 */
gconstpointer
ks_module_get (const char *name, const char *symbol)
{
  static GMutex lock;
  static GHashTable *loaded = NULL;
  gpointer part = NULL;

  g_mutex_lock (&lock);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (loaded, name, NULL, &part))
    {
      part = (gpointer) open_module (name, symbol);
      g_hash_table_insert (loaded, (gpointer) name, part);
    }
  g_mutex_unlock (&lock);
  return part;
}
