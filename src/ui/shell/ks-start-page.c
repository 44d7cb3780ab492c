/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-start-page.h"

#include <adwaita.h>

#include "ks-recent.h"
#include "ks-time.h"

#define MAX_RECENT 5

struct _KsStartPage {
  GtkWidget   parent_instance;

  GtkWidget  *box;
  GtkWidget  *first_row;
  GtkWidget  *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (KsStartPage, ks_start_page, GTK_TYPE_WIDGET)

static void
ks_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KS_TYPE_START_PAGE);

  G_OBJECT_CLASS (ks_start_page_parent_class)->dispose (object);
}

/* Enter opens the sample: the first afternoon starts there. */
static void
ks_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ks_start_page_parent_class)->map (widget);
  gtk_widget_grab_focus (KS_START_PAGE (widget)->first_row);
}

static void
ks_start_page_class_init (KsStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_start_page_dispose;
  widget_class->map = ks_start_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shell/ks-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsStartPage, box);
  gtk_widget_class_bind_template_child (widget_class, KsStartPage, first_row);
  gtk_widget_class_bind_template_child (widget_class, KsStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, KsStartPage, recent_list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ks_start_page_init (KsStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Its name, its folder, and the day on which it was open last. */
static GtkWidget *
make_recent_row (GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *folder = g_path_get_dirname (gtk_recent_info_get_uri_display (info));
  gint64 opened = g_date_time_to_unix (gtk_recent_info_get_modified (info));
  g_autofree char *day = ks_day_format (ks_moment_get_day (opened));
  GtkWidget *label = gtk_label_new (day);

  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "document-open-recent-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  return row;
}

/**
 * ks_start_page_refresh:
 * @self: a start page
 *
 * Reads the recent files anew.
 */
void
ks_start_page_refresh (KsStartPage *self)
{
  g_autoptr (GPtrArray) files = ks_recent_dup_files (MAX_RECENT);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->recent_list, make_recent_row (g_ptr_array_index (files, i)));
  gtk_widget_set_visible (self->recent_group, files->len > 0);
}
