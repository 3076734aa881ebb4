// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"

#include <boost/archive/archive_exception.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/version.hpp>

#include <stdexcept>
#include <string>

BOOST_CLASS_VERSION(cq::Facility, 1)
BOOST_CLASS_VERSION(cq::Certificate, 1)
BOOST_CLASS_VERSION(cq::Contact, 1)
BOOST_CLASS_VERSION(cq::ProfileFact, 1)
BOOST_CLASS_VERSION(cq::Centre, 1)
BOOST_CLASS_VERSION(cq::TeamMember, 1)
BOOST_CLASS_VERSION(cq::PackPin, 1)
BOOST_CLASS_VERSION(cq::Audit, 1)
BOOST_CLASS_VERSION(cq::Response, 1)
BOOST_CLASS_VERSION(cq::Finding, 2)
BOOST_CLASS_VERSION(cq::ActionStep, 1)
BOOST_CLASS_VERSION(cq::CorrectiveAction, 1)
BOOST_CLASS_VERSION(cq::Evidence, 1)
BOOST_CLASS_VERSION(cq::EvidenceLink, 1)
BOOST_CLASS_VERSION(cq::SampleCase, 1)
BOOST_CLASS_VERSION(cq::Sample, 1)
BOOST_CLASS_VERSION(cq::PlanSlot, 1)
BOOST_CLASS_VERSION(cq::CoiDeclaration, 1)
BOOST_CLASS_VERSION(cq::InformationRequest, 1)
BOOST_CLASS_VERSION(cq::Meeting, 1)
BOOST_CLASS_VERSION(cq::TrailEntry, 1)
BOOST_CLASS_VERSION(cq::RecordedResult, 1)
BOOST_CLASS_VERSION(cq::AuditRecord, 2)

