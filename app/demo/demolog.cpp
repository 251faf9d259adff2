// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demolog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr int HighestRotation = 7;
constexpr int LineBudget = 80;

QString levelName(DemoLogRecord::Level level)
{
    switch (level) {
    case DemoLogRecord::Level::Debug:
        return QStringLiteral("DBG");
    case DemoLogRecord::Level::Info:
        return QStringLiteral("INF");
    case DemoLogRecord::Level::Warning:
        return QStringLiteral("WRN");
    case DemoLogRecord::Level::Error:
        return QStringLiteral("ERR");
    }
    return {};
}

/// A string as the service's runtime prints it: in single quotes, or double ones where it holds a single one.
QString quoted(QString text)
{
    const QChar quote = text.contains(QLatin1Char('\'')) && !text.contains(QLatin1Char('"'))
                            ? QLatin1Char('"')
                            : QLatin1Char('\'');
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('\n'), QStringLiteral("\\n"));
    if (quote == QLatin1Char('\''))
        text.replace(quote, QStringLiteral("\\'"));
    return quote + text + quote;
}

/// A text of several lines becomes a sum of strings, one a line.
QString quotedLines(const QString &text)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    QStringList parts;
    for (qsizetype index = 0; index < lines.size(); ++index)
        parts.append(
            quoted(index + 1 < lines.size() ? lines.at(index) + QLatin1Char('\n') : lines.at(index)));
    return parts.join(QStringLiteral(" +\n    "));
}

QString fileValue(const QVariant &value)
{
    if (value.isNull())
        return QStringLiteral("undefined");
    if (value.typeId() == QMetaType::QString)
        return quotedLines(value.toString());
    return value.toString();
}

QString consoleValue(const QVariant &value)
{
    if (value.isNull())
        return QStringLiteral("undefined");
    if (value.typeId() != QMetaType::QString)
        return value.toString();
    QString text = value.toString();
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('"'), QStringLiteral("\\\""))
        .replace(QLatin1Char('\n'), QStringLiteral("\\n"));
    return u'"' + text + u'"';
}

bool fitsOneLine(const QStringList &entries)
{
    qsizetype length = 11 + 2 * entries.size();
    for (const QString &entry : entries) {
        length += entry.size();
        if (entry.contains(QLatin1Char('\n')))
            return false;
    }
    return length <= LineBudget;
}

} // namespace

QByteArray toFileFormat(const DemoLogRecord &record)
{
    QString text = record.time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) + u" +00:00 ["
                   + levelName(record.level) + u"] portagent·" + record.category + u": "
                   + quoted(record.message);
    QStringList entries;
    for (const auto &[key, value] : record.context)
        entries.append(key + u": " + fileValue(value));
    if (!entries.isEmpty()) {
        text += fitsOneLine(entries) ? QString(u" { " + entries.join(QStringLiteral(", ")) + u" }")
                                     : QString(u" {\n  " + entries.join(QStringLiteral(",\n  ")) + u"\n}");
    }
    return text.toUtf8() + '\n';
}

QByteArray toConsoleFormat(const DemoLogRecord &record)
{
    QString text = record.time.toUTC().toString(QStringLiteral("HH:mm:ss.zzz ")) + levelName(record.level)
                   + u" portagent·" + record.category + u' ' + record.message;
    if (!record.context.isEmpty()) {
        text += u" {\n";
        for (const auto &[key, value] : record.context)
            text += u"  " + key + u": " + consoleValue(value) + u",\n";
        text += u'}';
    }
    return text.toUtf8() + '\n';
}

DemoLogFile::DemoLogFile(const QString &path, qint64 rotateBytes)
    : m_file(path)
    , m_rotateBytes(rotateBytes)
{
}

Result<> DemoLogFile::open()
{
    QDir().mkpath(QFileInfo(m_file.fileName()).path());
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return failure(ErrorKind::Refused,
                       QCoreApplication::translate("DemoLogFile", "The log cannot be written."),
                       m_file.errorString());
    return {};
}

void DemoLogFile::write(const QByteArray &text)
{
    if (m_file.size() > 0 && m_file.size() + text.size() > m_rotateBytes)
        rotate();
    m_file.write(text);
}

void DemoLogFile::rotate()
{
    m_file.close();
    const QString base = m_file.fileName() + QLatin1Char('.');
    QFile::remove(base + QString::number(HighestRotation));
    for (int number = HighestRotation - 1; number > 0; --number)
        QFile::rename(base + QString::number(number), base + QString::number(number + 1));
    QFile::rename(m_file.fileName(), base + QLatin1Char('1'));
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        qWarning("the log cannot be reopened after its rotation: %s", qPrintable(m_file.errorString()));
}

} // namespace pilothouse
