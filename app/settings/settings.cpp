// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QSettings>

#include <algorithm>

namespace cq {

namespace {

// Names of stored keys: never changed, only added to; a new form gets a new version and a step in migrate().
constexpr QLatin1String versionKey("version");
constexpr QLatin1String personIdKey("person/id");
constexpr QLatin1String personNameKey("person/name");
constexpr QLatin1String personRoleKey("person/role");
constexpr QLatin1String personOrganisationKey("person/organisation");
constexpr QLatin1String themeKey("window/theme");
constexpr QLatin1String languageKey("window/language");
constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String recentKey("files/recent");
constexpr QLatin1String lastKey("files/last");
constexpr QLatin1String lastAuditKey("files/lastAudit");
constexpr QLatin1String identityFileKey("signing/identityFile");
constexpr QLatin1String identityValidUntilKey("signing/identityValidUntil");
constexpr QLatin1String identityRenewableKey("signing/identityRenewable");
constexpr QLatin1String timestampUrlKey("signing/timestampUrl");
constexpr QLatin1String asksForTimestampKey("signing/asksForTimestamp");
constexpr QLatin1String blindModeKey("blindMode/");
constexpr QLatin1String visitKey("visits/");
constexpr QLatin1String templatesKey("templates/");
constexpr QLatin1String spellingKey("spelling/");
constexpr QLatin1String ownWordsKey("words/");
constexpr QLatin1String nameKey("name");
constexpr QLatin1String textKey("text");

// Paths hold what is no key everywhere.
QString visitKeyOf(const PersonId &person, const QString &path)
{
    return visitKey + person.text() + u'/' + QString::fromLatin1(path.toUtf8().toHex());
}

} // namespace

Settings::Settings(QSettings &store)
    : m_store(store)
{
    migrate();
}

std::optional<Person> Settings::person() const
{
    const QString name = m_store.value(personNameKey).toString();
    const std::optional<Role> role = fromText<Role>(m_store.value(personRoleKey).toString());
    if (name.isEmpty() || !role)
        return std::nullopt;
    return Person {PersonId(m_store.value(personIdKey).toString()), name, *role,
        m_store.value(personOrganisationKey).toString()};
}

void Settings::setPerson(const Person &person)
{
    m_store.setValue(personIdKey, person.id.text());
    m_store.setValue(personNameKey, person.name);
    m_store.setValue(personRoleKey, textOf(person.role));
    m_store.setValue(personOrganisationKey, person.organisation);
}

Theme::Mode Settings::themeMode() const
{
    const QString word = m_store.value(themeKey).toString();
    if (word == QLatin1String("light"))
        return Theme::Mode::Light;
    return word == QLatin1String("dark") ? Theme::Mode::Dark : Theme::Mode::System;
}

void Settings::setThemeMode(Theme::Mode mode)
{
    switch (mode) {
    case Theme::Mode::System:
        m_store.setValue(themeKey, QStringLiteral("system"));
        return;
    case Theme::Mode::Light:
        m_store.setValue(themeKey, QStringLiteral("light"));
        return;
    case Theme::Mode::Dark:
        m_store.setValue(themeKey, QStringLiteral("dark"));
        return;
    }
}

QString Settings::language() const
{
    return m_store.value(languageKey).toString();
}

void Settings::setLanguage(const QString &language)
{
    m_store.setValue(languageKey, language);
}

QStringList Settings::recentFiles() const
{
    return m_store.value(recentKey).toStringList();
}

void Settings::addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_store.setValue(recentKey, QStringList(files.mid(0, maxRecentFiles)));
}

void Settings::removeRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    m_store.setValue(recentKey, files);
}

QString Settings::lastWorkspace() const
{
    return m_store.value(lastKey).toString();
}

void Settings::setLastWorkspace(const QString &path)
{
    m_store.setValue(lastKey, path);
}

AuditId Settings::lastAudit() const
{
    return AuditId(m_store.value(lastAuditKey).toString());
}

void Settings::setLastAudit(const AuditId &audit)
{
    m_store.setValue(lastAuditKey, audit.text());
}

QString Settings::identityFile() const
{
    return m_store.value(identityFileKey).toString();
}

