/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-model-error.h"

G_DEFINE_QUARK (ks-model-error-quark, ks_model_error)
