/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include <math.h>

#include "ks-i18n.h"
#include "ks-print.h"
#include "ks-settings.h"

/* What only sheets ask of a print: whether all came out, and what the printer leaves white. */

/*
 * ks_codes_page_get_margin:
 *
 * Returns: what the printer of the last print leaves white at its widest edge, in mm; 0: not known
 */
double
ks_codes_page_get_margin (void)
{
  g_autofree char *text = ks_settings_dup_text ("printer-margin");

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

/*
 * ks_codes_page_keep_margin:
 * @self: the page
 * @margin_mm: what a printer leaves white; 0: it does not say so, a file say
 *
 * Keeps the margin for the sheets that are shown, and for those of tomorrow.
 */
void
ks_codes_page_keep_margin (KsCodesPage *self, double margin_mm)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (margin_mm <= 0 || fabs (margin_mm - ks_codes_page_get_margin ()) < .05)
    return;
  ks_settings_set_text ("printer-margin", g_ascii_formatd (text, sizeof text, "%.1f", margin_mm));
  if (self->campaign != NULL)
    ks_codes_page_ask (self, TRUE);
}

static void
ended (GtkWidget *widget, KsSheetPrint *print)
{
  if (KS_CODES_PAGE (widget)->campaign != NULL)
    ks_codes_page_ask_printed (KS_CODES_PAGE (widget), print);
}

static void
begun (GtkWidget *widget, KsSheetPrint *print)
{
  ks_codes_page_keep_margin (KS_CODES_PAGE (widget), ks_sheet_print_get_hard_margin (print));
}

static const KsPrintWork work = { N_ ("Printing the sheets"), begun, ended, NULL };

static void
print (gpointer data)
{
  KsCodesPage *self = data;

  if (self->pages != NULL)
    ks_print_run (data, self->pages, &work, NULL);
}

/*
 * ks_codes_page_print_cb:
 * @widget: the page
 * @action: its name
 * @parameter: none
 *
 * Prints what is shown.
 */
void
ks_codes_page_print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_codes_page_with_officer (widget, print);
}

static void
print_again (gpointer data)
{
  KsPages *pages = ks_codes_page_get_pages_again (data);

  if (pages != NULL)
    ks_print_run (data, pages, &work, NULL);
}

/*
 * ks_codes_page_print_again_cb:
 * @widget: the page
 * @action: its name
 * @parameter: none
 *
 * Prints the sheets that no longer hold.
 */
void
ks_codes_page_print_again_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_codes_page_with_officer (widget, print_again);
}
