/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-text-field.h"

struct _KsTextField
{
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *view;
  GtkWidget *measure; /* the same text as a label: a text view does not know its height before */
  char *text; /* what is known to be saved */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_TITLE = 1,
} KsTextFieldProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (KsTextField, ks_text_field, GTK_TYPE_BOX)

static void
commit (KsTextField *self)
{
  g_autofree char *text = ks_text_field_dup_text (self);

  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
leave_cb (KsTextField *self)
{
  commit (self);
}

/* A question is one paragraph: Enter says that it is done. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        KsTextField *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  commit (self);
  return TRUE;
}

static void
ks_text_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsTextField *self = KS_TEXT_FIELD (object);

  switch ((KsTextFieldProperty)id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->title)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_text_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsTextField *self = KS_TEXT_FIELD (object);
  const char *title = g_value_get_string (value);

  switch ((KsTextFieldProperty)id)
    {
    case PROP_TITLE:
      gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (GTK_LABEL (self->title)), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_text_field_finalize (GObject *object)
{
  g_free (KS_TEXT_FIELD (object)->text);
  G_OBJECT_CLASS (ks_text_field_parent_class)->finalize (object);
}

static gboolean
ks_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KS_TEXT_FIELD (widget)->view);
}

static void
ks_text_field_class_init (KsTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ks_text_field_get_property;
  object_class->set_property = ks_text_field_set_property;
  object_class->finalize = ks_text_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = ks_text_field_grab_focus;
  properties[PROP_TITLE] = g_param_spec_string (
      "title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
changed_cb (KsTextField *self)
{
  g_autofree char *text = ks_text_field_dup_text (self);

  gtk_label_set_text (GTK_LABEL (self->measure), *text != '\0' ? text : " ");
}

static GtkWidget *
create_measure (KsTextField *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", " ", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_opacity (label, 0);
  gtk_widget_add_css_class (label, "measure");
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return label;
}

static void
ks_text_field_init (KsTextField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *overlay = gtk_overlay_new ();

  self->title = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "field-title");
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "text-field");
  gtk_widget_set_hexpand (card, TRUE);
  gtk_box_append (GTK_BOX (card), self->title);
  self->measure = create_measure (self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->measure);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->view);
  gtk_box_append (GTK_BOX (card), overlay);
  gtk_box_append (GTK_BOX (self), card);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->view, keys);
}

/**
 * ks_text_field_set_text:
 * @self: the field
 * @text: what is saved
 *
 * Text that is there already stays as it is, with its cursor.
 */
void
ks_text_field_set_text (KsTextField *self, const char *text)
{
  g_autofree char *shown = ks_text_field_dup_text (self);

  g_free (self->text);
  self->text = g_strdup (text);
  if (g_strcmp0 (shown, text) != 0)
    ks_text_field_type (self, text);
}

/**
 * ks_text_field_dup_text:
 * @self: the field
 *
 * Returns: (transfer full): what it shows
 */
char *
ks_text_field_dup_text (KsTextField *self)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "text", &text, NULL);
  return text;
}

/**
 * ks_text_field_set_editable:
 * @self: the field
 * @editable: whether it may be changed
 */
void
ks_text_field_set_editable (KsTextField *self, gboolean editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
}

/**
 * ks_text_field_type:
 * @self: the field
 * @text: what somebody typed, without leaving it
 */
void
ks_text_field_type (KsTextField *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
}

/**
 * ks_text_field_select_all:
 * @self: the field
 *
 * Selects the whole text: what is typed next stands instead of it.
 */
void
ks_text_field_select_all (KsTextField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
}
