// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QImage>

#include <memory>

namespace Ui {
class PhotographDialog;
}

namespace cq {

/// Takes one photograph with a camera of this computer: a list of cameras, what the chosen one sees, and the picture to
/// look at before it is used. Where there is no camera it says so and offers a file instead; one that is connected
/// meanwhile appears by itself.
class PhotographDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PhotographDialog(QWidget *parent = nullptr);
    ~PhotographDialog() override;

    /// A picture to be used or taken again; what the camera took comes here.
    void lookAt(const QImage &picture);

Q_SIGNALS:
    void taken(const QImage &photograph);
    void fileRequested(); ///< the person would rather choose a picture that is there

private:
    void takeCameras();
    void startCamera();
    void take();
    void showLive();
    void say(const QString &sentence);

    std::unique_ptr<Ui::PhotographDialog> m_ui;
    struct Camera;
    std::unique_ptr<Camera> m_camera; ///< none where the computer has none
    QImage m_picture;
};

} // namespace cq
