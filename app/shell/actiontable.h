// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QFlags>
#include <QHash>
#include <QObject>

class QMenu;
class QMenuBar;

namespace cq {

/// Every action of the window.
enum class ActionId {
    NewFile,
    OpenFile,
    OpenDemonstration,
    SaveCopy,
    ChangePerson,
    Quit,
    Undo,
    Redo,
    NewAudit,
    OpenAudit,
    NextOpen,
    Report,
    GoHome,
    GoAudits,
    GoCentres,
    GoPacks,
    GoFindings,
    GoSearch,
    GoWork,
    GoChanges,
    SystemLook,
    LightLook,
    DarkLook,
    BlindForGates,
    BlindForAll,
    NotBlind,
    VerifyReport,
    TrustedCertificates,
    SignReport,
    PendingTimestamps,
    TimestampService,
    CheckFile,
    Keys,
    Handbook,
    About,
};

/// What must be there for an action to make sense.
enum class Need {
    Nothing = 0,
    OpenFile = 1,
    WritableFile = 2,
    OpenAudit = 4,
    Demonstration = 8,
};
Q_DECLARE_FLAGS(Needs, Need)
Q_DECLARE_OPERATORS_FOR_FLAGS(Needs)

/// All actions in one table: menu, words, key, and what they need. One function enables them.
class ActionTable final : public QObject
{
    Q_OBJECT

public:
    enum class Menu { File, Edit, Audit, View, Tools, Help };

    explicit ActionTable(QObject *parent = nullptr);

    QAction *at(ActionId id) const { return m_actions.value(id); }
    /// Fills the bar with the menus of the table.
    void populate(QMenuBar &bar);
    QMenu *menu(Menu menu) const { return m_menus.value(menu); }
    /// Enables exactly the actions whose needs are all present. Undo and Redo follow the undo stack instead.
    void enable(Needs present);
    /// Actions that have a key, with their words without marks; for the sheet of keys.
    QList<QPair<QString, QString>> keys() const;

private:
    struct Row;
    static QList<Row> rows();
    static QString menuTitle(Menu menu);

    QHash<ActionId, QAction *> m_actions;
    QHash<ActionId, Needs> m_needs;
    QHash<Menu, QMenu *> m_menus;
};

} // namespace cq
