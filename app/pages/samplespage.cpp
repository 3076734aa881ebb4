// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/samplespage.h"

#include "app/commands/deskcommand.h"
#include "app/commands/responsecommand.h"
#include "app/delegates/pilldelegate.h"
#include "app/models/cellroles.h"
#include "app/models/samplegridmodel.h"
#include "app/models/samplesmodel.h"
#include "app/pages/tablelook.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"
#include "app/support/visitwords.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/responsedesk.h"
#include "core/session/sampledesk.h"
#include "core/visit/samplesize.h"

#include "ui_samplespage.h"

#include <QFile>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPointer>
#include <QUndoStack>

#include <algorithm>

namespace cq {

namespace {

QList<Worksheet> shippedWorksheets()
{
    QFile file(QStringLiteral(":/worksheets/gocart.worksheets.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto sheets = readWorksheets(file.readAll());
    return sheets ? *sheets : QList<Worksheet>();
}

Refusal refusalIn(MessageBar *bar)
{
    return [bar = QPointer<MessageBar>(bar)](const Error &error) {
        if (bar)
            bar->warn(error);
    };
}

} // namespace

SamplesPage::SamplesPage(AuditSession &session, QUndoStack &undo, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SamplesPage>())
    , m_session(session)
    , m_undo(undo)
    , m_prompts(prompts)
    , m_worksheets(shippedWorksheets())
    , m_model(new SamplesModel(session, this))
    , m_grid(new SampleGridModel(session, this))
    , m_message(new MessageBar)
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(0, m_message);
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 5);
    fillChoices();
    connectViews();
    takeDraft();
    if (m_model->rowCount() > 0)
        m_ui->samplesView->setCurrentIndex(m_model->index(0, 0));
    showResult();
}

SamplesPage::~SamplesPage()
{
    // A cell that loses the focus while it is destroyed reports to a page that is one no more.
    m_grid->disconnect(this);
}

void SamplesPage::fillChoices()
{
    for (const Criterion &criterion : m_session.packs().criteria())
        if (m_session.board().part(criterion.id).applies != Truth::No)
            m_ui->criterionBox->addItem(
                tr("%1  %2").arg(criterion.id.text(), criterion.text), criterion.id.text());
    for (const Worksheet &sheet : m_worksheets)
        m_ui->worksheetBox->addItem(sheet.title, sheet.id);
    m_ui->populationSpin->setRange(0, Sample::maxPopulation);
    m_ui->sizeSpin->setRange(1, Sample::maxCases);
    fillFacilities();
}

void SamplesPage::fillFacilities()
{
    m_ui->facilityBox->clear();
    const CriterionId criterion(m_ui->criterionBox->currentData().toString());
    for (const FacilityId &id : m_session.board().part(criterion).facilities) {
        QString name = tr("Programme");
        for (const Facility &facility : m_session.facilities())
            if (facility.id == id)
                name = facility.name;
        m_ui->facilityBox->addItem(name, id.text());
    }
}

void SamplesPage::connectViews()
{
    m_ui->samplesView->setModel(m_model);
    makeCalm(*m_ui->samplesView, {26, 28, 20, 26});
    m_ui->gridView->setModel(m_grid);
    m_ui->gridView->setItemDelegate(new PillDelegate(this));
    m_ui->gridView->installEventFilter(this);
    QHeaderView *header = m_ui->gridView->horizontalHeader();
    // A check is a sentence: it gets four lines, and its tool tip has the rest.
    header->setDefaultAlignment(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap));
    header->setTextElideMode(Qt::ElideNone);
    header->setFixedHeight(4 * header->fontMetrics().lineSpacing() + 2 * Theme::grid);
    header->setMinimumSectionSize(72);
    header->setSectionResizeMode(QHeaderView::Stretch);
    connect(m_ui->criterionBox, &QComboBox::currentIndexChanged, this, &SamplesPage::fillFacilities);
    connect(m_ui->worksheetBox, &QComboBox::currentIndexChanged, this, &SamplesPage::takeDraft);
    connect(m_ui->populationSpin, &QSpinBox::valueChanged, this, &SamplesPage::takeDraft);
    connect(m_ui->drawButton, &QPushButton::clicked, this, &SamplesPage::draw);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &SamplesPage::removeSample);
    connect(m_ui->levelButton, &QPushButton::clicked, this, &SamplesPage::takeLevel);
    connect(m_ui->criterionButton, &QPushButton::clicked, this, [this] {
        if (m_grid->sample())
            Q_EMIT criterionChosen(m_grid->sample()->criterion);
    });
    connect(m_ui->samplesView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { showSample(SampleId(current.data(IdRole).toString())); });
    connect(m_ui->gridView->selectionModel(), &QItemSelectionModel::currentChanged, this, &SamplesPage::showResult);
    connect(m_grid, &SampleGridModel::labelEntered, this, &SamplesPage::setLabel);
    connect(m_grid, &QAbstractItemModel::dataChanged, this, &SamplesPage::showResult);
    connect(m_grid, &QAbstractItemModel::modelReset, this, &SamplesPage::showResult);
    connect(&m_session, &AuditSession::auditChanged, this, &SamplesPage::showResult);
}

