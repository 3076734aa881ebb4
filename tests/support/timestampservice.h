// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace cq::testing {

/// timestampservice.py, run for as long as this lives: a timestamp service that is honest or not by the path it is asked
/// under, of an authority that it makes in the folder.
class TimestampService
{
public:
    explicit TimestampService(const QString &folder)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("python3"),
            {QStringLiteral(CQ_SOURCE_DIR "/tests/support/timestampservice.py"), folder});
        m_port = nextLine().toInt();
    }
    ~TimestampService()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }
    TimestampService(const TimestampService &) = delete;
    TimestampService &operator=(const TimestampService &) = delete;

    bool isRunning() const { return m_port > 0; }
    /// "/" is honest; the other paths stand in timestampservice.py.
    QString url(const char *path = "/") const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QString::fromLatin1(path));
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
