/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-actionable.h"

/**
 * ks_actionable_set_action:
 * @actionable: a button, a row
 * @action: a detailed action, as `page.show(('units', ''))`; well formed
 *
 * Does what gtk_actionable_set_detailed_action_name() does, but sets the target before the name:
 * GTK complains of an action that has lost its target for a moment.
 */
void
ks_actionable_set_action (GtkActionable *actionable, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, &error))
    g_error ("%s", error->message);
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
}
