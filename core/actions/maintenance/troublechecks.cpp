// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the checks see of the service itself: its state, log, environment, port and addresses.

#include "core/actions/maintenance/troublechecks.h"

#include "core/base/redaction.h"
#include "core/base/units.h"
#include "core/net/websocketprobe.h"
#include "core/runtime/portholders.h"
#include "core/runtime/procfs.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace pilothouse {

namespace {

struct TroubleChecksText
{
    Q_DECLARE_TR_FUNCTIONS(TroubleChecks)
};

constexpr int LinesLookedAt = 60;
constexpr int LongestLine = 240;
constexpr int ManyRestarts = 3;
constexpr int Killed = 137;

QString shortened(const QString &line)
{
    const QString safe = redacted(line.simplified());
    return safe.size() > LongestLine ? safe.left(LongestLine) + u'…' : safe;
}

bool isBad(const QString &level)
{
    return level == QLatin1String("error") || level == QLatin1String("fatal");
}

} // namespace

TroubleChecks::TroubleChecks(const InstanceSession &session, const TroubleServices &services,
                             const TroubleQuestion &question, const OperationContext &context)
    : m_session(session)
    , m_services(services)
    , m_question(question)
    , m_context(context)
{
}

QString TroubleChecks::title(const QString &word)
{
    static const QMap<QString, const char *> Titles{
        {QStringLiteral("status"), QT_TRANSLATE_NOOP("TroubleChecks", "State of the service")},
        {QStringLiteral("last-log-lines"), QT_TRANSLATE_NOOP("TroubleChecks", "Last lines of the log")},
        {QStringLiteral("environment.required"),
         QT_TRANSLATE_NOOP("TroubleChecks", "Required environment variables")},
        {QStringLiteral("port.free"), QT_TRANSLATE_NOOP("TroubleChecks", "Port")},
        {QStringLiteral("mounts.writable"),
         QT_TRANSLATE_NOOP("TroubleChecks", "The service can write its data")},
        {QStringLiteral("data.permissions"), QT_TRANSLATE_NOOP("TroubleChecks", "Permissions of the data")},
        {QStringLiteral("sqlite.integrity"),
         QT_TRANSLATE_NOOP("TroubleChecks", "Integrity of the databases")},
        {QStringLiteral("disk.space"), QT_TRANSLATE_NOOP("TroubleChecks", "Space on the disk")},
        {QStringLiteral("database.connection"),
         QT_TRANSLATE_NOOP("TroubleChecks", "Connection to the database server")},
        {QStringLiteral("database.sessions"),
         QT_TRANSLATE_NOOP("TroubleChecks", "Sessions of the database server")},
        {QStringLiteral("health"), QT_TRANSLATE_NOOP("TroubleChecks", "Health")},
        {QStringLiteral("websocket"), QT_TRANSLATE_NOOP("TroubleChecks", "WebSocket handshake")}};
    return TroubleChecksText::tr(Titles.value(word, ""));
}

QList<ProbeFinding> TroubleChecks::run(const QString &word)
{
    using Look = void (TroubleChecks::*)();
    static const QMap<QString, Look> Looks{
        {QStringLiteral("status"), &TroubleChecks::lookAtStatus},
        {QStringLiteral("last-log-lines"), &TroubleChecks::lookAtLog},
        {QStringLiteral("environment.required"), &TroubleChecks::lookAtEnvironment},
        {QStringLiteral("port.free"), &TroubleChecks::lookAtPort},
        {QStringLiteral("mounts.writable"), &TroubleChecks::lookAtMounts},
        {QStringLiteral("data.permissions"), &TroubleChecks::lookAtPermissions},
        {QStringLiteral("sqlite.integrity"), &TroubleChecks::lookAtDatabases},
        {QStringLiteral("disk.space"), &TroubleChecks::lookAtSpace},
        {QStringLiteral("database.connection"), &TroubleChecks::lookAtConnections},
        {QStringLiteral("database.sessions"), &TroubleChecks::lookAtSessions},
        {QStringLiteral("health"), &TroubleChecks::lookAtHealth},
        {QStringLiteral("websocket"), &TroubleChecks::lookAtWebSocket}};
    m_word = word;
    m_findings.clear();
    m_timer.start();
    if (const Look look = Looks.value(word))
        (this->*look)();
    return m_findings;
}

