// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/cellvalue.h"

namespace pilothouse {
namespace {

QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + QStringLiteral(", ") + second;
}

/// Says each kind of cell in words.
struct Words
{
    QString operator()(const MissingCell &) const { return QStringLiteral("\u2014"); }
    QString operator()(const TextCell &cell) const { return cell.text; }
    QString operator()(const TwoLineCell &cell) const { return joined(cell.first, cell.second); }
    QString operator()(const NumberCell &cell) const { return joined(cell.text, cell.small); }
    QString operator()(const PillCell &cell) const { return cell.text; }
    QString operator()(const BadgeCell &cell) const { return cell.text; }
    QString operator()(const StateCell &cell) const
    {
        return cell.word.isEmpty() ? stateWord(cell.state) : cell.word;
    }
    QString operator()(const StampsCell &cell) const { return cell.word; }
    QString operator()(const BarCell &cell) const { return cell.text; }
    QString operator()(const SparkCell &cell) const { return cell.text; }
    QString operator()(const VerdictCell &cell) const { return joined(cell.text, cell.small); }
    QString operator()(const StepCell &cell) const { return joined(cell.text, cell.small); }
    QString operator()(const UptimeCell &cell) const { return cell.summary; }
};

} // namespace

QString cellText(const CellValue &cell)
{
    return std::visit(Words(), cell);
}

} // namespace pilothouse
