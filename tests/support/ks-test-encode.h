/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-decoder.h"

/* Text as it was typed years ago, made by tables that are none of the program's own: iconv for
 * Windows-1258 and TCVN3, a list of spellings for VNI. Small letters alone bear tones in TCVN3. */
GBytes *ks_test_encode (KsEncoding encoding, const char *text);

/* The same bytes taken for Windows-1252: what the cells of a workbook hold. */
char *ks_test_encode_text (KsEncoding encoding, const char *text);
