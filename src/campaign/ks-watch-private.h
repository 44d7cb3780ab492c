/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-watch-folder.h"

G_BEGIN_DECLS

/* The seam between the list of a folder (ks-watch-files.c) and what is in its files. */

void     ks_watched_file_set_state (KsWatchedFile *self, KsWatchedState state, char *message);
gboolean ks_watched_file_has_moved_on (const KsWatchedFile *self);

G_END_DECLS
