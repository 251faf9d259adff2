// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace pilothouse {

/// One line of a metrics page: a series and its value.
struct MetricSample
{
    QString name;
    QMap<QString, QString> labels;
    double value = 0;
};

/// A metrics page in the text format 0.0.4.
struct MetricPage
{
    QList<MetricSample> samples;
    QMap<QString, QString> types; ///< of what the page declares: name -> "counter", "histogram" ...
};

/// BadData names the first line that is none. Foreign bytes: at most 200 000 samples are read.
[[nodiscard]] Result<MetricPage> parsePrometheusText(const QByteArray &text);

} // namespace pilothouse
