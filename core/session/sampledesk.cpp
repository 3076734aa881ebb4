// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sampledesk.h"

#include "core/session/auditparts.h"
#include "core/visit/caselabel.h"
#include "core/visit/patientlook.h"
#include "core/visit/samplechoice.h"

#include <QSet>

#include <algorithm>

namespace cq {

namespace {

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

// The first eight digits of an id are as random as the whole.
quint32 seedFrom(const QString &id)
{
    return id.left(8).toUInt(nullptr, 16);
}

// The answers stand in entries of their own.
QString inWords(const Sample &sample)
{
    const SampleTally result = resultOf(sample).cases;
    QStringList cases;
    for (const SampleCase &sampleCase : sample.cases)
        cases.append(sampleCase.place > 0 ? QStringLiteral("%1 = %2").arg(sampleCase.label).arg(sampleCase.place)
                                          : sampleCase.label);
    const QString choice = sample.seed
        ? QStringLiteral("%1 of %2 by lot, seed %3").arg(sample.cases.size()).arg(sample.population).arg(*sample.seed)
        : QStringLiteral("%1 taken by hand").arg(sample.cases.size());
    return QStringLiteral("%1; %2; %3 % confidence, %4 % tolerable; cases %5; checks: %6; failed: %7 of %8")
        .arg(sample.title, choice)
        .arg(sample.confidence)
        .arg(sample.tolerableRate)
        .arg(cases.join(QStringLiteral(", ")), sample.checks.join(QStringLiteral(" | ")))
        .arg(result.failures)
        .arg(result.judged);
}

Result<void> judgeLabel(const QString &label)
{
    if (label.trimmed().isEmpty() || label.size() > SampleDesk::maxLabelLength || label.contains(u'\n'))
        return invalid(QStringLiteral("a label has 1 to %1 characters").arg(SampleDesk::maxLabelLength));
    if (const auto look = patientLookOf(label))
        return invalid(QStringLiteral("the label looks like %1, and no patient may be known from it").arg(textOf(*look)));
    return {};
}

} // namespace

SampleDesk::SampleDesk(AuditSession &session)
    : m_session(session)
{
}

const QList<Sample> &SampleDesk::all() const
{
    return m_session.d->samples;
}

std::optional<Sample> SampleDesk::find(const SampleId &id) const
{
    for (const Sample &sample : all())
        if (sample.id == id)
            return sample;
    return std::nullopt;
}

QList<Sample> SampleDesk::of(const CriterionId &criterion) const
{
    QList<Sample> found;
    std::copy_if(all().begin(), all().end(), std::back_inserter(found),
        [&](const Sample &sample) { return sample.criterion == criterion; });
    return found;
}

Result<void> SampleDesk::mayWrite() const
{
    if (auto allowed = m_session.d->mayChange(); !allowed)
        return allowed;
    if (m_session.ownParty() != resultParty(m_session.audit().kind))
        return Error {ErrorCode::Refused,
            QStringLiteral("a %1 does not write samples of this audit").arg(textOf(m_session.workspace().person().role)),
            {}};
    return {};
}

Result<void> SampleDesk::judge(const Sample &sample) const
{
    const ScoreBoard::Part part = m_session.board().part(sample.criterion);
    if (m_session.packs().indexOf(sample.criterion) < 0)
        return invalid(QStringLiteral("no criterion %1 in this audit").arg(sample.criterion.text()));
    if (!part.facilities.contains(sample.facility))
        return invalid(QStringLiteral("%1 is not answered there").arg(sample.criterion.text()));
    if (sample.title.trimmed().isEmpty() || sample.title.size() > maxTextLength)
        return invalid(QStringLiteral("a sample has a title of up to %1 characters").arg(maxTextLength));
    if (sample.checks.isEmpty() || sample.checks.size() > Sample::maxChecks)
        return invalid(QStringLiteral("a sample has 1 to %1 checks").arg(Sample::maxChecks));
    for (const QString &check : sample.checks)
        if (check.trimmed().isEmpty() || check.size() > maxTextLength)
            return invalid(QStringLiteral("a check has a text of up to %1 characters").arg(maxTextLength));
    if (sample.confidence < 50 || sample.confidence > 99 || sample.tolerableRate < 1 || sample.tolerableRate > 99)
        return invalid(QStringLiteral("confidence is 50 to 99 %, the tolerable rate 1 to 99 %"));
    if (sample.population < 0 || sample.population > Sample::maxPopulation)
        return invalid(QStringLiteral("a population has up to %1 cases").arg(Sample::maxPopulation));
    if (sample.cases.isEmpty() || sample.cases.size() > Sample::maxCases)
        return invalid(QStringLiteral("a sample has 1 to %1 cases").arg(Sample::maxCases));
    if (sample.cells.size() != sample.cases.size() * sample.checks.size())
        return invalid(QStringLiteral("a sample has one cell for each case and check"));
    QSet<QString> labels;
    for (const SampleCase &sampleCase : sample.cases) {
        if (auto sound = judgeLabel(sampleCase.label); !sound)
            return sound;
        labels.insert(sampleCase.label);
    }
    if (labels.size() != sample.cases.size())
        return invalid(QStringLiteral("two cases of a sample have the same label"));
    return {};
}

Result<qsizetype> SampleDesk::placeOf(const SampleId &id, int caseAt, int checkAt) const
{
    for (qsizetype place = 0; place < all().size(); ++place) {
        const Sample &sample = all()[place];
        if (sample.id == id && caseAt >= 0 && caseAt < sample.cases.size() && checkAt >= 0
            && checkAt < sample.checks.size())
            return place;
    }
    return Error {ErrorCode::NotFound, QStringLiteral("no such sample, case or check"), {}};
}

Result<void> SampleDesk::store(const Sample &sample, const QString &action)
{
    auto &d = *m_session.d;
    const Change change {{}, action, sample.criterion.text(), {}, inWords(sample), {}};
    if (auto done = d.commit(change, [&] { return d.workspace.d->sampleStore.insert(d.audit.id, sample); }); !done)
        return done;
    const auto place = std::lower_bound(d.samples.begin(), d.samples.end(), sample, [](const Sample &a, const Sample &b) {
        return a.drawnAt.utcMs != b.drawnAt.utcMs ? a.drawnAt.utcMs < b.drawnAt.utcMs : a.id < b.id;
    });
    d.samples.insert(place, sample);
    Q_EMIT sampleDrawn(sample.id);
    return {};
}

Result<SampleId> SampleDesk::draw(Sample draft, int size)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed.error();
    if (draft.population > 0 && size > draft.population)
        return invalid(QStringLiteral("%1 cases cannot be drawn from %2").arg(size).arg(draft.population));
    if (size < 1 || size > Sample::maxCases)
        return invalid(QStringLiteral("a sample has 1 to %1 cases").arg(Sample::maxCases));
    auto &parts = *m_session.d->workspace.d;
    draft.id = SampleId(parts.surroundings.newId());
    draft.seed.reset();
    draft.cases.clear();
    for (int place = 0; place < size; ++place)
        draft.cases.append({caseLabel(place), 0});
    draft.cells = QList<CellAnswer>(size * draft.checks.size(), CellAnswer::Open);
    if (auto sound = judge(draft); !sound)
        return sound.error();
    if (draft.population > 0) {
        draft.seed = seedFrom(parts.surroundings.newId());
        const QList<int> places = chooseCases(*draft.seed, draft.population, size);
        for (int place = 0; place < size; ++place)
            draft.cases[place].place = places[place];
    }
    draft.drawnBy = parts.person.name;
    draft.drawnAt = parts.surroundings.clock();
    if (auto done = store(draft, QStringLiteral("sample.drawn")); !done)
        return done.error();
    return draft.id;
}

