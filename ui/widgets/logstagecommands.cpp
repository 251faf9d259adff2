// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What keys and menus ask for in the views of a log.
#include "ui/widgets/logfieldmenu.h"
#include "ui/widgets/logmatchespane.h"
#include "ui/widgets/logstage.h"
#include "ui/widgets/logview.h"

#include <QMenu>

namespace pilothouse {

namespace {
/// Records around each match, in the two steps that the key shows.
constexpr int StageLessContext = 3;
constexpr int StageMoreContext = 10;

/// Less cannot be told apart in the bars above the log.
constexpr qint64 StageLeastTimeMs = 1000;

int nextContext(int records)
{
    return records == 0 ? StageLessContext : records < StageMoreContext ? StageMoreContext : 0;
}

/// The field of a column; some columns are what every record has.
QString fieldOfColumn(const QString &column)
{
    return column.startsWith(u'@') ? column.mid(1) : column;
}
} // namespace

/// What a key does wherever it is pressed: in the log or in its matches.
void LogStage::connectKeys(LogView &view)
{
    connect(&view, &LogView::commandWanted, this, [this, &view](LogCommand command) { obey(command, view); });
    connect(&view, &LogView::placeWanted, &m_log, &LogsController::goTo);
    connect(&view, &LogView::momentWanted, this, [this, &view](qint64 time) {
        if (!m_log.showMoment(time))
            view.takeNoMoment();
    });
    connect(&view, &LogView::columnMenuWanted, this, &LogStage::showColumnMenu);
    connect(&view, &LogView::menuOpening, this, [this, &view](QMenu *menu, const QString &column) {
        fieldMenu(view).addTo(*menu, fieldOfColumn(column));
    });
    connect(&view, &LogView::tableChanged, this,
            [this](const LogTable &table) { m_choices.setTableOf(m_tableKind, table); });
}

void LogStage::obey(LogCommand command, const LogView &view)
{
    switch (command) {
    case LogCommand::Find:
        emit findWanted();
        break;
    case LogCommand::NextMatch:
    case LogCommand::PreviousMatch:
        step(command == LogCommand::NextMatch ? 1 : -1);
        break;
    case LogCommand::OnlyMatches:
        m_log.setOnlyMatches(!m_log.showsOnlyMatches(), m_log.contextRecords(), m_view->recordInSight());
        break;
    case LogCommand::OnlySame:
    case LogCommand::WithoutSame:
        showFieldMenu(view, command == LogCommand::OnlySame);
        break;
    case LogCommand::Context:
        &view == m_view ? stepContext() : stepMatchContext();
        break;
    case LogCommand::Matches:
        toggleMatches();
        break;
    case LogCommand::Table:
        m_choices.setTable(!m_choices.isTable());
        break;
    case LogCommand::GoTo:
        emit goToWanted();
        break;
    case LogCommand::LessTime:
    case LogCommand::MoreTime:
        zoomTime(view, command == LogCommand::LessTime);
        break;
    case LogCommand::Histogram:
        emit histogramWanted();
        break;
    case LogCommand::NextPane:
    case LogCommand::PreviousPane:
        emit paneWanted(command == LogCommand::NextPane ? 1 : -1);
        break;
    default:
        break;
    }
}

/// Of the time that is shown, half of it around the current record, or twice as much.
void LogStage::zoomTime(const LogView &view, bool isCloser)
{
    const std::shared_ptr<const LogSurvey> survey = m_log.timeline().survey();
    const int row = view.currentRow() >= 0 ? view.currentRow() : view.firstVisibleRow();
    if (!survey->hasTimes() || row < 0 || row >= view.model().rowCount())
        return;
    const LogTimes all{survey->firstTime(), survey->endTime()};
    const LogTimes shown = m_log.timeline().times().value_or(all);
    const qint64 length = isCloser ? (shown.to - shown.from) / 2 : (shown.to - shown.from) * 2;
    if (length >= all.to - all.from) {
        m_log.setTimes({}, m_view->recordInSight());
        return;
    }
    const QDateTime time = view.model().record(row).time;
    const qint64 middle = time.isValid() ? time.toMSecsSinceEpoch() : (shown.from + shown.to) / 2;
    const qint64 from = std::clamp(middle - length / 2, all.from, all.to - length);
    if (length >= StageLeastTimeMs)
        m_log.setTimes(LogTimes{from, from + length}, m_view->recordInSight());
}

void LogStage::step(int by)
{
    m_log.stepMatch(by, m_view->firstVisibleRow());
}

void LogStage::stepContext()
{
    m_log.setOnlyMatches(true, nextContext(m_log.contextRecords()), m_view->recordInSight());
}

void LogStage::stepMatchContext()
{
    m_choices.setMatchContext(nextContext(m_choices.matchContext()));
}

void LogStage::toggleMatches()
{
    const bool isShown = m_choices.matchPlace() != LogChoices::MatchPlace::Nowhere;
    m_choices.setMatchPlace(isShown ? LogChoices::MatchPlace::Nowhere : m_choices.lastMatchPlace());
}

LogFieldMenu LogStage::fieldMenu(const LogView &view)
{
    const int row = view.currentRow();
    const LogRecord record = row < 0 ? LogRecord() : view.model().record(row);
    return {fieldFilters(record, fieldsOf(record)),
            [this](const QString &filter, bool isWanted) { emit narrowWanted(filter, isWanted); }};
}

void LogStage::showFieldMenu(const LogView &view, bool isWanted)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fieldMenu(view).fill(*menu, isWanted);
    menu->popup(view.placeOfCurrent());
}

} // namespace pilothouse
