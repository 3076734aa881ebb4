# SPDX-License-Identifier: GPL-3.0-or-later
"""The verifiers: each takes files and gives, for each file, one line a signature in the order it tells them. A verifier that
is missing gives nothing and says on standard error why."""
import collections
import json
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
JARS = ["/usr/share/java/" + name + ".jar"
        for name in ("pdfbox2", "fontbox2", "commons-logging", "bcprov", "bcpkix", "bcutil")]


def left_out(what, why):
    print(f"{what} is left out: {why}", file=sys.stderr)


def output_of(*command, **more):
    """What a program wrote, however it ended: both channels in one."""
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                         timeout=900, check=False, **more)
    return ran.stdout


def by_file(text):
    """Lines "file<tab>what" of our small programs over a library."""
    found = collections.defaultdict(list)
    for line in text.splitlines():
        name, tab, what = line.partition("\t")
        if tab:
            found[name].append(what)
    return found


class CentreQual:
    name = "CentreQual"

    def __init__(self, cli, authority):
        self.cli = cli
        self.trust = authority.path("root.pem")

    def report(self, file):
        text = subprocess.run([self.cli, "report", "verify", file, "--trust", self.trust, "--json"], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        try:
            return json.loads(text.stdout)
        except ValueError:
            return {"verdict": "refused", "problem": text.stderr.strip(), "signatures": []}

    def judge(self, files):
        found = {}
        for file in files:
            found[file] = [self._line(one) for one in self.report(file)["signatures"]]
        return found

    @staticmethod
    def _line(one):
        level = "" if one["kind"] == "document-timestamp" else f", {one['level']}"
        return f"{one['integrity']}, {one['trust']}{level}"

    def told(self, file):
        """The verdict on the whole, and what it is founded on, in one line."""
        report = self.report(file)
        reasons = [one["sentence"].replace("This is not what was signed first. Changed: ", "changed: ").rstrip(".")
                   for one in report.get("revisions", []) if one["change"] == "forbidden"]
        reasons += [one["sentence"].rstrip(".") for one in report.get("formFaults", [])]
        reasons += [one["problem"] for one in report["signatures"] if one["problem"]]
        reasons += [report["problem"]] if report["problem"] else []
        return f"**{report['verdict']}**: " + "; ".join(dict.fromkeys(reasons))


class PdfSig:
    """Of poppler. Asked without OCSP, for it would ask the responders that the certificates name."""
    name = "pdfsig"

    def __init__(self, authority):
        self.store = None
        if not shutil.which("pdfsig"):
            return left_out(self.name, "poppler-utils is not installed")
        if not shutil.which("certutil"):
            return left_out(self.name, "libnss3-tools is not installed, so that it could be told whom to trust")
        self.store = "sql:" + authority.path("nss")
        os.mkdir(authority.path("nss"))
        subprocess.run(["certutil", "-N", "-d", self.store, "--empty-password"], check=True)
        for one in ("root", "issuing"):
            subprocess.run(["certutil", "-A", "-d", self.store, "-n", one, "-t", "CT,C,C", "-i",
                            authority.path(one + ".pem")], check=True)

    def judge(self, files):
        return {file: self._lines(output_of("pdfsig", "-no-ocsp", "-nssdir", self.store, file)) for file in files} \
            if self.store else None

    @staticmethod
    def _lines(text):
        lines = []
        for part in re.split(r"Signature #\d+:", text)[1:]:
            said = re.search(r"Signature Validation: (.*?)\.?$", part, re.M)
            whole = "whole file" if "Total document signed" in part else "not the whole file"
            lines.append(f"{said.group(1)}, {whole}" if said else "not signed")
        return lines or [text.strip().splitlines()[-1] if text.strip() else "nothing"]


class MuTool:
    name = "mutool"

    def __init__(self):
        self.is_there = bool(shutil.which("mutool"))
        if not self.is_there:
            left_out(self.name, "mupdf-tools is not installed")

    def judge(self, files):
        return {file: self._lines(output_of("mutool", "sign", "-v", file)) for file in files} if self.is_there else None

    @staticmethod
    def _lines(text):
        lines = []
        for part in re.split(r"Verifying signature \d+:", text)[1:]:
            said = [line.strip().rstrip(".") for line in part.splitlines() if line.strip()]
            said = [line for line in said if not line.startswith(("Distinguished name", "Certificate error"))]
            lines.append(said[-1] if said else "nothing")
        return lines or [text.strip().splitlines()[-1] if text.strip() else "nothing"]


class PdfBox:
    name = "PDFBox"

    def __init__(self):
        self.why = None
        missing = [jar for jar in JARS if not os.path.exists(jar)]
        if not shutil.which("java"):
            self.why = "java is not installed"
        elif missing:
            self.why = "not installed: " + ", ".join(map(os.path.basename, missing))
        if self.why:
            left_out(self.name, self.why)

    def judge(self, files):
        if self.why:
            return None
        return by_file(output_of("java", "-cp", ":".join(JARS), os.path.join(HERE, "JudgePdf.java"), *files))


class PkiJs:
    """Fetched by npm into the folder of the proof, for Debian has it not."""
    name = "pkijs"

    def __init__(self, authority):
        self.modules = None
        if not shutil.which("npm"):
            return left_out(self.name, "nodejs and npm are not installed")
        folder = authority.path("js")
        os.mkdir(folder)
        fetched = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "pkijs", "asn1js"], cwd=folder,
                                 check=False, capture_output=True, text=True)
        if fetched.returncode != 0:
            return left_out(self.name, "npm cannot fetch it (" + fetched.stderr.strip().split("\n")[0] + ")")
        self.modules = os.path.join(folder, "node_modules")
        self.root = authority.path("root.pem")

    def judge(self, files):
        if not self.modules:
            return None
        return by_file(output_of("node", os.path.join(HERE, "judge.mjs"), self.root, *files,
                                 env={**os.environ, "NODE_PATH": self.modules}))


class LibreOffice:
    name = "LibreOffice"

    def __init__(self, authority):
        places = ("/usr/lib/libreoffice/program/soffice.bin", "/opt/libreoffice/program/soffice.bin")
        self.program = next((path for path in places if os.path.exists(path)), None)
        self.profile = authority.path("libreoffice")
        if not self.program:
            return left_out(self.name, "it is not installed")
        if subprocess.run(["/usr/bin/python3", "-c", "import uno"], check=False, capture_output=True).returncode != 0:
            self.program = None
            left_out(self.name, "python3-uno is not installed")

    def judge(self, files):
        if not self.program:
            return None
        return by_file(output_of("/usr/bin/python3", os.path.join(HERE, "judge_libreoffice.py"), self.program,
                                 self.profile, *files))