void SamplesPage::showCriterion(const CriterionId &criterion, const FacilityId &facility)
{
    m_ui->criterionBox->setCurrentIndex(m_ui->criterionBox->findData(criterion.text()));
    m_ui->facilityBox->setCurrentIndex(std::max(0, m_ui->facilityBox->findData(facility.text())));
    for (int row = m_model->rowCount() - 1; row >= 0; --row)
        if (m_model->at(row).criterion == criterion && m_model->at(row).facility == facility) {
            m_ui->samplesView->setCurrentIndex(m_model->index(row, 0));
            m_ui->gridView->setFocus();
            return;
        }
    m_ui->samplesView->setCurrentIndex({});
    m_ui->worksheetBox->setFocus();
}

const Worksheet &SamplesPage::worksheet() const
{
    return m_worksheets.at(std::max(0, m_ui->worksheetBox->currentIndex()));
}

void SamplesPage::takeDraft()
{
    m_ui->drawButton->setEnabled(!m_worksheets.isEmpty());
    if (m_worksheets.isEmpty())
        return;
    const Worksheet &sheet = worksheet();
    const int population = m_ui->populationSpin->value();
    const int size = std::min(proposedSampleSize(population, sheet.confidence, sheet.tolerableRate), Sample::maxCases);
    m_ui->sizeSpin->setMaximum(population > 0 ? std::min(population, Sample::maxCases) : Sample::maxCases);
    m_ui->sizeSpin->setValue(size);
    m_ui->sizeLabel->setText(tr("%n case(s) are proposed: if none of them fails, at most %1 % of all cases fail, at %2 % "
                                "confidence.",
        nullptr, size)
                                 .arg(sheet.tolerableRate)
                                 .arg(sheet.confidence));
    m_ui->choiceLabel->setText(population > 0
            ? tr("They are chosen by lot from the centre's list, in the order the centre keeps it.")
            : tr("Without the number of cases in the centre's list nothing can be chosen by lot: you take them by hand."));
}

void SamplesPage::draw()
{
    const Worksheet &sheet = worksheet();
    auto sample = std::make_shared<Sample>();
    sample->criterion = CriterionId(m_ui->criterionBox->currentData().toString());
    sample->facility = FacilityId(m_ui->facilityBox->currentData().toString());
    sample->title = sheet.title;
    sample->confidence = sheet.confidence;
    sample->tolerableRate = sheet.tolerableRate;
    sample->population = m_ui->populationSpin->value();
    sample->checks = sheet.checks;
    SampleDesk &desk = m_session.samples();
    const auto forth = [&desk, sample, size = m_ui->sizeSpin->value()]() -> Result<void> {
        if (!sample->id.isEmpty())
            return desk.restore(*sample); // redo gives the same cases
        const Result<SampleId> drawn = desk.draw(*sample, size);
        if (!drawn)
            return drawn.error();
        *sample = desk.find(*drawn).value_or(*sample);
        return {};
    };
    m_message->clear();
    m_undo.push(new DeskCommand(tr("Draw a sample for %1").arg(sample->criterion.text()), forth,
        [&desk, sample] { return desk.remove(sample->id, tr("Taken back by undo.")); }, refusalIn(m_message)));
    const int row = m_model->rowOf(sample->id.text());
    if (row < 0)
        return;
    m_ui->samplesView->setCurrentIndex(m_model->index(row, 0));
    m_ui->gridView->setFocus();
}

void SamplesPage::removeSample()
{
    if (!m_grid->sample())
        return;
    const Sample sample = *m_grid->sample();
    const auto reason = m_prompts.text(this, tr("Remove the sample"), tr("Say why. Your reason stands in the audit trail."));
    if (!reason)
        return;
    m_message->clear();
    SampleDesk &desk = m_session.samples();
    m_undo.push(new DeskCommand(tr("Remove a sample for %1").arg(sample.criterion.text()),
        [&desk, id = sample.id, reason = *reason] { return desk.remove(id, reason); },
        [&desk, sample] { return desk.restore(sample); }, refusalIn(m_message)));
}

void SamplesPage::showSample(const SampleId &sample)
{
    m_grid->show(sample);
    for (int column = 0; column < std::min<int>(m_grid->columnCount(), SampleGridModel::FirstCheckColumn); ++column)
        m_ui->gridView->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    if (m_grid->rowCount() > 0)
        m_ui->gridView->setCurrentIndex(m_grid->index(0, SampleGridModel::FirstCheckColumn));
}

