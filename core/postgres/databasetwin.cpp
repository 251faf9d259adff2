// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/databasetwin.h"

#include <QJsonArray>

#include <thread>

namespace pilothouse {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds TwinReadTime{10};
constexpr seconds ChangeTime{120}; // a copy of the template's files, or the removal of a large database
constexpr seconds LeaveTime{8};
constexpr milliseconds TwinLookInterval{50};
constexpr int IcuVersion = 150000;

const QByteArray TraitsQuery =
    "SELECT d.oid::int8, pg_get_userbyid(d.datdba)::text, pg_encoding_to_char(d.encoding)::text, "
    "d.datcollate::text, d.datctype::text, t.spcname::text, d.datconnlimit, d.datallowconn, "
    "coalesce(shobj_description(d.oid, 'pg_database'), ''), d.datacl IS NOT NULL, "
    "coalesce(to_jsonb(d) ->> 'daticulocale', to_jsonb(d) ->> 'datlocale', ''), "
    "coalesce(to_jsonb(d) ->> 'datlocprovider', 'c') "
    "FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = $1";

const QByteArray SettingsQuery =
    "SELECT coalesce(r.rolname::text, '') || chr(9) || setting FROM pg_db_role_setting s "
    "JOIN pg_database d ON d.oid = s.setdatabase LEFT JOIN pg_roles r ON r.oid = s.setrole, "
    "unnest(s.setconfig) AS setting WHERE d.datname = $1 ORDER BY 1";

const QByteArray RightsQuery =
    "SELECT CASE WHEN a.grantee = 0 THEN '' ELSE pg_get_userbyid(a.grantee)::text END || chr(9) "
    "|| a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END "
    "FROM pg_database d, aclexplode(d.datacl) a WHERE d.datname = $1 ORDER BY 1";

PostgresQuery reading(const QByteArray &text, const QVariantList &values)
{
    return {text, values, TwinReadTime, 0};
}

/// The elements of a list as the server keeps it: with commas between them, a name in quotes where it needs
/// them.
QStringList elementsOf(const QString &list)
{
    QStringList elements;
    QString element;
    bool isQuoted = false;
    for (const QChar c : list) {
        if (c == u'"')
            isQuoted = !isQuoted;
        if (c == u',' && !isQuoted) {
            elements << element.trimmed();
            element.clear();
        } else {
            element += c;
        }
    }
    elements << element.trimmed();
    for (QString &one : elements) {
        if (one.size() >= 2 && one.startsWith(u'"') && one.endsWith(u'"'))
            one = one.mid(1, one.size() - 2).replace(QStringLiteral("\"\""), QStringLiteral("\""));
    }
    return elements;
}

QStringList firstColumn(const PostgresRows &rows)
{
    QStringList list;
    for (const QList<QVariant> &row : rows.rows)
        list << row.first().toString();
    return list;
}

} // namespace

QJsonObject toJson(const DatabaseTraits &traits)
{
    return {{QStringLiteral("oid"), traits.oid},
            {QStringLiteral("owner"), traits.owner},
            {QStringLiteral("encoding"), traits.encoding},
            {QStringLiteral("collation"), traits.collation},
            {QStringLiteral("characterType"), traits.characterType},
            {QStringLiteral("tablespace"), traits.tablespace},
            {QStringLiteral("icuLocale"), traits.icuLocale},
            {QStringLiteral("connectionLimit"), traits.connectionLimit},
            {QStringLiteral("allowsConnections"), traits.allowsConnections},
            {QStringLiteral("comment"), traits.comment},
            {QStringLiteral("settings"), QJsonArray::fromStringList(traits.settings)},
            {QStringLiteral("rights"), QJsonArray::fromStringList(traits.rights)},
            {QStringLiteral("hasRights"), traits.hasRights}};
}

