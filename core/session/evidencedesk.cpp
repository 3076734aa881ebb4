// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/evidencedesk.h"

#include "core/audit/audit.h"
#include "core/evidence/cleanfilename.h"
#include "core/evidence/mediatype.h"
#include "core/session/evidenceintakeparts.h"
#include "core/session/photograph.h"
#include "core/storage/settingstore.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace cq {

namespace {

constexpr qint64 recognisedBytes = 512;

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

QString policyName()
{
    return QStringLiteral("evidence-policy");
}

QByteArray toJson(const EvidencePolicy &policy)
{
    return QJsonDocument(QJsonObject {{QStringLiteral("maxBytes"), policy.maxBytes},
                             {QStringLiteral("mediaTypes"), QJsonArray::fromStringList(policy.mediaTypes)},
                             {QStringLiteral("photographEdge"), policy.photographEdge}})
        .toJson(QJsonDocument::Compact);
}

Result<void> judgePolicy(const EvidencePolicy &policy)
{
    if (policy.maxBytes < 1)
        return invalid(QStringLiteral("the largest size of a file is at least 1 byte"));
    if (policy.photographEdge < EvidencePolicy::leastPhotographEdge
        || policy.photographEdge > EvidencePolicy::mostPhotographEdge)
        return invalid(QStringLiteral("a photograph's edge is %1 to %2 pixels")
                           .arg(EvidencePolicy::leastPhotographEdge)
                           .arg(EvidencePolicy::mostPhotographEdge));
    if (policy.mediaTypes.isEmpty() || policy.mediaTypes.size() > 100 || policy.mediaTypes.contains(QString()))
        return invalid(QStringLiteral("1 to 100 media types are accepted, none of them empty"));
    return {};
}

QString inWords(const Evidence &evidence)
{
    const auto day = [](const QDate &date) { return date.toString(Qt::ISODate); };
    return QStringLiteral("%1; %2, %3; page %4; effective %5, received %6, valid until %7; facility %8")
        .arg(evidence.title, textOf(evidence.kind), textOf(evidence.method), evidence.pageReference,
            day(evidence.effectiveOn), day(evidence.receivedOn), day(evidence.validUntil), evidence.facility.text());
}

} // namespace

EvidenceDesk::EvidenceDesk(Workspace &workspace)
    : m_workspace(workspace)
{
}

QList<Evidence> EvidenceDesk::of(const CentreId &centre) const
{
    if (const auto known = m_known.constFind(centre); known != m_known.constEnd())
        return *known;
    const auto loaded = m_workspace.d->evidenceStore.load(centre);
    if (!loaded) {
        m_workspace.d->note(loaded.error(), m_workspace);
        return {};
    }
    return *m_known.insert(centre, *loaded);
}

Result<Evidence> EvidenceDesk::find(const CentreId &centre, const EvidenceId &id) const
{
    for (const Evidence &evidence : of(centre))
        if (evidence.id == id)
            return evidence;
    return Error {ErrorCode::NotFound, QStringLiteral("no such evidence"), {}};
}

EvidencePolicy EvidenceDesk::policy() const
{
    EvidencePolicy policy;
    const auto stored = SettingStore(*m_workspace.d->file).value(policyName());
    if (!stored)
        m_workspace.d->note(stored.error(), m_workspace);
    if (!stored || !*stored)
        return policy;
    const QJsonObject json = QJsonDocument::fromJson(**stored).object();
    EvidencePolicy read;
    read.maxBytes = json.value(QStringLiteral("maxBytes")).toInteger();
    read.photographEdge = json.value(QStringLiteral("photographEdge")).toInt();
    read.mediaTypes.clear();
    for (const QJsonValue &type : json.value(QStringLiteral("mediaTypes")).toArray())
        read.mediaTypes.append(type.toString());
    if (judgePolicy(read))
        return read;
    m_workspace.d->note({ErrorCode::Corrupt, QStringLiteral("the policy for evidence cannot be read"), {}}, m_workspace);
    return policy;
}

