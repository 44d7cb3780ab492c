/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-theme-list.h"

#include "ks-i18n.h"
#include "ks-number.h"

struct _KsThemeList
{
  GtkBox parent_instance;

  GtkWidget *list;
  GPtrArray *rows; /* of Row */
};

/* A row for each theme, as long as the themes are the same. */
typedef struct
{
  gint64 id;
  char *name;
  KsThemeUse use;
  GtkWidget *widget;
  GtkWidget *mark;
  GtkWidget *count;
} Row;

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsThemeList, ks_theme_list, GTK_TYPE_BOX)

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row);
}

static Row *
get_row (KsThemeList *self, guint index)
{
  return index < self->rows->len ? self->rows->pdata[index] : NULL;
}

/* Given where one of the selected comments lacks it, else taken. */
static void
toggle (KsThemeList *self, const Row *row)
{
  g_signal_emit (self, signals[TOGGLED], 0, row->id, row->use != KS_THEME_OF_ALL);
}

static void
row_activated_cb (KsThemeList *self, GtkListBoxRow *row)
{
  toggle (self, get_row (self, (guint)gtk_list_box_row_get_index (row)));
}

static void
ks_theme_list_finalize (GObject *object)
{
  g_clear_pointer (&KS_THEME_LIST (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ks_theme_list_parent_class)->finalize (object);
}

static void
ks_theme_list_class_init (KsThemeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_theme_list_finalize;
  signals[TOGGLED] = g_signal_new ("toggled", KS_TYPE_THEME_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
ks_theme_list_init (KsThemeList *self)
{
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Themes"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self), self->list);
}

static GtkWidget *
create_menu (gint64 id)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) rename = g_menu_item_new (_ ("_Rename…"), NULL);
  g_autoptr (GMenuItem) take_away = g_menu_item_new (_ ("_Delete"), NULL);
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_item_set_action_and_target (rename, "comments.rename-theme", "x", id);
  g_menu_item_set_action_and_target (take_away, "comments.remove-theme", "x", id);
  g_menu_append_item (menu, rename);
  g_menu_append_item (menu, take_away);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What can be done with the theme"), -1);
  return button;
}

static GtkWidget *
create_key (guint index)
{
  g_autofree char *digit = g_strdup_printf ("%u", index + 1);
  GtkWidget *key = gtk_label_new (digit);

  gtk_widget_add_css_class (key, "key-cap");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  return key;
}

static GtkWidget *
create_name (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_row (KsThemeList *self, const KsTheme *theme)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *menu;

  row->id = theme->id;
  row->name = g_strdup (theme->name);
  row->mark = gtk_image_new ();
  row->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (row->count, "numeric");
  gtk_widget_add_css_class (row->count, "secondary");
  if (self->rows->len < KS_THEME_KEYS)
    gtk_box_append (GTK_BOX (box), create_key (self->rows->len));
  gtk_box_append (GTK_BOX (box), create_name (theme->name));
  gtk_box_append (GTK_BOX (box), row->mark);
  gtk_box_append (GTK_BOX (box), row->count);
  menu = create_menu (theme->id);
  gtk_box_append (GTK_BOX (box), menu);
  if (theme->withheld)
    {
      /* Its room alone, so that figures stand under each other. */
      gtk_widget_set_opacity (menu, 0);
      gtk_widget_set_sensitive (menu, FALSE);
    }
  gtk_widget_add_css_class (box, "theme");
  row->widget = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->widget), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row->widget);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_same (KsThemeList *self, KsComments *comments)
{
  guint n = comments != NULL ? ks_comments_get_n_themes (comments) : 0;

  for (guint i = 0; n == self->rows->len && i < n; i++)
    {
      const KsTheme *theme = ks_comments_get_theme (comments, i)->theme;
      const Row *row = get_row (self, i);

      if (row->id != theme->id || !g_str_equal (row->name, theme->name))
        return FALSE;
    }
  return n == self->rows->len;
}

static void
make_rows (KsThemeList *self, KsComments *comments)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), get_row (self, i)->widget);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; comments != NULL && i < ks_comments_get_n_themes (comments); i++)
    add_row (self, ks_comments_get_theme (comments, i)->theme);
}

/**
 * ks_theme_list_set_comments:
 * @self: a list
 * @comments: (nullable): comments of a scope; %NULL: there are none
 *
 * Shows the themes and how many of the comments have them.
 */
void
ks_theme_list_set_comments (KsThemeList *self, KsComments *comments)
{
  g_return_if_fail (KS_IS_THEME_LIST (self));

  if (!is_same (self, comments))
    make_rows (self, comments);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsThemeCount *count = ks_comments_get_theme (comments, i);
      g_autofree char *figure = ks_format_count (count->n);

      gtk_label_set_text (GTK_LABEL (get_row (self, i)->count), count->told ? figure : "< 5");
    }
}

static void
show_row (Row *row, KsThemeUse use)
{
  static const GtkAccessibleTristate states[]
      = { GTK_ACCESSIBLE_TRISTATE_FALSE, GTK_ACCESSIBLE_TRISTATE_MIXED,
          GTK_ACCESSIBLE_TRISTATE_TRUE };

  row->use = use;
  gtk_image_set_from_icon_name (GTK_IMAGE (row->mark), use == KS_THEME_OF_ALL ? "object-select-symbolic"
                                                       : use == KS_THEME_OF_SOME
                                                           ? "list-remove-symbolic"
                                                           : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  row->name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->widget), GTK_ACCESSIBLE_STATE_CHECKED,
                               states[use], -1);
}

/**
 * ks_theme_list_show_use:
 * @self: a list
 * @use: (nullable): tells how many of the selected comments have a theme; %NULL: none is selected
 * @data: for @use
 *
 * Marks the themes that the selected comments have.
 */
void
ks_theme_list_show_use (KsThemeList *self, KsThemeUseFunc use, gpointer data)
{
  g_return_if_fail (KS_IS_THEME_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);

      show_row (row, use != NULL ? use (row->id, data) : KS_THEME_OF_NONE);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->widget), use != NULL);
    }
}

/**
 * ks_theme_list_toggle:
 * @self: a list
 * @index: of a theme, from 0
 *
 * Does what a click on the theme does.
 *
 * Returns: whether there is such a theme
 */
gboolean
ks_theme_list_toggle (KsThemeList *self, guint index)
{
  g_return_val_if_fail (KS_IS_THEME_LIST (self), FALSE);

  if (get_row (self, index) == NULL)
    return FALSE;
  toggle (self, get_row (self, index));
  return TRUE;
}
