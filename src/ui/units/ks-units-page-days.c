/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-page-private.h"

#include "ks-choice-window.h"
#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-shell.h"
#include "ks-units-as-of.h"

/**
 * ks_units_page_dup_own_day:
 * @self: a page with a campaign
 *
 * Returns: (transfer full): the day of the survey, for people
 */
char *
ks_units_page_dup_own_day (KsUnitsPage *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);

  return ks_day_format (info->day);
}

static KsDay
get_shown_day (KsUnitsPage *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);

  return self->as_of != KS_DAY_NONE ? self->as_of : info->day;
}

static gboolean
is_same (KsUnit *a, KsUnit *b)
{
  return g_str_equal (ks_unit_get_code (a), ks_unit_get_code (b))
         && g_str_equal (ks_unit_get_name (a), ks_unit_get_name (b));
}

/* A unit that was alone and the same then has no relatives of that day. */
static void
add_relatives (GPtrArray *rows, GPtrArray *units, KsDay day, KsUnit *self)
{
  g_autofree char *when = ks_day_format (day);

  if (units->len == 1 && is_same (units->pdata[0], self))
    return;
  for (guint i = 0; i < units->len; i++)
    {
      KsUnit *unit = units->pdata[i];
      KsChoiceRow *row = g_new0 (KsChoiceRow, 1);

      row->title = g_strdup (ks_unit_get_name (unit));
      row->subtitle = g_strdup_printf (_ ("%s · %s · on %s"), ks_unit_get_code (unit),
                                       ks_unit_get_district_name (unit), when);
      g_ptr_array_add (rows, row);
    }
}

/* Before the first recorded event, and since the last one.
 * Returns: %FALSE with @error set */
static gboolean
find_relatives (KsUnitsPage *self, KsUnit *unit, GPtrArray *rows, GError **error)
{
  const char *code = ks_unit_get_code (unit);
  g_autoptr (GPtrArray) events = ks_events_load (self->campaign, error);
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GPtrArray) later = NULL;
  KsDay day = get_shown_day (self);
  KsDay first = day, last = day;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      first = MIN (first, ((const KsEvent *)events->pdata[i])->day - 1);
      last = MAX (last, ((const KsEvent *)events->pdata[i])->day);
    }
  earlier = events != NULL ? ks_lineage (self->campaign, code, day, first, error) : NULL;
  later = earlier != NULL ? ks_lineage (self->campaign, code, day, last, error) : NULL;
  if (later == NULL)
    return FALSE;
  add_relatives (rows, earlier, first, unit);
  add_relatives (rows, later, last, unit);
  return TRUE;
}

static void
lineage_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);
  g_autoptr (KsUnit) unit = ks_units_table_dup_selected (self->table, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_choice_row_free);
  g_autoptr (GError) error = NULL;
  const KsChoiceQuestion question = { unit != NULL ? ks_unit_get_name (unit) : "",
                                      _ ("No Merge or Split of This Unit Is Recorded"), NULL };

  if (unit == NULL)
    return;
  if (find_relatives (self, unit, rows, &error))
    ks_choice_window_present (widget, &question, rows, NULL, NULL, NULL);
  else
    ks_shell_show_error (ks_shell_from_widget (widget), error);
}

static char *
check_day (const char *const *texts, gpointer data)
{
  KsDay day;

  return ks_day_read (texts[0], &day) ? NULL : g_strdup (_ ("Write the day like 01/4/2024."));
}

static void
day_given (const char *const *texts, gpointer data)
{
  KsDay day;

  if (ks_day_read (texts[0], &day))
    ks_units_page_show_day (data, day);
}

static void
as_of_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);
  g_autofree char *day = ks_units_page_dup_own_day (self);
  KsEntryQuestion question = {
    .heading = _ ("List on Another Day"),
    .body = _ ("Shows the list as the recorded merges, splits and renames make it on that day."),
    .verb = _ ("_Show"),
    .n_entries = 1,
    .entries = { { _ ("Day"), day } },
  };

  ks_entry_dialog_ask (widget, &question, check_day, day_given, g_object_ref (self),
                       g_object_unref);
}

static void
own_day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_units_page_show_day (KS_UNITS_PAGE (widget), KS_DAY_NONE);
}

/**
 * ks_units_page_update_day_actions:
 * @self: a page
 *
 * Lets those actions sleep that have nothing to act on.
 */
void
ks_units_page_update_day_actions (KsUnitsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "page.lineage",
                                 self->campaign != NULL
                                     && ks_units_table_get_n_selected (self->table) == 1);
  gtk_widget_action_set_enabled (widget, "page.as-of", self->campaign != NULL);
}

/**
 * ks_units_page_install_day_actions:
 * @widget_class: the class of the page
 *
 * Gives the page the actions that look at the list of other days.
 */
void
ks_units_page_install_day_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.lineage", NULL, lineage_cb);
  gtk_widget_class_install_action (widget_class, "page.as-of", NULL, as_of_cb);
  gtk_widget_class_install_action (widget_class, "page.own-day", NULL, own_day_cb);
}
