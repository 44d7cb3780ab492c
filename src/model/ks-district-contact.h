/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KS_DISTRICT_BOARD,       /* who speaks for the steering board */
  KS_DISTRICT_BOARD_PHONE,
  KS_DISTRICT_CHAIR,       /* who speaks for the district's union */
  KS_DISTRICT_CHAIR_PHONE,
  KS_DISTRICT_GROUP_LINK,  /* of the district's Zalo group */
  KS_DISTRICT_NOTE,
} KsDistrictField;
#define KS_N_DISTRICT_FIELDS (KS_DISTRICT_NOTE + 1)

/* Whom to call in a district. A plain value; what is not known is empty. */
typedef struct {
  char *code;
  char *texts[KS_N_DISTRICT_FIELDS];
} KsDistrictContact;

KsDistrictContact *ks_district_contact_new (const char *code);
KsDistrictContact *ks_district_contact_copy (const KsDistrictContact *self);
void               ks_district_contact_free (KsDistrictContact *self);
gboolean           ks_district_contact_set (KsDistrictContact *self, KsDistrictField field,
                                            const char *text, GError **error);
gboolean           ks_district_contact_is_empty (const KsDistrictContact *self);

const char        *ks_district_field_get_id (KsDistrictField field);
const char        *ks_district_field_get_label (KsDistrictField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsDistrictContact, ks_district_contact_free)

G_END_DECLS
