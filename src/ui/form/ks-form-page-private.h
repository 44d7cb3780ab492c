/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form-outline.h"
#include "ks-form-page.h"
#include "ks-form-phone.h"
#include "ks-question-pane.h"
#include "ks-save-form.h"

G_BEGIN_DECLS

struct _KsFormPage
{
  GtkBox parent_instance;

  KsCampaign *campaign;
  KsForm *form;
  KsFormUse *use;
  char *unit; /* what the preview says of the unit */
  gboolean stale;

  GtkWidget *window_title;
  GtkWidget *summary;
  GtkWidget *badge;
  GtkWidget *use_bar;
  GtkWidget *use_label;
  GtkWidget *stack;
  GtkWidget *preview_box;
  GtkWidget *side_box;
  GtkWidget *search;
  GtkWidget *outline;
  GtkWidget *pane;
  GtkWidget *phone;
};

KsEditLevel    ks_form_page_get_level (KsFormPage *self);
void           ks_form_page_save (KsFormPage *self, KsFormBuilder *builder, char *message,
                                  const char *select);
void           ks_form_page_install_actions (GtkWidgetClass *widget_class);
void           ks_form_page_install_file_actions (GtkWidgetClass *widget_class);
void           ks_form_page_install_keys (KsFormPage *self);
void           ks_form_page_update_actions (KsFormPage *self);

G_END_DECLS
