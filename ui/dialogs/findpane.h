// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/discoverycontroller.h"
#include "ui/models/candidatemodel.h"

class QListView;
class QSortFilterProxyModel;
class QVBoxLayout;

namespace pilothouse {

class Button;
class Label;
class SearchField;

/// What was found on this machine: at the left where it was looked and what each place says, at the right the
/// services, and below them why a profile fits the chosen one.
class FindPane final : public QWidget
{
    Q_OBJECT
public:
    explicit FindPane(DiscoveryController &discovery, QWidget *parent = nullptr);

    /// Null: none is chosen.
    const Candidate *chosen() const;
    QListView *list() const { return m_list; }
    /// Where typing begins: the list, or the filter above it while there is nothing in it. No focus proxy:
    /// Tab would stop before a pane whose proxy is hidden.
    void focusFirst();

signals:
    void chosenChanged();
    /// The chosen one is taken, by a double click or by Enter.
    void taken();

private:
    QWidget *makePlaces();
    QWidget *makeFound();
    void addFolder();
    void showState();
    void showPlaces();
    void showChosen();
    QString stateOf(DiscoverySource source) const;

    DiscoveryController &m_discovery;
    CandidateModel m_model;
    QSortFilterProxyModel *m_filtered;
    SearchField *m_filter = nullptr;
    QListView *m_list = nullptr;
    QVBoxLayout *m_places = nullptr;
    Label *m_count = nullptr;
    Label *m_why = nullptr;
    Label *m_empty = nullptr;
    Button *m_again = nullptr;
};

} // namespace pilothouse
