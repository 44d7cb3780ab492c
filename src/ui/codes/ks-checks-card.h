/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-codes-state.h"

G_BEGIN_DECLS

/* What was checked of a campaign's codes: one was scanned with a phone, all were read back from
 * the final print. */
#define KS_TYPE_CHECKS_CARD (ks_checks_card_get_type ())
G_DECLARE_FINAL_TYPE (KsChecksCard, ks_checks_card, KS, CHECKS_CARD, AdwBin)

void     ks_checks_card_show (KsChecksCard *self, const KsCodesState *state, GPtrArray *faults);
void ks_checks_card_show_again (KsChecksCard *self, const char *title, const char *text,
                                const char *verb);

G_END_DECLS
