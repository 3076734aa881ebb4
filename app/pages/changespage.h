// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/review/blindmode.h"

#include <QDateTime>
#include <QWidget>

#include <memory>

namespace Ui {
class ChangesPage;
}

namespace cq {

class ChangesModel;
class ChangesProxyModel;
class Workspace;

/// What changed in the file since a day: who, when, where, what; opens the place.
class ChangesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesPage(Workspace &workspace, QWidget *parent = nullptr);
    ~ChangesPage() override;

    static constexpr int daysBack = 7; ///< where the last visit is not known

    /// Shows what changed since the person's last visit; an invalid moment where that is not known. A day chosen stays
    /// chosen.
    void begin(const QDateTime &lastVisit, BlindMode mode);

Q_SIGNALS:
    void changeRequested(const cq::AuditId &audit, const QString &target);
    void centreRequested(const cq::CentreId &centre);

private:
    void reload();
    void takeRead();
    void openCurrent();
    void showState();

    std::unique_ptr<Ui::ChangesPage> m_ui;
    ChangesModel *m_model;
    ChangesProxyModel *m_proxy;
    QDateTime m_lastVisit;
    BlindMode m_mode = BlindMode::All;
    bool m_isChosen = false; ///< the day was chosen by hand
};

} // namespace cq