DatabaseTraits databaseTraitsFromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    const auto list = [&object](const char *key) {
        return object.value(QLatin1String(key)).toVariant().toStringList();
    };
    DatabaseTraits traits;
    traits.oid = object.value(QStringLiteral("oid")).toInteger();
    traits.owner = text("owner");
    traits.encoding = text("encoding");
    traits.collation = text("collation");
    traits.characterType = text("characterType");
    traits.tablespace = text("tablespace");
    traits.icuLocale = text("icuLocale");
    traits.connectionLimit = object.value(QStringLiteral("connectionLimit")).toInt(-1);
    traits.allowsConnections = object.value(QStringLiteral("allowsConnections")).toBool(true);
    traits.comment = text("comment");
    traits.settings = list("settings");
    traits.rights = list("rights");
    traits.hasRights = object.value(QStringLiteral("hasRights")).toBool();
    return traits;
}

Result<> DatabaseTwin::execute(const QByteArray &statement) const
{
    return m_connection.execute(statement, ChangeTime, m_context);
}

Result<std::optional<DatabaseTraits>> DatabaseTwin::traits(const QString &name) const
{
    const auto found = m_connection.run(reading(TraitsQuery, {name}), m_context);
    if (!found)
        return failure(found.error());
    if (found->rows.isEmpty())
        return std::nullopt;
    const auto settings = m_connection.run(reading(SettingsQuery, {name}), m_context);
    if (!settings)
        return failure(settings.error());
    const auto rights = m_connection.run(reading(RightsQuery, {name}), m_context);
    if (!rights)
        return failure(rights.error());
    const QList<QVariant> &row = found->rows.first();
    DatabaseTraits traits;
    traits.oid = row.at(0).toLongLong();
    traits.owner = row.at(1).toString();
    traits.encoding = row.at(2).toString();
    traits.collation = row.at(3).toString();
    traits.characterType = row.at(4).toString();
    traits.tablespace = row.at(5).toString();
    traits.connectionLimit = row.at(6).toInt();
    traits.allowsConnections = row.at(7).toBool();
    traits.comment = row.at(8).toString();
    traits.hasRights = row.at(9).toBool();
    traits.icuLocale = row.at(11).toString() == u"i" ? row.at(10).toString() : QString();
    traits.settings = firstColumn(*settings);
    traits.rights = firstColumn(*rights);
    return traits;
}

Result<QString> DatabaseTwin::nameOf(qint64 oid) const
{
    const auto name = m_connection.value(
        reading("SELECT datname::text FROM pg_database WHERE oid = $1::int8::oid", {oid}), m_context);
    if (!name && name.error().kind == ErrorKind::NotFound)
        return QString();
    return name.map([](const QVariant &value) { return value.toString(); });
}

Result<> DatabaseTwin::create(const QString &name, const DatabaseTraits &like) const
{
    QByteArray statement = "CREATE DATABASE ";
    const auto add = [&](const char *keyword, const Result<QByteArray> &word) -> Result<> {
        if (!word)
            return failure(word.error());
        statement += QByteArray(keyword) + *word;
        return {};
    };
    if (auto named = add("", m_connection.identifier(name)); !named)
        return named;
    statement += " TEMPLATE template0";
    QList<std::pair<const char *, Result<QByteArray>>> words;
    if (!like.owner.isEmpty())
        words << std::pair{" OWNER ", m_connection.identifier(like.owner)};
    if (!like.encoding.isEmpty())
        words << std::pair{" ENCODING ", m_connection.literal(like.encoding)};
    if (!like.collation.isEmpty())
        words << std::pair{" LC_COLLATE ", m_connection.literal(like.collation)};
    if (!like.characterType.isEmpty())
        words << std::pair{" LC_CTYPE ", m_connection.literal(like.characterType)};
    if (!like.icuLocale.isEmpty() && m_connection.serverVersion() >= IcuVersion)
        words << std::pair{" LOCALE_PROVIDER icu ICU_LOCALE ", m_connection.literal(like.icuLocale)};
    if (!like.tablespace.isEmpty() && like.tablespace != u"pg_default") // which nobody needs a right for
        words << std::pair{" TABLESPACE ", m_connection.identifier(like.tablespace)};
    for (const auto &[keyword, word] : std::as_const(words))
        if (auto added = add(keyword, word); !added)
            return added;
    return execute(statement);
}

