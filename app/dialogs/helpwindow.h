// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/navigationrail.h"

#include <QDialog>

class QTextBrowser;

namespace cq {

/// The handbook in a window beside the work. Opens at the chapter of the place one is in.
class HelpWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// Chapter of the handbook for a place in the window.
    static QString topicFor(Place place);
    /// Shows the handbook; from its beginning where the topic is empty.
    void showTopic(const QString &topic);

private:
    QTextBrowser *m_browser = nullptr;
};

} // namespace cq
