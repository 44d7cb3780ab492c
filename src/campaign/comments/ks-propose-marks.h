/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a comment seems to say of people and places: proposed to be blacked out, for an officer to
 * confirm or to leave readable. */
GArray *ks_propose_marks (const char *text);

G_END_DECLS