Result<void> EvidenceDesk::setPolicy(const EvidencePolicy &policy)
{
    auto &parts = *m_workspace.d;
    if (auto allowed = parts.mayWrite(); !allowed)
        return allowed;
    if (auto sound = judgePolicy(policy); !sound)
        return sound;
    const EvidencePolicy before = this->policy();
    if (policy == before)
        return {};
    const Change change {workspaceSubject(), QStringLiteral("evidence.policy"), {}, QString::fromUtf8(toJson(before)),
        QString::fromUtf8(toJson(policy)), {}};
    if (auto done = parts.commit(change, [&] { return SettingStore(*parts.file).put(policyName(), toJson(policy)); });
        !done)
        return done;
    Q_EMIT policyChanged();
    return {};
}

Result<void> EvidenceDesk::judge(const Evidence &evidence) const
{
    if (evidence.title.trimmed().isEmpty())
        return invalid(QStringLiteral("evidence needs a title"));
    for (const QString &text : {evidence.title, evidence.pageReference})
        if (text.size() > maxTitleLength)
            return invalid(QStringLiteral("a text is longer than %1 characters").arg(maxTitleLength));
    if (evidence.effectiveOn.isValid() && evidence.validUntil.isValid() && evidence.validUntil < evidence.effectiveOn)
        return invalid(QStringLiteral("the evidence would end before it begins to hold"));
    const auto centre = m_workspace.d->centreStore.load(evidence.centre);
    if (!centre)
        return centre.error();
    if (!evidence.facility.isEmpty()
        && std::none_of(centre->facilities.begin(), centre->facilities.end(),
            [&](const Facility &facility) { return facility.id == evidence.facility; }))
        return invalid(QStringLiteral("the facility is not one of the centre"));
    return {};
}

Result<std::unique_ptr<EvidenceIntake>> EvidenceDesk::takeIn(
    const Evidence &draft, const QString &path, Photographs photographs)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error {ErrorCode::NotFound, path, {}};
    auto file = std::make_unique<QFile>(path);
    // What is no plain file has no size to hold it to, and some never end.
    if (!info.isFile() || !file->open(QIODevice::ReadOnly))
        return Error {ErrorCode::Unreadable, QStringLiteral("%1: %2").arg(path, file->errorString()), {}};
    const qint64 size = file->size();
    return begin(draft, info.fileName(), std::move(file), size, photographs);
}

Result<std::unique_ptr<EvidenceIntake>> EvidenceDesk::takeIn(
    const Evidence &draft, const QString &fileName, const QByteArray &bytes, Photographs photographs)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return begin(draft, fileName, std::move(buffer), bytes.size(), photographs);
}

Result<std::unique_ptr<EvidenceIntake>> EvidenceDesk::begin(const Evidence &draft, const QString &fileName,
    std::unique_ptr<QIODevice> source, qint64 size, Photographs photographs)
{
    auto &parts = *m_workspace.d;
    if (auto allowed = parts.mayWrite(); !allowed)
        return allowed.error();
    const EvidencePolicy policy = this->policy();
    const QString shown = visibleFileName(fileName);
    if (size == 0)
        return invalid(QStringLiteral("%1 is empty").arg(shown));
    if (size > policy.maxBytes)
        return Error {ErrorCode::TooLarge,
            QStringLiteral("%1 has %2 bytes, %3 are allowed").arg(shown).arg(size).arg(policy.maxBytes), {}};
    Evidence evidence = draft;
    evidence.fileName = cleanFileName(fileName);
    evidence.mediaType = mediaTypeOf(evidence.fileName, source->peek(recognisedBytes));
    if (evidence.title.trimmed().isEmpty())
        evidence.title = QFileInfo(evidence.fileName).completeBaseName();
    if (!policy.accepts(evidence.mediaType))
        return invalid(QStringLiteral("%1: files of the kind %2 are not accepted").arg(shown, evidence.mediaType));
    if (auto sound = judge(evidence); !sound)
        return sound.error();
    QString remark;
    if (photographs == Photographs::Scaled && isPhotograph(evidence.mediaType)) {
        auto scaled = scaledPhotograph(*source, evidence.mediaType, policy.photographEdge);
        if (!scaled)
            return scaled.error().withContext(shown);
        remark = QStringLiteral("written anew without place and camera, at most %1 pixels").arg(policy.photographEdge);
        size = scaled->size();
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(*scaled);
        buffer->open(QIODevice::ReadOnly);
        source = std::move(buffer);
    }
    auto transaction = parts.file->begin();
    if (!transaction)
        return transaction.error();
    const QString original = evidence.fileName == fileName ? QString() : shown;
    return std::unique_ptr<EvidenceIntake>(new EvidenceIntake(std::unique_ptr<EvidenceIntake::Private>(
        new EvidenceIntake::Private {*this, parts, std::move(*transaction), ContentIntake(*parts.file), std::move(source),
            size, evidence, original, remark})));
}

