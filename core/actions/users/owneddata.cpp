// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/users/owneddata.h"

#include "core/actions/users/users.h"
#include "core/actions/users/usersreads.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

namespace pilothouse {

namespace {

constexpr int MostSamples = 5;

QString ownedDataText(const char *text)
{
    return QCoreApplication::translate("Users", text);
}

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
    Finder(const InstanceSession &session, const DataEngines &engines, const EntityRow &row,
           const OperationContext &context)
        : m_session(session)
        , m_reader(session, engines, context)
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
    DataReader m_reader;
    QVariantMap m_parameters;
};

Result<bool> Finder::fits(const QString &database, const QString &layout)
{
    return m_reader.layout(database).map(
        [&](const std::optional<QString> &found) { return found && (layout.isEmpty() || *found == layout); });
}

Result<SqlRows> Finder::select(const QString &database, const QString &text, const QVariantMap &parameters)
{
    auto rows = m_reader.select(database, SqlQuery{text, parameters, MostEntityRows, EntitySelectDeadline});
    if (rows && rows->isCut)
        return failure(
            ErrorKind::Refused,
            ownedDataText(QT_TRANSLATE_NOOP("Users", "There are more rows than can be handled at once.")),
            QString::number(MostEntityRows));
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
    const auto file = m_session.database(owned.database);
    things.path = file ? file->path : DataReader::nameOf(m_session, owned.database);
    const auto parameters = withLookups(owned.lookups);
    if (!parameters)
        return failure(parameters.error());
    const auto rows = select(owned.database, owned.select, *parameters);
    if (!rows)
        return failure(rows.error());
    if (file) // on a server the transaction itself holds what it has read
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

Result<QList<OwnedThings>> findOwned(const InstanceSession &session, const DataEngines &engines,
                                     const ProfileEntity &entity, const EntityRow &row,
                                     const OperationContext &context)
{
    Finder finder(session, engines, row, context);
    QList<OwnedThings> all;
    for (const ProfileOwned &owned : entity.owns) {
        auto things = finder.find(owned);
        if (!things)
            return failure(withSubject(things.error(), owned.title));
        all << *things;
    }
    return all;
}

Result<QList<OwnedCount>> ownedBy(const InstanceSession &session, const DataEngines &engines,
                                  const QString &entityId, const QString &key,
                                  const OperationContext &context)
{
    const auto entity = findEntity(session, entityId);
    if (!entity)
        return failure(entity.error());
    const auto row = oneEntity(session, engines, entityId, key, context);
    if (!row)
        return failure(row.error());
    const auto all = findOwned(session, engines, *entity, *row, context);
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
