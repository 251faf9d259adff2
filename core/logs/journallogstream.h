// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logstream.h"
#include "core/process/commandline.h"

#include <QCoreApplication>

#include <optional>

namespace pilothouse {

/// One entry of the journal as "journalctl --output=json" prints it.
struct JournalEntry
{
    QDateTime time; ///< UTC, when the journal took it
    LogLevel level = LogLevel::Unknown;
    QString identifier; ///< of the program that wrote it
    QString unit;
    QByteArray message; ///< foreign bytes
    QString cursor;
};

/// Empty for what is no entry. A message that is no text comes as numbers, a repeated field as a list.
std::optional<JournalEntry> journalEntryFrom(const QByteArray &line);

/// Which part of a journal.
struct JournalScope
{
    QString unit;            ///< "name.service"
    bool isUserUnit = false; ///< of this user's own manager
    QString directory;       ///< a folder with journal files; empty: this machine's journal
    bool hasOwnLevels =
        false; ///< the service's lines name their level, so the journal's priority says nothing
};

/// The journal of a unit, through journalctl: what systemd says about the unit is in it, each line a record
/// of its own.
class JournalLogStream final : public LogStream
{
    Q_DECLARE_TR_FUNCTIONS(JournalLogStream)
public:
    explicit JournalLogStream(JournalScope scope);

    [[nodiscard]] QString way(const OperationContext &) override { return tr("From the journal."); }
    [[nodiscard]] Result<> run(const LogStreamQuery &query, const OnPiece &onPiece,
                               const OperationContext &context) override;

private:
    CommandLine command(const LogStreamQuery &query) const;

    JournalScope m_scope;
};

} // namespace pilothouse
