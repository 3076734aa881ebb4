// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonsource.h"

#include <QModelIndex>
#include <QWidget>

#include <memory>

namespace Ui {
class PacksPage;
}

class QSortFilterProxyModel;

namespace cq {

class PackFaultModel;
class PackListModel;
class PackTreeModel;
class Prompts;
class Workspace;

/// The criteria packs of the file, to be read; a pack from a file is added, or all its faults are shown.
class PacksPage final : public QWidget
{
    Q_OBJECT

public:
    PacksPage(Workspace &workspace, Prompts &prompts, QWidget *parent = nullptr);
    ~PacksPage() override;

private:
    void addPack();
    void changePolicy();
    void showFaults(const QString &path, const QList<Fault> &faults);
    void showPack(const QModelIndex &index);
    void showSignature();
    void showCriterion(const QModelIndex &index);
    void selectDigest(const QByteArray &digest);

    std::unique_ptr<Ui::PacksPage> m_ui;
    Workspace &m_workspace;
    Prompts &m_prompts;
    PackListModel *m_packs = nullptr;
    PackTreeModel *m_tree = nullptr;
    QSortFilterProxyModel *m_found = nullptr;
    PackFaultModel *m_faults = nullptr;
};

} // namespace cq
