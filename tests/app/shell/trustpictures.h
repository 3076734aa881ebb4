// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QDir>

namespace cq {

class MainWindow;
class Prompts;

namespace pictures {

/// What the pictures of signing, checking and redacting show: made once, in a folder of its own. All of it is made up.
class TrustPictures
{
public:
    /// Signs reports of the audit in the workspace file, and one of its packs. Throws where a step fails.
    TrustPictures(const QString &workspace, const AuditId &audit, const QDir &data);

    /// Every window of signing, checking and redacting, of the window's workspace.
    void draw(MainWindow &window, Prompts &prompts, const QDir &folder, const QString &look) const;

private:
    void makeReports(const QString &workspace, const AuditId &audit) const;
    void makeStatement() const;
    void drawSigning(MainWindow &window, Prompts &prompts, const QDir &folder, const QString &look) const;

    QDir m_data;
};

} // namespace pictures
} // namespace cq
