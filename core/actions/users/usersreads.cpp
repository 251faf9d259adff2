// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/users/usersreads.h"

#include "core/actions/users/users.h"
#include "core/profile/sqlshape.h"

namespace pilothouse {

namespace {

QString usersReadsText(const char *text)
{
    return QCoreApplication::translate("Users", text);
}

/// "2026-11-20 22:00:00.123456+00", as PostgreSQL writes a time in UTC.
QVariant serverTime(const QString &text)
{
    QString iso = text;
    if (iso.endsWith(QLatin1String("+00")))
        iso.chop(3);
    QDateTime time = QDateTime::fromString(iso.left(23), Qt::ISODateWithMs);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? QVariant(time) : QVariant(text); // "infinity"
}

QVariant decoded(const QVariant &cell, const QString &type)
{
    if (!cell.isValid())
        return {};
    if (type == QLatin1String("time"))
        return serverTime(cell.toString());
    if (type == QLatin1String("flag"))
        return cell.toLongLong() != 0;
    if (type == QLatin1String("time-ms"))
        return QDateTime::fromMSecsSinceEpoch(cell.toLongLong(), Qt::UTC);
    if (type == QLatin1String("time-s"))
        return QDateTime::fromSecsSinceEpoch(cell.toLongLong(), Qt::UTC);
    return cell;
}

/// Where the parts of an entity stand in a row of its list, looked up once.
class Decoder
{
public:
    Decoder(const ProfileEntity &entity, const QStringList &columns)
        : m_columns(columns)
        , m_key(columns.indexOf(entity.key))
        , m_label(columns.indexOf(entity.label))
        , m_detail(columns.indexOf(entity.detail))
        , m_enabled(columns.indexOf(entity.enabled))
    {
        for (const QString &column : columns) {
            const auto known = std::find_if(entity.columns.begin(), entity.columns.end(),
                                            [&](const ProfileColumn &one) { return one.id == column; });
            m_types << (known == entity.columns.end() ? QString() : known->type);
        }
    }

    bool hasKey() const { return m_key >= 0; }

