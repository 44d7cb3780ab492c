/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-shortlist.h"

G_BEGIN_DECLS

/* What a proposal says of somebody: name, post, unit, merits, form, note, reason. Signal "done": the
 * person pressed the button; ks_nominee_window_dup_nominee() tells what was filled in. */
#define KS_TYPE_NOMINEE_WINDOW (ks_nominee_window_get_type ())
G_DECLARE_FINAL_TYPE (KsNomineeWindow, ks_nominee_window, KS, NOMINEE_WINDOW, AdwWindow)

GtkWidget *ks_nominee_window_new (GtkWindow *parent, KsCampaign *campaign, KsShortlist *list,
                                  const KsNominee *nominee, const char *verb);
KsNominee *ks_nominee_window_dup_nominee (KsNomineeWindow *self);

G_END_DECLS
