// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/statementcomposer.h"

#include "app/support/theme.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace cq {

StatementComposer::StatementComposer(QWidget *parent)
    : QFrame(parent)
{
    setProperty("look", QStringLiteral("card"));
    setWhatsThis(tr("A good statement says what is asked for, what is not so, where it was seen, and what may come of it. Leave "
                    "out what you do not need."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::grid, Theme::grid, Theme::grid, Theme::grid);
    layout->setSpacing(4);
    m_criterion = addField(tr("What is asked for"), QStringLiteral("partCriterionEdit"), tr("The criterion, in short"));
    m_fact = addField(tr("What is not so"), QStringLiteral("partFactEdit"), tr("The fact, as it was found"));
    m_evidence = addField(tr("Where it was seen"), QStringLiteral("partEvidenceEdit"), tr("Record, place, sample"));
    m_consequence
        = addField(tr("What may come of it"), QStringLiteral("partConsequenceEdit"), tr("For patients, cells or data"));
    m_preview = new QLabel;
    m_preview->setObjectName(QStringLiteral("previewLabel"));
    m_preview->setWordWrap(true);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setProperty("look", QStringLiteral("muted"));
    layout->addWidget(m_preview);
    m_useButton = new QPushButton(tr("Use this statement (Ctrl+Enter)"));
    m_useButton->setObjectName(QStringLiteral("useStatementButton"));
    layout->addWidget(m_useButton, 0, Qt::AlignLeft);
    connect(m_useButton, &QPushButton::clicked, this, &StatementComposer::take);
}

QLineEdit *StatementComposer::addField(const QString &label, const QString &name, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(label);
    auto *caption = new QLabel(label);
    caption->setBuddy(edit);
    layout()->addWidget(caption);
    layout()->addWidget(edit);
    connect(edit, &QLineEdit::textChanged, this, &StatementComposer::preview);
    return edit;
}

void StatementComposer::open(const FindingStatement &parts)
{
    const std::pair<QLineEdit *, QString> fields[] = {{m_criterion, parts.criterion}, {m_fact, parts.fact},
        {m_evidence, parts.evidence}, {m_consequence, parts.consequence}};
    for (const auto &[edit, text] : fields)
        edit->setText(text.simplified());
    show();
    for (const auto &[edit, text] : fields)
        if (edit->text().isEmpty()) {
            edit->setFocus();
            return;
        }
    m_useButton->setFocus();
}

FindingStatement StatementComposer::parts() const
{
    return {m_criterion->text(), m_fact->text(), m_evidence->text(), m_consequence->text()};
}

void StatementComposer::preview()
{
    const QString text = parts().text();
    m_preview->setText(text);
    m_useButton->setEnabled(!text.isEmpty());
}

void StatementComposer::take()
{
    const QString text = parts().text();
    if (!text.isEmpty())
        Q_EMIT written(text);
}

void StatementComposer::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        take();
    else
        QFrame::keyPressEvent(event);
}

} // namespace cq
