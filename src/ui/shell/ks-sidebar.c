/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-sidebar.h"

#include "ks-badge.h"
#include "ks-i18n.h"
#include "ks-label.h"

struct _KsSidebar {
  GtkWidget   parent_instance;

  GtkWidget  *box;
  GtkLabel   *campaign;
  KsBadge    *simulated;
  GtkListBox *list;
  GtkImage   *saved;
  GtkLabel   *file;

  GHashTable *rows;    /* id → GtkListBoxRow */
  GHashTable *states;  /* id → GtkLabel */
};

enum {
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum {
  PROP_SIMULATED = 1,
} KsSidebarProperty;

static GParamSpec *properties[PROP_SIMULATED + 1];

G_DEFINE_FINAL_TYPE (KsSidebar, ks_sidebar, GTK_TYPE_WIDGET)

static void
row_activated_cb (KsSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0,
                 g_object_get_data (G_OBJECT (row), "ks-id"));
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *phase = g_object_get_data (G_OBJECT (row), "ks-phase");
  GtkWidget *label;

  if (phase == NULL || gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (phase);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "phase");
  gtk_list_box_row_set_header (row, label);
}

static void
ks_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsSidebar *self = KS_SIDEBAR (object);

  switch ((KsSidebarProperty) id)
    {
    case PROP_SIMULATED:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->simulated)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_sidebar_dispose (GObject *object)
{
  KsSidebar *self = KS_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_SIDEBAR);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->states, g_hash_table_unref);

  G_OBJECT_CLASS (ks_sidebar_parent_class)->dispose (object);
}

static void
ks_sidebar_class_init (KsSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_sidebar_dispose;
  G_OBJECT_CLASS (klass)->get_property = ks_sidebar_get_property;

  properties[PROP_SIMULATED] = g_param_spec_boolean (
      "simulated", NULL, NULL, FALSE,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties),
                                     properties);

  /**
   * KsSidebar::activated:
   * @self: a sidebar
   * @id: id of a page
   *
   * Somebody wants to go to a page.
   */
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (KS_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shell/ks-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, KsSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, KsSidebar, campaign);
  gtk_widget_class_bind_template_child (widget_class, KsSidebar, simulated);
  gtk_widget_class_bind_template_child (widget_class, KsSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, KsSidebar, saved);
  gtk_widget_class_bind_template_child (widget_class, KsSidebar, file);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ks_sidebar_init (KsSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A mark of the figures, in the language of the papers. */
  ks_badge_set_label (self->simulated, "SỐ LIỆU MÔ PHỎNG");
  gtk_widget_set_visible (GTK_WIDGET (self->simulated), FALSE);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->states = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
}

static GtkWidget *
make_row_content (KsSidebar *self, const KsSidebarEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", entry->icon, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *name = gtk_label_new (_ (entry->title));
  GtkWidget *state = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  ks_label_cut (GTK_LABEL (state));
  gtk_widget_add_css_class (state, "state");
  gtk_widget_add_css_class (state, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), state);
  g_hash_table_insert (self->states, (gpointer) entry->id, state);
  return box;
}

/**
 * ks_sidebar_add:
 * @self: a sidebar
 * @entry: a page; what it points to must live as long as @self
 *
 * Adds a page at the end.
 */
void
ks_sidebar_add (KsSidebar *self, const KsSidebarEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();

  g_return_if_fail (KS_IS_SIDEBAR (self));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_row_content (self, entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (entry->title), -1);
  g_object_set_data (G_OBJECT (row), "ks-id", (gpointer) entry->id);
  if (entry->phase != NULL)
    g_object_set_data (G_OBJECT (row), "ks-phase", (gpointer) _ (entry->phase));
  g_hash_table_insert (self->rows, (gpointer) entry->id, row);
  gtk_list_box_append (self->list, row);
}

/**
 * ks_sidebar_set_state:
 * @self: a sidebar
 * @id: a page
 * @state: (nullable): a word or a number on where it stands
 *
 * Shows it beside the page's name.
 */
void
ks_sidebar_set_state (KsSidebar *self, const char *id, const char *state)
{
  GtkLabel *label = g_hash_table_lookup (self->states, id);

  if (label == NULL)
    return;
  gtk_label_set_text (label, state != NULL ? state : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (g_hash_table_lookup (self->rows, id)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_text (label),
                                  -1);
}

/**
 * ks_sidebar_select:
 * @self: a sidebar
 * @id: the page that is shown
 *
 * Marks the page.
 */
void
ks_sidebar_select (KsSidebar *self, const char *id)
{
  GtkListBoxRow *row = g_hash_table_lookup (self->rows, id);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * ks_sidebar_set_campaign:
 * @self: a sidebar
 * @info: what the campaign is called
 * @path: its file
 * @read_only: whether the file cannot be written where it is
 *
 * Shows which campaign is open.
 */
void
ks_sidebar_set_campaign (KsSidebar *self, const KsCampaignInfo *info, const char *path,
                         gboolean read_only)
{
  g_autofree char *day = ks_day_format (info->day);
  g_autofree char *title = g_strdup_printf (_ ("%s · day %s"), info->title, day);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *saved
      = g_strdup_printf (read_only ? _ ("Read-only · %s") : _ ("Saved · %s"), name);

  gtk_label_set_text (self->campaign, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->campaign), title);
  gtk_widget_set_visible (GTK_WIDGET (self->simulated), info->simulated);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIMULATED]);
  gtk_image_set_from_icon_name (self->saved,
                                read_only ? "changes-prevent-symbolic" : "object-select-symbolic");
  gtk_label_set_text (self->file, saved);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file), path);
}
