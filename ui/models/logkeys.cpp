// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logkeys.h"

#include <QCoreApplication>
#include <QHash>
#include <QKeyEvent>
#include <QKeySequence>

namespace pilothouse {

namespace {

struct LogKeyWords
{
    Q_DECLARE_TR_FUNCTIONS(LogKeys)
};

QList<LogKey> movingKeys()
{
    const auto words = [](const char16_t *keys) { return QString::fromUtf16(keys).split(u' '); };
    return {
        {LogCommand::Find, LogKeyWords::tr("Find"), words(u"/ ?")},
        {LogCommand::NextMatch, LogKeyWords::tr("Next match"), words(u"n")},
        {LogCommand::PreviousMatch, LogKeyWords::tr("Previous match"), words(u"N")},
        {LogCommand::NextError, LogKeyWords::tr("Next error"), words(u"e")},
        {LogCommand::PreviousError, LogKeyWords::tr("Previous error"), words(u"E")},
        {LogCommand::NextWarning, LogKeyWords::tr("Next warning"), words(u"w")},
        {LogCommand::PreviousWarning, LogKeyWords::tr("Previous warning"), words(u"W")},
        {LogCommand::NextMark, LogKeyWords::tr("Next mark"), words(u"] u")},
        {LogCommand::PreviousMark, LogKeyWords::tr("Previous mark"), words(u"[ U")},
        {LogCommand::Beginning, LogKeyWords::tr("Beginning; after a number: that line"),
         words(u"g Home Ctrl+Home")},
        {LogCommand::End, LogKeyWords::tr("End; after a number: that line"), words(u"G End Ctrl+End")},
        {LogCommand::LineDown, LogKeyWords::tr("Next record"), words(u"j Down")},
        {LogCommand::LineUp, LogKeyWords::tr("Previous record"), words(u"k Up")},
        {LogCommand::PageDown, LogKeyWords::tr("A page on"), words(u"Space PgDown")},
        {LogCommand::PageUp, LogKeyWords::tr("A page back"), words(u"b PgUp")},
        {LogCommand::HourOn, LogKeyWords::tr("An hour on"), words(u"o")},
        {LogCommand::HourBack, LogKeyWords::tr("An hour back"), words(u"O")},
        {LogCommand::DayOn, LogKeyWords::tr("A day on"), words(u"d")},
        {LogCommand::DayBack, LogKeyWords::tr("A day back"), words(u"D")},
        {LogCommand::GoTo, LogKeyWords::tr("Go to a time, line or part"), words(u"Ctrl+L Ctrl+G :")},
        {LogCommand::LessTime, LogKeyWords::tr("Half the time, around this record"), words(u"z")},
        {LogCommand::MoreTime, LogKeyWords::tr("Twice the time"), words(u"Z")},
        {LogCommand::Histogram, LogKeyWords::tr("To the bars above the log"), words(u"i")},
    };
}

QList<LogKey> showingKeys()
{
    const auto words = [](const char16_t *keys) { return QString::fromUtf16(keys).split(u' '); };
    return {
        {LogCommand::Follow, LogKeyWords::tr("Follow"), words(u"f")},
        {LogCommand::Mark, LogKeyWords::tr("Mark"), words(u"m")},
        {LogCommand::OnlyMatches, LogKeyWords::tr("Only matches"), words(u"v")},
        {LogCommand::OnlySame, LogKeyWords::tr("Only records that say the same"), words(u"=")},
        {LogCommand::WithoutSame, LogKeyWords::tr("Leave out records that say the same"), words(u"!")},
        {LogCommand::Context, LogKeyWords::tr("More records around matches"), words(u"x")},
        {LogCommand::Matches, LogKeyWords::tr("Matches in a view of their own"), words(u"V")},
        {LogCommand::Table, LogKeyWords::tr("As a table"), words(u"t")},
        {LogCommand::NextPane, LogKeyWords::tr("Next log view"), words(u"p")},
        {LogCommand::PreviousPane, LogKeyWords::tr("Previous log view"), words(u"P")},
        {LogCommand::Wrap, LogKeyWords::tr("Wrap"), words(u"Ctrl+W")},
        {LogCommand::Unfold, LogKeyWords::tr("Unfold"), words(u"Right l")},
        {LogCommand::Fold, LogKeyWords::tr("Fold"), words(u"Left h")},
        {LogCommand::Copy, LogKeyWords::tr("Copy"), words(u"Ctrl+C c")},
        {LogCommand::CopyWithoutTimes, LogKeyWords::tr("Copy without times"), words(u"Ctrl+Shift+C")},
        {LogCommand::Larger, LogKeyWords::tr("Larger text"), words(u"Ctrl++ Ctrl+=")},
        {LogCommand::Smaller, LogKeyWords::tr("Smaller text"), words(u"Ctrl+-")},
    };
}

/// By what was typed, or by the name of the key.
QHash<QString, LogCommand> commandTable()
{
    QHash<QString, LogCommand> table;
    for (const LogKey &key : logKeys()) {
        for (const QString &name : key.keys)
            table.insert(name, key.command);
    }
    return table;
}

} // namespace

QList<LogKey> logKeys()
{
    return movingKeys() + showingKeys();
}

std::optional<LogCommand> logCommandOf(const QKeyEvent &event)
{
    static const QHash<QString, LogCommand> Table = commandTable();
    const Qt::KeyboardModifiers held =
        event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier);
    const bool isPlain = !(held & ~Qt::KeyboardModifiers(Qt::ShiftModifier));
    // A letter counts as it was typed, wherever the keyboard has it.
    if (const QString text = event.text(); isPlain && text.size() == 1 && text.at(0) > u' ') {
        const auto found = Table.find(held & Qt::ShiftModifier ? text.toUpper() : text);
        return found == Table.end() ? std::nullopt : std::optional(*found);
    }
    // Shift with a key that moves selects, so it counts without.
    const Qt::KeyboardModifiers counted = isPlain ? Qt::KeyboardModifiers(Qt::NoModifier) : held;
    const auto commandOf = [&event](Qt::KeyboardModifiers with) -> std::optional<LogCommand> {
        const QKeySequence keys(QKeyCombination(with, static_cast<Qt::Key>(event.key())));
        const auto found = Table.find(keys.toString(QKeySequence::PortableText));
        return found == Table.end() ? std::nullopt : std::optional(*found);
    };
    const bool isSign = event.key() < Qt::Key_A || event.key() > Qt::Key_Z;
    const auto command = commandOf(counted);
    // Some keyboards have a sign such as + only with Shift.
    return command || !isSign ? command : commandOf(counted & ~Qt::KeyboardModifiers(Qt::ShiftModifier));
}

std::optional<int> logDigitOf(const QKeyEvent &event)
{
    const QString text = event.text();
    const bool isPlain =
        !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier));
    if (!isPlain || text.size() != 1 || text.at(0) < u'0' || text.at(0) > u'9')
        return {};
    return text.at(0).unicode() - u'0';
}

} // namespace pilothouse
