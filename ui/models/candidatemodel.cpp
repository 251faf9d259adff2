// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/candidatemodel.h"

#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"

namespace pilothouse {

namespace {

constexpr int GoodScore = 50; // below it, only a name or a label speaks for the profile

QString iconOf(const Candidate &candidate)
{
    switch (candidate.source) {
    case DiscoverySource::Containers:
        return QStringLiteral("box-seam");
    case DiscoverySource::Units:
        return QStringLiteral("gear");
    case DiscoverySource::Processes:
        return QStringLiteral("cpu");
    case DiscoverySource::Folders:
        break;
    }
    return QStringLiteral("folder2-open");
}

void judge(CandidateRow &row, const Candidate &candidate)
{
    row.isQuiet = true;
    row.evidence = visibleLine(candidate.reasons.value(0));
    if (!candidate.knownAs.isEmpty()) {
        row.verdict = Verdict::DoesNotApply;
        row.verdictText = CandidateModel::tr("In the list");
        row.evidence = CandidateModel::tr("as %1").arg(visibleLine(candidate.knownAs));
        return;
    }
    if (!candidate.refusal.isEmpty()) {
        row.verdict = Verdict::InTheWay;
        row.verdictText = CandidateModel::tr("Cannot be added");
        row.evidence = visibleLine(candidate.refusal);
        return;
    }
    row.isQuiet = false;
    if (!candidate.hasProfile()) {
        row.verdict = Verdict::NotKnown;
        row.verdictText = CandidateModel::tr("No profile fits");
        row.evidence = CandidateModel::tr("choose one yourself");
    } else if (candidate.score < GoodScore) {
        row.verdict = Verdict::ToKnow;
        row.verdictText = CandidateModel::tr("Profile may fit");
    } else {
        row.verdict = Verdict::Holds;
        row.verdictText = CandidateModel::tr("Profile fits");
    }
}

} // namespace

CandidateModel::CandidateModel(std::function<QString(const QString &)> titleOf, QObject *parent)
    : QAbstractListModel(parent)
    , m_titleOf(std::move(titleOf))
{
}

void CandidateModel::setCandidates(const QList<Candidate> &candidates)
{
    if (candidates == m_candidates)
        return;
    beginResetModel();
    m_candidates = candidates;
    endResetModel();
}

CandidateRow CandidateModel::row(int row) const
{
    const Candidate &candidate = m_candidates.at(row);
    CandidateRow shown;
    shown.iconName = iconOf(candidate);
    shown.title = visibleLine(candidate.title);
    shown.profile =
        candidate.hasProfile() ? visibleLine(m_titleOf(candidate.instance.profile)) : tr("no profile");
    shown.facts = visibleLine(candidate.facts.join(QStringLiteral(", ")));
    judge(shown, candidate);
    return shown;
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && role == ValueRole)
        return QVariant::fromValue(row(index.row()));
    if (index.isValid() && role == KeyRole)
        return index.row();
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const CandidateRow shown = row(index.row());
    return QStringList{shown.title, shown.profile, shown.facts, shown.verdictText, shown.evidence}.join(
        QStringLiteral(", "));
}

} // namespace pilothouse
