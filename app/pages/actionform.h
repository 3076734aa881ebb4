// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/correctiveaction.h"

#include <QHash>
#include <QWidget>

#include <memory>
#include <utility>

class QDateEdit;
class QLineEdit;

namespace Ui {
class ActionForm;
}

namespace cq {

class ActionEditor;
class AutosaveEdit;

/// The centre's plan against the chosen finding: containment, correction, whys with the root cause, action, owner and
/// days. What may not be written now is read-only and says who writes it.
class ActionForm : public QWidget
{
    Q_OBJECT

public:
    explicit ActionForm(ActionEditor &editor, QWidget *parent = nullptr);
    ~ActionForm() override;

    /// Another finding was chosen. Commit before.
    void load();
    /// Something of the finding or its action was changed.
    void refresh();
    /// Hands over what is being typed. A text that was refused is shown again with its finding.
    void commit();
    /// The cursor where something lacks.
    void showGap(ActionGap gap);

Q_SIGNALS:
    void left(); ///< Esc or Ctrl+Enter: the work goes on in the list

private:
    using Text = std::pair<AutosaveEdit *, QString CorrectiveAction::*>;
    using Day = std::pair<QDateEdit *, QDate CorrectiveAction::*>;

    void connectFields();
    void takeLines();
    void takeDays();
    void takeLastWhy();
    void showLines();
    QStringList whys() const;
    QList<QLineEdit *> lines() const; ///< whys, then the owner
    QList<Text> texts() const;
    QList<Day> days() const;

    std::unique_ptr<Ui::ActionForm> m_ui;
    ActionEditor &m_editor;
    QList<QLineEdit *> m_whys;
    QHash<FindingId, QHash<AutosaveEdit *, QString>> m_refused; ///< texts not stored
    bool m_isAsking = false; ///< a question takes the focus, and fields hand over when they lose it
};

} // namespace cq
