// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/logsamples.h"
#include "tests/support/uitestsupport.h"
#include "ui/pages/logspage.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/logdesk.h"
#include "ui/widgets/logview.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>

namespace pilothouse {

/// A test of the Logs page over files in a folder of its own.
class LogsPageTest : public QObject
{
protected:
    LogModel &model() const { return m_controller->model(); }
    QLineEdit *field() const { return m_page->findChild<QLineEdit *>(); }
    LogDesk *desk() const { return m_page->findChild<LogDesk *>(); }
    /// By its text, or its name where it is an icon.
    Button *button(const QString &text) const
    {
        for (Button *one : m_page->findChildren<Button *>()) {
            if (one->text() == text || one->accessibleName() == text)
                return one;
        }
        return nullptr;
    }
    int currentSequence() const
    {
        return m_view->currentRow() < 0 ? -1 : sequenceOf(model().record(m_view->currentRow()).message);
    }
    static void append(const LogSource &source, const QByteArray &bytes)
    {
        QFile file(source.path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }

    void makeSurroundings()
    {
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
        m_folder = std::make_unique<QTemporaryDir>();
    }
    LogSource sourceIn(const QString &id, const QString &file) const
    {
        return sampleSource(id, m_folder->filePath(file));
    }
    /// Shows the first of the logs; waits for its records.
    void openPage(const QList<LogSource> &sources)
    {
        m_runner = std::make_unique<OperationRunner>();
        m_controller = std::make_unique<LogsController>(*m_runner);
        m_page = std::make_unique<LogsPage>(
            *m_controller, [](const SessionPointer &) -> Result<LogSources> { return LogSources(); });
        showAndWait(*m_page, {1208, 740});
        m_view = m_page->findChild<LogView *>();
        desk()->setSources({QStringLiteral("one"), sources, {}}, QStringLiteral("some"));
        QTRY_VERIFY(model().rowCount() > 100);
        QTRY_VERIFY(model().extent().lines() > 0);
        m_view->setFocus();
    }
    void closePage()
    {
        m_page.reset();
        m_controller.reset();
        m_runner.reset();
    }

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OperationRunner> m_runner;
    std::unique_ptr<LogsController> m_controller;
    std::unique_ptr<LogsPage> m_page;
    LogView *m_view = nullptr;
};

} // namespace pilothouse
