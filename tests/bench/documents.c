/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "ks-document-docx.h"
#include "ks-document-layout.h"
#include "ks-test-papers.h"

/* documents report|list|account|units|recognition|hostile [N [PATH]]: makes a paper (of N units) in each format,
 * prints format, milliseconds, bytes and pages; with PATH writes PATH.pdf and its sisters. */

static KsDocument *
create (const char *paper, guint n)
{
  if (g_str_equal (paper, "units"))
    return ks_test_units_table (n);
  if (g_str_equal (paper, "recognition"))
    return ks_test_recognition (n);
  if (g_str_equal (paper, "list"))
    return ks_test_list ();
  if (g_str_equal (paper, "account"))
    return ks_test_account ();
  if (g_str_equal (paper, "hostile"))
    return ks_test_hostile ();
  return ks_test_report (n);
}

static void
tell (const char *format, gint64 begun, GBytes *bytes, guint n_pages, const char *path, GError *error)
{
  g_autofree char *file = g_strdup_printf ("%s.%s", path != NULL ? path : "", format);

  if (bytes == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      exit (1);
    }
  printf ("%s %.1f %zu %u\n", format, (double) (g_get_monotonic_time () - begun) / 1000,
          g_bytes_get_size (bytes), n_pages);
  if (path != NULL)
    g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
}

static void
make_pdf (KsDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (KsPages) pages = ks_document_lay_out (document, NULL, &error);
  g_autoptr (GBytes) pdf = pages != NULL ? ks_pages_dup_pdf (pages, KS_TEST_STAMP, NULL, &error) : NULL;

  tell ("pdf", begun, pdf, pages != NULL ? ks_pages_get_n_pages (pages) : 0, path, error);
}

static void
make_docx (KsDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GBytes) docx = ks_document_write_docx (document, KS_TEST_STAMP, NULL, &error);

  tell ("docx", begun, docx, 0, path, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (KsDocument) document = NULL;

  if (argc < 2)
    return 2;
  document = create (argv[1], argc > 2 ? (guint) atoi (argv[2]) : 0);
  make_pdf (document, argc > 3 ? argv[3] : NULL);
  make_docx (document, argc > 3 ? argv[3] : NULL);
  return 0;
}
