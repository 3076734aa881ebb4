// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <QUndoGroup>

class QLabel;
class QMenu;

namespace cq {

class ActionTable;
class AuditSession;
class HelpWindow;
class KeysWindow;
class NoFilePage;
class Prompts;
class Settings;
class TrustBook;
class WorkspaceOpener;
class WorkspaceView;
struct Error;

/// The frame: menus, the open file's view, and a line that says where the file is, that it is stored, and who works.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings &settings, Prompts &prompts, WorkspaceOpener &opener, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens the file asked for, or else the one opened last; tells where that fails.
    void openAtStart(const QString &path);
    ActionTable &actions() { return *m_actions; }
    /// Nothing while no file is open.
    WorkspaceView *view() const { return m_view; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectFileActions();
    void connectAuditActions();
    void connectViewActions();
    void connectHelpActions();
    void buildUndo();
    void buildStatusLine();
    void takeWorkspace();
    void leaveWorkspace();
    void enableActions();
    void showStatus();
    void fillRecent();
    void openPath(const QString &path);
    void chooseFile();
    void chooseNewFile();
    void openDemonstration();
    void saveCopy();
    void changePerson();
    void makeReport();
    void verifyReport();
    void showTrust();
    TrustBook trustBook() const;
    void signReport();
    void showPendingTimestamps();
    void chooseTimestampService();
    void renewIdentity();
    void keepTimestampService(const QString &url, bool asks);
    void checkFile();
    void showAbout();
    void report(const Error &error);

    Settings &m_settings;
    Prompts &m_prompts;
    WorkspaceOpener &m_opener;
    QUndoGroup m_undo;
    ActionTable *m_actions = nullptr;
    QMenu *m_recent = nullptr;
    NoFilePage *m_noFile = nullptr;
    WorkspaceView *m_view = nullptr;
    QPointer<HelpWindow> m_help;
    QPointer<KeysWindow> m_keys;
    QLabel *m_fileLabel = nullptr;
    QLabel *m_savedLabel = nullptr;
    QLabel *m_personLabel = nullptr;
};

} // namespace cq
