// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/addinstancecontroller.h"
#include "ui/widgets/dialogframe.h"

class QStackedWidget;

namespace pilothouse {

class FindPane;
class FindingsList;
class InstanceForm;

/// Makes an instance in two steps: what was found on this machine, then the form that describes it, and
/// beside it what was read so far. For a stored instance it is the form alone. It can be stored once nothing
/// is in the way.
class AddInstanceDialog final : public DialogFrame
{
    Q_OBJECT
public:
    explicit AddInstanceDialog(const AddInstanceServices &services, std::optional<Instance> stored = {},
                               QWidget *parent = nullptr);

    /// Goes to the form and fills it in.
    void fill(const Instance &instance);
    /// Goes to the form as it is.
    void describe();
    /// False when what is shown will not change by itself any more.
    bool isReading() const;

signals:
    /// It is stored and in the list.
    void added(const QString &name);

private:
    bool isNew() const { return !m_controller.stored(); }
    bool isFinding() const;
    QWidget *makeDescription();
    QWidget *makePane();
    void connectController();
    void makeSteps();
    void goOn();
    void find();
    void showSteps();
    void showState();
    void showFinding();
    void showDescription();
    void showHead();

    AddInstanceController m_controller;
    QStackedWidget *m_pages;
    FindPane *m_find = nullptr;
    InstanceForm *m_form = nullptr;
    QList<Label *> m_steps;
    Label *m_summary = nullptr;
    FindingsList *m_findings = nullptr;
    Button *m_again = nullptr;
    Button *m_byHand = nullptr;
    Button *m_back = nullptr;
    Button *m_add = nullptr;
};

} // namespace pilothouse
