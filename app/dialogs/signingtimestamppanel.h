// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace cq {

/// Whether the signature that is to be made asks for a timestamp, and of which service; says what the time in it is worth
/// either way.
class SigningTimestampPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SigningTimestampPanel(QWidget *parent = nullptr);

    /// `asks` is what the person usually wants; without an address there is nobody to ask.
    void setUp(const QString &url, bool asks);
    /// The address to ask; empty: no timestamp is wanted.
    QString wantedUrl() const;

Q_SIGNALS:
    void serviceChosen(const QString &url, bool asks); ///< to be remembered

private:
    void chooseService();
    void showState();

    QString m_url;
    QCheckBox *m_box;
    QLabel *m_hint;
};

} // namespace cq
