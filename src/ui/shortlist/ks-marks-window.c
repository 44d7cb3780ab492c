/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-marks-window.h"

#include <string.h>

#include "ks-confirm.h"
#include "ks-css-class.h"
#include "ks-escape.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-mark-item.h"
#include "ks-own-values.h"
#include "ks-text.h"
#include "ks-verb-task.h"

struct _KsMarksWindow
{
  AdwWindow parent_instance;
  GtkWidget *page; /* runs the verbs; outlives the window, which is modal */
  char *criterion;
  char *key; /* what is searched for, without diacritics */
  GListStore *items;
  GtkFilter *filter;

  GtkWidget *save_button;
  GtkWidget *import_button;
  GtkWidget *search;
  GtkStack *stack;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (KsMarksWindow, ks_marks_window, ADW_TYPE_WINDOW)

/* A table of marks that is read in a thread. */
typedef struct
{
  char *criterion;
  char *path;
} Import;

static void
free_import (gpointer data)
{
  Import *import = data;

  g_free (import->criterion);
  g_free (import->path);
  g_free (import);
}

static gboolean
import_func (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  const Import *import = data;

  return ks_import_own_values (campaign, import->criterion, import->path, NULL, NULL, outcome,
                               error);
}

static gboolean
save_func (KsCampaign *campaign, gpointer values, KsOutcome **outcome, GError **error)
{
  return ks_set_own_values (campaign, values, outcome, error);
}

static GPtrArray *
collect_values (KsMarksWindow *self, gboolean *valid)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_own_value_free);

  *valid = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (KsMarkItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      double mark;

      if (!ks_mark_item_is_changed (item))
        continue;
      *valid &= ks_mark_item_read (item, &mark);
      g_ptr_array_add (values, ks_own_value_new (self->criterion,
                                                 ks_unit_get_code (ks_mark_item_get_unit (item)),
                                                 mark, ks_mark_item_get_note (item)));
    }
  return values;
}

static void
judge (KsMarksWindow *self)
{
  gboolean valid;
  g_autoptr (GPtrArray) values = collect_values (self, &valid);

  gtk_widget_set_sensitive (self->save_button, valid && values->len > 0);
  gtk_widget_set_tooltip_text (self->save_button, valid ? NULL : _ ("Marks lie between 0 and 10"));
  gtk_widget_set_sensitive (self->import_button, values->len == 0);
  gtk_widget_set_tooltip_text (
      self->import_button,
      values->len > 0 ? _ ("Keep the marks that were typed first")
                      : _ ("A table with a column of codes or names of units, a column of marks "
                           "and, if you like, one of notes"));
}

