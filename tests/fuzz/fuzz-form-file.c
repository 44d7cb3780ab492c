/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "ks-form-file.h"
#include "ks-form-rows.h"
#include "ks-fuzz.h"

/* A file that may hold a form: JSON, a table, or an export of answers. One that is refused says
 * why; one that is taken gives a form whose own table is read or refused in words. */

static char *folder;
static char *path;

static void
remove_folder (void)
{
  g_unlink (path);
  g_rmdir (folder);
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&folder, g_free);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  folder = g_dir_make_tmp ("ks-fuzz-XXXXXX", NULL);
  g_assert_nonnull (folder);
  path = g_build_filename (folder, "form.csv", NULL);
  atexit (remove_folder);
  return 0;
}

static void
fill_row (char **cells, guint64 number, KsCell *room, KsRow *row)
{
  for (guint i = 0; i < KS_FORM_ROWS_N_COLUMNS; i++)
    {
      const char *text = cells[i] != NULL ? cells[i] : "";

      room[i] = (KsCell){ text, strlen (text) };
    }
  *row = (KsRow){ room, KS_FORM_ROWS_N_COLUMNS, number };
}

static void
check_table (KsForm *form)
{
  g_autoptr (GPtrArray) rows = ks_form_rows_dup (form);
  g_autoptr (KsFormRows) reader = NULL;
  KsCell room[KS_FORM_ROWS_N_COLUMNS];
  KsRow row;

  fill_row (g_ptr_array_index (rows, 0), 1, room, &row);
  g_assert_true (ks_form_rows_recognise (&row));
  reader = ks_form_rows_new (&row, "form");
  for (guint i = 1; i < rows->len; i++)
    {
      g_autoptr (GError) error = NULL;

      fill_row (g_ptr_array_index (rows, i), i + 1, room, &row);
      if (!ks_form_rows_add (reader, &row, &error))
        {
          g_assert_nonnull (error);
          return;
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (KsFormProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  proposal = ks_read_form_file (path, NULL, &error);
  g_assert_true ((proposal == NULL) == (error != NULL));
  if (proposal == NULL)
    return 0;
  g_assert_cmpuint (ks_form_get_n_questions (proposal->form), >, 0);
  check_table (proposal->form);
  return 0;
}
