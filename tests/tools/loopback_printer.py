#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real print server (cupsd) of our own, for tests: no systemd, no D-Bus, no network, no root.

It listens on a socket in a folder and drives printers that keep what they are sent:

    loopback_printer.py COMMAND…    runs a command with CUPS_SERVER and THIDUA_PRINTERS (the folder) set
    loopback_printer.py             does what lines on its input say, and answers each with "ok" or the reason:
                                    kill, start, rule HOW BYTES, or a command such as "lpadmin -x a3"

    out/PRINTER-N.pdf       the document of job N, byte for byte as the printer got it
    out/PRINTER-N.options   the options the server handed to the printer
    out/PRINTER-N.user      who sent it
    out/PRINTER.printed     the numbers of the jobs in the order they came out, one on a line

What a printer does is told by files beside them, read while it prints:

    out/PRINTER.say     lines it says to the server, such as "STATE: +media-jam-error" or "PAGE: 1 1"; taken away
    out/PRINTER.wait    it goes on only when this is gone
    out/PRINTER.fail    it fails

The printers: "a3" (A3, A4, A5; two trays; default), "wide" (A4 and any size up to 500 × 1200 mm), "small" (A4, A5).
Everybody speaks to it through a gate that can break a conversation (Gate). It cannot simulate what only a driver or a printer knows: feeding, paper really loaded, two printers of one name."""
import ctypes
import os
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

BACKEND = """#!/bin/sh
[ $# -eq 0 ] && { echo 'file keep "Unknown" "Keep jobs"'; exit 0; }
own=${DEVICE_URI#keep:}/$PRINTER
say () { [ ! -f "$own.say" ] || { mv "$own.say" "$own.said" && cat "$own.said" >&2; }; }
say
while [ -f "$own.wait" ]; do sleep 0.05; say; [ -d /proc/$PPID ] || exit 1; done
say
[ ! -f "$own.fail" ] || { echo 'ERROR: It does not work.' >&2; exit 1; }
cat ${6:+"$6"} >"$own-$1.$$"
printf '%s\\n' "$5 copies=$4" >"$own-$1.options"
printf '%s\\n' "$2" >"$own-$1.user"
mv "$own-$1.$$" "$own-$1.pdf"
chmod 644 "$own-$1".*
echo "$1" >>"$own.printed"
"""

FILES = """ServerRoot {root}/etc
ServerBin {root}/bin
DataDir {root}/data
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/run
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
Printcap {root}/run/printcap
User {user}
Group {group}
{system}
FileDevice Yes
Sandboxing relaxed
"""

SERVER = """LogLevel info
Listen {root}/s
Browsing Off
DefaultAuthType None
WebInterface No
MaxClients 100
JobRetryInterval 1
DirtyCleanInterval 0
ReloadTimeout 0
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow localhost
  </Limit>
</Policy>
"""

# As small as a PDF can be.
PDF = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
       b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1190.55 841.89]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
MM = 72 / 25.4
PAPERS = {"A3": (842, 1191), "A4": (595, 842), "A5": (420, 595)}
SLOTS = ("Auto/Automatic", "Tray1/Tray 1", "Tray2/Tray 2", "ManualFeed/Manual")


def ppd(name, papers, slots=(), custom=None, margin=12):
    """The description of a printer that takes PDF as it is."""
    first = papers[0]
    lines = ['*PPD-Adobe: "4.3"', '*FormatVersion: "4.3"', '*FileVersion: "1.0"', "*LanguageVersion: English", "*LanguageEncoding: ISOLatin1",
             '*PCFileName: "LOOPBACK.PPD"', '*Manufacturer: "Loopback"', '*Product: "(Loopback)"', f'*ModelName: "Loopback {name}"',
             f'*ShortNickName: "Loopback {name}"', f'*NickName: "Loopback {name}"', '*PSVersion: "(3010.000) 0"', '*LanguageLevel: "3"',
             "*ColorDevice: True", "*DefaultColorSpace: RGB", '*cupsVersion: 2.4', '*cupsFilter2: "application/pdf application/pdf 0 -"']
    if custom:
        lines += ['*VariablePaperSize: True', f'*MaxMediaWidth: "{custom[2]}"', f'*MaxMediaHeight: "{custom[3]}"',
                  f'*HWMargins: {margin} {margin} {margin} {margin}', '*CustomPageSize True: "pop"',
                  f"*ParamCustomPageSize Width: 1 points {custom[0]} {custom[2]}", f"*ParamCustomPageSize Height: 2 points {custom[1]} {custom[3]}",
                  "*ParamCustomPageSize WidthOffset: 3 points 0 0", "*ParamCustomPageSize HeightOffset: 4 points 0 0",
                  "*ParamCustomPageSize Orientation: 5 int 0 3"]
    for key in ("PageSize", "PageRegion"):
        lines += [f"*OpenUI *{key}/Media Size: PickOne", f"*Default{key}: {first}"]
        lines += [f'*{key} {p}/{p}: ""' for p in papers] + [f"*CloseUI: *{key}"]
    lines += [f"*DefaultImageableArea: {first}"]
    lines += [f'*ImageableArea {p}/{p}: "{margin} {margin} {PAPERS[p][0] - margin} {PAPERS[p][1] - margin}"' for p in papers]
    lines += [f"*DefaultPaperDimension: {first}"] + [f'*PaperDimension {p}/{p}: "{PAPERS[p][0]} {PAPERS[p][1]}"' for p in papers]
    for key, title, choices in (("InputSlot", "Tray", slots), ("Duplex", "Two-sided", ("None/Off", "DuplexNoTumble/Long edge")),
                                ("Resolution", "Resolution", ("600dpi/600 dpi",))):
        if choices:
            lines += [f"*OpenUI *{key}/{title}: PickOne", f"*Default{key}: {choices[0].split('/')[0]}"]
            lines += [f'*{key} {c}: ""' for c in choices] + [f"*CloseUI: *{key}"]
    return "\n".join(lines) + "\n"


PRINTERS = {
    "a3": (("A4", "A3", "A5"), SLOTS, None, "Máy in A3 phòng Thi đua", "Phòng 204"),
    "wide": (("A4",), SLOTS, (72, 72, 500 * MM, 1200 * MM), "Máy in khổ rộng", "Phòng 305"),
    "small": (("A4", "A5"), (), None, "", ""),
}


class Gate:
    """A socket in front of the server's. A rule is met by a conversation whose client has sent so many bytes:

    cut     both ends are closed
    stall   nothing is passed on any more
    kill    the server is killed
    mute    all is passed on, but instead of an answer the ends are closed
    silent  as mute, and whoever comes later is turned away
    junk    the answer is nothing that means anything
    pass    no rule"""

    def __init__(self, path, server):
        self.server, self.rule, self.after, self.closed = server, "pass", 0, False
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(path)
        os.chmod(path, 0o666)
        self.listener.listen(50)
        threading.Thread(target=self.accept, daemon=True).start()

    def set(self, rule, after):
        self.rule, self.after, self.closed = rule, after, False

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    @staticmethod
    def close(*ends):
        for end in ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def serve(self, client):
        server = socket.socket(socket.AF_UNIX)
        try:
            if not self.closed:
                server.connect(self.server.socket)
                state = {"sent": 0}
                back = threading.Thread(target=self.answers, args=(client, server, state), daemon=True)
                back.start()
                self.questions(client, server, state)
                back.join()
        except OSError:
            pass
        finally:
            client.close()
            server.close()

    def met(self, state):
        return self.rule != "pass" and state["sent"] >= self.after

    def questions(self, client, server, state):
        try:
            while data := client.recv(16384):
                state["sent"] += len(data)
                if self.met(state) and self.rule == "junk":
                    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: 512\r\n\r\n" + bytes(range(256)) * 2)
                    break
                if self.met(state) and self.rule in ("cut", "kill", "stall"):
                    if self.rule == "kill":
                        self.server.kill()
                    while self.rule == "stall":
                        time.sleep(0.05)
                    break
                server.sendall(data)
        except OSError:
            pass
        self.close(client, server)

    def answers(self, client, server, state):
        try:
            while data := server.recv(65536):
                if self.met(state) and self.rule in ("mute", "silent"):
                    # "100 Continue" is no answer.
                    head, rest = data.split(b"\r\n\r\n", 1) if data.startswith(b"HTTP/1.1 100") else (b"", data)
                    if rest:
                        self.closed = self.rule == "silent"
                        break
                    data = head + b"\r\n\r\n"
                client.sendall(data)
        except OSError:
            pass
        self.close(client, server)


def die_with_parent():
    """A test that is killed leaves no server behind."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


class Server:
    """The print server; start() and kill() may be called again and again."""

    def __init__(self):
        self.root = tempfile.mkdtemp(prefix="td-cups-")
        self.process = None
        self.lock = threading.RLock()  # the gate kills the server too
        self.out = os.path.join(self.root, "out")
        self.socket = os.path.join(self.root, "s")
        self.env = {"CUPS_SERVER": os.path.join(self.root, "gate"), "THIDUA_PRINTERS": self.out}
        os.chmod(self.root, 0o755)
        user = "lp" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        entry = pwd.getpwnam(user)
        group = subprocess.run(["id", "-gn", user], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
        for folder in ("etc/ppd", "bin/backend", "data", "spool/tmp", "cache", "run", "log", "out"):
            os.makedirs(os.path.join(self.root, folder))
        for folder in ("daemon", "notifier"):
            os.symlink(os.path.join("/usr/lib/cups", folder), os.path.join(self.root, "bin", folder))
        os.symlink("/usr/share/cups/mime", os.path.join(self.root, "data", "mime"))
        system = "SystemGroup root" if os.geteuid() == 0 else ""
        self.write("etc/cups-files.conf", FILES.format(root=self.root, user=user, group=group, system=system))
        self.write("etc/cupsd.conf", SERVER.format(root=self.root))
        self.write("bin/backend/keep", BACKEND, 0o755)
        self.gate = Gate(self.env["CUPS_SERVER"], self)
        if os.geteuid() == 0:
            for folder in ("spool", "spool/tmp", "cache", "run", "log", "out"):
                os.chown(os.path.join(self.root, folder), entry.pw_uid, entry.pw_gid)

    def write(self, name, text, mode=0o644):
        path = os.path.join(self.root, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, mode)
        return path

    def start(self):
        with self.lock:
            self.launch()

    def launch(self):
        path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
        program = shutil.which("cupsd", path=path)
        if program is None:
            raise FileNotFoundError("cupsd is not installed")
        self.process = subprocess.Popen([program, "-f", "-c", os.path.join(self.root, "etc/cupsd.conf"),
                                         "-s", os.path.join(self.root, "etc/cups-files.conf")],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                        preexec_fn=die_with_parent)
        for _ in range(600):
            if self.process.poll() is not None:
                raise OSError(f"cupsd does not start: {self.process.stderr.read()}{self.log()}")
            if self.ask("lpstat", "-r").stdout.strip().endswith("is running"):
                return
            time.sleep(0.05)
        raise OSError(f"cupsd does not answer: {self.log()}")

    def ask(self, *words):
        env = dict(os.environ, LC_ALL="C", PATH=os.environ.get("PATH", "") + ":/usr/sbin:/sbin", CUPS_SERVER=self.socket)
        return subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env,
                              timeout=60, check=False)

    def do(self, *words):
        done = self.ask(*words)
        if done.returncode != 0:
            raise OSError(f"{' '.join(words)}: {done.stderr}{self.log()}")

    def log(self):
        try:
            with open(os.path.join(self.root, "log/error"), encoding="utf-8", errors="replace") as file:
                return "".join(file.readlines()[-20:])
        except OSError:
            return ""

    def add(self, name):
        papers, slots, custom, info, location = PRINTERS[name]
        description = self.write(name + ".ppd", ppd(name, papers, slots, custom))
        self.do("lpadmin", "-p", name, "-E", "-v", "keep:" + self.out, "-P", description, "-D", info, "-L", location, "-o",
                "printer-error-policy=abort-job")

    def add_all(self):
        for name in PRINTERS:
            self.add(name)
        self.do("lpadmin", "-d", "a3")

    def kill(self):
        """Gone at once, as with the power."""
        with self.lock:
            if self.process is not None:
                self.process.kill()
                self.process.wait()
                self.process.stderr.close()
                self.process = None

    def stop(self):
        with self.lock:
            if self.process is not None:
                self.process.terminate()
                try:
                    self.process.wait(20)
                except subprocess.TimeoutExpired:
                    pass
            self.kill()

    def remove(self):
        self.stop()
        shutil.rmtree(self.root, ignore_errors=True)


def obey(server, words):
    if words == ["kill"]:
        server.kill()
    elif words == ["start"]:
        server.start()
    elif words[0] == "rule":
        server.gate.set(words[1], int(words[2]))
    else:
        server.do(*words)


def main(words):
    server = Server()
    try:
        try:
            server.start()
            server.add_all()
        except OSError as error:
            print(str(error).replace("\n", " "))
            return 1
        if words:
            return subprocess.run(words, env=dict(os.environ, **server.env), check=False).returncode
        for name, value in server.env.items():
            print(f"{name}={value}", flush=True)
        for line in sys.stdin:
            try:
                obey(server, shlex.split(line))
                print("ok", flush=True)
            except (OSError, subprocess.SubprocessError) as error:
                print(str(error).replace("\n", " "), flush=True)
        return 0
    finally:
        server.remove()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
