/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-link-card.h"

#include "ks-i18n.h"
#include "ks-css-class.h"
#include "ks-label.h"
#include "ks-link-service.h"
#include "ks-link.h"
#include "ks-links.h"

struct _KsLinkCard
{
  AdwBin parent_instance;

  KsCampaign *campaign;
  char *saved;   /* the campaign's template; empty for none */
  char *warning; /* of the saved link */
  gboolean ready;

  GtkWidget *service;
  GtkWidget *entry;
  GtkWidget *hint;
  GtkWidget *steps;
  GtkWidget *save_button;
};

typedef enum
{
  PROP_READY = 1,
} KsLinkCardProperty;

static GParamSpec *properties[PROP_READY + 1];

G_DEFINE_FINAL_TYPE (KsLinkCard, ks_link_card, ADW_TYPE_BIN)

/* The link of the first unit, so that an officer sees what a code will hold. */
static char *
dup_example (KsLinkCard *self, const char *template)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsUnitLink) first = NULL;
  g_autofree char *link = NULL;

  if (ks_registry_get_n_units (registry) == 0)
    return g_strdup ("");
  first = ks_unit_link_new (info, ks_registry_get_unit (registry, 0));
  link = ks_link_expand (template, first->token, ks_unit_get_code (first->unit));
  return g_strdup_printf (_ ("%s gets %s"), ks_unit_get_name (first->unit), link);
}

static char *
dup_hint_of_none (KsLinkCard *self)
{
  guint n_links = ks_links_count_set (self->campaign);

  if (n_links > 0 && *self->saved == '\0')
    return g_strdup_printf (ngettext ("%u unit has a link of its own.",
                                      "%u units have links of their own.", n_links),
                            n_links);
  return g_strdup (_ ("Paste the link of the form and write {token} where the survey code of the "
                      "unit belongs: https://…?u={token}"));
}

/* The service that was picked, else the one whose link it is. */
static gboolean
find_service (KsLinkCard *self, const char *text, KsLinkService *service)
{
  guint picked = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->service));

  if (picked == 0 || picked == GTK_INVALID_LIST_POSITION)
    return ks_link_service_guess (text, service);
  *service = (KsLinkService)(picked - 1);
  return TRUE;
}

/* How the link is made, until there is a sound one. */
static void
show_steps (KsLinkCard *self, const char *text, gboolean sound)
{
  KsLinkService service;
  gboolean shown = !sound && find_service (self, text, &service);

  gtk_widget_set_visible (self->steps, shown);
  if (shown)
    {
      g_autofree char *steps = g_strdup_printf ("%s\n%s", ks_link_service_get_help (service),
                                                ks_link_service_get_pattern (service));

      gtk_label_set_text (GTK_LABEL (self->steps), steps);
    }
}

/* What the entry holds, judged in words. */
static char *
judge (KsLinkCard *self, const char *text, gboolean *sound)
{
  g_autoptr (GError) error = NULL;
  KsLinkKind kind;
  gboolean unsafe = FALSE;

  *sound = FALSE;
  if (*text == '\0')
    return dup_hint_of_none (self);
  if (!ks_link_check_template (text, &kind, &unsafe, &error))
    return g_strdup (error->message);
  *sound = TRUE;
  if (self->warning != NULL && g_str_equal (text, self->saved))
    return g_strdup (self->warning);
  return dup_example (self, text);
}

/* It may stand in the entry as it was pasted. */
static gboolean
is_saved (KsLinkCard *self)
{
  g_autofree char *text = ks_link_tidy (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return g_str_equal (text, self->saved);
}

static void
update (KsLinkCard *self)
{
  g_autofree char *text = ks_link_tidy (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gboolean sound = FALSE;
  g_autofree char *hint = self->campaign != NULL ? judge (self, text, &sound) : g_strdup ("");
  gboolean changed = self->campaign != NULL && !g_str_equal (text, self->saved);

  gtk_label_set_text (GTK_LABEL (self->hint), hint);
  ks_css_class_set (self->hint, "failure", changed && !sound && *text != '\0');
  show_steps (self, text, sound && self->campaign != NULL);
  gtk_widget_set_visible (self->save_button, changed);
  self->ready = changed && sound;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
save_cb (KsLinkCard *self)
{
  if (self->ready)
    gtk_widget_activate_action (GTK_WIDGET (self), "page.save-link", NULL);
}

static void
ks_link_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsLinkCardProperty)id)
    {
    case PROP_READY:
      g_value_set_boolean (value, KS_LINK_CARD (object)->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_link_card_dispose (GObject *object)
{
  KsLinkCard *self = KS_LINK_CARD (object);

  g_clear_object (&self->campaign);
  g_clear_pointer (&self->saved, g_free);
  g_clear_pointer (&self->warning, g_free);
  G_OBJECT_CLASS (ks_link_card_parent_class)->dispose (object);
}

static void
ks_link_card_class_init (KsLinkCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_link_card_get_property;
  object_class->dispose = ks_link_card_dispose;
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/codes/ks-link-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsLinkCard, service);
  gtk_widget_class_bind_template_child (widget_class, KsLinkCard, entry);
  gtk_widget_class_bind_template_child (widget_class, KsLinkCard, hint);
  gtk_widget_class_bind_template_child (widget_class, KsLinkCard, steps);
  gtk_widget_class_bind_template_child (widget_class, KsLinkCard, save_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
offer_services (KsLinkCard *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]){ _ ("by the link"), NULL });

  for (guint i = 0; i < KS_N_SERVICES; i++)
    gtk_string_list_append (names, ks_link_service_get_title ((KsLinkService)i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->service), G_LIST_MODEL (names));
}

static void
ks_link_card_init (KsLinkCard *self)
{
  self->saved = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_label_wrap_link (GTK_LABEL (self->hint));
  ks_label_wrap_link (GTK_LABEL (self->steps));
  offer_services (self);
}

/**
 * ks_link_card_set_campaign:
 * @self: a card
 * @campaign: (nullable): whose link it is
 *
 * Shows the campaign's link as it is now. What somebody is typing stays.
 */
void
ks_link_card_set_campaign (KsLinkCard *self, KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = NULL;
  gboolean typing;

  g_return_if_fail (KS_IS_LINK_CARD (self));

  typing = self->campaign == campaign
           && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->saved);
  if (g_set_object (&self->campaign, campaign))
    g_clear_pointer (&self->warning, g_free);
  info = campaign != NULL ? ks_campaign_dup_info (campaign) : NULL;
  g_free (self->saved);
  self->saved = g_strdup (info != NULL && info->template != NULL ? info->template : "");
  if (!typing || is_saved (self))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->saved);
  update (self);
}

/**
 * ks_link_card_get_text:
 * @self: a card
 *
 * Returns: (transfer none): the link in the entry
 */
const char *
ks_link_card_get_text (KsLinkCard *self)
{
  g_return_val_if_fail (KS_IS_LINK_CARD (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * ks_link_card_is_ready:
 * @self: a card
 *
 * Returns: whether there is a sound link to save
 */
gboolean
ks_link_card_is_ready (KsLinkCard *self)
{
  g_return_val_if_fail (KS_IS_LINK_CARD (self), FALSE);

  return self->ready;
}

/**
 * ks_link_card_set_warning:
 * @self: a card
 * @warning: (nullable): what an officer should know of the link just saved
 *
 * Keeps a warning with the saved link.
 */
void
ks_link_card_set_warning (KsLinkCard *self, const char *warning)
{
  g_return_if_fail (KS_IS_LINK_CARD (self));

  g_free (self->warning);
  self->warning = g_strdup (warning);
  update (self);
}
