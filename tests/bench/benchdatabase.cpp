// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchdatabase.h"

#include "app/demo/demodatabase.h"

#include <QDir>
#include <QFileInfo>

#include <random>

namespace pilothouse {

namespace {

constexpr char Schema[] = R"sql(
PRAGMA journal_mode=WAL;
PRAGMA synchronous=OFF;
CREATE TABLE sessions(id TEXT PRIMARY KEY, title TEXT, created_at INTEGER, updated_at INTEGER);
CREATE TABLE messages(id INTEGER PRIMARY KEY, session_id TEXT NOT NULL, role TEXT, content TEXT, tokens INTEGER,
                      created_at INTEGER);
CREATE INDEX messages_session ON messages(session_id, created_at);
)sql";
constexpr int SessionsATransaction = 400;
constexpr qint64 FirstMoment = 1'767'225'600'000;

/// Invented chats: paragraphs of invented words, some of them as a tool's output.
class ChatWriter
{
public:
    explicit ChatWriter(DemoDatabase &database)
        : m_database(database)
    {
        QStringList words;
        for (int word = 0; word < 4000; ++word)
            words << invent(2 + static_cast<int>(m_random() % 9));
        for (int paragraph = 0; paragraph < 3000; ++paragraph) {
            QStringList text;
            for (int count = 20 + static_cast<int>(m_random() % 200); count > 0; --count)
                text << words.at(static_cast<qsizetype>(m_random() % 4000));
            m_paragraphs << text.join(u' ');
        }
    }

    Result<> addSession()
    {
        const QString session = hex() + hex() + hex() + hex();
        const qint64 moment = FirstMoment + 60'000 * m_sessions++;
        auto added = m_database.run("INSERT INTO sessions VALUES(?,?,?,?)",
                                    {session, paragraph().left(40), moment, moment});
        for (int number = 0, count = 10 + static_cast<int>(m_random() % 50); added && number < count;
             ++number)
            added = addMessage(session, number, moment + number);
        return added;
    }

private:
    Result<> addMessage(const QString &session, int number, qint64 moment)
    {
        static const QStringList Roles{u"user"_qs, u"assistant"_qs, u"tool"_qs};
        QString content = paragraph() + u' ' + hex();
        if (number % 4 == 3)
            content = u"{\"tool\":\"shell\",\"output\":\"%1\",\"id\":\"%2\"}"_qs.arg(content, hex());
        return m_database.run(
            "INSERT INTO messages VALUES(?,?,?,?,?,?)",
            {m_messages++, session, Roles.at(number % 3), content, content.size() / 4, moment});
    }

    QString invent(int letters)
    {
        QString word;
        while (letters-- > 0)
            word += QChar(u'a' + static_cast<char16_t>(m_random() % 26));
        return word;
    }

    QString hex() { return u"%1"_qs.arg(static_cast<quint32>(m_random()), 8, 16, QChar(u'0')); }
    const QString &paragraph() { return m_paragraphs.at(static_cast<qsizetype>(m_random() % 3000)); }

    DemoDatabase &m_database;
    std::mt19937 m_random{7};
    QStringList m_paragraphs;
    qint64 m_sessions = 0;
    qint64 m_messages = 0;
};

Result<qint64> bytesOf(DemoDatabase &database)
{
    const auto pages =
        database.query("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!pages)
        return failure(pages.error());
    return pages->first().first().toLongLong();
}

Result<> fill(const QString &path, qint64 bytes)
{
    auto database = DemoDatabase::open(path);
    if (!database)
        return failure(database.error());
    if (auto made = database->execute(Schema); !made)
        return made;
    ChatWriter chats(*database);
    for (qint64 now = 0; now < bytes;) {
        auto written = database->execute("BEGIN");
        for (int session = 0; written && session < SessionsATransaction; ++session)
            written = chats.addSession();
        if (written)
            written = database->execute("COMMIT");
        const auto size = written ? bytesOf(*database) : Result<qint64>(0);
        if (!written || !size)
            return failure(written ? size.error() : written.error());
        now = *size;
    }
    return database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace

Result<QString> benchDatabase(const BenchOptions &options)
{
    const QString path = options.folder + u"/chats-%1.db"_qs.arg(options.bytes);
    if (QFileInfo::exists(path))
        return path;
    const QString partial = path + u".partial"_qs;
    QDir().mkpath(options.folder);
    QFile::remove(partial);
    if (auto filled = fill(partial, options.bytes); !filled)
        return failure(withSubject(filled.error(), partial));
    if (!QFile::rename(partial, path))
        return failure(ErrorKind::Refused, u"The data for the measures cannot be kept."_qs, path);
    return path;
}

Result<> enlarge(const QString &keyValueDatabase, const BenchOptions &options)
{
    const auto chats = benchDatabase(options);
    if (!chats)
        return failure(chats.error());
    auto database = DemoDatabase::open(keyValueDatabase);
    if (!database)
        return failure(database.error());
    auto ready = database->execute("PRAGMA synchronous=OFF").and_then([&] {
        return database->run("ATTACH ? AS chats", {*chats});
    });
    constexpr int MessagesATransaction = 20'000;
    for (qint64 from = 0; ready; from += MessagesATransaction) {
        const auto bytes = bytesOf(*database);
        if (!bytes)
            return failure(bytes.error());
        if (*bytes >= options.bytes)
            break;
        ready =
            database->run("INSERT INTO kv_storage SELECT 'messages:' || session_id || ':' || id, content, "
                          "created_at, created_at FROM chats.messages WHERE id BETWEEN ? AND ?",
                          {from, from + MessagesATransaction - 1});
    }
    return ready;
}

} // namespace pilothouse
