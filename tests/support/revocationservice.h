// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <QDateTime>
#include <QProcess>
#include <QString>

namespace cq::testing {

/// revocationservice.py, run for as long as this lives: a certificate authority with its services, honest or not by the
/// signer whose certificate names them.
class RevocationService
{
public:
    explicit RevocationService(const QString &folder)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("python3"),
            {QStringLiteral(CQ_SOURCE_DIR "/tests/support/revocationservice.py"), folder});
        m_port = nextLine().toInt();
    }
    ~RevocationService()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }
    RevocationService(const RevocationService &) = delete;
    RevocationService &operator=(const RevocationService &) = delete;

    bool isRunning() const { return m_port > 0; }
    /// The timestamp service of this authority.
    QString timestampUrl() const { return QStringLiteral("http://127.0.0.1:%1/tsa").arg(m_port); }
    /// Listed as revoked from the moment on, which may be still to come.
    bool revoke(const char *name, const Timestamp &moment)
    {
        const QString at = QDateTime::fromMSecsSinceEpoch(moment.utcMs, Qt::UTC).toString(QStringLiteral("yyMMddHHmmss"));
        m_process.write(QByteArray("revoke ") + name + ' ' + at.toLatin1() + "Z\n");
        return nextLine() == "done";
    }
    /// Blocks until somebody is kept waiting under "/slow".
    bool keepsSomebodyWaiting() { return nextLine() == "waiting"; }

private:
    QByteArray nextLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(60'000)) { }
        return m_process.readLine().trimmed();
    }

    QProcess m_process;
    int m_port = 0;
};

} // namespace cq::testing
