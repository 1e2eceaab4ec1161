# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text in the encodings that Vietnamese offices have files in. Those from before Unicode are written here from their tables:
TCVN 5712:1993 (VN3), in which capitals with a tone have no code, and VNI for Windows, a letter and then its marks."""
import unicodedata

# From A1 on; a dot where there is no letter.
VN3 = ("ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ")
TCVN3 = {letter: 0xA1 + i for i, letter in enumerate(VN3) if letter != "."}

GRAVE, ACUTE, HOOK, TILDE, DOT, HAT, BREVE, HORN = "\u0300\u0301\u0309\u0303\u0323\u0302\u0306\u031b"
VNI_MARKS = {(GRAVE,): 0xF8, (ACUTE,): 0xF9, (HOOK,): 0xFB, (TILDE,): 0xF5, (DOT,): 0xEF,
             (HAT,): 0xE2, (GRAVE, HAT): 0xE0, (ACUTE, HAT): 0xE1, (HAT, HOOK): 0xE5, (HAT, TILDE): 0xE3, (DOT, HAT): 0xE4,
             (BREVE,): 0xEA, (BREVE, GRAVE): 0xE8, (ACUTE, BREVE): 0xE9, (BREVE, HOOK): 0xFA, (BREVE, TILDE): 0xFC, (BREVE, DOT): 0xEB}
VNI_MARKS = {tuple(sorted(marks)): code for marks, code in VNI_MARKS.items()}
VNI_LETTERS = {"ì": 0xEC, "í": 0xED, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE, "đ": 0xF1}
VNI_HORNS = {"o": 0xF4, "u": 0xF6}


def windows(letter):
    return letter.encode("cp1252", "replace")


def tcvn3(text):
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        code = TCVN3.get(letter, TCVN3.get(letter.lower()))
        out += bytes([code]) if code else windows(letter)
    return bytes(out)


def vni_letter(letter):
    small = letter.lower()
    big = 0x20 if letter != small else 0
    if small in VNI_LETTERS:
        return bytes([VNI_LETTERS[small] - big])
    base, *marks = unicodedata.normalize("NFD", small)
    out = b""
    if HORN in marks:
        marks.remove(HORN)
        out = bytes([VNI_HORNS[base] - big])
    else:
        out = windows(base.upper() if big else base)
    if marks:
        out += bytes([VNI_MARKS[tuple(sorted(marks))] - big])
    return out


def vni(text):
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        known = letter.isalpha() and ord(letter) > 0x7F
        out += vni_letter(letter) if known else windows(letter)
    return bytes(out)


ENCODINGS = {
    "UTF-8 in two signs": lambda text: unicodedata.normalize("NFD", text).encode(),
    "UTF-8 with its mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16BE without a mark": lambda text: text.encode("utf-16-be"),
    "UTF-16LE without a mark": lambda text: text.encode("utf-16-le"),
    "TCVN3": tcvn3,
    "TCVN3 taken for Western": lambda text: tcvn3(text).decode("cp1252").encode(),
    "VNI": vni,
    "VNI taken for Western": lambda text: vni(text).decode("cp1252").encode(),
}
