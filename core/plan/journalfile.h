// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/plan/journal.h"
#include "core/plan/lock.h"

namespace pilothouse {

/// One event of a journal.
struct JournalLine
{
    QDateTime at;
    QString event;
    QJsonObject body;
};

/// A journal that was read. A line that a crash cut off in the middle is not in it.
struct JournalText
{
    QList<JournalLine> lines;
    qint64 goodBytes = 0;
    QByteArray lastLine; ///< with its newline
};

/// Makes lines that each hold the length and the hash of the one before.
class JournalChain
{
public:
    JournalChain() = default;
    /// Goes on behind what was read.
    explicit JournalChain(const JournalText &text)
        : m_sequence(text.lines.size())
        , m_lastLine(text.lastLine)
    {
    }

    /// The next line as it would be; it counts once it was taken.
    QByteArray next(const JournalLine &entry) const;
    void take(const QByteArray &line)
    {
        ++m_sequence;
        m_lastLine = line;
    }

private:
    qint64 m_sequence = 0;
    QByteArray m_lastLine;
};

/// BadData names the first line that does not follow from the one before.
[[nodiscard]] Result<JournalText> parseJournal(const QByteArray &content);

/// What a journal's events come to. NotFound where it does not hold a plan yet: nothing was begun then.
[[nodiscard]] Result<OperationRecord> recordOf(const QList<JournalLine> &lines);

QJsonObject toJson(const Error &error);
std::optional<Error> errorFromJson(const QJsonValue &value);

/// Appends to the journal and to its copy beside the data. The copy is given up silently where it cannot be
/// written.
class JournalFile final : public Journal
{
public:
    JournalFile(FileOps &files, const Clock &clock, QString path, std::unique_ptr<LeasedLock> lock);

    /// Goes on behind what was read.
    void continueFrom(const JournalText &text)
    {
        m_chain = JournalChain(text);
        m_goodBytes = text.goodBytes;
    }
    void setCopy(const QString &path) { m_copy = path; }
    [[nodiscard]] Result<> append(const QString &event, const QJsonObject &body) override;

private:
    /// Takes out what an append that failed may have left behind.
    [[nodiscard]] Result<> cutBack();

    FileOps &m_files;
    const Clock &m_clock;
    QString m_path;
    QString m_copy;
    std::unique_ptr<LeasedLock> m_lock;
    JournalChain m_chain;
    qint64 m_goodBytes = 0;
    bool m_isTorn = false; ///< an append has failed: what is behind the good bytes is not ours
};

} // namespace pilothouse
