// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/identity.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <sys/resource.h>

namespace pilothouse {

namespace {

QLocale wantedLocale(const QStringList &words)
{
    const qsizetype at = words.indexOf(QStringLiteral("--language"));
    if (at >= 0 && at + 1 < words.size())
        return QLocale(words[at + 1]);
    return QLocale::system();
}

} // namespace

void identify(QCoreApplication &application)
{
    QCoreApplication::setApplicationName(QStringLiteral("pilothouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    const QLocale locale = wantedLocale(application.arguments());
    QLocale::setDefault(locale);
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, QStringLiteral("pilothouse"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(translator);
}

} // namespace pilothouse
