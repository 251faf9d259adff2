// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>
#include <QTreeWidget>

#include <cstdio>

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
    bool event(QEvent *event) override
    {
        const bool isTaken = QMainWindow::event(event);
        // A top-level window flushes its backing store once the paint events of all its children are done.
        if (event->type() == QEvent::UpdateRequest && !m_isPainted) {
            m_isPainted = true;
            std::puts("first paint");
            std::fflush(stdout);
        }
        return isTaken;
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
