// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <memory>

namespace Ui {
class CentresPage;
}

class QSortFilterProxyModel;

namespace cq {

class CentreEditor;
class CentreListModel;
class Prompts;
class Workspace;

/// The centres of the file on the left, the profile of the chosen one on the right.
class CentresPage final : public QWidget
{
    Q_OBJECT

public:
    CentresPage(Workspace &workspace, Prompts &prompts, QWidget *parent = nullptr);
    ~CentresPage() override;

    /// Adds a centre with a name to be changed, and goes to that name.
    void addCentre();
    void showCentre(const CentreId &centre);

private:
    void takeSelection();

    std::unique_ptr<Ui::CentresPage> m_ui;
    Workspace &m_workspace;
    Prompts &m_prompts;
    CentreListModel *m_centres = nullptr;
    QSortFilterProxyModel *m_found = nullptr;
    CentreEditor *m_editor = nullptr;
};

} // namespace cq
