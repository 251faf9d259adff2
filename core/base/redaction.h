// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace pilothouse {

/// What stands in the place of a secret: always eight dots, so that its length tells nothing.
QString secretMask();

/// True for keys that usually hold a secret: PASSWORD, LLM_PROVIDER_KEY, JWT_SECRET, api_key, token, PAT ...
bool isSecretKey(const QString &key);

/// Whether the cells of a column are secrets by its name: password hashes, credentials, API keys.
bool isSecretColumn(const QString &name);

/// Masks what looks like a secret in free text: values after secret keys, passwords in URLs, bearer tokens,
/// JWTs.
QString redacted(const QString &text);

/// The same for every string of an object, and whole values under secret keys.
QJsonObject redacted(const QJsonObject &object);

} // namespace pilothouse
