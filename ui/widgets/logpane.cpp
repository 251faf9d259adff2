// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logpane.h"

#include "core/base/dateformat.h"
#include "core/base/foreigntext.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/logs/filter/fieldfilter.h"
#include "ui/models/logmodel.h"
#include "ui/models/prettyjson.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/logfieldrows.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/wrappedtext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace pilothouse {

namespace {

constexpr qsizetype ShownCharacters = 20000;
constexpr qsizetype ShownFields = 16;
constexpr int TitleRing = 2; ///< what its focus needs must not push the text out of line
constexpr qsizetype ShownValue = 400;

QString levelWord(LogLevel level)
{
    switch (logGroupOf(level)) {
    case LogGroup::Error:
        return level == LogLevel::Fatal ? LogPane::tr("Fatal error") : LogPane::tr("Error");
    case LogGroup::Warning:
        return LogPane::tr("Warning");
    case LogGroup::Info:
        return LogPane::tr("Info");
    case LogGroup::Debug:
        return level == LogLevel::Trace ? LogPane::tr("Trace") : LogPane::tr("Debug");
    case LogGroup::Other:
        break;
    }
    return LogPane::tr("No level");
}

ColorRole levelInk(LogGroup group)
{
    return group == LogGroup::Error     ? &Tokens::downText
           : group == LogGroup::Warning ? &Tokens::warnText
                                        : &Tokens::text;
}

} // namespace

LogPane::LogPane(QWidget *parent)
    : QWidget(parent)
    , m_mark(new StateMark(StateKind::Down, 16, this))
    , m_level(new Label({}, TextRole::Strong, &Tokens::text, this))
    , m_time(new Label({}, TextRole::Small, &Tokens::text3, this))
    , m_title(new WrappedText(TextRole::Heading, WrappedText::Frame::None, this))
    , m_fields(new LogFieldRows(this))
    , m_note(new QLineEdit(this))
    , m_linesTitle(new Label(tr("Further lines"), TextRole::Strong, &Tokens::text2, this))
    , m_lines(new WrappedText(TextRole::Code, WrappedText::Frame::Box, this))
    , m_copy(new Button(tr("Copy record"), ButtonKind::Normal, QStringLiteral("clipboard"), this))
    , m_nothing(new Label(tr("Select a record to see all of it."), TextRole::Body, &Tokens::text3, this))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_mark);
    head->addWidget(m_level);
    head->addStretch(1);
    head->addWidget(m_time);
    auto *title = new QVBoxLayout;
    title->setContentsMargins(-TitleRing, 0, -TitleRing, 0);
    title->addWidget(m_title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_nothing);
    layout->addLayout(head);
    layout->addLayout(title);
    layout->addWidget(m_fields);
    layout->addWidget(m_note);
    layout->addWidget(m_linesTitle);
    layout->addWidget(m_lines);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    layout->addStretch(1);
    m_note->setPlaceholderText(tr("Note on this mark"));
    m_note->setAccessibleName(tr("Note on this mark"));
    connect(m_note, &QLineEdit::textEdited, this, &LogPane::noteChanged);
    connect(m_fields, &LogFieldRows::filterWanted, this, &LogPane::filterWanted);
    connect(m_copy, &QPushButton::clicked, this, &LogPane::copyAsked);
    showNothing();
}

void LogPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().surface);
    painter.fillRect(QRect(0, 0, 1, height()), currentTokens().border);
}

void LogPane::showNothing()
{
    const QList<QWidget *> parts{m_mark, m_level,      m_time,  m_title, m_fields,
                                 m_note, m_linesTitle, m_lines, m_copy};
    for (QWidget *part : parts)
        part->hide();
    m_nothing->show();
}

void LogPane::showFields(const LogRecord &record, const LogFields &fields)
{
    m_fields->clear();
    m_isLineShown = false;
    m_fields->add(tr("source"), visibleLine(record.source));
    m_fields->add(tr("time, UTC"), record.time.toString(Qt::ISODateWithMs));
    for (const FieldFilter &one : fieldFilters(record, fields).mid(0, ShownFields))
        m_fields->add(visibleLine(one.name), visibleLine(one.value.left(ShownValue)), one.filter);
}

void LogPane::showRecord(const LogRecord &record, const LogFields &fields)
{
    const LogGroup group = logGroupOf(record.level);
    m_mark->setState(group == LogGroup::Error ? StateKind::Down : StateKind::Warning);
    m_mark->setVisible(group == LogGroup::Error || group == LogGroup::Warning);
    m_level->setText(levelWord(record.level));
    m_level->setInk(levelInk(group));
    m_time->setText(record.time.isValid() ? QLocale().toString(
                        shownTime(record.time), dayPattern() + QStringLiteral(", HH:mm:ss.zzz"))
                                          : tr("no time"));
    m_title->setText(record.message.left(ShownCharacters));
    showFields(record, fields);
    m_linesTitle->setText(tr("Further lines"));
    m_lines->setText(record.continuation.join(u'\n').left(ShownCharacters));
    showJson(record);
    const bool hasLines = !m_lines->text().isEmpty();
    for (QWidget *part : QList<QWidget *>{m_level, m_time, m_title, m_fields, m_copy})
        part->show();
    m_linesTitle->setVisible(hasLines);
    m_lines->setVisible(hasLines);
    m_nothing->hide();
}

void LogPane::showJson(const LogRecord &record)
{
    const PrettyJson json = prettyJson((QStringList{record.message} + record.continuation).join(u'\n'));
    if (json.text.isEmpty())
        return;
    if (!json.message.isEmpty())
        m_title->setText(visibleText(json.message).left(ShownCharacters));
    m_linesTitle->setText(tr("Members"));
    m_lines->setText(json.text.left(ShownCharacters));
}

void LogPane::showLine(qint64 line)
{
    if (!std::exchange(m_isLineShown, true))
        m_fields->add(tr("line"), formatCount(line));
}

void LogPane::showMark(bool isMarked, const QString &note)
{
    m_note->setVisible(isMarked);
    m_note->setText(note);
}

} // namespace pilothouse
