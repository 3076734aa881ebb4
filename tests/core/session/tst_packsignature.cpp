// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures of criteria packs: judged by themselves, beside a file, and in a workspace.
#include "core/session/packsignature.h"

#include "core/base/sha256.h"
#include "core/session/identityfile.h"
#include "core/session/packsignaturedesk.h"
#include "core/session/trustfile.h"
#include "core/signing/certificatereading.h"
#include "core/signing/cmssignature.h"
#include "core/signing/detachedsigner.h"
#include "core/signing/keymaterial.h"
#include "core/storage/packstore.h"
#include "core/storage/settingstore.h"
#include "core/storage/workspacefile.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/support/sessionroom.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

Q_DECLARE_METATYPE(cq::Integrity)
Q_DECLARE_METATYPE(cq::Trust)

namespace {

QByteArray packBytes()
{
    return samples::readFile(QStringLiteral(CQ_SOURCE_DIR "/tests/data/packs/minimal.cqpack.json"));
}

// As another program might, which does not ask whether the certificate allows it.
QByteArray signatureOver(const QByteArray &bytes, const SigningIdentity &identity)
{
    return signDetached(identity.material(), QByteArray::fromHex(sha256Hex(bytes))).value();
}

TrustStore trustIn(const SigningIdentity &identity)
{
    TrustStore trust;
    if (!trust.addDer(derOf(identity.material().certificate.get())))
        throw std::runtime_error("no certificate to trust");
    return trust;
}

PackPin pinOf(const CriteriaPack &pack)
{
    return {pack.id, pack.version, pack.digest};
}

void inTransaction(WorkspaceFile &file, const std::function<Result<void>()> &write)
{
    auto transaction = file.begin();
    if (!transaction || !write() || !transaction->commit())
        throw std::runtime_error("the file could not be changed");
}

} // namespace

class TestPackSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whoIsTrustedVouchesForThePack();
    void whatIsNoSignatureOverThePackIsTold_data();
    void whatIsNoSignatureOverThePackIsTold();
    void aSignerWhoIsNotTrustedIsToldApart_data();
    void aSignerWhoIsNotTrustedIsToldApart();
    void otherToolsAcceptTheFile();
    void aPackIsSignedOnceAndOnlyWhereItHasNoFaults();
    void aCertificateThatMayNotSignSignsNothing();
    void aSignatureFileThatCannotBeOneIsRefused();
    void aPackKeepsItsSignature();
    void aSignatureThatDoesNotFitBringsNothing();
    void aPackThatIsHereGetsItsSignatureLater();
    void theSameSignatureAgainKeepsTheMomentItWasSeen();
    void requiredSignaturesHoldForNewAuditsOnly();
    void aSignatureDamagedInTheFileIsRefused();
    void thePolicyIsChangedByWhoeverMayWriteAndLogged();
    void aPolicyThatCannotBeReadTrustsNobody();

private:
    /// Valid from the moment at which every room begins.
    static SigningIdentity newIdentity(const char *name)
    {
        return SigningIdentity::create({QString::fromLatin1(name), {}, KeyAlgorithm::EcP256}, SessionRoom().now)
            .value();
    }
    QString packFile() const
    {
        const QString path = m_room->file("p.cqpack.json");
        return samples::writeFile(path, packBytes()) ? path : QString();
    }
    PackSignatureDesk &desk() const { return m_room->workspace->packSignatures(); }

    std::unique_ptr<SessionRoom> m_room;
    std::unique_ptr<SigningIdentity> m_publisher;
};

void TestPackSignature::initTestCase()
{
    m_publisher = std::make_unique<SigningIdentity>(newIdentity("Publisher (fictional)"));
}

void TestPackSignature::init()
{
    m_room = std::make_unique<SessionRoom>();
}

