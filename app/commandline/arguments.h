// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QStringList>

namespace pilothouse {

/// What a command takes beside the options that every command takes.
struct ArgumentSpec
{
    QStringList required; ///< names of the positional arguments that must be there: "NAME"
    QStringList optional; ///< further ones
    QStringList options;  ///< "source=" takes a value, "offline" is a switch, "set=*" may be repeated
};

/// A command line taken apart.
struct Arguments
{
    QStringList positional;
    QMap<QString, QStringList> options;

    bool has(const QString &option) const { return options.contains(option); }
    /// The last value given; empty where there is none.
    QString value(const QString &option) const;
    QStringList values(const QString &option) const { return options.value(option); }
    /// The positional argument of that place; empty where it was left out.
    QString at(qsizetype place) const { return positional.value(place); }
};

/// The options of every command: --json, --yes, --dry-run, --confirm, --reason, --accept, --state-dir,
/// --language.
const QStringList &commonOptions();

/// Reads options in any place, "--name value" and "--name=value"; "--" ends them. BadInput says what is
/// wrong.
[[nodiscard]] Result<Arguments> parseArguments(const QStringList &words, const ArgumentSpec &spec);

/// "NAME [DB] [--source S] [--offline]" for usage texts.
QString usageOf(const ArgumentSpec &spec);

} // namespace pilothouse
