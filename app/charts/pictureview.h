// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/picture.h"
#include "core/base/result.h"

#include <QWidget>

class QChartView;
class QPaintDevice;
class QTableView;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace cq {

class FiguresModel;
class Prompts;

/// Shows one picture in the colours of the window, its figures as a table one click away, and gives it away: to the
/// clipboard, or to a file as SVG or PNG.
class PictureView : public QWidget
{
    Q_OBJECT

public:
    explicit PictureView(Prompts &prompts, QWidget *parent = nullptr);
    ~PictureView() override;

    void setPicture(const Picture &picture);
    FiguresModel &figures() { return *m_figures; }

    /// By the ending of the name: .svg, otherwise PNG at twice the size on screen. Read back before the file takes its
    /// place. InvalidInput without a picture; WriteFailed.
    Result<void> saveTo(const QString &path) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void showWanted();
    void copy();
    void save();
    QByteArray svg() const;
    QByteArray png() const;
    void renderTo(QPaintDevice &device, const QSizeF &size) const;

    Prompts &m_prompts;
    Picture m_picture;
    FiguresModel *m_figures;
    QLabel *m_sentence;
    QStackedWidget *m_stack;
    QChartView *m_chart;
    QTableView *m_table;
    QPushButton *m_tableButton;
    QPushButton *m_copyButton;
    QPushButton *m_saveButton;
};

} // namespace cq
