// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/databasestate.h"

#include <QWidget>

class QVBoxLayout;

namespace pilothouse {

class Button;
class Card;

/// One database: its two verdicts, who holds the file, and what the file is. 348 wide.
class DatabasePane final : public QWidget
{
    Q_OBJECT
public:
    explicit DatabasePane(QWidget *parent = nullptr);

    /// Null: none is chosen.
    void showDatabase(const DatabaseState *state, const QDateTime &now);

signals:
    /// integrity_check, which reads every page and index, instead of quick_check.
    void fullCheckRequested();

private:
    void showVerdicts(const DatabaseState &state, const QDateTime &now);
    void showHolders(const DatabaseState &state, const QDateTime &now);
    void showConnection(const DatabaseState &state);
    void showFile(const DatabaseState &state);

    Card *m_verdicts;
    Card *m_holders;
    Card *m_file;
    Button *m_fullCheck;
    QVBoxLayout *m_verdictLines;
    QVBoxLayout *m_holderLines;
    QVBoxLayout *m_fileLines;
};

} // namespace pilothouse