Result<AddedEvidence> EvidenceDesk::add(
    const Evidence &draft, const QString &path, Photographs photographs, const JobProgress &progress)
{
    auto intake = takeIn(draft, path, photographs);
    if (!intake)
        return intake.error();
    for (;;) {
        if (progress.cancelled && *progress.cancelled)
            return Error {ErrorCode::Cancelled, QStringLiteral("adding %1").arg(path), {}};
        const auto more = (*intake)->step();
        if (!more)
            return more.error();
        if (!*more)
            return (*intake)->finish();
        if (progress.told)
            progress.told((*intake)->percent());
    }
}

Result<void> EvidenceDesk::change(const Evidence &evidence)
{
    auto &parts = *m_workspace.d;
    if (auto allowed = parts.mayWrite(); !allowed)
        return allowed;
    const auto before = find(evidence.centre, evidence.id);
    if (!before)
        return before.error();
    if (auto sound = judge(evidence); !sound)
        return sound;
    if (inWords(*before) == inWords(evidence))
        return {};
    const auto audits = parts.evidenceStore.auditsWith(evidence.id);
    if (!audits)
        return audits.error();
    for (const AuditId &id : *audits) {
        const auto audit = parts.auditStore.load(id);
        if (!audit)
            return audit.error();
        if (isFrozen(audit->state))
            return Error {ErrorCode::Refused,
                QStringLiteral("the audit \"%1\" was submitted with it: add it anew instead").arg(audit->title), {}};
    }
    const Change change {evidence.centre.text(), QStringLiteral("evidence.changed"), evidence.title, inWords(*before),
        inWords(evidence), {}};
    if (auto done = parts.commit(change, [&] { return parts.evidenceStore.update(evidence); }); !done)
        return done;
    m_known.remove(evidence.centre);
    Q_EMIT evidenceChanged(evidence.centre, evidence.id);
    return {};
}

Result<void> EvidenceDesk::remove(const CentreId &centre, const EvidenceId &id, const QString &reason)
{
    auto &parts = *m_workspace.d;
    if (auto allowed = parts.mayWrite(); !allowed)
        return allowed;
    const auto before = find(centre, id);
    if (!before)
        return before.error();
    const auto audits = parts.evidenceStore.auditsWith(id);
    if (!audits)
        return audits.error();
    if (!audits->isEmpty()) {
        const auto audit = parts.auditStore.load(audits->first());
        return Error {ErrorCode::Refused,
            QStringLiteral("the audit \"%1\" uses it: unlink it there first")
                .arg(audit ? audit->title : audits->first().text()),
            {}};
    }
    const QString was = QStringLiteral("%1; %2; %3 bytes; SHA-256 %4")
                            .arg(inWords(*before), before->fileName)
                            .arg(before->size)
                            .arg(QString::fromLatin1(before->digest));
    const Change change {centre.text(), QStringLiteral("evidence.removed"), before->title, was, {}, reason};
    if (auto done = parts.commit(change, [&] { return parts.evidenceStore.remove(*before); }); !done)
        return done;
    m_known.remove(centre);
    Q_EMIT evidenceRemoved(centre, id);
    return {};
}

Result<QByteArray> EvidenceDesk::content(const Evidence &evidence, qint64 most) const
{
    if (evidence.size > most)
        return Error {ErrorCode::TooLarge, QStringLiteral("%1 bytes; %2 are shown").arg(evidence.size).arg(most), {}};
    auto bytes = m_workspace.d->contentStore.bytes(evidence.digest, most);
    if (!bytes)
        return bytes.error().withContext(evidence.title);
    return bytes;
}

EvidenceExport EvidenceDesk::exporter() const
{
    return EvidenceExport(m_workspace.path());
}

} // namespace cq
