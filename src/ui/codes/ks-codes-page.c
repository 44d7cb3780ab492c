/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-codes-page-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-links.h"
#include "ks-number.h"
#include "ks-page.h"
#include "ks-text.h"

typedef enum {
  PROP_STATE = 1,
} KsCodesPageProperty;

static void page_iface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsCodesPage, ks_codes_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_iface_init))

/* Which sheets the rows ask for. @units (out) (transfer full) (nullable) must outlive @choice. */
gboolean
ks_codes_page_get_choice (KsCodesPage *self, KsSheetChoice *choice, GPtrArray **units)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  guint selected = adw_combo_row_get_selected (self->scope_row);

  *units = NULL;
  if (selected > 0 && selected <= ks_registry_get_n_districts (registry))
    {
      const KsDistrict *district = ks_registry_get_district (registry, selected - 1);

      *units = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < district->n_units; i++)
        g_ptr_array_add (*units,
                         g_object_ref (ks_registry_get_unit (registry, district->first + i)));
    }
  *choice = (KsSheetChoice){
    .layout = gtk_check_button_get_active (self->annex_check) ? KS_LAYOUT_ANNEX : KS_LAYOUT_POSTER,
    .columns = adw_combo_row_get_selected (self->columns_row) + 1,
    .save_ink = gtk_switch_get_active (self->ink_switch),
    .units = *units,
  };
  return TRUE;
}

/* Turns the preview to a page and says which it is. */
void
ks_codes_page_turn_to (KsCodesPage *self, guint page)
{
  g_autofree char *place = NULL;

  if (self->pages == NULL)
    return;
  ks_sheet_preview_set_page (self->preview, page);
  place = g_strdup_printf (_ ("%u of %u"), ks_sheet_preview_get_page (self->preview) + 1,
                           ks_pages_get_n_pages (self->pages));
  gtk_label_set_text (self->place, place);
}

static void
lay_out (KsCodesPage *self)
{
  KsSheetChoice choice;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->pages);
  if (ks_links_count_set (self->campaign) > 0)
    {
      ks_codes_page_get_choice (self, &choice, &units);
      self->pages = ks_lay_out_sheets (self->campaign, &choice, &error);
    }
  ks_sheet_preview_set_pages (self->preview, self->pages);
  gtk_stack_set_visible_child_name (self->preview_stack, self->pages != NULL ? "page" : "no-link");
  ks_codes_page_turn_to (self, ks_sheet_preview_get_page (self->preview));
}

/* Why nothing may be printed yet, in words; NULL: it may. The sample carries its tag instead. */
static const char *
find_gate (KsCodesPage *self, const KsCampaignInfo *info)
{
  if (self->pages == NULL)
    return _ ("Set the link of the form first: without it a code leads nowhere.");
  if (!info->simulated && !ks_is_scan_confirmed (self->campaign))
    return _ ("Scan one code on this screen with a phone and confirm below that the right form "
              "opened; printing and PDF wait for it.");
  return NULL;
}

static void
update_gate (KsCodesPage *self, const KsCampaignInfo *info)
{
  const char *gate = find_gate (self, info);
  g_autofree char *count = NULL;
  g_autofree char *print = NULL;

  gtk_label_set_text (self->gate, gate != NULL ? gate : "");
  gtk_widget_set_visible (GTK_WIDGET (self->gate), gate != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", gate == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export", gate == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.prove", self->pages != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.confirm-scan",
                                 self->pages != NULL && !ks_is_scan_confirmed (self->campaign));
  count = ks_format_count (self->pages != NULL ? ks_pages_get_n_pages (self->pages) : 0);
  print = self->pages != NULL ? g_strdup_printf (_ ("Print %s Sheets…"), count)
                              : g_strdup (_ ("Print…"));
  gtk_label_set_text (self->print_label, print);
}

static void
update_proof (KsCodesPage *self)
{
  KsMoment when;
  guint n_codes;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  gboolean proven = ks_is_proven (self->campaign, &when, &n_codes);

  if (proven)
    {
      g_autofree char *count = ks_format_count (n_codes);
      g_autofree char *moment = ks_moment_format (when);

      title = g_strdup_printf (_ ("%s/%s codes checked"), count, count);
      subtitle = g_strdup_printf (_ ("Each code was read back from the final print, %s"), moment);
    }
  else if (self->faults != NULL && self->faults->len > 0)
    {
      title = g_strdup_printf (_ ("%u codes do not hold"), self->faults->len);
      subtitle = g_strdup (g_ptr_array_index (self->faults, 0));
    }
  else
    {
      title = g_strdup (_ ("Codes not checked yet"));
      subtitle = g_strdup (_ ("Each code is read back from the final print and compared with its "
                              "link and its caption"));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->proof_row), title);
  adw_action_row_set_subtitle (self->proof_row, subtitle);
  gtk_image_set_from_icon_name (self->proof_icon,
                                proven ? "emblem-ok-symbolic" : "view-grid-symbolic");
}

static void
update_scan (KsCodesPage *self, const KsCampaignInfo *info)
{
  gboolean confirmed = ks_is_scan_confirmed (self->campaign);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->scan_row),
                                 confirmed ? _ ("Link tried with a phone")
                                           : _ ("Link not tried with a phone yet"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->identity_row), !confirmed);
  gtk_switch_set_active (self->identity_switch, info->no_identity);
}

