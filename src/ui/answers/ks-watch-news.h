/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-shell.h"
#include "ks-watch-folder.h"

G_BEGIN_DECLS

/* What is said of a watched folder where nobody looks at it. */
void ks_watch_news_tell (GPtrArray *files, const char *folder, KsShell *shell);

G_END_DECLS
