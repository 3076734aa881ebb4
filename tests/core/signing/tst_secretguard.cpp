// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/passphrase.h"
#include "core/signing/secretguard.h"

#include <QTest>

#include <openssl/crypto.h>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace cq;

/// A program of its own: what it takes away it cannot have back.
class TestSecretGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTheGuardAPassphraseLivesInCommonMemory();
    void theGuardForbidsDumpsAndSwapping();
};

void TestSecretGuard::withoutTheGuardAPassphraseLivesInCommonMemory()
{
    const Passphrase passphrase(QStringLiteral("correct horse"));
    QCOMPARE(CRYPTO_secure_allocated(passphrase.data()), 0);
    QCOMPARE(QByteArray(passphrase.data()), QByteArray("correct horse"));
}

void TestSecretGuard::theGuardForbidsDumpsAndSwapping()
{
    Passphrase before(QStringLiteral("from before"));
    guardSecrets();
    rlimit limit {};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_max, rlim_t(0));
    QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
    QCOMPARE(CRYPTO_secure_malloc_initialized(), 1);
    {
        Passphrase passphrase(QStringLiteral("correct horse"));
        QCOMPARE(CRYPTO_secure_allocated(passphrase.data()), 1);
        const Passphrase moved = std::move(passphrase);
        QCOMPARE(QByteArray(moved.data()), QByteArray("correct horse"));
        QVERIFY(CRYPTO_secure_used() > 0);
        const Passphrase huge(QByteArray(100 * 1024, 'x')); // over the secure heap: still a passphrase
        QCOMPARE(huge.length(), 100 * 1024);
        before = Passphrase(QStringLiteral("afterwards"));
        QCOMPARE(QByteArray(before.data()), QByteArray("afterwards"));
    }
    before = Passphrase(QByteArray(1, 'y'));
    QVERIFY(CRYPTO_secure_used() <= 64); // what went away was given back
}

QTEST_GUILESS_MAIN(TestSecretGuard)
#include "tst_secretguard.moc"
