/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form.h"
#include "ks-registry.h"

G_BEGIN_DECLS

/* What a figure of a paper is, in Vietnamese words as the paper itself: "Phường Mẫu 01: tỷ lệ tham
 * gia". (transfer full) */
char *ks_figure_dup_meaning (const char *id, KsRegistry *registry, KsForm *form);

G_END_DECLS
