#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proof by verifiers we did not write; see README.md. Prints its tables as Markdown and ends with 1 where CentreQual calls an
attacked report anything but bad, where a signature breaks a rule of PAdES baseline, or where a verifier that was there
refuses a signature nobody touched."""
import argparse
import collections
import os
import subprocess
import sys
import tempfile

import authority
import baseline
import judges

NAMES = {"report.pdf": "signed three times", "timestamped.pdf": "with a document timestamp",
         "prolonged.pdf": "with validation data and a timestamp over it"}
# How a verifier begins what it says of a signature that holds.
GOOD = {"CentreQual": "intact, trusted", "pdfsig": "Signature is Valid", "PDFBox": "verifies",
        "mutool": ("The signature is valid", "The document is unchanged"), "pkijs": "verifies, chain good",
        "LibreOffice": "valid"}


class Proof:
    def __init__(self, cli, attack_files, folder):
        self.cli, self.attack_files, self.folder = cli, attack_files, folder
        self.failures = []
        self.authority = authority.Authority(folder)
        self.centrequal = judges.CentreQual(cli, self.authority)
        self.others = [judges.PdfSig(self.authority), judges.MuTool(), judges.PdfBox()]

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *words):
        """The command line of CentreQual; what it said on standard output."""
        secrets = {"CENTREQUAL_PASSPHRASE": authority.PASSPHRASE, "CENTREQUAL_PIN": authority.PIN,
                   "CENTREQUAL_PERSON": "Helene Osei (fictional)"}
        ran = subprocess.run([self.cli, *words], env={**os.environ, **secrets}, capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            sys.exit(f"centrequal-cli {' '.join(words)}: {ran.returncode}\n{ran.stdout}{ran.stderr}")
        return ran.stdout

    def make_report(self):
        """An audit of the demonstration, signed by three with RSA, ECDSA and a token; the files, oldest first."""
        workspace = self.path("demo.centrequal")
        self.run("demo", workspace)
        lines = self.run("audit", "list", workspace).splitlines()
        audit = next(line for line in lines if "consolidation" in line).split("\t")[0].split()[0]
        stamped = ("--timestamp", self.authority.url + "/tsa")
        one, two, three = (self.path(name) for name in ("one.pdf", "two.pdf", "report.pdf"))
        self.run("report", "export", workspace, audit, self.path("single.pdf"), "--sign", self.authority.path("auditor.p12"))
        self.run("report", "export", workspace, audit, one, "--sign", self.authority.path("auditor.p12"), *stamped)
        self.run("report", "sign", one, two, "--field", "centre", "--sign", self.authority.path("centre.p12"),
                 "--meaning", "acknowledged", *stamped)
        token = self.authority.make_token()
        if token:
            self.run("report", "sign", two, three, "--field", "reviewer", "--sign", token, "--meaning", "approved", *stamped)
        else:
            judges.left_out("the third signature, by a token", "softhsm2 and opensc are not installed")
            os.rename(two, three)
        timestamped = self.path("timestamped.pdf")
        self.run("report", "timestamp", three, timestamped, "--service", self.authority.url + "/tsa")
        if "report prolong" not in self.run("--help"):
            judges.left_out("the report with validation data", "this centrequal-cli has no \"report prolong\"")
            return [three, timestamped]
        prolonged = self.path("prolonged.pdf")
        self.run("report", "prolong", three, prolonged, "--trust", self.authority.path("root.pem"), *stamped)
        return [three, timestamped, prolonged]

    def accepted(self, files):
        """What every verifier says of every signature that nobody touched."""
        verifiers = [self.centrequal, *self.others, judges.PkiJs(self.authority), judges.LibreOffice(self.authority)]
        said = [(one.name, found) for one in verifiers if (found := one.judge(files)) is not None]
        for file in files:
            print(f"\n### The report {NAMES[os.path.basename(file)]}\n")
            fields = [one["field"] for one in self.centrequal.report(file)["signatures"]]
            # Some list a prepared field that nobody signed in, too.
            fields += ["(empty field)"] * (max(len(found[file]) for _, found in said) - len(fields))
            print("| Verifier | " + " | ".join(fields) + " |\n|" + " --- |" * (len(fields) + 1))
            for name, found in said:
                lines = found[file] + [""] * (len(fields) - len(found[file]))
                print(f"| {name} | " + " | ".join(lines) + " |")
                self._judge_acceptance(name, os.path.basename(file), dict(zip(fields, lines)))
            check = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
            verdict = self.centrequal.report(file)["verdict"]
            print(f"\n`qpdf --check` ends with {check.returncode}; CentreQual says of the whole: {verdict}.")
            if check.returncode != 0 or verdict != "good":
                self.failures.append(f"{os.path.basename(file)}: qpdf {check.returncode}, CentreQual {verdict}")

    def _judge_acceptance(self, name, file, said):
        for field, line in said.items():
            if field not in ("document-timestamp", "(empty field)") and not line.startswith(GOOD[name]):
                self.failures.append(f"{name} on {field} of {file}: {line}")

    def attacked(self):
        """What is said of every attack on a report with one signature."""
        made = self.path("attacks")
        os.mkdir(made)
        subprocess.run([self.attack_files, self.path("single.pdf"), made], check=True)
        files = [os.path.join(made, name) for name in sorted(os.listdir(made))]
        said = [(one.name, found) for one in self.others if (found := one.judge(files)) is not None]
        untroubled = collections.Counter()
        print("| | Attack | CentreQual |" + "".join(f" {name} |" for name, _ in said))
        print("|" + " --- |" * (3 + len(said)))
        for file in files:
            number, _, what = os.path.basename(file)[:-len(".pdf")].partition(" ")
            told = self.centrequal.told(file)
            if not told.startswith("**bad**"):
                self.failures.append(f"{what}: CentreQual says {told}")
            cells = []
            for name, found in said:
                # The places in which nobody signed are no news.
                signatures = [line for line in found[file] if not line.endswith("not signed")]
                untroubled[name] += bool(signatures) and all(line.startswith(GOOD[name]) for line in signatures)
                cells.append(" / ".join(signatures) or "no signature")
            print(f"| {int(number)} | {what} | {escaped(told)} | " + " | ".join(map(escaped, cells)) + " |")
        missed = sum("CentreQual says" in one for one in self.failures)
        print(f"\nOf {len(files)} attacks, CentreQual calls {len(files) - missed} bad. All signatures that are there hold in "
              "the word of " + ", ".join(f"{name} in {untroubled[name]}" for name, _ in said) + ".")

    def baseline(self, file):
        rows = baseline.table(file)
        print("| Rule | " + " | ".join(f"signature {number}" for number, _ in rows) + " |\n|" + " --- |" * (len(rows) + 1))
        for rule in baseline.RULES:
            print(f"| {rule} | " + " | ".join("yes" if kept[rule] else "**no**" for _, kept in rows) + " |")
            self.failures += [f"signature {number}: {rule}" for number, kept in rows if not kept[rule]]


def escaped(text):
    return text.replace("|", "\\|").replace("\n", " ")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cli", help="the built centrequal-cli")
    parser.add_argument("attack_files", nargs="?", help="the built attack_files; without it no attacks are made")
    parser.add_argument("--keep", metavar="FOLDER", help="a new folder for the files, which is kept")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or temporary
        if arguments.keep:
            os.mkdir(folder)
        os.environ["XDG_DATA_HOME"] = os.path.abspath(folder)  # whom the person at this computer trusts is no matter here
        proof = Proof(os.path.abspath(arguments.cli), arguments.attack_files, os.path.abspath(folder))
        files = proof.make_report()
        print("## (a) Signatures nobody touched")
        proof.accepted(files)
        print("\n## (b) Attacks on a signed report\n")
        if arguments.attack_files:
            proof.attacked()
        else:
            judges.left_out("the attacks", "attack_files is not named")
        print("\n## (c) PAdES baseline\n")
        proof.baseline(files[0])
    for failure in proof.failures:
        print("FAILED: " + failure, file=sys.stderr)
    return 1 if proof.failures else 0


if __name__ == "__main__":
    sys.exit(main())
