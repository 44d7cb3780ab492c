/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The groups of a unit, a bit each, and one more for who belongs to none: of more than any form has
 * (KS_FORM_MAX_OPTIONS). */
__extension__ typedef unsigned __int128 KsGroupSet;

#define KS_GROUP_BIT(group) ((KsGroupSet)1 << (group))

/* Which units and columns a search has come to. */
typedef struct
{
  guint round;
  guint *units;      /* the round in which it came to a unit last */
  guint *districts;  /* … to a column of a district */
  KsGroupSet *near;  /* per district of this round: its own columns */
  KsGroupSet far;    /* groups whose column of many districts it came to */
} KsReach;

G_END_DECLS
