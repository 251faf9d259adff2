// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <tl/expected.hpp>

#include <QString>

namespace pilothouse {

/// What a caller can do about a failure: one enum for the whole program.
enum class ErrorKind {
    Cancelled,
    TimedOut,
    NotFound,
    Refused,
    Unreachable,
    BadInput,
    BadData,
    NoSpace,
    Locked,
    NeedsOperator,
    Internal
};

/// The word of a kind in JSON and on the command line, such as "timedOut".
QString errorKindName(ErrorKind kind);

/// A failure a person can act on.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString subject; ///< what it happened to: "agentx.db on prod-1"
    QString message; ///< one translated sentence, no secrets
    QString advice;  ///< what to do next, translated
    QString detail;  ///< tool output or errno text, already redacted

    /// All of it as plain text, for the clipboard and the command line.
    QString toText() const;

    bool operator==(const Error &) const = default;
};

/// A value or an Error. Functions that return it are marked [[nodiscard]].
template <typename T = void>
using Result = tl::expected<T, Error>;

/// The library of Debian 12 has none for void, and Qt asks for one where a signal carries a Result.
inline bool operator==(const Result<> &left, const Result<> &right)
{
    return left.has_value() == right.has_value() && (left.has_value() || left.error() == right.error());
}

/// Makes the error side of any Result.
[[nodiscard]] tl::unexpected<Error> failure(ErrorKind kind, QString message, QString detail = {});
[[nodiscard]] tl::unexpected<Error> failure(Error error);

/// Adds what it happened to, and what to do next, where the error does not say so yet.
[[nodiscard]] Error withSubject(Error error, const QString &subject, const QString &advice = {});

/// Failure from errno: ENOSPC and EDQUOT become NoSpace, ENOENT NotFound, EACCES and EPERM Refused ...
[[nodiscard]] tl::unexpected<Error> systemFailure(int errorNumber, QString message);

} // namespace pilothouse
