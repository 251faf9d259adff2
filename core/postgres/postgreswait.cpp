// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgreswait.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <poll.h>

namespace pilothouse {
namespace {

struct PostgresWaitText
{
    Q_DECLARE_TR_FUNCTIONS(PostgresWait)
};

constexpr std::chrono::milliseconds Slice{50};

} // namespace

Result<> waitForSocket(int socket, bool forWriting, std::chrono::steady_clock::time_point until,
                       const OperationContext &context)
{
    if (socket < 0)
        return failure(ErrorKind::Unreachable, PostgresWaitText::tr("The connection is closed."));
    while (true) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled,
                           PostgresWaitText::tr("Cancelled while waiting for the database server."));
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return failure(ErrorKind::TimedOut,
                           PostgresWaitText::tr("The database server does not answer in time."));
        pollfd entry{socket, static_cast<short>(forWriting ? POLLOUT : POLLIN), 0};
        const int ready = ::poll(&entry, 1, static_cast<int>(std::min(left, Slice).count()) + 1);
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return systemFailure(errno, PostgresWaitText::tr("The connection cannot be waited for."));
    }
}

} // namespace pilothouse
