// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/centre.h"

#include <QWidget>

#include <memory>

namespace Ui {
class CentreEditor;
}

class QPushButton;
class QTableView;

namespace cq {

class CertificateModel;
class ContactModel;
class FacilityModel;
class FactModel;
class Prompts;
class Workspace;

/// Everything about one centre, to be read and changed in place: profile facts, identity, facilities, certificates held,
/// contacts. Each change is stored when its field is left.
class CentreEditor final : public QWidget
{
    Q_OBJECT

public:
    CentreEditor(Workspace &workspace, Prompts &prompts, QWidget *parent = nullptr);
    ~CentreEditor() override;

    void showCentre(const CentreId &centre);
    /// Goes to the centre's name with all of it selected.
    void editName();

private:
    void buildFacts();
    void buildIdentity();
    template <class Model>
    void buildTable(QTableView *view, Model *model, QPushButton *add, QPushButton *remove);
    void fillCountries();
    void showIdentity();
    void showSummary();
    void storeIdentity();
    void tell(const Error &error);

    std::unique_ptr<Ui::CentreEditor> m_ui;
    std::unique_ptr<QObject> m_addressWatch; ///< of the field of several lines
    Workspace &m_workspace;
    Prompts &m_prompts;
    Centre m_centre;
    FactModel *m_facts = nullptr;
    FacilityModel *m_facilities = nullptr;
    CertificateModel *m_certificates = nullptr;
    ContactModel *m_contacts = nullptr;
};

} // namespace cq
