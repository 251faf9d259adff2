// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>
#include <QTreeWidget>

#include <cstdio>
#include <utility>

namespace {

/// Prints a line when it has painted itself for the first time.
class EmptyWindow final : public QMainWindow
{
public:
    EmptyWindow()
    {
        menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Quit"));
        addToolBar(QStringLiteral("Tools"))->addAction(QStringLiteral("Refresh"));
        setCentralWidget(new QTreeWidget(this));
        resize(1280, 800);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (std::exchange(m_isPainted, true))
            return;
        // After this event, which paints all children too and is part of what is measured.
        QMetaObject::invokeMethod(
            this,
            [] {
                std::puts("first paint");
                std::fflush(stdout);
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
    }

private:
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    EmptyWindow window;
    window.show();
    return QApplication::exec();
}
