// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingstatementpanel.h"

#include "app/support/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace cq {

SigningStatementPanel::SigningStatementPanel(QWidget *parent)
    : QWidget(parent)
    , m_places(new QComboBox)
    , m_meanings(new QComboBox)
    , m_hint(new QLabel)
{
    m_places->setObjectName(QStringLiteral("placeCombo"));
    m_meanings->setObjectName(QStringLiteral("meaningCombo"));
    m_hint->setObjectName(QStringLiteral("meaningHintLabel"));
    m_hint->setProperty("look", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(3 * Theme::grid);
    form->setVerticalSpacing(Theme::grid + Theme::grid / 2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Place"), m_places);
    form->addRow(tr("Mea&ning"), m_meanings);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid + Theme::grid / 2);
    layout->addLayout(form);
    layout->addWidget(m_hint);
    for (const auto &[meaning, text] : EnumText<SignatureMeaning>::table)
        m_meanings->addItem(wordFor(meaning), QString::fromLatin1(text));
    connect(m_places, &QComboBox::activated, this, &SigningStatementPanel::takeUsualMeaning);
    connect(m_meanings, &QComboBox::currentIndexChanged, this, &SigningStatementPanel::showMeaning);
    setFocusProxy(m_places);
    showMeaning();
}

void SigningStatementPanel::setPlaces(const QList<SignaturePlace> &places)
{
    m_places->clear();
    for (const SignaturePlace place : places)
        m_places->addItem(wordFor(place), textOf(place));
    takeUsualMeaning();
}

void SigningStatementPanel::choosePlace(SignaturePlace place)
{
    const int index = m_places->findData(textOf(place));
    if (index < 0)
        return;
    m_places->setCurrentIndex(index);
    takeUsualMeaning();
}

SignatureStatement SigningStatementPanel::statementAt(const Timestamp &time) const
{
    return {place(), meaning(), time, {}};
}

void SigningStatementPanel::takeUsualMeaning()
{
    m_meanings->setCurrentIndex(m_meanings->findData(textOf(usualMeaning(place()))));
}

void SigningStatementPanel::showMeaning()
{
    m_hint->setText(sentenceFor(meaning()));
}

SignaturePlace SigningStatementPanel::place() const
{
    return fromText<SignaturePlace>(m_places->currentData().toString()).value_or(SignaturePlace::LeadAuditor);
}

SignatureMeaning SigningStatementPanel::meaning() const
{
    return fromText<SignatureMeaning>(m_meanings->currentData().toString()).value_or(SignatureMeaning::Authored);
}

} // namespace cq
