// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/usersreads.h"

#include "core/actions/users.h"
#include "core/steps/rowset.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

namespace pilothouse {

namespace {

constexpr int MostRows = MostRowsOfASet;
constexpr std::chrono::seconds SelectDeadline{10};
constexpr int MostSamples = 5;

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

QVariantMap parametersOf(const EntityRow &row)
{
    QVariantMap parameters = row.values;
    for (QVariant &value : parameters) {
        if (value.typeId() == QMetaType::QDateTime)
            value = QVariant::fromValue<qlonglong>(value.toDateTime().toMSecsSinceEpoch());
    }
    return parameters;
}

/// Finds what one row owns; probes each database once.
class Finder
{
public:
    Finder(const InstanceSession &session, const SqliteEngine &engine, const EntityRow &row,
           const OperationContext &context)
        : m_session(session)
        , m_engine(engine)
        , m_context(context)
        , m_layouts(session, engine, context)
        , m_parameters(parametersOf(row))
    {
    }

    [[nodiscard]] Result<OwnedThings> find(const ProfileOwned &owned);

private:
    [[nodiscard]] Result<bool> fits(const QString &database, const QString &layout);
    [[nodiscard]] Result<QVariantMap> withLookups(const QList<ProfileLookup> &lookups);
    [[nodiscard]] Result<SqlRows> select(const QString &database, const QString &text,
                                         const QVariantMap &parameters);
    [[nodiscard]] Result<OwnedThings> findFiles(const ProfileOwned &owned) const;

