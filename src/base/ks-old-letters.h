/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-decoder.h"

G_BEGIN_DECLS

/* Private to base/: what the bytes of old encodings stand for. */

gunichar ks_old_letter_read (KsEncoding encoding, guint8 byte);
gboolean ks_old_letter_is_mark (gunichar c);
gunichar ks_old_letter_join (gunichar letter, gunichar mark);
gunichar ks_old_letter_join_vni (gunichar letter, guint8 mark);
gboolean ks_old_letter_is_vni_mark (guint8 byte);
int      ks_old_letter_to_byte (gunichar c);

G_END_DECLS
