// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/filterbar.h"

#include "app/support/flowlayout.h"
#include "app/support/theme.h"
#include "app/support/words.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace cq {

using Proxy = ChecklistProxyModel;

FilterBar::FilterBar(const QList<Facility> &facilities, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_facility(new QComboBox(this))
{
    setLayout(new FlowLayout);
    setStyleSheet(QStringLiteral("QPushButton { padding: 3px 8px; border-radius: 13px; min-height: 18px; }"
                                 "QPushButton:focus { padding: 2px 7px; }"));
    m_search->setObjectName(QStringLiteral("searchEdit"));
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search in code, text, facility and note"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(128);
    layout()->addWidget(m_search);
    addChips();
    m_facility->setObjectName(QStringLiteral("facilityBox"));
    m_facility->setAccessibleName(tr("Show one facility"));
    // As wide as "Every facility"; the names stand in full in its list.
    m_facility->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_facility->setMinimumContentsLength(12);
    layout()->addWidget(m_facility);
    setFacilities(facilities);
    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::changed);
    connect(m_search, &QLineEdit::returnPressed, this, &FilterBar::left);
    connect(m_facility, &QComboBox::currentIndexChanged, this, &FilterBar::changed);
}

void FilterBar::addChips()
{
    addChip(Proxy::Open, tr("Open"), tr("Criteria that are not yet answered."), "openChip");
    addChip(Proxy::Gates, tr("Gates"), tr("Criteria whose failure blocks qualification."), "gatesChip");
    addChip(Proxy::WithFindings, tr("Findings"), tr("Criteria that a finding names."), "findingsChip");
    addChip(Proxy::NoteMissing, tr("Note missing"), tr("Partially met or not met, and nothing noted yet."),
        "noteMissingChip");
    addChip(Proxy::Differs, tr("Differs"), tr("The centre and the auditors answered differently."),
        "differsChip");
    addChip(Proxy::ClaimedNa, tr("Claimed N/A"), tr("Answered as not applicable, with a justification."), "claimedChip");
    addChip(Proxy::CouldChange, tr("Can still decide"),
        tr("Open criteria that could still change the outcome."), "couldChangeChip");
    addChip(Proxy::DeskReview, tr("Before the visit"), tr("Criteria that can be judged from documents alone."),
        "deskReviewChip");
    addChip(Proxy::Undetermined, tr("Undetermined"), tr("The profile does not say whether these apply."),
        "undeterminedChip");
    addChip(Proxy::NotApplicable, tr("Does not apply"),
        tr("Criteria that the profile rules out, with the facts that do so."), "notApplicableChip");
}

void FilterBar::addChip(Proxy::Chip chip, const QString &word, const QString &help, const char *name)
{
    auto *button = new QPushButton(word, this);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    button->setToolTip(help);
    button->setWhatsThis(help);
    button->setAccessibleDescription(help);
    layout()->addWidget(button);
    m_chips.append({chip, button});
    connect(button, &QPushButton::toggled, this, [this, button, word](bool on) {
        button->setText(on ? QStringLiteral("✓ ") + word : word); // never by colour alone
        Q_EMIT changed();
    });
}

Proxy::Filter FilterBar::filter() const
{
    Proxy::Filter filter;
    for (const auto &[chip, button] : m_chips)
        filter.chips.setFlag(chip, button->isChecked());
    filter.facility = FacilityId(m_facility->currentData().toString());
    filter.search = m_search->text();
    return filter;
}

void FilterBar::setFacilities(const QList<Facility> &facilities)
{
    const QVariant chosen = m_facility->currentData();
    {
        const QSignalBlocker quiet(m_facility);
        m_facility->clear();
        m_facility->addItem(tr("Every facility"), QString());
        for (const Facility &facility : facilities)
            m_facility->addItem(facility.name, facility.id.text());
        m_facility->setCurrentIndex(qMax(0, m_facility->findData(chosen)));
    }
    m_facility->view()->setMinimumWidth(m_facility->view()->sizeHintForColumn(0) + 4 * Theme::grid);
    m_facility->setVisible(!facilities.isEmpty());
    if (chosen.isValid() && chosen != m_facility->currentData())
        Q_EMIT changed();
}

void FilterBar::setChips(Proxy::Chips chips)
{
    for (const auto &[chip, button] : m_chips)
        button->setChecked(chips.testFlag(chip));
}

void FilterBar::clear()
{
    const QSignalBlocker quiet(this);
    setChips({});
    m_facility->setCurrentIndex(0);
    m_search->clear();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace cq
