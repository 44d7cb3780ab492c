/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-remind-window.h"

#include "ks-confirm.h"
#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-wrap-layout.h"

/* A moment without a key: the text need not follow every letter. */
#define PAUSE_MS 150

struct _KsRemindWindow
{
  AdwWindow parent_instance;

  GtkWidget *problem;
  GtkWidget *to_district;
  GtkWidget *to_province;
  GtkWidget *view;
  GtkWidget *fields;
  GtkWidget *place;
  GtkWidget *parts;

  KsShell *shell; /* the window's parent, which outlives it */
  KsCampaign *campaign;
  KsDayFigures *figures;
  KsRemindWords *words;
  GtkTextBuffer *buffers[KS_N_REMIND_TO];
  guint timeout;
};

G_DEFINE_FINAL_TYPE (KsRemindWindow, ks_remind_window, ADW_TYPE_WINDOW)

static void
ks_remind_window_dispose (GObject *object)
{
  KsRemindWindow *self = KS_REMIND_WINDOW (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    if (self->buffers[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->buffers[i], self);
  G_OBJECT_CLASS (ks_remind_window_parent_class)->dispose (object);
}

static void
ks_remind_window_finalize (GObject *object)
{
  KsRemindWindow *self = KS_REMIND_WINDOW (object);

  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    g_clear_object (&self->buffers[i]);
  g_clear_pointer (&self->words, ks_remind_words_free);
  g_clear_object (&self->figures);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_remind_window_parent_class)->finalize (object);
}

static KsRemindTo
get_addressee (KsRemindWindow *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->to_province))
             ? KS_REMIND_TO_PROVINCE
             : KS_REMIND_TO_DISTRICT;
}

static char *
dup_typed (KsRemindWindow *self, KsRemindTo to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffers[to], &start, &end);
  return gtk_text_buffer_get_text (self->buffers[to], &start, &end, FALSE);
}

static void
show_problem (KsRemindWindow *self, const GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->problem), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, error != NULL);
}

static GtkWidget *
make_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_css_classes (label, (const char **)classes);
  return label;
}

static void
add_part (KsRemindWindow *self, const char *text, guint number, guint n_parts)
{
  static const char *const caption[] = { "caption", "secondary", NULL };
  static const char *const message[] = { "card", "message", NULL };
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *count = ks_format_count (length);
  g_autofree char *size = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s character", "%s characters", (gulong)length), count);
  g_autofree char *title
      = n_parts > 1 ? g_strdup_printf (_ ("Message %u of %u: %s"), number, n_parts, size) : NULL;
  GtkWidget *label = make_label (text, message);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (self->parts), make_label (title != NULL ? title : size, caption));
  gtk_box_append (GTK_BOX (self->parts), label);
}

static void
show_parts (KsRemindWindow *self, char **parts)
{
  GtkWidget *child;
  guint n_parts = g_strv_length (parts);

  while ((child = gtk_widget_get_first_child (self->parts)) != NULL)
    gtk_box_remove (GTK_BOX (self->parts), child);
  for (guint i = 0; i < n_parts; i++)
    add_part (self, parts[i], i + 1, n_parts);
}

static const char *
get_place (KsRemindWindow *self)
{
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (self->figures, &n_districts);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->place));

  return get_addressee (self) == KS_REMIND_TO_DISTRICT && chosen < n_districts
             ? districts[chosen].code
             : "";
}

/* Whether both texts can be kept; the first fault of the one that is shown goes to @error. */
static gboolean
check_texts (KsRemindWindow *self, GError **error)
{
  KsRemindTo shown = get_addressee (self);

  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    {
      KsRemindTo to = i == 0 ? shown : shown == KS_REMIND_TO_DISTRICT ? KS_REMIND_TO_PROVINCE
                                                                      : KS_REMIND_TO_DISTRICT;
      g_autofree char *typed = dup_typed (self, to);
      g_autofree char *clean = ks_remind_template_clean (typed, error);

      if (clean == NULL)
        return FALSE;
    }
  return TRUE;
}

