// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/openrecord.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace pilothouse {

/// Makes records from bytes as they come, in pieces cut anywhere, within the limits of OpenRecord. One
/// thread.
class LogAssembler
{
public:
    /// Numbers come from `counter`, which several assemblers of one view may share.
    LogAssembler(LogParser parser, QString source, std::shared_ptr<quint64> counter, QString stream = {});

    /// Lines begin with the engine's time in RFC 3339 and a space, wherever feed() gives no stamp.
    void expectStamps() { m_expectsStamps = true; }
    /// Level and component of records whose own text names none; of what is fed from now on.
    void setStandard(LogLevel level, const QString &component)
    {
        m_level = level;
        m_component = component;
    }
    /// Of what is fed from now on; shown() if it is not called.
    void setLimits(const RecordLimits &limits) { m_open = OpenRecord(limits); }
    void feed(QByteArrayView bytes, const QDateTime &stamp = {});
    /// A file ended here: so do its last line and its last record.
    void endOfFile();

    /// The records that are complete.
    QList<LogRecord> take();
    /// What is still open, as it stands; it comes again under the same number if it grows.
    QList<LogRecord> takeOpen();
    /// True where takeOpen() would have something new.
    bool hasOpen() const { return m_isOpenNew || m_lineLength > 0; }

    /// The record that is open and was not shown yet as it stands; null: there is none.
    const LogRecord *open() const { return m_open.isOpen() && m_isOpenNew ? &m_open.record() : nullptr; }

private:
    void endLine();
    void takeStamp();
    void addLine(const QString &text, bool isCut);
    void closeOpen();
    void append(QByteArrayView part);
    quint64 nextNumber();

    LogParser m_parser;
    QString m_source;
    QString m_stream;
    std::shared_ptr<quint64> m_counter;
    std::optional<quint64> m_reserved; ///< number that an unfinished line was shown under
    OpenRecord m_open;
    bool m_isOpenNew = false;
    QByteArray m_line;
    qint64 m_lineLength = 0;
    QDateTime m_stamp;
    bool m_expectsStamps = false;
    LogLevel m_level = LogLevel::Unknown;
    QString m_component;
    QList<LogRecord> m_done;
};

} // namespace pilothouse
