/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-registry.h"

/* The 209 units of the province (from the resources), and the 10,597 of the country. */
KsRegistry *ks_test_registry_new (void);
KsRegistry *ks_test_registry_new_country (void);
