/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-papers-page-private.h"

#include "ks-figure-layer.h"
#include "ks-header-button.h"
#include "ks-i18n.h"
#include "ks-paper-bar.h"
#include "ks-paper-item.h"
#include "ks-paper-settings-window.h"
#include "ks-preview.h"
#include "ks-publish-dialog.h"
#include "ks-seal-files.h"
#include "ks-side-box.h"
#include "ks-verify-files.h"

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsPapersPage,
                               ks_papers_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsPapersPageProperty;

/*
 * ks_papers_page_get_line:
 * @self: the page
 *
 * Returns: the paper that is chosen; %KS_N_PAPER_LINES: none is
 */
KsPaperLine
ks_papers_page_get_line (KsPapersPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? ks_paper_item_get_line (KS_PAPER_ITEM (row)) : KS_N_PAPER_LINES;
}

static void
select_line (KsPapersPage *self, KsPaperLine line)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int)line));
}

/* How many papers can be made, of how many. */
static void
show_states (KsPapersPage *self)
{
  guint n_ready = 0;
  char *text;

  for (guint i = 0; i < KS_N_PAPER_LINES; i++)
    {
      KsPaperState state = ks_paper_standing_judge (&self->standing, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int)i);

      ks_paper_item_show_state (KS_PAPER_ITEM (row), state);
      n_ready += !ks_paper_state_stops (state);
    }
  text = g_strdup_printf ("%u/%u", n_ready, (guint)KS_N_PAPER_LINES);
  g_free (self->state);
  self->state = text;
  g_object_notify (G_OBJECT (self), "state");
}

static gboolean
load_standing (gpointer page)
{
  KsPapersPage *self = page;
  g_autoptr (GError) error = NULL;

  self->known = ks_paper_standing_load (&self->standing, self->campaign, &error);
  if (error != NULL)
    ks_shell_show_error (ks_shell_from_widget (GTK_WIDGET (self)), error);
  if (self->known)
    show_states (self);
  return self->known;
}

static void
load_state (gpointer page)
{
  load_standing (page);
}

static void
load (gpointer page)
{
  KsPapersPage *self = page;
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  if (!load_standing (page))
    return;
  ks_paper_bar_set_campaign (KS_PAPER_BAR (self->bar), ks_campaign_get_path (self->campaign),
                             registry);
  ks_figure_layer_set_campaign (KS_FIGURE_LAYER (self->figures), registry, form);
  gtk_widget_set_visible (self->notice, !self->standing.settled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.seal", self->standing.settled);
  ks_papers_page_show_paper (self);
}

static void
ks_papers_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsPapersPage *self = KS_PAPERS_PAGE (page);

  ks_lazy_load_cancel (self->lazy_load);
  ks_papers_page_forget (self);
  ks_preview_set_pages (KS_PREVIEW (self->preview), NULL);
  self->known = FALSE;
  g_set_object (&self->campaign, campaign);
  ks_papers_page_update_actions (self);
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
}

static void
ks_papers_page_refresh (KsPage *page, KsChange change)
{
  /* Calls and steps before the day stand in no paper. */
  const guint unseen = KS_CHANGE_CALLS | KS_CHANGE_STEPS | KS_CHANGE_PROOF;

  if (KS_PAPERS_PAGE (page)->campaign != NULL && ((guint)change & ~unseen) != 0)
    ks_lazy_load_request (KS_PAPERS_PAGE (page)->lazy_load);
}

/* The id of a paper. */
static void
ks_papers_page_show_detail (KsPage *page, const char *detail)
{
  KsPaperKind kind;

  if (ks_paper_kind_find (detail, &kind))
    select_line (KS_PAPERS_PAGE (page), kind);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_papers_page_set_campaign;
  iface->refresh = ks_papers_page_refresh;
  iface->show_detail = ks_papers_page_show_detail;
}

static void
publish_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_publish_dialog_ask (widget, KS_PAPERS_PAGE (widget)->campaign, FALSE);
}

static void
seal_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_seal_files_ask (widget, KS_PAPERS_PAGE (widget)->campaign);
}

static void
verify_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_verify_files_ask (widget);
}

static void
show_page_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  ks_shell_show_page (ks_shell_from_widget (widget), g_variant_get_string (id, NULL), NULL);
}