void TestPackSignature::whoIsTrustedVouchesForThePack()
{
    const QByteArray signature = signatureOver(packBytes(), *m_publisher);
    const ContentSignature known = judgeContentSignature(packBytes(), signature, trustIn(*m_publisher), m_room->now);
    QCOMPARE(known.problem, QString());
    QCOMPARE(known.integrity, Integrity::Intact);
    QCOMPARE(known.trust, Trust::Trusted);
    QCOMPARE(known.signer.subjectName, QStringLiteral("Publisher (fictional)"));
    QVERIFY(known.vouches());
    const ContentSignature unknown = judgeContentSignature(packBytes(), signature, {}, m_room->now);
    QCOMPARE(unknown.integrity, Integrity::Intact);
    QVERIFY(!unknown.vouches());
}

void TestPackSignature::whatIsNoSignatureOverThePackIsTold_data()
{
    QTest::addColumn<QByteArray>("pack");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<Integrity>("integrity");
    const QByteArray pack = packBytes();
    const QByteArray signature = signatureOver(pack, *m_publisher);
    QByteArray flipped = signature;
    flipped.back() = char(flipped.back() ^ 1);
    QTest::newRow("one blank more in the pack") << pack + ' ' << signature << Integrity::Altered;
    QTest::newRow("signature of another pack") << pack << signatureOver("{}", *m_publisher) << Integrity::Altered;
    QTest::newRow("signature value flipped") << pack << flipped << Integrity::Altered;
    QTest::newRow("truncated") << pack << signature.left(signature.size() / 2) << Integrity::Unreadable;
    QTest::newRow("one byte short") << pack << signature.chopped(1) << Integrity::Unreadable;
    QTest::newRow("something behind") << pack << signature + '\0' << Integrity::Unreadable;
    QTest::newRow("empty") << pack << QByteArray() << Integrity::Unreadable;
    QTest::newRow("text") << pack << QByteArray("signed, the coalition") << Integrity::Unreadable;
    QTest::newRow("oversized") << pack << QByteArray(CmsSignature::maxBytes + 1, '0') << Integrity::Unreadable;
}

void TestPackSignature::whatIsNoSignatureOverThePackIsTold()
{
    QFETCH(QByteArray, pack);
    QFETCH(QByteArray, signature);
    QFETCH(Integrity, integrity);
    const ContentSignature judged = judgeContentSignature(pack, signature, trustIn(*m_publisher), m_room->now);
    QCOMPARE(judged.integrity, integrity);
    QVERIFY(!judged.problem.isEmpty());
    QVERIFY(!judged.vouches());
}

void TestPackSignature::aSignerWhoIsNotTrustedIsToldApart_data()
{
    QTest::addColumn<int>("signer");
    QTest::addColumn<qint64>("years");
    QTest::addColumn<Trust>("trust");
    QTest::newRow("somebody else") << 0 << qint64(0) << Trust::SelfIssued;
    QTest::newRow("expired") << 1 << qint64(SigningIdentity::validYears + 1) << Trust::NotValidAtTime;
    QTest::newRow("not yet valid") << 1 << qint64(-1) << Trust::NotValidAtTime;
}

void TestPackSignature::aSignerWhoIsNotTrustedIsToldApart()
{
    QFETCH(int, signer);
    QFETCH(qint64, years);
    QFETCH(Trust, trust);
    const SigningIdentity other = newIdentity("Somebody Else (fictional)");
    const QByteArray signature = signatureOver(packBytes(), signer == 0 ? other : *m_publisher);
    Timestamp moment = m_room->now;
    moment.utcMs += years * 366 * 24 * 3600 * 1000;
    const ContentSignature judged = judgeContentSignature(packBytes(), signature, trustIn(*m_publisher), moment);
    QCOMPARE(judged.integrity, Integrity::Intact);
    QCOMPARE(judged.trust, trust);
    QVERIFY(!judged.vouches());
}

