// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/proofsform.h"

#include "app/pages/actioneditor.h"
#include "app/pages/optionaldate.h"
#include "app/support/messagebar.h"
#include "app/support/words.h"
#include "core/session/actiondesk.h"
#include "core/session/auditsession.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"

#include "ui_proofsform.h"

#include <QCheckBox>
#include <QMenu>
#include <QToolButton>

namespace cq {

ProofsForm::ProofsForm(ActionEditor &editor, MessageBar &message, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProofsForm>())
    , m_editor(editor)
    , m_message(message)
{
    m_ui->setupUi(this);
    for (const auto &[proof, word] : EnumText<Proof>::table)
        addRow(proof);
    prepareOptionalDate(*m_ui->plannedEdit, tr("none"));
    m_ui->resultEdit->setMaxLength(ActionDesk::maxLineLength);
    // A question is asked after the event that took the focus away.
    connect(m_ui->plannedEdit, &QDateEdit::editingFinished, this, &ProofsForm::takePlannedDay, Qt::QueuedConnection);
    connect(m_ui->effectiveButton, &QPushButton::clicked, this, [this] { record(EffectivenessResult::Effective); });
    connect(m_ui->notEffectiveButton, &QPushButton::clicked, this,
        [this] { record(EffectivenessResult::NotEffective); });
}

ProofsForm::~ProofsForm()
{
    // Fields that lose the focus while they are destroyed report to a form that is one no more.
    for (QWidget *edit : findChildren<QWidget *>())
        edit->disconnect(this);
}

void ProofsForm::addRow(Proof proof)
{
    Row row {proof, new QCheckBox(wordFor(proof)), new QLineEdit, new QToolButton};
    row.box->setObjectName(textOf(proof) + QStringLiteral("Box"));
    row.reference->setObjectName(textOf(proof) + QStringLiteral("Edit"));
    row.reference->setPlaceholderText(tr("Where can it be found?"));
    row.reference->setAccessibleName(tr("%1: where it can be found").arg(wordFor(proof)));
    row.reference->setMaxLength(ActionDesk::maxLineLength);
    row.evidence->setObjectName(textOf(proof) + QStringLiteral("EvidenceButton"));
    row.evidence->setText(tr("Evidence…"));
    row.evidence->setAccessibleName(tr("%1: choose from the evidence of this finding").arg(wordFor(proof)));
    row.evidence->setPopupMode(QToolButton::InstantPopup);
    row.evidence->setMenu(new QMenu(row.evidence));
    row.evidence->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; width: 0; }"));
    row.evidence->setFocusPolicy(Qt::StrongFocus);
    m_ui->proofsLayout->addWidget(row.box);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(24, 0, 0, 4); // under the words of the box
    line->addWidget(row.reference);
    line->addWidget(row.evidence);
    m_ui->proofsLayout->addLayout(line);
    connect(row.box, &QCheckBox::clicked, this, [this, row](bool isGiven) { takeProof(row, isGiven); });
    connect(row.reference, &QLineEdit::editingFinished, this, &ProofsForm::takeReferences);
    connect(row.evidence->menu(), &QMenu::aboutToShow, this, [this, row] { fillEvidence(row); });
    m_rows.append(row);
}

void ProofsForm::load()
{
    for (const Row &row : m_rows)
        row.reference->setModified(false);
    m_ui->resultEdit->clear();
    refresh();
}

void ProofsForm::refresh()
{
    const auto finding = m_editor.finding();
    if (!finding)
        return;
    const bool mayProve = m_editor.mayWrite(ActionPart::Proofs);
    const QMap<Proof, QString> proofs = m_editor.stored().proofs;
    const bool hasEvidence = !m_editor.session().evidence().of(finding->id).isEmpty();
    m_ui->whoLabel->setText(m_editor.whoWrites(ActionPart::Proofs));
    m_ui->whoLabel->setVisible(!mayProve);
    for (const Row &row : m_rows) {
        row.box->setChecked(proofs.contains(row.proof));
        row.box->setEnabled(mayProve);
        if (!row.reference->isModified())
            row.reference->setText(proofs.value(row.proof));
        row.reference->setReadOnly(!mayProve);
        row.evidence->setVisible(hasEvidence);
        row.evidence->setEnabled(mayProve);
    }
    refreshCheck();
}