void Settings::setIdentityFile(const QString &path)
{
    if (path != identityFile())
        m_store.remove(identityValidUntilKey); // it was the other one's
    m_store.setValue(identityFileKey, path);
}

std::optional<Timestamp> Settings::identityValidUntil() const
{
    const auto moment = Timestamp::fromText(m_store.value(identityValidUntilKey).toString(), QStringLiteral("+00:00"));
    return moment ? std::optional(*moment) : std::nullopt;
}

bool Settings::isIdentityRenewable() const
{
    return m_store.value(identityRenewableKey, false).toBool();
}

void Settings::setIdentityEnd(const Timestamp &validUntil, bool isRenewable)
{
    m_store.setValue(identityValidUntilKey, validUntil.utcText());
    m_store.setValue(identityRenewableKey, isRenewable);
}

QString Settings::timestampUrl() const
{
    return m_store.value(timestampUrlKey).toString();
}

void Settings::setTimestampUrl(const QString &url)
{
    m_store.setValue(timestampUrlKey, url);
}

bool Settings::asksForTimestamp() const
{
    return m_store.value(asksForTimestampKey, true).toBool();
}

void Settings::setAsksForTimestamp(bool asks)
{
    m_store.setValue(asksForTimestampKey, asks);
}

BlindMode Settings::blindMode(const PersonId &person) const
{
    return fromText<BlindMode>(m_store.value(blindModeKey + person.text()).toString()).value_or(BlindMode::Gates);
}

void Settings::setBlindMode(const PersonId &person, BlindMode mode)
{
    m_store.setValue(blindModeKey + person.text(), textOf(mode));
}

QDateTime Settings::lastVisit(const PersonId &person, const QString &path) const
{
    return QDateTime::fromString(m_store.value(visitKeyOf(person, path)).toString(), Qt::ISODateWithMs);
}

void Settings::setLastVisit(const PersonId &person, const QString &path, const QDateTime &moment)
{
    m_store.setValue(visitKeyOf(person, path), moment.toUTC().toString(Qt::ISODateWithMs));
}

QList<NoteTemplate> Settings::noteTemplates(const PersonId &person) const
{
    QList<NoteTemplate> templates;
    const int count = m_store.beginReadArray(templatesKey + person.text());
    for (int place = 0; place < count; ++place) {
        m_store.setArrayIndex(place);
        templates.append({m_store.value(nameKey).toString(), m_store.value(textKey).toString()});
    }
    m_store.endArray();
    return templates;
}

void Settings::setNoteTemplates(const PersonId &person, const QList<NoteTemplate> &templates)
{
    const QString key = templatesKey + person.text();
    m_store.remove(key); // or the texts beyond the new end would stay
    m_store.beginWriteArray(key, int(templates.size()));
    for (int place = 0; place < int(templates.size()); ++place) {
        m_store.setArrayIndex(place);
        m_store.setValue(nameKey, templates.at(place).name);
        m_store.setValue(textKey, templates.at(place).text);
    }
    m_store.endArray();
}

std::optional<QString> Settings::spellingLanguage(const PersonId &person) const
{
    const QString key = spellingKey + person.text();
    return m_store.contains(key) ? std::optional(m_store.value(key).toString()) : std::nullopt;
}

void Settings::setSpellingLanguage(const PersonId &person, const QString &name)
{
    m_store.setValue(spellingKey + person.text(), name);
}

QStringList Settings::ownWords(const PersonId &person) const
{
    return m_store.value(ownWordsKey + person.text()).toStringList();
}

void Settings::setOwnWords(const PersonId &person, const QStringList &words)
{
    m_store.setValue(ownWordsKey + person.text(), words);
}

QByteArray Settings::windowGeometry() const
{
    return m_store.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_store.setValue(geometryKey, geometry);
}

void Settings::migrate()
{
    // Version 1 is the first; a later one carries older keys over here, step by step.
    const int found = m_store.value(versionKey, 0).toInt();
    // A newer program's keys are left alone; what we know of them reads as before.
    m_store.setValue(versionKey, std::max(found, version));
}

} // namespace cq
