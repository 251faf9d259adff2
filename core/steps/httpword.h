// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httpexpectation.h"
#include "core/plan/step.h"

namespace pilothouse {

/// The address of the arguments; where they say "inside", as the service's runtime reaches it now.
[[nodiscard]] Result<QUrl> addressFrom(const StepScope &scope);
/// That address as a word of a shell command.
QString addressWord(const QJsonObject &arguments);

/// What the HTTP words read of their arguments: {url, method, body, contentType of the body as "bodyType",
/// timeoutMs, secret: reference sent as bearer token}. BadInput where the address is none, NotFound where the
/// secret is not there.
[[nodiscard]] Result<HttpRequest> requestFrom(const StepScope &scope);
/// {status, contentType, json}.
HttpExpectation expectationFrom(const QJsonObject &arguments);
/// The request as a curl line, without secrets.
QString curlLine(const QJsonObject &arguments);

} // namespace pilothouse
