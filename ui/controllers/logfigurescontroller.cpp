// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logfigurescontroller.h"

#include "core/actions/logs/savedfilters.h"
#include "core/instances/instancesession.h"
#include "ui/controllers/lognarrowing.h"

namespace pilothouse {

namespace {

constexpr int MostFigures = 500; ///< rows of a table

QJsonObject figureArguments(const LogFiguresWish &wish, QJsonObject arguments)
{
    const auto add = [&arguments](const char *name, const QString &value) {
        if (!value.trimmed().isEmpty())
            arguments.insert(QLatin1String(name), value.trimmed());
    };
    add("by", wish.by);
    add("slow", wish.slow);
    add("per", wish.per);
    add("question", wish.question);
    arguments.insert(QStringLiteral("review"), wish.isReview);
    arguments.insert(QStringLiteral("top"), MostFigures);
    return arguments;
}

} // namespace

LogFiguresController::LogFiguresController(LogsController &logs, const LogServices &services,
                                           SessionPointer session, QObject *parent)
    : QObject(parent)
    , m_logs(logs)
    , m_services(services)
    , m_session(std::move(session))
{
}

LogFiguresController::~LogFiguresController()
{
    cancel();
}

QList<ProfileLogQuestion> LogFiguresController::questions() const
{
    const LogSource *source = m_logs.shownSource();
    return source ? source->format.questions : QList<ProfileLogQuestion>();
}

void LogFiguresController::start(const LogFiguresWish &wish)
{
    cancel();
    const QJsonObject arguments = figureArguments(wish, narrowingOf(m_logs, wish.isByQuery, wish.isByTimes));
    QString asked;
    for (const ProfileLogQuestion &question : questions()) {
        if (question.id == wish.question)
            asked = question.filter;
    }
    m_scope = joinedFilters(asked, arguments.value(QLatin1String("filter")).toString());
    m_figures.isReading = true;
    m_figures.error.reset();
    const int generation = ++m_generation;
    m_operation = m_services.runner.run(
        tr("Counting the records of a log"), this,
        [logs = LogActions(m_services.openStream), session = m_session,
         arguments](const OperationContext &context) { return logs.stats(*session, arguments, context); },
        [this, generation](const Result<QJsonValue> &figures) {
            if (generation != m_generation)
                return;
            m_operation.clear();
            m_figures.isReading = false;
            if (figures) {
                m_figures.value = figures->toObject();
                m_figures.hasValue = true;
            } else {
                m_figures.error = figures.error();
            }
            emit changed();
        },
        OperationRunner::Pool::Operations);
    emit changed();
}

void LogFiguresController::cancel()
{
    if (m_operation)
        m_operation->cancel();
}

} // namespace pilothouse
