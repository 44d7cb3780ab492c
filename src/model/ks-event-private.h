/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-event.h"

G_BEGIN_DECLS

KsUnit *ks_event_make_heir (const KsEvent *event, KsUnit *after, GPtrArray *before);

G_END_DECLS
