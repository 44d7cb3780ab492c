/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-staff-reason.h"

#include "ks-entry-dialog.h"
#include "ks-i18n.h"

typedef struct
{
  KsReasonFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  request->destroy (request->data);
  g_free (request);
}

static char *
check_reason (const char *const *texts, gpointer data)
{
  g_autofree char *reason = g_strstrip (g_strdup (texts[0]));

  return *reason == '\0' ? g_strdup (_ ("Write a reason.")) : NULL;
}

static void
reason_given (const char *const *texts, gpointer data)
{
  Request *request = data;
  g_autofree char *reason = g_strstrip (g_strdup (texts[0]));

  request->func (reason, request->data);
}

/**
 * ks_staff_reason_ask:
 * @widget: a widget of the window to ask in
 * @body: why a reason is needed
 * @func: gets the reason, which is not empty
 * @data: for @func
 * @destroy: frees @data, also where somebody left
 *
 * Asks why the staff changes after answers came in.
 */
void
ks_staff_reason_ask (GtkWidget *widget, const char *body, KsReasonFunc func, gpointer data,
                     GDestroyNotify destroy)
{
  const Request request = { func, data, destroy };
  const KsEntryQuestion question = {
    .heading = _ ("Why Does the Staff Change?"),
    .body = body,
    .verb = _ ("_Change"),
    .n_entries = 1,
    .entries = { { _ ("Reason"), NULL } },
  };

  ks_entry_dialog_ask (widget, &question, check_reason, reason_given,
                       g_memdup2 (&request, sizeof request), free_request);
}
