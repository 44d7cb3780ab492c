/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-level-list.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-icon-button.h"
#include "ks-palette.h"

#define SWATCH_SIZE 14

typedef enum
{
  RATING_GOOD,
  RATING_MIDDLE,
  RATING_POOR,
} Rating;

struct _KsLevelList
{
  GtkBox parent_instance;

  GtkWidget *list;
  GtkWidget *add_button;
  GtkWidget *apart_button;
  KsOption *options; /* as they are shown, with what was typed since */
  guint n_options;
  gboolean ordinal;
  gboolean editable;
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsLevelList, ks_level_list, GTK_TYPE_BOX)

static void fill (KsLevelList *self);

static void
edited (KsLevelList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* An entry that is taken out loses the focus when its row has left the list: it has no index then. */
static guint
get_index (GtkWidget *child)
{
  GtkWidget *row = gtk_widget_get_ancestor (child, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL && gtk_widget_get_parent (row) != NULL
             ? (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))
             : G_MAXUINT;
}

static void
take_label (KsLevelList *self, GtkEditable *entry)
{
  guint index = get_index (GTK_WIDGET (entry));

  if (self->filling || index >= self->n_options
      || strcmp (self->options[index].label, gtk_editable_get_text (entry)) == 0)
    return;
  g_free (self->options[index].label);
  self->options[index].label = g_strdup (gtk_editable_get_text (entry));
  edited (self);
}

static void
activate_cb (KsLevelList *self, GtkEditable *entry)
{
  take_label (self, entry);
}

static void
leave_cb (GtkEventControllerFocus *focus, KsLevelList *self)
{
  take_label (self, GTK_EDITABLE (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus))));
}

static void
rating_cb (GtkDropDown *drop_down, GParamSpec *pspec, KsLevelList *self)
{
  guint rating = gtk_drop_down_get_selected (drop_down);
  KsOption *option;

  if (self->filling)
    return;
  option = &self->options[get_index (GTK_WIDGET (drop_down))];
  option->good = rating == RATING_GOOD;
  option->poor = rating == RATING_POOR;
  edited (self);
}

static void
remove_cb (GtkButton *button, KsLevelList *self)
{
  guint index = get_index (GTK_WIDGET (button));

  g_free (self->options[index].label);
  memmove (self->options + index, self->options + index + 1,
           (self->n_options - index - 1) * sizeof *self->options);
  self->n_options--;
  fill (self);
  edited (self);
}

/* Levels change places, their values stay: the best is still the one with the highest. */
static gboolean
shift (KsLevelList *self, guint index, int by)
{
  guint other = (guint) ((int) index + by);
  KsOption moved;
  int value;

  if ((by < 0 && index == 0) || other >= self->n_options
      || self->options[index].has_value != self->options[other].has_value)
    return FALSE;
  moved = self->options[index];
  self->options[index] = self->options[other];
  self->options[other] = moved;
  value = self->options[index].value;
  self->options[index].value = self->options[other].value;
  self->options[other].value = value;
  fill (self);
  edited (self);
  return TRUE;
}

static gboolean
shift_cb (GtkWidget *entry, GVariant *by, gpointer data)
{
  KsLevelList *self = data;
  guint index = get_index (entry);
  int step = g_variant_get_int32 (by);
  GtkListBoxRow *row;

  if (!self->editable)
    return FALSE;
  take_label (self, GTK_EDITABLE (entry));
  if (!shift (self, index, step))
    return TRUE;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index + step);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
add_shift_key (GtkEventController *keys, KsLevelList *self, guint key, int by)
{
  GtkShortcut *shortcut
      = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_ALT_MASK),
                          gtk_callback_action_new (shift_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* The colour that the level has in charts; a level beyond the charts' scales has none. */
static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const KsPalette *palette = ks_palette_get (KS_PALETTE_LIGHT);
  guint levels = GPOINTER_TO_UINT (data);
  guint level = levels & 0xff;
  guint n_levels = levels >> 8;

  if (n_levels < 2 || n_levels > KS_MAX_LEVELS)
    return;
  ks_colour_set (&palette->level[ks_palette_level (level, n_levels)], cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

static guint
count_levels (KsLevelList *self, const KsOption *better_than)
{
  guint n_levels = 0;

  for (guint i = 0; i < self->n_options; i++)
    n_levels += self->options[i].has_value
                && (better_than == NULL || self->options[i].value > better_than->value);
  return n_levels;
}

static GtkWidget *
create_swatch (KsLevelList *self, const KsOption *option)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  guint level = count_levels (self, option);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (swatch, "swatch");
  if (option->has_value)
    gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch,
                                    GUINT_TO_POINTER (level | count_levels (self, NULL) << 8),
                                    NULL);
  else
    gtk_widget_add_css_class (swatch, "apart");
  return swatch;
}