void TroubleChecks::add(const QString &id, ProbeVerdict verdict, const QString &text, const QString &advice)
{
    const QString whole = id.isEmpty() ? m_word : m_word + u'.' + id;
    const QString name = id.isEmpty() ? title(m_word) : QStringLiteral("%1: %2").arg(title(m_word), id);
    m_findings << ProbeFinding{whole, name, verdict, text, advice, m_timer.restart()};
}

void TroubleChecks::addError(const QString &id, const Error &error)
{
    add(id, ProbeVerdict::NotKnown, error.message, error.advice);
}

const Result<ServiceStatus> &TroubleChecks::status()
{
    if (!m_status)
        m_status = m_session.runtime().status(m_context);
    return *m_status;
}

bool TroubleChecks::isFilesOnly() const
{
    return !m_session.runtime().canControl();
}

void TroubleChecks::lookAtStatus()
{
    if (isFilesOnly()) {
        add({}, ProbeVerdict::DoesNotApply,
            TroubleChecksText::tr("Only files are known of this instance, no service."));
        return;
    }
    const auto &now = status();
    if (!now) {
        addError({}, now.error());
        return;
    }
    if (!now->isUp()) {
        tellEnd(*now);
        return;
    }
    const QString moment = formatMoment(now->startedAt.toLocalTime(), QDateTime::currentDateTime());
    if (now->state == ServiceState::Starting && now->restartCount == 0) {
        add({}, ProbeVerdict::ToKnow, TroubleChecksText::tr("Starting since %1").arg(moment));
        return;
    }
    const QString since = TroubleChecksText::tr("Running since %1").arg(moment);
    if (now->restartCount > ManyRestarts)
        add({}, ProbeVerdict::InTheWay,
            TroubleChecksText::tr("%1, restarted %n time(s)", nullptr, now->restartCount).arg(since),
            TroubleChecksText::tr(
                "It ends and is started again and again; the log before each end says why."));
    else if (now->health == QLatin1String("unhealthy"))
        add({}, ProbeVerdict::InTheWay,
            TroubleChecksText::tr("Running, but the container's own health check fails"),
            shortened(now->healthLog));
    else
        add({}, ProbeVerdict::Holds, since);
}

void TroubleChecks::tellEnd(const ServiceStatus &ended)
{
    QStringList facts{ended.reason.isEmpty() ? serviceStateName(ended.state) : ended.reason};
    if (ended.exitCode)
        facts << TroubleChecksText::tr("exit code %1").arg(*ended.exitCode);
    if (ended.restartCount > 0)
        facts << TroubleChecksText::tr("restarted %n time(s)", nullptr, ended.restartCount);
    QString advice;
    if (ended.isOutOfMemory)
        advice = TroubleChecksText::tr(
            "The kernel ended it for want of memory. Raise its limit, or find what uses so much.");
    else if (ended.exitCode == Killed)
        advice = TroubleChecksText::tr(
            "It was killed from outside: by a stop that took too long, or for want of memory.");
    else if (ended.exitCode.value_or(0) != 0)
        advice = TroubleChecksText::tr("It ended by itself; the last lines of its log say why.");
    else if (ended.state == ServiceState::Missing)
        advice =
            TroubleChecksText::tr("The container or unit is gone. Make it again, or correct the instance.");
    add({}, ProbeVerdict::InTheWay, facts.join(QLatin1String(", ")), advice);
}

