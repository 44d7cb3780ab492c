/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-finding.h"

G_BEGIN_DECLS

/* What is decided, before its reason and unit are known. */
typedef struct
{
  KsDecision decision;
  GArray *findings; /* of gint64: of which findings; or NULL */
  GArray *rows;     /* of gint64: of which sheets; or NULL */
  GArray *left_out; /* of gint64: sheets of the findings that stay as they are; or NULL */
  gint64 n_sheets;  /* so many sheets are meant; 0: only figures */
} KsDecideQuestion;

/* Asks for the reason of a decision, and for the unit of a move; then decides. */
void ks_decide_dialog_ask (GtkWidget *widget, const KsDecideQuestion *question);

G_END_DECLS
