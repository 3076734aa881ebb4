// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace cq {

/// Things to tick: each with a key, a line of text and a detail. Says which are ticked, in their order.
class ChoiceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Choice
    {
        QString key;
        QString text;
        QString detail; ///< tooltip
        bool isChosen = false;
        bool operator==(const Choice &) const = default;
    };

    explicit ChoiceModel(QObject *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    QStringList chosen() const; ///< keys
    void choose(const QString &key, bool isChosen);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged(const QString &key, bool isChosen);

private:
    QList<Choice> m_choices;
};

} // namespace cq
