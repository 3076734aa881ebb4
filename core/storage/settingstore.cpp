// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/settingstore.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

namespace {

constexpr qsizetype keyBytes = 32;

} // namespace

SettingStore::SettingStore(const WorkspaceFile &file) : m_database(file.database()) { }

Result<std::optional<QByteArray>> SettingStore::value(const QString &name) const
{
    return m_database.guarded("reading a setting", [&]() -> Result<std::optional<QByteArray>> {
        Query query = m_database.select("setting", "SELECT name, value FROM setting WHERE name = ?", name);
        if (!query.next())
            return std::optional<QByteArray>();
        Row row = query.row();
        row.skip();
        return std::optional<QByteArray>(row.bytes());
    });
}

Result<void> SettingStore::put(const QString &name, const QByteArray &value)
{
    if (name == digestKeyName())
        return Error{ErrorCode::InvalidInput, QStringLiteral("the key of keyed digests never changes"), {}};
    return m_database.write("storing a setting", [&]() -> Result<void> {
        m_database.run(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name, value);
        return {};
    });
}

Result<QByteArray> SettingStore::digestKey() const
{
    auto key = value(digestKeyName());
    if (!key)
        return key.error();
    if (!*key || (*key)->size() != keyBytes)
        return Error{ErrorCode::Corrupt, QStringLiteral("table setting: the key of keyed digests is missing"), {}};
    return **key;
}

QString SettingStore::digestKeyName()
{
    return QStringLiteral("digest-key");
}

} // namespace cq
