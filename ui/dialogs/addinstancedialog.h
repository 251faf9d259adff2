// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/addinstancecontroller.h"
#include "ui/widgets/dialogframe.h"

#include <QMap>

class QBoxLayout;
class QComboBox;
class QLineEdit;

namespace pilothouse {

class FindingsList;
class LabeledField;

/// The form that describes a new instance, and beside it what was read of it so far. It can be added once
/// nothing is in the way.
class AddInstanceDialog final : public DialogFrame
{
    Q_OBJECT
public:
    explicit AddInstanceDialog(const AddInstanceServices &services, QWidget *parent = nullptr);

    /// Fills the form in.
    void fill(const Instance &instance);
    /// False when what is shown will not change by itself any more.
    bool isReading() const { return m_controller.isReading(); }

signals:
    /// It is stored and in the list.
    void added(const QString &name);

private:
    QWidget *makeForm();
    void addGroup(QBoxLayout &form, const QString &heading, const QList<QList<QWidget *>> &lines);
    void makeWhat(QBoxLayout &form);
    void makeWhere(QBoxLayout &form);
    void makePlaces(QBoxLayout &form);
    QWidget *makePane();
    LabeledField *makeField(InstanceField field, const QString &label, QWidget *widget);
    LabeledField *makeFolder(InstanceField field, const QString &label, QLineEdit *&edit);
    void chooseFolder(QLineEdit *edit, const QString &title);
    void showRuntime();
    void takeContainer(int index);
    void readForm();
    Instance formContent() const;
    void showReadPlaces();
    void showState();
    void showContainers();

    AddInstanceController m_controller;
    QMap<InstanceField, LabeledField *> m_fields;
    QLineEdit *m_name = nullptr;
    QComboBox *m_profile = nullptr;
    QComboBox *m_runtime = nullptr;
    QComboBox *m_container = nullptr;
    QLineEdit *m_command = nullptr;
    QLineEdit *m_pidFile = nullptr;
    QLineEdit *m_health = nullptr;
    QLineEdit *m_data = nullptr;
    QLineEdit *m_backups = nullptr;
    QLineEdit *m_second = nullptr;
    QComboBox *m_format = nullptr;
    QWidget *m_processLine = nullptr;
    Label *m_summary = nullptr;
    FindingsList *m_findings = nullptr;
    Button *m_again = nullptr;
    Button *m_add = nullptr;
};

} // namespace pilothouse
