// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/packagefacts.h"

#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace pilothouse {

namespace {

struct PackageText
{
    Q_DECLARE_TR_FUNCTIONS(Package)
};

constexpr qint64 ManifestLimit = 1 << 20;
const QString Modules = QStringLiteral("/lib/node_modules/");

/// Links as npm makes them: "../lib/node_modules/@example/notes/cli.js".
QMap<QString, QString> programsOf(const QJsonObject &manifest, const QString &name)
{
    QMap<QString, QString> programs;
    const QJsonValue bin = manifest.value(QLatin1String("bin"));
    const auto add = [&](const QString &program, QString path) {
        if (path.startsWith(QLatin1String("./")))
            path.remove(0, 2);
        static const QRegularExpression Safe(QStringLiteral("^[A-Za-z0-9._-]+$"));
        if (Safe.match(program).hasMatch() && !path.isEmpty() && !path.contains(QLatin1String("..")))
            programs.insert(program, QStringLiteral("..") + Modules + name + u'/' + path);
    };
    if (bin.isString())
        add(name.section(u'/', -1), bin.toString());
    const QJsonObject many = bin.toObject();
    for (auto program = many.begin(); program != many.end(); ++program)
        add(program.key(), program.value().toString());
    return programs;
}

QStringList commandLineOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
    if (pid <= 0 || !file.open(QIODevice::ReadOnly))
        return {};
    QStringList words;
    for (const QByteArray &word : file.readAll().split('\0'))
        words << QFile::decodeName(word);
    return words;
}

} // namespace

bool isPackageVersion(const QString &version)
{
    static const QRegularExpression Pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}")));
    return Pattern.match(version).hasMatch();
}

Result<PackageFacts> packageAt(const QString &folder)
{
    QFile file(folder + QStringLiteral("/package.json"));
    const QJsonObject manifest = file.open(QIODevice::ReadOnly)
                                     ? QJsonDocument::fromJson(file.read(ManifestLimit)).object()
                                     : QJsonObject();
    PackageFacts facts;
    facts.name = manifest.value(QLatin1String("name")).toString();
    facts.version = manifest.value(QLatin1String("version")).toString();
    facts.folder = folder;
    const qsizetype modules = folder.indexOf(Modules);
    if (facts.name.isEmpty() || modules < 0 || folder.mid(modules + Modules.size()) != facts.name)
        return failure(
            Error{ErrorKind::BadData, folder, PackageText::tr("There is no installed npm package."), {}, {}});
    facts.prefix = folder.left(modules);
    facts.programs = programsOf(manifest, facts.name);
    return facts;
}

Result<PackageFacts> packageOfProgram(const QString &program)
{
    const QString real = QFileInfo(program).canonicalFilePath();
    static const QRegularExpression Pattern(QStringLiteral("^(.*/lib/node_modules/(?:@[^/]+/)?[^/]+)/"));
    const auto match = Pattern.match(real);
    if (!match.hasMatch())
        return failure(
            Error{ErrorKind::NotFound, program, PackageText::tr("It belongs to no npm package."), {}, {}});
    return packageAt(match.captured(1));
}

Result<PackageFacts> packageOf(const InstanceSession &session, const OperationContext &context)
{
    QStringList words = session.instance().runtime.command.mid(0, 3);
    if (const auto status = session.runtime().status(context))
        words << commandLineOf(status->pid).mid(0, 3);
    for (const QString &word : std::as_const(words)) {
        if (!word.startsWith(u'/'))
            continue;
        if (const auto found = packageOfProgram(word))
            return found;
    }
    return failure(Error{ErrorKind::NotFound,
                         session.instance().name,
                         PackageText::tr("What it runs was not installed by npm."),
                         PackageText::tr("Start it by the full path of the program that npm has installed."),
                         {}});
}

} // namespace pilothouse
