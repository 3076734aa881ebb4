// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/correctiveaction.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QLineEdit;
class QToolButton;

namespace Ui {
class ProofsForm;
}

namespace cq {

class ActionEditor;
class MessageBar;

/// The five proofs of the chosen finding's action as boxes to tick, each with where to find it, and the check whether the
/// action worked.
class ProofsForm : public QWidget
{
    Q_OBJECT

public:
    ProofsForm(ActionEditor &editor, MessageBar &message, QWidget *parent = nullptr);
    ~ProofsForm() override;

    /// Another finding was chosen. Commit before.
    void load();
    /// Something of the finding, its action or its evidence was changed.
    void refresh();
    /// Hands over what is being typed.
    void commit();
    /// The cursor at a proof.
    void showProof(Proof proof);
    /// The cursor at the day of the check.
    void showCheck();

private:
    struct Row
    {
        Proof proof = Proof::Explanation;
        QCheckBox *box = nullptr;
        QLineEdit *reference = nullptr;
        QToolButton *evidence = nullptr; ///< shown where evidence is linked to the finding
    };

    void addRow(Proof proof);
    void takeReferences();
    void takeProof(const Row &row, bool isGiven);
    void takeEvidence(const Row &row, const QString &title);
    void takePlannedDay();
    void record(EffectivenessResult verdict);
    void fillEvidence(const Row &row);
    void refreshCheck();
    QString checkText() const;

    std::unique_ptr<Ui::ProofsForm> m_ui;
    ActionEditor &m_editor;
    MessageBar &m_message;
    QList<Row> m_rows;
    bool m_isAsking = false; ///< a question takes the focus, and fields hand over when they lose it
};

} // namespace cq
