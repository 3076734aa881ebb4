// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <stdexcept>

namespace cq::bench {

/// Yes-or-no facts of the synthetic pack: "flag_0" rules whole sections, the others single criteria.
constexpr int flagCount = 10;
inline QString flagName(int flag)
{
    return QStringLiteral("flag_%1").arg(flag);
}

inline QJsonObject syntheticCriterion(int index)
{
    static const QString criticalities[] = {QStringLiteral("critical"), QStringLiteral("major"), QStringLiteral("minor")};
    QJsonObject criterion {
        {QStringLiteral("id"), QStringLiteral("X-%1").arg(index, 5, 10, QLatin1Char('0'))},
        {QStringLiteral("text"),
            QStringLiteral("Requirement %1: what is written down agrees with what is done, and somebody answers for it.")
                .arg(index)},
        {QStringLiteral("guidance"),
            QStringLiteral("Read the procedure beside three records of the last year, and ask two people of different "
                           "shifts. A frequent gap is a change that never reached the night shift.")},
        {QStringLiteral("criticality"), criticalities[index % 3]},
        {QStringLiteral("evidence"), QJsonArray {QStringLiteral("document"), QStringLiteral("record")}},
        {QStringLiteral("methods"), QJsonArray {QStringLiteral("document-review")}},
        {QStringLiteral("sources"), QJsonArray()},
        {QStringLiteral("certainty"), QStringLiteral("C")},
    };
    if (index % 20 == 7)
        criterion.insert(QStringLiteral("gate"), true);
    if (index % 25 == 3)
        criterion.insert(QStringLiteral("perFacility"), true);
    if (index % 10 == 1)
        criterion.insert(QStringLiteral("appliesIf"), flagName(1 + index / 10 % (flagCount - 1)));
    return criterion;
}

/// A core pack of so many criteria in sections of up to a hundred, with the policy of the pack that ships. A tenth of the
/// sections hang on flag_0, a tenth of the criteria on the other flags, one in 25 is answered per facility.
inline QByteArray syntheticPack(int criteria)
{
    QFile shipped(QStringLiteral(CQ_SOURCE_DIR "/resources/packs/gocart.core.cqpack.json"));
    if (!shipped.open(QIODevice::ReadOnly))
        throw std::runtime_error("the core pack cannot be read");
    QJsonObject pack = QJsonDocument::fromJson(shipped.readAll()).object();
    pack.insert(QStringLiteral("id"), QStringLiteral("bench.n%1").arg(criteria));
    pack.insert(QStringLiteral("title"), QStringLiteral("Synthetic pack of %1 criteria").arg(criteria));
    pack.insert(QStringLiteral("status"), QStringLiteral("fictional, for benchmarks only"));
    pack.insert(QStringLiteral("sources"), QJsonArray());
    QJsonArray facts;
    for (int flag = 0; flag < flagCount; ++flag)
        facts.append(QJsonObject {{QStringLiteral("id"), flagName(flag)}, {QStringLiteral("group"), QStringLiteral("Flags")},
            {QStringLiteral("label"), QStringLiteral("Flag %1").arg(flag)},
            {QStringLiteral("type"), QStringLiteral("boolean")}});
    pack.insert(QStringLiteral("facts"), facts);
    const int perSection = std::max(10, std::min(100, criteria / 10));
    QJsonArray sections;
    for (int first = 0; first < criteria; first += perSection) {
        QJsonArray items;
        for (int i = first; i < std::min(first + perSection, criteria); ++i)
            items.append(syntheticCriterion(i));
        const int number = first / perSection;
        QJsonObject section {{QStringLiteral("id"), QStringLiteral("S%1").arg(number, 3, 10, QLatin1Char('0'))},
            {QStringLiteral("title"), QStringLiteral("Section %1").arg(number)}, {QStringLiteral("criteria"), items}};
        if (number % 10 == 4)
            section.insert(QStringLiteral("appliesIf"), flagName(0));
        sections.append(section);
    }
    pack.insert(QStringLiteral("sections"), sections);
    return QJsonDocument(pack).toJson(QJsonDocument::Compact);
}

} // namespace cq::bench
