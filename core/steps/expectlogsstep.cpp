// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/expectlogsstep.h"

#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/instances/instancesession.h"
#include "core/logs/freshlines.h"
#include "core/runtime/dockerruntime.h"
#include "core/steps/logsword.h"
#include "core/steps/serviceword.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace pilothouse {

namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr milliseconds LogLookInterval{250};
constexpr qsizetype ShownLetters = 300;

/// The logs of one call, read on from its marks.
class Watch
{
public:
    explicit Watch(const StepScope &scope)
        : m_scope(scope)
    {
        const QJsonObject marks = scope.arguments.value(QLatin1String("marks")).toObject();
        for (const LogSource &source : logFilesOf(scope.arguments))
            m_files.emplace_back(source, logMarkFromJson(marks.value(source.id).toObject()));
        for (const QJsonValue &pattern : scope.arguments.value(QLatin1String("patterns")).toArray())
            m_patterns << QRegularExpression(pattern.toString());
    }

    /// Looks at what is new; fails with the first line that must not be there.
    Result<> look()
    {
        for (FreshLines &file : m_files) {
            const auto lines = file.next();
            if (!lines)
                return tl::unexpected(lines.error());
            if (auto clean = check(*lines); !clean)
                return clean;
        }
        return m_scope.arguments.value(QLatin1String("container")).toBool() ? lookAtContainer() : Result<>();
    }

private:
    Result<> lookAtContainer()
    {
        const auto *runtime = dynamic_cast<const DockerRuntime *>(&m_scope.session.runtime());
        if (!runtime)
            return {};
        DockerLogQuery query;
        query.since = QDateTime::fromString(m_scope.arguments.value(QLatin1String("since")).toString(),
                                            Qt::ISODateWithMs);
        query.hasTimestamps = false;
        QByteArray text;
        const auto read = runtime->engine().logs(
            runtime->container(), query,
            [&text](DockerStream, const QByteArray &bytes) {
                text += bytes;
                return true;
            },
            m_scope.context);
        return read ? check(text.split('\n')) : read;
    }

    Result<> check(const QByteArrayList &lines) const
    {
        for (const QByteArray &bytes : lines) {
            const QString line = QString::fromUtf8(bytes);
            for (const QRegularExpression &pattern : m_patterns)
                if (pattern.match(line).hasMatch())
                    return fatal(line, pattern.pattern());
        }
        return {};
    }

    tl::unexpected<Error> fatal(const QString &line, const QString &pattern) const
    {
        Error error;
        error.kind = ErrorKind::BadData;
        error.subject = m_scope.session.instance().name;
        error.message = ExpectLogsStep::tr("After its start the log says: %1")
                            .arg(visibleText(redacted(line.trimmed().left(ShownLetters))));
        error.advice = ExpectLogsStep::tr("Read the log of the service from its last start on.");
        error.detail = pattern;
        return failure(error);
    }

    const StepScope &m_scope;
    std::vector<FreshLines> m_files;
    QList<QRegularExpression> m_patterns;
};

seconds lengthOf(const QJsonObject &arguments)
{
    return seconds(arguments.value(QLatin1String("seconds")).toInt());
}

} // namespace

QString ExpectLogsStep::name() const
{
    return QStringLiteral("expect.logs");
}

StepText ExpectLogsStep::describe(const QJsonObject &arguments) const
{
    return {tr("No fatal line in the log for %n second(s)", nullptr,
               static_cast<int>(lengthOf(arguments).count())),
            {}};
}

Result<QJsonObject> ExpectLogsStep::prepare(const StepScope &scope) const
{
    for (const QJsonValue &pattern : scope.arguments.value(QLatin1String("patterns")).toArray())
        if (!QRegularExpression(pattern.toString()).isValid())
            return failure(ErrorKind::BadInput, tr("This is no regular expression."), pattern.toString());
    return QJsonObject();
}

Result<QJsonObject> ExpectLogsStep::effect(const StepScope &scope, const QJsonObject &) const
{
    Watch watch(scope);
    const auto started = steady_clock::now();
    const milliseconds length = lengthOf(scope.arguments);
    while (true) {
        if (auto clean = watch.look(); !clean)
            return tl::unexpected(clean.error());
        const auto passed = duration_cast<milliseconds>(steady_clock::now() - started);
        scope.context.report(Progress{std::min(passed, length).count(), length.count(),
                                      tr("Watching the log of %1").arg(scope.session.instance().name)});
        if (passed >= length)
            return QJsonObject{{QStringLiteral("watchedMs"), static_cast<qint64>(passed.count())}};
        if (!pauseUnlessCancelled(std::min(LogLookInterval, length - passed), scope.context))
            return failure(ErrorKind::Cancelled, tr("Watching the log was cancelled."));
    }
}

Result<Observed> ExpectLogsStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const auto clean = Watch(scope).look();
    if (!clean && clean.error().kind != ErrorKind::BadData)
        return tl::unexpected(clean.error());
    return clean ? Observed::Done : Observed::NotDone;
}

Result<> ExpectLogsStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
