// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/databasepane.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/verdictmark.h"

#include <QHBoxLayout>
#include <QLocale>

namespace pilothouse {

namespace {

constexpr int DatabasePaneWidth = 348;
constexpr int FactHeight = 22;
constexpr qsizetype MostProblems = 3;

QVBoxLayout *linesOf(Card *card)
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(6);
    card->body()->addLayout(lines);
    return lines;
}

void clear(QVBoxLayout *lines)
{
    while (QLayoutItem *item = lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// A mark, a strong line and a small one below it that wraps.
QWidget *evidence(Verdict verdict, const QString &strong, const QString &small, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    auto *title = new Label(strong, TextRole::Strong,
                            verdict == Verdict::InTheWay ? &Tokens::downText : &Tokens::text, row);
    auto *detail = new Label(small, TextRole::Small, &Tokens::text2, row);
    title->setWordWrap(true);
    detail->setWrapping(true);
    detail->setVisible(!small.isEmpty());
    texts->addWidget(title);
    texts->addWidget(detail);
    layout->addWidget(new VerdictMark(verdict, row), 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    return row;
}

QWidget *fact(const QString &name, const QString &value, Qt::TextElideMode cut, QWidget *parent)
{
    auto *row = new QWidget(parent);
    row->setFixedHeight(FactHeight);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *text = new ElidingLabel(value, cut, TextRole::SmallStrong, row);
    text->setAlignment(Qt::AlignRight);
    layout->addWidget(new Label(name, TextRole::Small, &Tokens::text2, row));
    layout->addWidget(text, 1);
    return row;
}

QString detailOf(const DatabaseState &state, const QStringList &names, const QString &otherwise)
{
    QStringList details;
    QString replaced;
    for (const DatabaseCheck &check : state.checks) {
        if (check.name == replacedNote())
            replaced =
                DatabasePane::tr("The file was replaced since (%1). What was checked before was another one.")
                    .arg(formatMoment(check.at, shownNow()));
        if (!names.contains(check.name))
            continue;
        const QString at = formatMoment(check.at, shownNow());
        details << DatabasePane::tr("%1 %2, took %3")
                       .arg(check.name, at,
                            check.milliseconds < 1000 ? DatabasePane::tr("under a second")
                                                      : formatDuration(check.milliseconds));
        for (const QString &problem : check.problems.mid(0, MostProblems))
            details << visibleLine(problem.left(200));
    }
    if (details.isEmpty())
        return replaced.isEmpty() ? otherwise : replaced;
    return details.join(u'\n');
}

} // namespace

DatabasePane::DatabasePane(QWidget *parent)
    : QWidget(parent)
    , m_verdicts(new Card(tr("Verdicts"), Card::Body::Padded, this))
    , m_holders(new Card(tr("Who holds the file"), Card::Body::Padded, this))
    , m_file(new Card(tr("File"), Card::Body::Padded, this))
    , m_fullCheck(m_verdicts->addLink(tr("Check in full")))
    , m_verdictLines(linesOf(m_verdicts))
    , m_holderLines(linesOf(m_holders))
    , m_fileLines(linesOf(m_file))
{
    setFixedWidth(DatabasePaneWidth);
    m_fileLines->setSpacing(0);
    m_fullCheck->setToolTip(tr("Runs integrity_check: it reads every page and compares every index."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_verdicts);
    layout->addWidget(m_holders);
    layout->addWidget(m_file);
    layout->addStretch(1);
    connect(m_fullCheck, &QPushButton::clicked, this, &DatabasePane::fullCheckRequested);
    showDatabase(nullptr, {});
}

void DatabasePane::showDatabase(const DatabaseState *state, const QDateTime &now)
{
    for (Card *card : {m_verdicts, m_holders, m_file})
        card->setVisible(state && (!state->isOnServer || card == m_file));
    m_file->setTitle(state && state->isOnServer ? visibleLine(state->fileName) : tr("File"));
    if (!state)
        return;
    if (state->isOnServer) {
        showConnection(*state);
        return;
    }
    m_verdicts->setTitle(visibleLine(state->fileName));
    m_fullCheck->setEnabled(state->info.exists && !state->isChecking);
    showVerdicts(*state, now);
    showHolders(*state, now);
    showFile(*state);
}

void DatabasePane::showVerdicts(const DatabaseState &state, const QDateTime &now)
{
    clear(m_verdictLines);
    const VerdictCell integrity = integrityVerdict(state, now);
    const VerdictCell keys = foreignKeyVerdict(state, now);
    m_verdictLines->addWidget(
        evidence(integrity.verdict, tr("Integrity: %1").arg(integrity.text.toLower()),
                 detailOf(state, {QStringLiteral("quick_check"), QStringLiteral("integrity_check")},
                          tr("Nobody has looked yet. Check reads the file without locking it.")),
                 m_verdicts));
    m_verdictLines->addWidget(
        evidence(keys.verdict, tr("Foreign keys: %1").arg(keys.text.toLower()),
                 keys.verdict == Verdict::DoesNotApply
                     ? tr("foreign_key_check has nothing to look at")
                     : detailOf(state, {QStringLiteral("foreign_key_check")}, tr("Nobody has looked yet.")),
                 m_verdicts));
    if (state.info.error)
        m_verdictLines->addWidget(evidence(Verdict::InTheWay, visibleText(state.info.error->message),
                                           visibleText(state.info.error->advice), m_verdicts));
}

void DatabasePane::showHolders(const DatabaseState &state, const QDateTime &now)
{
    clear(m_holderLines);
    for (const FileHolder &holder : state.holders) {
        const QString since = holder.since.isValid()
                                  ? tr("has it open, runs since %1").arg(formatMoment(holder.since, now))
                                  : tr("has it open");
        m_holderLines->addWidget(
            evidence(Verdict::Holds,
                     tr("%1, process %2").arg(visibleLine(holder.program), QString::number(holder.pid)),
                     since, m_holders));
    }
    if (state.holders.isEmpty())
        m_holderLines->addWidget(evidence(
            state.areHoldersComplete ? Verdict::DoesNotApply : Verdict::NotKnown,
            state.areHoldersComplete ? tr("Nobody has it open") : tr("Not known"),
            state.areHoldersComplete ? tr("No process of this machine holds the file or its sidecars.")
                                     : QString(),
            m_holders));
    if (!state.areHoldersComplete)
        m_holderLines->addWidget(evidence(Verdict::NotKnown, tr("Others may hold it"),
                                          tr("Processes of other users cannot be looked into."), m_holders));
    m_holderLines->addWidget(evidence(Verdict::Holds, tr("Pilothouse"),
                                      tr("read-only, one short statement at a time"), m_holders));
}

/// Of a database on a server: where it is reached, and why not.
void DatabasePane::showConnection(const DatabaseState &state)
{
    clear(m_fileLines);
    if (state.info.error)
        m_fileLines->addWidget(evidence(Verdict::InTheWay, visibleText(state.info.error->message),
                                        visibleText(state.info.error->advice), m_file));
    m_fileLines->addWidget(fact(tr("Address"), visibleLine(state.address), Qt::ElideMiddle, m_file));
    if (!state.info.exists)
        return;
    m_fileLines->addWidget(
        fact(tr("Server"), QStringLiteral("PostgreSQL ") + state.serverVersion, Qt::ElideRight, m_file));
    m_fileLines->addWidget(fact(tr("Encoding"), state.info.encoding, Qt::ElideRight, m_file));
    m_fileLines->addWidget(fact(tr("Pilothouse"), tr("read-only sessions"), Qt::ElideRight, m_file));
}

void DatabasePane::showFile(const DatabaseState &state)
{
    clear(m_fileLines);
    const DatabaseInfo &info = state.info;
    const auto add = [this](const QString &name, const QString &value,
                            Qt::TextElideMode cut = Qt::ElideRight) {
        m_fileLines->addWidget(fact(name, value, cut, m_file));
    };
    add(tr("Path"), info.path, Qt::ElideMiddle);
    if (!info.exists)
        return;
    if (!state.layoutTitle.isEmpty())
        add(tr("Layout"), state.layoutTitle);
    add(tr("Owner, mode"), QStringLiteral("%1:%2, %3")
                               .arg(QString::number(info.ownerId), QString::number(info.groupId),
                                    QString::number(info.mode & 07777, 8)));
    add(tr("Changed"), formatMoment(info.modifiedAt, shownNow()));
    if (info.pageCount <= 0)
        return;
    const double share = 100.0 * static_cast<double>(info.freePages) / static_cast<double>(info.pageCount);
    add(tr("Free pages of %1").arg(formatBytes(info.pageSize)),
        QStringLiteral("%1, %2 %").arg(formatCount(info.freePages), QLocale().toString(share, 'f', 1)));
    add(tr("Encoding, user version"),
        QStringLiteral("%1, %2").arg(info.encoding, QString::number(info.userVersion)));
}

} // namespace pilothouse
