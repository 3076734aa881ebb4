// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/centreeditor.h"

#include "core/session/centredesk.h"
#include "core/session/workspace.h"

#include "app/models/certificatemodel.h"
#include "app/models/contactmodel.h"
#include "app/models/facilitymodel.h"
#include "app/models/factmodel.h"
#include "app/pages/celldelegate.h"
#include "app/pages/placewords.h"
#include "app/pages/tablelook.h"
#include "app/support/prompts.h"

#include <QEvent>
#include <QRegularExpressionValidator>

#include <functional>

#include "ui_centreeditor.h"

namespace cq {

namespace {

/// Calls back when a field of several lines loses the focus, which Qt tells of single lines only.
class FocusWatch final : public QObject
{
public:
    FocusWatch(QWidget &watched, std::function<void()> left)
        : m_left(std::move(left))
    {
        watched.installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::FocusOut)
            m_left();
        return false;
    }

private:
    std::function<void()> m_left;
};

} // namespace

CentreEditor::CentreEditor(Workspace &workspace, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CentreEditor>())
    , m_workspace(workspace)
    , m_prompts(prompts)
    , m_facts(new FactModel(workspace, this))
    , m_facilities(new FacilityModel(workspace.centres(), this))
    , m_certificates(new CertificateModel(workspace.centres(), this))
    , m_contacts(new ContactModel(workspace.centres(), this))
{
    m_ui->setupUi(this);
    m_ui->fictionalLabel->hide();
    buildFacts();
    buildIdentity();
    buildTable(m_ui->facilitiesView, m_facilities, m_ui->addFacilityButton, m_ui->removeFacilityButton);
    buildTable(m_ui->certificatesView, m_certificates, m_ui->addCertificateButton, m_ui->removeCertificateButton);
    buildTable(m_ui->contactsView, m_contacts, m_ui->addContactButton, m_ui->removeContactButton);
    makeCalm(*m_ui->facilitiesView, {40, 25, 35});
    makeCalm(*m_ui->certificatesView, {22, 15, 9, 13, 13, 15, 13});
    makeCalm(*m_ui->contactsView, {34, 33, 33});
    connect(&workspace.centres(), &CentreDesk::centreChanged, this, [this](const CentreId &centre) {
        if (centre == m_centre.id)
            showIdentity();
    });
}

CentreEditor::~CentreEditor()
{
    // A field that loses the focus while it is destroyed reports to an editor that is one no more.
    for (QLineEdit *edit : {m_ui->nameEdit, m_ui->programmeEdit, m_ui->cicEdit})
        edit->disconnect(this);
}

void CentreEditor::buildFacts()
{
    m_ui->factsView->setModel(m_facts);
    m_ui->factsView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->factsView, {42, 18, 14, 26});
    connect(m_facts, &FactModel::refused, this, &CentreEditor::tell);
    connect(m_facts, &FactModel::countsChanged, this, &CentreEditor::showSummary);
    connect(m_facts, &QAbstractItemModel::modelReset, m_ui->factsView, &QTreeView::expandAll);
    connect(m_ui->factsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) {
            m_ui->helpLabel->setText(m_facts->helpFor(index));
            m_ui->helpLabel->setHidden(m_ui->helpLabel->text().isEmpty());
        });
    // One click on a value is enough to change it; the keyboard has F2, or just typing.
    connect(m_ui->factsView, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == FactModel::Value && index.flags().testFlag(Qt::ItemIsEditable))
            m_ui->factsView->edit(index);
    });
}

void CentreEditor::buildIdentity()
{
    fillCountries();
    m_ui->cicEdit->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,6}")), m_ui->cicEdit));
    for (const QLineEdit *edit : {m_ui->nameEdit, m_ui->programmeEdit, m_ui->cicEdit})
        connect(edit, &QLineEdit::editingFinished, this, &CentreEditor::storeIdentity);
    for (const QComboBox *combo : {m_ui->countryCombo, m_ui->languageCombo})
        connect(combo, &QComboBox::activated, this, &CentreEditor::storeIdentity);
    m_addressWatch = std::make_unique<FocusWatch>(*m_ui->addressEdit, [this] { storeIdentity(); });
    m_ui->identityTab->setEnabled(!m_workspace.isReadOnly());
}

