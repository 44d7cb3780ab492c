/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-settings-dialog.h"

#include "ks-confirm-form.h"
#include "ks-confirm.h"
#include "ks-i18n.h"
#include "ks-verb-task.h"

typedef struct
{
  GtkWidget *widget;
  GtkCheckButton *no_identity;
  GtkCheckButton *prefilled;
} Asking;

static gboolean
confirm_form (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  return ks_confirm_form (campaign, (KsFormSettings)GPOINTER_TO_UINT (data), outcome, error);
}

static void
confirmed_cb (gpointer data)
{
  Asking *asking = data;
  guint settings = 0;

  if (gtk_check_button_get_active (asking->no_identity))
    settings |= KS_FORM_SETTING_NO_IDENTITY;
  if (gtk_check_button_get_active (asking->prefilled))
    settings |= KS_FORM_SETTING_PREFILLED;
  ks_verb_task_run (asking->widget, _ ("Keeping how the form is set"), confirm_form,
                    GUINT_TO_POINTER (settings), NULL);
}

static GtkCheckButton *
add_check (GtkWidget *box, const char *words, gboolean active)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_box_append (GTK_BOX (box), check);
  return GTK_CHECK_BUTTON (check);
}

/**
 * ks_form_settings_dialog_ask:
 * @widget: a widget of the window to ask in
 * @campaign: its campaign
 *
 * Asks what an officer saw of the form.
 */
void
ks_form_settings_dialog_ask (GtkWidget *widget, KsCampaign *campaign)
{
  KsFormSettings settings = ks_get_form_settings (campaign);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  Asking *asking = g_new0 (Asking, 1);
  const KsConfirm question = {
    .heading = _ ("How Is the Form Set?"),
    .body = _ ("Open the form at its service and look: the program cannot see it."),
    .verb = _ ("_Confirm"),
    .extra = box,
  };

  asking->widget = widget;
  asking->no_identity = add_check (box, _ ("The form collects no e-mail and asks for no sign-in"),
                                   (settings & KS_FORM_SETTING_NO_IDENTITY) != 0);
  asking->prefilled = add_check (box, _ ("The link opens it with the unit filled in"),
                                 (settings & KS_FORM_SETTING_PREFILLED) != 0);
  ks_confirm_ask (widget, &question, confirmed_cb, asking, g_free);
}
