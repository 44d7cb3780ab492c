/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-preview.h"

G_BEGIN_DECLS

/* From a size to the next larger one. */
#define KS_PREVIEW_STEP 1.25

struct _KsPreview
{
  GtkWidget parent_instance;

  KsPages *pages;
  guint page;
  double zoom;
  gboolean narrow;
  double margin_mm;

  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *scrolled;
  GtkWidget *frame;
  GtkWidget *sheet;
  GtkWidget *paper;
  GtkWidget *note;
  GtkWidget *note_title;
  GtkWidget *note_text;
  GtkWidget *note_state;
  GtkWidget *first_button;
  GtkWidget *last_button;
  GtkWidget *place;
  GtkWidget *search;
  GtkWidget *zoom_button;
  GtkWidget *margin_button;
};

guint  ks_preview_count_pages (KsPreview *self);
double ks_preview_get_scale (KsPreview *self);
void   ks_preview_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