void TestPackSignature::otherToolsAcceptTheFile()
{
    const QString folder = QFileInfo(m_room->path()).path();
    QVERIFY(samples::makeRoot(folder));
    QVERIFY(samples::makeSigner(folder, QStringLiteral("ada"), QStringLiteral("digitalSignature")));
    const auto identity = openIdentityFile(m_room->file("ada.p12"), Passphrase(QStringLiteral("correct horse")));
    QVERIFY2(identity, identity ? "" : qPrintable(identity.error().text()));
    const QString pack = packFile();
    const Timestamp now = systemClock()();
    QVERIFY(signPackFile(pack, *identity, now));
    const TrustStore root = readTrustFile(m_room->file("root.pem")).value();
    QVERIFY(judgeContentSignature(packBytes(), packSignatureBeside(pack).value(), root, now).vouches());
    const samples::ToolAnswer said = samples::runTool(QStringLiteral("openssl"),
        {QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-cades"), QStringLiteral("-binary"),
            QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), pack + QStringLiteral(".p7s"),
            QStringLiteral("-content"), pack, QStringLiteral("-CAfile"), m_room->file("root.pem"),
            QStringLiteral("-purpose"), QStringLiteral("any"), QStringLiteral("-out"), m_room->file("out")});
    QVERIFY2(said.exitCode == 0, qPrintable(said.output));
}

void TestPackSignature::aPackIsSignedOnceAndOnlyWhereItHasNoFaults()
{
    const QString pack = packFile();
    QVERIFY(packSignatureBeside(pack).value().isEmpty());
    QVERIFY(signPackFile(pack, *m_publisher, m_room->now));
    const QByteArray first = packSignatureBeside(pack).value();
    QVERIFY(!first.isEmpty());
    QCOMPARE(signPackFile(pack, *m_publisher, m_room->now).error().code, ErrorCode::Conflict);
    QCOMPARE(packSignatureBeside(pack).value(), first);
    const QString faulty = m_room->file("faulty.cqpack.json");
    QVERIFY(samples::writeFile(faulty, "{\n\"format\": 1\n}"));
    QCOMPARE(signPackFile(faulty, *m_publisher, m_room->now).error().code, ErrorCode::Malformed);
    QVERIFY(!QFile::exists(faulty + QStringLiteral(".p7s")));
}

void TestPackSignature::aCertificateThatMayNotSignSignsNothing()
{
    const QString folder = QFileInfo(m_room->path()).path();
    QVERIFY(samples::makeRoot(folder));
    QVERIFY(samples::makeSigner(folder, QStringLiteral("cipher"), QStringLiteral("keyEncipherment")));
    const auto identity = openIdentityFile(m_room->file("cipher.p12"), Passphrase(QStringLiteral("correct horse")));
    QVERIFY(identity);
    const QString pack = packFile();
    const Timestamp now = systemClock()();
    QCOMPARE(signPackFile(pack, *identity, now).error().code, ErrorCode::KeyUnusable);
    QVERIFY(packSignatureBeside(pack).value().isEmpty());
    // Another program may sign with it all the same.
    const TrustStore root = readTrustFile(m_room->file("root.pem")).value();
    const ContentSignature judged =
        judgeContentSignature(packBytes(), signatureOver(packBytes(), *identity), root, now);
    QCOMPARE(judged.integrity, Integrity::Intact);
    QCOMPARE(judged.trust, Trust::NotForSigning);
}

void TestPackSignature::aSignatureFileThatCannotBeOneIsRefused()
{
    const QString pack = packFile();
    QVERIFY(samples::writeFile(pack + QStringLiteral(".p7s"), {}));
    QCOMPARE(packSignatureBeside(pack).error().code, ErrorCode::Malformed);
    QVERIFY(samples::writeFile(pack + QStringLiteral(".p7s"), QByteArray(CmsSignature::maxBytes + 1, '0')));
    QCOMPARE(packSignatureBeside(pack).error().code, ErrorCode::TooLarge);
}

