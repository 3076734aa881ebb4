# SPDX-License-Identifier: GPL-3.0-or-later
"""What LibreOffice says of the signatures of PDF files: judge_libreoffice.py SOFFICE PROFILE FILE.pdf...  One line for
each: file, what, separated by a tab. Needs the python3 that knows uno."""
import subprocess
import sys
import time

import uno


def connect(resolver, program, profile):
    """A new profile ends its first start by itself, so that one is begun anew until it answers."""
    name = "uno:pipe,name=centrequalproof;urp;StarOffice.ComponentContext"
    command = [program, "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
               "--accept=pipe,name=centrequalproof;urp;"]
    process = None
    for _ in range(120):
        if process is None or process.poll() is not None:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return resolver.resolve(name), process
        except Exception:  # no answer yet
            time.sleep(0.5)
    sys.exit("LibreOffice does not answer")


local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
context, process = connect(resolver, sys.argv[1], sys.argv[2])
make = context.ServiceManager.createInstanceWithContext
files = make("com.sun.star.ucb.SimpleFileAccess", context)
for path in sys.argv[3:]:
    judge = context.ServiceManager.createInstanceWithArgumentsAndContext(
        "com.sun.star.security.DocumentDigitalSignatures", ("1.2",), context)
    try:
        for one in judge.verifyDocumentContentSignatures(None, files.openFileRead("file://" + path)):
            said = "valid" if one.SignatureIsValid else "invalid"
            print(path + "\t" + said + (", partial" if one.PartialDocumentSignature else ""), flush=True)
    except Exception as error:
        print(path + "\t" + str(error).split("\n")[0], flush=True)
try:
    make("com.sun.star.frame.Desktop", context).terminate()
except Exception:
    pass  # it hangs up while it answers
process.wait(30)
