/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <X11/Xlib.h>

/* first-frame [--title TEXT] COMMAND…: starts a program and prints the milliseconds until the X server
 * shows its first window, then ends it. GTK shows a window together with its first frame. With --title,
 * until a window bears a title that begins with TEXT: what the program was to open is open. */

#define LEAST_WIDTH 100 /* smaller ones are helpers that nobody sees */
#define QUIET_MS 700

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1e6;
}

static int
is_window (Display *display, Window window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (display, window, &attributes) && attributes.width >= LEAST_WIDTH;
}

/* A window manager and a compositor that are only starting would be measured too. */
static void
wait_for_quiet (Display *display)
{
  struct pollfd connection = { ConnectionNumber (display), POLLIN, 0 };
  XEvent event;

  do
    while (XPending (display) > 0)
      XNextEvent (display, &event);
  while (poll (&connection, 1, QUIET_MS) > 0);
}

static int
has_title (Display *display, Window window, const char *title)
{
  Atom name = XInternAtom (display, "_NET_WM_NAME", False);
  unsigned char *value = NULL;
  unsigned long length, rest;
  Atom type;
  int format, found;

  XGetWindowProperty (display, window, name, 0, 1024, False, AnyPropertyType, &type, &format, &length, &rest,
                      &value);
  found = value != NULL && strncmp ((const char *) value, title, strlen (title)) == 0;
  if (value != NULL)
    XFree (value);
  return found;
}

/* Whether the event is what is waited for. */
static int
is_end (Display *display, const XEvent *event, const char *title)
{
  if (title == NULL)
    return event->type == MapNotify && is_window (display, event->xmap.window);
  if (event->type == CreateNotify)
    XSelectInput (display, event->xcreatewindow.window, PropertyChangeMask);
  return event->type == PropertyNotify && has_title (display, event->xproperty.window, title);
}

static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

int
main (int argc, char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  const char *title = argc > 2 && strcmp (argv[1], "--title") == 0 ? argv[2] : NULL;
  char **command = argv + (title != NULL ? 3 : 1);
  double start;
  pid_t child;
  XEvent event;

  if (argc < 2 || *command == NULL || display == NULL)
    {
      fprintf (stderr, "usage, on a display: first-frame [--title TEXT] COMMAND…\n");
      return 2;
    }
  XSetErrorHandler (ignore_error_cb);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, True);
  wait_for_quiet (display);

  start = get_milliseconds ();
  child = fork ();
  if (child == 0)
    {
      execvp (command[0], command);
      _exit (127);
    }
  alarm (30);
  do
    XNextEvent (display, &event);
  while (!is_end (display, &event, title));
  printf ("%.1f\n", get_milliseconds () - start);

  kill (child, SIGTERM);
  waitpid (child, NULL, 0);
  return 0;
}