/* What was said last stands while something is typed that cannot be said. */
static void
show_text (KsRemindWindow *self)
{
  g_autofree char *typed = dup_typed (self, get_addressee (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = ks_remind_template_clean (typed, &error);
  g_auto (GStrv) parts = clean != NULL ? ks_remind_dup_parts (self->words, self->figures,
                                                              get_place (self), clean, &error)
                                       : NULL;

  if (parts != NULL)
    {
      show_parts (self, parts);
      check_texts (self, &error);
    }
  show_problem (self, error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "remind.save", error == NULL);
}

static gboolean
pause_over_cb (gpointer data)
{
  KsRemindWindow *self = data;

  self->timeout = 0;
  show_text (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (KsRemindWindow *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

static void
addressee_changed_cb (KsRemindWindow *self)
{
  KsRemindTo to = get_addressee (self);

  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), self->buffers[to]);
  gtk_widget_set_visible (self->place, to == KS_REMIND_TO_DISTRICT);
  show_text (self);
}

static void
insert_field_cb (KsRemindWindow *self, GtkWidget *button)
{
  GtkTextBuffer *buffer = self->buffers[get_addressee (self)];

  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, gtk_button_get_label (GTK_BUTTON (button)), -1);
  gtk_widget_grab_focus (self->view);
}

static void
reset_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsRemindWindow *self = KS_REMIND_WINDOW (widget);
  KsRemindTo to = get_addressee (self);
  GtkTextIter start, end;

  /* As one step that Ctrl+Z takes back. */
  gtk_text_buffer_begin_user_action (self->buffers[to]);
  gtk_text_buffer_get_bounds (self->buffers[to], &start, &end);
  gtk_text_buffer_delete (self->buffers[to], &start, &end);
  gtk_text_buffer_insert (self->buffers[to], &start, ks_remind_get_default (to), -1);
  gtk_text_buffer_end_user_action (self->buffers[to]);
}

/* A buffer knows whether something was typed into it, and not taken back. */
static gboolean
is_unsaved (KsRemindWindow *self)
{
  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    if (gtk_text_buffer_get_modified (self->buffers[i]))
      return TRUE;
  return FALSE;
}

static void
discard (GtkWindow *window, const char *action)
{
  KsRemindWindow *self = KS_REMIND_WINDOW (window);

  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    gtk_text_buffer_set_modified (self->buffers[i], FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static gboolean
ks_remind_window_close_request (GtkWindow *window)
{
  KsRemindWindow *self = KS_REMIND_WINDOW (window);

  if (!is_unsaved (self))
    return GTK_WINDOW_CLASS (ks_remind_window_parent_class)->close_request (window);
  if (!ks_confirm_is_asking (window))
    ks_confirm_discard (window, _ ("What was typed is not saved."), "window.close", discard);
  return TRUE;
}

static gboolean
save_text (KsRemindWindow *self, KsRemindTo to, GError **error)
{
  g_autofree char *typed = dup_typed (self, to);
  KsOutcome *outcome = NULL;

  if (!gtk_text_buffer_get_modified (self->buffers[to]))
    return TRUE;
  if (!ks_set_remind_template (self->campaign, to, typed, &outcome, error))
    return FALSE;
  if (outcome != NULL)
    ks_shell_show_outcome (self->shell, outcome);
  gtk_text_buffer_set_modified (self->buffers[to], FALSE);
  return TRUE;
}

static void
save (gpointer data)
{
  KsRemindWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (save_text (self, KS_REMIND_TO_DISTRICT, &error)
      && save_text (self, KS_REMIND_TO_PROVINCE, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, error);
}

/* The pause after the last key may not be over. */
static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsRemindWindow *self = KS_REMIND_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (check_texts (self, &error))
    ks_shell_with_officer (self->shell, save, g_object_ref (self), g_object_unref);
  else
    show_problem (self, error);
}

static void
ks_remind_window_class_init (KsRemindWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_remind_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ks_remind_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ks_remind_window_close_request;

  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/day/ks-remind-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsRemindWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, KsRemindWindow, to_district);
  gtk_widget_class_bind_template_child (widget_class, KsRemindWindow, to_province);
  gtk_widget_class_bind_template_child (widget_class, KsRemindWindow, view);
  gtk_widget_class_bind_template_child (widget_class, KsRemindWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, KsRemindWindow, place);
  gtk_widget_class_bind_template_child (widget_class, KsRemindWindow, parts);
  gtk_widget_class_install_action (widget_class, "remind.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "remind.reset", NULL, reset_action_cb);
}

static void
add_field (KsRemindWindow *self, KsRemindField field)
{
  g_autofree char *label = g_strdup_printf ("{%s}", ks_remind_field_get_name (field));
  g_autofree char *name = g_strdup_printf (_ ("Insert %s: %s"), label,
                                           ks_remind_field_get_label (field));
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, ks_remind_field_get_label (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (insert_field_cb), self);
  gtk_box_append (GTK_BOX (self->fields), button);
}

static void
ks_remind_window_init (KsRemindWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < KS_N_REMIND_FIELDS; i++)
    add_field (self, (KsRemindField)i);
}

static void
fill_places (KsRemindWindow *self, const char *district)
{
  guint n_districts, chosen = 0;
  const KsDayDistrict *districts = ks_day_figures_get_districts (self->figures, &n_districts);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_districts; i++)
    {
      gtk_string_list_append (names,
                              *districts[i].name != '\0'
                                  ? districts[i].name
                                  : ks_day_figures_get_province (self->figures)->name);
      if (g_str_equal (districts[i].code, district))
        chosen = i;
    }
  gtk_drop_down_set_expression (
      GTK_DROP_DOWN (self->place),
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->place), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->place), chosen);
  g_object_unref (names);
}

