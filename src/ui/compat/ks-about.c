/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-about.h"

#include <adwaita.h>

#include "ks-config.h"
#include "ks-i18n.h"

/**
 * ks_about_present:
 * @parent: the window that was asked
 *
 * Says what the program is.
 */
void
ks_about_present (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", "Khảo Sát", "application-icon", KS_APP_ID,
                         "version", KS_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
                         "developer-name", _ ("The Khảo Sát authors"), "comments",
                         _ ("Runs a one-day survey of commune officials: QR codes, answers, "
                            "results, commendation. It opens no network connection."),
                         NULL);
}
