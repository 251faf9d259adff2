// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measure.h"

#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

QString verdictOf(const Figure &figure)
{
    if (!figure.gate)
        return {};
    if (!figure.reaches(figure.gate))
        return u"BELOW"_qs;
    return figure.stretch && figure.reaches(figure.stretch) ? u"PASS, stretch reached"_qs : u"PASS"_qs;
}

QString goalText(const Figure &figure)
{
    if (!figure.gate)
        return {};
    const QString sign = figure.best == Figure::Best::Low ? u"<="_qs : u">="_qs;
    QString text = u"gate %1 %2"_qs.arg(sign).arg(*figure.gate);
    if (figure.stretch)
        text += u", stretch %1 %2"_qs.arg(sign).arg(*figure.stretch);
    return text;
}

} // namespace

bool Figure::reaches(const std::optional<double> &goal) const
{
    return goal && (best == Best::Low ? value <= *goal : value >= *goal);
}

bool Measurement::passes() const
{
    return notBuilt.isEmpty() && std::all_of(figures.cbegin(), figures.cend(), [](const Figure &figure) {
               return !figure.gate || figure.reaches(figure.gate);
           });
}

QString toText(const Measurement &measurement)
{
    QStringList lines{measurement.name};
    if (!measurement.notBuilt.isEmpty())
        lines << u"  NOT BUILT: "_qs + measurement.notBuilt;
    for (const Figure &figure : measurement.figures)
        lines << u"  %1 %2 %3  %4  %5"_qs.arg(figure.name, -46)
                     .arg(figure.value, 10, 'f', 3)
                     .arg(figure.unit, -4)
                     .arg(goalText(figure), -30)
                     .arg(verdictOf(figure));
    for (const QString &note : measurement.notes)
        lines << u"  "_qs + note;
    return lines.join(u'\n');
}

QJsonObject toJson(const Measurement &measurement)
{
    QJsonArray figures;
    for (const Figure &figure : measurement.figures) {
        QJsonObject object{{u"name"_qs, figure.name}, {u"value"_qs, figure.value}, {u"unit"_qs, figure.unit}};
        if (figure.gate) {
            object.insert(u"gate"_qs, *figure.gate);
            object.insert(u"passes"_qs, figure.reaches(figure.gate));
        }
        if (figure.stretch)
            object.insert(u"stretch"_qs, *figure.stretch);
        figures.append(object);
    }
    QJsonObject object{{u"name"_qs, measurement.name},
                       {u"passes"_qs, measurement.passes()},
                       {u"figures"_qs, figures},
                       {u"notes"_qs, QJsonArray::fromStringList(measurement.notes)}};
    if (!measurement.notBuilt.isEmpty())
        object.insert(u"notBuilt"_qs, measurement.notBuilt);
    return object;
}

double medianOf(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

double medianRatio(const QList<double> &over, const QList<double> &under)
{
    QList<double> ratios;
    for (qsizetype round = 0; round < qMin(over.size(), under.size()); ++round)
        ratios << over.at(round) / under.at(round);
    return medianOf(ratios);
}

} // namespace pilothouse
