// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/searchhit.h"
#include "core/review/blindmode.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SearchPage;
}

namespace cq {

class SearchModel;
class Workspace;

/// Looks through the whole file while one types; the keys move in what was found without leaving the field.
class SearchPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPage(Workspace &workspace, QWidget *parent = nullptr);
    ~SearchPage() override;

    /// Where one searches from: criteria are those of this audit (empty: none was opened yet), and how blind one judges.
    /// Looks again for what was typed before, since the file may have changed.
    void begin(const AuditId &audit, BlindMode mode);

Q_SIGNALS:
    void hitRequested(const cq::SearchHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();
    void open(const QModelIndex &index);
    void moveTo(int row);

    std::unique_ptr<Ui::SearchPage> m_ui;
    Workspace &m_workspace;
    SearchModel *m_model;
    AuditId m_audit;
    BlindMode m_mode = BlindMode::All; ///< until told otherwise, nothing that could be hidden is found
};

} // namespace cq
