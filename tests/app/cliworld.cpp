// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"

#include "app/demo/demodata.h"
#include "app/demo/demodatabase.h"
#include "core/database/sqliteengine.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTcpServer>

#include <unistd.h>

using namespace pilothouse;

namespace {

constexpr int LongestRun = 90'000;
const char Canary[] = "canary-7b1d5e-secret";

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

void give(const QString &folder, uint owner)
{
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    QStringList paths{folder};
    while (entries.hasNext())
        paths << entries.next();
    for (const QString &path : std::as_const(paths))
        if (::chown(QFile::encodeName(path).constData(), owner, owner) != 0)
            qWarning("%s stays root's", qPrintable(path));
}

QStringList under(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files << entries.next();
    files.sort();
    return files;
}

} // namespace

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

CliWorld::CliWorld(Kind kind)
    : m_kind(kind)
{
}

CliWorld::~CliWorld()
{
    if (!m_container.isEmpty())
        docker({QStringLiteral("rm"), QStringLiteral("--force"), m_container});
    if (m_kind == Kind::Process)
        run({QStringLiteral("service"), QStringLiteral("stop"), QStringLiteral("svc"),
             QStringLiteral("--yes")});
}

QByteArray CliWorld::begin()
{
    if (m_kind == Kind::Compose)
        m_compose = std::make_unique<ComposeWorld>();
    QDir().mkpath(data());
    DemoDataOptions options;
    options.users = 30;
    options.logFiles = 2;
    options.logFileBytes = 1 << 16;
    if (const auto made = createDemoData(data(), options, OperationContext()); !made)
        return made.error().toText().toUtf8();
    if (m_kind == Kind::Process)
        return beginProcess();
    if (m_kind == Kind::Docker)
        return beginDocker();
    if (m_kind == Kind::Systemd)
        return beginSystemd();
    if (m_kind == Kind::Compose)
        return beginCompose();
    const CliRun added =
        run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("svc"),
             QStringLiteral("--profile"), QStringLiteral("portagent"), QStringLiteral("--data-dir"), data()});
    return added.code == 0 ? QByteArray() : added.told();
}

QByteArray CliWorld::beginProcess()
{
    const QString port = QString::number(freePort());
    const QString command =
        QStringLiteral("%1 --data-dir %2 --port %3 --pid-file %4 --rate %5")
            .arg(QStringLiteral(PILOTHOUSE_DEMO_SERVICE), data(), port, path(QStringLiteral("pid")))
            .arg(m_rate);
    const CliRun added =
        run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("svc"),
             QStringLiteral("--profile"), QStringLiteral("portagent"), QStringLiteral("--data-dir"), data(),
             QStringLiteral("--process"), command, QStringLiteral("--pid-file"), path(QStringLiteral("pid")),
             QStringLiteral("--health-url"), QStringLiteral("http://127.0.0.1:%1/health").arg(port),
             QStringLiteral("--archive"), QStringLiteral("tar.zst"), QStringLiteral("--second-backup-dir"),
             path(QStringLiteral("second")), QStringLiteral("--watch-seconds"), QStringLiteral("0")});
    if (added.code != 0)
        return added.told();
    QDir().mkpath(path(QStringLiteral("second")));
    const CliRun up = run(
        {QStringLiteral("service"), QStringLiteral("start"), QStringLiteral("svc"), QStringLiteral("--yes")});
    return up.code == 0 ? QByteArray() : up.told();
}

QByteArray CliWorld::beginSystemd()
{
    give(data(), 1000);
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    const QString port = QString::number(freePort());
    const QByteArray service =
        QStringLiteral("User=node\nEnvironment=PORT=%1 AGENTX_DIR=%2 LLM_PROVIDER_KEY=%3\n"
                       "ExecStart=%4 --rate 0\nRestart=always\nRestartSec=100ms\nTimeoutStopSec=20\n")
            .arg(port, data(), QLatin1String(Canary), QStringLiteral(PILOTHOUSE_DEMO_SERVICE))
            .toUtf8();
    m_unit = std::make_unique<HostUnit>(QStringLiteral("ph-svc.service"), service);
    const CliRun added = run(
        {QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("svc"),
         QStringLiteral("--profile"), QStringLiteral("portagent"), QStringLiteral("--data-dir"), data(),
         QStringLiteral("--systemd"), m_unit->name(), QStringLiteral("--watch-seconds"), QStringLiteral("1"),
         QStringLiteral("--health-url"), QStringLiteral("http://127.0.0.1:%1/health").arg(port)});
    if (added.code != 0)
        return added.told();
    const CliRun up = run(
        {QStringLiteral("service"), QStringLiteral("start"), QStringLiteral("svc"), QStringLiteral("--yes")});
    return up.code == 0 ? QByteArray() : up.told();
}

