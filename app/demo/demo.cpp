// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demo.h"

#include "app/demo/demoprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QSaveFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <csignal>

namespace pilothouse {

namespace {

constexpr std::chrono::milliseconds Poll{20};
constexpr std::chrono::milliseconds StartDeadline{10'000};
constexpr std::chrono::milliseconds StopDeadline{3'000};
constexpr int AnswerDeadlineMs = 500;

QString demoEnvironmentText(const char *text)
{
    return QCoreApplication::translate("DemoEnvironment", text);
}

/// A port that is free now; `wanted` where it still is.
quint16 freePort(quint16 wanted)
{
    QTcpServer probe;
    if (wanted != 0 && probe.listen(QHostAddress::LocalHost, wanted))
        return wanted;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16{0};
}

bool answersHealthy(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!socket.waitForConnected(AnswerDeadlineMs))
        return false;
    socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QByteArray answer;
    while (!answer.contains('}') && socket.waitForReadyRead(AnswerDeadlineMs))
        answer += socket.readAll();
    return answer.startsWith("HTTP/1.1 200") && answer.contains("\"ok\"");
}

/// Asks every 20 ms; false after the deadline or when cancelled.
template <typename Condition>
bool waitFor(Condition condition, std::chrono::milliseconds deadline, const OperationContext &context)
{
    for (std::chrono::milliseconds waited{0}; waited < deadline; waited += Poll) {
        if (condition())
            return true;
        if (context.isCancelled())
            return false;
        QThread::msleep(static_cast<unsigned long>(Poll.count()));
    }
    return condition();
}

} // namespace

QString demoServiceProgram()
{
    const QString name = QStringLiteral("pilothouse-demo-service");
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString &candidate : {here.filePath(name), here.filePath(u"../libexec/pilothouse/" + name)}) {
        if (QFileInfo(candidate).isExecutable())
            return QDir::cleanPath(candidate);
    }
    return {};
}

DemoEnvironment::DemoEnvironment(QString directory, Options options)
    : m_directory(std::move(directory))
    , m_options(std::move(options))
{
}

Result<DemoEnvironment> DemoEnvironment::create(const QString &directory, const Options &options,
                                                const OperationContext &context)
{
    DemoEnvironment demo(QDir(directory).absolutePath(), options);
    if (demo.m_options.serviceProgram.isEmpty())
        demo.m_options.serviceProgram = demoServiceProgram();
    if (demo.m_options.serviceProgram.isEmpty())
        return failure({ErrorKind::NotFound,
                        QStringLiteral("pilothouse-demo-service"),
                        demoEnvironmentText(
                            QT_TRANSLATE_NOOP("DemoEnvironment", "The demo's service is not installed.")),
                        demoEnvironmentText(QT_TRANSLATE_NOOP(
                            "DemoEnvironment",
                            "Install Pilothouse again, or build the target pilothouse-demo-service.")),
                        {}});
    if (auto made = demo.makeData(context); !made)
        return failure(made.error());
    if (auto loaded = demo.load(); !loaded)
        return failure(loaded.error());
    return demo;
}

Result<DemoEnvironment> DemoEnvironment::open(const QString &directory)
{
    DemoEnvironment demo(QDir(directory).absolutePath(), {});
    if (!demo.readPort())
        return failure({ErrorKind::NotFound,
                        demo.m_directory,
                        demoEnvironmentText(QT_TRANSLATE_NOOP("DemoEnvironment", "There is no demo there.")),
                        demoEnvironmentText(QT_TRANSLATE_NOOP(
                            "DemoEnvironment", "Give the folder with which the demo was started.")),
                        {}});
    return demo;
}

Result<> DemoEnvironment::makeData(const OperationContext &context) const
{
    if (QFileInfo::exists(dataDirectory()))
        return {};
    const QString partial = dataDirectory() + QStringLiteral(".partial");
    QDir(partial).removeRecursively();
    QDir folder;
    if (!folder.mkpath(partial))
        return failure(
            ErrorKind::Refused,
            demoEnvironmentText(QT_TRANSLATE_NOOP("DemoEnvironment", "The demo's folder cannot be made.")),
            m_directory);
    QFile::setPermissions(m_directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (auto made = createDemoData(partial, m_options.data, context); !made)
        return made;
    if (!folder.rename(partial, dataDirectory()))
        return failure(
            ErrorKind::Refused,
            demoEnvironmentText(QT_TRANSLATE_NOOP("DemoEnvironment", "The demo's folder cannot be renamed.")),
            partial);
    return {};
}

bool DemoEnvironment::readPort()
{
    QFile file(m_directory + QStringLiteral("/demo.json"));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const int port = QJsonDocument::fromJson(file.readAll()).object().value(u"port").toInt();
    m_port = port > 0 && port < 65536 ? static_cast<quint16>(port) : quint16{0};
    return true;
}

Result<> DemoEnvironment::load()
{
    if (!readPort() || m_port == 0)
        m_port = freePort(0);
    return save();
}

Result<> DemoEnvironment::save() const
{
    const QJsonObject content{{QStringLiteral("port"), m_port},
                              {QStringLiteral("pidFile"), pidFile()},
                              {QStringLiteral("dataDirectory"), dataDirectory()},
                              {QStringLiteral("command"), QJsonArray::fromStringList(command())}};
    QSaveFile file(m_directory + QStringLiteral("/demo.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(content).toJson()) < 0 || !file.commit())
        return failure(ErrorKind::Refused,
                       demoEnvironmentText(
                           QT_TRANSLATE_NOOP("DemoEnvironment", "The demo's description cannot be written.")),
                       file.errorString());
    return {};
}

QString DemoEnvironment::dataDirectory() const
{
    return m_directory + QStringLiteral("/portagent");
}

QString DemoEnvironment::pidFile() const
{
    return m_directory + QStringLiteral("/portagent.pid");
}

QUrl DemoEnvironment::healthUrl() const
{
    return {QStringLiteral("http://127.0.0.1:%1/health").arg(m_port)};
}

QStringList DemoEnvironment::command() const
{
    return {m_options.serviceProgram,
            QStringLiteral("--data-dir"),
            dataDirectory(),
            QStringLiteral("--port"),
            QString::number(m_port),
            QStringLiteral("--pid-file"),
            pidFile(),
            QStringLiteral("--rotate-bytes"),
            QString::number(m_options.rotateBytes),
            QStringLiteral("--rate"),
            QString::number(m_options.eventsPerSecond)};
}

std::optional<qint64> DemoEnvironment::processId() const
{
    const auto process = DemoProcess::fromPidFile(pidFile());
    if (!process)
        return std::nullopt;
    return process->id();
}

Result<> DemoEnvironment::start(const OperationContext &context)
{
    if (!processId()) {
        m_port = freePort(m_port);
        if (auto saved = save(); !saved)
            return saved;
        if (auto launched = launch(); !launched)
            return launched;
    }
    return waitUntilHealthy(context);
}

Result<> DemoEnvironment::launch() const
{
    QProcess process;
    QStringList words = command();
    if (!m_options.outlivesProgram)
        words << QStringLiteral("--with-process") << QString::number(QCoreApplication::applicationPid());
    process.setProgram(words.first());
    process.setArguments(words.mid(1));
    process.setWorkingDirectory(m_directory);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(m_directory + QStringLiteral("/stderr.log"));
    if (!process.startDetached())
        return failure(
            {ErrorKind::Refused, words.first(),
             demoEnvironmentText(QT_TRANSLATE_NOOP("DemoEnvironment", "The demo's service does not start.")),
             demoEnvironmentText(QT_TRANSLATE_NOOP("DemoEnvironment",
                                                   "Check that the program is there and may be executed.")),
             process.errorString()});
    return {};
}

Result<> DemoEnvironment::waitUntilHealthy(const OperationContext &context) const
{
    const auto healthy = [this] { return processId() && answersHealthy(m_port); };
    if (waitFor(healthy, StartDeadline, context))
        return {};
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled,
                       demoEnvironmentText(QT_TRANSLATE_NOOP("DemoEnvironment", "Cancelled.")));
    QFile errors(m_directory + QStringLiteral("/stderr.log"));
    QString detail;
    if (errors.open(QIODevice::ReadOnly))
        detail = QString::fromUtf8(errors.read(4096));
    return failure({ErrorKind::TimedOut, m_directory,
                    demoEnvironmentText(
                        QT_TRANSLATE_NOOP("DemoEnvironment", "The demo's service gives no healthy answer.")),
                    demoEnvironmentText(QT_TRANSLATE_NOOP(
                        "DemoEnvironment", "Remove the demo's folder to begin again with new data.")),
                    detail});
}

Result<> DemoEnvironment::stop(const OperationContext &context) const
{
    const auto process = DemoProcess::fromPidFile(pidFile());
    if (!process)
        return {};
    process->signal(SIGTERM);
    const auto gone = [&process] { return !process->isRunning(); };
    if (!waitFor(gone, StopDeadline, context)) {
        process->signal(SIGKILL);
        if (!waitFor(gone, StopDeadline, OperationContext()))
            return failure(
                ErrorKind::TimedOut,
                demoEnvironmentText(QT_TRANSLATE_NOOP("DemoEnvironment", "The demo's service does not end.")),
                QStringLiteral("pid %1").arg(process->id()));
        QFile::remove(pidFile());
    }
    return {};
}

} // namespace pilothouse