void TroubleChecks::lookAtLog()
{
    const auto sources = logSources(m_session);
    if (!sources) {
        addError({}, sources.error());
        return;
    }
    if (sources->isEmpty()) {
        add({}, ProbeVerdict::DoesNotApply, TroubleChecksText::tr("It has no log."));
        return;
    }
    // What a service says before it ends is in the engine's log or on its console, often nowhere else.
    QStringList wanted{sources->first().id};
    for (const LogSource &known : *sources) {
        if (known.isStream())
            wanted = QStringList{known.id};
        else if (known.isConsole)
            wanted << known.id;
    }
    QJsonArray all;
    for (const QString &source : std::as_const(wanted)) {
        const auto records =
            LogActions(m_services.openLog)
                .tail(m_session,
                      {{QStringLiteral("source"), source}, {QStringLiteral("count"), LinesLookedAt}},
                      m_context);
        if (!records) {
            addError({}, records.error());
            return;
        }
        for (const QJsonValue &record : records->toArray())
            all << record;
    }
    judgeLog(all);
}

void TroubleChecks::judgeLog(const QJsonArray &records)
{
    const bool isRunning = status() && status()->isUp();
    const QDateTime from = isRunning ? status()->startedAt : QDateTime();
    QString fatal;
    QString error;
    for (const QJsonValue &value : records) {
        const QJsonObject record = value.toObject();
        const QDateTime at =
            QDateTime::fromString(record.value(QLatin1String("time")).toString(), Qt::ISODateWithMs);
        if (from.isValid() && at.isValid() && at < from)
            continue;
        const QString message = record.value(QLatin1String("message")).toString();
        // What has no form of its own, as the cry of a process that dies, stands below the record before it.
        QStringList lines{message};
        for (const QJsonValue &line : record.value(QLatin1String("lines")).toArray())
            lines << line.toString();
        for (const QString &pattern : m_session.profile().fatalLines) {
            for (const QString &line : std::as_const(lines))
                fatal = QRegularExpression(pattern).match(line).hasMatch() ? line : fatal;
        }
        if (isBad(record.value(QLatin1String("level")).toString()))
            error = message;
    }
    if (!fatal.isEmpty())
        add({}, ProbeVerdict::InTheWay, shortened(fatal),
            TroubleChecksText::tr(
                "This line stands in the log where a start fails. Mend what it names, then start again."));
    else if (!error.isEmpty())
        add({}, ProbeVerdict::ToKnow, shortened(error), TroubleChecksText::tr("The last error in the log."));
    else
        add({}, ProbeVerdict::Holds,
            TroubleChecksText::tr("No error in the last %n record(s)", nullptr,
                                  static_cast<int>(records.size())));
}

void TroubleChecks::lookAtEnvironment()
{
    if (isFilesOnly()) {
        add({}, ProbeVerdict::DoesNotApply,
            TroubleChecksText::tr("Only files are known of this instance, no service."));
        return;
    }
    const auto entries = m_session.runtime().environment(m_context);
    if (!entries) {
        addError({}, entries.error());
        return;
    }
    bool isGood = true;
    for (const ProfileVariable &variable : m_session.profile().environment) {
        if (!variable.isRequired)
            continue;
        const auto entry =
            std::find_if(entries->begin(), entries->end(),
                         [&variable](const EnvironmentEntry &e) { return e.key == variable.name; });
        const bool isMissing = entry == entries->end();
        if (!isMissing && !entry->isEmpty)
            continue;
        isGood = false;
        const bool runs = status() && status()->isUp(); // then it did start without it
        add(variable.name, runs ? ProbeVerdict::ToKnow : ProbeVerdict::InTheWay,
            isMissing ? TroubleChecksText::tr("Not set") : TroubleChecksText::tr("Set, but empty"),
            variable.text);
    }
    if (isGood)
        add({}, ProbeVerdict::Holds, TroubleChecksText::tr("Everything that is required is set"));
}

void TroubleChecks::lookAtPort()
{
    const auto address = m_session.currentHealthUrl(m_context);
    if (!address) {
        addError({}, address.error());
        return;
    }
    const QUrl url(*address);
    const bool isHere = url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("localhost")
                        || url.host() == QLatin1String("::1");
    if (address->isEmpty() || !isHere)
        add({}, ProbeVerdict::DoesNotApply,
            TroubleChecksText::tr("No port of this machine belongs to it: %1")
                .arg(address->isEmpty() ? TroubleChecksText::tr("the profile has no address") : url.host()));
    else
        judgePort(static_cast<quint16>(url.port(url.scheme() == QLatin1String("https") ? 443 : 80)));
}

