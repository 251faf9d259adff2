// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instancesnapshot.h"
#include "core/net/httpclient.h"
#include "core/profile/serviceprofile.h"

namespace pilothouse {

class InstanceSession;

/// How requests are sent: HttpClient::send, or a test's own.
using HttpSend = std::function<Result<HttpResponse>(const HttpRequest &, const OperationContext &)>;
HttpSend sendWith(const HttpClient &client);

/// Asks an endpoint once and compares the answer with what the profile expects: status, content type and JSON
/// members. A refused connection, a hang and a wrong answer are Failed with their reason; only cancel is
/// NotChecked.
HealthAnswer probeHealth(const ProfileEndpoint &endpoint, const QString &url, const HttpSend &send,
                         const OperationContext &context);

/// The same at the address where the instance is reached now; Failed where that cannot be told.
HealthAnswer probeHealth(const ProfileEndpoint &endpoint, const InstanceSession &session,
                         const HttpSend &send, const OperationContext &context);

} // namespace pilothouse
