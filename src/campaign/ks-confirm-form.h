/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

/* Settings of the form at its service, which the program cannot see: an officer says so. */
typedef enum {
  KS_FORM_SETTING_NO_IDENTITY = 1 << 0,  /* no e-mail is collected, no sign-in asked for */
  KS_FORM_SETTING_PREFILLED = 1 << 1,    /* the link fills in the unit */
} KsFormSettings;
#define KS_FORM_SETTINGS_ALL ((1 << 2) - 1)

gboolean       ks_confirm_form (KsCampaign *campaign, KsFormSettings settings, KsOutcome **outcome,
                                GError **error);
KsFormSettings ks_get_form_settings (KsCampaign *campaign);

G_END_DECLS
