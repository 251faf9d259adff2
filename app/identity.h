// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QCoreApplication;

namespace pilothouse {

/// Gives the program its name and version and takes the language from --language or the environment. Secrets
/// stay out of core files: dumps are turned off.
void identify(QCoreApplication &application);

/// The words without --language and its value, which identify() has taken: it may stand anywhere, even before
/// a command.
QStringList withoutLanguage(const QStringList &words);

} // namespace pilothouse
