# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the program: finds things as a screen reader does, acts with pointer and keys.

Runs inside with-display, by /usr/bin/python3:

    with Person("_build/src/khaosat", "--sample") as person:
        person.click(person.get("button", "Đơn vị"))
        person.type("mẫu 07")
        person.see("Xã Mẫu 07")
        person.shot("don-vi.png")

What GTK 4.8 tells of itself needs some care:
- a tooltip is a description, never a name; a widget without a name gives that of its class;
- names of mnemonic buttons may keep their underscore, and come twice ("_Xóa Xóa");
- only a thing with an extent is there to be seen; the SHOWING state is set on toplevels alone;
- extents count from the content of the toplevel, without the shadow that its X window includes;
- a column view has rows without names, whose cells are labels, and only some 200 of them exist;
- each question to the program takes a turn of its main loop: looking through 1,000 things takes a second, on a slow
  machine five, so that what is seen for a moment only (a toast) is looked for where it comes.
"""
import functools
import os
import pathlib
import re
import subprocess
import sys
import time

# Warnings are fatal to the program, not to the one who drives it: the toolkit of the driver talks to
# a bus on which things vanish.
PROGRAM_DEBUG = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60.0  # seconds, never slept through: a slow machine is no fault of the program
STEP, LONGEST_STEP = 0.03, 0.25
LOWEST, TOAST_EDGE = 120, 12  # of a window, where toasts lie; what its shadow takes around one
ROLES = {"button": "push button", "toggle": "toggle button", "check": "check box", "row": "list item"}
CONTROLS = {"push button", "toggle button", "check box", "radio button", "entry", "text", "combo box",
            "password text", "spin button", "slider", "switch", "list", "table", "tree table", "page tab", "link"}
CLASS_NAME = re.compile(r"^(Gtk|Adw|Ks)[A-Z]\w*$")
LONG_LIST = 40  # children; below that everything is looked through


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=30, **options).stdout.strip()


def ask(call, otherwise):
    """An object may vanish between two questions; then it has no name, no place and no children."""
    try:
        return call()
    except GLib.Error:
        return otherwise


class Node:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def role(self):
        return ask(self.accessible.get_role_name, "?")

    @property
    def name(self):
        return ask(self.accessible.get_name, "") or ""

    @property
    def description(self):
        return ask(self.accessible.get_description, "") or ""

    @property
    def text(self):
        def read():
            text = self.accessible.get_text_iface()
            return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""
        return ask(read, "")

    @property
    def box(self):
        """x, y, width, height in the toplevel."""
        def read():
            extents = self.accessible.get_extents(Atspi.CoordType.WINDOW)
            return extents.x, extents.y, extents.width, extents.height
        return ask(read, (0, 0, 0, 0))

    @property
    def visible(self):
        return min(self.box[2:]) > 0

    def has_state(self, state):
        return ask(lambda: self.accessible.get_state_set().contains(state), False)

    @property
    def sensitive(self):
        return self.has_state(Atspi.StateType.SENSITIVE)

    @property
    def selected(self):
        return self.has_state(Atspi.StateType.SELECTED)

    @property
    def checked(self):
        return self.has_state(Atspi.StateType.CHECKED)

    @property
    def parent(self):
        parent = ask(self.accessible.get_parent, None)
        return Node(parent) if parent else None

    @property
    def children(self):
        for index in range(ask(self.accessible.get_child_count, 0)):
            child = ask(lambda: self.accessible.get_child_at_index(index), None)
            if child:
                yield Node(child)

    def was_never_shown(self):
        """Whether it is a page of a stack at which nobody has looked yet: nothing in it has a place."""
        return self.name == "GtkStackPage" and not any(child.visible for child in self.children)

    def walk(self, depth=0):
        yield self, depth
        for child in map(Glance, self.children):
            if not child.was_never_shown():
                yield from child.walk(depth + 1)

    def is_called(self, name):
        return self.name.replace("_", "") in (name, f"{name} {name}") or self.description == name

    def __repr__(self):
        return f"[{self.role}] {self.name!r} {self.description!r} {self.text!r} {self.box}"


class Glance(Node):
    """A thing in one look through many, which asks for its name and role once."""

    def __init__(self, node):
        super().__init__(node.accessible)

    @functools.cached_property
    def name(self):
        return super().name

    @functools.cached_property
    def role(self):
        return super().role


def window_frame(window):
    """x, y, width, height of an X window on the screen (xdotool errs on decorated windows)."""
    facts = run("xwininfo", "-id", window)
    keys = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
    found = [re.search(rf"{key}:\s+(-?\d+)", facts) for key in keys]
    return tuple(int(match[1]) for match in found) if all(found) else (0, 0, 0, 0)


class Person:
    def __init__(self, program, *arguments, env=None, cwd=None):
        self.process = subprocess.Popen([str(program), *map(str, arguments)], cwd=cwd,
                                        env={**os.environ, "GTK_A11Y": "atspi", "G_DEBUG": PROGRAM_DEBUG, **(env or {})})
        name = pathlib.Path(program).name
        self.app = self.wait(lambda: self._find_application(name), f"the application {name}")
        self.wait(lambda: any(child.visible for child in self.app.children), "a window")
        self.main = self.wait(lambda: next(iter(self._windows()), None), "a window on the screen")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.shot(pathlib.Path(os.environ.get("G_TEST_BUILDDIR", "."), f"{pathlib.Path(sys.argv[0]).stem}.png"))
            self.dump()
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)

    # ---- waiting and looking

    def wait(self, condition, what, seconds=PATIENCE):
        """What condition gives once it is true. A program that is gone, or seconds in vain, is a failure."""
        end, pause = time.monotonic() + seconds, STEP
        while True:
            found = condition()
            if found:
                return found
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended ({self.process.returncode}) before {what}")
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds:g} s in vain for {what}")
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_STEP)  # who asks all the time holds the program up

    @staticmethod
    def _find_application(name):
        desktop = Node(Atspi.get_desktop(0))
        return next((app for app in desktop.children if app.name == name), None)

    def find(self, role=None, name=None, check=None, root=None):
        """The first visible thing of that role, called so; None if there is none now."""
        role = ROLES.get(role, role)
        for node, _ in (root or self.app).walk():
            if ((role is None or node.role == role) and (name is None or node.is_called(name))
                    and (check is None or check(node)) and node.visible):
                return Node(node.accessible)
        return None

    def get(self, role=None, name=None, check=None, root=None, seconds=PATIENCE):
        return self.wait(lambda: self.find(role, name, check, root), f"{role or 'something'} {name!r}", seconds)

    def part(self, name, seconds=PATIENCE):
        """The part of the program that is called so, found level by level: long tables are not looked through.

        Pages that were shown before keep their places: what a person sees now is looked for in a part."""
        def look():
            level = [self.app]
            while level:
                for node in level:
                    if node.name == name and node.role != "label":
                        return Node(node.accessible)
                level = [child for children in (list(map(Glance, node.children)) for node in level)
                         if len(children) < LONG_LIST for child in children if not child.was_never_shown()]
            return None
        return self.wait(look, f"a part {name!r}", seconds)

    def see(self, words, root=None, seconds=PATIENCE):
        """Waits until words can be read somewhere."""
        return self.wait(lambda: self.find(root=root, check=lambda node: words in node.name or words in node.text),
                         f"the words {words!r}", seconds)

    def find_over(self, check):
        """The first thing beside the pages that a check holds for: toasts lie over them, and come and go."""
        level = list(self.app.children)
        while level:
            for node in map(Glance, level):
                if check(node):
                    return node
            level = [child for node in level if node.name != "GtkStackPage" for child in node.children]
        return None

    def find_toast(self, words):
        """A toast that says words."""
        return self.find_over(lambda node: words in node.name and node.role == "label")

    def hear(self, words):
        """Waits until a toast says words. It stays for some seconds."""
        return self.wait(lambda: self.find_toast(words), f"a toast with {words!r}")

    def gone(self, words, root=None, seconds=PATIENCE):
        """Waits until words can no longer be read anywhere."""
        self.wait(lambda: not self.find(root=root, check=lambda node: words in node.name or words in node.text),
                  f"{words!r} to go", seconds)

    def texts(self, root=None):
        """All that labels say, in order."""
        return [node.name for node, _ in (root or self.app).walk() if node.role == "label" and node.visible]

    def dump(self):
        for node, depth in self.app.walk():
            print("  " * depth + repr(node))

    # ---- acting

    def _windows(self):
        """X windows of the program, the lowest first."""
        return run("xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--class", ".").split()

    def _host(self, node):
        """The toplevel or popover that holds a thing."""
        while node.parent and node.parent.role != "application":
            if node.role == "menu" and CLASS_NAME.match(node.name):
                break
            node = node.parent
        return node

    def _frame(self, host):
        """Where the X window of a toplevel or popover stands: the one called so, or of its very size."""
        def look():
            windows = list(reversed(self._windows()))
            called = [w for w in windows if host.name and run("xdotool", "getwindowname", w) == host.name]
            sized = [w for w in windows if window_frame(w)[2:] == host.box[2:]]
            return next(iter(called or sized), None)
        return window_frame(self.wait(look, f"the window of {host}"))

    def point(self, node, place=None):
        """The middle of a thing on the screen, or a place counted from its upper left corner."""
        host = self._host(node)
        left, top, width, height = self._frame(host)
        host_x, host_y, host_width, host_height = host.box
        x, y, node_width, node_height = node.box
        if min(node_width, node_height) <= 0:
            raise AssertionError(f"{node} has no place yet")
        across, down = place or (node_width // 2, node_height // 2)
        return (left + (width - host_width) // 2 + x - host_x + across,
                top + (height - host_height) // 2 + y - host_y + down)

    def settle(self, node):
        """Waits until a thing stands still: lists and popovers slide in."""
        last, still = None, 0
        end = time.monotonic() + 5
        while still < 2 and time.monotonic() < end:
            box = node.box
            still = still + 1 if box == last else 0
            last = box
            time.sleep(0.08)

    def _is_covered(self, node):
        """Whether a toast lies over a thing."""
        toast = self.find_over(lambda other: other.name == "AdwToastWidget")
        if not toast or any(other.accessible == node.accessible for other, _ in toast.walk()):
            return False
        (x, y, width, height), (left, top, across, down) = node.box, toast.box
        return (x < left + across + TOAST_EDGE and left < x + width + TOAST_EDGE
                and y < top + down + TOAST_EDGE and top < y + height + TOAST_EDGE)

    def uncover(self, node):
        """Waits until no toast lies over a thing; it stays for as long as the pointer is over it."""
        host = self._host(node)
        if node.box[1] + node.box[3] < host.box[3] - LOWEST or not self._is_covered(node):
            return
        left, top, _, _ = self._frame(host)
        run("xdotool", "mousemove", str(left + 20), str(top + 20))
        self.wait(lambda: not self._is_covered(node), f"the toast over {node} to go")

    def click(self, node, button=1, times=1, place=None):
        self.settle(node)
        self.uncover(node)
        x, y = self.point(node, place)
        run("xdotool", "mousemove", str(x), str(y))
        time.sleep(0.06)
        run("xdotool", "click", "--repeat", str(times), "--delay", "60", str(button))
        time.sleep(0.15)

    def scroll_to(self, node, across=480):
        """Brings a thing up with the wheel, from below the end of the pane that stands so far across; gives the thing."""
        host = self._host(node)
        left, top, _, height = self._frame(host)
        end = host.box[3] - 60
        run("xdotool", "mousemove", str(left + across), str(top + height // 2))
        for _ in range(40):
            if node.box[1] + node.box[3] < end:
                break
            run("xdotool", "click", "5")
            self.settle(node)
        return node

    def open_list(self, button):
        """Opens the list behind a button; keys reach its rows only once it was laid out."""
        self.click(button)
        self.wait(lambda: self.find("row", check=lambda row: row.has_state(Atspi.StateType.FOCUSED), root=button),
                  f"the list behind {button}")

    def take_keyboard(self):
        """Whether keys reach the program. Where two windows go at once the window manager may give them to
        nobody; a person then clicks the window that is left."""
        if run("xdotool", "getwindowfocus", "getwindowpid") == str(self.process.pid):
            return True
        mine = self._windows()
        if mine:
            run("xdotool", "windowactivate", mine[-1])
        return False

    def alone(self, seconds=PATIENCE):
        """Waits until dialogs are gone and the window has the keyboard back: what is typed before is lost.

        The screen tells: GTK 4.8 complains of itself when it is asked for a window that just goes."""
        self.wait(lambda: self.take_keyboard() and run("xdotool", "getwindowfocus") == self.main,
                  "the dialogs to close", seconds)

    def key(self, *keys):
        for key in keys:
            self.wait(self.take_keyboard, f"the keyboard, to press {key}")
            run("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.12)

    def type(self, text):
        """Types ASCII; anything else is pasted, since letters that no key has get lost."""
        if text.isascii():
            self.wait(self.take_keyboard, f"the keyboard, to type {text}")
            run("xdotool", "type", "--delay", "15", "--", text)
        else:
            subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), check=True, timeout=10,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # it goes to the background before the clipboard is its own
            self.wait(lambda: run("xclip", "-selection", "clipboard", "-o") == text.strip(), "the clipboard")
            self.key("ctrl+v")
        time.sleep(0.15)

    def path(self, path):
        """Names a file to an open file chooser."""
        # a slash opens the line for a name where there is none yet
        self.key("ctrl+a")
        self.type("/")
        self.key("ctrl+a")
        self.type(str(path))
        self.key("Return")

    def shot(self, path):
        """A picture of the whole screen, as the person sees it."""
        run("import", "-window", "root", str(path))

    def quit(self, key="ctrl+q"):
        """Leaves the program by a key and returns its exit code."""
        self.key(key)
        return self.process.wait(PATIENCE)  # the file is written to the disk before the program ends

    # ---- judging

    def unnamed(self, root=None):
        """Controls that a screen reader cannot name, each with the way to it."""
        bad = []

        def look(node, way):
            # what a control is made of takes its name
            inner = node.role == "push button" and way and way[-1].startswith(("push button", "combo box"))
            nameless = not node.name.strip() or CLASS_NAME.match(node.name)
            if (node.role in CONTROLS and node.visible and nameless and not inner
                    and node.name != "GtkColumnListView"):
                bad.append(f"{'/'.join(way[-3:])}/{node}")
            if node.role in ("list", "table", "tree table") and \
                    ask(node.accessible.get_child_count, 0) > LONG_LIST:
                return
            for child in node.children:
                look(child, way + [f"{node.role}:{node.name}"])

        look(root or self.app, [])
        return bad
