/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Included by every .c file that speaks to people: English msgids, a complete vi.po. */
#include "ks-config.h"

#include <glib/gi18n-lib.h>
