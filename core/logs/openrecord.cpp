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
    if (!m_record || m_record->continuation.size() >= LinesPerRecord || m_size >= CharactersPerRecord)
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
