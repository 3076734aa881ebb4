// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/verdictline.h"

#include <QWidget>

class QLabel;

namespace cq {

/// One judgement, told by symbol, word, sentence and tone; read aloud as word and sentence. Texts are shown as they stand,
/// never as markup: they may come from a foreign file.
class SigningVerdictRow final : public QWidget
{
    Q_OBJECT

public:
    explicit SigningVerdictRow(QWidget *parent = nullptr);

    void say(const VerdictLine &line);
    const VerdictLine &line() const { return m_line; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    VerdictLine m_line;
    QLabel *m_word;
    QLabel *m_sentence;
};

} // namespace cq
