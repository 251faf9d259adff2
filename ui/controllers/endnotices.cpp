// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/endnotices.h"

#include "core/base/redaction.h"
#include "ui/models/foreigntext.h"

namespace pilothouse {

EndNotices::EndNotices(OperationsController &operations, Looks isLookedAt, QObject *parent)
    : QObject(parent)
    , m_operations(operations)
    , m_isLookedAt(std::move(isLookedAt))
{
    connect(&m_operations, &OperationsController::operationEnded, this, &EndNotices::onEnded);
}

void EndNotices::onEnded(const QUuid &id)
{
    const auto operation = m_operations.operation(id);
    if (!operation || !m_isEnabled || m_isLookedAt())
        return;
    if (operation->startedAt.msecsTo(operation->endedAt) < m_least.count())
        return;
    emit due(noticeOf(*operation));
}

Notice noticeOf(const OperationView &operation)
{
    Notice notice;
    notice.isFailure = operation.outcome != Outcome::Done || operation.error;
    notice.title = EndNotices::tr("%1: %2").arg(visibleLine(operation.instance), operation.outcomeText());
    QStringList lines{visibleLine(operation.title)};
    if (operation.error && !operation.error->message.isEmpty())
        lines << visibleLine(operation.error->message);
    notice.body = redacted(lines.join(u'\n'));
    return notice;
}

} // namespace pilothouse
