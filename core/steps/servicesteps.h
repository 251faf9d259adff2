// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class HttpClient;
class StepRegistry;

/// Adds service.stop, .start, .restart, .fence, .unfence, .wait-healthy, http.call and expect.http. `http`
/// must outlive the registry.
void addServiceSteps(StepRegistry &steps, const HttpClient &http);

} // namespace pilothouse
