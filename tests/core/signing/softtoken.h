// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/token.h"

#include <QString>
#include <QTemporaryDir>

namespace cq::samples {

/// A token of SoftHSM in a folder of its own, with RSA and EC certificates of a person, one without its key, and one that
/// is for encryption only. Its PIN is 4321. Sets SOFTHSM2_CONF for as long as it lives.
class SoftToken
{
public:
    SoftToken();
    ~SoftToken();

    bool isMade() const { return m_problem.isEmpty(); }
    const QString &problem() const { return m_problem; }

    static QString modulePath() { return QStringLiteral(CQ_SOFTHSM); }
    /// The token as tokensOf() sees it; without a label where it does not.
    Token token() const;
    /// Takes the token out, as a hand would, and puts it back.
    void pull();
    void plug();

    static constexpr char rightPin[] = "4321";
    static QByteArray rsaId() { return QByteArray("\x01"); }
    static QByteArray ecId() { return QByteArray("\x02"); }
    static QByteArray keylessId() { return QByteArray("\x03"); }
    static QByteArray encryptingId() { return QByteArray("\x04"); }

private:
    bool run(const QString &program, const QStringList &arguments);
    bool addPair(const QString &name, const QByteArray &id, const QStringList &keyOptions, const QString &usage, bool withKey);

    QTemporaryDir m_folder;
    QString m_problem;
};

} // namespace cq::samples
