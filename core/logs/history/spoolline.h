// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/engineline.h"
#include "core/logs/logparser.h"
#include "core/logs/logstream.h"

#include <deque>
#include <map>

namespace pilothouse {

/// A line of a stream as it is kept.
struct SpoolLine
{
    EngineLine line;
    QByteArray cursor;
    bool isBegun = true; ///< false: it goes on with the one before it of the same stream

    /// The same line of the same log, read twice.
    bool isSameAs(const SpoolLine &other) const;
    /// Written after another one, as far as their times tell.
    bool isAfter(const SpoolLine &other) const;
};

/// Cuts the pieces of a stream into lines. Of an endless one it hands on what there is now and then.
class SpoolCutter
{
public:
    QList<SpoolLine> cut(const LogPiece &piece);
    /// What came without a line end.
    QList<SpoolLine> rest();

private:
    struct Open
    {
        SpoolLine line;
        bool isEmpty = true;
    };

    static void takeStamp(SpoolLine &line, const LogPiece &piece);
    static SpoolLine handOn(Open &open, bool isWhole);

    std::map<QString, Open> m_open;
};

/// Puts the lines of each record together again where several streams write at once: records in the order in
/// which they began, unless one stays open for too long.
class SpoolOrder
{
public:
    explicit SpoolOrder(LogParser parser);

    void add(const SpoolLine &line);
    /// What can be written by now.
    QByteArray take();
    /// All of it.
    QByteArray takeAll();
    bool isEmpty() const { return m_waiting.empty(); }

private:
    struct Record
    {
        QByteArray stream;
        QByteArray lines;
        bool isClosed = false;
    };

    bool begins(const SpoolLine &line) const;
    Record *openRecordOf(const QByteArray &stream);

    LogParser m_parser;
    std::deque<Record> m_waiting;
    qsizetype m_bytes = 0;
    std::optional<QByteArray> m_onlyStream; ///< the first one
    bool m_hasSeveral = false;
};

} // namespace pilothouse
