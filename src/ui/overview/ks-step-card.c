/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-step-card.h"

#include "ks-actionable.h"
#include "ks-i18n.h"
#include "ks-number.h"

struct _KsStepCard
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *reason;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (KsStepCard, ks_step_card, GTK_TYPE_BOX)

/* What a step says. A title with a figure is made when it is shown. */
typedef struct
{
  const char *title;
  const char *reason;
  const char *verb;
  const char *action; /* detailed */
} StepText;

static const StepText steps[] = {
  [KS_STEP_SET_LINK] = { N_ ("Set the link of the questionnaire"),
                         N_ ("Each unit gets a link of its own, which is printed as its QR code."),
                         N_ ("Set the Link"), "page.show(('codes', ''))" },
  [KS_STEP_CONFIRM_SCAN]
  = { N_ ("Scan one code with a phone"),
      N_ ("Sheets are printed once a code was scanned and opened the questionnaire of its unit."),
      N_ ("Go to the QR Codes"), "page.show(('codes', ''))" },
  [KS_STEP_PROVE_CODES]
  = { N_ ("Check and print the QR codes"),
      N_ ("Every code is read back from the very pages that will be printed."),
      N_ ("Go to the QR Codes"), "page.show(('codes', ''))" },
  [KS_STEP_PRINT_AGAIN]
  = { N_ ("Print again the sheets that no longer hold"),
      N_ ("A link, a name or the list of units changed after they were printed."),
      N_ ("Go to the QR Codes"), "page.show(('codes', ''))" },
  [KS_STEP_COUNT_STAFF]
  = { N_ ("Add the number of officials of every unit"),
      N_ ("Participation is counted against it; it says where it comes from and of which day."),
      N_ ("Go to the Units"), "page.show(('units', ''))" },
  [KS_STEP_ADD_CONTACTS]
  = { N_ ("Add whom to call in every working group"),
      N_ ("On the day calls and texts take name and telephone from there."), N_ ("Go to the Units"),
      "page.show(('units', ''))" },
  [KS_STEP_LOAD_FORM]
  = { N_ ("Load the questionnaire"),
      N_ ("The form that is set stands in; the official one must be there before answers come."),
      N_ ("Go to the Form"), "page.show(('form', ''))" },
  [KS_STEP_SET_FORM]
  = { N_ ("Look how the form is set at its service"),
      N_ ("No e-mail collected, no sign-in, the unit filled in: the program cannot see it."),
      N_ ("Confirm…"), "page.confirm-form" },
  [KS_STEP_SEND_PACKS]
  = { N_ ("Send every district its pack"),
      N_ ("Packs are written on the page QR Codes; that they were sent is put on record here."),
      N_ ("Record…"), "page.record('sent')" },
  [KS_STEP_RECORD_RECEIVED]
  = { N_ ("Record which units have their code"),
      N_ ("As they tell it in the Zalo group: code received, code scanned."), N_ ("Record…"),
      "page.record('received')" },
  [KS_STEP_TRY_LINKS]
  = { N_ ("Try the links by one answer each"),
      N_ ("Send it, then import the export: what came before the survey never counts."),
      N_ ("Import from File…"), "win.import" },
  [KS_STEP_READY] = { N_ ("All is ready for the day"),
                      N_ ("Keep a full copy of the campaign in the office before it."),
                      N_ ("Save a Copy…"), "win.save-copy" },
  [KS_STEP_FOLLOW_DAY]
  = { N_ ("Follow who takes part, and remind"),
      N_ ("By unit and district, as of the newest export; results show after the survey."),
      N_ ("Go to the Follow-Up"), "page.show(('day', ''))" },
  [KS_STEP_IMPORT_ANSWERS]
  = { N_ ("Import the answers"),
      N_ ("Drop the file that Google Forms gave you into this window, or choose it."),
      N_ ("Import from File…"), "win.import" },
  [KS_STEP_IMPORT_REPORTS]
  = { N_ ("Import the reports of the working groups"),
      N_ ("Reports, publicity and posts are the grounds of the commendation."),
      N_ ("Import from File…"), "win.import" },
  [KS_STEP_CHECK_WAITING]
  = { NULL, N_ ("They count in no figure yet; each of them says why it waits."),
      N_ ("See the Waiting Answers"), "page.show(('answers', 'waiting'))" },
  [KS_STEP_CHOOSE]
  = { N_ ("Choose 3 to 5 collectives and individuals to commend"),
      N_ ("The list ranks how the survey was carried out, not how satisfied people are; people "
          "choose, with a reason."),
      N_ ("Go to the Commendation"), "page.show(('shortlist', ''))" },
  [KS_STEP_WRITE_SUMMARY]
  = { N_ ("Write the summary"),
      N_ ("Two or three pages as PDF: participation, results, the list of the commendation."),
      N_ ("Go to the Results"), "page.show(('results', ''))" },
};

static char *
dup_title (const KsOverview *overview)
{
  g_autofree char *count = ks_format_count (overview->waiting);

  if (steps[overview->step].title != NULL)
    return g_strdup (_ (steps[overview->step].title));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Look at %s answer that waits",
                                       "Look at %s answers that wait", (gulong)overview->waiting),
                          count);
}

static void
ks_step_card_class_init (KsStepCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/overview/ks-step-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsStepCard, title);
  gtk_widget_class_bind_template_child (widget_class, KsStepCard, reason);
  gtk_widget_class_bind_template_child (widget_class, KsStepCard, button);
}

static void
ks_step_card_init (KsStepCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_step_card_show:
 * @self: a card
 * @overview: where the campaign stands
 *
 * Shows its next step.
 */
void
ks_step_card_show (KsStepCard *self, const KsOverview *overview)
{
  const StepText *step;
  g_autofree char *title = NULL;

  g_return_if_fail (KS_IS_STEP_CARD (self));
  g_return_if_fail ((guint)overview->step < G_N_ELEMENTS (steps));

  step = &steps[overview->step];
  title = dup_title (overview);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->reason, _ (step->reason));
  gtk_button_set_label (self->button, _ (step->verb));
  ks_actionable_set_action (GTK_ACTIONABLE (self->button), step->action);
}

/**
 * ks_step_card_set_narrow:
 * @self: a card
 * @narrow: whether the button stands below the text instead of beside it
 *
 * Fits the card into a narrow window.
 */
void
ks_step_card_set_narrow (KsStepCard *self, gboolean narrow)
{
  g_return_if_fail (KS_IS_STEP_CARD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self), narrow ? 12 : 18);
}
