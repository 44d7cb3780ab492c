/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The path of a file below tests/data. (transfer full) */
#define ks_test_data(...) g_test_build_filename (G_TEST_DIST, "data", __VA_ARGS__, NULL)
