/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-cell-editor.h"

struct _KsCellEditor
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *problem;
  char *before; /* what the cell said when it was opened */
};

enum
{
  TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsCellEditor, ks_cell_editor, GTK_TYPE_POPOVER)

static void
emit_typed (KsCellEditor *self, KsCellMove move)
{
  g_signal_emit (self, signals[TYPED], 0, move);
}

static gboolean
key_cb (KsCellEditor *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Down:
      emit_typed (self, KS_CELL_DOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      emit_typed (self, KS_CELL_UP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      emit_typed (self, state & GDK_SHIFT_MASK ? KS_CELL_PREVIOUS : KS_CELL_NEXT);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      emit_typed (self, KS_CELL_PREVIOUS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      ks_cell_editor_close (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* A click elsewhere takes the text, as in a spreadsheet. */
static void
closed_cb (KsCellEditor *self)
{
  if (ks_cell_editor_is_changed (self))
    emit_typed (self, KS_CELL_STAY);
}

static void
changed_cb (KsCellEditor *self)
{
  ks_cell_editor_show_problem (self, NULL);
}

static void
ks_cell_editor_finalize (GObject *object)
{
  g_free (KS_CELL_EDITOR (object)->before);
  G_OBJECT_CLASS (ks_cell_editor_parent_class)->finalize (object);
}

static void
ks_cell_editor_class_init (KsCellEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_cell_editor_finalize;
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ks_cell_editor_init (KsCellEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 1);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 36);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell-editor");
  /* Before the field: Tab would leave it, and Up and Down would do nothing. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
}

/**
 * ks_cell_editor_new:
 *
 * Returns: (transfer floating): a field that waits to be opened
 */
GtkWidget *
ks_cell_editor_new (void)
{
  return g_object_new (KS_TYPE_CELL_EDITOR, NULL);
}

/* What is wrong needs more room than the cell has: it grows away from where the text begins. */
static void
set_side (KsCellEditor *self, GtkAlign side)
{
  gtk_widget_set_halign (GTK_WIDGET (self), side);
  gtk_widget_set_halign (self->entry, side);
  gtk_widget_set_halign (self->problem, side);
}

/**
 * ks_cell_editor_open:
 * @self: a field that has a parent
 * @cell: where the cell lies in the parent
 * @name: for those who do not see it
 * @text: what the cell says
 * @xalign: 0 for text, 1 for figures
 *
 * Opens the field over a cell, or takes it there.
 */
void
ks_cell_editor_open (KsCellEditor *self, const GdkRectangle *cell, const char *name,
                     const char *text, float xalign)
{
  g_return_if_fail (KS_IS_CELL_EDITOR (self) && cell != NULL && text != NULL);

  g_free (self->before);
  self->before = g_strdup (text);
  ks_cell_editor_move (self, cell);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), xalign);
  set_side (self, xalign > 0.5f ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  ks_cell_editor_show_problem (self, NULL);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}

/**
 * ks_cell_editor_move:
 * @self: a field that has a parent
 * @cell: where its cell lies in the parent now
 *
 * Follows a cell that lies elsewhere since the table was scrolled; what was typed stays.
 */
void
ks_cell_editor_move (KsCellEditor *self, const GdkRectangle *cell)
{
  g_return_if_fail (KS_IS_CELL_EDITOR (self) && cell != NULL);

  gtk_popover_set_pointing_to (GTK_POPOVER (self), cell);
  gtk_popover_set_offset (GTK_POPOVER (self), 0, -cell->height);
  gtk_widget_set_size_request (self->entry, cell->width, cell->height);
}

/**
 * ks_cell_editor_close:
 * @self: a field
 *
 * Closes the field; what was typed is forgotten.
 */
void
ks_cell_editor_close (KsCellEditor *self)
{
  g_return_if_fail (KS_IS_CELL_EDITOR (self));

  g_clear_pointer (&self->before, g_free);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/**
 * ks_cell_editor_replace:
 * @self: an open field
 * @text: what was typed before it was open
 *
 * Types @text in place of what the cell says.
 */
void
ks_cell_editor_replace (KsCellEditor *self, const char *text)
{
  g_return_if_fail (KS_IS_CELL_EDITOR (self) && text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * ks_cell_editor_show_problem:
 * @self: a field
 * @problem: (nullable): why its text cannot be taken; %NULL: nothing is wrong
 *
 * Says under the field what is wrong.
 */
void
ks_cell_editor_show_problem (KsCellEditor *self, const char *problem)
{
  g_return_if_fail (KS_IS_CELL_EDITOR (self));

  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  (problem != NULL ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/**
 * ks_cell_editor_get_text:
 * @self: a field
 *
 * Returns: what stands in it
 */
const char *
ks_cell_editor_get_text (KsCellEditor *self)
{
  g_return_val_if_fail (KS_IS_CELL_EDITOR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * ks_cell_editor_is_changed:
 * @self: a field
 *
 * Returns: whether it is in use and says another thing than the cell
 */
gboolean
ks_cell_editor_is_changed (KsCellEditor *self)
{
  g_return_val_if_fail (KS_IS_CELL_EDITOR (self), FALSE);

  return self->before != NULL && !g_str_equal (self->before, ks_cell_editor_get_text (self));
}