static void
show_brief_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  select_line (KS_PAPERS_PAGE (widget), KS_PAPER_BRIEF);
}

static void
edit_settings (gpointer data)
{
  KsPapersPage *self = data;
  KsPaperLine line = ks_papers_page_get_line (self);
  KsPaperWish wish = ks_paper_bar_get_wish (KS_PAPER_BAR (self->bar));

  if (self->campaign == NULL)
    return;
  if (!ks_paper_line_is_made (line))
    wish = KS_PAPER_WISH (KS_PAPER_REPORT);
  ks_paper_settings_window_present (ks_shell_from_widget (data), self->campaign, &wish);
}

static void
settings_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_shell_with_officer (ks_shell_from_widget (widget), edit_settings, g_object_ref (widget),
                         g_object_unref);
}

static void
row_selected_cb (KsPapersPage *self)
{
  KsPaperLine line = ks_papers_page_get_line (self);

  /* The list goes with the page. */
  if (line == KS_N_PAPER_LINES)
    return;
  ks_paper_bar_set_line (KS_PAPER_BAR (self->bar), line);
  ks_preview_set_page (KS_PREVIEW (self->preview), 0);
  ks_papers_page_show_formats (self);
  ks_papers_page_update_actions (self);
  ks_papers_page_show_paper (self);
}

/* In a narrow window the paper takes the place of the list. */
static void
row_activated_cb (KsPapersPage *self)
{
  if (ks_side_box_get_folded (KS_SIDE_BOX (self->side_box)))
    ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
}

/* Beside the preview the list has room for states in words. */
static void
fit_pane (KsPapersPage *self)
{
  gboolean folded = ks_side_box_get_folded (KS_SIDE_BOX (self->side_box));

  gtk_widget_set_size_request (self->pane, folded ? 340 : 430, -1);
  ks_papers_page_show_formats (self);
}

static void
ks_papers_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsPapersPageProperty)id)
    {
    case PROP_STATE:
      g_value_set_string (value, KS_PAPERS_PAGE (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_papers_page_dispose (GObject *object)
{
  KsPapersPage *self = KS_PAPERS_PAGE (object);

  g_clear_pointer (&self->lazy_load, ks_lazy_load_free);
  ks_papers_page_forget (self);
  g_clear_pointer (&self->laying, ks_latest_job_free);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->state, g_free);
  G_OBJECT_CLASS (ks_papers_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/papers/ks-papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, codes_button);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, pane);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, notice);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, list);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, bar);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, preview);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, fit_pane);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, ks_papers_page_show_paper);
  gtk_widget_class_bind_template_callback (widget_class, ks_papers_page_show_figures);
}

static void
ks_papers_page_class_init (KsPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = ks_papers_page_get_property;
  G_OBJECT_CLASS (klass)->dispose = ks_papers_page_dispose;
  g_object_class_override_property (G_OBJECT_CLASS (klass), PROP_STATE, "state");
  g_type_ensure (KS_TYPE_HEADER_BUTTON);
  g_type_ensure (KS_TYPE_PAPER_BAR);
  g_type_ensure (KS_TYPE_PREVIEW);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  bind_template (widget_class);
  ks_papers_page_install_export_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "page.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "page.settings", NULL, settings_cb);
  gtk_widget_class_install_action (widget_class, "page.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "page.show-brief", NULL, show_brief_cb);
  gtk_widget_class_install_action (widget_class, "page.seal", NULL, seal_cb);
  gtk_widget_class_install_action (widget_class, "page.verify", NULL, verify_cb);
}

static void
ks_papers_page_init (KsPapersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fit_pane (self);
  self->figures = ks_figure_layer_new ();
  ks_preview_set_cover (KS_PREVIEW (self->preview), self->figures);
  for (guint i = 0; i < KS_N_PAPER_LINES; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), ks_paper_item_new (i));
  ks_page_add_key (KS_PAGE (self), GDK_KEY_p, GDK_CONTROL_MASK, "page.print");
  self->laying = ks_latest_job_new (self, ks_papers_page_take_laid_out);
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), load, load_state);
  select_line (self, KS_PAPER_REPORT);
}

/**
 * ks_papers_page_new:
 *
 * Returns: (transfer floating): the page of the papers
 */
GtkWidget *
ks_papers_page_new (void)
{
  return g_object_new (KS_TYPE_PAPERS_PAGE, NULL);
}
