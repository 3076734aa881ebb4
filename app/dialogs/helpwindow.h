// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTextBrowser;

namespace cq {

/// The handbook in a window beside the work.
class HelpWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// Shows the handbook; from its beginning where the topic is empty.
    void showTopic(const QString &topic);

private:
    QTextBrowser *m_browser = nullptr;
};

} // namespace cq
