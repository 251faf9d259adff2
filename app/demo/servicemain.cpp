// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoprocess.h"
#include "app/demo/demoservice.h"
#include "app/demo/tenantservice.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <memory>
#include <sys/signalfd.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace pilothouse;

constexpr int BadUsage = 2;
const QString WithProcess = QStringLiteral("with-process");

QString environmentOr(const char *name, const QString &fallback)
{
    return qEnvironmentVariableIsSet(name) ? qEnvironmentVariable(name) : fallback;
}

/// The options as the real service takes them: from its environment, unless the command line says otherwise.
void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("The demo service of Pilothouse: a small living Portagent."));
    parser.addHelpOption();
    const auto add = [&parser](const char *name, const char *text, const QString &fallback) {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromLatin1(text), QStringLiteral("value"), fallback});
    };
    add("data-dir", "Folder that holds data/, containers/ and logs/.",
        environmentOr("AGENTX_DIR", QDir::homePath() + QStringLiteral("/.agentx")));
    add("host", "Address to listen on.", QStringLiteral("127.0.0.1"));
    add("port", "Port to listen on; 0 takes a free one.", environmentOr("PORT", QStringLiteral("5200")));
    add("pid-file", "File that holds the process id while the service runs.", QString());
    add("log-level", "debug, info, warn or error.", environmentOr("LOG_LEVEL", QStringLiteral("info")));
    add("rotate-bytes", "Size at which the log moves on.", QStringLiteral("10485760"));
    add("rate", "Events a second; 0 for none.", QStringLiteral("1"));
    add("shape", "conversations (a Portagent) or tenants (a service on PostgreSQL).",
        QStringLiteral("conversations"));
    add("role", "Of tenants: api or worker.", QStringLiteral("api"));
    add("version", "Of tenants: older or newer.", QStringLiteral("older"));
    add("with-process", "Process id; the service ends when that process ends.", QString());
}

/// The options, or nothing where a value makes no sense.
std::optional<DemoServiceOptions> optionsOf(const QCommandLineParser &parser)
{
    static const QStringList Levels{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warn"),
                                    QStringLiteral("error")};
    DemoServiceOptions options;
    bool portOk = false;
    bool bytesOk = false;
    bool rateOk = false;
    options.dataDirectory = QDir(parser.value(QStringLiteral("data-dir"))).absolutePath();
    options.address = QHostAddress(parser.value(QStringLiteral("host")));
    options.port = parser.value(QStringLiteral("port")).toUShort(&portOk);
    options.pidFile = parser.value(QStringLiteral("pid-file"));
    options.rotateBytes = parser.value(QStringLiteral("rotate-bytes")).toLongLong(&bytesOk);
    options.eventsPerSecond = parser.value(QStringLiteral("rate")).toDouble(&rateOk);
    options.tokenSecret = qgetenv("JWT_SECRET");
    options.seed = static_cast<quint32>(QDateTime::currentMSecsSinceEpoch());
    const auto level = Levels.indexOf(parser.value(QStringLiteral("log-level")));
    const bool inRange =
        options.rotateBytes > 0 && options.eventsPerSecond >= 0 && options.eventsPerSecond <= 1000;
    if (!portOk || !bytesOk || !rateOk || !inRange || level < 0 || options.address.isNull())
        return std::nullopt;
    options.lowestLevel = static_cast<DemoLogRecord::Level>(level);
    return options;
}

/// A descriptor that becomes readable when the process is asked to end; call before any thread starts.
int endSignals()
{
    sigset_t endings;
    sigemptyset(&endings);
    sigaddset(&endings, SIGTERM);
    sigaddset(&endings, SIGINT);
    sigprocmask(SIG_BLOCK, &endings, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signalfd(-1, &endings, SFD_CLOEXEC | SFD_NONBLOCK);
}

TenantServiceOptions tenantOptionsOf(const QCommandLineParser &parser)
{
    TenantServiceOptions options;
    options.address = QHostAddress(parser.value(QStringLiteral("host")));
    options.port = parser.value(QStringLiteral("port")).toUShort();
    options.pidFile = parser.value(QStringLiteral("pid-file"));
    options.isNewer = parser.value(QStringLiteral("version")) == QLatin1String("newer");
    return options;
}

/// What the real service prints when it cannot start.
void printFailure(const Error &error, quint16 port)
{
    QByteArray text = "error: Failed to start server. Is port " + QByteArray::number(port) + " in use?\n  ";
    if (error.detail.startsWith(u"SQLiteError"))
        text = error.subject.toUtf8() + ": ";
    text += error.detail.toUtf8() + '\n';
    std::fputs(text.constData(), stderr);
}

} // namespace

int main(int argc, char **argv)
{
    const int endDescriptor = endSignals();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    if (parser.value(QStringLiteral("shape")) == QLatin1String("tenants"))
        return runTenantService(tenantOptionsOf(parser),
                                parser.value(QStringLiteral("role")) == QLatin1String("worker"),
                                endDescriptor);
    const auto options = optionsOf(parser);
    if (!options) {
        std::fputs("An option has a value that makes no sense; see --help.\n", stderr);
        return BadUsage;
    }
    DemoService service(*options);
    if (const auto started = service.start(); !started) {
        printFailure(started.error(), options->port);
        return 1;
    }
    const auto companion = DemoProcess::fromId(parser.value(WithProcess).toLongLong());
    std::vector<std::unique_ptr<QSocketNotifier>> endings;
    endings.push_back(std::make_unique<QSocketNotifier>(endDescriptor, QSocketNotifier::Read));
    if (companion)
        endings.push_back(std::make_unique<QSocketNotifier>(companion->descriptor(), QSocketNotifier::Read));
    for (const auto &ending : endings)
        QObject::connect(ending.get(), &QSocketNotifier::activated, &service, &QCoreApplication::quit);
    if (companion || parser.value(WithProcess).isEmpty())
        QCoreApplication::exec();
    service.stop();
    return 0;
}
