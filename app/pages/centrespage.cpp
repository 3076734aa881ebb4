// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/centrespage.h"

#include "core/session/centredesk.h"
#include "core/session/workspace.h"

#include "app/models/cellroles.h"
#include "app/models/centrelistmodel.h"
#include "app/pages/celldelegate.h"
#include "app/pages/centreeditor.h"
#include "app/support/focusstart.h"
#include "app/support/prompts.h"

#include <QSortFilterProxyModel>

#include "ui_centrespage.h"

namespace cq {

CentresPage::CentresPage(Workspace &workspace, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CentresPage>())
    , m_workspace(workspace)
    , m_prompts(prompts)
    , m_centres(new CentreListModel(workspace.centres(), this))
    , m_found(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    m_found->setSourceModel(m_centres);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_ui->centresView->setModel(m_found);
    m_ui->centresView->setItemDelegate(new CellDelegate(this));
    m_editor = new CentreEditor(workspace, prompts, this);
    m_ui->editorStack->addWidget(m_editor);
    m_ui->addCentreButton->setEnabled(!workspace.isReadOnly());
    connect(m_ui->searchEdit, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_ui->addCentreButton, &QPushButton::clicked, this, &CentresPage::addCentre);
    connect(m_ui->centresView->selectionModel(), &QItemSelectionModel::currentChanged, this, &CentresPage::takeSelection);
    startFocusAt(*this, *m_ui->centresView);
    m_ui->centresView->setCurrentIndex(m_found->index(0, 0));
}

CentresPage::~CentresPage() = default;

void CentresPage::addCentre()
{
    Centre centre;
    centre.name = tr("New centre");
    const Result<CentreId> added = m_workspace.centres().add(centre);
    if (!added) {
        m_prompts.tell(this, added.error());
        return;
    }
    m_ui->searchEdit->clear();
    showCentre(*added);
    m_editor->editName();
}

void CentresPage::showCentre(const CentreId &centre)
{
    const int row = m_centres->rowOf(centre.text());
    m_ui->centresView->setCurrentIndex(m_found->mapFromSource(m_centres->index(row, 0)));
}

void CentresPage::takeSelection()
{
    const QModelIndex current = m_ui->centresView->currentIndex();
    if (!current.isValid()) {
        m_ui->editorStack->setCurrentIndex(0);
        return;
    }
    m_editor->showCentre(CentreId(current.data(IdRole).toString()));
    m_ui->editorStack->setCurrentWidget(m_editor);
}

} // namespace cq
