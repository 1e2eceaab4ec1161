# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan is looked through by keyboard beside its text: words are taken, a doubt approved, a fact left out, all of it
undone and done again, and then it is accepted."""
import os
import re
import sqlite3
import subprocess
import sys

from uitest import Atspi, run, shot
from windowtest import Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', _po.read(), re.MULTILINE))

TEXT = """ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MẪU                     Độc lập - Tự do - Hạnh phúc
Số:      /KH-UBND          Mẫu, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức phong trào thi đua trồng cây năm 2026

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Phát huy tinh thần yêu nước, cỗ vũ Nhân dân trồng cây.
II. HÌNH THỨC KHEN THƯỞNG
Giấy khen của Chủ tịch Ủy ban nhân dân xã.
III. TỔ CHỨC THỰC HIỆN
1. Giao Văn phòng theo dõi, đôn đốc, tổng hợp việc thực hiện phong trào của các thôn, báo cáo Ủy ban nhân dân xã xem xét, biểu dương những nơi làm tốt.
2. Phòng Văn hóa - Xã hội
Tham mưu tổ chức phát động phong trào, đầy mạnh tuyên truyền.
3. Các thôn
Báo cáo kết quả về Ủy ban nhân dân xã trước ngày 20/11/2026.

Nơi nhận:                  TM. ỦY BAN NHÂN DÂN
- Các thôn;                CHỦ TỊCH
- Lưu: VT.                 Người Mẫu
"""

office = Office(sys.argv[1], sys.argv[2], nominations=30)
app = office.open("Kế hoạch")
MAIN = app.xid


def tr(text):
    return PO.get(text, text)


def widgets():
    for i in range(app.root.get_child_count()):
        window = app.root.get_child_at_index(i)
        if window is not None and window.get_name() == tr("Review a Plan"):
            yield from office.widgets(window)


def labels():
    return [w.get_name() for w in widgets() if w.get_role_name() == "label"]


def counts():
    """How many facts are sure, to be checked, missing, changed."""
    for text in labels():
        found = re.fullmatch(re.sub(r"%u", r"(\\d+)", re.escape(tr("%u sure · %u to check · %u missing · %u changed")).replace("%u", r"%u")), text)
        if found:
            return tuple(map(int, found.groups()))
    return None


def wait_counts(*expected):
    app.wait(lambda: counts() == expected, 5, f"{expected}, not {counts()}")


def choose_file(path):
    """In the file dialog that was asked for."""
    app.wait(lambda: app.xdo("getactivewindow")[-1] != MAIN, 10, "the file dialog")
    dialog = app.xdo("getactivewindow")[-1]
    app.pump(1)
    app.key("ctrl+l")
    app.pump(0.5)
    app.key("ctrl+a")
    app.type(path)
    for _ in range(5):  # the first may only close the list of completions
        app.key("Return")
        app.pump(1)
        if app.xdo("getactivewindow")[-1] != dialog:
            break
    app.wait(lambda: any(widgets()), 10, "the review")


def is_enabled(label):
    for widget in widgets():
        if widget.get_role_name() == "push button" and widget.get_name() == f"{label} {label.replace('_', '')}":  # as GTK 4.8 names a mnemonic
            return widget.get_state_set().contains(Atspi.StateType.SENSITIVE)
    return None


def text_view():
    return next(w for w in widgets() if w.get_name() == tr("Text of the plan"))


def n_plans():
    return len(office.ask("plan", "list"))


def opened():
    path = os.path.join(office.folder, "ke-hoach.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(TEXT)
    before = n_plans(), office.head()
    app.key("ctrl+n")
    choose_file(path)
    app.xid = app.xdo("getactivewindow")[-1]
    app.wait(lambda: counts() is not None, 5, "the counts")
    assert (n_plans(), office.head()) == before
    outline = [text for text in labels() if re.match(r"(I+|[0-9])\. ", text)]
    assert [text.split()[0] for text in outline] == ["I.", "1.", "II.", "III.", "1.", "2."], outline  # of a list the first six
    assert outline[4].startswith("1. Giao Văn phòng") and outline[4].endswith("…"), outline
    shot("plan-review.png")
    print("# " + str(counts()))


def doubts():
    """F8 goes from doubt to doubt; Ctrl+Enter says it is right."""
    sure, check, missing, changed = counts()
    assert check > 0 and missing > 0 and changed == 0, counts()
    for _ in range(30):
        app.key("F8")
        app.pump(0.3)
        if is_enabled(tr("It Is _Right")):
            break
    app.key("ctrl+Return")
    wait_counts(sure + 1, check - 1, missing, 0)
    app.key("ctrl+z")
    wait_counts(sure, check, missing, 0)
    app.key("ctrl+shift+z")
    wait_counts(sure + 1, check - 1, missing, 0)


def taken():
    """The words of the text become the number of the plan, by keyboard."""
    sure, check, missing, _ = counts()
    for _ in range(30):  # the number is missing
        app.key("F8")
        app.pump(0.3)
        if any(w.get_role_name() in ("text", "entry") and w.get_name() == tr("Number") for w in widgets()):
            break
    app.click(text_view())
    app.key("ctrl+Home", "Down", "Down", "Home", "ctrl+Right", "Home", "shift+End")
    app.wait(lambda: is_enabled(tr("_Take from the Text")), 5, "words are chosen")
    app.key("ctrl+t")
    wait_counts(sure, check, missing - 1, 1)
    app.key("ctrl+z")
    wait_counts(sure, check, missing, 0)


def typed():
    """Tab leads from the facts to the fields of the one that is chosen; what is typed there is a change."""
    sure, check, missing, _ = counts()
    app.key("F6", "End", "Home", "Down")  # from the text to the facts; the second is the number
    app.pump(0.5)
    app.key("Tab")
    app.pump(0.3)
    app.key("ctrl+a")
    app.type("15/KH-UBND")
    app.key("Return")
    wait_counts(sure, check, missing - 1, 1)
    app.click(text_view())


def left_out_and_accepted():
    """What is left out is not in the plan that is accepted; one undo takes the plan back."""
    before = n_plans()
    sure, check, missing, changed = counts()
    app.key("F6", "End")  # from the text to the facts
    app.pump(0.5)
    app.key("ctrl+d")
    app.wait(lambda: counts() != (sure, check, missing, changed), 5, "a fact left out")
    app.key("ctrl+s")
    app.wait(lambda: n_plans() == before + 1, 10, "the plan")
    app.wait(lambda: not any(widgets()), 10, "the review to go")
    office.focus()
    with sqlite3.connect(office.path) as db:
        kept = db.execute("SELECT title, number FROM plan ORDER BY id DESC").fetchone()
    assert kept == ("Tổ chức phong trào thi đua trồng cây năm 2026", "15/KH-UBND"), kept
    app.key("ctrl+z")
    app.wait(lambda: n_plans() == before, 10, "no plan")


run(opened, doubts, taken, typed, left_out_and_accepted)
office.close()
