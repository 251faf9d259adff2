// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/rowset.h"

#include "core/base/units.h"
#include "core/database/rowcodec.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds QueryDeadline{10};

/// Whatever their order.
QString digestOf(const SqlRows &found)
{
    QList<QByteArray> lines;
    lines.reserve(found.rows.size());
    for (const QList<QVariant> &row : found.rows) {
        QJsonArray cells;
        for (const QVariant &cell : row)
            cells << cellToJson(cell);
        lines << QJsonDocument(cells).toJson(QJsonDocument::Compact);
    }
    std::sort(lines.begin(), lines.end());
    return QString::fromLatin1(
        QCryptographicHash::hash(lines.join('\n'), QCryptographicHash::Sha256).toHex());
}

QVariantMap usedParameters(const SqlQuery &query)
{
    static const QRegularExpression Name(QStringLiteral(":([A-Za-z_][A-Za-z0-9_]*)"));
    QVariantMap used;
    for (auto matches = Name.globalMatch(query.text); matches.hasNext();) {
        const QString name = matches.next().captured(1);
        if (query.parameters.contains(name))
            used.insert(name, query.parameters.value(name));
    }
    return used;
}

} // namespace

QJsonObject rowSetOf(const QString &path, const SqlQuery &query, const SqlRows &rows)
{
    return {{QStringLiteral("path"), path},
            {QStringLiteral("query"), query.text},
            {QStringLiteral("parameters"), rowToJson(usedParameters(query))},
            {QStringLiteral("rows"), rows.rows.size()},
            {QStringLiteral("sha256"), digestOf(rows)}};
}

Result<> checkRowSet(const SqliteEngine &engine, const QJsonObject &set, const OperationContext &context)
{
    const auto parameters = rowFromJson(set.value(QLatin1String("parameters")).toObject());
    if (!parameters)
        return failure(parameters.error());
    const QString path = set.value(QLatin1String("path")).toString();
    const SqlQuery query{set.value(QLatin1String("query")).toString(), *parameters, MostRowsOfASet,
                         QueryDeadline};
    const auto now = engine.select(path, query, context);
    if (!now)
        return failure(now.error());
    if (!now->isCut && digestOf(*now) == set.value(QLatin1String("sha256")).toString())
        return {};
    return failure(Error{
        ErrorKind::Refused,
        QFileInfo(path).fileName(),
        SqliteEngine::tr("Other rows belong to it than when this was planned: %1 then, %2 now.")
            .arg(formatCount(set.value(QLatin1String("rows")).toInteger()), formatCount(now->rows.size())),
        SqliteEngine::tr(
            "Plan it anew and look at what would be deleted now. Where more keeps coming, stop the "
            "service first."),
        {}});
}

} // namespace pilothouse
