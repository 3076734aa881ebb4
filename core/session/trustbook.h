// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/trustrecord.h"
#include "core/signing/trustedlist.h"
#include "core/signing/truststore.h"

#include <functional>

namespace cq {

/// What taking a trusted list does to a trust book: anchors that come, stay, and go as the list names them no more.
struct TrustedListChange
{
    int added = 0;
    int kept = 0; ///< also those that somebody had added by hand
    int removed = 0;
    int declined = 0; ///< that the list names and somebody took out before: they stay out until somebody adds them

    bool operator==(const TrustedListChange &) const = default;
};

/// Whom a person trusts, kept in a file of theirs from one check to the next, for window and command line alike. Every
/// change reads the file anew, replaces it as a whole or not at all, and notes who made it, when; what is removed stays
/// in its history. A damaged file is told with its place (see readTrustRecord) and never replaced.
class TrustBook
{
public:
    /// `person` is who makes the changes.
    TrustBook(const QString &path, const QString &person, Clock clock);

    const QString &path() const { return m_path; }

    /// Empty where there is no file yet. Unreadable, and what readTrustRecord() says.
    Result<TrustRecord> read() const;
    /// Those trusted, for judging.
    Result<TrustStore> store() const;

    /// Adds anchors; those there already for that purpose stay as they are. How many were new. TooLarge.
    Result<int> add(const QList<TrustAnchor> &anchors) const;
    /// Removes the anchors with these keys; a list does not bring them back. NotFound where one is not there; then nothing is
    /// removed.
    Result<void> remove(const QStringList &keys) const;

    /// What take() would do; changes nothing.
    Result<TrustedListChange> preview(const TrustedList &list) const;
    /// Takes an edition of a country's list in place of the one before. InvalidInput where that one was newer.
    Result<TrustedListChange> take(const TrustedList &list) const;

private:
    Result<void> change(const std::function<Result<void>(TrustRecord &)> &edit) const;
    Result<TrustedListChange> apply(const TrustedList &list, TrustRecord &record) const;
    void moveOut(TrustRecord &record, const TrustAnchor &anchor, std::optional<qint64> leftOutBy = {}) const;

    QString m_path;
    QString m_person;
    Clock m_clock;
};

} // namespace cq
