#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A timestamp service for tests, honest or not by the path it is asked under. Usage: timestampservice.py FOLDER

Makes its authority in FOLDER (tsa-root.pem is what to trust); the openssl program stamps. Prints the port it listens on at
127.0.0.1, then a line each time somebody is kept waiting under /slow. Ends when its standard input is closed.
"""
import http.server
import os
import subprocess
import sys
import tempfile
import threading

FOLDER = sys.argv[1]
REFUSAL = bytes.fromhex("30053003020102")  # a response of status 2
LOCK = threading.Lock()  # openssl counts its timestamps in one file

CONFIGURATION = """[tsa]
default_tsa = t
[t]
serial = {0}/tsa.serial
signer_cert = {0}/tsa.pem
signer_key = {0}/tsa.key
certs = {0}/tsa-root.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""


def openssl(*arguments):
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=FOLDER).stdout


def make_authority():
    with open(FOLDER + "/tsa.cnf", "w") as file:
        file.write(CONFIGURATION.format(FOLDER))
    with open(FOLDER + "/tsa.ext", "w") as file:
        file.write("keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n")
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa-root.key", "-out", "tsa-root.pem", "-days",
            "365", "-subj", "/CN=Fictional Time Root", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj",
            "/CN=Fictional Time Authority")
    openssl("x509", "-req", "-in", "tsa.csr", "-CA", "tsa-root.pem", "-CAkey", "tsa-root.key", "-CAcreateserial", "-days",
            "300", "-extfile", "tsa.ext", "-out", "tsa.pem")


def digest_of(query):
    """The SHA-256 in a request: an octet string of 32 bytes."""
    begin = query.index(b"\x04\x20") + 2
    return query[begin : begin + 32].hex()


def own_query(digest, *options):
    return openssl("ts", "-query", "-digest", digest, "-sha256", *options)


def stamp(query):
    with LOCK, tempfile.NamedTemporaryFile() as file:
        file.write(query)
        file.flush()
        return openssl("ts", "-reply", "-config", FOLDER + "/tsa.cnf", "-queryfile", file.name)


def answer_to(path, query):
    if path == "/nonce":  # the right digest for somebody else's question
        return stamp(own_query(digest_of(query), "-cert"))
    if path == "/no-nonce":
        return stamp(own_query(digest_of(query), "-cert", "-no_nonce"))
    if path == "/digest":
        return stamp(own_query("2c" * 32, "-cert"))
    if path == "/no-certificate":
        return stamp(own_query(digest_of(query)))
    if path == "/refuses":
        return REFUSAL
    if path == "/empty":
        return b""
    if path == "/text":
        return b"<html>Welcome to the hotel's network</html>"
    reply = stamp(query)
    if path == "/cut":
        return reply[: len(reply) // 2]
    if path == "/flipped":  # in the signature, which is the last thing of a token
        return reply[:-1] + bytes([reply[-1] ^ 1])
    if path == "/longer":
        return reply + b"\x00"
    return reply


class Service(http.server.BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def begin(self, status=200, length=None, kind="application/timestamp-reply"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def until_they_leave(self):
        print("waiting", flush=True)
        while self.connection.recv(4096):
            pass

    def do_POST(self):
        try:
            self.serve(self.rfile.read(int(self.headers["Content-Length"])))
        except OSError:
            pass  # they hung up, which is what some of these are for

    def serve(self, query):
        if self.path == "/slow":
            self.until_they_leave()
        elif self.path == "/drip":  # a value of 4000 bytes, one at a time
            self.begin(length=4000)
            self.wfile.write(b"\x30\x82\x0f\x9c")
            self.connection.settimeout(0.01)
            while True:
                self.wfile.write(b"\x00")
                try:
                    if not self.connection.recv(1):
                        return
                except TimeoutError:
                    pass
        elif self.path == "/huge":  # a value said to be small that never ends
            self.begin()
            self.wfile.write(b"\x30\x82\x0f\x9c")
            while True:
                self.wfile.write(bytes(65536))
        elif self.path == "/huge-value":
            self.begin(length=1 << 30)
            self.wfile.write(b"\x30\x84\x3f\xff\xff\xfa")
            while True:
                self.wfile.write(bytes(65536))
        elif self.path == "/endless-head":
            self.wfile.write(b"HTTP/1.0 200 OK\r\n")
            while True:
                self.wfile.write(b"X-More: and more\r\n" * 1000)
        elif self.path == "/500":
            self.begin(status=500)
        elif self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:1/")
            self.end_headers()
        elif self.path == "/type":
            self.begin(length=len(REFUSAL), kind="text/plain")
            self.wfile.write(REFUSAL)
        elif self.path == "/hangs-up":
            pass
        else:
            reply = answer_to(self.path, query)
            self.begin(length=len(reply))
            self.wfile.write(reply)


make_authority()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.buffer.read()
os._exit(0)
