// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/identityfile.h"
#include "core/session/reportjob.h"
#include "tests/support/sessionroom.h"

#include <QDir>
#include <QFile>

namespace cq::testing {

/// An audit with a few answers, an identity file, and a folder that reports go to. Steps that fail throw.
class SigningRoom : public SessionRoom
{
public:
    SigningRoom()
    {
        for (const auto &[criterion, level] : {std::pair {"GOV-01", ResponseLevel::Met},
                 std::pair {"GOV-02", ResponseLevel::PartiallyMet}, std::pair {"GOV-03", ResponseLevel::NotApplicable}})
            if (const auto answered = answer(criterion, level); !answered)
                throw std::runtime_error(qPrintable(answered.error().text()));
        certificate = createIdentityFile(identityFile(),
            {QStringLiteral("Test Signer"), QStringLiteral("Test house"), KeyAlgorithm::EcP256},
            Passphrase(passphrase()), now)
                          .value();
        if (!QDir().mkpath(folder()))
            throw std::runtime_error("no folder for reports");
    }

    static QString passphrase() { return QStringLiteral("correct horse"); }
    QString identityFile() const { return file("signer.p12"); }
    QString folder() const { return file("reports"); }
    QString inFolder(const char *name) const { return folder() + u'/' + QString::fromLatin1(name); }
    QStringList filesInFolder() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    Clock clock() const { return surroundings.clock; }

    ReportJob job() const { return ReportJob::prepare(*session, QStringLiteral("en")).value(); }
    std::shared_ptr<const SigningIdentity> identity() const
    {
        return std::make_shared<SigningIdentity>(openIdentityFile(identityFile(), Passphrase(passphrase())).value());
    }
    QString unsignedReport() const
    {
        const QString path = inFolder("unsigned.pdf");
        must(job().write(path));
        return path;
    }
    QString signedReport() const
    {
        const QString path = inFolder("signed.pdf");
        must(job().writeSigned(path, *identity(), {.time = now, .name = {}}));
        return path;
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            throw std::runtime_error(qPrintable(path));
    }

    CertificateInfo certificate;

private:
    template <class T> static void must(const Result<T> &result)
    {
        if (!result)
            throw std::runtime_error(qPrintable(result.error().text()));
    }
};

} // namespace cq::testing
