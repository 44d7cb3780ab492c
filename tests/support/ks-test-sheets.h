/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ks-registry.h"
#include "ks-sheet.h"
#include "ks-test-pages.h"

/* The 209 units of the built-in registry with the links of the campaign that the design's printed
 * samples show. */

#define KS_TEST_KEY "khaosat-demo-key-not-for-real-us"
#define KS_TEST_TEMPLATE \
  "https://docs.google.com/forms/d/e/1FAIpQLSc8mZ0g3x0Qw7P2mX5b0Yl9v4i3cJ8n6T1kR2s5uV7wX9yZ0A/" \
  "viewform?usp=pp_url&entry.1234567890={token}"

KsRegistry     *ks_test_registry (void);
KsCampaignInfo *ks_test_info (void);
GPtrArray      *ks_test_sheets (KsRegistry *registry, const KsCampaignInfo *info);
KsSheetContext  ks_test_context (const KsCampaignInfo *info, guint total);
void            ks_test_swap (char **a, char **b);
guint8         *ks_test_dup_grey (cairo_surface_t *surface);
