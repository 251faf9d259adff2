// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/freshlines.h"

namespace pilothouse {

namespace {

constexpr qint64 MostBytes = 64 << 20;
constexpr qint64 ChunkBytes = 1 << 20;
constexpr qsizetype LongestFreshLine = 1 << 20; // the rest of a longer one is not looked at

} // namespace

QJsonObject toJson(const LogMark &mark)
{
    // As text: a double does not hold every inode.
    return {{QStringLiteral("device"), QString::number(mark.file.device)},
            {QStringLiteral("inode"), QString::number(mark.file.inode)},
            {QStringLiteral("bytes"), mark.bytes}};
}

LogMark logMarkFromJson(const QJsonObject &object)
{
    return {{object.value(QLatin1String("device")).toString().toULongLong(),
             object.value(QLatin1String("inode")).toString().toULongLong()},
            object.value(QLatin1String("bytes")).toInteger()};
}

Result<LogMark> markOf(const LogSource &source)
{
    const auto file = LogFile::open(source.path);
    if (!file && file.error().kind == ErrorKind::NotFound)
        return LogMark{};
    if (!file)
        return tl::unexpected(file.error());
    return LogMark{(*file)->identity(), (*file)->size()};
}

FreshLines::FreshLines(LogSource source, const LogMark &mark)
    : m_source(std::move(source))
    , m_mark(mark)
{
    findMarkedFile();
}

void FreshLines::findMarkedFile()
{
    if (m_mark.file == FileIdentity())
        return;
    for (int number = 0; number <= m_source.keep; ++number) {
        const auto file = LogFile::open(m_source.pathOf(number));
        if (file && (*file)->identity() == m_mark.file) {
            m_file = *file;
            return;
        }
    }
}

void FreshLines::readOn(QByteArrayList &lines)
{
    if (m_file->size() < m_mark.bytes)
        m_mark.bytes = 0; // it was cut
    for (qint64 done = 0; done < MostBytes;) {
        const QByteArray piece = m_file->read(m_mark.bytes, ChunkBytes);
        if (piece.isEmpty())
            return;
        m_mark.bytes += piece.size();
        done += piece.size();
        QByteArrayList parts = piece.split('\n');
        parts.first().prepend(m_begun);
        m_begun = parts.takeLast().left(LongestFreshLine);
        lines << parts;
    }
}

Result<QByteArrayList> FreshLines::next()
{
    QByteArrayList lines;
    if (m_file)
        readOn(lines);
    const auto current = LogFile::identityAt(m_source.path);
    const bool isAnother = current && (!m_file || *current != m_file->identity());
    if (!isAnother)
        return lines;
    // What was written to the old file before it got its new name was read just now.
    auto file = LogFile::open(m_source.path);
    if (!file && file.error().kind == ErrorKind::NotFound)
        return lines;
    if (!file)
        return tl::unexpected(file.error());
    m_file = *file;
    m_mark = {m_file->identity(), 0};
    m_begun.clear();
    readOn(lines);
    return lines;
}

} // namespace pilothouse