    const InstanceSession &m_session;
    const SqliteEngine &m_engine;
    const OperationContext &m_context;
    Layouts m_layouts;
    QVariantMap m_parameters;
};

Result<bool> Finder::fits(const QString &database, const QString &layout)
{
    return m_layouts.of(database).map(
        [&](const std::optional<QString> &found) { return found && (layout.isEmpty() || *found == layout); });
}

Result<SqlRows> Finder::select(const QString &database, const QString &text, const QVariantMap &parameters)
{
    const auto reference = m_session.database(database);
    auto rows =
        m_engine.select(reference->path, SqlQuery{text, parameters, MostRows, SelectDeadline}, m_context);
    if (rows && rows->isCut)
        return failure(
            ErrorKind::Refused,
            translated(QT_TRANSLATE_NOOP("Users", "There are more rows than can be handled at once.")),
            QString::number(MostRows));
    return rows;
}

Result<QVariantMap> Finder::withLookups(const QList<ProfileLookup> &lookups)
{
    QMap<QString, QJsonArray> found;
    for (const ProfileLookup &lookup : lookups) {
        QJsonArray &values = found[lookup.name];
        const auto isFitting = fits(lookup.database, lookup.layout);
        if (!isFitting)
            return failure(isFitting.error());
        if (!*isFitting)
            continue;
        const auto rows = select(lookup.database, lookup.select, m_parameters);
        if (!rows)
            return failure(rows.error());
        for (const QList<QVariant> &row : rows->rows)
            values << row.value(0).toString();
    }
    QVariantMap parameters = m_parameters;
    for (auto lookup = found.cbegin(); lookup != found.cend(); ++lookup)
        parameters.insert(lookup.key(),
                          QString::fromUtf8(QJsonDocument(lookup.value()).toJson(QJsonDocument::Compact)));
    return parameters;
}

/// A path takes only harmless values: a foreign one must not lead out of its folder (RELIABILITY.md C6).
Result<OwnedThings> Finder::findFiles(const ProfileOwned &owned) const
{
    static const QRegularExpression Placeholder(QStringLiteral("\\{([A-Za-z0-9_]+)\\}"));
    static const QRegularExpression Harmless(QStringLiteral("\\A[A-Za-z0-9._-]+\\z"));
    OwnedThings things{owned, {}, {}, false, {}};
    QString relative = owned.files;
    for (auto match = Placeholder.match(relative); match.hasMatch(); match = Placeholder.match(relative)) {
        const QString value = m_parameters.value(match.captured(1)).toString();
        if (!Harmless.match(value).hasMatch() || value == QLatin1String(".")
            || value == QLatin1String("..")) {
            things.badParameter = match.captured(1);
            return things;
        }
        relative.replace(match.capturedStart(), match.capturedLength(), value);
    }
    const auto path = m_session.pathOf(relative);
    if (!path)
        return failure(path.error());
    things.path = *path;
    const QFileInfo file(*path);
    things.isThere = file.exists() || file.isSymLink();
    return things;
}

Result<OwnedThings> Finder::find(const ProfileOwned &owned)
{
    if (owned.database.isEmpty())
        return findFiles(owned);
    OwnedThings things{owned, {}, {}, false, {}};
    const auto isFitting = fits(owned.database, owned.layout);
    if (!isFitting)
        return failure(isFitting.error());
    if (!*isFitting)
        return things;
    things.path = m_session.database(owned.database)->path;
    const auto parameters = withLookups(owned.lookups);
    if (!parameters)
        return failure(parameters.error());
    const auto rows = select(owned.database, owned.select, *parameters);
    if (!rows)
        return failure(rows.error());
    things.found = rowSetOf(things.path, SqlQuery{owned.select, *parameters}, *rows);
    things.keys.reserve(rows->rows.size());
    for (const QList<QVariant> &row : rows->rows) {
        QVariantMap key;
        for (qsizetype column = 0; column < owned.keys.size(); ++column)
            key.insert(owned.keys.at(column), row.value(column));
        things.keys << key;
    }
    return things;
}

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
    const auto rows =
        engine.select(list.path, SqlQuery{list.text, parameters, MostRows, SelectDeadline}, context);
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

void measure(OwnedCount &count, const QString &path, const OperationContext &context)
{
    const QFileInfo top(path);
    if (top.isSymLink() || !top.isDir()) {
        count.rows = 1;
        count.bytes = top.isSymLink() ? 0 : top.size();
        return;
    }
    QDirIterator files(path, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext() && !context.isCancelled()) {
        files.next();
        ++count.rows;
        count.bytes += files.fileInfo().isSymLink() ? 0 : files.fileInfo().size();
    }
}

} // namespace

Layouts::Layouts(const InstanceSession &session, const SqliteEngine &engine, const OperationContext &context)
    : m_session(session)
    , m_engine(engine)
    , m_context(context)
{
}

Result<std::optional<QString>> Layouts::of(const QString &database)
{
    const auto known = m_known.find(database);
    if (known != m_known.end())
        return known->second;
    const auto found = probe(database);
    if (found)
        m_known.emplace(database, *found);
    return found;
}

Result<std::optional<QString>> Layouts::probe(const QString &database) const
{
    const auto reference = m_session.database(database);
    const ProfileDatabase *described = m_session.profile().database(database);
    if (!reference || described == nullptr)
        return failure(ErrorKind::NotFound,
                       translated(QT_TRANSLATE_NOOP("Users", "The profile has no such database.")), database);
    if (!QFileInfo::exists(reference->path))
        return std::optional<QString>();
    for (const ProfileLayout &layout : described->layouts) {
        const auto fits = m_engine.probe(reference->path, layout.probe, m_context);
        if (!fits)
            return failure(fits.error());
        if (*fits)
            return std::optional(layout.id);
    }
    return std::optional(QString());
}

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

Result<QList<OwnedThings>> findOwned(const InstanceSession &session, const SqliteEngine &engine,
                                     const ProfileEntity &entity, const EntityRow &row,
                                     const OperationContext &context)
{
    Finder finder(session, engine, row, context);
    QList<OwnedThings> all;
    for (const ProfileOwned &owned : entity.owns) {
        auto things = finder.find(owned);
        if (!things)
            return failure(withSubject(things.error(), owned.title));
        all << *things;
    }
    return all;
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

Result<QList<OwnedCount>> ownedBy(const InstanceSession &session, const SqliteEngine &engine,
                                  const QString &entityId, const QString &key,
                                  const OperationContext &context)
{
    const auto entity = findEntity(session, entityId);
    if (!entity)
        return failure(entity.error());
    const auto row = oneEntity(session, engine, entityId, key, context);
    if (!row)
        return failure(row.error());
    const auto all = findOwned(session, engine, *entity, *row, context);
    if (!all)
        return failure(all.error());
    QList<OwnedCount> counts;
    for (const OwnedThings &things : *all) {
        OwnedCount count{
            things.owned.database, things.owned.table, things.owned.title, things.keys.size(), 0, {}};
        for (const QVariantMap &found : things.keys.mid(0, MostSamples))
            count.samples << found.first().toString();
        if (things.isThere) {
            measure(count, things.path, context);
            count.samples << things.path;
        }
        if (!things.path.isEmpty() && (things.isThere || !things.owned.database.isEmpty()))
            counts << count;
    }
    return counts;
}

} // namespace pilothouse
