// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"

namespace pilothouse
{

/// The profile of the conversation service, read from resources/profiles; ends the test program where it is broken.
ServiceProfile conversationProfile();

/// A session over a data folder with that profile and a service that is neither started nor stopped.
InstanceSession conversationSession(const QString &dataFolder, const QString &stateFolder);

} // namespace pilothouse
