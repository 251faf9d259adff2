// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/fields/quantity.h"

#include <QLatin1String>

#include <algorithm>
#include <array>
#include <cmath>

namespace pilothouse {

namespace {

struct Unit
{
    QLatin1String name;
    Quantity::Kind kind;
    double factor;
};

constexpr char Microseconds[] = "\xB5s"; // in Latin-1

constexpr std::array<Unit, 19> Units{{{QLatin1String("us"), Quantity::Kind::Time, 0.001},
                                      {QLatin1String("ms"), Quantity::Kind::Time, 1},
                                      {QLatin1String("s"), Quantity::Kind::Time, 1000},
                                      {QLatin1String("sec"), Quantity::Kind::Time, 1000},
                                      {QLatin1String("m"), Quantity::Kind::Time, 60000},
                                      {QLatin1String("min"), Quantity::Kind::Time, 60000},
                                      {QLatin1String("h"), Quantity::Kind::Time, 3600000},
                                      {QLatin1String("d"), Quantity::Kind::Time, 86400000},
                                      {QLatin1String("B"), Quantity::Kind::Size, 1},
                                      {QLatin1String("kB"), Quantity::Kind::Size, 1e3},
                                      {QLatin1String("KB"), Quantity::Kind::Size, 1e3},
                                      {QLatin1String("MB"), Quantity::Kind::Size, 1e6},
                                      {QLatin1String("GB"), Quantity::Kind::Size, 1e9},
                                      {QLatin1String("TB"), Quantity::Kind::Size, 1e12},
                                      {QLatin1String("KiB"), Quantity::Kind::Size, 1024},
                                      {QLatin1String("MiB"), Quantity::Kind::Size, 1048576},
                                      {QLatin1String("GiB"), Quantity::Kind::Size, 1073741824},
                                      {QLatin1String("TiB"), Quantity::Kind::Size, 1099511627776},
                                      {QLatin1String(Microseconds), Quantity::Kind::Time, 0.001}}};

bool isOfNumber(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= u'0' && code <= u'9') || code == u'.' || code == u'-' || code == u'+' || code == u'e'
           || code == u'E';
}

} // namespace

std::optional<Quantity> quantityOf(QStringView text, QStringView unit)
{
    const QStringView trimmed = text.trimmed();
    qsizetype end = 0;
    while (end < trimmed.size() && isOfNumber(trimmed.at(end)))
        ++end;
    bool isNumber = false;
    const double number = trimmed.first(end).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return {};
    const QStringView written = trimmed.mid(end).trimmed();
    const QStringView name = written.isEmpty() ? unit : written;
    if (name.isEmpty())
        return Quantity{number, number, Quantity::Kind::Bare};
    const auto known =
        std::find_if(Units.begin(), Units.end(), [name](const Unit &one) { return name == one.name; });
    if (known == Units.end())
        return {};
    return Quantity{number, number * known->factor, known->kind};
}

std::partial_ordering compared(const Quantity &left, const Quantity &right)
{
    if (left.kind == right.kind)
        return left.value <=> right.value;
    if (left.kind == Quantity::Kind::Bare || right.kind == Quantity::Kind::Bare)
        return left.number <=> right.number;
    return std::partial_ordering::unordered;
}

} // namespace pilothouse
