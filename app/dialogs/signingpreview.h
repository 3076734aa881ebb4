// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/reportjob.h"

#include <QFrame>
#include <QTemporaryDir>

#include <functional>

class QLabel;
class QPdfDocument;
class QPdfView;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace cq {

class SigningWork;

/// The real pages of a document: written to a temporary folder off the window's thread, and gone with this widget.
class SigningPreview final : public QFrame
{
    Q_OBJECT

public:
    explicit SigningPreview(QWidget *parent = nullptr);
    ~SigningPreview() override;

    /// Writes the document to a new file at a path; runs on another thread.
    using Maker = std::function<Result<void>(const QString &path, const JobProgress &progress)>;

    /// Makes the pages anew; what was under way is dropped.
    void make(const Maker &maker);
    /// Of a report before it is exported, unsigned.
    void make(const ReportJob &job);
    /// Says why there are no pages.
    void refuse(const Error &error);
    void stop();
    int pageCount() const;

Q_SIGNALS:
    void pagesChanged(int pages); ///< 0 where there is nothing to show

private:
    QWidget *makingPane();
    QWidget *messagePane();
    QWidget *pagesPane();
    void showPages(const Result<QString> &written);
    void showPageNumber();
    void zoomBy(int percent);

    QTemporaryDir m_folder;
    Maker m_maker;
    int m_made = 0;
    SigningWork *m_work;
    QPdfDocument *m_document;
    QStackedWidget *m_stack;
    QPdfView *m_view = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_page = nullptr;
};

} // namespace cq
