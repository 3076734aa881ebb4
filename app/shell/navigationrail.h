// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHash>

class QToolButton;

namespace cq {

/// Where one can be in the window.
enum class Place { Home, Audits, Centres, Packs, Findings, Work, Changes, Search, Audit, NewAudit };

/// The chapter of the handbook about a place.
QString handbookTopic(Place place);

/// The slim bar on the left: one button for each place, with a picture and a word. The open audit has one while it is open.
class NavigationRail final : public QFrame
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    void setCurrent(Place place);
    /// Shows the button of the open audit, with its title as tooltip; hides it where the title is empty.
    void setOpenAudit(const QString &title);

Q_SIGNALS:
    void placeRequested(cq::Place place);

private:
    QToolButton *addButton(Place place, const QString &text, const QString &icon);

    QHash<Place, QToolButton *> m_buttons;
};

} // namespace cq
