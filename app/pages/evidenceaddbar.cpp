// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/evidenceaddbar.h"

#include "app/commands/deskcommand.h"
#include "app/dialogs/evidencepolicydialog.h"
#include "app/dialogs/photographdialog.h"
#include "app/models/evidencewords.h"
#include "app/pages/evidenceadder.h"
#include "app/support/errortext.h"
#include "app/support/prompts.h"
#include "core/session/auditsession.h"
#include "core/session/evidencedesk.h"
#include "core/session/workspace.h"

#include "ui_evidenceaddbar.h"

#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QUndoStack>
#include <QUrl>

namespace cq {

namespace {

constexpr int maxFiles = 2000; ///< of one folder; more was hardly meant

// Plain files at any depth, not what a system hides.
QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (walk.hasNext() && files.size() < maxFiles)
        files.append(walk.next());
    files.sort();
    return files;
}

} // namespace

EvidenceAddBar::EvidenceAddBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EvidenceAddBar>())
{
    m_ui->setupUi(this);
}

EvidenceAddBar::~EvidenceAddBar() = default;

void EvidenceAddBar::attach(AuditSession &session, QUndoStack &undo, Prompts &prompts)
{
    m_session = &session;
    m_undo = &undo;
    m_prompts = &prompts;
    m_adder = new EvidenceAdder(library(), *this);
    connect(m_ui->addButton, &QPushButton::clicked, this,
        [this] { addFiles(m_prompts->openFiles(this, tr("Add evidence"), tr("All files (*)"))); });
    connect(m_ui->folderButton, &QPushButton::clicked, this, &EvidenceAddBar::addFolder);
    connect(m_ui->pasteButton, &QPushButton::clicked, this, &EvidenceAddBar::paste);
    connect(m_ui->photographButton, &QPushButton::clicked, this, &EvidenceAddBar::takePhotograph);
    connect(m_ui->policyButton, &QPushButton::clicked, this, &EvidenceAddBar::changePolicy);
    connect(&library(), &EvidenceDesk::policyChanged, this, &EvidenceAddBar::takePolicy);
    connect(m_adder, &EvidenceAdder::added, this, &EvidenceAddBar::takeAdded);
    connect(m_adder, &EvidenceAdder::refused, this, [this](const QString &name, const Error &error) {
        m_cautions.append(tr("%1 was not added. %2: %3").arg(name, errorText(error).title, error.detail));
    });
    connect(m_adder, &EvidenceAdder::finished, this, [this] {
        m_cautions.removeDuplicates();
        Q_EMIT finished(m_addedNow, m_cautions);
    });
    takePolicy();
}

void EvidenceAddBar::setWritable(bool writable)
{
    m_isWritable = writable;
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->addButton), static_cast<QWidget *>(m_ui->folderButton),
             static_cast<QWidget *>(m_ui->pasteButton), static_cast<QWidget *>(m_ui->photographButton)})
        widget->setEnabled(writable);
}

EvidenceDesk &EvidenceAddBar::library() const
{
    return m_session->workspace().evidence();
}

Evidence EvidenceAddBar::begin()
{
    Q_EMIT begun();
    m_cautions.clear();
    m_addedNow = 0;
    Evidence draft;
    draft.centre = m_session->audit().centre;
    draft.receivedOn = QDate::currentDate();
    return draft;
}

EvidenceDesk::Photographs EvidenceAddBar::wanted() const
{
    return m_ui->scaleCheck->isChecked() ? EvidenceDesk::Photographs::Scaled : EvidenceDesk::Photographs::Untouched;
}

void EvidenceAddBar::addFiles(const QStringList &paths)
{
    QList<EvidenceAdder::Source> sources;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        for (const QString &file : info.isDir() ? filesIn(path) : QStringList {path})
            sources.append({QFileInfo(file).fileName(), file, {}});
    }
    if (!sources.isEmpty() && !m_adder->isBusy())
        m_adder->add(sources, begin(), wanted());
}

void EvidenceAddBar::addFolder()
{
    const auto folder = m_prompts->openFolder(this, tr("Add a folder of evidence"));
    if (!folder)
        return;
    if (filesIn(*folder).isEmpty())
        Q_EMIT finished(0, {tr("There are no files in this folder, so nothing was added.")});
    addFiles({*folder});
}

void EvidenceAddBar::paste()
{
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    if (!m_isWritable || m_adder->isBusy())
        return;
    QStringList paths;
    for (const QUrl &url : held->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    if (!paths.isEmpty()) {
        addFiles(paths);
        return;
    }
    const auto picture = qvariant_cast<QImage>(held->imageData());
    if (picture.isNull())
        Q_EMIT informed(tr("The clipboard holds neither a picture nor files."));
    else // a picture of a screen is stored as it is: its letters are small, and it knows no place
        addPicture(picture, "png", tr("Picture from the clipboard, %1"), EvidenceDesk::Photographs::Untouched);
}

void EvidenceAddBar::takePhotograph()
{
    auto *dialog = new PhotographDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PhotographDialog::taken, this,
        [this](const QImage &photograph) { addPicture(photograph, "jpeg", tr("Photograph, %1"), wanted()); });
    connect(dialog, &PhotographDialog::fileRequested, m_ui->addButton, &QPushButton::click);
    dialog->open();
}

void EvidenceAddBar::addPicture(
    const QImage &picture, const char *format, const QString &title, EvidenceDesk::Photographs photographs)
{
    constexpr int quality = 95; // of JPEG, which loses a little more where it is scaled; PNG loses nothing at any
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.save(&buffer, format, quality);
    Evidence draft = begin();
    draft.kind = EvidenceKind::Observation;
    draft.title = title.arg(QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
    m_adder->add({{QStringLiteral("picture.%1").arg(QLatin1String(format)), {}, bytes}}, draft, photographs);
}

void EvidenceAddBar::takePolicy()
{
    const EvidencePolicy policy = library().policy();
    m_ui->scaleCheck->setText(
        tr("Scale photographs to %n pixel(s) and leave out where they were taken", nullptr, policy.photographEdge));
    m_ui->policyLabel->setText(tr("Files up to %1").arg(sizeText(policy.maxBytes)));
}

void EvidenceAddBar::changePolicy()
{
    const EvidencePolicy before = library().policy();
    auto *dialog = new EvidencePolicyDialog(before, m_isWritable, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before] {
        const EvidencePolicy after = dialog->policy();
        if (after == before)
            return;
        Q_EMIT begun();
        const auto set = [&desk = library()](const EvidencePolicy &policy) { return desk.setPolicy(policy); };
        m_undo->push(new DeskCommand(
            tr("Change what is taken in as evidence"), [=] { return set(after); }, [=] { return set(before); },
            [bar = QPointer(this)](const Error &error) {
                if (bar)
                    Q_EMIT bar->refused(error);
            }));
    });
    dialog->open();
}

void EvidenceAddBar::takeAdded(const AddedEvidence &added)
{
    const auto evidence = library().find(m_session->audit().centre, added.id);
    if (!evidence)
        return;
    if (added.wasThere)
        m_cautions.append(
            tr("The centre has this file already, as “%1”; it was not stored again.").arg(evidence->title));
    else
        ++m_addedNow;
    if (!added.originalName.isEmpty())
        m_cautions.append(tr("The file name “%1” cannot be kept everywhere; it became “%2”.")
                              .arg(added.originalName, evidence->fileName));
    if (const QString warning
        = privacyWarning(privacyHints(evidence->title + u'\n' + evidence->fileName, QDate::currentDate()));
        !warning.isEmpty())
        m_cautions.append(warning);
    Q_EMIT this->added(added.id);
}

} // namespace cq
