// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class HttpClient;
class StepRegistry;

/// Adds service.stop, .start, .restart, .fence, .unfence, .wait-healthy, http.call, expect.http and
/// compose.run. `http` must outlive the registry.
void addServiceSteps(StepRegistry &steps, const HttpClient &http);

} // namespace pilothouse