QByteArray CliWorld::beginDocker()
{
    give(data(), 1000);
    m_container =
        QStringLiteral("pilothouse-e2e-%1-%2").arg(QCoreApplication::applicationPid()).arg(freePort());
    docker({QStringLiteral("run"), QStringLiteral("--detach"), QStringLiteral("--name"), m_container,
            QStringLiteral("--restart"), QStringLiteral("unless-stopped"), QStringLiteral("--env"),
            QStringLiteral("LLM_PROVIDER_KEY=") + QLatin1String(Canary), QStringLiteral("--publish"),
            QStringLiteral("127.0.0.1:%1:5200").arg(freePort()), QStringLiteral("--volume"),
            data() + u":/home/node/.agentx", QStringLiteral("--volume"),
            QStringLiteral("/etc/hostname:/mnt/hostname:ro"),
            qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"), QStringLiteral("--rate"), QStringLiteral("0")});
    const CliRun added =
        run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("svc"),
             QStringLiteral("--profile"), QStringLiteral("portagent"), QStringLiteral("--docker"),
             m_container, QStringLiteral("--watch-seconds"), QStringLiteral("1")});
    if (added.code != 0)
        return added.told();
    for (int round = 0; round < 60 && state() != u"healthy"; ++round)
        QTest::qWait(100);
    return state() == u"healthy" ? QByteArray()
                                 : "not healthy: " + docker({QStringLiteral("logs"), m_container});
}

QByteArray CliWorld::beginCompose()
{
    give(data(), 1000);
    const QByteArray up = m_compose->compose({QStringLiteral("up"), QStringLiteral("-d")});
    if (up.startsWith("failed"))
        return up;
    const CliRun added =
        run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("svc"),
             QStringLiteral("--profile"), QStringLiteral("portagent"), QStringLiteral("--compose"),
             m_compose->project() + u"/portagent", QStringLiteral("--watch-seconds"), QStringLiteral("1")});
    if (added.code != 0)
        return added.told();
    for (int round = 0; round < 60 && state() != u"healthy"; ++round)
        QTest::qWait(100);
    return state() == u"healthy" ? QByteArray() : "not healthy";
}

QString CliWorld::data(const QString &name) const
{
    if (m_compose)
        return name.isEmpty() ? m_compose->data() : m_compose->data() + u'/' + name;
    return path(name.isEmpty() ? QStringLiteral("data") : QStringLiteral("data/") + name);
}

QByteArray CliWorld::docker(const QStringList &words)
{
    QProcess process;
    process.start(QStringLiteral("docker"), words);
    process.waitForFinished(LongestRun);
    return process.readAllStandardOutput().trimmed();
}

std::unique_ptr<QProcess> CliWorld::started(const QStringList &words) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PILOTHOUSE_HOME"), home());
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_folder.path());
    process->start(QStringLiteral(PILOTHOUSE_CLI), words);
    process->waitForStarted();
    return process;
}

CliRun CliWorld::run(const QStringList &words)
{
    const auto process = started(words);
    process->waitForFinished(LongestRun);
    CliRun run;
    run.output = process->readAllStandardOutput();
    run.error = process->readAllStandardError();
    run.code = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
    m_told += run.output + run.error;
    return run;
}

CliRun CliWorld::json(const QStringList &words)
{
    CliRun answer = run(words + QStringList{QStringLiteral("--json")});
    answer.json = QJsonDocument::fromJson(answer.output);
    return answer;
}

