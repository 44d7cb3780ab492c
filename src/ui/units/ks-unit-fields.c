/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-fields.h"

#include "ks-css-class.h"
#include "ks-edit-unit.h"
#include "ks-unit-draft.h"

/* A click on + or − may be followed by another. */
#define PAUSE_MS 900

/* What has lost the focus is saved when the click that took it is over. */
#define LEAVE_MS 120

typedef struct
{
  KsUnitField field;
  GtkEditable *editable; /* owned by the widget that shows it */
  GtkLabel *problem;     /* says what is wrong with its group */
} Entry;

struct _KsUnitFields
{
  GObject parent_instance;

  GArray *entries;
  KsUnit *unit;
  KsDay last_day; /* of which its staff can be told */
  guint timeout;
  gboolean filling; /* texts change by our own hand */
};

enum
{
  SIGNAL_SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsUnitFields, ks_unit_fields, G_TYPE_OBJECT)

static void
ks_unit_fields_dispose (GObject *object)
{
  KsUnitFields *self = KS_UNIT_FIELDS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->unit);
  g_clear_pointer (&self->entries, g_array_unref);
  G_OBJECT_CLASS (ks_unit_fields_parent_class)->dispose (object);
}

static void
ks_unit_fields_class_init (KsUnitFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_unit_fields_dispose;

  /**
   * KsUnitFields::save:
   * @self: the fields
   * @unit: the unit
   * @field: (type KsUnitField): one of its fields
   * @text: what the field shall hold
   *
   * Somebody has typed something else than the field holds.
   */
  signals[SIGNAL_SAVE]
      = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, KS_TYPE_UNIT, G_TYPE_UINT, G_TYPE_STRING);
}

static void
ks_unit_fields_init (KsUnitFields *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

/**
 * ks_unit_fields_new:
 *
 * Returns: (transfer full): no fields yet
 */
KsUnitFields *
ks_unit_fields_new (void)
{
  return g_object_new (KS_TYPE_UNIT_FIELDS, NULL);
}

static Entry *
get_entry (KsUnitFields *self, guint index)
{
  return &g_array_index (self->entries, Entry, index);
}

/* What a field holds, as it is shown: days as people write them. */
static char *
dup_shown (KsUnit *unit, KsUnitField field)
{
  if (field == KS_UNIT_STAFF_DAY)
    return ks_day_format (ks_unit_get_staff_day (unit));
  return ks_unit_dup_text (unit, field);
}

static void
show_problem (Entry *entry, const char *message)
{
  ks_css_class_set (GTK_WIDGET (entry->editable), "error", message != NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry->editable), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (message != NULL && !gtk_widget_get_visible (GTK_WIDGET (entry->problem)))
    {
      gtk_label_set_text (entry->problem, message);
      gtk_widget_set_visible (GTK_WIDGET (entry->problem), TRUE);
    }
}

static gboolean
is_typed (KsUnitFields *self, Entry *entry)
{
  g_autofree char *shown = dup_shown (self->unit, entry->field);

  return !g_str_equal (gtk_editable_get_text (entry->editable), shown);
}

/* Judges all fields together: that more are excused than there are shows only so. */
static gboolean
judge (KsUnitFields *self)
{
  g_autoptr (KsUnitDraft) draft = ks_unit_draft_new_from (self->unit);
  g_autoptr (GError) together = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; i < self->entries->len; i++)
    gtk_widget_set_visible (GTK_WIDGET (get_entry (self, i)->problem), FALSE);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      const KsUnitEdit edit = { entry->field, gtk_editable_get_text (entry->editable) };
      g_autoptr (GError) error = NULL;

      if (ks_unit_draft_set (draft, edit.field, edit.text, &error) && is_typed (self, entry))
        ks_unit_edit_check (&edit, self->last_day, &error);
      show_problem (entry, error != NULL ? error->message : NULL);
      ok = ok && error == NULL;
    }
  if (!ok || ks_unit_draft_check (draft, &together))
    return ok;
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_has_prefix (together->message, ks_unit_field_get_label (get_entry (self, i)->field)))
      show_problem (get_entry (self, i), together->message);
  return FALSE;
}

static gboolean
differs (KsUnitFields *self, Entry *entry, char **text)
{
  g_autoptr (KsUnitDraft) draft = ks_unit_draft_new_from (self->unit);
  g_autofree char *before = ks_unit_dup_text (self->unit, entry->field);

  if (!ks_unit_draft_set (draft, entry->field, gtk_editable_get_text (entry->editable), NULL))
    return FALSE;
  *text = ks_unit_draft_dup_text (draft, entry->field);
  if (!g_str_equal (*text, before))
    return TRUE;
  g_clear_pointer (text, g_free);
  return FALSE;
}

/**
 * ks_unit_fields_flush:
 * @self: the fields
 *
 * Asks now to have saved what was typed, unless something is wrong with it.
 */
void
ks_unit_fields_flush (KsUnitFields *self)
{
  g_autoptr (KsUnit) unit = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->unit == NULL || !judge (self))
    return;
  unit = g_object_ref (self->unit);
  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->entries->len; i++)
    {
      char *text = NULL;

      differs (self, get_entry (self, i), &text);
      g_ptr_array_add (texts, text);
    }
  /* Whoever saves shows the unit anew: what is written then is no longer what was typed. */
  for (guint i = 0; i < texts->len; i++)
    if (texts->pdata[i] != NULL)
      g_signal_emit (self, signals[SIGNAL_SAVE], 0, unit, (guint)get_entry (self, i)->field,
                     texts->pdata[i]);
}

