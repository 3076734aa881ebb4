// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/trustbook.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TrustDialog;
}

namespace cq {

class Prompts;
class SigningWork;
class TrustAnchorModel;

/// Whom this person trusts: to look at, add to, take away from and hand on. What is in a file is shown before it is
/// trusted. The book is read and written off the window's thread.
class TrustDialog final : public QDialog
{
    Q_OBJECT

public:
    TrustDialog(const TrustBook &book, Clock clock, Prompts &prompts, QWidget *parent = nullptr);
    ~TrustDialog() override;

Q_SIGNALS:
    void shown(); ///< the list stands as the book does, or the sentence why there is none

private:
    void reload();
    void take(const Result<TrustRecord> &record);
    void add(TrustUse use);
    void addAll(const QList<TrustAnchor> &anchors);
    void importList();
    void offer(const TrustedList &list, const TrustedListChange &change);
    void remove();
    void exportBook();
    void change(const std::function<Result<void>()> &work, const QString &done);
    void refuse(const Error &error);
    void say(const QString &done, const QString &problem = {});
    void showChoice();
    void showDetail(const TrustAnchor &anchor);
    void setBusy(bool isBusy);
    void enableButtons();
    QList<int> chosenRows() const;

    std::unique_ptr<Ui::TrustDialog> m_ui;
    TrustBook m_book;
    Clock m_clock;
    Prompts &m_prompts;
    SigningWork *m_work;
    TrustAnchorModel *m_anchors;
    bool m_isBusy = false;
    bool m_isReadable = false;
};

} // namespace cq
