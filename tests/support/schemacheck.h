// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace cq::testing {

/// Judges JSON against one of our published schemas (draft-07), with a library that knows nothing of our readers.
class SchemaCheck
{
public:
    /// Throws where the schema cannot be read or is no schema.
    explicit SchemaCheck(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw std::runtime_error("cannot open " + path.toStdString());
        m_document = nlohmann::json::parse(file.readAll().toStdString());
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(m_document), m_schema);
    }

    const nlohmann::json &document() const { return m_document; }

    /// Empty where the text conforms, otherwise where and why it does not.
    QString complaint(const QByteArray &text)
    {
        const nlohmann::json value = nlohmann::json::parse(text.toStdString());
        valijson::ValidationResults results;
        valijson::Validator validator;
        if (validator.validate(m_schema, valijson::adapters::NlohmannJsonAdapter(value), &results))
            return {};
        QString complaint = QStringLiteral("refused");
        for (valijson::ValidationResults::Error error; results.popError(error);)
            complaint = QString::fromStdString(error.context.back() + ": " + error.description);
        return complaint;
    }

private:
    nlohmann::json m_document;
    valijson::Schema m_schema;
};

} // namespace cq::testing
