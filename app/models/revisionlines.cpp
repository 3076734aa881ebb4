// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/verdictline.h"

#include <QCoreApplication>

#include <algorithm>

namespace cq {

namespace {

constexpr qsizetype mostPlaces = 6; ///< that are named; of more only the number is told

struct RevisionWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::RevisionWords)
};

bool anyIntact(const ReportCheck &check)
{
    const auto &signatures = check.signatures.signatures;
    return std::any_of(signatures.begin(), signatures.end(),
        [](const SignatureVerdict &one) { return one.integrity == Integrity::Intact; });
}

QString placeSentence(const ChangedPlace &place)
{
    switch (place.part) {
    case DocumentPart::PageContent:
        return RevisionWords::tr("The content of page %1 was changed.").arg(place.page);
    case DocumentPart::Font:
        return RevisionWords::tr("A font on page %1 was changed.").arg(place.page);
    case DocumentPart::Picture:
        return RevisionWords::tr("A picture on page %1 was changed.").arg(place.page);
    case DocumentPart::Annotation:
        return RevisionWords::tr("A note or link was added, changed or taken away on page %1.").arg(place.page);
    case DocumentPart::Page:
        return RevisionWords::tr("Page %1 was changed.").arg(place.page);
    case DocumentPart::PageAdded:
        return RevisionWords::tr("Page %1 was added.").arg(place.page);
    case DocumentPart::PageRemoved:
        return RevisionWords::tr("Page %1 was taken away.").arg(place.page);
    case DocumentPart::PageOrder:
        return RevisionWords::tr("The order of the pages was changed.");
    case DocumentPart::AttachedFile:
        return place.name.isEmpty() ? RevisionWords::tr("The list of attached files was changed.")
                                    : RevisionWords::tr("The attached file “%1” was changed.").arg(place.name);
    case DocumentPart::Signature:
        return RevisionWords::tr("The signature field “%1” or what it shows was changed.").arg(place.name);
    case DocumentPart::Form:
        return RevisionWords::tr("The list of form fields was changed.");
    case DocumentPart::Layers:
        return RevisionWords::tr("Layers that can be switched on and off were changed.");
    case DocumentPart::Description:
        return RevisionWords::tr("Title, author or dates of the document were changed.");
    case DocumentPart::Catalogue:
        return RevisionWords::tr("How the document opens or is put together was changed.");
    case DocumentPart::Structure:
        return RevisionWords::tr("The file is built in a way in which other programs could show something else.");
    case DocumentPart::Other:
        break;
    }
    return RevisionWords::tr("Something was changed that belongs to no page.");
}

QString faultSentence(const FormFinding &finding)
{
    switch (finding.fault) {
    case FormFault::Layers:
        return RevisionWords::tr("It has layers that can be switched on and off.");
    case FormFault::Action:
        return RevisionWords::tr("It holds scripts or other things that happen by themselves or at a click.");
    case FormFault::DynamicForm:
        return RevisionWords::tr("It has form fields that can be filled in or that fill themselves.");
    case FormFault::Annotation:
        return finding.page == 0
            ? RevisionWords::tr("It has notes or other objects laid over a page.")
            : RevisionWords::tr("A note or another object is laid over page %1, or hidden there.").arg(finding.page);
    case FormFault::SignatureAppearance:
        return RevisionWords::tr("A place for a signature on page %1 shows something else, or could cover it.").arg(finding.page);
    case FormFault::ExternalContent:
        return RevisionWords::tr("Some of its content lies outside of the file or depends on where it is shown.");
    case FormFault::FontNotEmbedded:
        return RevisionWords::tr("A font is not in the file, so the text could look different elsewhere.");
    case FormFault::UnknownEntry:
        return RevisionWords::tr("It holds something that is in no report of this program.");
    case FormFault::Unreadable:
        break;
    }
    return RevisionWords::tr("It could not be read well enough to tell.");
}

/// Each sentence once; of many only the first, and how many more there are.
QString fewSentences(QStringList sentences)
{
    sentences.removeDuplicates();
    const int more = int(std::max<qsizetype>(sentences.size() - mostPlaces, 0));
    QString text = sentences.mid(0, mostPlaces).join(u' ');
    if (more > 0)
        text += u' ' + RevisionWords::tr("%n more place(s) were found.", nullptr, more);
    return text;
}

} // namespace

VerdictLine revisionsLine(const ReportCheck &check)
{
    QStringList changed;
    for (const RevisionVerdict &revision : check.signatures.revisions)
        for (const ChangedPlace &place : revision.places)
            changed.append(placeSentence(place));
    if (!changed.isEmpty())
        return {VerdictTone::Bad, RevisionWords::tr("Changed after the first signature"),
            RevisionWords::tr("What stands here is not what was signed first.") + u' ' + fewSentences(changed)};
    if (!anyIntact(check))
        return {VerdictTone::Neutral, RevisionWords::tr("Later revisions not judged"),
            RevisionWords::tr("No signature fits the file, so there is nothing to compare it with.")};
    if (check.signatures.revisions.isEmpty())
        return {VerdictTone::Good, RevisionWords::tr("One state only"),
            RevisionWords::tr("The file holds what the first signature covers, and no other state of the document.")};
    return {VerdictTone::Good, RevisionWords::tr("Only signatures were added"),
        RevisionWords::tr("Since the first signature nothing but further signatures, timestamps and data for checking "
                          "them was added, step by step.")};
}

VerdictLine plainFormLine(const ReportCheck &check)
{
    QStringList faults;
    for (const FormFinding &finding : check.signatures.formFaults)
        faults.append(faultSentence(finding));
    if (!faults.isEmpty())
        return {VerdictTone::Bad, RevisionWords::tr("Could show something else"),
            RevisionWords::tr("What you see may be something else than what the signer saw.") + u' '
                + fewSentences(faults)};
    return {VerdictTone::Good, RevisionWords::tr("Shows the same everywhere"),
        RevisionWords::tr(
            "The file holds no scripts, layers, notes or fill-in fields that could make it look different "
            "elsewhere or later.")};
}

} // namespace cq
