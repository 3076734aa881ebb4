# SPDX-License-Identifier: GPL-3.0-or-later
"""The CMS of each signature against the rules of PAdES baseline (EN 319 142-1 section 6.3), as the openssl program prints it.
Nothing of CentreQual reads anything here."""
import re
import subprocess

RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")
RULES = ("sub-filter ETSI.CAdES.detached", "time in /M, with its offset", "no /Cert", "content type data, detached",
         "signed: content type, message digest, signing-certificate-v2", "no signing time among the signed",
         "padding is zero", "timestamp among the unsigned")


def der_length(der):
    """Of the first value: tag, length, content."""
    if der[1] < 0x80:
        return 2 + der[1]
    count = der[1] & 0x7F
    return 2 + count + int.from_bytes(der[2:2 + count], "big")


def signatures_of(pdf):
    """For each signature its dictionary without /Contents, and /Contents as bytes, in the order of the file."""
    with open(pdf, "rb") as file:
        data = file.read()
    for match in RANGE.finditer(data):
        begin, length, behind, _ = map(int, match.groups())
        start = data.rindex(b" obj", 0, match.start())
        end = data.index(b"endobj", match.end())
        yield data[start:begin + length] + data[behind:end], bytes.fromhex(data[begin + length + 1:behind - 1].decode())


def attributes(printed, which, until):
    """Names of the attributes in one part of what openssl printed, in their order."""
    part = re.search(rf"{which}:\n(.*?){until}", printed, re.S)
    return re.findall(r"^\s+object: (\S+) \(", part.group(1), re.M) if part else []


def openssl(*arguments, given):
    return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True).stdout.decode(
        errors="replace")


def checked(dictionary, contents):
    """Rule by rule: whether it is kept."""
    der = contents[:der_length(contents)]
    printed = openssl("cms", "-cmsout", "-print", "-inform", "DER", "-noout", given=der)
    signed = attributes(printed, "signedAttrs", "signatureAlgorithm:")
    unsigned = attributes(printed, "unsignedAttrs", r"\Z")
    content = re.search(r"encapContentInfo:\s+eContentType: (\S+) .*?\n\s+eContent: (\S+)", printed, re.S)
    values = (b"/SubFilter /ETSI.CAdES.detached" in dictionary,
              bool(re.search(rb"/M \(D:\d{14}(Z|[+-]\d\d'\d\d'?)\)", dictionary)),
              not re.search(rb"/Cert\b", dictionary),
              bool(content) and content.groups() == ("pkcs7-data", "<ABSENT>"),
              sorted(signed) == ["contentType", "id-smime-aa-signingCertificateV2", "messageDigest"],
              "signingTime" not in signed,
              not any(contents[len(der):]),
              "id-smime-aa-timeStampToken" in unsigned)
    # What a printing program makes of it is one thing; the object identifiers are in the bytes themselves as well.
    dump = openssl("asn1parse", "-inform", "DER", given=der)
    assert ("id-smime-aa-signingCertificateV2" in dump) == values[4]
    return dict(zip(RULES, values))


def table(pdf):
    """A row for each signature of a person."""
    rows = []
    for number, (dictionary, contents) in enumerate(signatures_of(pdf), 1):
        if b"/ETSI.RFC3161" not in dictionary:
            rows.append((number, checked(dictionary, contents)))
    return rows
