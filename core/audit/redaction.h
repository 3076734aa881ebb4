// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"

namespace cq {

/// Takes a text out of whatever holds it, in any case of its letters, and leaves a mark in its place that is no longer than
/// the text (of at least three characters), so that nothing outgrows its limit. Knows nothing of who may do so and what has
/// to be logged.
class Redaction
{
public:
    explicit Redaction(const QString &text);

    /// Whether taking it out would damage the marks of earlier redactions.
    bool isPartOfAMark() const;
    bool isIn(const QString &value) const;
    QString applied(QString value) const;
    /// Values and reason; digests and whatever else an entry says stay.
    TrailEntry applied(TrailEntry entry) const;
    /// Everything an audit says in words of its own, the trail and what its evidence is called included; not the centre and
    /// the names of people who work.
    AuditRecord applied(AuditRecord record) const;

private:
    template <class... Texts> void take(Texts &...texts) const { ((texts = applied(std::move(texts))), ...); }

    QString m_text;
    QString m_mark;
};

} // namespace cq
