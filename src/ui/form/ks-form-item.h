/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ks-form.h"

G_BEGIN_DECLS

typedef enum {
  KS_FORM_PLACE_WHOLE,    /* title and introduction */
  KS_FORM_PLACE_PROFILE,  /* heading of the questions about who answers */
  KS_FORM_PLACE_SECTION,
  KS_FORM_PLACE_QUESTION,
} KsFormPlace;

/* A row of the list of the form's parts: a snapshot. */
#define KS_TYPE_FORM_ITEM (ks_form_item_get_type ())
G_DECLARE_FINAL_TYPE (KsFormItem, ks_form_item, KS, FORM_ITEM, GObject)

GPtrArray  *ks_form_items_new (KsForm *form);
gboolean    ks_form_item_equal (KsFormItem *a, KsFormItem *b);
KsFormPlace ks_form_item_get_place (KsFormItem *self);
guint       ks_form_item_get_index (KsFormItem *self);
const char *ks_form_item_get_id (KsFormItem *self);
const char *ks_form_item_get_title (KsFormItem *self);
const char *ks_form_item_get_mark (KsFormItem *self);
const char *ks_form_item_get_aside (KsFormItem *self);

G_END_DECLS
