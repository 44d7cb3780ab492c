/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A boxed list under its title; hidden while it is empty. Property "title". */
#define KS_TYPE_TITLED_LIST (ks_titled_list_get_type ())
G_DECLARE_FINAL_TYPE (KsTitledList, ks_titled_list, KS, TITLED_LIST, GtkBox)

void          ks_titled_list_clear (KsTitledList *self);
void          ks_titled_list_set_note (KsTitledList *self, const char *note);
AdwActionRow *ks_titled_list_add (KsTitledList *self, const char *icon, const char *title,
                                  const char *subtitle, const char *action);

G_END_DECLS
