#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A certificate authority with its services for tests, honest or not by the path asked. Usage: revocationservice.py FOLDER

Makes root.pem, which is what to trust, an issuing authority under it, a timestamp authority, and signers: <name>.p12 with
passphrase "correct horse", which carries its own certificate only. Where to ask stands in each certificate; the openssl
program answers. Prints the port it listens on at 127.0.0.1, then a line each time somebody is kept waiting under /slow.

A line "revoke NAME yymmddhhmmssZ" on standard input lists a certificate as revoked from that moment on, also a later one,
and is answered by "done". Ends when standard input is closed.
"""
import http.server
import os
import subprocess
import sys
import tempfile
import threading

FOLDER = sys.argv[1]
LOCK = threading.Lock()  # openssl counts its timestamps in one file
DAYS = {"root": 7000, "issuing": 6000, "tsa": 3000}  # signers: 30, so that they run out first

CONFIGURATION = """[ca]
default_ca = $ENV::WHO
[root]
database = {0}/root.index
certificate = {0}/root.pem
private_key = {0}/root.key
default_md = sha256
[issuing]
database = {0}/issuing.index
certificate = {0}/issuing.pem
private_key = {0}/issuing.key
default_md = sha256
[tsa]
default_tsa = t
[t]
serial = {0}/tsa.serial
signer_cert = {0}/tsa.pem
signer_key = {0}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""
SIGNER = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n"
AUTHORITY = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"
SIGNERS = {  # name: paths to its responder and its list
    "ada": ("/ocsp", "/issuing.crl"),
    "ben": ("/ocsp", "/issuing.crl"),  # for whoever shall be revoked
    "cleo": ("/ocsp", "/issuing.crl"),
    "list-only": (None, "/issuing.crl"),
    "falls-back": ("/500", "/issuing.crl"),
    "nowhere": (None, None),
    "wrong-nonce": ("/wrong-nonce", None),
    "wrong-certificate": ("/wrong-certificate", None),
    "wrong-responder": ("/wrong-responder", None),
    "unknown": ("/unknown", None),
    "try-later": ("/try-later", None),
    "slow": ("/slow", None),
    "foreign-list": (None, "/root.crl"),
    "old-list": (None, "/old.crl"),
    "cut-list": (None, "/cut.crl"),
    "huge-list": (None, "/huge.crl"),
    "partial-list": (None, "/partial.crl"),
}
numbers = {}  # serial by name


def openssl(*arguments, who="issuing"):
    result = subprocess.run(["openssl", *arguments], capture_output=True, cwd=FOLDER, env={**os.environ, "WHO": who})
    if result.returncode != 0:
        raise OSError(result.stderr.decode())
    return result.stdout


def write(name, text):
    with open(FOLDER + "/" + name, "w") as file:
        file.write(text)


def url(path):
    return "URI:http://127.0.0.1:%d%s" % (server.server_address[1], path)


def services(responder, crl, issuer):
    access = ["OCSP;" + url(responder)] if responder else []
    lines = "authorityInfoAccess=" + ",".join(access + ["caIssuers;" + url(issuer)]) + "\n"
    return lines + ("crlDistributionPoints=" + url(crl) + "\n" if crl else "")


def issue(name, issuer, extensions, subject):
    numbers[name] = len(numbers) + 4096
    write(name + ".ext", extensions)
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", name + ".key", "-out",
            name + ".csr", "-subj", subject)
    openssl("x509", "-req", "-in", name + ".csr", "-CA", issuer + ".pem", "-CAkey", issuer + ".key", "-set_serial",
            str(numbers[name]), "-days", str(DAYS.get(name, 30)), "-extfile", name + ".ext", "-out", name + ".pem")
    with open(FOLDER + "/" + issuer + ".index", "a") as index:
        index.write("V\t491231235959Z\t\t%X\tunknown\t%s\n" % (numbers[name], subject))


def make_all():
    write("ca.cnf", CONFIGURATION.format(FOLDER))
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "root.key", "-out",
            "root.pem", "-days", str(DAYS["root"]), "-subj", "/CN=Fictional Lasting Root", "-addext",
            "keyUsage=critical,keyCertSign,cRLSign")
    issue("issuing", "root", AUTHORITY + services("/ocsp-root", "/root.crl", "/root.cer"), "/CN=Fictional Issuing Authority")
    issue("tsa", "issuing", "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"
          + services("/ocsp", "/issuing.crl", "/issuing.cer"), "/CN=Fictional Lasting Time Authority")
    issue("responder", "issuing", "keyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning\nnoCheck=ignored\n",
          "/CN=Fictional Responder")
    for name, (responder, crl) in SIGNERS.items():
        extensions = SIGNER if name == "nowhere" else SIGNER + services(responder, crl, "/issuing.cer")
        issue(name, "issuing", extensions, "/O=Fictional Centre/CN=" + name)
        openssl("pkcs12", "-export", "-inkey", name + ".key", "-in", name + ".pem", "-passout", "pass:correct horse", "-out",
                name + ".p12")