    EntityRow row(const QList<QVariant> &cells) const
    {
        EntityRow row;
        row.key = cells.value(m_key).toString();
        row.label = m_label < 0 ? row.key : cells.value(m_label).toString();
        row.detail = cells.value(m_detail).toString();
        row.isEnabled = m_enabled < 0 || cells.value(m_enabled).toLongLong() != 0;
        for (qsizetype column = 0; column < m_columns.size(); ++column)
            row.values.insert(m_columns.at(column), decoded(cells.at(column), m_types.at(column)));
        return row;
    }

private:
    QStringList m_columns;
    QStringList m_types;
    qsizetype m_key;
    qsizetype m_label;
    qsizetype m_detail;
    qsizetype m_enabled;
};

/// The list of an entity: what is asked of its database.
struct EntityQuery
{
    ProfileEntity entity;
    QString text;
    QVariantMap parameters;
};

Result<EntityQuery> listOf(const InstanceSession &session, DataReader &reader, const QString &entityId,
                           const OperationContext &context)
{
    const auto entity = findEntity(session, entityId);
    if (!entity)
        return failure(entity.error());
    const auto text = selectFor(session, reader, *entity, entity->list);
    if (!text)
        return failure(text.error());
    return EntityQuery{*entity, *text, parametersFor(session, *entity, *text, context)};
}

Result<QList<EntityRow>> readRows(DataReader &reader, const EntityQuery &list)
{
    const auto rows = reader.select(
        list.entity.database, SqlQuery{list.text, list.parameters, MostEntityRows, EntitySelectDeadline});
    if (!rows)
        return failure(rows.error());
    const Decoder decoder(list.entity, rows->columns);
    if (!decoder.hasKey())
        return failure(ErrorKind::BadData,
                       usersReadsText(QT_TRANSLATE_NOOP("Users", "The list of the profile has no key.")),
                       list.entity.key);
    QList<EntityRow> entities;
    entities.reserve(rows->rows.size());
    for (const QList<QVariant> &row : rows->rows)
        entities << decoder.row(row);
    return entities;
}

QString quotedName(const QString &column)
{
    return u'"' + QString(column).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

Result<ProfileEntity> findEntity(const InstanceSession &session, const QString &entityId)
{
    if (const ProfileEntity *entity = session.profile().entity(entityId))
        return *entity;
    return failure(ErrorKind::NotFound,
                   usersReadsText(QT_TRANSLATE_NOOP("Users", "This service has nothing of that kind.")),
                   entityId);
}

Result<EntityRow> chooseEntity(const QList<EntityRow> &rows, const QString &keyOrLabel)
{
    const EntityRow *found = nullptr;
    for (const EntityRow &row : rows) {
        if (row.key == keyOrLabel)
            return row;
        if (row.label != keyOrLabel)
            continue;
        if (found != nullptr)
            return failure(ErrorKind::BadInput,
                           usersReadsText(QT_TRANSLATE_NOOP("Users", "Several have that name: use the id.")),
                           keyOrLabel);
        found = &row;
    }
    if (found == nullptr)
        return failure(ErrorKind::NotFound,
                       usersReadsText(QT_TRANSLATE_NOOP("Users", "There is nobody with that name or id.")),
                       keyOrLabel);
    return *found;
}

QString visibleForm(const QString &text)
{
    QString visible;
    for (const char32_t point : text.normalized(QString::NormalizationForm_KC).toUcs4()) {
        const auto category = QChar::category(point);
        const bool isHidden = category == QChar::Other_Format || category == QChar::Other_Control
                              || category == QChar::Separator_Space || (point >= 0xFE00 && point <= 0xFE0F)
                              || point == 0x034F || point == 0x115F || point == 0x1160 || point == 0x2800;
        if (!isHidden)
            visible += QString::fromUcs4(&point, 1);
    }
    return visible;
}

Result<QString> selectFor(const InstanceSession &session, DataReader &reader, const ProfileEntity &entity,
                          const QMap<QString, QString> &selects)
{
    const auto layout = reader.layout(entity.database);
    if (!layout)
        return failure(layout.error());
    const QString place = DataReader::nameOf(session, entity.database);
    if (!*layout)
        return failure(
            {ErrorKind::NotFound,
             place,
             usersReadsText(QT_TRANSLATE_NOOP("Users", "The database is not there.")),
             usersReadsText(QT_TRANSLATE_NOOP(
                 "Users", "Start the service once, which makes it, or correct the data folder of the "
                          "instance; “database list” shows where it is looked for.")),
             {}});
    const QString query = selects.value(**layout, selects.value(QString()));
    if (query.isEmpty())
        return failure(ErrorKind::BadData,
                       usersReadsText(QT_TRANSLATE_NOOP(
                           "Users", "The database has a layout that the profile does not know.")),
                       place);
    return query;
}

QVariantMap parametersFor(const InstanceSession &session, const ProfileEntity &entity, const QString &select,
                          const OperationContext &context)
{
    const ProfileDatabase *database = session.profile().database(entity.database);
    const bool isOnServer = database && database->isOnServer();
    const auto shape = selectShape(select, isOnServer ? SqlDialect::Postgres : SqlDialect::Sqlite);
    QVariantMap wanted;
    if (!shape || shape->parameters.isEmpty())
        return wanted;
    const QVariantMap known = profileParameters(session, context);
    for (const QString &name : shape->parameters) {
        if (known.contains(name))
            wanted.insert(name, known.value(name));
    }
    return wanted;
}

Result<QList<EntityRow>> listEntities(const InstanceSession &session, const DataEngines &engines,
                                      const QString &entityId, const OperationContext &context)
{
    DataReader reader(session, engines, context);
    return listOf(session, reader, entityId, context).and_then([&](const EntityQuery &list) {
        return readRows(reader, list);
    });
}

Result<EntityRow> oneEntity(const InstanceSession &session, const DataEngines &engines,
                            const QString &entityId, const QString &keyOrLabel,
                            const OperationContext &context)
{
    DataReader reader(session, engines, context);
    const auto list = listOf(session, reader, entityId, context);
    if (!list)
        return failure(list.error());
    EntityQuery narrow = *list;
    const QString label = list->entity.label.isEmpty() ? list->entity.key : list->entity.label;
    narrow.text = QStringLiteral("SELECT * FROM (%1) AS found "
                                 "WHERE CAST(%2 AS TEXT) = :wanted OR CAST(%3 AS TEXT) = :wanted")
                      .arg(list->text, quotedName(list->entity.key), quotedName(label));
    narrow.parameters.insert(QStringLiteral("wanted"), keyOrLabel);
    const auto few = readRows(reader, narrow);
    if (few && !few->isEmpty())
        return chooseEntity(*few, keyOrLabel);
    // Nobody, or a list that cannot be narrowed: all of it tells which.
    return readRows(reader, *list).and_then([&](const QList<EntityRow> &rows) {
        return chooseEntity(rows, keyOrLabel);
    });
}

} // namespace pilothouse
