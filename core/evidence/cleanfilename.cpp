// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/cleanfilename.h"

#include <QRegularExpression>

namespace cq {

namespace {

constexpr qsizetype maxName = 120;
constexpr qsizetype maxEnding = 12;
constexpr qsizetype maxVisible = 300;

// Line breaks, control and format characters (right-to-left marks, zero-width joiners), halves of surrogate pairs.
bool isInvisible(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

// Halves of pairs that stand alone cannot be stored as UTF-8.
QString withoutBrokenPairs(const QString &text)
{
    QString whole;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair || !text[i].isSurrogate())
            whole += text[i];
        if (isPair)
            whole += text[++i];
    }
    return whole;
}

QString shortened(const QString &name)
{
    if (name.size() <= maxName)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 && name.size() - dot <= maxEnding ? name.mid(dot) : QString();
    QString stem = name.left(maxName - ending.size());
    if (stem.back().isHighSurrogate())
        stem.chop(1);
    return stem + ending;
}

} // namespace

QString cleanFileName(const QString &name)
{
    static const QRegularExpression folders(QStringLiteral("^.*[/\\\\]"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression refused(QStringLiteral("[<>:\"|?*]"));
    static const QRegularExpression edges(QStringLiteral("^[ .]+|[ .]+$"));
    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    static const QRegularExpression reserved(
        QStringLiteral("^(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?$"), QRegularExpression::CaseInsensitiveOption);
    QString clean = withoutBrokenPairs(name);
    clean.remove(folders);
    QString visible;
    for (const QChar c : std::as_const(clean))
        visible += isInvisible(c) ? (c == u'\n' || c == u'\t' ? u' ' : QChar()) : c;
    visible.remove(QChar());
    visible = visible.normalized(QString::NormalizationForm_C).simplified();
    visible.replace(refused, QStringLiteral("_"));
    visible = shortened(visible.remove(edges)).remove(edges);
    if (visible.isEmpty())
        return QStringLiteral("evidence");
    return reserved.match(visible).hasMatch() ? u'_' + visible : visible;
}

QString visibleFileName(const QString &name)
{
    QString visible;
    for (const QChar c : withoutBrokenPairs(name))
        visible += isInvisible(c) ? QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0')) : QString(c);
    return visible.left(maxVisible);
}

} // namespace cq
