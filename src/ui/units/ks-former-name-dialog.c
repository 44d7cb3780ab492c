/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-former-name-dialog.h"

#include <string.h>

#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-text.h"

enum
{
  TEXT_NAME,
  TEXT_DAY,
  TEXT_DISTRICT,
  N_TEXTS,
};

typedef struct
{
  KsFormerNameFunc func;
  GWeakRef object;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_weak_ref_clear (&request->object);
  g_free (request);
}

static char *
check (const char *const *texts, gpointer data)
{
  g_autofree char *name = ks_text_clean (texts[TEXT_NAME]);
  KsDay day;

  if (*name == '\0')
    return g_strdup (_ ("Write the name in full."));
  if (strpbrk (name, "|;") != NULL || strpbrk (texts[TEXT_DISTRICT], "|;") != NULL)
    return g_strdup (_ ("Write one name, without | and ;"));
  if (*texts[TEXT_DAY] != '\0' && !ks_day_read (texts[TEXT_DAY], &day))
    return g_strdup (_ ("Write the day like 01/4/2024."));
  return NULL;
}

static void
given (const char *const *texts, gpointer data)
{
  Request *request = data;
  g_autofree char *name = ks_text_clean (texts[TEXT_NAME]);
  g_autofree char *district = ks_text_clean (texts[TEXT_DISTRICT]);
  g_autoptr (GObject) object = g_weak_ref_get (&request->object);
  KsDay day = KS_DAY_NONE;
  KsFormerName *former;

  if (object == NULL)
    return;
  ks_day_read (texts[TEXT_DAY], &day);
  former = ks_former_name_new (name, district, day);
  request->func (former, object);
  ks_former_name_free (former);
}

/**
 * ks_former_name_dialog_ask:
 * @widget: a widget of the window to ask in
 * @func: gets the name
 * @object: (type GObject): for @func, which is not called any more once it is gone
 *
 * Asks how a unit was or is called besides.
 */
void
ks_former_name_dialog_ask (GtkWidget *widget, KsFormerNameFunc func, gpointer object)
{
  Request *request = g_new0 (Request, 1);
  KsEntryQuestion question = {
    .heading = _ ("Former or Other Name"),
    .body = _ ("Lists that still use it are matched by it. Leave the day empty if the name is "
               "still used."),
    .verb = _ ("_Add"),
    .n_entries = N_TEXTS,
    .entries = { [TEXT_NAME] = { _ ("Name in full"), NULL },
                 [TEXT_DAY] = { _ ("Held until the day"), NULL },
                 [TEXT_DISTRICT] = { _ ("District of that time"), NULL } },
  };

  request->func = func;
  g_weak_ref_init (&request->object, object);
  ks_entry_dialog_ask (widget, &question, check, given, request, free_request);
}
