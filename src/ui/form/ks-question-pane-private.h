/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-question-pane.h"

G_BEGIN_DECLS

/* The seam between what the pane shows and what it takes from it. */
typedef enum
{
  KIND_SCALE,
  KIND_SINGLE,
  KIND_MULTI,
  KIND_TEXT,
} KsPaneKind;

struct _KsQuestionPane
{
  GtkBox parent_instance;

  GtkWidget *name;
  GtkWidget *close;
  GtkWidget *problem;
  GtkWidget *text;
  GtkWidget *short_text;
  GtkWidget *notice;
  GtkWidget *unit;
  GtkWidget *kind_group;
  GtkWidget *kind;
  GtkWidget *scale;
  GtkWidget *level_title;
  GtkWidget *levels;
  GtkWidget *flags;
  GtkWidget *key;
  GtkWidget *sensitive;
  GtkWidget *basis;
  GtkWidget *note;

  KsForm *form;
  KsFormItem *item;
  gboolean filling;
  guint idle; /* a choice in a row is about to be told */
};

const KsQuestion *ks_question_pane_get_question (KsQuestionPane *self);
KsPaneKind ks_question_pane_get_kind (const KsQuestion *question);

G_END_DECLS