void ProofsForm::refreshCheck()
{
    const bool mayDate = m_editor.mayWrite(ActionPart::Dates);
    const bool mayRecord = m_editor.session().findings().mayMoveTo(
        m_editor.finding()->id, FindingState::EffectivenessVerified);
    m_ui->checkLabel->setText(checkText());
    setOptionalDate(*m_ui->plannedEdit, m_editor.stored().check.plannedOn);
    m_ui->plannedEdit->setEnabled(mayDate);
    m_ui->resultEdit->setReadOnly(!mayRecord);
    m_ui->effectiveButton->setEnabled(mayRecord);
    m_ui->notEffectiveButton->setEnabled(mayRecord);
}

QString ProofsForm::checkText() const
{
    const Finding finding = *m_editor.finding();
    if (const auto &result = m_editor.stored().check.result)
        //: Verdict of an effectiveness check, who recorded it, when, and what was seen
        return tr("%1. %2, %3: %4")
            .arg(wordFor(result->verdict), result->by, momentText(result->at), result->remark);
    if (finding.state == FindingState::Closed)
        return tr("Auditors and reviewers record here whether the action worked. “It worked” ends the way of the finding.");
    return needsEffectivenessCheck(finding)
        ? tr("Major and critical findings are closed only when the day of a check is planned.")
        : tr("A check may be planned. Major and critical findings are not closed without one.");
}

void ProofsForm::takeReferences()
{
    if (!m_editor.mayWrite(ActionPart::Proofs))
        return;
    const bool done = m_editor.change([this](CorrectiveAction &action) {
        for (const Row &row : m_rows)
            if (row.reference->isModified() && (action.proofs.contains(row.proof) || !row.reference->text().trimmed().isEmpty()))
                action.proofs.insert(row.proof, row.reference->text().trimmed());
    });
    if (!done)
        return;
    for (const Row &row : m_rows)
        row.reference->setModified(false);
}

void ProofsForm::takeProof(const Row &row, bool isGiven)
{
    m_editor.change([&](CorrectiveAction &action) {
        if (isGiven)
            action.proofs.insert(row.proof, row.reference->text().trimmed());
        else
            action.proofs.remove(row.proof);
    });
    row.reference->setModified(false);
    refresh();
    if (isGiven)
        row.reference->setFocus();
}

void ProofsForm::fillEvidence(const Row &row)
{
    row.evidence->menu()->clear();
    for (const Evidence &evidence : m_editor.session().evidence().of(m_editor.stored().finding)) {
        QString title = evidence.title;
        if (!evidence.pageReference.isEmpty())
            //: Title of evidence, and where in it
            title = tr("%1, %2").arg(evidence.title, evidence.pageReference);
        row.evidence->menu()->addAction(title, this, [this, row, title] { takeEvidence(row, title); });
    }
}

void ProofsForm::takeEvidence(const Row &row, const QString &title)
{
    takeReferences();
    m_editor.change([&](CorrectiveAction &action) {
        const QString before = action.proofs.value(row.proof);
        action.proofs.insert(row.proof, before.isEmpty() ? title : before + QStringLiteral("; ") + title);
    });
    row.reference->setFocus();
}

void ProofsForm::takePlannedDay()
{
    if (m_isAsking || !m_editor.mayWrite(ActionPart::Dates))
        return;
    m_isAsking = true;
    m_editor.change([this](CorrectiveAction &action) { action.check.plannedOn = optionalDate(*m_ui->plannedEdit); });
    m_isAsking = false;
    setOptionalDate(*m_ui->plannedEdit, m_editor.stored().check.plannedOn);
}

void ProofsForm::record(EffectivenessResult verdict)
{
    m_message.clear();
    const QString remark = m_ui->resultEdit->text().trimmed();
    if (remark.isEmpty()) {
        m_message.warn(tr("Write what was seen before you record whether it worked."));
        m_ui->resultEdit->setFocus();
        return;
    }
    const auto done = m_editor.session().actions().recordCheck(m_editor.stored().finding, verdict, remark);
    if (!done) {
        m_message.warn(done.error());
        return;
    }
    m_ui->resultEdit->clear();
    if (verdict == EffectivenessResult::NotEffective)
        m_message.inform(tr("The finding stays closed and says that its action did not work. Plan a new check, or raise a "
                            "new finding as a repeat."));
}

void ProofsForm::commit()
{
    takeReferences();
    takePlannedDay();
}

void ProofsForm::showProof(Proof proof)
{
    for (const Row &row : m_rows)
        if (row.proof == proof)
            row.reference->setFocus();
}

void ProofsForm::showCheck()
{
    m_ui->plannedEdit->setFocus();
}

} // namespace cq
