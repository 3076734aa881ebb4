// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"
#include "core/base/result.h"

#include <QWidget>

#include <memory>

namespace Ui {
class NewAuditPage;
}

namespace cq {

class ChoiceModel;
class PreviewSectionModel;
class Prompts;
class TeamModel;
class Workspace;
struct AuditPreview;

/// Prepares an audit: centre, type, scope, team and packs, with a preview of how many criteria would apply and why.
/// Starting it is the workspace's business.
class NewAuditPage final : public QWidget
{
    Q_OBJECT

public:
    NewAuditPage(Workspace &workspace, Prompts &prompts, QWidget *parent = nullptr);
    ~NewAuditPage() override;

    /// An empty form, for the centre if one is named.
    void begin(const CentreId &centre = {});

Q_SIGNALS:
    void auditStarted(const cq::AuditId &audit);
    void cancelled();

private:
    void buildFields();
    void fillCentres();
    void fillFacilities();
    void fillPacks();
    void suggestTitle();
    void refreshPreview();
    void showPreview(const AuditPreview &preview);
    QList<PackPin> chosenPins() const;
    /// Titles of the packs that this file does not take for a new audit, for want of a signature it trusts.
    QStringList refusedPacks(const PackSet &packs) const;
    Audit entered() const;
    void start();

    std::unique_ptr<Ui::NewAuditPage> m_ui;
    Workspace &m_workspace;
    Prompts &m_prompts;
    ChoiceModel *m_facilities = nullptr;
    ChoiceModel *m_packs = nullptr;
    TeamModel *m_team = nullptr;
    PreviewSectionModel *m_sections = nullptr;
    QString m_suggestedTitle;
};

} // namespace cq
