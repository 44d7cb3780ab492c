/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-test-package.h"

G_BEGIN_DECLS

/* Fails for what Word refuses or mends, though other programs let it pass. */
void ks_test_docx_assert_sound (GBytes *file);

G_END_DECLS
