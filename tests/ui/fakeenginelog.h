// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logstream.h"

#include <QThread>

namespace pilothouse {

/// A container's log, as an engine hands it over.
class FakeEngineLog final : public LogStream
{
public:
    explicit FakeEngineLog(const QByteArray &text)
        : m_lines(text.split('\n'))
    {
        m_lines.removeLast();
    }
    Result<> run(const LogStreamQuery &query, const OnPiece &onPiece,
                 const OperationContext &context) override
    {
        const qsizetype first = query.lines < 0 ? 0 : std::max<qsizetype>(0, m_lines.size() - query.lines);
        for (qsizetype at = first; at < m_lines.size(); ++at) {
            LogPiece piece;
            piece.stream = QStringLiteral("stdout");
            piece.bytes = "2026-11-20T09:00:00." + QByteArray::number(at).rightJustified(9, '0') + "Z "
                          + m_lines.at(at) + '\n';
            if (!onPiece(piece))
                return {};
        }
        while (query.follows && !context.isCancelled())
            QThread::msleep(5);
        return {};
    }

private:
    QByteArrayList m_lines;
};

} // namespace pilothouse
