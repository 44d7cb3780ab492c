/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include "ks-checks-card.h"
#include "ks-i18n.h"
#include "ks-sheet-settings.h"

/* What the page says of sheets that no longer hold, and how it prints those alone. */

/* More names than these say no more than that there are many. */
#define NAMED 5

static void
add_units (GString *text, const KsReprint *due)
{
  if (due->units->len > NAMED)
    return;
  for (guint i = 0; i < due->units->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "\n" : ", ",
                            ks_unit_get_name (g_ptr_array_index (due->units, i)));
}

static void
add_take_down (GString *text, const KsReprint *due)
{
  guint n = MIN (due->take_down->len, NAMED);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (codes, "%s%s", i == 0 ? "" : ", ",
                            (const char *)g_ptr_array_index (due->take_down, i));
  if (due->take_down->len > n)
    g_string_append (codes, ", …");
  if (n > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("To take down, their units are no longer in use: %s"),
                              codes->str);
    }
}

static char *
dup_text (const KsReprint *due, const GError *error)
{
  GString *text = g_string_new (NULL);
  g_autofree char *when = ks_moment_format (due->printed);

  g_string_append_printf (text, _ ("%s: what they say has changed since the last print, at %s."),
                          ks_layout_get_title (due->options.layout), when);
  add_units (text, due);
  add_take_down (text, due);
  if (error != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("They cannot be printed now: %s"), error->message);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_title (const KsReprint *due, KsPages *pages)
{
  guint n_sheets = pages != NULL ? ks_pages_get_n_pages (pages) : due->units->len;
  guint n_down = due->take_down->len;

  if (n_sheets > 0)
    return g_strdup_printf (ngettext ("%u sheet has to be printed again",
                                      "%u sheets have to be printed again", n_sheets),
                            n_sheets);
  return g_strdup_printf (
      ngettext ("%u sheet has to be taken down", "%u sheets have to be taken down", n_down), n_down);
}

/* What was printed could not be compared: nobody can say then that all sheets hold. */
static void
show_failure (KsCodesPage *self)
{
  ks_checks_card_show_again (KS_CHECKS_CARD (self->checks),
                             _ ("Whether the printed sheets still hold is not known"),
                             self->state->again_error->message, NULL);
}

static void
show_due (KsCodesPage *self)
{
  const KsReprint *due = self->state->due;
  KsPages *pages = self->state->pages_again;
  guint n_pages = pages != NULL ? ks_pages_get_n_pages (pages) : 0;
  g_autofree char *title = dup_title (due, pages);
  g_autofree char *text = dup_text (due, self->state->due_error);
  /* Pictures do not go to a printer. */
  g_autofree char *verb
      = pages != NULL && due->options.layout != KS_LAYOUT_IMAGE
            ? g_strdup_printf (ngettext ("Print %u Sheet", "Print %u Sheets", n_pages), n_pages)
            : NULL;

  ks_checks_card_show_again (KS_CHECKS_CARD (self->checks), title, text, verb);
}

/*
 * ks_codes_page_show_again:
 * @self: a page with a state
 *
 * Says which sheets no longer hold since a link, a name or the list of units changed.
 */
void
ks_codes_page_show_again (KsCodesPage *self)
{
  if (self->state->again_error != NULL)
    show_failure (self);
  else if (self->state->due != NULL)
    show_due (self);
  else
    ks_checks_card_show_again (KS_CHECKS_CARD (self->checks), NULL, NULL, NULL);
}

/*
 * ks_codes_page_get_pages_again:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the sheets that a printer can print again; %NULL: none
 */
KsPages *
ks_codes_page_get_pages_again (KsCodesPage *self)
{
  const KsCodesState *state = self->state;

  return state != NULL && state->due != NULL && state->due->options.layout != KS_LAYOUT_IMAGE
             ? state->pages_again
             : NULL;
}
