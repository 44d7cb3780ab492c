/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include "ks-checks-card.h"
#include "ks-header-button.h"
#include "ks-i18n.h"
#include "ks-link-card.h"
#include "ks-preview.h"
#include "ks-sheet-settings.h"
#include "ks-side-box.h"

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsCodesPage, ks_codes_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsCodesPageProperty;

/* Where several units stand on a page, the one that was looked for is marked. */
static gboolean
is_shared (KsCodesPage *self, guint page)
{
  guint n_units = 0;

  ks_sheet_index_get_first (self->index, page, &n_units);
  return n_units > 1;
}

static char *
dup_page_name (KsCodesPage *self)
{
  guint page = ks_preview_get_page (KS_PREVIEW (self->preview)) + 1;
  guint n_pages = ks_pages_get_n_pages (self->pages);

  switch (ks_sheet_settings_get_layout (KS_SHEET_SETTINGS (self->settings)))
    {
    case KS_LAYOUT_ANNEX:
      return g_strdup_printf (_ ("Page %u/%u"), page, n_pages);
    case KS_LAYOUT_IMAGE:
      return g_strdup_printf (_ ("Picture %u/%u"), page, n_pages);
    case KS_LAYOUT_POSTER:
    case KS_LAYOUT_GUIDE:
    case KS_LAYOUT_LABELS:
    case KS_LAYOUT_CARDS:
    default:
      return g_strdup_printf (_ ("Sheet %u/%u"), page, n_pages);
    }
}

/* A poster is one unit's; on a page of the list the mark tells the unit that was found. */
static char *
dup_page_text (KsCodesPage *self)
{
  guint page = ks_preview_get_page (KS_PREVIEW (self->preview));
  guint n_units = 0;
  const KsSheetPlace *first
      = self->index != NULL ? ks_sheet_index_get_first (self->index, page, &n_units) : NULL;
  const KsSheetPlace *told = self->found != NULL && self->found->page == page ? self->found : first;

  if (told == NULL)
    return g_strdup ("");
  if (n_units > 1 && told == first)
    return g_strdup_printf (ngettext ("%u unit", "%u units", n_units), n_units);
  return g_strdup_printf ("%s\n%s", ks_unit_get_name (told->unit),
                          ks_unit_get_district_name (told->unit));
}

/*
 * ks_codes_page_show_note:
 * @self: the page
 *
 * Says which sheet is shown, and whose it is.
 */
void
ks_codes_page_show_note (KsCodesPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *subtitle = NULL;
  const char *layout
      = ks_layout_get_title (ks_sheet_settings_get_layout (KS_SHEET_SETTINGS (self->settings)));

  if (self->pages == NULL)
    {
      adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->window_title), "");
      return;
    }
  name = dup_page_name (self);
  text = dup_page_text (self);
  subtitle = g_strdup_printf ("%s · %s", layout, name);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->window_title), subtitle);
  ks_preview_set_note (KS_PREVIEW (self->preview), name, text,
                       self->n_codes > 0 ? _ ("checked") : NULL);
}

static void
show_nothing (KsCodesPage *self, const GError *error)
{
  gboolean no_link = self->state->n_links == 0;
  g_autofree char *reason = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty_page),
                             no_link ? _ ("No Link Yet") : _ ("Nothing to Show"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (self->empty_page),
      no_link ? _ ("Set the link of the form at the left; then the sheets stand here as they "
                   "will be printed.")
              : reason);
  gtk_stack_set_visible_child_name (GTK_STACK (self->preview_stack), "empty");
}

static void
show_pages (KsCodesPage *self)
{
  g_set_object (&self->pages, self->state->pages);
  if (self->pages != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->preview_stack), "preview");
  else
    show_nothing (self, self->state->error);
  ks_preview_set_pages (KS_PREVIEW (self->preview), self->pages);
  ks_preview_set_margin (KS_PREVIEW (self->preview), self->state->margin_mm);
}

/* Until the link is set and tried nothing can be printed: what is to be done for it stands first.
 * Cards change their places when the campaign is first known, and then only while nobody looks. */
static void
order_cards (KsCodesPage *self)
{
  g_autoptr (KsCampaignInfo) info
      = self->campaign != NULL ? ks_campaign_dup_info (self->campaign) : NULL;
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (self->settings));
  gboolean tried;

  if (info == NULL || self->state == NULL)
    return;
  self->ordered = TRUE;
  tried = info->simulated || self->state->is_scanned;
  gtk_box_reorder_child_after (box, self->checks, tried ? self->settings : NULL);
  gtk_box_reorder_child_after (box, self->link_group, tried ? self->checks : NULL);
}

/*
 * ks_codes_page_show_state:
 * @self: a page with a state
 *
 * Shows what is known of the codes, here and in the sidebar.
 */
void
ks_codes_page_show_state (KsCodesPage *self)
{
  if (!self->ordered)
    order_cards (self);
  ks_checks_card_show (KS_CHECKS_CARD (self->checks), self->state, self->faults);
  self->n_codes = self->faults == NULL && self->state->is_proven ? self->state->n_proven : 0;
  if (self->state->with_pages)
    show_pages (self);
  ks_codes_page_show_again (self);
  ks_codes_page_show_note (self);
  ks_codes_page_update_actions (self);
  g_object_notify (G_OBJECT (self), "state");
}

