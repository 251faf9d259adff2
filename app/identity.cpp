// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/identity.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>
#include <sys/resource.h>

// Q_INIT_RESOURCE does not work inside a namespace.
static void initializeTranslations()
{
    Q_INIT_RESOURCE(pilothouse_translations);
}

namespace pilothouse {

namespace {

constexpr QLatin1String LanguageOption("--language");

/// The locale that the last --language names, or the one of the environment.
QLocale wantedLocale(const QStringList &words)
{
    QString wanted;
    for (qsizetype at = 1; at < words.size() && words[at] != QLatin1String("--"); ++at) {
        if (words[at] == LanguageOption)
            wanted = words.value(at + 1);
        else if (words[at].startsWith(LanguageOption + u'='))
            wanted = words[at].section(u'=', 1);
    }
    return wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
}

/// False where there is no such file for the locale.
bool install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, QStringLiteral("_"), folder))
        return false;
    translator->setParent(&application);
    return QCoreApplication::installTranslator(translator.release());
}

} // namespace

void identify(QCoreApplication &application)
{
    QCoreApplication::setApplicationName(QStringLiteral("pilothouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);

    initializeTranslations();
    const QLocale locale = wantedLocale(application.arguments());
    QLocale::setDefault(locale);
    install(application, locale, QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const QString own = QStringLiteral("pilothouse");
    const QString folder = QStringLiteral(":/i18n");
    // The plurals of English come from a file too; every language without one of its own gets them.
    if (!install(application, locale, own, folder))
        install(application, QLocale(QLocale::English), own, folder);
}

QStringList withoutLanguage(const QStringList &words)
{
    QStringList rest;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at] == QLatin1String("--"))
            return rest + words.mid(at);
        if (words[at] == LanguageOption && at + 1 < words.size())
            ++at;
        else if (!words[at].startsWith(LanguageOption + u'='))
            rest << words[at];
    }
    return rest;
}

} // namespace pilothouse
