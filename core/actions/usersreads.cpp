// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/usersreads.h"

#include "core/actions/layouts.h"
#include "core/actions/users.h"

namespace pilothouse {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Users", text);
}

QVariant decoded(const QVariant &cell, const QString &type)
{
    if (!cell.isValid())
        return {};
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

/// The list of an entity: which file holds it, and what is asked of it.
struct EntityQuery
{
    ProfileEntity entity;
    QString path;
    QString text;
};

Result<EntityQuery> listOf(const InstanceSession &session, const SqliteEngine &engine,
                           const QString &entityId, const OperationContext &context)
{
    const auto entity = findEntity(session, entityId);
    if (!entity)
        return failure(entity.error());
    const auto reference = session.database(entity->database);
    const auto layout = Layouts(session, engine, context).of(entity->database);
    if (!layout)
        return failure(layout.error());
    if (!*layout)
        return failure(ErrorKind::NotFound,
                       translated(QT_TRANSLATE_NOOP("Users", "The database is not there.")), reference->path);
    const QString query = entity->list.value(**layout, entity->list.value(QString()));
    if (query.isEmpty())
        return failure(ErrorKind::BadData,
                       translated(QT_TRANSLATE_NOOP(
                           "Users", "The database has a layout that the profile does not know.")),
                       reference->path);
    return EntityQuery{*entity, reference->path, query};
}

Result<QList<EntityRow>> readRows(const SqliteEngine &engine, const EntityQuery &list,
                                  const QVariantMap &parameters, const OperationContext &context)
{
    const auto rows = engine.select(
        list.path, SqlQuery{list.text, parameters, MostEntityRows, EntitySelectDeadline}, context);
    if (!rows)
        return failure(rows.error());
    const Decoder decoder(list.entity, rows->columns);
    if (!decoder.hasKey())
        return failure(ErrorKind::BadData,
                       translated(QT_TRANSLATE_NOOP("Users", "The list of the profile has no key.")),
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
                   translated(QT_TRANSLATE_NOOP("Users", "This service has nothing of that kind.")),
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
                           translated(QT_TRANSLATE_NOOP("Users", "Several have that name: use the id.")),
                           keyOrLabel);
        found = &row;
    }
    if (found == nullptr)
        return failure(ErrorKind::NotFound,
                       translated(QT_TRANSLATE_NOOP("Users", "There is nobody with that name or id.")),
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

Result<QList<EntityRow>> listEntities(const InstanceSession &session, const SqliteEngine &engine,
                                      const QString &entityId, const OperationContext &context)
{
    return listOf(session, engine, entityId, context).and_then([&](const EntityQuery &list) {
        return readRows(engine, list, {}, context);
    });
}

Result<EntityRow> oneEntity(const InstanceSession &session, const SqliteEngine &engine,
                            const QString &entityId, const QString &keyOrLabel,
                            const OperationContext &context)
{
    const auto list = listOf(session, engine, entityId, context);
    if (!list)
        return failure(list.error());
    EntityQuery narrow = *list;
    const QString label = list->entity.label.isEmpty() ? list->entity.key : list->entity.label;
    narrow.text =
        QStringLiteral("SELECT * FROM (%1) WHERE CAST(%2 AS TEXT) = :wanted OR CAST(%3 AS TEXT) = :wanted")
            .arg(list->text, quotedName(list->entity.key), quotedName(label));
    const auto few = readRows(engine, narrow, {{QStringLiteral("wanted"), keyOrLabel}}, context);
    if (few && !few->isEmpty())
        return chooseEntity(*few, keyOrLabel);
    // Nobody, or a list that cannot be narrowed: all of it tells which.
    return readRows(engine, *list, {}, context).and_then([&](const QList<EntityRow> &rows) {
        return chooseEntity(rows, keyOrLabel);
    });
}

} // namespace pilothouse
