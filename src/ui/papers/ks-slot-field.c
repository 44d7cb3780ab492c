/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-slot-field.h"

#include "ks-i18n.h"

struct _KsSlotField
{
  GtkBox parent_instance;
  const KsPaperSlot *slot;
  char *usual; /* what holds while nothing is set; NULL: nothing */

  GtkWidget *editor; /* an entry, a text view or a check */
  GtkWidget *hint;
  GtkWidget *fault;
};

G_DEFINE_FINAL_TYPE (KsSlotField, ks_slot_field, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ks_slot_field_finalize (GObject *object)
{
  g_free (KS_SLOT_FIELD (object)->usual);
  G_OBJECT_CLASS (ks_slot_field_parent_class)->finalize (object);
}

static void
ks_slot_field_class_init (KsSlotFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_slot_field_finalize;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_SLOT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ks_slot_field_init (KsSlotField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
}

static gboolean
is_long (const KsPaperSlot *slot)
{
  return slot->type == KS_SLOT_LINES || slot->type == KS_SLOT_TEXT;
}

/* Who tells that something was typed. */
static gpointer
get_source (KsSlotField *self)
{
  return is_long (self->slot) ? (gpointer)gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor))
                              : (gpointer)self->editor;
}

static char *
dup_text (KsSlotField *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  if (self->slot->type == KS_SLOT_FLAG)
    return g_strdup (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->editor)) ? "1" : "0");
  if (!is_long (self->slot))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * ks_slot_field_dup_body:
 * @self: a field
 *
 * Returns: (transfer full) (nullable): what is set; %NULL: nothing, the usual holds
 */
char *
ks_slot_field_dup_body (KsSlotField *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (KS_IS_SLOT_FIELD (self), NULL);

  text = g_strstrip (dup_text (self));
  if (*text == '\0')
    return NULL;
  /* A flag is set only where it differs from what holds without it. */
  if (self->slot->type == KS_SLOT_FLAG
      && g_str_equal (text, self->usual != NULL ? self->usual : "0"))
    return NULL;
  return g_steal_pointer (&text);
}

static char *
dup_sentence (const char *fault)
{
  g_autofree char *first = g_utf8_substring (fault, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, g_utf8_next_char (fault), NULL);
}

static void
show_hint (KsSlotField *self, gboolean empty)
{
  g_autofree char *text = self->usual != NULL && *self->usual != '\0'
                              ? g_strdup_printf (_ ("As it is now: %s"), self->usual)
                              : NULL;

  gtk_label_set_text (GTK_LABEL (self->hint), text != NULL ? text : "");
  gtk_widget_set_visible (self->hint, empty && text != NULL && is_long (self->slot));
}

/* Says under the field what is wrong with it. */
static void
check (KsSlotField *self)
{
  g_autofree char *body = ks_slot_field_dup_body (self);
  g_autofree char *fault = body != NULL ? ks_paper_slot_check (self->slot, body) : NULL;
  g_autofree char *sentence = fault != NULL ? dup_sentence (fault) : NULL;

  gtk_label_set_text (GTK_LABEL (self->fault), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->fault, fault != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  show_hint (self, body == NULL);
}

static void
changed_cb (KsSlotField *self)
{
  check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_editor (KsSlotField *self, const char *name)
{
  const gboolean flag = self->slot->type == KS_SLOT_FLAG;

  if (flag)
    self->editor = gtk_check_button_new_with_label (name);
  else if (is_long (self->slot))
    {
      self->editor = gtk_text_view_new ();
      gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor), GTK_WRAP_WORD_CHAR);
      gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->editor), FALSE);
      gtk_widget_add_css_class (self->editor, "slot-text");
      gtk_widget_set_size_request (self->editor, -1, self->slot->type == KS_SLOT_TEXT ? 84 : 34);
    }
  else
    self->editor = gtk_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_box_append (GTK_BOX (self), self->editor);
  g_signal_connect_swapped (get_source (self), flag ? "toggled" : "changed",
                            G_CALLBACK (changed_cb), self);
}

/**
 * ks_slot_field_new:
 * @slot: a place in papers, but for a template
 * @label: (nullable): what the field is called; %NULL: as the slot is
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
ks_slot_field_new (const KsPaperSlot *slot, const char *label)
{
  KsSlotField *self = g_object_new (KS_TYPE_SLOT_FIELD, NULL);
  const char *name = label != NULL ? label : _ (slot->label);

  self->slot = slot;
  if (slot->type != KS_SLOT_FLAG)
    {
      GtkWidget *title = make_label ("secondary");

      gtk_label_set_text (GTK_LABEL (title), name);
      gtk_widget_set_visible (title, TRUE);
      gtk_box_append (GTK_BOX (self), title);
    }
  add_editor (self, name);
  self->hint = make_label ("secondary");
  self->fault = make_label ("failure");
  gtk_box_append (GTK_BOX (self), self->hint);
  gtk_box_append (GTK_BOX (self), self->fault);
  return GTK_WIDGET (self);
}

/**
 * ks_slot_field_type:
 * @self: a field that takes text
 * @text: what is typed
 *
 * Types into the field.
 */
void
ks_slot_field_type (KsSlotField *self, const char *text)
{
  g_return_if_fail (KS_IS_SLOT_FIELD (self));

  if (is_long (self->slot))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
}

static void
show_usual (KsSlotField *self, const char *usual)
{
  g_free (self->usual);
  self->usual = g_strdup (usual);
  if (GTK_IS_ENTRY (self->editor))
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor), usual);
  check (self);
}

/**
 * ks_slot_field_show:
 * @self: a field
 * @body: (nullable): what is set
 * @usual: (nullable): what holds while nothing is
 *
 * Fills the field, without telling of it.
 */
void
ks_slot_field_show (KsSlotField *self, const char *body, const char *usual)
{
  g_return_if_fail (KS_IS_SLOT_FIELD (self));

  g_signal_handlers_block_by_func (get_source (self), changed_cb, self);
  if (self->slot->type == KS_SLOT_FLAG)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->editor),
                                 g_strcmp0 (body != NULL ? body : usual, "1") == 0);
  else
    ks_slot_field_type (self, body != NULL ? body : "");
  g_signal_handlers_unblock_by_func (get_source (self), changed_cb, self);
  show_usual (self, usual);
}

/**
 * ks_slot_field_set_usual:
 * @self: a field that is filled
 * @usual: (nullable): what holds from now on while nothing is set
 *
 * Tells what else would stand there; what is set stays.
 */
void
ks_slot_field_set_usual (KsSlotField *self, const char *usual)
{
  g_autofree char *body = NULL;

  g_return_if_fail (KS_IS_SLOT_FIELD (self));

  body = ks_slot_field_dup_body (self);
  if (self->slot->type == KS_SLOT_FLAG)
    ks_slot_field_show (self, body, usual);
  else
    show_usual (self, usual);
}
