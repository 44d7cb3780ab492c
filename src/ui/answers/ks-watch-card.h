/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-folder-watcher.h"

G_BEGIN_DECLS

/* The folder that is watched, what is in it and what is done about it. Its buttons are actions of
 * the page: answers.watch-folder, answers.stop-watching. */
#define KS_TYPE_WATCH_CARD (ks_watch_card_get_type ())
G_DECLARE_FINAL_TYPE (KsWatchCard, ks_watch_card, KS, WATCH_CARD, AdwBin)

void ks_watch_card_show (KsWatchCard *self, KsFolderWatcher *watcher);

G_END_DECLS
