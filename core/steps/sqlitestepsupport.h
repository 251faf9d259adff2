// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"

#include <QJsonObject>

namespace pilothouse {

class CheckStore;
struct StepScope;

/// A text argument of a step. BadInput where it is missing or empty.
[[nodiscard]] Result<QString> textArgument(const QJsonObject &arguments, const char *key);

/// An argument that is an absolute path.
[[nodiscard]] Result<QString> pathArgument(const QJsonObject &arguments, const char *key);

/// A number argument that may be left out.
std::optional<uint> numberArgument(const QJsonObject &arguments, const char *key);

/// Name of a file, for titles; foreign text.
QString fileNameOf(const QJsonObject &arguments, const char *key);

/// Facts of a copy as outputs of a step: bytes, pageSize, tableRows, tableSha256 ...
QJsonObject toJson(const CopyFacts &facts);

/// {"table": number or digest} of facts.
QJsonObject rowsToJson(const CopyFacts &facts);
QJsonObject digestsToJson(const CopyFacts &facts);

/// Before the live file at that path is replaced: what was checked of it is of another file from now on.
void noteReplaced(const CheckStore *checks, const StepScope &scope, const QString &live);

} // namespace pilothouse
