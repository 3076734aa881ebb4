// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/findingstatement.h"

#include <QFrame>

class QLineEdit;

namespace cq {

/// Puts a statement together from its four parts, shown as it will read. What comes of it may be edited like any text.
class StatementComposer : public QFrame
{
    Q_OBJECT

public:
    explicit StatementComposer(QWidget *parent = nullptr);

    /// Shows the parts to start from, the cursor in the first that is empty.
    void open(const FindingStatement &parts);

Q_SIGNALS:
    void written(const QString &statement);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *addField(const QString &label, const QString &name, const QString &hint);
    FindingStatement parts() const;
    void preview();
    void take();

    QLineEdit *m_criterion;
    QLineEdit *m_fact;
    QLineEdit *m_evidence;
    QLineEdit *m_consequence;
    QLabel *m_preview;
    QPushButton *m_useButton;
};

} // namespace cq
