/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-import-view.h"

G_BEGIN_DECLS

struct _KsImportView
{
  AdwBin parent_instance;

  GtkWidget *side_box;
  GtkWidget *facts;
  GtkWidget *changes;
  GtkWidget *known_note;
  GtkWidget *files_group;
  GtkWidget *files;
  GtkWidget *notes;
  GtkWidget *sheet_drop_down;
  GtkWidget *columns_title;
  GtkWidget *date_note;
  GtkWidget *table;
  GtkColumnViewColumn *number_column;
  GtkColumnViewColumn *header_column;
  GtkColumnViewColumn *role_column;
  GtkColumnViewColumn *sample_column;
  GtkColumnViewColumn *grounds_column;
  GtkWidget *questions_box;
  GtkWidget *questions_list;

  GPtrArray *plans; /* of KsImportPlan */
  GPtrArray *names; /* of char *: the files */
  GPtrArray *groups; /* of KsImportGroup: files that are asked about together */
  KsForm *form;
  GPtrArray *recipes;   /* of KsRecipe: takes the answers */
  GPtrArray *questions; /* of GPtrArray of KsImportQuestion: those of each group */
  char *refusal;        /* why the last answer was not taken, or NULL */
};

/* In ks-import-view-ask.c: */
void ks_import_view_offer_roles (KsImportView *self);
void ks_import_view_ask (KsImportView *self, KsCampaign *campaign);

G_END_DECLS
