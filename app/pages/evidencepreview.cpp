// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/evidencepreview.h"

#include <QImageReader>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfView>
#include <QPlainTextEdit>

namespace cq {

namespace {

constexpr int maxEdge = 1600; ///< pixels; a preview needs no more
constexpr qsizetype maxText = 200'000; ///< characters

} // namespace

EvidencePreview::EvidencePreview(QWidget *parent)
    : QStackedWidget(parent)
    , m_words(new QLabel)
    , m_picture(new QLabel)
    , m_text(new QPlainTextEdit)
    , m_pages(new QPdfView)
    , m_document(new QPdfDocument(this))
{
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setProperty("look", QStringLiteral("muted"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(1, 1);
    m_picture->setAccessibleName(tr("Preview of the picture"));
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Preview of the text"));
    m_text->setTabChangesFocus(true);
    m_pages->setDocument(m_document);
    m_pages->setPageMode(QPdfView::PageMode::MultiPage);
    m_pages->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_pages->setAccessibleName(tr("Preview of the pages"));
    for (QWidget *widget : {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_picture),
             static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_pages)})
        addWidget(widget);
}

EvidencePreview::~EvidencePreview()
{
    // The pages are shown out of the buffer that goes away now.
    m_pages->setDocument(nullptr);
    m_document->close();
}

bool EvidencePreview::canShow(const QString &mediaType)
{
    return mediaType.startsWith(QStringLiteral("image/")) || mediaType.startsWith(QStringLiteral("text/"))
        || mediaType == QStringLiteral("application/pdf");
}

void EvidencePreview::showContent(const QByteArray &bytes, const QString &mediaType)
{
    if (mediaType.startsWith(QStringLiteral("image/"))) {
        showPicture(bytes);
    } else if (mediaType == QStringLiteral("application/pdf")) {
        showPdf(bytes);
    } else {
        m_text->setPlainText(QString::fromUtf8(bytes).left(maxText));
        setCurrentWidget(m_text);
    }
}

void EvidencePreview::say(const QString &sentence)
{
    m_words->setText(sentence);
    setCurrentWidget(m_words);
}

QString EvidencePreview::said() const
{
    return currentWidget() == m_words ? m_words->text() : QString();
}

void EvidencePreview::showPicture(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qMax(size.width(), size.height()) > maxEdge)
        reader.setScaledSize(size.scaled(maxEdge, maxEdge, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    const QImage image = reader.read();
    if (image.isNull()) {
        say(tr("This picture cannot be shown here. Its content is stored as it came; export it to open it elsewhere."));
        return;
    }
    m_pixmap = QPixmap::fromImage(image);
    setCurrentWidget(m_picture);
    fitPicture();
}

void EvidencePreview::fitPicture()
{
    if (currentWidget() != m_picture || m_pixmap.isNull())
        return;
    const QSize room = size().boundedTo(m_pixmap.size()).expandedTo(QSize(1, 1));
    m_picture->setPixmap(m_pixmap.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

void EvidencePreview::showPdf(const QByteArray &bytes)
{
    m_document->close();
    m_pdf.close();
    m_pdf.setData(bytes);
    m_pdf.open(QIODevice::ReadOnly);
    m_document->load(&m_pdf);
    if (m_document->status() == QPdfDocument::Status::Error || m_document->pageCount() == 0)
        say(m_document->error() == QPdfDocument::Error::IncorrectPassword
                ? tr("This PDF is locked with a password and cannot be shown here. Ask for a copy without one.")
                : tr("This PDF cannot be read. Its content is stored as it came; ask for a new copy."));
    else
        setCurrentWidget(m_pages);
}

void EvidencePreview::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    fitPicture();
}

} // namespace cq
