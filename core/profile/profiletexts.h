// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/serviceprofile.h"

namespace pilothouse {

/// Every text of the profile that is shown, each once: titles, headings, explanations, notes and what is
/// counted. Names of services and of files are not among them.
QStringList shownTexts(const ServiceProfile &profile);

/// Puts the profile's translation in the place of its texts, where it has one for the language ("de_AT", else
/// "de"). What is counted keeps its name: see ServiceProfile::shown(). Headings are still found by their
/// first words.
void translateProfile(ServiceProfile &profile, const QString &language);

} // namespace pilothouse
