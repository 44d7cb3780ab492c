/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-units-private.h"

#include "ks-day-words.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-scope-button.h"

/* "363/410 · 88,54% · 5 units under 80%", the first in bold. */
static char *
dup_summary (KsDayUnits *self, const KsDayDistrict *district)
{
  g_autofree char *answers = ks_format_count (district->answers);
  g_autofree char *staff = ks_format_count (district->staff);
  g_autofree char *rate = ks_format_percent (district->answers, district->staff);
  g_autofree char *lagging = ks_day_dup_lagging (self->day, district);

  if (district->staff <= 0)
    return g_strdup_printf ("<b>%s</b> · %s", answers, lagging);
  return g_strdup_printf ("<b>%s/%s</b> · %s · %s", answers, staff, rate, lagging);
}

static void
fill_filters (KsDayUnits *self)
{
  int limit = self->day != NULL ? ks_day_figures_get_limit (self->day) : 0;
  g_autofree char *below = limit > 0 ? g_strdup_printf (_ ("Under %d%%"), limit)
                                     : g_strdup (_ ("Under the limit"));
  const char *const names[] = { _ ("All Units"),      _ ("Needing Attention"), _ ("No Sheet Yet"),
                                below,                _ ("No Report"),         _ ("More Sheets Than Staff"),
                                _ ("Not Called Yet"), NULL };
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (self->filters));

  if (n_names > 0 && g_str_equal (gtk_string_list_get_string (self->filters, KS_DAY_BELOW), below))
    return;
  gtk_string_list_splice (self->filters, 0, n_names, names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter), self->look.filter);
}

static void
fill_place (KsDayUnits *self)
{
  KsRegistry *registry = self->day != NULL ? ks_day_figures_get_registry (self->day) : NULL;
  const KsDayDistrict *district = ks_day_units_get_district (self, NULL);

  if (g_set_object (&self->registry, registry))
    ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->place), registry);
  if (registry != NULL)
    ks_scope_button_select (KS_SCOPE_BUTTON (self->place),
                            self->look.district == KS_DAY_EVERYWHERE ? "" : district->code);
}

/**
 * ks_day_units_fill_head:
 * @self: a table
 *
 * Says what is shown, and how far it is.
 */
void
ks_day_units_fill_head (KsDayUnits *self)
{
  const KsDayDistrict *district = ks_day_units_get_district (self, NULL);
  g_autofree char *summary = district != NULL ? dup_summary (self, district) : g_strdup ("");

  self->filling = TRUE;
  fill_place (self);
  fill_filters (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter), self->look.filter);
  self->filling = FALSE;
  gtk_label_set_markup (GTK_LABEL (self->summary), summary);
  gtk_widget_set_tooltip_markup (self->summary, summary);
}