static void
load (gpointer page)
{
  KsCodesPage *self = page;
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);

  g_set_object (&self->registry, registry);
  ks_sheet_settings_set_registry (KS_SHEET_SETTINGS (self->settings), registry);
  ks_link_card_set_campaign (KS_LINK_CARD (self->link_card), self->campaign);
  ks_codes_page_ask (self, TRUE);
}

/* The sidebar's state alone; the sheets wait until somebody looks at them. */
static void
load_state (gpointer page)
{
  ks_codes_page_ask (page, FALSE);
}

static void
clear (KsCodesPage *self)
{
  ks_lazy_load_cancel (self->lazy_load);
  ks_preview_set_pages (KS_PREVIEW (self->preview), NULL);
  ks_codes_page_forget (self);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_object (&self->registry);
  self->n_codes = 0;
}

static void
ks_codes_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsCodesPage *self = KS_CODES_PAGE (page);

  clear (self);
  g_set_object (&self->campaign, campaign);
  ks_sheet_settings_set_registry (KS_SHEET_SETTINGS (self->settings), NULL);
  ks_link_card_set_campaign (KS_LINK_CARD (self->link_card), campaign);
  self->ordered = FALSE;
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
  ks_codes_page_update_actions (self);
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_codes_page_refresh (KsPage *page, KsChange change)
{
  KsCodesPage *self = KS_CODES_PAGE (page);

  if (self->campaign == NULL)
    return;
  /* What a proof found holds for the links and names it was made with. */
  if ((change & (KS_CHANGE_INFO | KS_CHANGE_REGISTRY)) != 0)
    {
      g_clear_pointer (&self->faults, g_ptr_array_unref);
      ks_lazy_load_request (self->lazy_load);
    }
  else if ((change & KS_CHANGE_PROOF) != 0)
    ks_codes_page_ask (self, FALSE);
}

static void
ks_codes_page_show_detail (KsPage *page, const char *detail)
{
  ks_sheet_settings_select (KS_SHEET_SETTINGS (KS_CODES_PAGE (page)->settings), detail);
}

static void
ks_codes_page_start_search (KsPage *page)
{
  KsCodesPage *self = KS_CODES_PAGE (page);

  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
  ks_preview_start_search (KS_PREVIEW (self->preview));
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_codes_page_set_campaign;
  iface->refresh = ks_codes_page_refresh;
  iface->show_detail = ks_codes_page_show_detail;
  iface->start_search = ks_codes_page_start_search;
}

static void
choice_changed_cb (KsCodesPage *self)
{
  if (self->campaign != NULL && !ks_lazy_load_is_due (self->lazy_load))
    ks_codes_page_ask (self, TRUE);
}

static void
search_cb (KsCodesPage *self, const char *text, gboolean next)
{
  const KsSheetPlace *place
      = self->index != NULL ? ks_sheet_index_find (self->index, text, next ? self->found : NULL)
                            : NULL;

  self->found = place;
  if (place != NULL)
    {
      ks_preview_set_page (KS_PREVIEW (self->preview), place->page);
      ks_preview_set_mark (KS_PREVIEW (self->preview), is_shared (self, place->page) ? &place->cell : NULL);
    }
  ks_codes_page_show_note (self);
}

static void
ks_codes_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsCodesPage *self = KS_CODES_PAGE (object);

  switch ((KsCodesPageProperty)id)
    {
    case PROP_STATE:
      if (self->state == NULL)
        g_value_set_string (value, "–");
      else if (self->state->n_links == 0)
        g_value_set_string (value, _ ("no link yet"));
      else if (self->state->due != NULL)
        g_value_set_string (value, _ ("to print again"));
      else if (self->n_codes == 0)
        g_value_set_string (value, _ ("not checked"));
      else
        g_value_take_string (value, g_strdup_printf (ngettext ("%u checked", "%u checked",
                                                               self->n_codes),
                                                     self->n_codes));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_codes_page_dispose (GObject *object)
{
  KsCodesPage *self = KS_CODES_PAGE (object);

  g_clear_pointer (&self->lazy_load, ks_lazy_load_free);
  ks_codes_page_forget (self);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_object (&self->registry);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_codes_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/codes/ks-codes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, reason_bar);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, reason);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, settings);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, link_group);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, link_card);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, checks);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, preview);
  gtk_widget_class_bind_template_child (widget_class, KsCodesPage, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, ks_codes_page_show_note);
  gtk_widget_class_bind_template_callback (widget_class, ks_codes_page_update_actions);
}

static void
ks_codes_page_class_init (KsCodesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_codes_page_get_property;
  object_class->dispose = ks_codes_page_dispose;
  g_object_class_override_property (object_class, PROP_STATE, "state");
  g_type_ensure (KS_TYPE_CHECKS_CARD);
  g_type_ensure (KS_TYPE_HEADER_BUTTON);
  g_type_ensure (KS_TYPE_LINK_CARD);
  g_type_ensure (KS_TYPE_PREVIEW);
  g_type_ensure (KS_TYPE_SHEET_SETTINGS);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  bind_template (widget_class);
  ks_codes_page_install_actions (widget_class);
}

static void
ks_codes_page_init (KsCodesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (order_cards), NULL);
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), load, load_state);
  ks_page_add_key (KS_PAGE (self), GDK_KEY_p, GDK_CONTROL_MASK, "page.print");
  ks_codes_page_update_actions (self);
}

/**
 * ks_codes_page_new:
 *
 * Returns: (transfer floating): the page of the codes
 */
GtkWidget *
ks_codes_page_new (void)
{
  return g_object_new (KS_TYPE_CODES_PAGE, NULL);
}
