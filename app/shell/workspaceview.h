// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/navigationrail.h"
#include "core/base/ids.h"
#include "core/review/blindmode.h"

#include <QDateTime>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QUndoGroup;

namespace cq {

class AuditPage;
class AuditSession;
class Prompts;
struct SearchHit;
class Settings;
class Workspace;
class WritingAids;
struct WorkItem;

/// Everything the window shows of one open file: the rail and the pages. Pages are made when they are first asked for, so
/// that the window stands quickly. One audit is open at a time.
class WorkspaceView final : public QWidget
{
    Q_OBJECT

public:
    WorkspaceView(Workspace &workspace, Settings &settings, Prompts &prompts, QUndoGroup &undo, QWidget *parent = nullptr);
    ~WorkspaceView() override;

    void go(Place place);
    Place place() const { return m_place; }
    Workspace &workspace() const { return m_workspace; }
    void openAudit(const AuditId &audit);
    void goToNextOpen();
    void addCentre();
    /// The open audit, or nullptr.
    AuditSession *session() const;
    /// How far the person working judges without seeing the centre's answers; remembered for this person.
    void setBlindMode(BlindMode mode);
    /// Stores what is being typed.
    void commitTyping();
    /// Stores what is being typed and lets go of the open audit.
    void closeAudit();

Q_SIGNALS:
    void auditOpened();
    void placeChanged();
    void reportRequested();
    void pendingTimestampsRequested();
    void renewalRequested();

private:
    QWidget *page(Place place);
    QWidget *makePage(Place place);
    QWidget *makeHome();
    QWidget *makeNewAudit();
    QWidget *makeSearch();
    QWidget *makeWork();
    QWidget *makeChanges();
    void openWork(const AuditId &audit, const WorkItem &item);
    void openHit(const SearchHit &hit);
    /// Opens the audit; nothing where that fails, which is then told.
    AuditPage *auditPage(const AuditId &audit);
    AuditPage *auditPageFor(const CentreId &centre);
    void refresh(Place place);
    void takeBlindMode();
    void takePerson();
    /// Shows the search or the changes anew where they are in sight: not everybody may see the same there.
    void refreshJudged();
    void storeVisit();
    /// The audit whose criteria a search finds: the one open, or else the one opened last in this file.
    AuditId searchedAudit() const;
    void showFaults();

    Workspace &m_workspace;
    Settings &m_settings;
    Prompts &m_prompts;
    QUndoGroup &m_undo;
    NavigationRail *m_rail = nullptr;
    QLabel *m_banner = nullptr;
    WritingAids *m_aids = nullptr;
    QStackedWidget *m_stack = nullptr;
    QHash<Place, QWidget *> m_pages;
    AuditPage *m_audit = nullptr;
    Place m_place = Place::Home;
    PersonId m_person; ///< whose visit this is
    QDateTime m_lastVisit; ///< of the person working, before this one
};

} // namespace cq
