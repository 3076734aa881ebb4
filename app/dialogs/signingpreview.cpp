// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingpreview.h"

#include "app/dialogs/signingwork.h"
#include "app/support/errortext.h"
#include "app/support/theme.h"

#include <QCoreApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cq {

namespace {

enum Pane { MakingPane, MessagePane, PagesPane };

QPushButton *button(const QString &text, const char *name)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QString::fromLatin1(name));
    made->setAutoDefault(false);
    return made;
}

QLabel *centredLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // it may name a foreign file
    return label;
}

// Things one above the other in the middle of a pane.
QWidget *paneOf(const QList<QWidget *> &things)
{
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    layout->addStretch();
    for (QWidget *thing : things)
        layout->addWidget(thing, 0, qobject_cast<QPushButton *>(thing) ? Qt::AlignHCenter : Qt::Alignment());
    layout->addStretch();
    return pane;
}

struct PreviewWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::SigningPreview)
};

QString whyNot(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return PreviewWords::tr("The preview was stopped. Make it again, or go on without it.");
    const ErrorText said = errorText(error);
    const QString reason = error.code == ErrorCode::NotFound
        ? PreviewWords::tr("There is no preview, as the file is not there any more. Connect the disk or stick it is on, then "
                           "make the preview again.")
        : PreviewWords::tr("There is no preview. %1: %2").arg(said.title, said.sentence);
    return reason + u'\n' + PreviewWords::tr("Detail: %1").arg(said.detail);
}

} // namespace

SigningPreview::SigningPreview(QWidget *parent)
    : QFrame(parent)
    , m_work(new SigningWork(this))
    , m_document(new QPdfDocument(this))
    , m_stack(new QStackedWidget(this))
{
    setProperty("look", QStringLiteral("card"));
    m_stack->addWidget(makingPane());
    m_stack->addWidget(messagePane());
    m_stack->addWidget(pagesPane());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_stack);
    connect(m_work, &SigningWork::progressed, m_progress, &QProgressBar::setValue);
}

SigningPreview::~SigningPreview()
{
    // The pages are shown out of a file in the folder that goes away now.
    m_view->setDocument(nullptr);
    m_document->close();
}

QWidget *SigningPreview::makingPane()
{
    auto *label = centredLabel("makingLabel");
    label->setText(tr("The pages are being laid out."));
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress of the preview"));
    m_progress->setTextVisible(false);
    auto *stopButton = button(tr("S&top the preview"), "stopPreviewButton");
    connect(stopButton, &QPushButton::clicked, this, &SigningPreview::stop);
    return paneOf({label, m_progress, stopButton});
}

QWidget *SigningPreview::messagePane()
{
    m_message = centredLabel("previewMessageLabel");
    auto *again = button(tr("&Make the preview"), "makePreviewButton");
    connect(again, &QPushButton::clicked, this, [this] {
        if (m_maker)
            make(Maker(m_maker));
    });
    return paneOf({m_message, again});
}

QWidget *SigningPreview::pagesPane()
{
    m_view = new QPdfView;
    m_view->setObjectName(QStringLiteral("pagesView"));
    m_view->setAccessibleName(tr("Preview of the report's pages"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setDocument(m_document);
    m_page = new QLabel;
    m_page->setObjectName(QStringLiteral("pageLabel"));
    m_page->setProperty("look", QStringLiteral("muted"));
    auto *smaller = button(tr("Smaller"), "smallerButton");
    auto *larger = button(tr("Larger"), "largerButton");
    auto *fit = button(tr("Fit the &width"), "fitButton");
    connect(smaller, &QPushButton::clicked, this, [this] { zoomBy(80); });
    connect(larger, &QPushButton::clicked, this, [this] { zoomBy(125); });
    connect(fit, &QPushButton::clicked, this, [this] { m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth); });
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this, &SigningPreview::showPageNumber);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(2 * Theme::grid, Theme::grid, Theme::grid, Theme::grid);
    bar->setSpacing(Theme::grid);
    bar->addWidget(m_page, 1);
    for (QPushButton *one : {smaller, larger, fit}) {
        one->setProperty("look", QStringLiteral("link"));
        bar->addWidget(one);
    }
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    return pane;
}

void SigningPreview::make(const ReportJob &job)
{
    make([job](const QString &path, const JobProgress &progress) { return job.write(path, progress); });
}

void SigningPreview::make(const Maker &maker)
{
    m_maker = maker;
    m_progress->setValue(0);
    m_stack->setCurrentIndex(MakingPane);
    const QString path = m_folder.filePath(QStringLiteral("preview-%1.pdf").arg(++m_made));
    m_work->start(
        [maker, path](const JobProgress &progress) -> Result<QString> {
            if (const auto written = maker(path, progress); !written)
                return written.error();
            return path;
        },
        [this](const Result<QString> &written) { showPages(written); });
}

void SigningPreview::showPages(const Result<QString> &written)
{
    if (!written) {
        refuse(written.error());
        return;
    }
    if (m_document->load(*written) != QPdfDocument::Error::None) {
        refuse({ErrorCode::Unreadable, QStringLiteral("the preview could not be opened"), {*written}});
        return;
    }
    m_stack->setCurrentIndex(PagesPane);
    showPageNumber();
    Q_EMIT pagesChanged(pageCount());
}

void SigningPreview::refuse(const Error &error)
{
    m_message->setText(whyNot(error));
    m_stack->setCurrentIndex(MessagePane);
    Q_EMIT pagesChanged(0);
}

void SigningPreview::stop()
{
    if (!m_work->isRunning())
        return;
    m_work->abandon();
    refuse({ErrorCode::Cancelled, {}, {}});
}

int SigningPreview::pageCount() const
{
    return m_stack->currentIndex() == PagesPane ? m_document->pageCount() : 0;
}

void SigningPreview::showPageNumber()
{
    m_page->setText(
        tr("Page %1 of %2").arg(m_view->pageNavigator()->currentPage() + 1).arg(m_document->pageCount()));
}

void SigningPreview::zoomBy(int percent)
{
    // From the width that is shown now, so that the first step is small as well.
    if (m_view->zoomMode() != QPdfView::ZoomMode::Custom) {
        const QSizeF points = m_document->pagePointSize(m_view->pageNavigator()->currentPage());
        if (points.width() > 0)
            m_view->setZoomFactor(m_view->viewport()->width() / (points.width() * m_view->logicalDpiX() / 72.0));
        m_view->setZoomMode(QPdfView::ZoomMode::Custom);
    }
    m_view->setZoomFactor(qBound(0.25, m_view->zoomFactor() * percent / 100, 4.0));
}

} // namespace cq
