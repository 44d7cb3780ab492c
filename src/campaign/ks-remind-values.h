/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-remind.h"

G_BEGIN_DECLS

/* For ks-remind.c: what the fields of a template say of a district or the province. */
typedef struct {
  char *texts[KS_N_REMIND_FIELDS];
} KsRemindValues;

KsRemindValues *ks_remind_values_new (const KsRemindWords *words, KsDayFigures *figures,
                                      const KsDayDistrict *scope);
void            ks_remind_values_free (KsRemindValues *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsRemindValues, ks_remind_values_free)

G_END_DECLS
