// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/trustrecord.h"

#include "core/base/jsonobjectreader.h"

#include <QJsonDocument>

namespace cq {

namespace {

constexpr qsizetype maxName = 256; ///< characters
constexpr qint64 maxSequence = 1'000'000'000;
constexpr qsizetype maxFaults = 20; ///< the first one is told; the rest is not looked for

QString formatName()
{
    return QStringLiteral("centrequal-trust");
}

QJsonObject momentJson(const Timestamp &moment)
{
    return {{QStringLiteral("utc"), moment.utcText()}, {QStringLiteral("offset"), moment.offsetText()}};
}

QJsonObject deedJson(const QString &by, const Timestamp &at)
{
    QJsonObject deed = momentJson(at);
    deed.insert(QStringLiteral("by"), by);
    return deed;
}

QJsonValue listJson(const std::optional<TrustedListMark> &list)
{
    if (!list)
        return QJsonValue::Null;
    const QJsonValue next = list->nextUpdate ? QJsonValue(momentJson(*list->nextUpdate)) : QJsonValue(QJsonValue::Null);
    return QJsonObject {{QStringLiteral("territory"), list->territory},
        {QStringLiteral("operator"), list->schemeOperator}, {QStringLiteral("sequenceNumber"), list->sequenceNumber},
        {QStringLiteral("issued"), momentJson(list->issued)}, {QStringLiteral("nextUpdate"), next}};
}

QJsonObject anchorJson(const TrustAnchor &anchor)
{
    const QJsonObject source {{QStringLiteral("origin"), textOf(anchor.source.origin)},
        {QStringLiteral("name"), anchor.source.name}, {QStringLiteral("list"), listJson(anchor.source.list)}};
    return {{QStringLiteral("fingerprint"), anchor.certificate.sha256},
        {QStringLiteral("purpose"), textOf(anchor.purpose)}, {QStringLiteral("source"), source},
        {QStringLiteral("added"), deedJson(anchor.addedBy, anchor.addedAt)},
        {QStringLiteral("certificate"), QString::fromLatin1(anchor.der.toBase64())}};
}

QString readName(JsonObjectReader &reader, const char *key)
{
    const QString name = reader.text(key);
    if (name.size() > maxName)
        reader.fault(key, QStringLiteral("over %1 characters").arg(maxName));
    return name;
}

Timestamp readMoment(JsonObjectReader &reader, const char *key)
{
    JsonObjectReader moment = reader.child(key);
    const Timestamp read = moment.timestamp();
    moment.refuseOtherKeys();
    return read;
}

void readDeed(JsonObjectReader &reader, const char *key, QString &by, Timestamp &at)
{
    JsonObjectReader deed = reader.child(key);
    by = readName(deed, "by");
    at = deed.timestamp();
    deed.refuseOtherKeys();
}

TrustedListMark readMark(JsonObjectReader &source)
{
    JsonObjectReader list = source.child("list");
    TrustedListMark mark;
    mark.territory = list.id("territory");
    mark.schemeOperator = readName(list, "operator");
    mark.sequenceNumber = list.integer("sequenceNumber", 1, maxSequence).value_or(1);
    mark.issued = readMoment(list, "issued");
    if (!list.isNull("nextUpdate"))
        mark.nextUpdate = readMoment(list, "nextUpdate");
    list.refuseOtherKeys();
    return mark;
}

TrustSource readSource(JsonObjectReader &anchor)
{
    JsonObjectReader reader = anchor.child("source");
    TrustSource source;
    const auto origin = reader.wordIfKnown<TrustOrigin>("origin");
    source.origin = origin.value_or(TrustOrigin::File);
    source.name = readName(reader, "name");
    if (!reader.isNull("list"))
        source.list = readMark(reader);
    if (origin && source.list.has_value() != (source.origin == TrustOrigin::TrustedList))
        reader.fault("list", QStringLiteral("a list belongs to what came from one, and to nothing else"));
    reader.refuseOtherKeys();
    return source;
}

TrustAnchor readAnchor(JsonObjectReader &reader)
{
    const QByteArray fingerprint = reader.digest("fingerprint");
    const auto purpose = reader.wordIfKnown<TrustPurpose>("purpose");
    const QByteArray base64 = reader.text("certificate").toLatin1();
    const auto der = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    TrustAnchor anchor;
    const auto known = trustAnchor(der ? *der : QByteArray(), purpose.value_or(TrustPurpose::Root));
    if (known)
        anchor = *known;
    else if (purpose)
        reader.fault("certificate", known.error().detail);
    if (known && anchor.certificate.sha256.toLatin1() != fingerprint)
        reader.fault("fingerprint", QStringLiteral("it is not the one of the certificate"));
    anchor.source = readSource(reader);
    readDeed(reader, "added", anchor.addedBy, anchor.addedAt);
    return anchor;
}

Error corrupt(const Fault &fault)
{
    const QString place = fault.pointer.isEmpty() ? QString() : fault.pointer + QStringLiteral(": ");
    return {ErrorCode::Corrupt, QStringLiteral("line %1: %2%3").arg(fault.line).arg(place, fault.message), {}};
}

} // namespace

QByteArray trustRecordJson(const TrustRecord &record)
{
    QJsonArray anchors;
    for (const TrustAnchor &anchor : record.anchors)
        anchors.append(anchorJson(anchor));
    QJsonArray removed;
    for (const RemovedAnchor &one : record.removed) {
        QJsonObject object = anchorJson(one.anchor);
        object.insert(QStringLiteral("removed"), deedJson(one.removedBy, one.removedAt));
        object.insert(QStringLiteral("leftOutBy"), one.leftOutBy ? QJsonValue(*one.leftOutBy) : QJsonValue::Null);
        removed.append(object);
    }
    const QJsonObject root {{QStringLiteral("format"), formatName()},
        {QStringLiteral("version"), TrustRecord::formatVersion}, {QStringLiteral("anchors"), anchors},
        {QStringLiteral("removed"), removed}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<TrustRecord> readTrustRecord(const QByteArray &json)
{
    constexpr JsonSource::Limits limits {TrustRecord::maxBytes, 8, 400'000, 16};
    const auto source = JsonSource::parse(json, limits);
    if (!source)
        return source.error().code == ErrorCode::TooLarge ? source.error() : corrupt(JsonFaults::ofParsing(source.error()));
    // Of a newer form nothing else can be said.
    const QJsonValue version = source->root().toObject().value(QLatin1String("version"));
    if (version.isDouble() && version.toDouble() > TrustRecord::formatVersion)
        return Error {ErrorCode::NewerVersion, QStringLiteral("version %1 of the form").arg(version.toDouble()), {}};
    JsonFaults faults(*source, maxFaults);
    JsonObjectReader reader(source->root(), {}, faults);
    if (reader.text("format") != formatName())
        reader.fault("format", QStringLiteral("this is no trust book"));
    (void)reader.integer("version", TrustRecord::formatVersion, TrustRecord::formatVersion);
    TrustRecord record;
    QSet<QString> keys;
    reader.forEach("anchors", TrustRecord::maxAnchors, [&](JsonObjectReader &object) {
        record.anchors.append(readAnchor(object));
        if (keys.contains(record.anchors.last().key()) && faults.isEmpty())
            object.fault("fingerprint", QStringLiteral("it stands here twice for this purpose"));
        keys.insert(record.anchors.last().key());
    });
    reader.forEach("removed", TrustRecord::maxRemoved, [&](JsonObjectReader &object) {
        RemovedAnchor removed;
        removed.anchor = readAnchor(object);
        readDeed(object, "removed", removed.removedBy, removed.removedAt);
        removed.leftOutBy = object.integerOrNull("leftOutBy", 1, maxSequence);
        record.removed.append(removed);
    });
    reader.refuseOtherKeys();
    if (!faults.isEmpty())
        return corrupt(faults.inOrder().first());
    return record;
}

} // namespace cq
