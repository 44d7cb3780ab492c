/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-pages.h"

/* Papers, read back. */
GBytes *ks_test_pages_dup_pdf (KsPages *pages);
GStrv   ks_test_read_pages (GBytes *pdf);
void    ks_test_assert_says (const char *text, const char *wanted);
guint   ks_test_count_words (const char *text, const char *words);
