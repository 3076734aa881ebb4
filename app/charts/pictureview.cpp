// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/pictureview.h"

#include "app/charts/figuresmodel.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"

#include <QBuffer>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QEvent>
#include <QGraphicsScene>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTableView>
#include <QVBoxLayout>

namespace cq {

namespace {

constexpr int sharper = 2; // pixels of a saved picture for one on screen, so that it prints well

} // namespace

PictureView::PictureView(Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_prompts(prompts)
    , m_figures(new FiguresModel(this))
    , m_sentence(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new QChartView)
    , m_table(new QTableView)
    , m_tableButton(new QPushButton(tr("Show as a &table"), this))
    , m_copyButton(new QPushButton(tr("&Copy the picture"), this))
    , m_saveButton(new QPushButton(tr("&Save the picture…"), this))
{
    m_sentence->setProperty("look", QStringLiteral("muted"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop); // where it stands alone
    m_sentence->setObjectName(QStringLiteral("sentenceLabel"));
    m_tableButton->setObjectName(QStringLiteral("tableButton"));
    m_copyButton->setObjectName(QStringLiteral("copyPictureButton"));
    m_saveButton->setObjectName(QStringLiteral("savePictureButton"));
    m_table->setObjectName(QStringLiteral("figuresView"));
    m_tableButton->setCheckable(true);
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->setFrameShape(QFrame::NoFrame);
    m_table->setModel(m_figures);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("The figures of the picture"));
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Theme::grid);
    for (QPushButton *button : {m_tableButton, m_copyButton, m_saveButton})
        foot->addWidget(button);
    foot->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(m_sentence);
    layout->addWidget(m_stack, 1);
    layout->addLayout(foot);
    connect(m_tableButton, &QPushButton::toggled, this, &PictureView::showWanted);
    connect(m_copyButton, &QPushButton::clicked, this, &PictureView::copy);
    connect(m_saveButton, &QPushButton::clicked, this, &PictureView::save);
    setPicture({});
}

PictureView::~PictureView() = default;

void PictureView::setPicture(const Picture &picture)
{
    m_picture = picture;
    m_sentence->setText(picture.sentence);
    m_figures->setFigures(picture.figures);
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    // What is seen can be heard: the sentence names it, the table has the figures.
    m_chart->setAccessibleName(picture.title);
    m_chart->setAccessibleDescription(picture.sentence);
    draw();
    showWanted();
}

void PictureView::draw()
{
    const std::unique_ptr<QChart> before(m_chart->chart());
    m_chart->setChart(m_picture.draw ? m_picture.draw(palette()).release() : plainChart({}, palette()).release());
    m_chart->setBackgroundBrush(palette().color(QPalette::Base));
}

void PictureView::showWanted()
{
    const bool hasPicture = bool(m_picture.draw);
    const bool hasAnything = hasPicture || m_figures->rowCount() > 0;
    for (QWidget *part : {static_cast<QWidget *>(m_stack), static_cast<QWidget *>(m_tableButton),
             static_cast<QWidget *>(m_copyButton), static_cast<QWidget *>(m_saveButton)})
        part->setVisible(hasAnything);
    m_copyButton->setEnabled(hasPicture);
    m_saveButton->setEnabled(hasPicture);
    m_tableButton->setEnabled(m_figures->rowCount() > 0);
    m_stack->setCurrentWidget(m_tableButton->isChecked() ? static_cast<QWidget *>(m_table) : m_chart);
}

void PictureView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void PictureView::renderTo(QPaintDevice &device, const QSizeF &size) const
{
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    m_chart->scene()->render(&painter, QRectF(QPointF(), size), m_chart->chart()->rect());
}

QByteArray PictureView::svg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    const QSize size = m_chart->chart()->size().toSize();
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // a pixel of the screen is one of the drawing (CSS 2.2, section 4.3.2)
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(m_picture.title);
    generator.setDescription(m_picture.sentence);
    renderTo(generator, size);
    return QSvgRenderer(bytes).isValid() ? bytes : QByteArray();
}

QByteArray PictureView::png() const
{
    const QSize size = m_chart->chart()->size().toSize() * sharper;
    QImage image(size, QImage::Format_RGB32);
    image.fill(palette().color(QPalette::Base));
    renderTo(image, size);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return image.save(&buffer, "PNG") && QImage::fromData(bytes, "PNG") == image ? bytes : QByteArray();
}

void PictureView::copy()
{
    QGuiApplication::clipboard()->setImage(QImage::fromData(png(), "PNG"));
}

Result<void> PictureView::saveTo(const QString &path) const
{
    if (!m_picture.draw)
        return Error{ErrorCode::InvalidInput, QStringLiteral("there is no picture to save"), {}};
    const QByteArray bytes = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive) ? svg() : png();
    if (bytes.isEmpty())
        return Error{ErrorCode::Internal, QStringLiteral("the picture cannot be read back"), {}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::WriteFailed, file.errorString(), {QStringLiteral("saving a picture")}};
    return {};
}

void PictureView::save()
{
    const auto path = m_prompts.saveFile(this, tr("Save the picture"), m_picture.title + QStringLiteral(".svg"),
        tr("Drawings (*.svg);;Pictures (*.png)"));
    if (!path)
        return;
    if (const auto saved = saveTo(*path); !saved)
        m_prompts.tell(this, saved.error());
}

} // namespace cq
