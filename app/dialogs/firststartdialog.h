// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/person.h"

#include <QDialog>

#include <memory>

namespace Ui {
class FirstStartDialog;
}

namespace cq {

/// The first start: who are you, in which language, and what to begin with. Stores nothing itself.
class FirstStartDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Beginning { OwnCentre, Demonstration };

    explicit FirstStartDialog(bool hasDemonstration, QWidget *parent = nullptr);
    ~FirstStartDialog() override;

    Person person() const;
    QString language() const; ///< ISO 639-1
    Beginning beginning() const;

private:
    void fillLanguages();

    std::unique_ptr<Ui::FirstStartDialog> m_ui;
    PersonId m_id;
};

} // namespace cq
