/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-shell.h"
#include "ks-side-box.h"

G_BEGIN_DECLS

/* A window that looks at files in a thread, shows what they are and what they would change, asks
 * what it cannot know, and commits all of it in one step. What the thread works on is the task,
 * which thread and window hold at once: the window reads it only while no work is done.
 *
 * Children, by the property of that name: "view", what was found; "question" (optional), what has
 * to be asked before. "refusal" heads the page that tells why nothing was taken. Signal
 * "finished": nothing more comes from it: it was left, or the commit it began has ended. */
#define KS_TYPE_ASSISTANT (ks_assistant_get_type ())
G_DECLARE_DERIVABLE_TYPE (KsAssistant, ks_assistant, KS, ASSISTANT, AdwWindow)

struct _KsAssistantClass
{
  AdwWindowClass parent_class;

  gpointer (*ref_task) (gpointer task);
  void (*unref_task) (gpointer task);
  KsOutcome *(*steal_outcome) (gpointer task); /* (transfer full) (nullable) */
  KsJobFunc commit;
  const char *page; /* of the shell, where what was taken in is seen */

  void (*show) (KsAssistant *self); /* fills the view, after work was done */
  gboolean (*ask) (KsAssistant *self); /* optional: shows a question in place of the error */
  void (*confirm) (KsAssistant *self); /* optional: asks what is needed, then commits */
};

void ks_assistant_set_task (KsAssistant *self, KsShell *shell, gpointer task, const char *name);
void ks_assistant_set_side_box (KsAssistant *self, KsSideBox *side_box);
void ks_assistant_begin (KsAssistant *self, KsJobFunc func);
gboolean ks_assistant_is_working (KsAssistant *self);
void ks_assistant_work (KsAssistant *self, KsJobFunc func);
void ks_assistant_offer (KsAssistant *self, const char *verb, gboolean ready);
void ks_assistant_commit (KsAssistant *self);

G_END_DECLS
