// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/photographdialog.h"

#include "ui_photographdialog.h"

#include <QCamera>
#include <QCameraDevice>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoWidget>

namespace cq {

/// A camera at work, with what shows and what takes its picture.
struct PhotographDialog::Camera
{
    explicit Camera(const QCameraDevice &device)
        : camera(device)
    {
        view.setAccessibleName(PhotographDialog::tr("What the camera sees"));
        capture.setCamera(&camera);
        capture.setImageCapture(&shutter);
        capture.setVideoOutput(&view);
    }

    QVideoWidget view;
    QCamera camera;
    QImageCapture shutter;
    QMediaCaptureSession capture;
};

PhotographDialog::PhotographDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PhotographDialog>())
{
    m_ui->setupUi(this);
    connect(new QMediaDevices(this), &QMediaDevices::videoInputsChanged, this, &PhotographDialog::takeCameras);
    connect(m_ui->cameraBox, &QComboBox::activated, this, &PhotographDialog::startCamera);
    connect(m_ui->takeButton, &QPushButton::clicked, this, &PhotographDialog::take);
    connect(m_ui->againButton, &QPushButton::clicked, this, &PhotographDialog::showLive);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->fileButton, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT fileRequested();
    });
    connect(m_ui->useButton, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT taken(m_picture);
    });
    takeCameras();
}

PhotographDialog::~PhotographDialog() = default;

void PhotographDialog::takeCameras()
{
    const QByteArray before = m_ui->cameraBox->currentData().toByteArray();
    m_ui->cameraBox->clear();
    for (const QCameraDevice &device : QMediaDevices::videoInputs())
        m_ui->cameraBox->addItem(device.description(), device.id());
    const int same = m_ui->cameraBox->findData(before);
    m_ui->cameraBox->setCurrentIndex(
        same >= 0 ? same : m_ui->cameraBox->findData(QMediaDevices::defaultVideoInput().id()));
    // One that goes on working is not disturbed by another that comes or goes.
    if (same < 0)
        startCamera();
}

void PhotographDialog::startCamera()
{
    say({});
    m_camera.reset();
    for (const QCameraDevice &device : QMediaDevices::videoInputs())
        if (device.id() == m_ui->cameraBox->currentData().toByteArray())
            m_camera = std::make_unique<Camera>(device);
    if (m_camera) {
        m_ui->liveLayout->addWidget(&m_camera->view);
        connect(&m_camera->camera, &QCamera::errorOccurred, this, [this](QCamera::Error, const QString &why) {
            say(tr("The camera does not answer: %1. Another program may be using it: close that, or choose another camera.")
                    .arg(why));
        });
        connect(&m_camera->shutter, &QImageCapture::imageCaptured, this,
            [this](int, const QImage &picture) { lookAt(picture); });
        connect(&m_camera->shutter, &QImageCapture::errorOccurred, this,
            [this](int, QImageCapture::Error, const QString &why) {
                m_ui->takeButton->setEnabled(true);
                say(tr("The camera took no picture: %1. Try again, or choose another camera.").arg(why));
            });
        m_camera->camera.start();
    }
    if (m_picture.isNull())
        showLive();
}

void PhotographDialog::take()
{
    say({});
    if (!m_camera || !m_camera->shutter.isReadyForCapture()) {
        say(tr("The camera is not ready yet. Try again in a moment."));
        return;
    }
    m_ui->takeButton->setEnabled(false); // until the picture is there
    m_camera->shutter.capture();
}

void PhotographDialog::lookAt(const QImage &picture)
{
    m_picture = picture;
    m_ui->takeButton->setEnabled(true);
    const QSize room = m_ui->pages->size() * devicePixelRatio();
    QPixmap shown = QPixmap::fromImage(picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    shown.setDevicePixelRatio(devicePixelRatio());
    m_ui->pictureLabel->setPixmap(shown);
    m_ui->pages->setCurrentWidget(m_ui->picturePage);
    m_ui->takeButton->hide();
    m_ui->fileButton->hide();
    m_ui->againButton->show();
    m_ui->useButton->show();
    m_ui->useButton->setFocus();
}

void PhotographDialog::showLive()
{
    const bool hasCamera = m_camera != nullptr;
    m_picture = {};
    m_ui->pages->setCurrentWidget(hasCamera ? m_ui->livePage : m_ui->nonePage);
    m_ui->cameraLabel->setVisible(hasCamera);
    m_ui->cameraBox->setVisible(hasCamera);
    m_ui->takeButton->setVisible(hasCamera);
    m_ui->fileButton->setVisible(!hasCamera);
    m_ui->againButton->hide();
    m_ui->useButton->hide();
    (hasCamera ? m_ui->takeButton : m_ui->fileButton)->setFocus();
}

void PhotographDialog::say(const QString &sentence)
{
    m_ui->messageLabel->setText(sentence);
    m_ui->messageLabel->setVisible(!sentence.isEmpty());
}

} // namespace cq
