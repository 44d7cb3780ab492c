/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A few words in capitals that qualify everything around them: SỐ LIỆU MÔ PHỎNG and PHIẾU DÙNG
 * TẠM stand on a ground, SỐ LIỆU SƠ BỘ in a ring, so that they differ in grey too.
 * Properties: "label"; "ring". */
#define KS_TYPE_BADGE (ks_badge_get_type ())
G_DECLARE_FINAL_TYPE (KsBadge, ks_badge, KS, BADGE, GtkWidget)

GtkWidget *ks_badge_new (const char *label, gboolean ring);
void ks_badge_set_label (KsBadge *self, const char *label);

G_END_DECLS
