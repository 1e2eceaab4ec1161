# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window as a screen reader has it, asked for in waves: all widgets of one depth at once. Asking one widget after the
other, as libatspi does, waits for the bus a thousand times to see one page."""
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
WINDOW = 1  # the coordinates of Component


class Seen:
    """A widget as it was at that moment; what is not known is asked of the widget itself."""

    def __init__(self, parent, index, bus, path):
        self.parent, self.index, self.bus, self.path = parent, index, bus, path
        self.name, self.role, self.text, self.states, self.box, self.children = "", "", "", 0, None, []
        self.top, self.found = None, []

    def get_name(self):
        return self.name

    def get_role_name(self):
        return self.role

    def get_state_set(self):
        return Atspi.StateSet.new([Atspi.StateType(bit) for bit in range(int(Atspi.StateType.LAST_DEFINED)) if self.states >> bit & 1])

    def has_state(self, state):
        return bool(self.states >> int(state) & 1)

    def hides(self):
        """GTK 4.8 says "visible" of what a stack hides; what is not on the screen has no size. The page of a stack has none."""
        return self.box is not None and not (self.box[2] and self.box[3])

    def accessible(self):
        """The widget, to act on."""
        if self.top is None:
            widget = self.parent.accessible().get_child_at_index(self.index)
            if widget is not None and widget.path != self.path:
                widget = widget.get_child_at_index(0)  # GTK 4.8 lists what is in the pages of a stack, not the pages
            if widget is None or widget.path != self.path:
                raise GLib.Error(f"{self.role} {self.name!r} went away")
            self.top = widget
        return self.top

    def __getattr__(self, name):
        return getattr(self.accessible(), name)

    def all(self):
        """Itself and what is in it, depth first."""
        yield self
        for child in self.children:
            yield from child.all()


class Screen:
    """Reads trees of one application."""

    def __init__(self, bus):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None).unpack()[0]
        self.bus = bus
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.waiting = 0

    def ask(self, seen, interface, method, arguments, answer):
        """What went away answers nothing."""
        def done(connection, result):
            self.waiting -= 1
            try:
                reply = connection.call_finish(result)
            except GLib.Error:
                return
            answer(reply.unpack())

        self.waiting += 1
        self.connection.call(seen.bus, seen.path, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None, done)

    def wave(self):
        context = GLib.MainContext.default()
        while self.waiting:
            context.iteration(True)

    def read(self, top, most_of, hidden=True):
        """A widget of libatspi with what is in it, of each as many children as most_of() says; what is not on the screen
        unless it is not `hidden`."""
        root = Seen(None, 0, self.bus, top.path)
        root.top = top
        level = [root]
        self.ask_what(root)
        self.wave()
        while level:
            for seen in level:
                self.ask_how(seen)
            self.wave()
            below = [Seen(seen, index, *found) for seen in level for index, found in enumerate(seen.found[:most_of(seen)])]
            for child in below:
                self.ask_what(child)
            self.wave()
            level = [child for child in below if hidden or not child.hides()]
            for child in level:
                child.parent.children.append(child)
        return root

    def ask_what(self, seen):
        self.ask(seen, ACCESSIBLE, "GetRole", None, lambda reply: setattr(seen, "role", Atspi.role_get_name(Atspi.Role(reply[0]))))
        self.ask(seen, PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name")), lambda reply: setattr(seen, "name", reply[0]))
        self.ask(seen, "org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (WINDOW,)), lambda reply: setattr(seen, "box", reply[0]))

    def ask_how(self, seen):
        def states(reply):
            seen.states = reply[0][0] | reply[0][1] << 32

        self.ask(seen, ACCESSIBLE, "GetState", None, states)
        if seen.role not in ("label", "image", "separator"):
            self.ask(seen, ACCESSIBLE, "GetChildren", None, lambda reply: setattr(seen, "found", reply[0]))

    def read_texts(self, seen):
        """The texts of those of these widgets that are entries."""
        for one in seen:
            if one.role in ("text", "entry"):
                self.ask(one, "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)), lambda reply, one=one: setattr(one, "text", reply[0]))
        self.wave()
