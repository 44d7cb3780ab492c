/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-encoding-question.h"

G_BEGIN_DECLS

/* Asks in which encoding a list reads right. Signal "chosen" (a KsEncoding). */
#define KS_TYPE_ENCODING_VIEW (ks_encoding_view_get_type ())
G_DECLARE_FINAL_TYPE (KsEncodingView, ks_encoding_view, KS, ENCODING_VIEW, AdwBin)

void ks_encoding_view_ask (KsEncodingView *self, const KsEncodingQuestion *question);

G_END_DECLS