void SamplesPage::showResult()
{
    const auto &sample = m_grid->sample();
    m_ui->sheetFrame->setVisible(sample.has_value());
    m_ui->nothingLabel->setVisible(!sample);
    if (!sample)
        return;
    const SampleResult result = resultOf(*sample);
    m_ui->titleLabel->setText(tr("%1 · %2").arg(sample->criterion.text(), sample->title));
    m_ui->drawnLabel->setText(sample->seed
            ? tr("%1 of %2 cases, chosen by lot, lot number %3, by %4.")
                  .arg(sample->cases.size())
                  .arg(sample->population)
                  .arg(*sample->seed)
                  .arg(sample->drawnBy)
            : tr("%n case(s), taken by hand by %1.", nullptr, int(sample->cases.size())).arg(sample->drawnBy));
    const int check = m_grid->checkAt(m_ui->gridView->currentIndex().column());
    m_ui->checkLabel->setVisible(check >= 0);
    if (check >= 0)
        m_ui->checkLabel->setText(
            tr("%1 — %2").arg(sample->checks.at(check), sentenceFor(result.checks.at(check), sample->confidence)));
    m_ui->resultLabel->setText(tr("All checks: %1").arg(sentenceFor(result.cases, sample->confidence)));
    const auto level = proposedLevel(result);
    const bool isFrozenNow = isFrozen(m_session.audit().state);
    m_ui->levelButton->setVisible(level.has_value() && !isFrozenNow);
    m_ui->removeButton->setVisible(!isFrozenNow);
    if (level)
        m_ui->levelButton->setText(tr("Answer “%1” as the sample proposes").arg(wordFor(*level)));
}

bool SamplesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_ui->gridView || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (key->key()) {
    case Qt::Key_1:
        setCell(CellAnswer::Met);
        return true;
    case Qt::Key_2:
        setCell(CellAnswer::NotMet);
        return true;
    case Qt::Key_4:
        setCell(CellAnswer::NotApplicable);
        return true;
    case Qt::Key_0:
        setCell(CellAnswer::Open);
        return true;
    default:
        return false;
    }
}

void SamplesPage::setCell(CellAnswer answer)
{
    const QModelIndex cell = m_ui->gridView->currentIndex();
    const int check = m_grid->checkAt(cell.column());
    if (check < 0)
        return;
    const Sample &sample = *m_grid->sample();
    const CellAnswer before = sample.at(cell.row(), check);
    m_message->clear();
    if (before != answer) {
        SampleDesk &desk = m_session.samples();
        const auto put = [&desk, id = sample.id, caseAt = cell.row(), check](CellAnswer value) {
            return [&desk, id, caseAt, check, value] { return desk.setCell(id, caseAt, check, value); };
        };
        m_undo.push(new DeskCommand(tr("Case %1: %2").arg(sample.cases.at(cell.row()).label, wordFor(answer)), put(answer),
            put(before), refusalIn(m_message)));
    }
    // On to the next check of the case, then to the next case: files are read one by one.
    if (answer == CellAnswer::Open || !m_message->text().isEmpty())
        return;
    const bool isLast = cell.column() + 1 == m_grid->columnCount();
    const QModelIndex next = isLast ? m_grid->index(cell.row() + 1, SampleGridModel::FirstCheckColumn)
                                    : m_grid->index(cell.row(), cell.column() + 1);
    if (next.isValid())
        m_ui->gridView->setCurrentIndex(next);
}

void SamplesPage::setLabel(int caseAt, const QString &label)
{
    const Sample &sample = *m_grid->sample();
    const QString before = sample.cases.at(caseAt).label;
    if (before == label.trimmed())
        return;
    m_message->clear();
    if (const auto look = patientLookOf(label)) {
        m_message->warn(tr("The case keeps its label “%1”: the new one looks like %2, and no patient may be known from "
                           "this file. Say what sets the case apart without it, such as “night shift”.")
                            .arg(before, wordFor(*look)));
        return;
    }
    SampleDesk &desk = m_session.samples();
    const auto put = [&desk, id = sample.id, caseAt](const QString &value) {
        return [&desk, id, caseAt, value] { return desk.setLabel(id, caseAt, value); };
    };
    m_undo.push(
        new DeskCommand(tr("Rename case %1").arg(before), put(label), put(before), refusalIn(m_message)));
}

void SamplesPage::takeLevel()
{
    const auto &sample = m_grid->sample();
    const auto level = sample ? proposedLevel(resultOf(*sample)) : std::nullopt;
    const auto party = m_session.ownParty();
    if (!level || !party)
        return;
    ResponseCommand::Change change;
    change.before = m_session.responses().at({sample->criterion, sample->facility, *party});
    change.after = change.before;
    change.after.level = *level;
    m_message->clear();
    if (m_session.responses().needsReason(change.after.key)) {
        const auto reason
            = m_prompts.text(this, tr("Change the answer"), tr("Say why. Your reason stands in the audit trail."));
        if (!reason)
            return;
        change.reason = *reason;
    }
    m_undo.push(new ResponseCommand(m_session.responses(), change, refusalIn(m_message)));
    if (m_message->text().isEmpty())
        m_message->inform(tr("%1 is answered “%2”.").arg(sample->criterion.text(), wordFor(*level)));
}

} // namespace cq
