// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/errortext.h"

#include <QCoreApplication>

namespace cq {

namespace {

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::ErrorWords)
};

QString titleOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return ErrorWords::tr("This cannot be taken as it stands");
    case ErrorCode::NotFound:
        return ErrorWords::tr("It is not there any more");
    case ErrorCode::Unreadable:
        return ErrorWords::tr("The file cannot be read");
    case ErrorCode::Malformed:
        return ErrorWords::tr("The file is not of the expected kind");
    case ErrorCode::Corrupt:
        return ErrorWords::tr("The file is damaged");
    case ErrorCode::TooLarge:
        return ErrorWords::tr("This is too large");
    case ErrorCode::NewerVersion:
        return ErrorWords::tr("The file comes from a newer CentreQual");
    case ErrorCode::Conflict:
        return ErrorWords::tr("There is one already");
    case ErrorCode::Refused:
        return ErrorWords::tr("This is not possible now");
    case ErrorCode::Locked:
        return ErrorWords::tr("The file is in use");
    case ErrorCode::ReadOnly:
        return ErrorWords::tr("The file is open for reading only");
    case ErrorCode::DiskFull:
        return ErrorWords::tr("The disk is full");
    case ErrorCode::WriteFailed:
        return ErrorWords::tr("The file could not be written");
    case ErrorCode::WrongPassphrase:
        return ErrorWords::tr("The passphrase or PIN does not fit");
    case ErrorCode::TokenGone:
        return ErrorWords::tr("The card or token is not there");
    case ErrorCode::TokenLocked:
        return ErrorWords::tr("The card or token is locked");
    case ErrorCode::KeyUnusable:
        return ErrorWords::tr("This certificate cannot sign");
    case ErrorCode::SigningFailed:
        return ErrorWords::tr("The document was not signed");
    case ErrorCode::ServiceUnreachable:
        return ErrorWords::tr("The service cannot be reached");
    case ErrorCode::ServiceTooSlow:
        return ErrorWords::tr("The service did not answer in time");
    case ErrorCode::ServiceAnswerWrong:
        return ErrorWords::tr("The service gave no usable answer");
    case ErrorCode::Cancelled:
        return ErrorWords::tr("Stopped");
    case ErrorCode::Internal:
        return ErrorWords::tr("Something went wrong in CentreQual");
    }
    return {};
}

QString sentenceOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return ErrorWords::tr("What was entered breaks a rule, so nothing was changed. Correct the entry named below and "
                              "try again.");
    case ErrorCode::NotFound:
        return ErrorWords::tr("What you asked for is not in this file. Go back to the list and choose from what is there.");
    case ErrorCode::Unreadable:
        return ErrorWords::tr("The file is missing, or you have no right to read it; nothing was opened. Check that the "
                              "disk or stick is connected and that you may read the file, then try again.");
    case ErrorCode::Malformed:
        return ErrorWords::tr("The content is not what a file of this kind holds, so nothing was taken from it. Choose "
                              "another file, or ask whoever sent it for a new copy.");
    case ErrorCode::Corrupt:
        return ErrorWords::tr("The file does not agree with its own check marks, so what it says cannot be relied on. Keep "
                              "it as it is and open your last backup.");
    case ErrorCode::TooLarge:
        return ErrorWords::tr("It is over the limit this program accepts, and nothing was changed. Make it smaller or split "
                              "it, then try again.");
    case ErrorCode::NewerVersion:
        return ErrorWords::tr("This version does not know everything the file may hold and leaves it untouched. Update "
                              "CentreQual, then open the file again.");
    case ErrorCode::Conflict:
        return ErrorWords::tr("Something of the same name is there already, and it was left as it is. Choose another name, "
                              "or use the one that is there.");
    case ErrorCode::Refused:
        return ErrorWords::tr("The state of the audit, or your role in it, does not allow this; nothing was changed. The "
                              "reason stands below: change the state first, or ask someone in the right role.");
    case ErrorCode::Locked:
        return ErrorWords::tr("Only one program at a time may change a file, so that no answers are lost. Close it where it "
                              "is open, then try again.");
    case ErrorCode::ReadOnly:
        return ErrorWords::tr("You can look at everything, but nothing can be changed here. To go on working, save a copy "
                              "and open the copy.");
    case ErrorCode::DiskFull:
        return ErrorWords::tr("There was no room to store the last change, so it was not made; all earlier changes are safe "
                              "on disk. Free some space, then make the change again.");
    case ErrorCode::WriteFailed:
        return ErrorWords::tr("The computer refused to store the change, so it was not made; all earlier changes are safe "
                              "on disk. Check that the disk is connected and that you may write there, then try again.");
    case ErrorCode::WrongPassphrase:
        return ErrorWords::tr("The key stays closed and nothing was signed. Type the passphrase or PIN again, and look "
                              "whether Caps Lock is on. A card locks itself after a few wrong PINs.");
    case ErrorCode::TokenGone:
        return ErrorWords::tr("Nothing was signed. Put the card or token back in, wait until its light is steady, and try "
                              "again.");
    case ErrorCode::TokenLocked:
        return ErrorWords::tr("Too many wrong PINs were typed, here or elsewhere; nothing was signed. Choose another "
                              "certificate, or unlock it with the software and the code (PUK) that came with it.");
    case ErrorCode::KeyUnusable:
        return ErrorWords::tr("The certificate or its key is of the wrong kind, expired or incomplete; nothing was signed. "
                              "Choose another certificate, or make an identity in this program.");
    case ErrorCode::SigningFailed:
        return ErrorWords::tr("No signed file was written, and your report is unchanged. Try again; if it fails again, "
                              "save the report unsigned and show the detail below to whoever helps you.");
    case ErrorCode::ServiceUnreachable:
        return ErrorWords::tr("There is no network, or the address of the service is not right; no timestamp was added. Work "
                              "on without it, and try again when this computer is online.");
    case ErrorCode::ServiceTooSlow:
        return ErrorWords::tr("The service took longer than this program waits, so no timestamp was added. The document is "
                              "as good as before; try again later.");
    case ErrorCode::ServiceAnswerWrong:
        return ErrorWords::tr("What came back does not belong to what was asked, so it was thrown away and no timestamp was "
                              "added. Check the address of the service, or choose another one.");
    case ErrorCode::Cancelled:
        return ErrorWords::tr("It was stopped as you asked, and no unfinished file was left behind. Start it again whenever "
                              "you like.");
    case ErrorCode::Internal:
        return ErrorWords::tr("The program met a state it should never be in, and the last step was not carried out. What "
                              "was saved before is safe on disk. Restart the program; if it happens again, report the "
                              "detail below.");
    }
    return {};
}

} // namespace

ErrorText errorText(const Error &error)
{
    return {titleOf(error.code), sentenceOf(error.code), error.text()};
}

} // namespace cq
