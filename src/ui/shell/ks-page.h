/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* A page of the work: a widget with its own header bar. The window hands it the campaign, tells
 * it what a verb changed and shows its short state in the sidebar. */
#define KS_TYPE_PAGE (ks_page_get_type ())
G_DECLARE_INTERFACE (KsPage, ks_page, KS, PAGE, GtkWidget)

struct _KsPageInterface {
  GTypeInterface parent;

  /* NULL: the campaign is closed and every reference must be dropped. */
  void  (*set_campaign) (KsPage *self, KsCampaign *campaign);
  /* Something that the page may show has changed. */
  void  (*refresh) (KsPage *self, KsChange change);
  /* Opens a part of the page: a district's code, a unit's code, "waiting". Optional. */
  void  (*show_detail) (KsPage *self, const char *detail);
  /* Saves what stands typed and not saved yet. Optional. FALSE: something cannot be saved. */
  gboolean (*finish_typing) (KsPage *self);
  /* Ctrl+F. Optional. */
  void  (*start_search) (KsPage *self);
};

/* Property of every page: "state" (string), what the sidebar shows beside its name. */

void  ks_page_set_campaign (KsPage *self, KsCampaign *campaign);
void  ks_page_refresh (KsPage *self, KsChange change);
void  ks_page_show_detail (KsPage *self, const char *detail);
gboolean ks_page_finish_typing (KsPage *self);
void  ks_page_start_search (KsPage *self);
char *ks_page_dup_state (KsPage *self);
void ks_page_add_key (KsPage *self, guint key, GdkModifierType state, const char *action);

G_END_DECLS
