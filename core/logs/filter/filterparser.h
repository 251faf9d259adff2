// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/filter/filterterm.h"

#include <QCoreApplication>

namespace pilothouse {

/// Reads the language of filters. Used once.
class FilterParser
{
    Q_DECLARE_TR_FUNCTIONS(FilterParser)
public:
    FilterParser(QString text, const MomentReading &moments);

    using Term = tl::expected<FilterTermPointer, LogFilterProblem>;
    /// Null for a text without terms.
    Term read();
    /// The texts that are asked for together. Instead of read().
    tl::expected<QStringList, LogFilterProblem> readParts();

private:
    struct Name
    {
        QString field;
        QString op;
        bool isQuoted = false;
    };

    Term readAny();
    Term readAll();
    Term readOne();
    Term readGroup();
    Term readText(const LogQuery &query, qsizetype begin) const;
    Term readNamed(const Name &name, qsizetype begin);
    Term readLevel(const Name &name, const QString &value, qsizetype begin) const;
    Term readTime(const Name &name, const QString &value, qsizetype begin) const;
    Term readFieldPattern(const Name &name, qsizetype begin);

    tl::unexpected<LogFilterProblem> problem(qsizetype position, const QString &text) const;
    void skipSpace();
    bool isAtEnd() const { return m_at >= m_text.size(); }
    /// "or" and its like as a whole word; goes behind it.
    bool takeKeyword(QLatin1String word);
    bool isKeyword(QLatin1String word) const;
    /// A name and an operator with something behind them; goes behind them.
    std::optional<Name> takeName();
    /// The same where the name stands in quotation marks.
    std::optional<Name> takeQuotedName();
    QString takeWord();
    /// From a quotation mark on; nothing where it has no end.
    std::optional<QString> takeQuoted();
    /// "/…/" with letters behind it; nothing where it is no regular expression.
    std::optional<QString> takeSlashed();
    /// Letters of `known` behind a text; goes behind them.
    QString takeFlags(QLatin1String known);

    QString m_text;
    MomentReading m_moments;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace pilothouse
