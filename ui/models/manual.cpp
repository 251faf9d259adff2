// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/manual.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

/// Outside the namespace, as the macro wants it: the linker drops resources that nothing refers to.
static void initialiseManual()
{
    Q_INIT_RESOURCE(pilothouse);
}

namespace pilothouse {

namespace {

const char *const SectionIds[] = {"index",    "getting-started", "runbook", "overview",       "databases",
                                  "users",    "records",         "logs",    "backups",        "schedules",
                                  "restore",  "drills",          "upgrade", "maintenance",    "configuration",
                                  "activity", "command-line",    "safety",  "troubleshooting"};

bool isSection(const QString &id)
{
    return std::any_of(std::begin(SectionIds), std::end(SectionIds),
                       [&](const char *known) { return id == QLatin1String(known); });
}

} // namespace

QList<ManualSection> manualSections()
{
    QList<ManualSection> sections;
    for (const char *id : SectionIds) {
        const QString section = QString::fromLatin1(id);
        const QString first = manualText(section).section(u'\n', 0, 0);
        sections << ManualSection{section, first.mid(first.indexOf(u' ') + 1)};
    }
    return sections;
}

QString manualText(const QString &section)
{
    initialiseManual();
    QFile file(QStringLiteral(":/manual/%1.md").arg(section));
    if (!isSection(section) || !file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

QImage manualPicture(const QString &name, bool isDark)
{
    static const QRegularExpression Name(QStringLiteral("^pictures/([a-z-]+)-light\\.png$"));
    const QRegularExpressionMatch match = Name.match(name);
    if (!match.hasMatch())
        return {};
    initialiseManual();
    const QString theme = isDark ? QStringLiteral("dark") : QStringLiteral("light");
    return QImage(QStringLiteral(":/manual/pictures/%1-%2.png").arg(match.captured(1), theme));
}

QString headingAnchor(const QString &heading)
{
    QString anchor;
    for (const QChar character : heading.toLower()) {
        if (character.isLetterOrNumber())
            anchor += character;
        else if ((character.isSpace() || character == u'-') && !anchor.endsWith(u'-'))
            anchor += u'-';
    }
    return anchor;
}

ManualPlace manualPlace(const QString &link, const QString &section)
{
    if (link.startsWith(u'#'))
        return {section, link.mid(1)};
    const QString file = link.section(u'#', 0, 0);
    const QString id = file.endsWith(QStringLiteral(".md")) ? file.chopped(3) : file;
    if (!isSection(id))
        return {};
    return {id, link.section(u'#', 1)};
}

} // namespace pilothouse
