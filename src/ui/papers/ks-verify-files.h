/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Kiểm tra hồ sơ: asks for a seal and tells what in it is not as it was sealed, in words. */
void ks_verify_files_ask (GtkWidget *widget);
void ks_verify_files_check (GtkWidget *widget, const char *path);

G_END_DECLS
