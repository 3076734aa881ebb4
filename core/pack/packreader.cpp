// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/packreader.h"

#include "core/base/sha256.h"
#include "core/pack/objectreader.h"
#include "core/pack/packpolicyreader.h"
#include "core/pack/packsectionreader.h"

#include <QFile>
#include <QRegularExpression>
#include <QUrl>

namespace cq {
namespace {

using Need = ObjectReader::Need;

// The error of a text that is no JSON, as the one fault there is to report.
Fault unreadable(const Error &error)
{
    static const QRegularExpression place(QStringLiteral(R"(\Aline (\d+): (.*)\z)"));
    const auto match = place.match(error.detail);
    if (match.hasMatch())
        return {QString(), match.captured(1).toInt(), match.captured(2)};
    return {QString(), 1, error.detail};
}

bool isAddress(const QString &text)
{
    if (text.isEmpty())
        return true;
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && isWeb && !url.host().isEmpty();
}

// Reads everything but sections and policy, which have readers of their own.
class PackHeadReader
{
public:
    PackHeadReader(CriteriaPack &pack, FaultList &faults) : m_pack(pack), m_faults(faults) { }

    // False where the file is of another format or version, so that judging the rest would mislead.
    bool readFormat(ObjectReader &root)
    {
        const auto format = root.string("format");
        if (format && *format != QLatin1String("centrequal-pack"))
            root.fault("format", QStringLiteral("this is no criteria pack: \"centrequal-pack\" is expected here"));
        if (!format || *format != QLatin1String("centrequal-pack"))
            return false;
        const auto version = root.integer("formatVersion", 1, std::numeric_limits<int>::max());
        if (version && *version > PackReader::formatVersion)
            root.fault("formatVersion",
                QStringLiteral("the pack has format version %1, a newer program is needed; this one reads up to %2")
                    .arg(*version)
                    .arg(PackReader::formatVersion));
        return version && *version <= PackReader::formatVersion;
    }

    void readIdentity(ObjectReader &root)
    {
        m_pack.id = PackId(root.id("id", IdShape::Pack));
        m_pack.kind = root.word<PackKind>("kind").value_or(PackKind::Module);
        m_pack.version = version(root);
        m_pack.title = root.line("title");
        m_pack.publisher = root.line("publisher");
        m_pack.status = root.line("status");
        m_pack.validFrom = root.date("validFrom");
        m_pack.description = root.text("description", Need::Optional);
        readLanguages(root);
        readChangeNotes(root);
    }

    void readSources(ObjectReader &root)
    {
        QSet<QString> ids;
        for (const ObjectReader::Item &item : root.items("sources", Need::Required, PackLimits::sources)) {
            ObjectReader reader(item.value, item.pointer, m_faults);
            PackSource source;
            source.id = SourceId(reader.id("id", IdShape::Source));
            source.title = reader.line("title");
            source.address = reader.string("address").value_or(QString());
            source.seen = reader.date("seen").toString(Qt::ISODate);
            reader.refuseOtherKeys();
            if (source.address.size() > PackLimits::textLength || !isAddress(source.address))
                reader.fault("address", QStringLiteral("a web address with http or https, or \"\", is expected here"));
            checkTwice(reader, QStringLiteral("source"), source.id.text(), ids);
            m_pack.sources.append(source);
        }
    }

    void readFacts(ObjectReader &root)
    {
        QSet<QString> ids;
        for (const ObjectReader::Item &item : root.items("facts", Need::Required, PackLimits::facts)) {
            ObjectReader reader(item.value, item.pointer, m_faults);
            ProfileFactDefinition fact;
            fact.id = FactId(reader.id("id", IdShape::Fact));
            fact.group = reader.line("group");
            fact.label = reader.line("label");
            fact.help = reader.text("help", Need::Optional);
            const auto type = reader.word<ValueType>("type");
            fact.choices = choices(reader);
            fact.unit = reader.line("unit", Need::Optional);
            reader.refuseOtherKeys();
            if (type == ValueType::Choice && reader.isEmptyList("choices"))
                reader.fault("choices", QStringLiteral("a fact of type choice needs choices"));
            if (type && type != ValueType::Choice && !fact.choices.isEmpty())
                reader.fault("choices", QStringLiteral("only a fact of type choice has choices"));
            fact.type = type.value_or(likelyType(fact));
            checkTwice(reader, QStringLiteral("fact"), fact.id.text(), ids);
            m_pack.facts.append(fact);
        }
    }

    // The names rules may use. A fact read with faults is among them, to keep its faults from echoing in every rule.
    ConditionScope factScope() const
    {
        ConditionScope scope;
        for (const ProfileFactDefinition &fact : m_pack.facts) {
            ConditionScope::Symbol symbol{fact.type, {}};
            for (const ProfileFactDefinition::Choice &choice : fact.choices)
                symbol.choices.append(choice.id);
            if (!fact.id.isEmpty() && !scope.symbols.contains(fact.id.text()))
                scope.symbols.insert(fact.id.text(), symbol);
        }
        return scope;
    }

private:
    SemanticVersion version(ObjectReader &reader)
    {
        const auto text = reader.string("version");
        const auto version = text ? SemanticVersion::fromText(*text) : std::nullopt;
        if (text && !version)
            reader.fault("version", QStringLiteral("a version of three numbers like 1.0.0 is expected here"));
        return version.value_or(SemanticVersion());
    }

