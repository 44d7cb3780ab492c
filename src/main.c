/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-application.h"
#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-settings.h"

int
main (int argc, char **argv)
{
  g_autofree char *language = ks_settings_dup_language ();
  g_autoptr (KsApplication) application = NULL;

  /* The locale is ours to set: numbers must read the same everywhere. */
  gtk_disable_setlocale ();
  ks_platform_init ();
  ks_locale_init (language);
  /* GTK would set the locale anew, with the decimal comma of some of them. */
  gtk_disable_setlocale ();
  g_set_application_name (_ ("Khảo Sát"));
  application = ks_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