static GtkWidget *
create_entry (KsLevelList *self, const KsOption *option)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), option->label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_tooltip_text (entry, option->label);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_sensitive (entry, self->editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->ordinal && option->has_value ? _ ("Level") : _ ("Option"),
                                  -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_shift_key (keys, self, GDK_KEY_Up, -1);
  add_shift_key (keys, self, GDK_KEY_Down, 1);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static GtkWidget *
create_rating (KsLevelList *self, const KsOption *option)
{
  const char *const words[] = { _ ("good"), _ ("middle"), _ ("poor"), NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), option->good   ? RATING_GOOD
                                                         : option->poor ? RATING_POOR
                                                                        : RATING_MIDDLE);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (drop_down, self->editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the level counts as"), -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (rating_cb), self, 0);
  return drop_down;
}

static GtkWidget *
create_remove_button (KsLevelList *self, const KsOption *option)
{
  g_autofree char *name = g_strdup_printf (_ ("Take “%s” out"), option->label);
  GtkWidget *button = ks_icon_button_new ("list-remove-symbolic", name);

  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  return button;
}

static void
add_row (KsLevelList *self, const KsOption *option)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (box, "level");
  if (self->ordinal)
    gtk_box_append (GTK_BOX (box), create_swatch (self, option));
  gtk_box_append (GTK_BOX (box), create_entry (self, option));
  if (self->ordinal && option->has_value)
    gtk_box_append (GTK_BOX (box), create_rating (self, option));
  if (self->editable && self->n_options > 1)
    gtk_box_append (GTK_BOX (box), create_remove_button (self, option));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
fill (KsLevelList *self)
{
  gboolean room = self->editable && self->n_options < KS_FORM_MAX_OPTIONS;
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < self->n_options; i++)
    add_row (self, &self->options[i]);
  gtk_button_set_label (GTK_BUTTON (self->add_button),
                        self->ordinal ? _ ("Add a Level") : _ ("Add an Option"));
  gtk_widget_set_visible (self->add_button, room);
  gtk_widget_set_visible (self->apart_button,
                          room && self->ordinal && count_levels (self, NULL) == self->n_options);
  self->filling = FALSE;
}

/* A name that no other option has. */
static char *
make_label (KsLevelList *self)
{
  for (guint n = self->n_options + 1;; n++)
    {
      g_autofree char *label
          = g_strdup_printf (self->ordinal ? _ ("Level %u") : _ ("Option %u"), n);
      gboolean taken = FALSE;

      for (guint i = 0; i < self->n_options; i++)
        taken = taken || strcmp (self->options[i].label, label) == 0;
      if (!taken)
        return g_steal_pointer (&label);
    }
}

/* Takes the option; it stands at @index. */
static void
insert (KsLevelList *self, guint index, KsOption option)
{
  GtkListBoxRow *row;

  self->options = g_renew (KsOption, self->options, self->n_options + 1);
  memmove (self->options + index + 1, self->options + index,
           (self->n_options - index) * sizeof *self->options);
  self->options[index] = option;
  self->n_options++;
  fill (self);
  edited (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

/* A new level is the worst: it stands behind the others, before what cannot be judged. */
static void
add_cb (KsLevelList *self)
{
  KsOption option = { .label = make_label (self), .has_value = self->ordinal };
  guint index = self->n_options;

  while (self->ordinal && index > 0 && !self->options[index - 1].has_value)
    index--;
  for (guint i = 0; i < self->n_options; i++)
    if (self->options[i].has_value)
      option.value = MIN (option.value, self->options[i].value - 1);
  option.poor = self->ordinal;
  insert (self, index, option);
}

static void
add_apart_cb (KsLevelList *self)
{
  /* What respondents read is Vietnamese, whatever the window speaks. */
  insert (self, self->n_options,
          (KsOption){ .label = g_strdup ("Không biết/không có ý kiến") });
}

static void
ks_level_list_finalize (GObject *object)
{
  KsLevelList *self = KS_LEVEL_LIST (object);

  ks_options_free (self->options, self->n_options);
  G_OBJECT_CLASS (ks_level_list_parent_class)->finalize (object);
}

static void
ks_level_list_class_init (KsLevelListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_level_list_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ks_level_list_init (KsLevelList *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Options of the question"), -1);
  self->add_button = gtk_button_new_with_label ("");
  self->apart_button = gtk_button_new_with_label (_ ("Add “Don’t Know”"));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apart_button, "clicked", G_CALLBACK (add_apart_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->add_button);
  gtk_box_append (GTK_BOX (buttons), self->apart_button);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), buttons);
}

/**
 * ks_level_list_show:
 * @self: the list
 * @options: (array length=n_options): options
 * @n_options: how many
 * @ordinal: whether they are the levels of a scale
 * @editable: whether they may be changed
 */
void
ks_level_list_show (KsLevelList *self, const KsOption *options, guint n_options, gboolean ordinal,
                    gboolean editable)
{
  gboolean same = self->ordinal == ordinal && self->editable == editable
                  && ks_options_equal (self->options, self->n_options, options, n_options);

  /* What is shown already keeps its focus. */
  if (same && self->n_options > 0)
    return;
  ks_options_free (self->options, self->n_options);
  self->options = ks_options_copy (options, n_options);
  self->n_options = n_options;
  self->ordinal = ordinal;
  self->editable = editable;
  fill (self);
}

/**
 * ks_level_list_dup_options:
 * @self: the list
 * @n_options: (out): how many there are
 *
 * Returns: (transfer full) (array length=n_options): the options as they are meant now
 */
KsOption *
ks_level_list_dup_options (KsLevelList *self, guint *n_options)
{
  *n_options = self->n_options;
  return ks_options_copy (self->options, self->n_options);
}
