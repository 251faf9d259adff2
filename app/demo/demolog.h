// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QFile>
#include <QVariant>

namespace pilothouse {

/// One record as Portagent's logger gets it, before either of its two formats.
struct DemoLogRecord
{
    enum class Level { Debug, Info, Warning, Error };

    /// A key and its value: a string, a number, a truth, or null for undefined.
    struct Field
    {
        QString key;
        QVariant value;
    };

    QDateTime time;
    Level level = Level::Info;
    QString category; ///< "runtime/CommandHandler"
    QString message;
    QList<Field> context;
};

/// "2026-11-20 21:59:39.426 +00:00 [ERR] portagent·runtime/CommandHandler: 'Failed ...' {", with a newline at
/// the end.
QByteArray toFileFormat(const DemoLogRecord &record);

/// "21:59:39.426 ERR portagent·runtime/CommandHandler Failed ... {": without a date, always over several
/// lines.
QByteArray toConsoleFormat(const DemoLogRecord &record);

/// The log file of the demo service: every record reaches the file at once, and full files move on to .1 ...
/// .7.
class DemoLogFile
{
public:
    /// Appends to `path`; a record that would grow the file beyond `rotateBytes` starts a new one.
    DemoLogFile(const QString &path, qint64 rotateBytes);

    [[nodiscard]] Result<> open();
    void write(const QByteArray &text);

private:
    void rotate();

    QFile m_file;
    qint64 m_rotateBytes;
};

} // namespace pilothouse
