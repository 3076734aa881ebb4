// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/visit/sample.h"
#include "core/visit/worksheet.h"

#include <QWidget>

#include <memory>

class QUndoStack;

namespace Ui {
class SamplesPage;
}

namespace cq {

class AuditSession;
class MessageBar;
class Prompts;
class SampleGridModel;
class SamplesModel;

/// Samples of one audit: draw one for a criterion, fill its worksheet by keys (1 met, 2 not met, 4 not applicable, 0
/// clears), read what it shows, and take the level it proposes, or not.
class SamplesPage : public QWidget
{
    Q_OBJECT

public:
    SamplesPage(AuditSession &session, QUndoStack &undo, Prompts &prompts, QWidget *parent = nullptr);
    ~SamplesPage() override;

    /// The newest sample of the criterion, or all laid ready to draw its first.
    void showCriterion(const CriterionId &criterion, const FacilityId &facility);

Q_SIGNALS:
    void criterionChosen(const cq::CriterionId &criterion);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillChoices();
    void fillFacilities();
    void connectViews();
    void takeDraft();
    void draw();
    void removeSample();
    void showSample(const SampleId &sample);
    void showResult();
    void setCell(CellAnswer answer);
    void setLabel(int caseAt, const QString &label);
    void takeLevel();
    const Worksheet &worksheet() const;

    std::unique_ptr<Ui::SamplesPage> m_ui;
    AuditSession &m_session;
    QUndoStack &m_undo;
    Prompts &m_prompts;
    QList<Worksheet> m_worksheets;
    SamplesModel *m_model;
    SampleGridModel *m_grid;
    MessageBar *m_message;
};

} // namespace cq