def revoke(name, moment):
    with open(FOLDER + "/issuing.index") as file:
        lines = file.read().splitlines()
    number = "%X" % numbers[name]
    for at, line in enumerate(lines):
        fields = line.split("\t")
        if fields[3] == number:
            lines[at] = "\t".join(["R", fields[1], moment, *fields[3:]])
    write("issuing.index", "\n".join(lines) + "\n")


def ocsp_answer(question, issuer="issuing", responder="responder"):
    with tempfile.NamedTemporaryFile() as asked, tempfile.NamedTemporaryFile() as said:
        asked.write(question)
        asked.flush()
        openssl("ocsp", "-index", issuer + ".index", "-rsigner", responder + ".pem", "-rkey", responder + ".key", "-CA",
                issuer + ".pem", "-reqin", asked.name, "-respout", said.name, "-ndays", "7")
        return said.read()


def ocsp_question(name, *options):
    with tempfile.NamedTemporaryFile() as asked:
        openssl("ocsp", "-issuer", "issuing.pem", "-cert", name + ".pem", "-reqout", asked.name, *options)
        return asked.read()


def crl(issuer, *options):
    pem = openssl("ca", "-gencrl", "-config", "ca.cnf", "-crldays", "30", *options, who=issuer)
    write(issuer + "-now.crl", pem.decode())
    return openssl("crl", "-in", issuer + "-now.crl", "-outform", "DER")


def stamp(query):
    with tempfile.NamedTemporaryFile() as file:
        file.write(query)
        file.flush()
        return openssl("ts", "-reply", "-config", "ca.cnf", "-queryfile", file.name)


def answer_to_question(path, question):
    if path == "/tsa":
        return stamp(question)
    if path == "/ocsp-root":
        return ocsp_answer(question, "root", "root")
    if path == "/wrong-nonce":  # an answer to somebody else's question on the same certificate
        return ocsp_answer(ocsp_question("wrong-nonce"))
    if path == "/wrong-certificate":
        return ocsp_answer(ocsp_question("ada", "-no_nonce"))
    if path == "/wrong-responder":  # issued by the same authority, but not charged with it
        return ocsp_answer(question, responder="ada")
    if path == "/unknown":  # another authority's book
        write("empty.index", "")
        with tempfile.NamedTemporaryFile() as asked, tempfile.NamedTemporaryFile() as said:
            asked.write(question)
            asked.flush()
            openssl("ocsp", "-index", "empty.index", "-rsigner", "responder.pem", "-rkey", "responder.key", "-CA",
                    "issuing.pem", "-reqin", asked.name, "-respout", said.name, "-ndays", "7")
            return said.read()
    if path == "/try-later":
        return bytes.fromhex("30030a0103")
    return ocsp_answer(question)


def what_lies_at(path):
    if path.endswith(".cer"):
        return openssl("x509", "-in", path[1:-4] + ".pem", "-outform", "DER")
    if path == "/root.crl":
        return crl("root")
    if path == "/old.crl":
        return crl("issuing", "-crl_lastupdate", "20200101000000Z", "-crl_nextupdate", "20200201000000Z")
    if path == "/partial.crl":  # of another place than the certificates name
        write("partial.cnf", CONFIGURATION.format(FOLDER)
              + "[part]\nissuingDistributionPoint=critical,@idp\n[idp]\nfullname=" + url("/elsewhere.crl") + "\n")
        pem = openssl("ca", "-gencrl", "-config", "partial.cnf", "-crldays", "30", "-crlexts", "part")
        write("partial.pem", pem.decode())
        return openssl("crl", "-in", "partial.pem", "-outform", "DER")
    whole = crl("issuing")
    return whole[: len(whole) // 2] if path == "/cut.crl" else whole


class Service(http.server.BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def reply(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        question = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            if self.path == "/slow":
                print("waiting", flush=True)
                while self.connection.recv(4096):
                    pass
            elif self.path == "/500":
                self.send_error(500)
            else:
                with LOCK:
                    body = answer_to_question(self.path, question)
                kind = "application/timestamp-reply" if self.path == "/tsa" else "application/ocsp-response"
                self.reply(body, kind)
        except OSError as error:
            print(error, file=sys.stderr)

    def do_GET(self):
        try:
            if self.path == "/huge.crl":  # says to be of 1 GiB, and would be
                self.send_response(200)
                self.send_header("Content-Length", str(1 << 30))
                self.end_headers()
                self.wfile.write(b"\x30\x84\x3f\xff\xff\xfa" + bytes(65536))
            else:
                with LOCK:
                    body = what_lies_at(self.path)
                self.reply(body, "application/octet-stream")
        except OSError as error:
            print(error, file=sys.stderr)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
server.daemon_threads = True
make_all()
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
for line in sys.stdin:
    command, name, moment = line.split()
    with LOCK:
        revoke(name, moment)
    print("done", flush=True)
os._exit(0)
