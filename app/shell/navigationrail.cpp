// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/navigationrail.h"

#include "app/support/lineicon.h"
#include "app/support/theme.h"

#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

namespace cq {

NavigationRail::NavigationRail(QWidget *parent)
    : QFrame(parent)
{
    setProperty("look", QStringLiteral("rail"));
    setAccessibleName(tr("Places"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::grid, 2 * Theme::grid, Theme::grid, 2 * Theme::grid);
    layout->setSpacing(Theme::grid / 2);
    auto *group = new QButtonGroup(this);
    for (QToolButton *button : {addButton(Place::Home, tr("Home"), QStringLiteral("home")),
             addButton(Place::Audits, tr("Audits"), QStringLiteral("audits")),
             addButton(Place::Centres, tr("Centres"), QStringLiteral("centres")),
             addButton(Place::Packs, tr("Packs"), QStringLiteral("packs")),
             addButton(Place::Findings, tr("Findings"), QStringLiteral("findings")),
             addButton(Place::Work, tr("My work"), QStringLiteral("work")),
             addButton(Place::Search, tr("Search"), QStringLiteral("search"))}) {
        group->addButton(button);
        layout->addWidget(button);
    }
    layout->addSpacing(2 * Theme::grid);
    QToolButton *audit = addButton(Place::Audit, tr("Open audit"), QStringLiteral("checklist"));
    group->addButton(audit);
    layout->addWidget(audit);
    // Its room is kept, so that opening an audit does not push the page aside.
    QSizePolicy policy = audit->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    audit->setSizePolicy(policy);
    audit->hide();
    layout->addStretch();
    m_buttons.value(Place::Packs)->setToolTip(tr("Criteria packs"));
    m_buttons.value(Place::Findings)->setToolTip(tr("Findings and actions"));
}

QToolButton *NavigationRail::addButton(Place place, const QString &text, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setProperty("look", QStringLiteral("rail"));
    button->setObjectName(icon + QStringLiteral("RailButton"));
    button->setText(text);
    button->setIcon(lineIcon(icon));
    button->setIconSize(QSize(24, 24));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons.insert(place, button);
    connect(button, &QToolButton::clicked, this, [this, place] { Q_EMIT placeRequested(place); });
    return button;
}

void NavigationRail::setCurrent(Place place)
{
    // Preparing an audit belongs to the audits, and what has changed to the work.
    const Place shown = place == Place::NewAudit ? Place::Audits : place == Place::Changes ? Place::Work : place;
    if (QToolButton *button = m_buttons.value(shown))
        button->setChecked(true);
}

void NavigationRail::setOpenAudit(const QString &title)
{
    QToolButton *button = m_buttons.value(Place::Audit);
    button->setToolTip(title);
    button->setVisible(!title.isEmpty());
}

QString handbookTopic(Place place)
{
    switch (place) {
    case Place::Home:
        return QStringLiteral("home");
    case Place::Audits:
        return QStringLiteral("audits");
    case Place::Centres:
        return QStringLiteral("centres");
    case Place::Packs:
        return QStringLiteral("packs");
    case Place::Findings:
        return QStringLiteral("findings");
    case Place::Work:
        return QStringLiteral("work");
    case Place::Changes:
        return QStringLiteral("changes");
    case Place::Search:
        return QStringLiteral("search");
    case Place::Audit:
        return QStringLiteral("checklist");
    case Place::NewAudit:
        return QStringLiteral("new-audit");
    }
    return {};
}

} // namespace cq
