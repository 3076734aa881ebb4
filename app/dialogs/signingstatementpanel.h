// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/signaturewords.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace cq {

/// Where a person signs a report, and what they state by it.
class SigningStatementPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SigningStatementPanel(QWidget *parent = nullptr);

    /// The places to choose from; one is chosen, with what is usually stated there.
    void setPlaces(const QList<SignaturePlace> &places);
    /// Chooses a place, if it can be chosen.
    void choosePlace(SignaturePlace place);
    SignatureStatement statementAt(const Timestamp &time) const;

private:
    void takeUsualMeaning();
    void showMeaning();
    SignaturePlace place() const;
    SignatureMeaning meaning() const;

    QComboBox *m_places;
    QComboBox *m_meanings;
    QLabel *m_hint;
};

} // namespace cq
