// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace cq {

/// A list whose lines all have one height, whatever they say. QListView lays every line out anew when one of them
/// changes, which with thousands of criteria is felt at every answer; here the changed lines are painted and that is all.
class SteadyListView : public QListView
{
    Q_OBJECT

public:
    explicit SteadyListView(QWidget *parent = nullptr);

protected:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
};

} // namespace cq
