// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actiontable.h"

#include <QActionGroup>
#include <QMenuBar>

namespace cq {

struct ActionTable::Row
{
    ActionId id;
    Menu menu;
    QString text;
    QKeySequence key;
    Needs needs;
    bool startsGroup = false; ///< a line above it in the menu
};

QList<ActionTable::Row> ActionTable::rows()
{
    const Needs nothing = Need::Nothing;
    const Needs file = Need::OpenFile;
    const Needs writable = Need::OpenFile | Need::WritableFile;
    const Needs audit = Need::OpenFile | Need::OpenAudit;
    const auto key = [](const char *text) { return QKeySequence(QString::fromLatin1(text)); };
    return {
        {ActionId::NewFile, Menu::File, tr("&New file…"), QKeySequence::New, nothing},
        {ActionId::OpenFile, Menu::File, tr("&Open file…"), QKeySequence::Open, nothing},
        {ActionId::OpenDemonstration, Menu::File, tr("Open the &demonstration"), {}, Need::Demonstration},
        {ActionId::SaveCopy, Menu::File, tr("&Save a copy as…"), key("Ctrl+Shift+S"), file},
        {ActionId::ChangePerson, Menu::File, tr("&Work as somebody else…"), {}, file, true},
        {ActionId::Quit, Menu::File, tr("&Quit"), key("Ctrl+Q"), nothing, true},
        {ActionId::Undo, Menu::Edit, tr("&Undo"), key("Ctrl+Z"), nothing},
        {ActionId::Redo, Menu::Edit, tr("&Redo"), key("Ctrl+Shift+Z"), nothing},
        {ActionId::NewAudit, Menu::Audit, tr("&New audit…"), key("Ctrl+Shift+N"), writable},
        {ActionId::OpenAudit, Menu::Audit, tr("&Open an audit…"), key("Ctrl+Shift+O"), file},
        {ActionId::NextOpen, Menu::Audit, tr("Next o&pen criterion"), key("Ctrl+J"), audit, true},
        {ActionId::Report, Menu::Audit, tr("&Report…"), key("Ctrl+R"), audit},
        {ActionId::GoHome, Menu::View, tr("&Home"), key("Ctrl+1"), file},
        {ActionId::GoAudits, Menu::View, tr("&Audits"), key("Ctrl+2"), file},
        {ActionId::GoCentres, Menu::View, tr("&Centres"), key("Ctrl+3"), file},
        {ActionId::GoPacks, Menu::View, tr("Criteria &packs"), key("Ctrl+4"), file},
        {ActionId::GoFindings, Menu::View, tr("&Findings and actions"), key("Ctrl+5"), file},
        {ActionId::GoWork, Menu::View, tr("&My work"), key("Ctrl+6"), file},
        {ActionId::GoChanges, Menu::View, tr("What has cha&nged"), key("Ctrl+7"), file},
        {ActionId::GoSearch, Menu::View, tr("Sea&rch the file"), key("Ctrl+K"), file},
        {ActionId::SystemLook, Menu::View, tr("Look of the &system"), {}, nothing, true},
        {ActionId::LightLook, Menu::View, tr("&Light"), {}, nothing},
        {ActionId::DarkLook, Menu::View, tr("&Dark"), {}, nothing},
        {ActionId::BlindForGates, Menu::View, tr("Answer &gates before seeing the centre's answer"), {}, file, true},
        {ActionId::BlindForAll, Menu::View, tr("Answer &every criterion before seeing the centre's answer"), {}, file},
        {ActionId::NotBlind, Menu::View, tr("Al&ways show the centre's answers"), {}, file},
        {ActionId::VerifyReport, Menu::Tools, tr("&Verify a report…"), key("Ctrl+Shift+V"), nothing},
        {ActionId::TrustedCertificates, Menu::Tools, tr("&Whom you trust…"), {}, nothing},
        {ActionId::SignReport, Menu::Tools, tr("&Sign a report…"), {}, nothing},
        {ActionId::PendingTimestamps, Menu::Tools, tr("Signed, &not yet timestamped…"), {}, file},
        {ActionId::TimestampService, Menu::Tools, tr("Ti&mestamp service…"), {}, nothing},
        {ActionId::CheckFile, Menu::Tools, tr("&Check this file"), {}, file},
        {ActionId::Handbook, Menu::Help, tr("&Handbook"), QKeySequence::HelpContents, nothing},
        {ActionId::Keys, Menu::Help, tr("&Keys"), key("?"), nothing},
        {ActionId::About, Menu::Help, tr("&About CentreQual"), {}, nothing, true},
    };
}

QString ActionTable::menuTitle(Menu menu)
{
    switch (menu) {
    case Menu::File:
        return tr("&File");
    case Menu::Edit:
        return tr("&Edit");
    case Menu::Audit:
        return tr("&Audit");
    case Menu::View:
        return tr("&View");
    case Menu::Tools:
        return tr("&Tools");
    case Menu::Help:
        return tr("&Help");
    }
    return {};
}

ActionTable::ActionTable(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : rows()) {
        auto *action = new QAction(row.text, this);
        action->setShortcut(row.key);
        m_actions.insert(row.id, action);
        m_needs.insert(row.id, row.needs);
    }
    for (const QList<ActionId> &choice : {QList {ActionId::SystemLook, ActionId::LightLook, ActionId::DarkLook},
             QList {ActionId::BlindForGates, ActionId::BlindForAll, ActionId::NotBlind}}) {
        auto *group = new QActionGroup(this);
        for (const ActionId id : choice) {
            at(id)->setCheckable(true);
            group->addAction(at(id));
        }
    }
    at(ActionId::Quit)->setMenuRole(QAction::QuitRole);
    at(ActionId::About)->setMenuRole(QAction::AboutRole);
}

void ActionTable::populate(QMenuBar &bar)
{
    for (const Row &row : rows()) {
        QMenu *&menu = m_menus[row.menu];
        if (!menu)
            menu = bar.addMenu(menuTitle(row.menu));
        if (row.startsGroup)
            menu->addSeparator();
        menu->addAction(at(row.id));
    }
}

void ActionTable::enable(Needs present)
{
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        if (it.key() == ActionId::Undo || it.key() == ActionId::Redo)
            continue;
        it.value()->setEnabled((m_needs.value(it.key()) & ~present) == Needs());
    }
}

QList<QPair<QString, QString>> ActionTable::keys() const
{
    QList<QPair<QString, QString>> keys;
    for (const Row &row : rows()) {
        const QString key = at(row.id)->shortcut().toString(QKeySequence::NativeText);
        if (!key.isEmpty())
            keys.append({key, QString(row.text).remove(QLatin1Char('&')).remove(QChar(0x2026))});
    }
    return keys;
}

} // namespace cq
