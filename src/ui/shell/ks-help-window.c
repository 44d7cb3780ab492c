/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-help-window.h"

#include "ks-i18n.h"

/* A step of the work and how it is done. */
typedef struct {
  const char *title;
  const char *text;
} Step;

static const Step steps[] = {
  { N_ ("1. List of units"),
    N_ ("The list of communes is built in; load your own with “Import From File…” on the page "
        "Units, or paste a block from Excel there. What would change is shown first. Each unit "
        "needs its number of officials by body.") },
  { N_ ("2. Survey form"),
    N_ ("A stand-in is built in. On the page Survey Form load your own from Excel or JSON, or from "
        "an export of answers, which proposes the questions and scales. Once answers have come in "
        "its wording may change, its questions and levels stay.") },
  { N_ ("3. Link and QR codes"),
    N_ ("On the page QR Codes enter the link of the form, with {token} where the survey code of "
        "the unit belongs. Scan one code with a phone and confirm it, let all codes be checked, "
        "then print.") },
  { N_ ("4. The survey day"),
    N_ ("The page Follow-Up shows who has taken part as of the newest file that came in, lowest "
        "first. Ctrl+Page Up and Page Down change the district; after a call press G and a number. "
        "Ctrl+Shift+C copies the text for the Zalo group of the district, Ctrl+C the table for "
        "Excel. Ctrl+P shows the quick report on one page; tables and packs of districts are in "
        "the menu of the page, and the picture of the table is under the text. Units whose figures "
        "are being compared are never named in what is sent.") },
  { N_ ("5. Answers"),
    N_ ("After the survey drop the file of the form service anywhere in the window. The same file "
        "may come in again: only what is new is added. Rows that cannot count wait with their "
        "reason.") },
  { N_ ("6. Reports and posts"),
    N_ ("Reports of the working groups and posts of the Zalo group come in the same way, as "
        "tables. Or type them on the page Follow-Up, Typing: digits go into the cell, Enter goes "
        "down, Tab to the right, Space marks, F2 changes a cell, F4 shows the evidence; Ctrl+V "
        "pastes a block from Excel.") },
  { N_ ("7. Results"),
    N_ ("Participation is complete. Answers are shown from five sheets; a unit with fewer stays "
        "out of the figures of its district and of the province as well. A click on a figure "
        "tells how it came about. Alt+Left and Alt+Right go through what you looked at. “Settle…” "
        "fixes the figures: from then on tables and papers of single units can be made, and what was "
        "given out changes only where no sheet or at least five have changed, or by a correction "
        "with its reason.") },
  { N_ ("Two surveys"),
    N_ ("“Beside an Earlier Survey…” in the menu of “Export…” sets the answers of the place that you "
        "look at, and participation, beside those of an earlier survey, over merges and splits; of a "
        "question that cannot be compared it says why.") },
  { N_ ("Comments"),
    N_ ("After the survey the view Comments of the page Results shows what people wrote, shuffled "
        "and without unit and time: of a unit from ten comments, else of its district or the "
        "province. The digits 1 to 9 sort what is selected by themes. Names, numbers and places "
        "that are marked leave the program in nothing until you leave them readable; Ctrl+B blacks "
        "out more. Papers quote only what you pick and word; comments for the leaders never.") },
  { N_ ("8. Commendation"),
    N_ ("Units are ranked by how they carried the survey out, never by what was answered, unless you "
        "give that points. Make the scale first, while names are hidden: the ranking follows the "
        "sliders, and the points must add up to 100. Once it is locked, names show, and Space ticks "
        "a unit; one outside the suggestion needs a reason. Add people and other collectives, three "
        "to five together. A unit with figures that are being checked is not ranked. On a proposal "
        "Enter edits the merits, Delete takes it off, Alt+Up and Alt+Down move it.") },
  { N_ ("9. Papers"),
    N_ ("All papers in the order of the work, as they will be printed, each with what it waits for. "
        "A click on a figure tells what it is and where it comes from; with the keyboard Tab comes "
        "to the figures, arrows go from one to the next, Enter tells. “Settings…” says what stands "
        "in the papers and takes what officers write. “Export…” writes DOCX, PDF and XLSX, or all "
        "papers into a folder; Ctrl+P prints. Once the figures are settled they can be sealed; "
        "“Open…” checks what was sealed and names what was changed.") },
};

static GtkWidget *
make_group (const Step *step)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (step->title));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ (step->text));
  return group;
}

/**
 * ks_help_window_present:
 * @parent: the window that was asked
 *
 * Shows the help.
 */
void
ks_help_window_present (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                              ADW_PREFERENCES_GROUP (make_group (&steps[i])));
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("Help"));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
