/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comments-view-private.h"

#include "ks-comment-line.h"
#include "ks-i18n.h"

/* So many themes find room in a menu; the others are beside the list. */
#define MAX_THEMES 20

static GMenu *
create_theme_items (KsCommentsView *self)
{
  KsComments *comments = ks_comment_model_get_comments (self->comments);
  guint n = comments != NULL ? ks_comments_get_n_themes (comments) : 0;
  GMenu *items = g_menu_new ();

  for (guint i = 0; i < MIN (n, MAX_THEMES); i++)
    {
      const KsTheme *theme = ks_comments_get_theme (comments, i)->theme;
      gboolean all = ks_comments_view_get_use (theme->id, self) == KS_THEME_OF_ALL;
      g_auto (GStrv) parts = g_strsplit (theme->name, "_", -1);
      g_autofree char *name = g_strjoinv ("__", parts);
      g_autofree char *label = g_strconcat (all ? "✓ " : "", name, NULL);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "comments.toggle", "i", (int)i);
      g_menu_append_item (items, item);
    }
  return items;
}

static GMenu *
create_menu (KsCommentsView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) themes = create_theme_items (self);
  g_autoptr (GMenu) words = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();

  g_menu_append (words, _ ("Black Out What Is Proposed"), "comments.confirm");
  g_menu_append (words, _ ("Leave Readable What Is Proposed"), "comments.dismiss");
  g_menu_append (papers, _ ("Pick for Papers…"), "comments.quote");
  g_menu_append (papers, _ ("Not for Papers"), "comments.drop-quote");
  g_menu_append_section (menu, _ ("Themes"), G_MENU_MODEL (themes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  return menu;
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What was chosen is done before the menu goes. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
pop_up (KsCommentsView *self, GtkWidget *line, const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = create_menu (self);
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));

  gtk_widget_set_parent (popover, line);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* What is selected stays so where it is meant, too. */
static void
mean (KsCommentsView *self, guint position)
{
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, KsCommentsView *self)
{
  GtkWidget *picked = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *line
      = picked != NULL ? gtk_widget_get_ancestor (picked, KS_TYPE_COMMENT_LINE) : NULL;
  double left, top;

  if (line == NULL)
    return;
  gtk_widget_translate_coordinates (self->list, line, x, y, &left, &top);
  mean (self, ks_comment_line_get_position (KS_COMMENT_LINE (line)));
  pop_up (self, line, &(const GdkRectangle){ (int)left, (int)top, 1, 1 });
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static GtkWidget *
find_focused_line (KsCommentsView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  return KS_IS_COMMENT_LINE (child) ? child : NULL;
}

static gboolean
menu_key_cb (GtkWidget *list, GVariant *arguments, gpointer data)
{
  KsCommentsView *self = data;
  GtkWidget *line = find_focused_line (self);

  if (line == NULL)
    return FALSE;
  mean (self, ks_comment_line_get_position (KS_COMMENT_LINE (line)));
  pop_up (self, line, &(const GdkRectangle){ 16, gtk_widget_get_height (line), 1, 1 });
  return TRUE;
}

static void
add_key (KsCommentsView *self, GtkEventController *keys, guint key, GdkModifierType state)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, state),
                        gtk_callback_action_new (menu_key_cb, self, NULL)));
}

/**
 * ks_comments_view_add_menu:
 * @self: a view
 *
 * Gives the list a menu of what can be done with the selected comments: by the right button, the
 * menu key and Shift+F10.
 */
void
ks_comments_view_add_menu (KsCommentsView *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (press));
  add_key (self, keys, GDK_KEY_Menu, 0);
  add_key (self, keys, GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_widget_add_controller (self->list, keys);
}
