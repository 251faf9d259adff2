// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/entitylist.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace pilothouse {

class Button;
class Card;
class Label;
class Monogram;
class Pill;

/// One line of what a delete takes with it.
struct DeleteLine
{
    QString place;      ///< the database file, or "disk"
    QString what;       ///< "messages"
    QString amount;     ///< "41 rows"
    bool isData = true; ///< not the account itself: stays where the data is kept
    bool isNothing = false;
};

/// What the pane says of a delete that nobody has asked for yet.
struct DeletePreview
{
    enum class State { Reading, Known, Failed };
    State state = State::Reading;
    QList<DeleteLine> lines;
    QString sentence; ///< why it is not known
};

/// One user: who it is, what can be done without loss, and what a delete would take. 376 wide.
class UserPane final : public QWidget
{
    Q_OBJECT
public:
    explicit UserPane(QWidget *parent = nullptr);

    void showNothing();
    void showUser(const EntityItem &item, const EntityList &list);
    void showPreview(const DeletePreview &preview);
    /// Whether the sentences about tokens offer to end all sessions; a token lives so many days.
    void setSessions(bool canEnd, int lifetimeDays);

signals:
    void endSessionsRequested();
    void enableRequested(bool isEnabled);
    void deleteRequested(bool keepsData);

private:
    void makeHead();
    void makeDeleteCard();
    void showFacts(const EntityItem &item, const EntityList &list);
    void showLines();
    void showTokens();
    Button *endSessionsButton(Card *card);

    Card *m_nothing = nullptr;
    Card *m_head = nullptr;
    Card *m_deleteCard = nullptr;
    Monogram *m_monogram = nullptr;
    Label *m_name = nullptr;
    Label *m_second = nullptr;
    Pill *m_state = nullptr;
    Label *m_lookalike = nullptr;
    QGridLayout *m_facts = nullptr;
    Button *m_toggle = nullptr;
    Label *m_toggleNote = nullptr;
    Label *m_tokenNote = nullptr;
    Button *m_endSessions = nullptr;
    Button *m_endSessionsToo = nullptr;
    QWidget *m_lines = nullptr;
    Label *m_previewNote = nullptr;
    Label *m_deleteNote = nullptr;
    Label *m_undoNote = nullptr;
    QCheckBox *m_keepsData = nullptr;
    Button *m_delete = nullptr;
    DeletePreview m_preview;
    bool m_isEnabled = true;
    bool m_canEndSessions = false;
    int m_lifetimeDays = 0;
};

} // namespace pilothouse