void TestPackSignature::aPackKeepsItsSignature()
{
    const auto added = m_room->workspace->addPack(packBytes(), signatureOver(packBytes(), *m_publisher));
    QVERIFY2(added, added ? "" : qPrintable(added.error().text()));
    QVERIFY(desk().setPolicy({PackSignatureRule::Shown, trustIn(*m_publisher)}));
    m_room->reopen();
    const auto signature = desk().of(*added);
    QVERIFY(signature);
    QVERIFY(signature->vouches());
    QVERIFY(!desk().of(pinOf(m_room->workspace->packs().first())));
    QVERIFY(m_room->workspace->check().value().isEmpty());
    QStringList actions;
    for (const TrailEntry &entry : m_room->workspace->trail(QStringLiteral("workspace")).value())
        actions.append(entry.action);
    QCOMPARE(actions.last(3),
        (QStringList{QStringLiteral("pack.added"), QStringLiteral("pack.signed"), QStringLiteral("pack.policy")}));
}

void TestPackSignature::aSignatureThatDoesNotFitBringsNothing()
{
    const auto before = m_room->workspace->trail(QStringLiteral("workspace")).value().size();
    const auto packs = m_room->workspace->packs().size();
    for (const QByteArray &signature : {signatureOver("{}", *m_publisher), QByteArray("no signature")})
        QCOMPARE(m_room->workspace->addPack(packBytes(), signature).error().code, ErrorCode::Malformed);
    QCOMPARE(m_room->workspace->packs().size(), packs);
    QCOMPARE(m_room->workspace->trail(QStringLiteral("workspace")).value().size(), before);
}

void TestPackSignature::aPackThatIsHereGetsItsSignatureLater()
{
    const PackPin pin = m_room->workspace->addPack(packBytes()).value();
    QVERIFY(!desk().of(pin));
    QSignalSpy spy(m_room->workspace.get(), &Workspace::packsChanged);
    QVERIFY(m_room->workspace->addPack(packBytes(), signatureOver(packBytes(), *m_publisher)));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(desk().of(pin)->integrity, Integrity::Intact);
    const SigningIdentity other = newIdentity("Somebody Else (fictional)");
    QVERIFY(m_room->workspace->addPack(packBytes(), signatureOver(packBytes(), other)));
    QCOMPARE(desk().of(pin)->signer.subjectName, QStringLiteral("Somebody Else (fictional)"));
}

void TestPackSignature::theSameSignatureAgainKeepsTheMomentItWasSeen()
{
    const QByteArray signature = signatureOver(packBytes(), *m_publisher);
    const PackPin pin = m_room->workspace->addPack(packBytes(), signature).value();
    QVERIFY(desk().setPolicy({PackSignatureRule::Shown, trustIn(*m_publisher)}));
    m_room->now.utcMs += qint64(SigningIdentity::validYears + 1) * 366 * 24 * 3600 * 1000;
    QVERIFY(m_room->workspace->addPack(packBytes(), signature));
    QVERIFY(desk().of(pin)->vouches());
}

void TestPackSignature::requiredSignaturesHoldForNewAuditsOnly()
{
    QVERIFY(desk().setPolicy({PackSignatureRule::Required, trustIn(*m_publisher)}));
    const Audit like = m_room->session->audit();
    QCOMPARE(desk().refused(like.packs), like.packs);
    QCOMPARE(m_room->workspace->startAudit(like).error().code, ErrorCode::Refused);
    QVERIFY(m_room->answer("GOV-01", ResponseLevel::Met));
    m_room->reopen();
    QVERIFY(m_room->answer("GOV-02", ResponseLevel::Met));

    const SigningIdentity other = newIdentity("Somebody Else (fictional)");
    const QList<CriteriaPack> packs = m_room->workspace->packs();
    for (const CriteriaPack &pack : packs) {
        const bool isLast = pack.digest == packs.last().digest;
        QVERIFY(m_room->workspace->addPack(pack.bytes, signatureOver(pack.bytes, isLast ? other : *m_publisher)));
    }
    QCOMPARE(desk().refused(like.packs), QList<PackPin>{pinOf(packs.last())});
    QCOMPARE(m_room->workspace->startAudit(like).error().code, ErrorCode::Refused);
    QVERIFY(m_room->workspace->addPack(packs.last().bytes, signatureOver(packs.last().bytes, *m_publisher)));
    QVERIFY(m_room->workspace->startAudit(like));
}