    void readLanguages(ObjectReader &root)
    {
        static const QRegularExpression form(QStringLiteral(R"(\A[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}\z)"));
        for (const ObjectReader::Item &item : root.items("languages", Need::Required, PackLimits::languages)) {
            const QString language = item.value.toString();
            if (!form.match(language).hasMatch())
                m_faults.add(item.pointer, QStringLiteral("a language tag like en or pt-BR is expected here"));
            else if (m_pack.languages.contains(language))
                m_faults.add(item.pointer, QStringLiteral("the language '%1' stands twice").arg(language));
            m_pack.languages.append(language);
        }
        if (root.has("languages") && root.isEmptyList("languages"))
            root.fault("languages", QStringLiteral("at least one language is needed"));
    }

    void readChangeNotes(ObjectReader &root)
    {
        for (const ObjectReader::Item &item : root.items("changeNotes", Need::Optional, PackLimits::changeNotes)) {
            ObjectReader reader(item.value, item.pointer, m_faults);
            const ChangeNote note{version(reader), reader.date("date"), reader.text("text")};
            reader.refuseOtherKeys();
            m_pack.changeNotes.append(note);
        }
    }

    // For a fact whose type cannot be read: the fault should not echo in every rule that uses the fact.
    static ValueType likelyType(const ProfileFactDefinition &fact)
    {
        if (!fact.choices.isEmpty())
            return ValueType::Choice;
        return fact.unit.isEmpty() ? ValueType::Boolean : ValueType::Integer;
    }

    QList<ProfileFactDefinition::Choice> choices(ObjectReader &fact)
    {
        QList<ProfileFactDefinition::Choice> choices;
        QSet<QString> ids;
        for (const ObjectReader::Item &item : fact.items("choices", Need::Optional, PackLimits::choices)) {
            ObjectReader reader(item.value, item.pointer, m_faults);
            const ProfileFactDefinition::Choice choice{reader.id("id", IdShape::Choice), reader.line("label")};
            reader.refuseOtherKeys();
            checkTwice(reader, QStringLiteral("choice"), choice.id, ids);
            choices.append(choice);
        }
        return choices;
    }

    static void checkTwice(ObjectReader &reader, const QString &what, const QString &id, QSet<QString> &ids)
    {
        if (!id.isEmpty() && ids.contains(id))
            reader.fault("id", QStringLiteral("the %1 '%2' stands twice").arg(what, id));
        ids.insert(id);
    }

    CriteriaPack &m_pack;
    FaultList &m_faults;
};

void readPolicy(ObjectReader &root, CriteriaPack &pack, FaultList &faults)
{
    const bool hasPolicy = root.skip("policy");
    const auto kind = fromText<PackKind>(root.object().value(QLatin1String("kind")).toString());
    if (!kind)
        return; // an unknown kind is a fault already, and nobody knows whether a policy belongs here
    if (*kind == PackKind::Core)
        pack.policy = PackPolicyReader(faults).read(root.child("policy"));
    else if (hasPolicy)
        root.fault("policy", QStringLiteral("only a core pack has a scoring policy"));
}

void readPack(const JsonSource &source, CriteriaPack &pack, FaultList &faults)
{
    ObjectReader root(source.root(), QString(), faults);
    PackHeadReader head(pack, faults);
    if (!head.readFormat(root))
        return;
    head.readIdentity(root);
    head.readSources(root);
    head.readFacts(root);
    readPolicy(root, pack, faults);
    PackSectionReader(pack, head.factScope(), faults).read(root);
    root.refuseOtherKeys();
}

} // namespace

PackReader::Outcome PackReader::read(const QByteArray &bytes)
{
    const auto source = JsonSource::parse(bytes, {maxBytes, PackLimits::depth});
    if (!source)
        return {std::nullopt, {unreadable(source.error())}};
    FaultList faults(*source, maxFaults);
    for (const Fault &fault : source->duplicateKeys())
        faults.add(fault);
    CriteriaPack pack;
    readPack(*source, pack, faults);
    if (!faults.isEmpty())
        return {std::nullopt, faults.inOrder()};
    pack.bytes = bytes;
    pack.digest = sha256Hex(bytes);
    return {std::move(pack), {}};
}

PackReader::Outcome PackReader::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {std::nullopt, {{QString(), 1, QStringLiteral("the file cannot be read: %1").arg(file.errorString())}}};
    // One byte more than allowed tells an oversized file without reading all of it.
    const QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return {std::nullopt, {{QString(), 1, QStringLiteral("the file cannot be read: %1").arg(file.errorString())}}};
    if (bytes.size() > maxBytes)
        return {std::nullopt, {{QString(), 1, QStringLiteral("the file has more than %1 bytes").arg(maxBytes)}}};
    return read(bytes);
}

} // namespace cq