static void
set_state (KsCodesPage *self)
{
  guint n_codes = 0;

  g_free (self->state);
  if (ks_links_count_set (self->campaign) == 0)
    self->state = g_strdup (_ ("no link yet"));
  else if (ks_is_proven (self->campaign, NULL, &n_codes))
    {
      g_autofree char *count = ks_format_count (n_codes);

      self->state = g_strdup_printf (_ ("%s checked"), count);
    }
  else
    self->state = g_strdup (_ ("not checked"));
  g_object_notify (G_OBJECT (self), "state");
}

static void
update_title (KsCodesPage *self)
{
  adw_window_title_set_subtitle (self->title,
                                 gtk_check_button_get_active (self->annex_check)
                                     ? _ ("List of QR codes, A4")
                                     : _ ("Poster, A4"));
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row),
                          gtk_check_button_get_active (self->annex_check));
}

/* Shows everything anew: after a verb, or when a row asks for other sheets. */
void
ks_codes_page_update (KsCodesPage *self)
{
  g_autoptr (KsCampaignInfo) info = NULL;

  if (self->campaign == NULL || self->updating)
    return;
  self->updating = TRUE;
  info = ks_campaign_dup_info (self->campaign);
  lay_out (self);
  update_title (self);
  update_scan (self, info);
  update_gate (self, info);
  update_proof (self);
  set_state (self);
  self->updating = FALSE;
}

static void
choice_changed_cb (KsCodesPage *self)
{
  ks_codes_page_update (self);
}

static void
link_changed_cb (KsCodesPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->link_row));
  g_autoptr (GError) error = NULL;
  KsLinkKind kind;
  gboolean unsafe;
  gboolean wrong = text[0] != '\0' && !ks_link_check_template (text, &kind, &unsafe, &error);

  gtk_label_set_text (self->link_problem, wrong ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->link_problem), wrong);
}

static void
link_applied_cb (KsCodesPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.save-link", NULL);
}

static void
fill_scopes (KsCodesPage *self)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autofree char *count = ks_format_count (ks_registry_get_n_units (registry));
  g_autofree char *all = g_strdup_printf (_ ("All %s units"), count);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, all);
  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    gtk_string_list_append (list, ks_registry_get_district (registry, i)->name);
  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (list));
}

static void
fill (KsCodesPage *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);

  self->updating = TRUE;
  fill_scopes (self);
  gtk_editable_set_text (GTK_EDITABLE (self->link_row),
                         info->template != NULL ? info->template : "");
  self->updating = FALSE;
  link_changed_cb (self);
}

static void
set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsCodesPage *self = KS_CODES_PAGE (page);

  g_set_object (&self->campaign, campaign);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  if (campaign == NULL)
    {
      g_clear_object (&self->pages);
      ks_sheet_preview_set_pages (self->preview, NULL);
      return;
    }
  fill (self);
  ks_codes_page_update (self);
}

static void
refresh (KsPage *page, KsChange change)
{
  KsCodesPage *self = KS_CODES_PAGE (page);

  if (self->campaign == NULL
      || (change & (KS_CHANGE_INFO | KS_CHANGE_REGISTRY | KS_CHANGE_PROOF)) == 0)
    return;
  if ((change & (KS_CHANGE_INFO | KS_CHANGE_REGISTRY)) != 0)
    fill (self);
  ks_codes_page_update (self);
}

static void
start_search (KsPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (KS_CODES_PAGE (page)->search));
}

static void
page_iface_init (KsPageInterface *iface)
{
  iface->set_campaign = set_campaign;
  iface->refresh = refresh;
  iface->start_search = start_search;
}

static gboolean
find_sheet (KsCodesPage *self, const char *folded, guint *page)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (self->pages);

  for (guint i = 0; i < cells->len; i++)
    {
      KsCodeCell *cell = g_ptr_array_index (cells, i);
      KsUnit *unit = ks_registry_lookup (registry, cell->unit_code);

      if (unit != NULL && strstr (ks_unit_get_search_key (unit), folded) != NULL)
        {
          *page = cell->page;
          return TRUE;
        }
    }
  return FALSE;
}

/* The first unit that matches comes into sight. */
static void
search_changed_cb (KsCodesPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *folded = ks_text_fold (text);
  gboolean found = TRUE;
  guint page;

  if (folded[0] != '\0' && self->pages != NULL)
    {
      found = find_sheet (self, folded, &page);
      if (found)
        ks_codes_page_turn_to (self, page);
    }
  if (found)
    gtk_widget_remove_css_class (GTK_WIDGET (self->search), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->search), "error");
}

static void
ks_codes_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsCodesPageProperty) id)
    {
    case PROP_STATE:
      g_value_set_string (value, KS_CODES_PAGE (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_codes_page_dispose (GObject *object)
{
  KsCodesPage *self = KS_CODES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_CODES_PAGE);
  g_clear_object (&self->campaign);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->state, g_free);

  G_OBJECT_CLASS (ks_codes_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, poster_check);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, annex_check);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, scope_row);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, columns_row);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, ink_switch);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, link_row);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, link_problem);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, scan_row);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, identity_row);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, identity_switch);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, proof_row);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, proof_icon);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, gate);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, place);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, search);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, preview);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, title);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, print_label);
}

static void
ks_codes_page_class_init (KsCodesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_codes_page_get_property;
  object_class->dispose = ks_codes_page_dispose;
  g_object_class_override_property (object_class, PROP_STATE, "state");

  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_SHEET_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/codes/ks-codes-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  ks_codes_page_install_actions (widget_class);
}

static void
ks_codes_page_init (KsCodesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_codes_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ks_codes_page_new (void)
{
  return g_object_new (KS_TYPE_CODES_PAGE, NULL);
}