Result<> DatabaseTwin::dress(const QString &name, const DatabaseTraits &like) const
{
    const auto quoted = m_connection.identifier(name);
    if (!quoted)
        return failure(quoted.error());
    const auto statements = dressing(*quoted, like);
    if (!statements)
        return failure(statements.error());
    // One text is one transaction: all of it or nothing.
    return execute(statements->join("; "));
}

Result<QList<QByteArray>> DatabaseTwin::dressing(const QByteArray &name, const DatabaseTraits &like) const
{
    QList<QByteArray> statements{"ALTER DATABASE " + name + " CONNECTION LIMIT "
                                 + QByteArray::number(like.connectionLimit)};
    for (const QString &setting : like.settings) {
        const auto statement = settingStatement(name, setting);
        if (!statement)
            return failure(statement.error());
        statements << *statement;
    }
    if (like.hasRights) {
        const auto owner = m_connection.identifier(like.owner);
        if (!owner)
            return failure(owner.error());
        statements << "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC, " + *owner;
    }
    for (const QString &right : like.rights) {
        const auto statement = rightStatement(name, right);
        if (!statement)
            return failure(statement.error());
        statements << *statement;
    }
    return statements;
}

/// What the server keeps is foreign text: each value, and of lists such as search_path each element, goes as
/// a literal.
Result<QByteArray> DatabaseTwin::settingStatement(const QByteArray &name, const QString &setting) const
{
    static const QStringList Lists{QStringLiteral("search_path"),
                                   QStringLiteral("temp_tablespaces"),
                                   QStringLiteral("session_preload_libraries"),
                                   QStringLiteral("local_preload_libraries"),
                                   QStringLiteral("shared_preload_libraries"),
                                   QStringLiteral("unix_socket_directories")};
    const QString role = setting.section(u'\t', 0, 0);
    const QString key = setting.section(u'\t', 1).section(u'=', 0, 0);
    const QString value = setting.section(u'\t', 1).section(u'=', 1);
    QByteArray place = "DATABASE " + name;
    if (!role.isEmpty()) {
        const auto quotedRole = m_connection.identifier(role);
        if (!quotedRole)
            return quotedRole;
        place = "ROLE " + *quotedRole + " IN DATABASE " + name;
    }
    QByteArrayList parts; // a setting of an extension has a dot, each side of which is a name
    for (const QString &part : key.split(u'.')) {
        const auto quotedPart = m_connection.identifier(part);
        if (!quotedPart)
            return quotedPart;
        parts << *quotedPart;
    }
    QByteArrayList values;
    for (const QString &element : Lists.contains(key) ? elementsOf(value) : QStringList{value}) {
        const auto quoted = m_connection.literal(element);
        if (!quoted)
            return quoted;
        values << *quoted;
    }
    return QByteArray("ALTER " + place + " SET " + parts.join('.') + " TO " + values.join(", "));
}

Result<QByteArray> DatabaseTwin::rightStatement(const QByteArray &name, const QString &right) const
{
    static const QStringList Known{QStringLiteral("CREATE"), QStringLiteral("CONNECT"),
                                   QStringLiteral("TEMPORARY")};
    const QString role = right.section(u'\t', 0, 0);
    QString privilege = right.section(u'\t', 1);
    const bool isGrantable = privilege.endsWith(u'*');
    if (isGrantable)
        privilege.chop(1);
    if (!Known.contains(privilege))
        return failure(ErrorKind::BadInput, tr("The right \"%1\" is not known.").arg(privilege));
    Result<QByteArray> grantee = role.isEmpty() ? QByteArray("PUBLIC") : m_connection.identifier(role);
    return grantee.map([&](const QByteArray &quoted) {
        return QByteArray("GRANT " + privilege.toLatin1() + " ON DATABASE " + name + " TO " + quoted
                          + (isGrantable ? " WITH GRANT OPTION" : ""));
    });
}

