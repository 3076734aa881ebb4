// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/agreementmodel.h"

#include "app/support/words.h"

#include <QLocale>

#include <cstdlib>

namespace cq {

namespace {

AgreementRow lineOf(const SectionId &section, const QString &title, const Agreement &agreement)
{
    return {section, title, agreement.pairs, agreement.rawAgreement(), agreement.overRating(),
        agreement.meanGapHundredths()};
}

} // namespace

AgreementModel::AgreementModel(const PackSet &packs, QObject *parent) : RowModel(parent), m_packs(packs) { }

int AgreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

void AgreementModel::refresh(const Comparison &comparison)
{
    QList<AgreementRow> rows{lineOf({}, tr("Whole audit"), comparison.overall)};
    for (qsizetype place = 0; place < comparison.sections.size(); ++place) {
        const Section &section = m_packs.sections().at(place);
        const Agreement &agreement = comparison.sections.at(place).agreement;
        if (section.parent.isEmpty() && agreement.pairs > 0)
            rows.append(lineOf(section.id, section.title, agreement));
    }
    setRows(rows);
}

QVariant AgreementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != SectionColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return at(index.row()).title;
    return role == Qt::DisplayRole ? QVariant(cellText(at(index.row()), Column(index.column()))) : QVariant();
}

QString AgreementModel::cellText(const AgreementRow &row, Column column) const
{
    const QLocale locale;
    switch (column) {
    case SectionColumn:
        //: the whole audit, in a narrow column
        return row.section.isEmpty() ? tr("All") : row.section.text();
    case PairsColumn:
        return locale.toString(row.pairs);
    case AgreementColumn:
        return percentText(row.agreeing, {});
    case OverRatedColumn:
        return percentText(row.overRated, {});
    case GapColumn: {
        if (!row.gap)
            return percentText({}, {}); // the same dash as for a score that is not there
        const QString sign = *row.gap > 0 ? QStringLiteral("+") : *row.gap < 0 ? QStringLiteral("−") : QString();
        const int size = std::abs(*row.gap);
        return sign + locale.toString(size / 100) + locale.decimalPoint()
            + QStringLiteral("%1").arg(size % 100, 2, 10, QLatin1Char('0'));
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant AgreementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section != SectionColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (Column(section)) {
    case SectionColumn:
        return tr("Section");
    case PairsColumn:
        return isTip ? tr("Answers of both sides between Not met and Met") : tr("Pairs");
    case AgreementColumn:
        return isTip ? tr("Pairs at the same level") : tr("Agree");
    case OverRatedColumn:
        return isTip ? tr("Pairs in which the centre rated itself higher") : tr("Over");
    case GapColumn:
        return isTip ? tr("Mean of the centre's level less the auditor's, in steps of the scale") : tr("Gap");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
