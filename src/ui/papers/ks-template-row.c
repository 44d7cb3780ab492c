/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-template-row.h"

#include <string.h>

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-icon-button.h"
#include "ks-paper-template.h"
#include "ks-platform.h"

struct _KsTemplateRow
{
  AdwActionRow parent_instance;
  KsPaperKind kind;
  KsForm *form;
  char *body; /* NULL: the program's own */
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (KsTemplateRow, ks_template_row, ADW_TYPE_ACTION_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ks_template_row_finalize (GObject *object)
{
  g_free (KS_TEMPLATE_ROW (object)->body);
  g_object_unref (KS_TEMPLATE_ROW (object)->form);
  G_OBJECT_CLASS (ks_template_row_parent_class)->finalize (object);
}

static void
ks_template_row_class_init (KsTemplateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_template_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_TEMPLATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ks_template_row_init (KsTemplateRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Template"));
}

static void
show_body (KsTemplateRow *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->body != NULL
                                                          ? _ ("The office’s own")
                                                          : _ ("As the program brings it"));
  gtk_widget_set_sensitive (self->back, self->body != NULL);
}

static void
show_fault (KsTemplateRow *self, const GError *error)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), error->message);
}

static void
set_body (KsTemplateRow *self, char *body)
{
  g_free (self->body);
  self->body = body;
  show_body (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static char *
read_file (const char *path, GError **error)
{
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  if (g_utf8_validate (text, -1, NULL))
    return text;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("The file is no text in UTF-8: save it so and load it again."));
  g_free (text);
  return NULL;
}

/**
 * ks_template_row_load:
 * @self: a row
 * @path: a template of the office
 *
 * Takes a template from a file, or says what is wrong with it.
 */
void
ks_template_row_load (KsTemplateRow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPaperTemplate) template = NULL;
  g_autofree char *name = g_path_get_basename (path);
  char *text;

  g_return_if_fail (KS_IS_TEMPLATE_ROW (self));

  text = read_file (path, &error);
  template = text != NULL ? ks_paper_template_new (self->kind, text, name, self->form, &error)
                          : NULL;
  if (template != NULL)
    set_body (self, text);
  else
    {
      show_fault (self, error);
      g_free (text);
    }
}

static void
load_cb (GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    ks_template_row_load (data, path);
}

static void
choose_load_cb (KsTemplateRow *self)
{
  ks_file_dialog_open (GTK_WIDGET (self), _ ("Load a Template"), _ ("Text files"), ".txt", load_cb,
                       self);
}

static void
save_cb (GFile *file, gpointer data)
{
  KsTemplateRow *self = data;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *own = self->body == NULL ? ks_paper_template_dup_text (self->kind) : NULL;
  const char *text = own != NULL ? own : self->body;
  g_autoptr (GError) error = NULL;

  if (path != NULL && !ks_file_write (path, text, strlen (text), &error))
    show_fault (self, error);
}

static void
choose_save_cb (KsTemplateRow *self)
{
  g_autofree char *name = g_strconcat (ks_paper_kind_get_id (self->kind), ".txt", NULL);

  ks_file_dialog_save (GTK_WIDGET (self), _ ("Save the Template"), name, _ ("Text files"), ".txt",
                       save_cb, self);
}

static void
go_back_cb (KsTemplateRow *self)
{
  set_body (self, NULL);
}

static GtkWidget *
add_button (KsTemplateRow *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = ks_icon_button_new (icon, label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

/**
 * ks_template_row_new:
 * @kind: a paper that is made from a template
 * @form: of the campaign: its questions are fields
 * @body: (nullable): the office's template; %NULL: the program's
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ks_template_row_new (KsPaperKind kind, KsForm *form, const char *body)
{
  KsTemplateRow *self = g_object_new (KS_TYPE_TEMPLATE_ROW, NULL);

  self->kind = kind;
  self->form = g_object_ref (form);
  self->body = g_strdup (body);
  add_button (self, "document-save-symbolic", _ ("Save the Template"), G_CALLBACK (choose_save_cb));
  add_button (self, "document-open-symbolic", _ ("Load a Template"), G_CALLBACK (choose_load_cb));
  self->back = add_button (self, "edit-undo-symbolic", _ ("Back to the Program’s Template"),
                           G_CALLBACK (go_back_cb));
  show_body (self);
  return GTK_WIDGET (self);
}

/**
 * ks_template_row_get_body:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the office's template; %NULL: the program's
 */
const char *
ks_template_row_get_body (KsTemplateRow *self)
{
  g_return_val_if_fail (KS_IS_TEMPLATE_ROW (self), NULL);

  return self->body;
}