template <class Model>
void CentreEditor::buildTable(QTableView *view, Model *model, QPushButton *add, QPushButton *remove)
{
    view->setModel(model);
    view->setItemDelegate(new CellDelegate(this));
    model->setEditable(!m_workspace.isReadOnly());
    add->setEnabled(!m_workspace.isReadOnly());
    remove->setEnabled(false);
    connect(model, &Model::refused, this, &CentreEditor::tell);
    connect(add, &QPushButton::clicked, this, [view, model] {
        const int row = model->add();
        if (row < 0)
            return;
        view->setCurrentIndex(model->index(row, 0));
        view->edit(model->index(row, 0));
    });
    connect(remove, &QPushButton::clicked, this, [view, model] {
        if (view->currentIndex().isValid())
            model->remove(view->currentIndex().row());
    });
    const auto enable = [this, view, remove] {
        remove->setEnabled(!m_workspace.isReadOnly() && view->selectionModel()->hasSelection());
    };
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
}

void CentreEditor::fillCountries()
{
    m_ui->countryCombo->addItem(tr("Unknown"), QString());
    for (const PlaceWord &country : countryWords())
        m_ui->countryCombo->addItem(country.word, country.code);
    m_ui->languageCombo->addItem(tr("Unknown"), QString());
    for (const PlaceWord &language : languageWords())
        m_ui->languageCombo->addItem(language.word, language.code);
}

void CentreEditor::showCentre(const CentreId &centre)
{
    m_centre.id = centre;
    m_facts->showCentre(centre);
    m_facilities->showCentre(centre);
    m_certificates->showCentre(centre);
    m_contacts->showCentre(centre);
    m_ui->factsView->expandAll();
    m_ui->helpLabel->clear();
    m_ui->helpLabel->hide();
    showIdentity();
}

void CentreEditor::editName()
{
    m_ui->tabWidget->setCurrentWidget(m_ui->identityTab);
    m_ui->nameEdit->setFocus();
    m_ui->nameEdit->selectAll();
}

void CentreEditor::showIdentity()
{
    const Result<Centre> found = m_workspace.centres().find(m_centre.id);
    if (!found)
        return;
    m_centre = *found;
    const auto show = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text)
            edit->setText(text);
    };
    show(m_ui->nameEdit, m_centre.name);
    show(m_ui->programmeEdit, m_centre.programme);
    show(m_ui->cicEdit, m_centre.cic);
    if (m_ui->addressEdit->toPlainText() != m_centre.address)
        m_ui->addressEdit->setPlainText(m_centre.address);
    m_ui->countryCombo->setCurrentIndex(qMax(0, m_ui->countryCombo->findData(m_centre.country)));
    m_ui->languageCombo->setCurrentIndex(qMax(0, m_ui->languageCombo->findData(m_centre.workingLanguage)));
    m_ui->nameLabel->setText(m_centre.name);
    m_ui->fictionalLabel->setVisible(m_centre.isFictional);
    showSummary();
}

void CentreEditor::showSummary()
{
    QStringList parts;
    if (!m_centre.country.isEmpty())
        parts.append(m_ui->countryCombo->currentText());
    if (!m_centre.cic.isEmpty())
        parts.append(tr("EBMT centre code %1").arg(m_centre.cic));
    parts.append(tr("%n facilities", nullptr, int(m_centre.facilities.size())));
    parts.append(tr("%1 of %2 facts known").arg(m_facts->knownCount()).arg(m_facts->factCount()));
    m_ui->summaryLabel->setText(parts.join(QStringLiteral(" · ")));
}

void CentreEditor::storeIdentity()
{
    if (m_centre.id.isEmpty() || m_workspace.isReadOnly())
        return;
    Centre changed = m_centre;
    changed.name = m_ui->nameEdit->text().trimmed();
    changed.programme = m_ui->programmeEdit->text().trimmed();
    changed.address = m_ui->addressEdit->toPlainText().trimmed();
    changed.country = m_ui->countryCombo->currentData().toString();
    changed.workingLanguage = m_ui->languageCombo->currentData().toString();
    changed.cic = m_ui->cicEdit->text();
    if (changed == m_centre)
        return;
    const Result<void> stored = m_workspace.centres().setIdentity(changed);
    if (stored)
        return;
    // Back to what is stored first: the message takes the focus, and leaving the field would ask again.
    showIdentity();
    tell(stored.error());
}

void CentreEditor::tell(const Error &error)
{
    m_prompts.tell(this, error);
}

} // namespace cq
