// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/messagebar.h"

#include "app/support/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace cq {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
{
    m_label->setObjectName(QStringLiteral("messageLabel"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    auto *close = new QPushButton(tr("Close"), this);
    close->setProperty("look", QStringLiteral("link"));
    close->setAccessibleName(tr("Close the message"));
    connect(close, &QPushButton::clicked, this, &MessageBar::clear);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label, 1);
    layout->addWidget(close);
    hide();
}

void MessageBar::warn(const QString &sentence)
{
    say(sentence, QStringLiteral("warning"));
}

void MessageBar::warn(const Error &error)
{
    const ErrorText said = errorText(error);
    warn(said.title.isEmpty() ? said.sentence : tr("%1: %2").arg(said.title, said.sentence));
    m_label->setToolTip(said.detail);
}

void MessageBar::inform(const QString &sentence)
{
    say(sentence, QStringLiteral("muted"));
}

void MessageBar::say(const QString &sentence, const QString &look)
{
    m_label->setProperty("look", look);
    m_label->style()->unpolish(m_label);
    m_label->style()->polish(m_label);
    m_label->setText(sentence);
    m_label->setToolTip({});
    setAccessibleName(sentence);
    show();
}

void MessageBar::clear()
{
    m_label->clear();
    hide();
}

QString MessageBar::text() const
{
    return m_label->text();
}

} // namespace cq