void TestPackSignature::aSignatureDamagedInTheFileIsRefused()
{
    const CriteriaPack pack = m_room->workspace->packs().first();
    QByteArray damaged = signatureOver(pack.bytes, *m_publisher);
    damaged.back() = char(damaged.back() ^ 1);
    QVERIFY(desk().setPolicy({PackSignatureRule::Required, trustIn(*m_publisher)}));
    m_room->session.reset();
    m_room->workspace.reset();
    {
        const auto file = WorkspaceFile::open(m_room->path(), WorkspaceFile::Mode::ReadWrite, {}).value();
        PackStore store(*file);
        inTransaction(*file, [&] { return store.putSignature(pinOf(pack), {damaged, m_room->now}); });
    }
    m_room->workspace = Workspace::open(m_room->path(), m_room->person).value();
    QCOMPARE(desk().of(pinOf(pack))->integrity, Integrity::Altered);
    QCOMPARE(desk().refused({pinOf(pack)}), QList<PackPin>{pinOf(pack)});
}

void TestPackSignature::thePolicyIsChangedByWhoeverMayWriteAndLogged()
{
    QCOMPARE(desk().policy(), PackSignaturePolicy());
    QCOMPARE(desk().policy().rule, PackSignatureRule::Shown);
    QCOMPARE(desk().setPolicy({PackSignatureRule::Required, {}}).error().code, ErrorCode::InvalidInput);
    QSignalSpy spy(&desk(), &PackSignatureDesk::policyChanged);
    const PackSignaturePolicy wanted{PackSignatureRule::Required, trustIn(*m_publisher)};
    QVERIFY(desk().setPolicy(wanted));
    QVERIFY(desk().setPolicy(wanted));
    QCOMPARE(spy.count(), 1);
    m_room->reopen();
    QCOMPARE(desk().policy(), wanted);
    const TrailEntry entry = m_room->workspace->trail(QStringLiteral("workspace")).value().last();
    QCOMPARE(entry.action, QStringLiteral("pack.policy"));
    QCOMPARE(entry.person, m_room->person.name);
    QCOMPARE(entry.oldValue, QStringLiteral("shown"));
    QVERIFY(entry.newValue.startsWith(QStringLiteral("required; Publisher (fictional), SHA-256 ")));
    m_room->becomes(Role::Observer);
    QCOMPARE(desk().setPolicy({PackSignatureRule::None, {}}).error().code, ErrorCode::Refused);
    QCOMPARE(desk().policy(), wanted);
}

void TestPackSignature::aPolicyThatCannotBeReadTrustsNobody()
{
    m_room->session.reset();
    m_room->workspace.reset();
    {
        const auto file = WorkspaceFile::open(m_room->path(), WorkspaceFile::Mode::ReadWrite, {}).value();
        SettingStore settings(*file);
        inTransaction(*file, [&] {
            return settings.put(
                QStringLiteral("pack-signature-policy"), R"({"rule":"shown","publishers":["bm9ib2R5"]})");
        });
    }
    m_room->workspace = Workspace::open(m_room->path(), m_room->person).value();
    QCOMPARE(desk().policy().rule, PackSignatureRule::Required);
    QVERIFY(desk().policy().publishers.isEmpty());
    QCOMPARE(m_room->workspace->faults().size(), 1);
}

QTEST_GUILESS_MAIN(TestPackSignature)
#include "tst_packsignature.moc"
