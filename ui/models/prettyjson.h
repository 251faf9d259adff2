// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pilothouse {

/// JSON in a log record, one member to a line.
struct PrettyJson
{
    QString text;    ///< order, numbers and escapes as they were written; empty: the text holds no JSON
    QString message; ///< what its member "msg" or "message" says, with escapes undone; may be empty
};

/// Finds an object that reaches to the end of a text, which may begin with something else. One that is very
/// large is left alone.
PrettyJson prettyJson(const QString &text);

} // namespace pilothouse
