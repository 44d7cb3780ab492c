/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-paper-material.h"

G_BEGIN_DECLS

KsDocument *
ks_build_paper (const KsPaperMaterial *material, const KsPaperWish *wish, GError **error);
KsDocument *
ks_make_paper_of (KsPaperMaterial *material, const KsPaperWish *wish, GError **error);

G_END_DECLS
