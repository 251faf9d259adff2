// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/addinstancecontroller.h"

#include <QMap>

class QBoxLayout;
class QComboBox;
class QLineEdit;

namespace pilothouse {

class EnvironmentChoice;
class LabeledField;

/// The fields that describe an instance, in three groups: what it is, where it runs, where things are. What
/// is typed goes to the controller at once.
class InstanceForm final : public QWidget
{
    Q_OBJECT
public:
    explicit InstanceForm(AddInstanceController &controller, QWidget *parent = nullptr);

    /// Fills the form in; what it has no field for is kept.
    void fill(const Instance &instance);
    /// Shows at each field what is wrong there, and what was read in place of an empty one.
    void showState();
    /// Offers the containers that were found.
    void showContainers();
    void setError(InstanceField field, const QString &sentence);
    /// What the fields say, and what the form has no field for as it was filled in.
    Instance content() const;

private:
    using Lines = QList<QList<QWidget *>>;

    void addGroup(QBoxLayout &form, const QString &heading, const Lines &lines);
    void makeWhat(QBoxLayout &form);
    void makeWhere(QBoxLayout &form);
    void makePlaces(QBoxLayout &form);
    LabeledField *makeField(InstanceField field, const QString &label, QWidget *widget);
    static QLineEdit *numberEdit(int lowest, int highest, const QString &meaning);
    LabeledField *makeFolder(InstanceField field, const QString &label, QLineEdit *&edit);
    void chooseFolder(QLineEdit *edit, const QString &title);
    void showRuntime();
    void showServer();
    Secret takePassword();
    void takeContainer(int index);
    void readForm();
    static void choose(QComboBox &box, const QVariant &value);
    RuntimeSettings runtimeContent() const;
    void showReadPlaces();

    AddInstanceController &m_controller;
    bool m_isTakingPassword = false;
    Instance m_base; ///< holds what the form does not ask for
    QMap<InstanceField, LabeledField *> m_fields;
    QMap<QString, QWidget *> m_runtimeLines; ///< what a kind of runtime needs
    bool m_isFilling = true;
    QStringList m_shownContainers;
    QLineEdit *m_name = nullptr;
    QComboBox *m_profile = nullptr;
    QComboBox *m_group = nullptr;
    EnvironmentChoice *m_environment = nullptr;
    QComboBox *m_runtime = nullptr;
    QComboBox *m_container = nullptr;
    QLineEdit *m_project = nullptr;
    QLineEdit *m_service = nullptr;
    QLineEdit *m_unit = nullptr;
    QComboBox *m_manager = nullptr;
    QLineEdit *m_command = nullptr;
    QLineEdit *m_pidFile = nullptr;
    QLineEdit *m_health = nullptr;
    QLineEdit *m_data = nullptr;
    QLineEdit *m_address = nullptr;  ///< of a database on a server
    QLineEdit *m_password = nullptr; ///< of its role
    QWidget *m_serverLine = nullptr;
    QLineEdit *m_backups = nullptr;
    QLineEdit *m_second = nullptr;
    QComboBox *m_reach = nullptr; ///< of the data of a container: directly where that is possible, or not
    LabeledField *m_reachField = nullptr;
    QComboBox *m_format = nullptr;
    QLineEdit *m_watch = nullptr;
    QLineEdit *m_safety = nullptr;
};

} // namespace pilothouse
