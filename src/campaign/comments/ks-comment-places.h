/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-registry.h"

G_BEGIN_DECLS

/* Where the comments on one question may be read: by unit from ten comments, else by district from
 * ten, else for the whole province from ten. What is left of a district (of the province) when all
 * that is shown by unit (by district) is taken away holds no comment or at least ten: otherwise two
 * lists, compared, would give away whose the rest is. */
typedef struct {
  gboolean  province;
  gboolean *districts;  /* in the order of the registry */
  gboolean *units;
} KsCommentPlaces;

KsCommentPlaces *ks_comment_places_new  (KsRegistry *registry, const gint64 *n_comments);
void             ks_comment_places_free (KsCommentPlaces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCommentPlaces, ks_comment_places_free)

G_END_DECLS
