/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-import-lists.h"

#include "ks-i18n.h"

/* Whom a factory tells what a person has picked. */
typedef struct
{
  KsUnitsImportFunc func;
  gpointer data;
} Listener;

static void
free_listener (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkListItemFactory *
make_factory (GCallback set_up, GCallback bind, KsUnitsImportFunc func, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Listener *listener = g_new (Listener, 1);

  *listener = (Listener){ func, data };
  g_signal_connect_data (factory, "setup", set_up, listener, free_listener, 0);
  g_signal_connect (factory, "bind", bind, NULL);
  return factory;
}

/* The item that a list item shows; its listener is kept by its widget. */
static void
picked_cb (guint index, gpointer data)
{
  GtkListItem *list_item = data;
  const Listener *listener = g_object_get_data (G_OBJECT (list_item), "ks-listener");
  gpointer item = gtk_list_item_get_item (list_item);

  if (item != NULL)
    listener->func (item, index, listener->data);
}

static char **
list_meanings (gpointer data, guint *chosen)
{
  KsUnitsImportItem *item = gtk_list_item_get_item (data);
  const KsListMeaning meaning = ks_units_import_item_get_column (item)->meaning;
  guint n_meanings = ks_units_import_count_meanings ();
  char **names = g_new0 (char *, n_meanings + 1);

  for (guint i = 0; i < n_meanings; i++)
    {
      KsListMeaning each = ks_units_import_get_meaning (i);

      names[i] = g_strdup (ks_units_import_name_meaning (each));
      if (each.role == meaning.role && (each.role != KS_LIST_FIELD || each.field == meaning.field))
        *chosen = i;
    }
  return names;
}

static void
set_up_meaning_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer listener)
{
  GtkWidget *pick = ks_pick_new ();

  g_object_set_data (G_OBJECT (list_item), "ks-listener", listener);
  ks_pick_set_funcs (pick, list_meanings, picked_cb, list_item);
  gtk_list_item_set_child (list_item, pick);
}

static void
bind_meaning_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *pick = gtk_list_item_get_child (list_item);
  const KsListColumn *column = ks_units_import_item_get_column (gtk_list_item_get_item (list_item));
  g_autofree char *name = g_strdup_printf (
      "%s: %s", column->title, ks_units_import_name_meaning (column->meaning));

  ks_pick_set_label (pick, ks_units_import_name_meaning (column->meaning));
  gtk_accessible_update_property (GTK_ACCESSIBLE (pick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * ks_units_import_meanings_new:
 * @func: called with a column and the number of the meaning that a person picks for it
 * @data: for @func
 *
 * Returns: (transfer full): cells that say what a column is, and let it be changed
 */
GtkListItemFactory *
ks_units_import_meanings_new (KsUnitsImportFunc func, gpointer data)
{
  return make_factory (G_CALLBACK (set_up_meaning_cb), G_CALLBACK (bind_meaning_cb), func, data);
}

/* The parts of a row that is to be looked at. */
typedef struct
{
  GtkWidget *title;
  GtkWidget *question;
  GtkWidget *pick;
} Doubt;

static GtkWidget *
make_label (gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!wrap)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static char **
list_answers (gpointer data, guint *chosen)
{
  return ks_units_import_item_dup_answers (gtk_list_item_get_item (data), chosen);
}

static void
set_up_doubt_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer listener)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Doubt *doubt = g_new (Doubt, 1);

  *doubt = (Doubt){ make_label (FALSE), make_label (TRUE), ks_pick_new () };
  gtk_widget_add_css_class (doubt->question, "caption");
  gtk_widget_add_css_class (doubt->question, "secondary");
  gtk_box_append (GTK_BOX (words), doubt->title);
  gtk_box_append (GTK_BOX (words), doubt->question);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (doubt->pick), TRUE);
  gtk_widget_set_size_request (doubt->pick, 150, -1);
  gtk_box_append (GTK_BOX (box), doubt->pick);
  gtk_widget_add_css_class (box, "doubt");
  g_object_set_data (G_OBJECT (list_item), "ks-listener", listener);
  g_object_set_data_full (G_OBJECT (list_item), "ks-doubt", doubt, g_free);
  ks_pick_set_funcs (doubt->pick, list_answers, picked_cb, list_item);
  gtk_list_item_set_child (list_item, box);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
fill_doubt (GtkListItem *list_item)
{
  const Doubt *doubt = g_object_get_data (G_OBJECT (list_item), "ks-doubt");
  KsUnitsImportItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *title = ks_units_import_item_dup_title (item);
  g_autofree char *question = ks_units_import_item_dup_question (item);
  g_autofree char *answer = ks_units_import_item_dup_answer (item);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, answer);

  gtk_label_set_text (GTK_LABEL (doubt->title), title);
  gtk_label_set_text (GTK_LABEL (doubt->question), question);
  ks_pick_set_label (doubt->pick, answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (doubt->pick), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
bind_doubt_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  fill_doubt (list_item);
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (fill_doubt),
                           list_item, G_CONNECT_SWAPPED);
}

static void
unbind_doubt_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), fill_doubt, list_item);
}

/**
 * ks_units_import_doubts_new:
 * @func: called with a row and the number of the answer that a person gives
 * @data: for @func
 *
 * Returns: (transfer full): rows that say why somebody is asked, and take the answer
 */
GtkListItemFactory *
ks_units_import_doubts_new (KsUnitsImportFunc func, gpointer data)
{
  GtkListItemFactory *factory
      = make_factory (G_CALLBACK (set_up_doubt_cb), G_CALLBACK (bind_doubt_cb), func, data);

  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_doubt_cb), NULL);
  return factory;
}

static void
set_up_sentence_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *label = make_label (TRUE);

  gtk_widget_add_css_class (label, "sentence");
  gtk_list_item_set_child (list_item, label);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_sentence_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkStringObject *sentence = gtk_list_item_get_item (list_item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (sentence));
}

/**
 * ks_units_import_sentences_new:
 *
 * Returns: (transfer full): rows with a sentence each, of a #GtkStringList
 */
GtkListItemFactory *
ks_units_import_sentences_new (void)
{
  return make_factory (G_CALLBACK (set_up_sentence_cb), G_CALLBACK (bind_sentence_cb), NULL, NULL);
}
