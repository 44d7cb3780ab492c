/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Small pictures below tests/data/golden, as somebody looked at them and found them right. With
 * KS_WRITE_GOLDEN=FOLDER a test writes them anew: look at each before it is kept. */

/* Another version of the libraries may smooth a few edges otherwise. */
#define KS_TEST_PICTURE_MOST_BLOCKS 6

guint ks_test_picture_count_different (cairo_surface_t *a, cairo_surface_t *b);
void  ks_test_picture_check (cairo_surface_t *drawn, const char *name);

G_END_DECLS
