// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QPixmap>
#include <QStackedWidget>

class QLabel;
class QPdfDocument;
class QPdfView;
class QPlainTextEdit;

namespace cq {

/// Shows a picture, a PDF or a text, or says why it cannot. Whatever it is given is data to show, never to run or follow.
class EvidencePreview : public QStackedWidget
{
    Q_OBJECT

public:
    explicit EvidencePreview(QWidget *parent = nullptr);
    ~EvidencePreview() override;

    void showContent(const QByteArray &bytes, const QString &mediaType);
    void say(const QString &sentence);
    /// What is said where nothing can be shown; empty where something is shown.
    QString said() const;

    /// Is there a preview of this type at all?
    static bool canShow(const QString &mediaType);
    static constexpr qint64 maxBytes = 32 << 20;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPicture(const QByteArray &bytes);
    void showPdf(const QByteArray &bytes);
    void fitPicture();

    QLabel *m_words;
    QLabel *m_picture;
    QPlainTextEdit *m_text;
    QPdfView *m_pages;
    QPdfDocument *m_document;
    QBuffer m_pdf;
    QPixmap m_pixmap;
};

} // namespace cq
