/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How labels lie on an A4 sheet, in mm, and where the code stands on each. */
typedef struct {
  double width;       /* of a label */
  double height;
  double left;        /* corner of the first label */
  double top;
  double pitch_x;     /* from label to label */
  double pitch_y;
  guint  n_columns;
  guint  n_rows;
  double code;        /* side of the code, without its quiet zone */
  double code_left;   /* of it from the edge of the label */
  double right;       /* free at the right of the texts */
} KsLabelGrid;

guint              ks_label_preset_count (void);
const char        *ks_label_preset_get_id (guint index);
char              *ks_label_preset_dup_name (guint index);
const KsLabelGrid *ks_label_preset_get_grid (guint index);

gboolean           ks_label_grid_parse (const char *text, KsLabelGrid *grid, GError **error);
char              *ks_label_grid_to_text (const KsLabelGrid *self);
gboolean           ks_label_grid_equal (const KsLabelGrid *self, const KsLabelGrid *other);

G_END_DECLS