Result<> DatabaseTwin::drop(const QString &name) const
{
    const auto quoted = m_connection.identifier(name);
    if (!quoted)
        return failure(quoted.error());
    const auto known = traits(name);
    if (!known || !*known)
        return known ? Result<>() : failure(known.error());
    if (auto closed = setAllowsConnections(name, false); !closed)
        return closed;
    if (auto ended = endSessions({name}); !ended)
        return ended;
    return execute("DROP DATABASE IF EXISTS " + *quoted);
}

Result<> DatabaseTwin::setAllowsConnections(const QString &name, bool isAllowed) const
{
    return m_connection.identifier(name).and_then([&](const QByteArray &quoted) {
        return execute("ALTER DATABASE " + quoted + " WITH ALLOW_CONNECTIONS "
                       + (isAllowed ? "true" : "false"));
    });
}

Result<> DatabaseTwin::endSessions(const QStringList &names) const
{
    QByteArrayList literals;
    for (const QString &name : names) {
        const auto quoted = m_connection.literal(name);
        if (!quoted)
            return failure(quoted.error());
        literals << *quoted;
    }
    const QByteArray where = " FROM pg_stat_activity WHERE datname IN (" + literals.join(", ")
                             + ") AND pid <> pg_backend_pid() AND usesysid IS NOT NULL"
                               " AND backend_type IS DISTINCT FROM 'autovacuum worker'";
    const auto until = std::chrono::steady_clock::now() + LeaveTime;
    while (true) {
        const auto ended =
            m_connection.run(reading("SELECT pg_terminate_backend(pid)" + where, {}), m_context);
        if (!ended)
            return failure(ended.error());
        if (ended->rows.isEmpty())
            return {};
        if (m_context.isCancelled())
            return failure(ErrorKind::Cancelled, tr("Cancelled."));
        if (std::chrono::steady_clock::now() > until)
            return failure(
                Error{ErrorKind::Locked,
                      names.first(),
                      tr("%n session(s) did not end.", nullptr, static_cast<int>(ended->rows.size())),
                      tr("Look who they are under Sessions, end them, then try again."),
                      {}});
        std::this_thread::sleep_for(TwinLookInterval);
    }
}

Result<> DatabaseTwin::setComment(const QString &name, const QString &comment) const
{
    const auto statement = commentStatement(name, comment);
    return statement ? execute(*statement) : failure(statement.error());
}

Result<QByteArray> DatabaseTwin::commentStatement(const QString &name, const QString &comment) const
{
    const auto quoted = m_connection.identifier(name);
    const auto text = m_connection.literal(comment);
    if (!quoted || !text)
        return failure(quoted ? text.error() : quoted.error());
    return QByteArray("COMMENT ON DATABASE " + *quoted + " IS " + (comment.isEmpty() ? "NULL" : *text));
}

Result<> DatabaseTwin::exchange(const DatabaseExchange &exchange) const
{
    const auto live = m_connection.identifier(exchange.live);
    const auto incoming = m_connection.identifier(exchange.incoming);
    const auto outgoing = m_connection.identifier(exchange.outgoing);
    const auto comment = commentStatement(exchange.live, exchange.comment);
    for (const auto *part : {&live, &incoming, &outgoing, &comment})
        if (!*part)
            return failure(part->error());
    QByteArrayList statements;
    if (exchange.hasLive)
        statements << "ALTER DATABASE " + *live + " RENAME TO " + *outgoing;
    statements << "ALTER DATABASE " + *incoming + " RENAME TO " + *live << *comment
               << "ALTER DATABASE " + *live + " WITH ALLOW_CONNECTIONS true";
    // One text is one transaction: the live name exists at every instant.
    return execute(statements.join("; "));
}

} // namespace pilothouse