static void
save_cb (KsMarksWindow *self)
{
  gboolean valid;
  g_autoptr (GPtrArray) values = collect_values (self, &valid);

  if (!valid || values->len == 0)
    return;
  ks_verb_task_run (self->page, _ ("Keeping the marks"), save_func, g_steal_pointer (&values),
                    (GDestroyNotify)g_ptr_array_unref);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
import_file_cb (GListModel *files, gpointer data)
{
  KsMarksWindow *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  Import *import;

  if (file == NULL)
    return;
  import = g_new0 (Import, 1);
  import->criterion = g_strdup (self->criterion);
  import->path = g_file_get_path (file);
  ks_verb_task_run (self->page, _ ("Reading the marks"), import_func, import, free_import);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
import_cb (KsMarksWindow *self)
{
  static const char *const suffixes[] = { "csv", "xlsx", "ods", "txt", NULL };

  ks_file_dialog_open_several (GTK_WIDGET (self), _ ("Marks from a Table"), _ ("Tables"), suffixes,
                               import_file_cb, self);
}

static void
search_cb (KsMarksWindow *self)
{
  g_free (self->key);
  self->key = ks_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_found_cb (KsMarksWindow *self, guint position, guint removed, guint added, GListModel *found)
{
  gboolean any = g_list_model_get_n_items (found) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing");
}

static void
show_all_cb (KsMarksWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

/* The entry keeps Escape to itself: all units come back first, then the window closes. */
static void
stop_search_cb (KsMarksWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
match_cb (gpointer item, gpointer data)
{
  KsMarksWindow *self = data;

  return self->key == NULL
         || strstr (ks_unit_get_search_key (ks_mark_item_get_unit (item)), self->key) != NULL;
}

/* What a row is made of. */
typedef struct
{
  KsMarksWindow *window;
  KsMarkItem *item;
  GtkWidget *name;
  GtkWidget *mark;
  GtkWidget *note;
} Row;

static void
mark_changed_cb (Row *row)
{
  double mark;

  if (row->item == NULL)
    return;
  ks_mark_item_set_mark (row->item, gtk_editable_get_text (GTK_EDITABLE (row->mark)));
  ks_css_class_set (row->mark, "error", !ks_mark_item_read (row->item, &mark));
  judge (row->window);
}

static void
note_changed_cb (Row *row)
{
  if (row->item == NULL)
    return;
  ks_mark_item_set_note (row->item, gtk_editable_get_text (GTK_EDITABLE (row->note)));
  judge (row->window);
}

static void
setup_row_cb (KsMarksWindow *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  Row *row = g_new0 (Row, 1);

  row->window = self;
  row->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                            "hexpand", TRUE, "width-chars", 14, NULL);
  row->mark = g_object_new (GTK_TYPE_ENTRY, "width-chars", 5, "max-width-chars", 5, "xalign", 1.0,
                            "max-length", 6, NULL);
  row->note = g_object_new (GTK_TYPE_ENTRY, "width-chars", 10, "max-width-chars", 24,
                            "placeholder-text", _ ("Note"), "max-length", 500, NULL);
  gtk_box_append (GTK_BOX (box), row->name);
  gtk_box_append (GTK_BOX (box), row->mark);
  gtk_box_append (GTK_BOX (box), row->note);
  g_signal_connect_swapped (row->mark, "changed", G_CALLBACK (mark_changed_cb), row);
  g_signal_connect_swapped (row->note, "changed", G_CALLBACK (note_changed_cb), row);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_child (list_item, box);
  g_object_set_data_full (G_OBJECT (list_item), "row", row, g_free);
}

static void
name_entries (Row *row, const char *name)
{
  g_autofree char *mark = g_strdup_printf (_ ("Mark of %s"), name);
  g_autofree char *note = g_strdup_printf (_ ("Note on %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, mark,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->note), GTK_ACCESSIBLE_PROPERTY_LABEL, note,
                                  -1);
}

static void
bind_row_cb (KsMarksWindow *self, GtkListItem *list_item)
{
  Row *row = g_object_get_data (G_OBJECT (list_item), "row");
  KsMarkItem *item = gtk_list_item_get_item (list_item);
  KsUnit *unit = ks_mark_item_get_unit (item);
  g_autofree char *name
      = g_strdup_printf ("%s, %s", ks_unit_get_name (unit), ks_unit_get_district_name (unit));

  row->item = NULL;
  gtk_label_set_text (GTK_LABEL (row->name), name);
  gtk_widget_set_tooltip_text (row->name, name);
  gtk_editable_set_text (GTK_EDITABLE (row->mark), ks_mark_item_get_mark (item));
  gtk_editable_set_text (GTK_EDITABLE (row->note), ks_mark_item_get_note (item));
  name_entries (row, ks_unit_get_name (unit));
  row->item = item;
  mark_changed_cb (row);
}

static void
unbind_row_cb (KsMarksWindow *self, GtkListItem *list_item)
{
  ((Row *)g_object_get_data (G_OBJECT (list_item), "row"))->item = NULL;
}

static gboolean
is_changed (KsMarksWindow *self)
{
  gboolean valid;
  g_autoptr (GPtrArray) values = collect_values (self, &valid);

  return values->len > 0;
}

static void
discard (GtkWindow *window, const char *action)
{
  gtk_window_destroy (window);
}

static gboolean
ks_marks_window_close_request (GtkWindow *window)
{
  if (!is_changed (KS_MARKS_WINDOW (window)))
    return GTK_WINDOW_CLASS (ks_marks_window_parent_class)->close_request (window);
  if (!ks_confirm_is_asking (window))
    ks_confirm_discard (window, _ ("What was typed is not saved."), "window.close", discard);
  return TRUE;
}

static void
ks_marks_window_dispose (GObject *object)
{
  KsMarksWindow *self = KS_MARKS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_MARKS_WINDOW);
  g_clear_object (&self->items);
  g_clear_pointer (&self->criterion, g_free);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (ks_marks_window_parent_class)->dispose (object);
}

static void
ks_marks_window_class_init (KsMarksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_marks_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ks_marks_window_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shortlist/ks-marks-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsMarksWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, KsMarksWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, KsMarksWindow, search);
  gtk_widget_class_bind_template_child (widget_class, KsMarksWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KsMarksWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
ks_marks_window_init (KsMarksWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *found;
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  ks_escape_closes (GTK_WIDGET (self));
  self->items = g_list_store_new (KS_TYPE_MARK_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter);
  g_signal_connect_object (found, "items-changed", G_CALLBACK (show_found_cb), self,
                           G_CONNECT_SWAPPED);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (found)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
  gtk_widget_grab_focus (self->search);
}

/* In the office's own order; a unit without a mark stands empty. */
static void
fill (KsMarksWindow *self, KsRegistry *registry, GPtrArray *values)
{
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < values->len; i++)
    {
      KsOwnValue *value = values->pdata[i];

      if (g_str_equal (value->criterion, self->criterion))
        g_hash_table_insert (given, value->unit, value);
    }
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      const KsOwnValue *value = g_hash_table_lookup (given, ks_unit_get_code (unit));

      g_ptr_array_add (items,
                       ks_mark_item_new (unit, value != NULL ? value->value : KS_OWN_VALUE_NONE,
                                         value != NULL ? value->note : NULL));
    }
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
}

/**
 * ks_marks_window_new:
 * @page: what runs the verbs
 * @campaign: a campaign
 * @criterion: one of the office's own, as it is kept
 * @error: return location for an error
 *
 * Returns: (transfer floating): the window, or %NULL with @error set
 */
GtkWidget *
ks_marks_window_new (GtkWidget *page,
                     KsCampaign *campaign,
                     const KsCriterion *criterion,
                     GError **error)
{
  g_autoptr (GPtrArray) values = ks_own_values_load (campaign, error);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsMarksWindow *self;

  if (values == NULL)
    return NULL;
  self = g_object_new (KS_TYPE_MARKS_WINDOW, "transient-for", gtk_widget_get_root (page), "modal",
                       TRUE, "title", criterion->name, NULL);
  self->page = page;
  self->criterion = g_strdup (criterion->id);
  fill (self, registry, values);
  judge (self);
  return GTK_WIDGET (self);
}
