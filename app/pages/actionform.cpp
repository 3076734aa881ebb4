// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/actionform.h"

#include "app/pages/actioneditor.h"
#include "app/pages/optionaldate.h"
#include "app/support/autosaveedit.h"
#include "core/session/actiondesk.h"

#include "ui_actionform.h"

namespace cq {

ActionForm::ActionForm(ActionEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ActionForm>())
    , m_editor(editor)
{
    m_ui->setupUi(this);
    m_whys = {m_ui->why1Edit, m_ui->why2Edit, m_ui->why3Edit, m_ui->why4Edit, m_ui->why5Edit};
    for (const auto &[edit, day] : days())
        prepareOptionalDate(*edit, tr("none"));
    connectFields();
}

ActionForm::~ActionForm()
{
    // Fields that lose the focus while they are destroyed report to a form that is one no more.
    for (QWidget *edit : findChildren<QWidget *>())
        edit->disconnect(this);
}

QList<ActionForm::Text> ActionForm::texts() const
{
    return {{m_ui->containmentEdit, &CorrectiveAction::containment},
        {m_ui->correctionEdit, &CorrectiveAction::correction}, {m_ui->rootCauseEdit, &CorrectiveAction::rootCause},
        {m_ui->actionEdit, &CorrectiveAction::action}};
}

QList<ActionForm::Day> ActionForm::days() const
{
    return {{m_ui->doneByEdit, &CorrectiveAction::dueOn}, {m_ui->answerByEdit, &CorrectiveAction::answerDueOn},
        {m_ui->containmentByEdit, &CorrectiveAction::containmentDueOn}};
}

void ActionForm::connectFields()
{
    for (const auto &[edit, text] : texts()) {
        connect(edit, &AutosaveEdit::written, this, [this, text = text](const QString &written, int typing) {
            m_editor.change([&](CorrectiveAction &action) { action.*text = written; }, typing);
        });
        connect(edit, &AutosaveEdit::finished, this, &ActionForm::left);
        connect(edit, &AutosaveEdit::escaped, this, &ActionForm::left);
    }
    for (QLineEdit *line : lines()) {
        line->setMaxLength(ActionDesk::maxLineLength);
        connect(line, &QLineEdit::editingFinished, this, &ActionForm::takeLines);
    }
    // A question is asked after the event that took the focus away.
    for (const auto &[edit, day] : days())
        connect(edit, &QDateEdit::editingFinished, this, &ActionForm::takeDays, Qt::QueuedConnection);
    connect(m_ui->causeButton, &QPushButton::clicked, this, &ActionForm::takeLastWhy);
}

void ActionForm::load()
{
    const CorrectiveAction stored = m_editor.stored();
    const auto refused = m_refused.take(stored.finding);
    for (const auto &[edit, text] : texts()) {
        edit->load(stored.*text);
        if (refused.contains(edit))
            edit->setPlainText(refused.value(edit));
    }
    for (QLineEdit *line : lines())
        line->setModified(false);
    refresh();
}

QList<QLineEdit *> ActionForm::lines() const
{
    return m_whys + QList<QLineEdit *> {m_ui->ownerEdit};
}

void ActionForm::showLines()
{
    const CorrectiveAction stored = m_editor.stored();
    for (int place = 0; place <= int(m_whys.size()); ++place) {
        QLineEdit *line = lines().at(place);
        const QString text = line == m_ui->ownerEdit ? stored.owner : stored.whys.value(place);
        if (!line->isModified() && line->text() != text)
            line->setText(text);
    }
}

void ActionForm::refresh()
{
    const auto finding = m_editor.finding();
    if (!finding)
        return;
    const CorrectiveAction stored = m_editor.stored();
    const bool mayPlan = m_editor.mayWrite(ActionPart::Plan);
    const bool mayDate = m_editor.mayWrite(ActionPart::Dates);
    m_ui->whoLabel->setText(m_editor.whoWrites(ActionPart::Plan));
    m_ui->whoLabel->setVisible(!mayPlan);
    m_ui->datesLabel->setText(m_editor.whoWrites(ActionPart::Dates));
    m_ui->datesLabel->setVisible(!mayDate && m_ui->datesLabel->text() != m_ui->whoLabel->text());
    const bool isCritical = finding->kind == FindingKind::Nonconformity && finding->severity == Severity::Critical;
    for (QWidget *part : std::initializer_list<QWidget *> {m_ui->containmentLabel, m_ui->containmentEdit,
             m_ui->containmentByLabel, m_ui->containmentByEdit})
        part->setVisible(isCritical);
    for (const auto &[edit, text] : texts()) {
        edit->setStored(stored.*text);
        edit->setReadOnly(!mayPlan);
    }
    showLines();
    for (QLineEdit *line : lines())
        line->setReadOnly(!mayPlan);
    m_ui->causeButton->setEnabled(mayPlan);
    for (const auto &[edit, day] : days()) {
        setOptionalDate(*edit, stored.*day);
        edit->setEnabled(mayDate);
    }
}

QStringList ActionForm::whys() const
{
    QStringList whys;
    for (const QLineEdit *why : m_whys)
        whys.append(why->text().trimmed());
    while (!whys.isEmpty() && whys.last().isEmpty())
        whys.removeLast();
    return whys;
}

void ActionForm::takeLines()
{
    if (!m_editor.mayWrite(ActionPart::Plan))
        return;
    const bool done = m_editor.change([this](CorrectiveAction &action) {
        action.whys = whys();
        action.owner = m_ui->ownerEdit->text().trimmed();
    });
    if (!done)
        return;
    for (QLineEdit *line : lines())
        line->setModified(false);
}

void ActionForm::takeDays()
{
    if (m_isAsking || !m_editor.mayWrite(ActionPart::Dates))
        return;
    m_isAsking = true;
    m_editor.change([this](CorrectiveAction &action) {
        for (const auto &[edit, day] : days())
            action.*day = optionalDate(*edit);
    });
    m_isAsking = false;
    const CorrectiveAction stored = m_editor.stored();
    for (const auto &[edit, day] : days())
        setOptionalDate(*edit, stored.*day);
}

void ActionForm::takeLastWhy()
{
    takeLines();
    const QStringList asked = whys();
    if (asked.isEmpty()) {
        m_whys.first()->setFocus();
        return;
    }
    m_ui->rootCauseEdit->flush();
    m_editor.change([&](CorrectiveAction &action) { action.rootCause = asked.last(); });
    m_ui->rootCauseEdit->setFocus();
    m_ui->rootCauseEdit->moveCursor(QTextCursor::End);
}

void ActionForm::commit()
{
    for (const auto &[edit, text] : texts())
        edit->flush();
    takeLines();
    takeDays();
    for (const auto &[edit, text] : texts())
        if (edit->toPlainText() != edit->stored())
            m_refused[m_editor.stored().finding].insert(edit, edit->toPlainText());
}

void ActionForm::showGap(ActionGap gap)
{
    switch (gap) {
    case ActionGap::Containment:
        m_ui->containmentEdit->setFocus();
        break;
    case ActionGap::Correction:
        m_ui->correctionEdit->setFocus();
        break;
    case ActionGap::RootCause:
        m_ui->rootCauseEdit->setFocus();
        break;
    case ActionGap::Action:
        m_ui->actionEdit->setFocus();
        break;
    case ActionGap::Owner:
        m_ui->ownerEdit->setFocus();
        break;
    case ActionGap::DueDay:
        m_ui->doneByEdit->setFocus();
        break;
    }
}

} // namespace cq
