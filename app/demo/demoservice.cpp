// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoservice.h"

#include "app/demo/demowords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSaveFile>

#include <cstdio>

namespace pilothouse {

namespace {

constexpr int RememberedSessions = 200;
/// The demo's password rule: the user's name and this.
constexpr QLatin1String PasswordSuffix("-pass");

DemoReply json(int status, const QJsonObject &object)
{
    return {status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

QJsonObject errorObject(const QString &text)
{
    return {{QStringLiteral("error"), text}};
}

} // namespace

DemoService::DemoService(DemoServiceOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_random(m_options.seed)
    , m_story(m_random)
    , m_log(m_options.dataDirectory + QStringLiteral("/logs/portagent.log"), m_options.rotateBytes)
    , m_http([this](const DemoRequest &request) { return answer(request); })
{
    m_secret = m_options.tokenSecret;
    if (m_secret.isEmpty())
        m_secret = QByteArray::number(QRandomGenerator::system()->generate64());
    connect(&m_heartbeat, &QTimer::timeout, this, &DemoService::live);
}

DemoService::~DemoService()
{
    if (!m_writtenPidFile.isEmpty())
        QFile::remove(m_writtenPidFile);
}

Result<> DemoService::start()
{
    auto store = DemoStore::open(m_options.dataDirectory);
    if (!store)
        return failure(store.error());
    m_store.emplace(std::move(*store));
    m_store->keepQueueLog();
    const auto sessions = m_store->sessionIds(RememberedSessions);
    if (!sessions)
        return failure(sessions.error());
    m_sessions = *sessions;
    if (auto result = m_log.open(); !result)
        return result;
    log(m_story.startUp(QDateTime::currentDateTimeUtc(), m_options.dataDirectory));
    if (auto result = m_http.listen(m_options.address, m_options.port); !result)
        return result;
    say(demoBanner(m_options.dataDirectory, m_http.port()));
    if (m_options.eventsPerSecond > 0)
        m_heartbeat.start(static_cast<int>(1000 / m_options.eventsPerSecond));
    return writePidFile();
}

void DemoService::stop()
{
    m_heartbeat.stop();
    say("\nShutting down...\n");
    m_store.reset();
    say("Server stopped\n");
}

Result<> DemoService::writePidFile()
{
    if (m_options.pidFile.isEmpty())
        return {};
    QSaveFile file(m_options.pidFile);
    const QByteArray text = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(ErrorKind::Refused, tr("The pid file cannot be written."), file.errorString());
    m_writtenPidFile = m_options.pidFile;
    return {};
}

DemoReply DemoService::answer(const DemoRequest &request)
{
    if (request.path == "/health")
        return json(200, {{QStringLiteral("status"), QStringLiteral("ok")},
                          {QStringLiteral("timestamp"), QDateTime::currentMSecsSinceEpoch()}});
    if (request.path == "/api/auth/config")
        return json(200, {{QStringLiteral("inviteCodeRequired"), false}});
    if (request.path == "/api/auth/login" && request.method == "POST")
        return login(request.body);
    if (request.path == "/agentx/info")
        return verify(request);
    if (request.method == "GET" || request.method == "HEAD")
        return {200, "text/html", "<!doctype html><title>Portagent demo</title><div id=\"root\"></div>\n"};
    return {404, "text/plain", "404 Not Found"};
}

DemoReply DemoService::login(const QByteArray &body)
{
    QJsonParseError parseError;
    const QJsonObject given = QJsonDocument::fromJson(body, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return json(500, errorObject(u"JSON Parse error: " + parseError.errorString()));
    const auto user = m_store->user(given.value(u"usernameOrEmail").toString());
    const QString password = given.value(u"password").toString();
    if (!user || !user->isActive || password != user->username + PasswordSuffix)
        return json(401, errorObject(QStringLiteral("Invalid credentials")));
    const QByteArray claim = m_random.letters(40).toLatin1();
    const QByteArray token = "demo." + claim + '.' + signatureOf(claim);
    return json(200,
                {{QStringLiteral("token"), QString::fromLatin1(token)},
                 {QStringLiteral("user"), QJsonObject{{QStringLiteral("userId"), user->userId},
                                                      {QStringLiteral("username"), user->username},
                                                      {QStringLiteral("email"), user->email},
                                                      {QStringLiteral("containerId"), user->containerId}}},
                 {QStringLiteral("expiresIn"), QStringLiteral("7d")}});
}

QByteArray DemoService::signatureOf(const QByteArray &claim) const
{
    return QMessageAuthenticationCode::hash(claim, m_secret, QCryptographicHash::Sha256).toHex();
}

DemoReply DemoService::verify(const DemoRequest &request) const
{
    const QList<QByteArray> parts =
        request.authorization.mid(static_cast<int>(qstrlen("Bearer "))).split('.');
    if (parts.size() != 3 || parts.at(2) != signatureOf(parts.at(1)))
        return json(401, errorObject(QStringLiteral("Unauthorized")));
    return json(200, {{QStringLiteral("version"), QStringLiteral("0.1.0")},
                      {QStringLiteral("wsPath"), QStringLiteral("/ws")}});
}

void DemoService::live()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString session = m_sessions.isEmpty() ? QString() : m_random.pick(m_sessions);
    Result<> written = m_store->addEvent(session.isEmpty() ? QStringLiteral("global") : session,
                                         demoQueueEvent(session, now), now);
    if (written && m_random.chance(40))
        written = writeMessage(now);
    if (written && m_random.chance(3))
        written = writeUser(now);
    if (!written)
        log({{now,
              DemoLogRecord::Level::Error,
              QStringLiteral("persistence/Persistence"),
              QStringLiteral("Failed to write"),
              {{QStringLiteral("error"), written.error().detail}}}});
    log(m_story.anything(now, session));
}

Result<> DemoService::writeMessage(const QDateTime &now)
{
    if (m_sessions.isEmpty())
        return {};
    const QJsonArray messages{
        demoMessage(m_random.decimalId(QStringLiteral("msg"), now, 7), QStringLiteral("user"),
                    demoQuestion(m_random), now),
        demoMessage(m_random.decimalId(QStringLiteral("msg"), now.addMSecs(1), 7),
                    QStringLiteral("assistant"), demoAnswer(m_random), now.addMSecs(1)),
    };
    return m_store->appendMessages(m_random.pick(m_sessions), messages);
}

Result<> DemoService::writeUser(const QDateTime &now)
{
    const DemoPerson person = demoPerson(m_random, static_cast<int>(now.toSecsSinceEpoch() % 1'000'000));
    DemoUser user;
    user.userId = m_random.uuid();
    user.username = person.username;
    user.email = person.username + QStringLiteral("@example.org");
    user.passwordHash = m_random.bcryptLookalike();
    user.containerId = u"user-" + m_random.uuid();
    user.displayName = person.displayName;
    user.createdAt = now;
    if (auto result = m_store->addUser(user); !result)
        return result;
    log(m_story.userCreated(now, user.containerId));
    return m_store->addContainer(user.containerId, now);
}

void DemoService::log(const QList<DemoLogRecord> &records)
{
    for (const DemoLogRecord &record : records) {
        if (record.level < m_options.lowestLevel)
            continue;
        m_log.write(toFileFormat(record));
        say(toConsoleFormat(record), record.level >= DemoLogRecord::Level::Warning);
    }
}

void DemoService::say(const QByteArray &text, bool toErrors)
{
    std::FILE *stream = toErrors ? stderr : stdout;
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stream);
    std::fflush(stream);
}

} // namespace pilothouse
