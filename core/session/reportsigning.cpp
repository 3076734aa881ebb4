// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reportsigning.h"

#include "core/report/signatureappearance.h"
#include "core/session/reportcheck.h"
#include "core/signing/signatureform.h"
#include "resources/resources.h"

#include <algorithm>

namespace cq {

namespace {

Result<void> holds(const QString &report, const Timestamp &now)
{
    const auto check = checkReport(report, {}, now);
    if (!check)
        return check.error();
    if (check->verdict == ReportVerdict::Bad)
        return Error {ErrorCode::Refused,
            QStringLiteral("the report does not hold, so nobody should sign it: %1")
                .arg(check->problem.isEmpty() ? check->printed.detail : check->problem),
            {report}};
    return {};
}

Result<SignatureField> emptyPlace(const SignatureForm &form, SignaturePlace place)
{
    const QString name = textOf(place);
    const auto field = std::find_if(form.fields.begin(), form.fields.end(),
        [&name](const SignatureField &candidate) { return candidate.name == name; });
    if (field == form.fields.end() || field->rect.isEmpty())
        return Error {ErrorCode::NotFound, QStringLiteral("the report has no place \"%1\" for a signature").arg(name), {}};
    if (field->isSigned)
        return Error {ErrorCode::Conflict, QStringLiteral("the place \"%1\" is signed already").arg(name), {}};
    return *field;
}

SignatureBlock blockOf(const SignatureStatement &statement, const CertificateInfo &certificate)
{
    return {statement, certificate.subjectName, certificate.organisation,
        certificate.selfIssued ? QString() : certificate.issuerName, certificate.madeInProgram, certificate.sha256};
}

} // namespace

Result<TimestampedSigning> signReport(const QString &report, const QString &output, const SigningIdentity &identity,
    const SignatureStatement &statement, const TimestampSource &timestamps)
{
    if (const auto whole = holds(report, statement.time); !whole)
        return whole.error();
    const auto form = readSignatureForm(report);
    if (!form)
        return form.error();
    const auto field = emptyPlace(*form, statement.place);
    if (!field)
        return field.error().withContext(report);
    const CertificateInfo certificate = identity.certificate();
    SignatureStatement printed = statement;
    if (printed.name.trimmed().isEmpty())
        printed.name = certificate.subjectName;
    initResources(); // the fonts
    const auto appearance =
        paintAppearance(blockOf(printed, certificate), field->rect.size().toSize(), form->language);
    if (!appearance)
        return appearance.error();
    SignatureRequest request;
    request.name = printed.name;
    request.meaning = textOf(printed.meaning);
    request.time = printed.time;
    request.fieldName = field->name;
    request.certifies = std::none_of(form->fields.begin(), form->fields.end(),
        [](const SignatureField &candidate) { return candidate.isSigned; });
    request.appearance = *appearance;
    return signPdf(report, output, identity, request, timestamps);
}

} // namespace cq
