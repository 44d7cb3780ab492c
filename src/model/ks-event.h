/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-unit.h"

G_BEGIN_DECLS

typedef enum {
  KS_EVENT_NEW,    /* none → one */
  KS_EVENT_MERGE,  /* several → one */
  KS_EVENT_SPLIT,  /* one → several */
  KS_EVENT_RENAME, /* one → one with another name, kind or code */
  KS_EVENT_MOVE,   /* one → one in another district */
} KsEventKind;
#define KS_N_EVENT_KINDS (KS_EVENT_MOVE + 1)

/* What happened to units on a day: those of the day before, and those since that day. */
typedef struct {
  gint64      id;
  KsDay       day;
  KsEventKind kind;
  char       *note;   /* the resolution that it rests on */
  GPtrArray  *before; /* of KsUnit, as they were */
  GPtrArray  *after;  /* of KsUnit, as they are called since */
} KsEvent;

KsEvent    *ks_event_new (KsDay day, KsEventKind kind, const char *note);
KsEvent    *ks_event_copy (const KsEvent *self);
void        ks_event_free (KsEvent *self);
gboolean    ks_event_check (const KsEvent *self, GError **error);
char       *ks_event_describe (const KsEvent *self);

const char *ks_event_kind_get_id (KsEventKind kind);
gboolean    ks_event_kind_find (const char *id, KsEventKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsEvent, ks_event_free)

G_END_DECLS