/**
 * ks_unit_fields_is_saved:
 * @self: the fields
 *
 * Returns: whether the unit holds what stands in the fields
 */
gboolean
ks_unit_fields_is_saved (KsUnitFields *self)
{
  for (guint i = 0; self->unit != NULL && i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      g_autofree char *text = NULL;

      if (differs (self, entry, &text)
          || gtk_widget_has_css_class (GTK_WIDGET (entry->editable), "error"))
        return FALSE;
    }
  return TRUE;
}

static gboolean
flush_cb (gpointer data)
{
  KsUnitFields *self = data;

  self->timeout = 0;
  ks_unit_fields_flush (self);
  return G_SOURCE_REMOVE;
}

static void
flush_later (KsUnitFields *self, guint milliseconds)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (milliseconds, flush_cb, self);
}

static void
changed_cb (KsUnitFields *self)
{
  if (!self->filling && self->unit != NULL)
    judge (self);
}

static void
value_changed_cb (KsUnitFields *self)
{
  if (!self->filling && self->unit != NULL)
    flush_later (self, PAUSE_MS);
}

static void
leave_cb (KsUnitFields *self)
{
  if (self->unit != NULL)
    flush_later (self, LEAVE_MS);
}

/* Enter saves; Escape, where something was typed, takes that back and does nothing else. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                KsUnitFields *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->unit == NULL)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      if (GTK_IS_SPIN_BUTTON (widget))
        gtk_spin_button_update (GTK_SPIN_BUTTON (widget));
      ks_unit_fields_flush (self);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);

      if (GTK_WIDGET (entry->editable) == widget && is_typed (self, entry))
        {
          ks_unit_fields_revert (self);
          return GDK_EVENT_STOP;
        }
    }
  return GDK_EVENT_PROPAGATE;
}

/**
 * ks_unit_fields_add:
 * @self: the fields
 * @field: a field
 * @editable: a #GtkEditable that outlives no part of @self: the widget that holds both
 * @problem: says what is wrong with it
 *
 * Adds a field. Ctrl+Z in it is the window's.
 */
void
ks_unit_fields_add (KsUnitFields *self, KsUnitField field, GtkWidget *editable, GtkLabel *problem)
{
  const Entry entry = { field, GTK_EDITABLE (editable), problem };
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_array_append_val (self->entries, entry);
  gtk_editable_set_enable_undo (entry.editable, FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (editable, focus);
  gtk_widget_add_controller (editable, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (editable, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_SPIN_BUTTON (editable))
    g_signal_connect_object (editable, "value-changed", G_CALLBACK (value_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
set_text (Entry *entry, const char *text)
{
  if (g_str_equal (gtk_editable_get_text (entry->editable), text))
    return;
  if (GTK_IS_SPIN_BUTTON (entry->editable))
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (entry->editable), g_ascii_strtod (text, NULL));
  else
    gtk_editable_set_text (entry->editable, text);
}

/* What somebody is typing stays when another field of the same unit is saved. */
static gboolean
is_being_typed (Entry *entry, KsUnit *before, KsUnit *after)
{
  g_autofree char *shown = NULL;

  if (before == NULL || !g_str_equal (ks_unit_get_code (before), ks_unit_get_code (after)))
    return FALSE;
  shown = dup_shown (before, entry->field);
  return !g_str_equal (gtk_editable_get_text (entry->editable), shown)
         && (gtk_widget_has_css_class (GTK_WIDGET (entry->editable), "error")
             || (gtk_widget_get_state_flags (GTK_WIDGET (entry->editable))
                 & GTK_STATE_FLAG_FOCUS_WITHIN)
                    != 0);
}

/**
 * ks_unit_fields_show:
 * @self: the fields
 * @unit: (nullable): the unit to show
 * @last_day: the last day of which staff can be told
 *
 * Shows a unit, or the same one after a change. What was typed for the one before is saved.
 */
void
ks_unit_fields_show (KsUnitFields *self, KsUnit *unit, KsDay last_day)
{
  g_autoptr (KsUnit) before = NULL;

  if (self->unit != NULL
      && (unit == NULL || !g_str_equal (ks_unit_get_code (self->unit), ks_unit_get_code (unit))))
    ks_unit_fields_flush (self);
  before = g_steal_pointer (&self->unit);
  self->unit = unit != NULL ? g_object_ref (unit) : NULL;
  self->last_day = last_day;
  if (unit == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      g_autofree char *shown = dup_shown (unit, entry->field);

      if (!is_being_typed (entry, before, unit))
        set_text (entry, shown);
    }
  self->filling = FALSE;
  judge (self);
}

/**
 * ks_unit_fields_revert:
 * @self: the fields
 *
 * Shows again what the unit holds, whatever was typed.
 */
void
ks_unit_fields_revert (KsUnitFields *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->unit == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *shown = dup_shown (self->unit, get_entry (self, i)->field);

      set_text (get_entry (self, i), shown);
    }
  self->filling = FALSE;
  judge (self);
}

/**
 * ks_unit_fields_ask:
 * @self: the fields
 * @field: a field that is not typed into
 * @text: what it shall hold
 *
 * Asks to have a field saved that is chosen or put together.
 */
void
ks_unit_fields_ask (KsUnitFields *self, KsUnitField field, const char *text)
{
  g_autofree char *before = NULL;

  if (self->unit == NULL || self->filling)
    return;
  before = ks_unit_dup_text (self->unit, field);
  if (!g_str_equal (before, text))
    g_signal_emit (self, signals[SIGNAL_SAVE], 0, self->unit, (guint)field, text);
}
