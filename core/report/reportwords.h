// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/audit/signaturestatement.h"
#include "core/base/result.h"
#include "core/pack/criteriapack.h"
#include "core/report/phrase.h"
#include "core/scoring/scoresheet.h"

#include <QHash>
#include <QLocale>
#include <QString>
#include <QStringList>

namespace cq {

/// The texts of a report in one language: sentences by Phrase, words for the values of enums, numbers and dates. The
/// language is the report's, never the window's, so none of it goes through tr().
class ReportWords
{
public:
    /// InvalidInput, naming the languages there are, for any other.
    static Result<ReportWords> of(const QString &language);
    static QStringList languages();

    const QString &text(Phrase phrase) const { return m_phrases[qsizetype(phrase)]; }
    QString word(AuditKind value) const { return named("audit-kind/", textOf(value)); }
    QString word(AuditMethod value) const { return named("audit-method/", textOf(value)); }
    QString word(AuditState value) const { return named("audit-state/", textOf(value)); }
    QString word(OutcomeKind value) const { return named("outcome/", textOf(value)); }
    QString word(ResponseLevel value) const { return named("level/", textOf(value)); }
    QString word(Severity value) const { return named("severity/", textOf(value)); }
    QString word(FindingKind value) const { return named("finding-kind/", textOf(value)); }
    QString word(FindingState value) const { return named("finding-state/", textOf(value)); }
    QString word(HarmLikelihood value) const { return named("harm/", textOf(value)); }
    QString word(HarmScope value) const { return named("scope/", textOf(value)); }
    QString word(Proof value) const { return named("proof/", textOf(value)); }
    QString word(EffectivenessResult value) const { return named("effectiveness/", textOf(value)); }
    QString word(Criticality value) const { return named("criticality/", textOf(value)); }
    QString word(Role value) const { return named("role/", textOf(value)); }
    QString word(SignaturePlace value) const { return named("place/", textOf(value)); }
    QString word(SignatureMeaning value) const { return named("meaning/", textOf(value)); }
    QString word(Party value) const { return named("party/", textOf(value)); }
    QString word(EvidenceKind value) const { return named("evidence-kind/", textOf(value)); }
    QString word(FacilityType value) const { return named("facility/", textOf(value)); }
    QString word(EvidenceMethod value) const { return named("evidence-method/", textOf(value)); }
    QString word(CoiStatement value) const { return named("coi/", textOf(value)); }
    QString word(RequestState value) const { return named("request/", textOf(value)); }
    QString word(MeetingKind value) const { return named("meeting/", textOf(value)); }
    QString word(CellAnswer value) const { return named("cell/", textOf(value)); }
    /// What an entry of the trail did; an unknown action stands as it is.
    QString action(const QString &action) const { return named("action/", action); }

    /// Why the outcome is what it is: the pack's sentence, or ours where no rule was asked.
    QString reason(const Reason &reason) const;
    QString factValue(const ProfileFactDefinition &definition, const FactValue &value) const;
    /// "F-07"
    QString findingNumber(int number) const;
    /// "E-07"
    QString evidenceNumber(int number) const;
    /// "R-07"
    QString requestNumber(int number) const;

    /// One decimal (domain.md section 10, "False precision"), a dash where undefined; kept from rounding over the
    /// marks.
    QString percent(const Score &score, const QList<qint64> &marks) const;
    /// A threshold given in hundredths of a percent, as exact as it is.
    QString hundredths(qint64 hundredths) const;
    /// A value given in thousandths, e.g. "0.5".
    QString thousandths(int thousandths) const;
    /// A difference given in tenths of a percentage point, with its sign.
    QString points(int tenths) const;

    /// A dash for a null date.
    QString date(QDate date) const;
    QString period(QDate from, QDate to) const;
    /// Local date and time with the offset: what the clock on the wall said.
    QString moment(const Timestamp &time) const;
    /// Universal time for columns of times, to the second.
    QString utcMoment(const Timestamp &time) const;

private:
    ReportWords();
    QString named(const char *group, const QString &word) const;
    QString fraction(qint64 value, int decimals) const;

    QList<QString> m_phrases;
    QHash<QString, QString> m_words;
    QLocale m_locale;
};

} // namespace cq