static void
fill_buffers (KsRemindWindow *self)
{
  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    {
      self->buffers[i] = gtk_text_buffer_new (NULL);
      gtk_text_buffer_begin_irreversible_action (self->buffers[i]);
      gtk_text_buffer_set_text (self->buffers[i], ks_remind_words_get (self->words, (KsRemindTo)i),
                                -1);
      gtk_text_buffer_end_irreversible_action (self->buffers[i]);
      gtk_text_buffer_set_modified (self->buffers[i], FALSE);
      g_signal_connect_swapped (self->buffers[i], "changed", G_CALLBACK (changed_cb), self);
    }
}

static void
connect_choices (KsRemindWindow *self)
{
  g_signal_connect_object (self->to_province, "toggled", G_CALLBACK (addressee_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place, "notify::selected", G_CALLBACK (show_text), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ks_remind_window_present:
 * @shell: the window around
 * @campaign: whose texts they are
 * @figures: what the texts are shown with
 * @district: code of the district that is shown; empty: the text of the province
 *
 * Lets an officer word the texts for groups, with what they say beside them.
 *
 * Returns: (transfer none) (nullable): the window; %NULL if the texts cannot be read
 */
GtkWindow *
ks_remind_window_present (KsShell *shell, KsCampaign *campaign, KsDayFigures *figures,
                          const char *district)
{
  g_autoptr (GError) error = NULL;
  KsRemindWords *words = ks_remind_words_load (campaign, KS_MOMENT_NONE, &error);
  KsRemindWindow *self;

  if (words == NULL)
    {
      ks_shell_show_error (shell, error);
      return NULL;
    }
  self = g_object_new (KS_TYPE_REMIND_WINDOW, "transient-for", shell, NULL);
  self->shell = shell;
  self->campaign = g_object_ref (campaign);
  self->figures = g_object_ref (figures);
  self->words = words;
  fill_buffers (self);
  fill_places (self, district);
  connect_choices (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->to_province), *district == '\0');
  addressee_changed_cb (self);
  ks_escape_closes (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}
