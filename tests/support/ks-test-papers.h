/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-document.h"

/* Papers like those that campaigns make, with invented figures. */
KsDocument *ks_test_report (guint n_texts);
KsDocument *ks_test_units_table (guint n_units);
KsDocument *ks_test_list (void);
KsDocument *ks_test_account (void);
KsDocument *ks_test_recognition (guint n_units);
KsDocument *ks_test_hostile (void);

#define KS_TEST_STAMP ((KsMoment) 1712055600) /* 18 giờ 00 ngày 02/4/2024 */
