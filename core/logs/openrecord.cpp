// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/openrecord.h"

#include "core/base/units.h"
#include "core/logs/logtext.h"

namespace pilothouse {

QString OpenRecord::textOf(QByteArrayView head, qint64 length)
{
    const QString text = logLineText(head);
    return length > head.size() ? text + tr(" … (the line has %1)").arg(formatBytes(length)) : text;
}

void OpenRecord::shorten(LogRecord &record)
{
    constexpr qsizetype Most = RecordLimits().lineBytes;
    const auto cut = [&record](QString &line) {
        if (line.size() <= Most)
            return;
        line = line.left(Most) + tr(" … (the line has %1)").arg(formatBytes(line.toUtf8().size()));
        record.cutAt = Most;
    };
    cut(record.firstLine);
    cut(record.message);
    for (QString &line : record.continuation)
        cut(line);
}

LogRecord OpenRecord::ofLine(const QString &text)
{
    LogRecord record;
    record.firstLine = text;
    record.message = text;
    return record;
}

void OpenRecord::begin(LogRecord record)
{
    m_size = record.firstLine.size();
    m_record = std::move(record);
}

bool OpenRecord::add(const QString &text, const LogParser &parser)
{
    if (!m_record || m_record->continuation.size() >= m_limits.lines || m_size >= m_limits.characters)
        return false;
    m_size += text.size();
    if (parser.isMessageBelow() && m_record->message.isEmpty() && m_record->continuation.isEmpty()) {
        m_record->firstLine += u'\n' + text;
        m_record->message = text.trimmed();
    } else {
        m_record->continuation.append(text);
    }
    return true;
}

} // namespace pilothouse
