/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-form-item.h"

G_BEGIN_DECLS

/* The form as a respondent sees it on a phone, around one part of it. What is clicked is kept
 * nowhere. */
#define KS_TYPE_FORM_PHONE (ks_form_phone_get_type ())
G_DECLARE_FINAL_TYPE (KsFormPhone, ks_form_phone, KS, FORM_PHONE, GtkBox)

void ks_form_phone_show (KsFormPhone *self, KsForm *form, const char *unit, KsFormItem *item);

G_END_DECLS
