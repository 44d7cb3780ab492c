/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-comment-verb-private.h"
#include "ks-comments.h"

G_BEGIN_DECLS

/* A comment of a list. Where it is from stays here. */
typedef struct {
  gint64  response;
  gint64  number;
  guint32 unit;     /* index in the registry */
  guint16 question; /* of the open ones */
  gboolean wanted;
  gboolean tagged;  /* has a theme */
} KsCommentEntry;

struct _KsComments {
  GObject     parent_instance;

  KsRegistry *registry;
  KsForm     *form;
  GPtrArray  *questions; /* the open ones of the form */
  GArray     *entries;   /* of KsCommentEntry */
  GArray     *places;    /* of KsCommentPlace: those of the questions that were asked for */
  GPtrArray  *themes;    /* of KsTheme */
  GArray     *counts;    /* of KsThemeCount */
  char       *search;    /* folded; NULL: nothing was looked for */
};

G_END_DECLS
