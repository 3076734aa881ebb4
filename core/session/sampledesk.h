// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/visit/sample.h"

#include <QObject>

namespace cq {

class AuditSession;

/// Samples of one audit. Each call is one transaction and one trail entry, announced once. Only the party whose answers
/// are the result writes them; from Submitted on they stand still.
class SampleDesk : public QObject
{
    Q_OBJECT

public:
    explicit SampleDesk(AuditSession &session);

    const QList<Sample> &all() const; ///< in the order drawn
    std::optional<Sample> find(const SampleId &id) const;
    QList<Sample> of(const CriterionId &criterion) const;

    /// Draws `size` cases for a draft of criterion, facility, title, checks, confidence, tolerable rate and population.
    /// Where the population is known they are chosen by lot from a new seed, otherwise taken by hand; labels are A, B, ...
    Result<SampleId> draw(Sample draft, int size);
    Result<void> setCell(const SampleId &id, int caseAt, int checkAt, CellAnswer answer);
    /// InvalidInput, saying why, for what looks like a patient identifier (patientLookOf).
    Result<void> setLabel(const SampleId &id, int caseAt, const QString &label);
    /// A sample with answers needs a reason: drawing again until the result pleases must show.
    Result<void> remove(const SampleId &id, const QString &reason);
    /// Puts back what remove() took, under its old id.
    Result<void> restore(const Sample &sample);

    static constexpr int maxLabelLength = 20; ///< characters
    static constexpr int maxTextLength = 200; ///< of title and check; the largest sample fits one trail entry

Q_SIGNALS:
    void sampleDrawn(const cq::SampleId &sample);
    void cellChanged(const cq::SampleId &sample, int caseAt, int checkAt);
    void labelChanged(const cq::SampleId &sample, int caseAt);
    void sampleRemoved(const cq::SampleId &sample);

private:
    Result<void> mayWrite() const;
    Result<void> judge(const Sample &sample) const;
    Result<qsizetype> placeOf(const SampleId &id, int caseAt, int checkAt) const;
    Result<void> store(const Sample &sample, const QString &action);

    AuditSession &m_session;
};

} // namespace cq