/// How each struct of an audit record lies in a snapshot: one serialize() per struct, no pointers, enums as file words.
/// A new member goes to the end of its function, read only where version tells that it is there, and the class version
/// above goes up: old snapshots must open for ten years. Only snapshot.cpp includes this.
namespace cq {

namespace archive {

/// The library itself reads what a newer program wrote as if it were of today, and so misreads it without a word.
template <class T> void refuseNewer(unsigned version)
{
    using boost::archive::archive_exception;
    if (version > unsigned(boost::serialization::version<T>::value))
        throw archive_exception(archive_exception::unsupported_class_version);
}

constexpr quint64 maxElements = 2000000; ///< of one list; more than any limit of a record

template <class A> void text(A &archive, QString &value)
{
    std::string utf8;
    if constexpr (A::is_saving::value)
        utf8 = value.toStdString();
    archive &utf8;
    if constexpr (A::is_loading::value)
        value = QString::fromStdString(utf8);
}

template <class A> void digest(A &archive, QByteArray &value)
{
    std::string bytes;
    if constexpr (A::is_saving::value)
        bytes = value.toStdString();
    archive &bytes;
    if constexpr (A::is_loading::value)
        value = QByteArray::fromStdString(bytes);
}

template <class A, class Tag> void id(A &archive, Id<Tag> &value)
{
    QString held = value.text();
    text(archive, held);
    if constexpr (A::is_loading::value)
        value = Id<Tag>(held);
}

template <class A, class E> void word(A &archive, E &value)
{
    QString held = textOf(value);
    text(archive, held);
    if constexpr (A::is_loading::value) {
        const auto found = fromText<E>(held);
        if (!found)
            throw std::runtime_error("unknown word");
        value = *found;
    }
}

template <class A> void day(A &archive, QDate &value)
{
    QString held = value.toString(Qt::ISODate);
    text(archive, held);
    if constexpr (A::is_loading::value)
        value = QDate::fromString(held, Qt::ISODate);
}

template <class A> void moment(A &archive, Timestamp &value)
{
    archive &value.utcMs;
    archive &value.offsetMinutes;
}

template <class A> void number(A &archive, std::optional<int> &value)
{
    bool isThere = value.has_value();
    int held = value.value_or(0);
    archive &isThere;
    archive &held;
    if constexpr (A::is_loading::value)
        value = isThere ? std::optional<int>(held) : std::nullopt;
}

/// A list, each element by the function given.
template <class A, class T, class F> void list(A &archive, QList<T> &items, F &&element)
{
    quint64 count = quint64(items.size());
    archive &count;
    if constexpr (A::is_loading::value) {
        if (count > maxElements)
            throw std::length_error("too many elements");
        items.clear();
    }
    for (quint64 i = 0; i < count; ++i) {
        if constexpr (A::is_loading::value)
            items.append(T());
        element(items[qsizetype(i)]);
    }
}

/// A list of structs that have their own serialize().
template <class A, class T> void structs(A &archive, QList<T> &items)
{
    list(archive, items, [&](T &item) { archive &item; });
}

template <class A, class Tag> void ids(A &archive, QList<Id<Tag>> &items)
{
    list(archive, items, [&](Id<Tag> &item) { id(archive, item); });
}

template <class A> void texts(A &archive, QStringList &items)
{
    list(archive, items, [&](QString &item) { text(archive, item); });
}

template <class A> void seed(A &archive, std::optional<quint32> &value)
{
    bool isThere = value.has_value();
    quint32 held = value.value_or(0);
    archive &isThere;
    archive &held;
    if constexpr (A::is_loading::value)
        value = isThere ? std::optional<quint32>(held) : std::nullopt;
}

// A cell for each check of each case: all who read a sample rely on it.
inline void refuseOtherShape(const Sample &sample)
{
    if (sample.cells.size() != sample.cases.size() * sample.checks.size())
        throw std::length_error("a sample with other cells than its cases and checks");
}

template <class A> void factValue(A &archive, std::optional<FactValue> &value)
{
    int kind = value ? int(value->index()) + 1 : 0; // 0 unknown, then the places in FactValue
    archive &kind;
    bool flag = value && kind == 1 && std::get<bool>(*value);
    qint64 integer = value && kind == 2 ? std::get<qint64>(*value) : 0;
    QString held = value && kind == 3 ? std::get<QString>(*value) : QString();
    archive &flag;
    archive &integer;
    text(archive, held);
    if constexpr (A::is_loading::value) {
        if (kind < 0 || kind > 3)
            throw std::runtime_error("unknown kind of value");
        value = kind == 0 ? std::nullopt
            : kind == 1   ? std::optional<FactValue>(flag)
            : kind == 2   ? std::optional<FactValue>(integer)
                          : std::optional<FactValue>(held);
    }
}

template <class A> void proofs(A &archive, QMap<Proof, QString> &proofs)
{
    QList<std::pair<Proof, QString>> given;
    for (auto it = proofs.constBegin(); it != proofs.constEnd(); ++it)
        given.append({it.key(), it.value()});
    list(archive, given, [&](std::pair<Proof, QString> &proof) {
        word(archive, proof.first);
        text(archive, proof.second);
    });
    if constexpr (A::is_loading::value) {
        proofs.clear();
        for (const auto &[proof, reference] : given)
            proofs.insert(proof, reference);
    }
}

template <class A> void checkResult(A &archive, std::optional<EffectivenessCheck::Result> &result)
{
    bool isThere = result.has_value();
    EffectivenessCheck::Result held = result.value_or(EffectivenessCheck::Result());
    archive &isThere;
    word(archive, held.verdict);
    text(archive, held.remark);
    text(archive, held.by);
    moment(archive, held.at);
    if constexpr (A::is_loading::value)
        result = isThere ? std::optional<EffectivenessCheck::Result>(held) : std::nullopt;
}

} // namespace archive

template <class A> void serialize(A &archive, Facility &facility, unsigned version)
{
    archive::refuseNewer<Facility>(version);
    archive::id(archive, facility.id);
    archive::text(archive, facility.name);
    archive::word(archive, facility.type);
    archive::text(archive, facility.site);
}

template <class A> void serialize(A &archive, Certificate &certificate, unsigned version)
{
    archive::refuseNewer<Certificate>(version);
    archive::id(archive, certificate.id);
    archive::text(archive, certificate.scheme);
    archive::text(archive, certificate.issuer);
    archive::text(archive, certificate.number);
    archive::text(archive, certificate.scope);
    archive::day(archive, certificate.validFrom);
    archive::day(archive, certificate.validUntil);
}

template <class A> void serialize(A &archive, Contact &contact, unsigned version)
{
    archive::refuseNewer<Contact>(version);
    archive::id(archive, contact.id);
    archive::text(archive, contact.function);
    archive::text(archive, contact.name);
    archive::text(archive, contact.mail);
}

template <class A> void serialize(A &archive, ProfileFact &fact, unsigned version)
{
    archive::refuseNewer<ProfileFact>(version);
    archive::id(archive, fact.id);
    archive::factValue(archive, fact.value);
    archive::day(archive, fact.asOf);
    archive::text(archive, fact.statedBy);
}

template <class A> void serialize(A &archive, Centre &centre, unsigned version)
{
    archive::refuseNewer<Centre>(version);
    archive::id(archive, centre.id);
    archive::text(archive, centre.name);
    archive::text(archive, centre.programme);
    archive::text(archive, centre.address);
    archive::text(archive, centre.country);
    archive::text(archive, centre.workingLanguage);
    archive::text(archive, centre.cic);
    archive &centre.isFictional;
    archive::structs(archive, centre.facilities);
    archive::structs(archive, centre.certificates);
    archive::structs(archive, centre.contacts);
    QList<ProfileFact> facts = centre.profile.values();
    archive::structs(archive, facts);
    if constexpr (A::is_loading::value)
        for (const ProfileFact &fact : facts)
            centre.profile.insert(fact.id, fact);
}

template <class A> void serialize(A &archive, TeamMember &member, unsigned version)
{
    archive::refuseNewer<TeamMember>(version);
    archive::text(archive, member.name);
    archive::word(archive, member.role);
    archive::text(archive, member.organisation);
    archive::text(archive, member.domain);
}

template <class A> void serialize(A &archive, PackPin &pin, unsigned version)
{
    archive::refuseNewer<PackPin>(version);
    archive::id(archive, pin.id);
    archive &pin.version.major;
    archive &pin.version.minor;
    archive &pin.version.patch;
    archive::digest(archive, pin.digest);
}

template <class A> void serialize(A &archive, Audit &audit, unsigned version)
{
    archive::refuseNewer<Audit>(version);
    archive::id(archive, audit.id);
    archive::id(archive, audit.centre);
    archive::text(archive, audit.title);
    archive::word(archive, audit.kind);
    archive::word(archive, audit.method);
    archive::word(archive, audit.state);
    archive::text(archive, audit.scope.activities);
    archive::day(archive, audit.scope.periodFrom);
    archive::day(archive, audit.scope.periodTo);
    archive::ids(archive, audit.scope.facilities);
    archive::day(archive, audit.startsOn);
    archive::day(archive, audit.endsOn);
    archive::structs(archive, audit.team);
    archive::structs(archive, audit.packs);
    archive::text(archive, audit.reportLanguage);
    archive::moment(archive, audit.createdAt);
}

template <class A> void serialize(A &archive, Response &response, unsigned version)
{
    archive::refuseNewer<Response>(version);
    archive::id(archive, response.key.criterion);
    archive::id(archive, response.key.facility);
    archive::word(archive, response.key.party);
    archive::word(archive, response.level);
    archive::text(archive, response.note);
    archive::text(archive, response.justification);
    archive &response.naAccepted;
    archive::text(archive, response.answeredBy);
    archive::moment(archive, response.answeredAt);
}

template <class A> void serialize(A &archive, Finding &finding, unsigned version)
{
    archive::refuseNewer<Finding>(version);
    archive::id(archive, finding.id);
    archive &finding.number;
    archive::word(archive, finding.kind);
    archive::word(archive, finding.severity);
    archive::word(archive, finding.proposedSeverity);
    archive::ids(archive, finding.criteria);
    archive::id(archive, finding.facility);
    archive::text(archive, finding.statement);
    archive::text(archive, finding.evidence);
    archive::text(archive, finding.requestedAnswer);
    archive::day(archive, finding.dueOn);
    archive &finding.isRepeat;
    archive::word(archive, finding.state);
    archive::text(archive, finding.raisedBy);
    archive::moment(archive, finding.raisedAt);
    if (version < 2)
        return;
    bool isPlaced = finding.risk.has_value();
    RiskCell risk = finding.risk.value_or(RiskCell());
    archive &isPlaced;
    archive::word(archive, risk.harm);
    archive::word(archive, risk.scope);
    if constexpr (A::is_loading::value)
        finding.risk = isPlaced ? std::optional<RiskCell>(risk) : std::nullopt;
}

template <class A> void serialize(A &archive, ActionStep &step, unsigned version)
{
    archive::refuseNewer<ActionStep>(version);
    archive::word(archive, step.state);
    archive::text(archive, step.remark);
    archive::text(archive, step.by);
    archive::moment(archive, step.at);
}

template <class A> void serialize(A &archive, CorrectiveAction &action, unsigned version)
{
    archive::refuseNewer<CorrectiveAction>(version);
    archive::id(archive, action.finding);
    archive::text(archive, action.containment);
    archive::text(archive, action.correction);
    archive::texts(archive, action.whys);
    archive::text(archive, action.rootCause);
    archive::text(archive, action.action);
    archive::text(archive, action.owner);
    archive::day(archive, action.dueOn);
    archive::day(archive, action.answerDueOn);
    archive::day(archive, action.containmentDueOn);
    archive::proofs(archive, action.proofs);
    archive::day(archive, action.check.plannedOn);
    archive::checkResult(archive, action.check.result);
    archive::structs(archive, action.steps);
}

template <class A> void serialize(A &archive, Evidence &evidence, unsigned version)
{
    archive::refuseNewer<Evidence>(version);
    archive::id(archive, evidence.id);
    archive::id(archive, evidence.centre);
    archive::text(archive, evidence.title);
    archive::word(archive, evidence.kind);
    archive::word(archive, evidence.method);
    archive::text(archive, evidence.pageReference);
    archive::day(archive, evidence.effectiveOn);
    archive::day(archive, evidence.receivedOn);
    archive::day(archive, evidence.validUntil);
    archive::id(archive, evidence.facility);
    archive::text(archive, evidence.fileName);
    archive::text(archive, evidence.mediaType);
    archive &evidence.size;
    archive::digest(archive, evidence.digest);
    archive::text(archive, evidence.addedBy);
    archive::moment(archive, evidence.addedAt);
}

template <class A> void serialize(A &archive, EvidenceLink &link, unsigned version)
{
    archive::refuseNewer<EvidenceLink>(version);
    archive::id(archive, link.evidence);
    archive::id(archive, link.criterion);
    archive::id(archive, link.finding);
}

template <class A> void serialize(A &archive, SampleCase &drawn, unsigned version)
{
    archive::refuseNewer<SampleCase>(version);
    archive::text(archive, drawn.label);
    archive &drawn.place;
}

template <class A> void serialize(A &archive, Sample &sample, unsigned version)
{
    archive::refuseNewer<Sample>(version);
    archive::id(archive, sample.id);
    archive::id(archive, sample.criterion);
    archive::id(archive, sample.facility);
    archive::text(archive, sample.title);
    archive &sample.confidence;
    archive &sample.tolerableRate;
    archive &sample.population;
    archive::seed(archive, sample.seed);
    archive::texts(archive, sample.checks);
    archive::structs(archive, sample.cases);
    archive::list(archive, sample.cells, [&](CellAnswer &cell) { archive::word(archive, cell); });
    archive::text(archive, sample.drawnBy);
    archive::moment(archive, sample.drawnAt);
    archive::refuseOtherShape(sample);
}

template <class A> void serialize(A &archive, PlanSlot &slot, unsigned version)
{
    archive::refuseNewer<PlanSlot>(version);
    archive::id(archive, slot.id);
    archive::day(archive, slot.day);
    archive &slot.fromMinute;
    archive &slot.toMinute;
    archive::id(archive, slot.facility);
    archive::text(archive, slot.auditor);
    archive::text(archive, slot.toMeet);
    archive::text(archive, slot.topic);
}

template <class A> void serialize(A &archive, CoiDeclaration &declaration, unsigned version)
{
    archive::refuseNewer<CoiDeclaration>(version);
    archive::text(archive, declaration.member);
    archive::word(archive, declaration.statement);
    archive::text(archive, declaration.text);
    archive::day(archive, declaration.declaredOn);
}

template <class A> void serialize(A &archive, InformationRequest &request, unsigned version)
{
    archive::refuseNewer<InformationRequest>(version);
    archive::id(archive, request.id);
    archive &request.number;
    archive::id(archive, request.criterion);
    archive::text(archive, request.question);
    archive::day(archive, request.askedOn);
    archive::day(archive, request.dueOn);
    archive::text(archive, request.answer);
    archive::day(archive, request.answeredOn);
    archive::word(archive, request.state);
}

template <class A> void serialize(A &archive, Meeting &meeting, unsigned version)
{
    archive::refuseNewer<Meeting>(version);
    archive::word(archive, meeting.kind);
    archive::day(archive, meeting.heldOn);
    archive::texts(archive, meeting.attendance);
    archive::text(archive, meeting.notes);
}

template <class A> void serialize(A &archive, TrailEntry &entry, unsigned version)
{
    archive::refuseNewer<TrailEntry>(version);
    archive &entry.sequence;
    archive::moment(archive, entry.at);
    archive::text(archive, entry.person);
    archive::word(archive, entry.role);
    archive::text(archive, entry.action);
    archive::text(archive, entry.target);
    archive::text(archive, entry.oldValue);
    archive::text(archive, entry.newValue);
    archive::text(archive, entry.reason);
    archive &entry.clockJumped;
    archive::digest(archive, entry.previous);
    archive::digest(archive, entry.digest);
}

template <class A> void serialize(A &archive, RecordedResult &result, unsigned version)
{
    archive::refuseNewer<RecordedResult>(version);
    archive::number(archive, result.graded);
    archive::number(archive, result.strict);
    archive::number(archive, result.completeness);
    archive::word(archive, result.outcome);
    archive::text(archive, result.rule);
    archive::text(archive, result.engineVersion);
}

template <class A> void serialize(A &archive, AuditRecord &record, unsigned version)
{
    archive::refuseNewer<AuditRecord>(version);
    archive &record.audit;
    archive &record.centre;
    archive::structs(archive, record.responses);
    archive::structs(archive, record.findings);
    archive::structs(archive, record.trail);
    bool hasResult = record.result.has_value();
    RecordedResult result = record.result.value_or(RecordedResult());
    archive &hasResult;
    archive &result;
    if constexpr (A::is_loading::value)
        record.result = hasResult ? std::optional<RecordedResult>(result) : std::nullopt;
    if (version < 2)
        return;
    archive::structs(archive, record.actions);
    archive::structs(archive, record.evidence);
    archive::structs(archive, record.evidenceLinks);
    archive::structs(archive, record.samples);
    archive::structs(archive, record.plan);
    archive::structs(archive, record.declarations);
    archive::structs(archive, record.requests);
    archive::structs(archive, record.meetings);
}

} // namespace cq
