// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/revisiontext.h"

#include <QJsonObject>
#include <QStringList>

namespace cq {

namespace {

QString placeText(const ChangedPlace &place)
{
    switch (place.part) {
    case DocumentPart::PageContent:
        return QStringLiteral("content of page %1").arg(place.page);
    case DocumentPart::Font:
        return QStringLiteral("font on page %1").arg(place.page);
    case DocumentPart::Picture:
        return QStringLiteral("picture on page %1").arg(place.page);
    case DocumentPart::Annotation:
        return QStringLiteral("annotations of page %1").arg(place.page);
    case DocumentPart::Page:
        return QStringLiteral("page %1").arg(place.page);
    case DocumentPart::PageAdded:
        return QStringLiteral("page %1 added").arg(place.page);
    case DocumentPart::PageRemoved:
        return QStringLiteral("page %1 removed").arg(place.page);
    case DocumentPart::PageOrder:
        return QStringLiteral("order of the pages");
    case DocumentPart::AttachedFile:
        return place.name.isEmpty() ? QStringLiteral("list of attached files")
                                    : QStringLiteral("attached file %1").arg(place.name);
    case DocumentPart::Signature:
        return QStringLiteral("signature field %1").arg(place.name);
    case DocumentPart::Form:
        return QStringLiteral("form fields");
    case DocumentPart::Layers:
        return QStringLiteral("layers");
    case DocumentPart::Description:
        return QStringLiteral("title, author or dates");
    case DocumentPart::Catalogue:
        return QStringLiteral("document catalogue (%1)").arg(place.name);
    case DocumentPart::Structure:
        return QStringLiteral("structure of the file (%1)").arg(place.name);
    case DocumentPart::Other:
        break;
    }
    return QStringLiteral("something else (%1)").arg(place.name);
}

QString faultText(FormFault fault)
{
    switch (fault) {
    case FormFault::Layers:
        return QStringLiteral("It has layers that can be switched on and off");
    case FormFault::Action:
        return QStringLiteral("It holds scripts or actions");
    case FormFault::DynamicForm:
        return QStringLiteral("It has form fields that are no signatures, or a form that fills itself");
    case FormFault::Annotation:
        return QStringLiteral("It has annotations that are neither a jump nor a signature, or hidden ones");
    case FormFault::SignatureAppearance:
        return QStringLiteral("A place for a signature shows something else, or could cover it");
    case FormFault::ExternalContent:
        return QStringLiteral("It has content outside of the file or that differs by medium");
    case FormFault::FontNotEmbedded:
        return QStringLiteral("A font is not embedded");
    case FormFault::UnknownEntry:
        return QStringLiteral("It holds something that is in no report of this program");
    case FormFault::Unreadable:
        break;
    }
    return QStringLiteral("It cannot be read as one document");
}

} // namespace

QString sentenceOf(const RevisionVerdict &revision)
{
    switch (revision.change) {
    case RevisionChange::SignatureAdded:
        return QStringLiteral("Only a signature was added.");
    case RevisionChange::SignatureFilled:
        return QStringLiteral("Only a prepared signature field was filled.");
    case RevisionChange::TimestampAdded:
        return QStringLiteral("Only a document timestamp was added.");
    case RevisionChange::ValidationData:
        return QStringLiteral("Only data for checking signatures was added.");
    case RevisionChange::Forbidden:
        break;
    }
    QStringList places;
    for (const ChangedPlace &place : revision.places)
        places.append(placeText(place));
    return QStringLiteral("This is not what was signed first. Changed: %1.").arg(places.join(QStringLiteral("; ")));
}

QString sentenceOf(const FormFinding &finding)
{
    QString text = faultText(finding.fault);
    if (finding.page > 0)
        text += QStringLiteral(", on page %1").arg(finding.page);
    if (!finding.detail.isEmpty())
        text += QStringLiteral(" (%1)").arg(finding.detail);
    return text + u'.';
}

QJsonArray revisionsJson(const QList<RevisionVerdict> &revisions)
{
    QJsonArray all;
    for (const RevisionVerdict &revision : revisions) {
        QJsonArray places;
        for (const ChangedPlace &place : revision.places)
            places.append(QJsonObject{{QStringLiteral("part"), textOf(place.part)},
                {QStringLiteral("page"), place.page}, {QStringLiteral("name"), place.name}});
        all.append(QJsonObject{{QStringLiteral("begin"), revision.begin}, {QStringLiteral("end"), revision.end},
            {QStringLiteral("change"), textOf(revision.change)}, {QStringLiteral("places"), places},
            {QStringLiteral("sentence"), sentenceOf(revision)}});
    }
    return all;
}

QJsonArray formFaultsJson(const QList<FormFinding> &findings)
{
    QJsonArray all;
    for (const FormFinding &finding : findings)
        all.append(QJsonObject{{QStringLiteral("fault"), textOf(finding.fault)}, {QStringLiteral("page"), finding.page},
            {QStringLiteral("detail"), finding.detail}, {QStringLiteral("sentence"), sentenceOf(finding)}});
    return all;
}

} // namespace cq
