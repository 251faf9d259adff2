// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/revertcommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "app/commandline/planrun.h"
#include "app/console.h"
#include "core/steps/serviceword.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <chrono>

namespace pilothouse {

namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds LookInterval{500};
constexpr seconds FirstPause{2};
constexpr seconds LongestPause{30};
constexpr seconds LongestWait = std::chrono::hours(12);

/// When to try again while something else holds the instance: soon at first, then now and then, for hours.
class Retries
{
public:
    bool isTime() const { return steady_clock::now() >= m_next; }
    bool isOver() const { return m_left <= seconds::zero(); }
    void pause()
    {
        m_next = steady_clock::now() + m_pause;
        m_left -= m_pause;
        m_pause = std::min(2 * m_pause, LongestPause);
    }

private:
    steady_clock::time_point m_next = steady_clock::now();
    seconds m_pause = FirstPause;
    seconds m_left = LongestWait;
};

int listReverts(CommandContext &context, const Arguments &arguments)
{
    QJsonArray rows;
    for (const PendingRevert &revert : context.console.reverts().list()) {
        if (!arguments.at(0).isEmpty() && revert.instance != arguments.at(0))
            continue;
        QJsonObject row = toJson(revert);
        row.insert(QStringLiteral("isOverdue"), revert.isOverdue(context.console.clock().now()));
        rows << row;
    }
    context.output.value(rows,
                         {QStringLiteral("operation"), QStringLiteral("instance"), QStringLiteral("title"),
                          QStringLiteral("dueAt"), QStringLiteral("isOverdue"), QStringLiteral("waiter")});
    return ExitCode::Done;
}

int keepChange(CommandContext &context, const Arguments &arguments)
{
    const auto kept =
        context.console.cancelRevert(QUuid::fromString(arguments.at(0)), QStringLiteral("command line"));
    if (!kept)
        return failed(context, kept.error());
    context.output.line(
        commandLineText(
            QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 stays as it is; nothing goes back by itself."))
            .arg(kept->title, kept->instance));
    return ExitCode::Done;
}

/// Puts it back as its operation's undo. Who changed it has agreed to that then.
Result<RunReport> putBack(CommandContext &context, const QUuid &operation)
{
    const auto record = context.console.journals().read(operation);
    if (!record)
        return tl::unexpected(record.error());
    const auto session = context.console.session(record->plan.instance);
    if (!session)
        return tl::unexpected(session.error());
    const auto plan = context.console.catalogue().undo(*record, **session, context.operation);
    if (!plan)
        return tl::unexpected(plan.error());
    Approval approval;
    approval.isConfirmed = true;
    approval.isAgreedBefore = true;
    approval.how = QStringLiteral("by itself");
    return context.console.executor().run(*plan, approval,
                                          {**session, {}, context.operation, stepPrinter(context, *plan)});
}

bool isHeld(const Result<RunReport> &report)
{
    return !report && report.error().kind == ErrorKind::Locked;
}

/// Waits until it is due, as long as it is pending at all; then until nothing else holds the instance.
int waitForRevert(CommandContext &context, const Arguments &arguments)
{
    const QUuid operation = QUuid::fromString(arguments.at(0));
    Retries retries;
    do {
        const auto pending = context.console.reverts().find(operation);
        if (!pending)
            return failed(context, pending.error());
        if (!*pending)
            return ExitCode::Done; // put back by hand
        if (!(*pending)->isOverdue(context.console.clock().now()) || !retries.isTime())
            continue;
        const auto report = putBack(context, operation);
        if (!isHeld(report) || retries.isOver())
            return printReport(context, report);
        retries.pause();
        context.output.warn(report.error());
    } while (pauseUnlessCancelled(LookInterval, context.operation));
    return ExitCode::WasCancelled;
}

} // namespace

QList<Command> revertCommands()
{
    const QStringList operation{QStringLiteral("OPERATION")};
    return {withEffect(Command::Effect::Looks,
                       own(QStringLiteral("revert list"),
                           QT_TRANSLATE_NOOP("CommandLine", "What goes back by itself, and when."),
                           {{}, {QStringLiteral("NAME")}, {}}, listReverts)),
            own(QStringLiteral("revert wait"),
                QT_TRANSLATE_NOOP("CommandLine",
                                  "Wait until an operation goes back by itself, and put it back then."),
                {operation, {}, {}}, waitForRevert),
            own(QStringLiteral("revert cancel"),
                QT_TRANSLATE_NOOP("CommandLine",
                                  "Leave it as it is: the operation does not go back by itself any more."),
                {operation, {}, {}}, keepChange)};
}

} // namespace pilothouse
