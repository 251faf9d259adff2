// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/addedvariables.h"

#include "core/files/fileops.h"
#include "core/runtime/unitenvironment.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 LargestAddedFile = 1 << 16;

struct AddedVariablesText
{
    Q_DECLARE_TR_FUNCTIONS(AddedVariables)
};

bool isPrintable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar one) { return one.isPrint(); });
}

QString lineOf(const QString &name, QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return QStringLiteral("%1=\"%2\"\n").arg(name, value);
}

} // namespace

Result<> checkVariables(const VariableMap &variables)
{
    static const QRegularExpression Name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        if (!Name.match(variable.key()).hasMatch() || !isPrintable(variable.value()))
            return failure(ErrorKind::BadInput,
                           AddedVariablesText::tr("This cannot be a variable of an environment."));
    }
    return {};
}

QByteArray variablesText(const VariableMap &variables)
{
    QByteArray text = "# Written by Pilothouse: goes away when the change is put back.\n";
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        text += lineOf(variable.key(), variable.value()).toUtf8();
    return text;
}

VariableMap changed(VariableMap variables, const VariableChanges &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.value())
            variables.insert(change.key(), *change.value());
        else
            variables.remove(change.key());
    }
    return variables;
}

QString changeCommand(const QString &file, const VariableChanges &changes)
{
    const QString quoted = shellQuoted(file);
    const QString names = QStringList(changes.keys()).join(u'|');
    QString lines;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.value())
            lines += lineOf(change.key(), *change.value());
    }
    QString command = QStringLiteral("touch %1 && chmod 600 %1 && sed -i -E %2 %1")
                          .arg(quoted, shellQuoted(QStringLiteral("/^(%1)=/d").arg(names)));
    if (!lines.isEmpty())
        command += QStringLiteral(" && printf '%s' %1 >> %2").arg(shellQuoted(lines), quoted);
    return command;
}

VariableMap variablesIn(const QByteArray &text)
{
    VariableMap variables;
    for (const QByteArray &line : environmentFileLines(text)) {
        const qsizetype sign = line.indexOf('=');
        if (sign > 0)
            variables.insert(QString::fromUtf8(line.left(sign)), QString::fromUtf8(line.mid(sign + 1)));
    }
    return variables;
}

Result<VariableMap> readVariables(const FileOps &files, const QString &path)
{
    const auto content = files.read(path, LargestAddedFile);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return VariableMap();
    if (!content)
        return failure(content.error());
    return variablesIn(*content);
}

Result<> writeVariables(FileOps &files, const QString &path, const VariableMap &variables)
{
    if (auto checked = checkVariables(variables); !checked)
        return checked;
    if (variables.isEmpty())
        return files.exists(path) ? files.removeFile(path) : Result<>();
    FileAccess hidden;
    hidden.mode = 0600;
    return files.write(path, variablesText(variables), hidden);
}

} // namespace pilothouse