void TroubleChecks::judgePort(quint16 port)
{
    const QList<PortHolder> holders = portHolders(port);
    const auto &now = status();
    const bool isRunning = now && now->isUp();
    if (holders.isEmpty()) {
        add({}, isRunning ? ProbeVerdict::ToKnow : ProbeVerdict::Holds,
            isRunning ? TroubleChecksText::tr("Nobody listens on port %1, though the service runs").arg(port)
                      : TroubleChecksText::tr("Port %1 is free").arg(port));
        return;
    }
    QStringList names;
    bool isOwn = isRunning && isContainerKind(m_session.runtime().kind());
    const QList<ProcessFacts> own = isRunning && now->pid > 0 ? processTree(now->pid) : QList<ProcessFacts>();
    for (const PortHolder &holder : holders) {
        names << (holder.pid == 0 ? TroubleChecksText::tr("a process of another user")
                                  : TroubleChecksText::tr("%1 (pid %2)").arg(holder.name).arg(holder.pid));
        isOwn = isOwn || std::any_of(own.begin(), own.end(), [&holder](const ProcessFacts &process) {
                    return process.pid == holder.pid;
                });
    }
    const QString text =
        TroubleChecksText::tr("Port %1 is held by %2").arg(port).arg(names.join(QLatin1String(", ")));
    if (isOwn)
        add({}, ProbeVerdict::Holds, text);
    else if (isFilesOnly())
        add({}, ProbeVerdict::ToKnow, text);
    else
        add({}, ProbeVerdict::InTheWay, text,
            TroubleChecksText::tr(
                "The service cannot listen there. End that process, or give the service another port."));
}

void TroubleChecks::lookAtHealth()
{
    const ProfileEndpoint *endpoint = m_session.profile().endpoint(QStringLiteral("health"));
    if (!endpoint) {
        add({}, ProbeVerdict::DoesNotApply, TroubleChecksText::tr("The profile has no health address."));
        return;
    }
    if (m_session.healthUrl().isEmpty()) {
        add({}, ProbeVerdict::NotKnown, TroubleChecksText::tr("The instance has no health address."));
        return;
    }
    const HealthAnswer answer = probeHealth(*endpoint, m_session, m_services.send, m_context);
    if (answer.verdict == HealthVerdict::Passed)
        add({}, ProbeVerdict::Holds,
            TroubleChecksText::tr("%1 answered as expected after %2 ms")
                .arg(answer.url)
                .arg(answer.milliseconds));
    else
        add({}, isFilesOnly() ? ProbeVerdict::NotKnown : ProbeVerdict::InTheWay,
            QStringLiteral("%1: %2").arg(answer.url, answer.reason));
}

void TroubleChecks::lookAtWebSocket()
{
    QUrl url = m_question.url;
    if (url.isEmpty()) {
        const ProfileEndpoint *endpoint = m_session.profile().endpoint(QStringLiteral("websocket"));
        const auto health = m_session.currentHealthUrl(m_context);
        if (!endpoint || !health || health->isEmpty()) {
            add({}, ProbeVerdict::DoesNotApply,
                TroubleChecksText::tr("The profile has no WebSocket address."));
            return;
        }
        // The operator says where the service is by its health address; the path is the profile's.
        url = QUrl(*health);
        url.setPath(QUrl(endpoint->url.section(u'}', -1)).path());
        url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    }
    const WebSocketAnswer answer = probeWebSocket(url, m_services.http, m_context);
    add({}, answer.isOpen ? ProbeVerdict::Holds : ProbeVerdict::InTheWay,
        QStringLiteral("%1: %2").arg(answer.address, answer.reason), answer.advice);
    if (answer.isOpen && m_question.url.isEmpty())
        add(QStringLiteral("proxy"), ProbeVerdict::ToKnow,
            TroubleChecksText::tr("Only the service's own address was tried"),
            TroubleChecksText::tr(
                "Where clients come through a proxy, try the address that they use as well."));
}

} // namespace pilothouse
