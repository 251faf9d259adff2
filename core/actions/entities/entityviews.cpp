// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/entities/entityviews.h"

#include "core/actions/users/usersreads.h"

namespace pilothouse {

namespace {

constexpr int MostSummaryRows = 200;

/// Runs the SELECTs about one entity.
class Viewer
{
public:
    Viewer(const InstanceSession &session, const DataEngines &engines, const ProfileEntity &entity,
           const OperationContext &context)
        : m_session(session)
        , m_entity(entity)
        , m_context(context)
        , m_reader(session, engines, context)
    {
    }

    Result<SqlRows> rows(const QMap<QString, QString> &selects)
    {
        const auto text = selectFor(m_session, m_reader, m_entity, selects);
        if (!text)
            return failure(text.error());
        return m_reader.select(m_entity.database,
                               SqlQuery{*text, parametersFor(m_session, m_entity, *text, m_context),
                                        MostSummaryRows, EntitySelectDeadline});
    }

private:
    const InstanceSession &m_session;
    const ProfileEntity &m_entity;
    const OperationContext &m_context;
    DataReader m_reader;
};

EntitySummary summaryOf(const ProfileSummary &described, const SqlRows &rows)
{
    EntitySummary summary{described.id, described.title, rows.columns, {}};
    for (const QList<QVariant> &row : rows.rows) {
        QStringList cells;
        for (const QVariant &cell : row)
            cells << cell.toString();
        summary.rows << cells;
    }
    return summary;
}

} // namespace

Result<EntityViews> entityViews(const InstanceSession &session, const DataEngines &engines,
                                const QString &entityId, const OperationContext &context)
{
    const auto entity = findEntity(session, entityId);
    if (!entity)
        return failure(entity.error());
    Viewer viewer(session, engines, *entity, context);
    EntityViews views;
    for (const ProfileSummary &described : entity->summaries) {
        const auto rows = viewer.rows(described.select);
        if (!rows)
            return failure(withSubject(rows.error(), described.title));
        views.summaries << summaryOf(described, *rows);
    }
    for (const ProfileEntityFinding &described : entity->findings) {
        const auto rows = viewer.rows(described.select);
        if (!rows)
            return failure(withSubject(rows.error(), described.id));
        const qint64 count = rows->rows.value(0).value(0).toLongLong();
        if (count > 0)
            views.findings << EntityFinding{
                entity->id,
                described.id,
                count,
                QString(described.text).replace(QStringLiteral("{count}"), QString::number(count)),
                described.advice,
                described.action,
                described.item};
    }
    return views;
}

QJsonArray toJson(const QList<EntitySummary> &summaries)
{
    QJsonArray array;
    for (const EntitySummary &summary : summaries) {
        QJsonArray rows;
        for (const QStringList &row : summary.rows) {
            QJsonObject cells;
            for (qsizetype column = 0; column < summary.columns.size(); ++column)
                cells.insert(summary.columns[column], row.value(column));
            rows << cells;
        }
        array << QJsonObject{{QStringLiteral("id"), summary.id},
                             {QStringLiteral("title"), summary.title},
                             {QStringLiteral("columns"), QJsonArray::fromStringList(summary.columns)},
                             {QStringLiteral("rows"), rows}};
    }
    return array;
}

QJsonObject toJson(const EntityFinding &finding)
{
    return {{QStringLiteral("entity"), finding.entity}, {QStringLiteral("id"), finding.id},
            {QStringLiteral("count"), finding.count},   {QStringLiteral("text"), finding.text},
            {QStringLiteral("advice"), finding.advice}, {QStringLiteral("action"), finding.action},
            {QStringLiteral("item"), finding.item}};
}

} // namespace pilothouse
