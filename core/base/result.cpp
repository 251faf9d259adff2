// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/result.h"

#include <QStringList>

#include <cerrno>
#include <cstring>

namespace pilothouse {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::TimedOut:
        return QStringLiteral("timedOut");
    case ErrorKind::NotFound:
        return QStringLiteral("notFound");
    case ErrorKind::Refused:
        return QStringLiteral("refused");
    case ErrorKind::Unreachable:
        return QStringLiteral("unreachable");
    case ErrorKind::BadInput:
        return QStringLiteral("badInput");
    case ErrorKind::BadData:
        return QStringLiteral("badData");
    case ErrorKind::NoSpace:
        return QStringLiteral("noSpace");
    case ErrorKind::Locked:
        return QStringLiteral("locked");
    case ErrorKind::NeedsOperator:
        return QStringLiteral("needsOperator");
    case ErrorKind::Internal:
        break;
    }
    return QStringLiteral("internal");
}

QString Error::toText() const
{
    QStringList lines;
    lines << (subject.isEmpty() ? message : subject + QStringLiteral(": ") + message);
    if (!advice.isEmpty())
        lines << advice;
    if (!detail.isEmpty())
        lines << detail;
    return lines.join(u'\n');
}

tl::unexpected<Error> failure(ErrorKind kind, QString message, QString detail)
{
    Error error;
    error.kind = kind;
    error.message = std::move(message);
    error.detail = std::move(detail);
    return tl::unexpected<Error>(std::move(error));
}

tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

Error withSubject(Error error, const QString &subject, const QString &advice)
{
    if (error.subject.isEmpty())
        error.subject = subject;
    if (error.advice.isEmpty())
        error.advice = advice;
    return error;
}

tl::unexpected<Error> systemFailure(int errorNumber, QString message)
{
    ErrorKind kind = ErrorKind::Internal;
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        kind = ErrorKind::NoSpace;
        break;
    case ENOENT:
        kind = ErrorKind::NotFound;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        kind = ErrorKind::Refused;
        break;
    case EAGAIN:
    case EBUSY:
        kind = ErrorKind::Locked;
        break;
    case ETIMEDOUT:
        kind = ErrorKind::TimedOut;
        break;
    case ECONNREFUSED:
    case EHOSTUNREACH:
    case ENETUNREACH:
        kind = ErrorKind::Unreachable;
        break;
    case ELOOP:
    case EXDEV:
    case EINVAL:
        kind = ErrorKind::BadInput;
        break;
    default:
        break;
    }
    return failure(kind, std::move(message), QString::fromLocal8Bit(std::strerror(errorNumber)));
}

} // namespace pilothouse
