/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What came of a call: a button for each answer, with the key that gives it after G. The buttons are
 * "page.log-call" (int32 KsCallOutcome). */
#define KS_TYPE_DAY_KEYS (ks_day_keys_get_type ())
G_DECLARE_FINAL_TYPE (KsDayKeys, ks_day_keys, KS, DAY_KEYS, GtkBox)

void ks_day_keys_set_armed (KsDayKeys *self, gboolean armed);

G_END_DECLS
