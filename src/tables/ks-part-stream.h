/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-package.h"

G_BEGIN_DECLS

/* A part of a ZIP archive as a stream. */
#define KS_TYPE_PART_STREAM (ks_part_stream_get_type ())
G_DECLARE_FINAL_TYPE (KsPartStream, ks_part_stream, KS, PART_STREAM, GInputStream)

GInputStream *ks_part_stream_new (KsPart *part);
gint64        ks_part_stream_get_position (KsPartStream *self);

G_END_DECLS
