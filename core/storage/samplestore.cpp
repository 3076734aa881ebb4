// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/samplestore.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

#include <limits>

namespace cq {

namespace {

std::optional<quint32> seedFrom(Row &row)
{
    if (row.nextIsNull()) {
        row.skip();
        return std::nullopt;
    }
    const qint64 seed = row.integer();
    if (seed < 0 || seed > std::numeric_limits<quint32>::max())
        row.reject(QStringLiteral("no seed"));
    return quint32(seed);
}

Sample sampleFrom(Row row)
{
    Sample sample;
    sample.id = row.id<SampleId>();
    sample.criterion = row.id<CriterionId>();
    sample.facility = row.idOrEmpty<FacilityId>();
    sample.title = row.text();
    sample.confidence = row.number();
    sample.tolerableRate = row.number();
    sample.population = row.number();
    sample.seed = seedFrom(row);
    sample.drawnBy = row.text();
    sample.drawnAt = row.moment();
    return sample;
}

void readChecks(Database &database, Sample &sample)
{
    Query query = database.select(
        "sample_check", "SELECT sample_id, content FROM sample_check WHERE sample_id = ? ORDER BY position", sample.id);
    while (query.next()) {
        Row row = query.row();
        row.skip();
        sample.checks.append(row.text());
        if (sample.checks.size() > Sample::maxChecks)
            row.reject(QStringLiteral("too many checks"));
    }
}

void readCases(Database &database, Sample &sample)
{
    Query query = database.select("sample_case",
        "SELECT sample_id, label, place FROM sample_case WHERE sample_id = ? ORDER BY position", sample.id);
    while (query.next()) {
        Row row = query.row();
        row.skip();
        SampleCase sampleCase;
        sampleCase.label = row.text();
        sampleCase.place = row.number();
        sample.cases.append(sampleCase);
        if (sample.cases.size() > Sample::maxCases)
            row.reject(QStringLiteral("too many cases"));
    }
}

void readCells(Database &database, Sample &sample)
{
    sample.cells.resize(sample.cases.size() * sample.checks.size());
    Query query = database.select("sample_cell",
        "SELECT sample_id, case_position, check_position, answer FROM sample_cell WHERE sample_id = ?", sample.id);
    while (query.next()) {
        Row row = query.row();
        row.skip();
        const int caseAt = row.number();
        const int checkAt = row.number();
        if (caseAt < 0 || caseAt >= sample.cases.size() || checkAt < 0 || checkAt >= sample.checks.size())
            row.reject(QStringLiteral("no such cell"));
        sample.cells[sample.cellPlace(caseAt, checkAt)] = row.word<CellAnswer>();
    }
}

void writeCell(Database &database, const SampleId &sample, int caseAt, int checkAt, CellAnswer answer)
{
    if (answer == CellAnswer::Open)
        database.run("DELETE FROM sample_cell WHERE sample_id = ? AND case_position = ? AND check_position = ?", sample,
            caseAt, checkAt);
    else
        database.run("INSERT INTO sample_cell (sample_id, case_position, check_position, answer) VALUES (?, ?, ?, ?) "
                     "ON CONFLICT (sample_id, case_position, check_position) DO UPDATE SET answer = excluded.answer",
            sample, caseAt, checkAt, answer);
}

} // namespace

SampleStore::SampleStore(const WorkspaceFile &file)
    : m_database(file.database())
{
}

Result<QList<Sample>> SampleStore::load(const AuditId &audit) const
{
    return m_database.guarded("loading samples", [&]() -> Result<QList<Sample>> {
        QList<Sample> samples;
        {
            Query query = m_database.select("sample",
                "SELECT id, criterion_id, facility_id, title, confidence, tolerable_rate, population, seed, drawn_by, "
                "drawn_utc, drawn_offset FROM sample WHERE audit_id = ? ORDER BY drawn_utc, id",
                audit);
            while (query.next())
                samples.append(sampleFrom(query.row()));
        }
        for (Sample &sample : samples) {
            readChecks(m_database, sample);
            readCases(m_database, sample);
            readCells(m_database, sample);
        }
        return samples;
    });
}

Result<void> SampleStore::insert(const AuditId &audit, const Sample &sample)
{
    return m_database.write("storing a sample", [&]() -> Result<void> {
        m_database.run("INSERT INTO sample (id, audit_id, criterion_id, facility_id, title, confidence, tolerable_rate, "
                       "population, seed, drawn_by, drawn_utc, drawn_offset) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, -1), ?, ?, ?)",
            sample.id, audit, sample.criterion, nullIfEmpty(sample.facility), sample.title, sample.confidence,
            sample.tolerableRate, sample.population, sample.seed ? qint64(*sample.seed) : qint64(-1), sample.drawnBy,
            sample.drawnAt);
        for (int place = 0; place < sample.checks.size(); ++place)
            m_database.run("INSERT INTO sample_check (sample_id, position, content) VALUES (?, ?, ?)", sample.id, place,
                sample.checks[place]);
        for (int place = 0; place < sample.cases.size(); ++place)
            m_database.run("INSERT INTO sample_case (sample_id, position, label, place) VALUES (?, ?, ?, ?)", sample.id,
                place, sample.cases[place].label, sample.cases[place].place);
        for (int caseAt = 0; caseAt < sample.cases.size(); ++caseAt)
            for (int checkAt = 0; checkAt < sample.checks.size(); ++checkAt)
                writeCell(m_database, sample.id, caseAt, checkAt, sample.at(caseAt, checkAt));
        return {};
    });
}

Result<void> SampleStore::putCell(const SampleId &sample, int caseAt, int checkAt, CellAnswer answer)
{
    return m_database.write("storing a cell of a sample", [&]() -> Result<void> {
        writeCell(m_database, sample, caseAt, checkAt, answer);
        return {};
    });
}

Result<void> SampleStore::putLabel(const SampleId &sample, int caseAt, const QString &label)
{
    return m_database.write("naming a case of a sample", [&]() -> Result<void> {
        if (m_database.run(
                "UPDATE sample_case SET label = ? WHERE sample_id = ? AND position = ?", label, sample, caseAt)
            == 0)
            return Error {ErrorCode::NotFound, QStringLiteral("case %1 of sample %2").arg(caseAt).arg(sample.text()), {}};
        return {};
    });
}

Result<void> SampleStore::remove(const AuditId &audit, const SampleId &sample)
{
    return m_database.write("removing a sample", [&]() -> Result<void> {
        if (m_database.run("DELETE FROM sample WHERE id = ? AND audit_id = ?", sample, audit) == 0)
            return Error {ErrorCode::NotFound, QStringLiteral("sample %1").arg(sample.text()), {}};
        return {};
    });
}

} // namespace cq
