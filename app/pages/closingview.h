// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace cq {

class AuditSession;

/// What the centre sees in the closing meeting: the findings in large type, as provisional. No severity, score or outcome:
/// auditors do not hint at how the audit comes out (domain.md sections 1.2 and 10). Esc leaves.
class ClosingView : public QDialog
{
    Q_OBJECT

public:
    explicit ClosingView(const AuditSession &session, QWidget *parent = nullptr);

    /// The findings as shown, withdrawn ones left out.
    static QString text(const AuditSession &session);
};

} // namespace cq
