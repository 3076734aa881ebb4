// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/packspage.h"

#include "core/pack/packreader.h"
#include "core/session/packsignaturedesk.h"
#include "core/session/workspace.h"

#include "app/dialogs/packpolicydialog.h"
#include "app/dialogs/signingverdictrow.h"
#include "app/models/packfaultmodel.h"
#include "app/models/packlistmodel.h"
#include "app/models/packsignatureline.h"
#include "app/models/packtreemodel.h"
#include "app/pages/celldelegate.h"
#include "app/pages/criteriontext.h"
#include "app/pages/tablelook.h"
#include "app/support/focusstart.h"
#include "app/support/prompts.h"
#include "app/support/words.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QSortFilterProxyModel>

#include "ui_packspage.h"

namespace cq {

PacksPage::PacksPage(Workspace &workspace, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PacksPage>())
    , m_workspace(workspace)
    , m_prompts(prompts)
    , m_packs(new PackListModel(workspace, this))
    , m_tree(new PackTreeModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_faults(new PackFaultModel(this))
{
    m_ui->setupUi(this);
    m_ui->faultsFrame->hide();
    m_ui->faultsView->setModel(m_faults);
    makeCalm(*m_ui->faultsView, {8, 62, 30});
    m_ui->packsView->setModel(m_packs);
    m_ui->packsView->setColumnHidden(PackListModel::Status, true);
    m_ui->packsView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->packsView, {42, 18, 21, 19, 0});
    m_found->setSourceModel(m_tree);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found->setFilterKeyColumn(-1);
    m_ui->criteriaView->setModel(m_found);
    m_ui->criteriaView->setItemDelegate(new CellDelegate(this));
    m_ui->addPackButton->setEnabled(!workspace.isReadOnly());
    connect(m_ui->addPackButton, &QPushButton::clicked, this, &PacksPage::addPack);
    connect(m_ui->signaturesButton, &QPushButton::clicked, this, &PacksPage::changePolicy);
    connect(&workspace.packSignatures(), &PackSignatureDesk::policyChanged, this, &PacksPage::showSignature);
    connect(&workspace, &Workspace::packsChanged, this, &PacksPage::showSignature);
    connect(m_ui->closeFaultsButton, &QPushButton::clicked, m_ui->faultsFrame, &QWidget::hide);
    connect(m_ui->packsView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PacksPage::showPack);
    connect(m_ui->criteriaView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PacksPage::showCriterion);
    connect(m_ui->criterionSearchEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found->setFilterFixedString(text.trimmed());
        if (!text.trimmed().isEmpty())
            m_ui->criteriaView->expandAll();
    });
    startFocusAt(*this, *m_ui->packsView);
    m_ui->packsView->selectRow(0);
}

PacksPage::~PacksPage() = default;

void PacksPage::addPack()
{
    const std::optional<QString> path = m_prompts.openFile(
        this, tr("Choose a criteria pack"), tr("Criteria packs (*.cqpack.json);;All files (*)"));
    if (!path)
        return;
    const PackReader::Outcome outcome = PackReader::readFile(*path);
    if (!outcome.pack) {
        showFaults(*path, outcome.faults);
        return;
    }
    m_ui->faultsFrame->hide();
    const Result<QByteArray> signature = packSignatureBeside(*path);
    const Result<PackPin> added
        = signature ? m_workspace.addPack(outcome.pack->bytes, *signature) : Result<PackPin>(signature.error());
    if (!added)
        m_prompts.tell(this, added.error());
    else
        selectDigest(added->digest);
}

void PacksPage::changePolicy()
{
    PackSignatureDesk &desk = m_workspace.packSignatures();
    auto *dialog = new PackPolicyDialog(desk.policy(), !m_workspace.isReadOnly(), m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, &desk] {
        if (const auto set = desk.setPolicy(dialog->policy()); !set)
            m_prompts.tell(this, set.error());
    });
    dialog->open();
}

void PacksPage::showFaults(const QString &path, const QList<Fault> &faults)
{
    m_ui->faultsLabel->setText(
        tr("%1 was not added: %n faults were found.", nullptr, int(faults.size())).arg(QFileInfo(path).fileName()));
    m_faults->showFaults(faults);
    m_ui->faultsFrame->show();
    m_ui->faultsView->setFocus();
}

void PacksPage::selectDigest(const QByteArray &digest)
{
    m_ui->packsView->selectRow(m_packs->rowOf(QString::fromLatin1(digest)));
}

void PacksPage::showPack(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QByteArray digest = m_packs->at(index.row()).digest;
    for (const CriteriaPack &pack : m_workspace.packs()) {
        if (pack.digest != digest)
            continue;
        m_tree->showPack(pack);
        m_ui->packTitleLabel->setText(tr("%1, version %2").arg(pack.title, pack.version.text()));
        m_ui->packFactsLabel->setText(tr("%1 by %2. Status: %3. Valid from %4.")
                                          .arg(wordFor(pack.kind), pack.publisher, pack.status, dateText(pack.validFrom)));
        //: %1 is the fingerprint by which an audit knows exactly this file
        const QString fingerprint = tr("Fingerprint %1").arg(QString::fromLatin1(digest));
        m_ui->packFactsLabel->setToolTip(
            pack.description.isEmpty() ? fingerprint : pack.description + QStringLiteral("\n\n") + fingerprint);
        showSignature();
        break;
    }
    QHeaderView *header = m_ui->criteriaView->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(PackTreeModel::Text, QHeaderView::Stretch);
    header->setSectionResizeMode(PackTreeModel::Importance, QHeaderView::ResizeToContents);
    header->resizeSection(PackTreeModel::Code, m_ui->criteriaView->fontMetrics().averageCharWidth() * 16);
    m_ui->criteriaView->expandAll();
    m_ui->criteriaView->setCurrentIndex(m_found->index(0, 0));
}

void PacksPage::showSignature()
{
    const PackSignatureDesk &desk = m_workspace.packSignatures();
    const CriteriaPack &pack = m_tree->pack();
    m_ui->signatureRow->setVisible(desk.policy().rule != PackSignatureRule::None);
    m_ui->signatureRow->say(packSignatureLine(desk.of({pack.id, pack.version, pack.digest})));
}

void PacksPage::showCriterion(const QModelIndex &index)
{
    const QModelIndex source = m_found->mapToSource(index);
    if (const Criterion *criterion = m_tree->criterionAt(source))
        m_ui->criterionBrowser->setHtml(criterionText(m_tree->pack(), *criterion));
    else if (const Section *section = m_tree->sectionAt(source))
        m_ui->criterionBrowser->setHtml(sectionText(*section));
    else
        m_ui->criterionBrowser->clear();
}

} // namespace cq
