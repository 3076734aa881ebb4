// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/certificatemodel.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"

namespace cq {

namespace {

// Three months is what a renewal takes in practice; from then on it deserves a look.
constexpr qint64 soonDays = 90;

QString remainingWords(const QDate &until)
{
    if (!until.isValid())
        return CertificateModel::tr("no date");
    const qint64 days = QDate::currentDate().daysTo(until);
    if (days < 0)
        return CertificateModel::tr("expired %n days ago", nullptr, int(-days));
    return days == 0 ? CertificateModel::tr("expires today") : CertificateModel::tr("%n days left", nullptr, int(days));
}

bool needsAttention(const QDate &until)
{
    return until.isValid() && QDate::currentDate().daysTo(until) <= soonDays;
}

} // namespace

CertificateModel::CertificateModel(CentreDesk &desk, QObject *parent)
    : CentrePartModel(desk, parent)
{
}

QList<Certificate> CertificateModel::rowsOf(const Centre &centre) const
{
    return centre.certificates;
}

bool CertificateModel::isColumnEditable(int column) const
{
    return column != Remaining;
}

int CertificateModel::add()
{
    Certificate certificate;
    certificate.scheme = tr("New certificate");
    const Result<CertificateId> added = desk().addCertificate(centre(), certificate);
    if (!added) {
        Q_EMIT refused(added.error());
        return -1;
    }
    return rowOf(added->text());
}

void CertificateModel::remove(int row)
{
    const Result<void> done = desk().removeCertificate(centre(), at(row).id);
    if (!done)
        Q_EMIT refused(done.error());
}

int CertificateModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CertificateModel::display(const Certificate &certificate, int column)
{
    switch (Column(column)) {
    case Scheme:
        return certificate.scheme;
    case Issuer:
        return certificate.issuer;
    case Number:
        return certificate.number;
    case Scope:
        return certificate.scope;
    case ValidFrom:
        return dateText(certificate.validFrom);
    case ValidUntil:
        return dateText(certificate.validUntil);
    case Remaining:
        return needsAttention(certificate.validUntil) ? QStringLiteral("⚠ ") + remainingWords(certificate.validUntil)
                                                      : remainingWords(certificate.validUntil);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant CertificateModel::editValue(const Certificate &certificate, int column)
{
    if (column == ValidFrom)
        return certificate.validFrom;
    return column == ValidUntil ? QVariant(certificate.validUntil) : QVariant(display(certificate, column));
}

QVariant CertificateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Certificate &certificate = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return display(certificate, index.column());
    case Qt::EditRole:
        return editValue(certificate, index.column());
    case IdRole:
        return certificate.id.text();
    case WarningRole:
        return index.column() == Remaining && needsAttention(certificate.validUntil);
    default:
        return {};
    }
}

bool CertificateModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    Certificate changed = at(index.row());
    if (value == editValue(changed, index.column()))
        return false;
    switch (Column(index.column())) {
    case Scheme:
        changed.scheme = value.toString().trimmed();
        break;
    case Issuer:
        changed.issuer = value.toString().trimmed();
        break;
    case Number:
        changed.number = value.toString().trimmed();
        break;
    case Scope:
        changed.scope = value.toString().trimmed();
        break;
    case ValidFrom:
        changed.validFrom = value.toDate();
        break;
    case ValidUntil:
        changed.validUntil = value.toDate();
        break;
    case Remaining:
    case ColumnCount:
        return false;
    }
    const Result<void> done = desk().changeCertificate(centre(), changed);
    if (!done)
        Q_EMIT refused(done.error());
    return bool(done);
}

QVariant CertificateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Scheme:
        return tr("Certificate");
    case Issuer:
        return tr("Issued by");
    case Number:
        return tr("Number");
    case Scope:
        return tr("Scope");
    case ValidFrom:
        return tr("Valid from");
    case ValidUntil:
        return tr("Valid until");
    case Remaining:
        return tr("Expiry");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
