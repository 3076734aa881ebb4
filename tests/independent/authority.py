# SPDX-License-Identifier: GPL-3.0-or-later
"""A fictional certificate authority for the proof: a root, an issuing authority under it, three signers (a PKCS#12 file with
an RSA key, one with an EC key, and a SoftHSM token), and over HTTP on 127.0.0.1 what such an authority serves: timestamps
(openssl ts), OCSP answers, CRLs and its own certificates. Everything is made by the openssl program."""
import http.server
import os
import subprocess
import tempfile
import threading

PASSPHRASE = "correct horse battery"
PIN = "4321"
MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")

CONFIGURATION = """[{name}]
database = {folder}/{name}.index
new_certs_dir = {folder}
certificate = {folder}/{name}.pem
private_key = {folder}/{name}.key
serial = {folder}/{name}.serial
crlnumber = {folder}/{name}.crlnumber
default_md = sha256
default_days = 700
default_crl_days = 30
policy = any
unique_subject = no
[any]
organizationName = optional
commonName = supplied
[tsa]
default_tsa = {name}_tsa
[{name}_tsa]
serial = {folder}/tsa.serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
certs = {folder}/chain.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""

RSA = ("-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072")
EC = ("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt", "ec_param_enc:named_curve")
SIGNS = "keyUsage=critical,digitalSignature,nonRepudiation\n"


class Authority:
    """Made in a folder, and serving as long as the process lives. `url` is where its services are."""

    def __init__(self, folder):
        self.folder = folder
        self.lock = threading.Lock()  # openssl keeps its counters in files
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        server.daemon_threads = True
        self.url = f"http://127.0.0.1:{server.server_address[1]}"
        self._make_certificates()
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def path(self, name):
        return os.path.join(self.folder, name)

    def openssl(self, *arguments):
        return subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=self.folder).stdout

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def _make_certificates(self):
        for name in ("root", "issuing"):
            self.write(name + ".cnf", CONFIGURATION.format(name=name, folder=self.folder))
            self.write(name + ".index", "")
            for counter in ("serial", "crlnumber"):
                self.write(f"{name}.{counter}", "1000\n")
        self.openssl("genpkey", *RSA, "-out", "root.key")
        self.openssl("req", "-x509", "-new", "-key", "root.key", "-out", "root.pem", "-days", "3000", "-subj",
                     "/O=Fictional Trust/CN=Fictional Root", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
        authority = "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\n"
        self.issue("issuing", "Fictional Issuing Authority", RSA, authority, issuer="root")
        self.write("chain.pem", self.read("issuing.pem") + self.read("root.pem"))
        self.issue("auditor", "Helene Osei (fictional)", RSA, SIGNS)
        self.issue("centre", "Carl Centre (fictional)", EC, SIGNS, has_responder=False)  # so that its CRL is needed
        self.issue("reviewer", "Rosa Reviewer (fictional)", RSA, SIGNS)
        self.issue("tsa", "Fictional Time Authority", RSA,
                   "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n")
        self.issue("ocsp", "Fictional OCSP Responder", EC,
                   "keyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning\nnoCheck=ignored\n")
        self.issue("rootocsp", "Fictional OCSP Responder of the Root", EC,
                   "keyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning\nnoCheck=ignored\n", issuer="root")
        for name in ("auditor", "centre"):
            self.openssl("pkcs12", "-export", "-inkey", name + ".key", "-in", name + ".pem", "-certfile", "issuing.pem",
                         "-out", name + ".p12", "-passout", "pass:" + PASSPHRASE)
        for name in ("root", "issuing"):
            self.openssl("ca", "-config", name + ".cnf", "-name", name, "-gencrl", "-out", name + ".crl.pem")
            self.openssl("crl", "-in", name + ".crl.pem", "-outform", "DER", "-out", name + ".crl")
            self.openssl("x509", "-in", name + ".pem", "-outform", "DER", "-out", name + ".cer")

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def issue(self, name, person, key, extensions, issuer="issuing", has_responder=True):
        self.openssl("genpkey", *key, "-out", name + ".key")
        self.openssl("req", "-new", "-key", name + ".key", "-out", name + ".csr", "-subj",
                     "/O=Fictional Trust/CN=" + person)
        services = f"caIssuers;URI:{self.url}/{issuer}.cer"
        if has_responder:
            services += f",OCSP;URI:{self.url}/{issuer}/ocsp"
        self.write(name + ".ext", extensions + f"authorityInfoAccess={services}\n"
                   f"crlDistributionPoints=URI:{self.url}/{issuer}.crl\n")
        self.openssl("ca", "-batch", "-config", issuer + ".cnf", "-name", issuer, "-in", name + ".csr", "-out",
                     name + ".pem", "-extfile", name + ".ext", "-notext", "-rand_serial")

    def make_token(self):
        """Puts the reviewer's key and certificate on a SoftHSM token; the PKCS#11 URI of the certificate, or nothing."""
        module = next((path for path in MODULES if os.path.exists(path)), None)
        if not module:
            return None
        os.mkdir(self.path("tokens"))
        self.write("softhsm2.conf", f"directories.tokendir = {self.path('tokens')}\nobjectstore.backend = file\n")
        os.environ["SOFTHSM2_CONF"] = self.path("softhsm2.conf")
        self.openssl("pkcs8", "-topk8", "-nocrypt", "-in", "reviewer.key", "-out", "reviewer.p8")
        self.openssl("x509", "-in", "reviewer.pem", "-outform", "DER", "-out", "reviewer.der")

        def run(*command):
            subprocess.run(command, check=True, capture_output=True, cwd=self.folder)

        try:
            run("softhsm2-util", "--init-token", "--free", "--label", "proof", "--so-pin", "12345678", "--pin", PIN)
            run("softhsm2-util", "--import", "reviewer.p8", "--token", "proof", "--label", "reviewer", "--id", "01",
                "--pin", PIN)
            # As on a real card, the authority lies beside the signer.
            for file, number, label in (("reviewer.der", "01", "reviewer"), ("issuing.cer", "02", "issuing")):
                run("pkcs11-tool", "--module", module, "--token-label", "proof", "--login", "--pin", PIN,
                    "--write-object", file, "--type", "cert", "--id", number, "--label", label)
        except FileNotFoundError:
            return None
        return f"pkcs11:token=proof;object=reviewer;id=%01?module-path={module}"

    def _stamp(self, query):
        with self.lock, tempfile.NamedTemporaryFile() as file:
            file.write(query)
            file.flush()
            return self.openssl("ts", "-reply", "-config", "issuing.cnf", "-queryfile", file.name)

    def _ocsp(self, issuer, request):
        responder = "ocsp" if issuer == "issuing" else "rootocsp"
        with self.lock, tempfile.NamedTemporaryFile() as asked, tempfile.NamedTemporaryFile() as answer:
            asked.write(request)
            asked.flush()
            self.openssl("ocsp", "-index", issuer + ".index", "-CA", issuer + ".pem", "-rsigner", responder + ".pem",
                         "-rkey", responder + ".key", "-ndays", "7", "-reqin", asked.name, "-respout", answer.name)
            return answer.read()

    def _handler(self):
        authority = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

            def answer(self, kind, body):
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.path == "/tsa":
                    self.answer("application/timestamp-reply", authority._stamp(body))
                elif self.path in ("/root/ocsp", "/issuing/ocsp"):
                    self.answer("application/ocsp-response", authority._ocsp(self.path.split("/")[1], body))
                else:
                    self.send_error(404)

            def do_GET(self):
                kinds = {".crl": "application/pkix-crl", ".cer": "application/pkix-cert"}
                name = os.path.basename(self.path)
                kind = kinds.get(os.path.splitext(name)[1])
                if not kind or not os.path.exists(authority.path(name)):
                    return self.send_error(404)
                with open(authority.path(name), "rb") as file:
                    self.answer(kind, file.read())

        return Handler
