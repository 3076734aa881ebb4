// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"

namespace cq {

namespace {

// The numbers of what is linked by a link that fits.
template <class Fits> QString numbersOf(const ChapterContext &context, Fits fits)
{
    QSet<EvidenceId> linked;
    for (const EvidenceLink &link : context.record().evidenceLinks)
        if (fits(link))
            linked.insert(link.evidence);
    QStringList numbers;
    for (int place = 0; place < context.evidence.size(); ++place) {
        const Evidence &item = context.evidence[place];
        if (!linked.contains(item.id))
            continue;
        const QString number = context.words.evidenceNumber(place + 1);
        numbers.append(context.isExpired(item) ? context.words.text(Phrase::ExpiredNumber).arg(number) : number);
    }
    return numbers.join(QStringLiteral(", "));
}

} // namespace

QString ChapterContext::evidenceNumbers(const CriterionId &criterion) const
{
    return numbersOf(
        *this, [&](const EvidenceLink &link) { return link.finding.isEmpty() && link.criterion == criterion; });
}

QString ChapterContext::evidenceNumbers(const FindingId &finding) const
{
    return numbersOf(*this, [&](const EvidenceLink &link) { return link.finding == finding; });
}

QStringList ChapterContext::usesOf(const EvidenceId &id) const
{
    QSet<FindingId> linked;
    QStringList uses;
    for (const EvidenceLink &link : record().evidenceLinks) {
        if (link.evidence != id)
            continue;
        if (link.finding.isEmpty())
            uses.append(link.criterion.text());
        linked.insert(link.finding);
    }
    uses.sort();
    for (const Finding &finding : record().findings)
        if (linked.contains(finding.id))
            uses.append(words.findingNumber(finding.number));
    return uses;
}

QString ChapterContext::placeName(const FacilityId &id) const
{
    if (id.isEmpty())
        return words.text(Phrase::WholeProgramme);
    for (const Facility &facility : record().centre.facilities)
        if (facility.id == id)
            return facility.name;
    return id.text();
}

QString ChapterContext::centreName() const
{
    const Centre &centre = record().centre;
    return centre.isFictional ? words.text(Phrase::FictionalName).arg(centre.name) : centre.name;
}

} // namespace cq
