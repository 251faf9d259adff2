// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QJsonValue>
#include <QStringList>
#include <QTextStream>

namespace pilothouse {

/// "notRun" as people write it.
QString spelledOut(const QString &word);

/// Prints values and errors: as JSON, or as text for people. Foreign text is shown with its controls visible.
class Output
{
public:
    /// `width` is that of the terminal, which tables are cut to; 0: it is none, and nothing is cut.
    Output(QTextStream &standard, QTextStream &error, bool isJson, int width = 0);

    bool isJson() const { return m_isJson; }
    /// A table (an array of objects), labelled lines (an object) or a line. `columns` chooses and orders
    /// the columns of a table, "values/createdAt" one of an object in the row; empty: all that the first
    /// row has.
    void value(const QJsonValue &value, const QStringList &columns = {});
    void line(const QString &text);
    void error(const Error &error);
    /// An error that does not end the command: never in the JSON.
    void warn(const Error &error);
    /// A sentence beside the answer: to the other stream, as text even with --json.
    void note(const QString &text);
    void usage(const QString &text);

private:
    void table(const QJsonArray &rows, QStringList columns);

    QTextStream &m_standard;
    QTextStream &m_error;
    bool m_isJson;
    int m_width;
};

} // namespace pilothouse
