// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/signing/softtoken.h"

#include "tests/core/signing/signingsamples.h"

#include <QDir>

namespace cq::samples {

SoftToken::SoftToken()
{
    const QDir folder(m_folder.path());
    if (!folder.mkdir(QStringLiteral("tokens"))
        || !writeFile(folder.filePath(QStringLiteral("softhsm2.conf")),
            "directories.tokendir = " + QFile::encodeName(folder.filePath(QStringLiteral("tokens")))
                + "\nobjectstore.backend = file\nlog.level = ERROR\n")) {
        m_problem = QStringLiteral("no folder for the token");
        return;
    }
    qputenv("SOFTHSM2_CONF", QFile::encodeName(folder.filePath(QStringLiteral("softhsm2.conf"))));
    const QStringList rsa{QStringLiteral("RSA"), QStringLiteral("-pkeyopt"), QStringLiteral("rsa_keygen_bits:2048")};
    const QStringList ec{QStringLiteral("EC"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
        QStringLiteral("-pkeyopt"), QStringLiteral("ec_param_enc:named_curve")};
    const QString signs = QStringLiteral("digitalSignature,nonRepudiation");
    (void)(run(QStringLiteral("softhsm2-util"),
               {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"),
                   QStringLiteral("Karte Nord"), QStringLiteral("--so-pin"), QStringLiteral("12345678"),
                   QStringLiteral("--pin"), QLatin1String(rightPin)})
        && addPair(QStringLiteral("auditor"), rsaId(), rsa, signs, true)
        && addPair(QStringLiteral("centre"), ecId(), ec, signs, true)
        && addPair(QStringLiteral("keyless"), keylessId(), ec, signs, false)
        && addPair(QStringLiteral("encrypting"), encryptingId(), rsa, QStringLiteral("keyEncipherment"), true));
}

SoftToken::~SoftToken()
{
    qunsetenv("SOFTHSM2_CONF");
}

bool SoftToken::run(const QString &program, const QStringList &arguments)
{
    const ToolAnswer answer = runTool(program, arguments);
    if (answer.exitCode != 0)
        m_problem = program + QStringLiteral(": ") + answer.output;
    return answer.exitCode == 0;
}

bool SoftToken::addPair(
    const QString &name, const QByteArray &id, const QStringList &keyOptions, const QString &usage, bool withKey)
{
    const auto file = [&](const char *suffix) { return m_folder.filePath(name + QLatin1String(suffix)); };
    const QString number = QString::fromLatin1(id.toHex());
    const QString pin = QLatin1String(rightPin);
    const QString label = QStringLiteral("Karte Nord");
    return run(QStringLiteral("openssl"),
               QStringList{QStringLiteral("genpkey"), QStringLiteral("-out"), file(".key"), QStringLiteral("-algorithm")}
                   + keyOptions)
        && run(QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-key"), file(".key"), QStringLiteral("-subj"),
                QStringLiteral("/CN=%1 (fictional)").arg(name), QStringLiteral("-days"), QStringLiteral("3650"),
                QStringLiteral("-addext"), QStringLiteral("keyUsage=critical,") + usage, QStringLiteral("-outform"),
                QStringLiteral("DER"), QStringLiteral("-out"), file(".der")})
        && (!withKey
            || run(QStringLiteral("softhsm2-util"),
                {QStringLiteral("--import"), file(".key"), QStringLiteral("--token"), label, QStringLiteral("--label"), name,
                    QStringLiteral("--id"), number, QStringLiteral("--pin"), pin}))
        && run(QStringLiteral("pkcs11-tool"),
            {QStringLiteral("--module"), modulePath(), QStringLiteral("--token-label"), label, QStringLiteral("--login"),
                QStringLiteral("--pin"), pin, QStringLiteral("--write-object"), file(".der"), QStringLiteral("--type"),
                QStringLiteral("cert"), QStringLiteral("--id"), number, QStringLiteral("--label"), name});
}

Token SoftToken::token() const
{
    const auto tokens = tokensOf(modulePath());
    return tokens && !tokens->isEmpty() ? tokens->first() : Token();
}

void SoftToken::pull()
{
    QDir(m_folder.path()).rename(QStringLiteral("tokens"), QStringLiteral("drawer"));
}

void SoftToken::plug()
{
    QDir(m_folder.path()).rename(QStringLiteral("drawer"), QStringLiteral("tokens"));
}

} // namespace cq::samples
