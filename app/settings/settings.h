// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/notetemplate.h"
#include "app/support/theme.h"
#include "core/audit/person.h"
#include "core/base/timestamp.h"
#include "core/review/blindmode.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <optional>

class QSettings;

namespace cq {

/// What the program remembers between starts, typed. Nothing of an audit stands here: that is in the workspace.
/// The store is handed in, so tests never touch the person's own.
class Settings
{
public:
    static constexpr int version = 1; ///< of the stored keys; older ones are carried over at construction
    static constexpr int maxRecentFiles = 8;

    explicit Settings(QSettings &store);

    /// Nothing before the first start was finished.
    std::optional<Person> person() const;
    void setPerson(const Person &person);

    Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);

    /// ISO 639-1; empty follows the computer.
    QString language() const;
    void setLanguage(const QString &language);

    /// Last opened first; files that are gone are still listed, for the stick may come back.
    QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);

    QString lastWorkspace() const;
    void setLastWorkspace(const QString &path);

    AuditId lastAudit() const;
    void setLastAudit(const AuditId &audit);

    /// The signing identity's file used last; empty where none was.
    QString identityFile() const;
    void setIdentityFile(const QString &path);

    /// Until when that identity can sign, as seen when it was used last; nothing where it was not, or another file is chosen.
    std::optional<Timestamp> identityValidUntil() const;
    /// Whether the program made it and can make the next one; an issuer's is the issuer's to renew.
    bool isIdentityRenewable() const;
    void setIdentityEnd(const Timestamp &validUntil, bool isRenewable);

    /// Address of the timestamp service; empty: none. Not judged here.
    QString timestampUrl() const;
    void setTimestampUrl(const QString &url);
    /// Whether a signature asks for a timestamp unless the person says otherwise; without an address it cannot.
    bool asksForTimestamp() const;
    void setAsksForTimestamp(bool asks);

    /// How far this person judges without seeing the centre's answers; for gates where nothing was chosen.
    BlindMode blindMode(const PersonId &person) const;
    void setBlindMode(const PersonId &person, BlindMode mode);

    /// When this person last left this file; nothing where that is not known.
    QDateTime lastVisit(const PersonId &person, const QString &path) const;
    void setLastVisit(const PersonId &person, const QString &path, const QDateTime &moment);

    /// The person's texts for recurring notes, in the order they were made.
    QList<NoteTemplate> noteTemplates(const PersonId &person) const;
    void setNoteTemplates(const PersonId &person, const QList<NoteTemplate> &templates);

    /// Name of the dictionary this person's notes are checked with; empty: with none; nothing where they never chose.
    std::optional<QString> spellingLanguage(const PersonId &person) const;
    void setSpellingLanguage(const PersonId &person, const QString &name);
    /// Words this person calls right, besides the dictionary's.
    QStringList ownWords(const PersonId &person) const;
    void setOwnWords(const PersonId &person, const QStringList &words);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

private:
    void migrate();

    QSettings &m_store;
};

} // namespace cq