bool CliWorld::killed(const QStringList &words, int milliseconds)
{
    const QString lock = data(QStringLiteral(".pilothouse.lock"));
    const auto process = started(words);
    while (QFileInfo(lock).size() == 0 && !process->waitForFinished(1))
        ;
    const bool isOver = process->state() == QProcess::NotRunning || process->waitForFinished(milliseconds);
    process->kill();
    process->waitForFinished(LongestRun);
    return !isOver;
}

QString CliWorld::newest(const QStringList &words, const QString &key)
{
    return json(words).json.array().first().toObject().value(key).toString();
}

QByteArray CliWorld::content() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *id : {"portagent", "agentx", "queue"}) {
        const QString copy = path(QStringLiteral("look.db"));
        QFile::remove(copy);
        const auto facts = SqliteEngine().backup(database(QLatin1String(id)), copy, OperationContext());
        hash.addData(id);
        if (!facts)
            continue;
        for (auto table = facts->tableSha256.begin(); table != facts->tableSha256.end(); ++table)
            hash.addData((table.key() + table.value()).toUtf8());
    }
    for (const QString &file : under(data(QStringLiteral("containers")))) {
        if (file.contains(u"/.pilothouse/"))
            continue;
        hash.addData(file.toUtf8());
        hash.addData(readAll(file));
    }
    return hash.result().toHex();
}

QString CliWorld::startedAt()
{
    if (m_kind == Kind::Files)
        return {};
    const QJsonObject status = json({QStringLiteral("status"), QStringLiteral("svc")}).json.object();
    return status.value(QStringLiteral("status")).toObject().value(QStringLiteral("startedAt")).toString();
}

QString CliWorld::state()
{
    return json({QStringLiteral("status"), QStringLiteral("svc")})
        .json.object()
        .value(QStringLiteral("state"))
        .toString();
}

void CliWorld::execute(const QString &id, const QByteArray &sql) const
{
    auto opened = DemoDatabase::open(database(id));
    const auto run = opened ? opened->execute(sql) : failure(opened.error());
    if (!run)
        qWarning("%s did not run: %s", sql.constData(), qPrintable(run.error().toText()));
}

QByteArray CliWorld::complaint()
{
    const CliRun verified = json({QStringLiteral("audit"), QStringLiteral("verify")});
    if (verified.code != 0)
        return "audit: " + verified.told();
    QMap<QString, QStringList> phases;
    for (const QJsonValue &value : json({QStringLiteral("audit"), QStringLiteral("list")}).json.array()) {
        const QJsonObject event = value.toObject();
        phases[event.value(QStringLiteral("op")).toString()]
            << event.value(QStringLiteral("phase")).toString();
    }
    for (const QJsonValue &value : json({QStringLiteral("journal"), QStringLiteral("list")}).json.array()) {
        const QString id = value.toObject().value(QStringLiteral("operation")).toString();
        if (!phases[id].contains(QStringLiteral("intent")) || !phases[id].contains(QStringLiteral("outcome")))
            return "no intent or no outcome of " + id.toUtf8() + ": " + phases[id].join(u' ').toUtf8();
    }
    if (m_told.contains(Canary))
        return "a secret was told";
    for (const QString &file : under(m_folder.path()))
        if (readAll(file).contains(Canary))
            return "a secret is in " + file.toUtf8();
    return {};
}

CliWorld *CliWorlds::begin(CliWorld::Kind kind)
{
    if (const auto known = m_worlds.find(kind); known != m_worlds.end())
        return known->second.get();
    if (kind == CliWorld::Kind::Docker && !qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE")) {
        qWarning("no Docker Engine: run ./dev testbed up as root and eval \"$(./dev testbed env)\"");
        return nullptr;
    }
    auto world = std::make_unique<CliWorld>(kind);
    if (const QByteArray wrong = world->begin(); !wrong.isEmpty()) {
        qWarning("%s", wrong.constData());
        return nullptr;
    }
    return m_worlds.emplace(kind, std::move(world)).first->second.get();
}

QByteArray CliWorlds::end()
{
    QByteArray complaint;
    for (const auto &[kind, world] : m_worlds)
        complaint += world->complaint();
    m_worlds.clear();
    return complaint;
}
