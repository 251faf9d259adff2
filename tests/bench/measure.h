// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace pilothouse {

struct BenchOptions
{
    QString folder;               ///< where data is made and kept between runs
    qint64 bytes = 1'000'000'000; ///< of the database that is measured with
    int rounds = 5;
};

/// One number of a measure, and what it must reach where it has a gate.
struct Figure
{
    enum class Best { Low, High };
    QString name;
    double value = 0;
    QString unit;
    std::optional<double> gate = {};
    std::optional<double> stretch = {};
    Best best = Best::Low;

    bool reaches(const std::optional<double> &goal) const;
};

/// What one measure came to.
struct Measurement
{
    QString name;
    QString notBuilt; ///< what is missing; such a measure has not passed
    QStringList notes;
    QList<Figure> figures;

    bool passes() const;
};

QString toText(const Measurement &measurement);
QJsonObject toJson(const Measurement &measurement);

/// Of an odd or even number of values, of which there is at least one.
double medianOf(QList<double> values);

/// The median of the ratios of each round.
double medianRatio(const QList<double> &over, const QList<double> &under);

} // namespace pilothouse
