# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""An input method for tests: it composes as the Vietnamese ones do, with pre-edit.

  telex_engine.py commit   gives the word it is composing before a key it does not want
  telex_engine.py focus    lets the program keep what it shows when the focus leaves
  telex_engine.py silent   never gives it: whoever shows pre-edit has to take it

Letters are composed word by word: aa â, aw ă, dd đ, ee ê, oo ô, ow ơ, uw ư; s f r x j set the tone
on the last vowel.  Enough to see whether what is composed arrives."""
import sys
import unicodedata

import gi

gi.require_version("IBus", "1.0")
from gi.repository import GLib, IBus

HOOKS = {"a": "\u0302", "e": "\u0302", "o": "\u0302"}
TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
VOWELS = "aeiouy"


def composed(word, key):
    """The word after one more key."""
    base = unicodedata.normalize("NFD", word)
    low = key.lower()
    last = word[-1:] and unicodedata.normalize("NFD", word[-1])
    if last and low == last[0].lower() and len(last) == 1 and low in HOOKS:
        return unicodedata.normalize("NFC", word + HOOKS[low])
    if low == "d" and word[-1:] in ("d", "D"):
        return word[:-1] + ("Đ" if word[-1] == "D" else "đ")
    if low == "w" and last and last[0].lower() in "aou":
        return unicodedata.normalize("NFC", word + ("\u0306" if last[0].lower() == "a" else "\u031b"))
    if low in TONES:
        for i in range(len(base) - 1, -1, -1):
            if base[i].lower() in VOWELS:
                end = i + 1
                while end < len(base) and unicodedata.combining(base[end]):
                    end += 1
                return unicodedata.normalize("NFC", base[:end] + TONES[low] + base[end:])
    return word + key


class Telex(IBus.Engine):
    def __init__(self, manner, **kwargs):
        super().__init__(**kwargs)
        self.manner = manner
        self.word = ""

    def show(self):
        text = IBus.Text.new_from_string(self.word)
        mode = IBus.PreeditFocusMode.COMMIT if self.manner == "focus" else IBus.PreeditFocusMode.CLEAR
        self.update_preedit_text_with_mode(text, len(self.word), bool(self.word), mode)

    def give(self):
        if self.word:
            text = IBus.Text.new_from_string(self.word)
            self.word = ""
            self.commit_text(text)
            self.show()

    def do_process_key_event(self, keyval, keycode, state):
        if state & IBus.ModifierType.RELEASE_MASK:
            return False
        wanted = state & (IBus.ModifierType.CONTROL_MASK | IBus.ModifierType.MOD1_MASK)
        key = chr(keyval) if 0x20 < keyval < 0x7f else ""
        if key.isalpha() and not wanted:
            self.word = composed(self.word, key)
            self.show()
            return True
        if keyval == IBus.KEY_BackSpace and self.word:
            self.word = self.word[:-1]
            self.show()
            return True
        # a blank ends a word in every manner; for other keys they differ
        if self.manner == "commit" or key or keyval == IBus.KEY_space:
            self.give()
        return False

    def do_focus_out(self):
        self.word = ""

    def do_reset(self):
        self.word = ""


class Factory(IBus.Factory):
    def __init__(self, bus, manner):
        super().__init__(object_path=IBus.PATH_FACTORY, connection=bus.get_connection())
        self.bus, self.manner, self.n = bus, manner, 0

    def do_create_engine(self, name):
        self.n += 1
        return Telex(self.manner, connection=self.bus.get_connection(), engine_name=name,
                     object_path=f"/org/freedesktop/IBus/Engine/Telex/{self.n}")


def main(manner):
    IBus.init()
    bus = IBus.Bus()
    loop = GLib.MainLoop()
    bus.connect("disconnected", lambda *_: loop.quit())
    factory = Factory(bus, manner)
    component = IBus.Component(name="org.thidua.Telex", description="Telex for tests", version="1",
                               license="GPL", author="The Thi Đua developers", homepage="",
                               command_line="", textdomain="")
    component.add_engine(IBus.EngineDesc(name="td-telex", longname="Telex for tests", description="",
                                         language="vi", license="GPL", author="", icon="",
                                         layout="us"))
    bus.register_component(component)
    bus.set_global_engine_async("td-telex", -1, None, lambda *_: print("ready", flush=True))
    loop.run()
    del factory


main(sys.argv[1])