Result<void> SampleDesk::setCell(const SampleId &id, int caseAt, int checkAt, CellAnswer answer)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    const auto place = placeOf(id, caseAt, checkAt);
    if (!place)
        return place.error();
    auto &d = *m_session.d;
    Sample &sample = d.samples[*place];
    CellAnswer &cell = sample.cells[sample.cellPlace(caseAt, checkAt)];
    if (cell == answer)
        return {};
    const QString target
        = QStringLiteral("%1, case %2, %3").arg(sample.criterion.text(), sample.cases[caseAt].label, sample.checks[checkAt]);
    const Change change {{}, QStringLiteral("sample.cell"), target, textOf(cell), textOf(answer), {}};
    const auto done
        = d.commit(change, [&] { return d.workspace.d->sampleStore.putCell(id, caseAt, checkAt, answer); });
    if (!done)
        return done;
    cell = answer;
    Q_EMIT cellChanged(id, caseAt, checkAt);
    return {};
}

Result<void> SampleDesk::setLabel(const SampleId &id, int caseAt, const QString &label)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    const auto place = placeOf(id, caseAt, 0);
    if (!place)
        return place.error();
    const QString after = label.trimmed();
    if (auto sound = judgeLabel(after); !sound)
        return sound;
    auto &d = *m_session.d;
    Sample &sample = d.samples[*place];
    const QString before = sample.cases[caseAt].label;
    if (before == after)
        return {};
    for (const SampleCase &other : sample.cases)
        if (other.label == after)
            return Error {ErrorCode::Conflict, QStringLiteral("another case is called %1").arg(after), {}};
    const Change change {{}, QStringLiteral("sample.label"), sample.criterion.text(), before, after, {}};
    if (auto done = d.commit(change, [&] { return d.workspace.d->sampleStore.putLabel(id, caseAt, after); }); !done)
        return done;
    sample.cases[caseAt].label = after;
    Q_EMIT labelChanged(id, caseAt);
    return {};
}

Result<void> SampleDesk::remove(const SampleId &id, const QString &reason)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    const auto place = placeOf(id, 0, 0);
    if (!place)
        return place.error();
    auto &d = *m_session.d;
    const Sample sample = d.samples[*place];
    const bool hasAnswers = std::any_of(
        sample.cells.begin(), sample.cells.end(), [](CellAnswer answer) { return answer != CellAnswer::Open; });
    if (hasAnswers && reason.trimmed().isEmpty())
        return invalid(QStringLiteral("the sample has answers: removing it needs a reason"));
    const Change change {
        {}, QStringLiteral("sample.removed"), sample.criterion.text(), inWords(sample), {}, reason};
    if (auto done = d.commit(change, [&] { return d.workspace.d->sampleStore.remove(d.audit.id, id); }); !done)
        return done;
    d.samples.removeAt(*place);
    Q_EMIT sampleRemoved(id);
    return {};
}

Result<void> SampleDesk::restore(const Sample &sample)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    if (find(sample.id))
        return Error {ErrorCode::Conflict, QStringLiteral("the sample is there already"), {}};
    if (auto sound = judge(sample); !sound)
        return sound;
    return store(sample, QStringLiteral("sample.restored"));
}

} // namespace cq
