// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A burst of lines on the screen: appended to a QPlainTextEdit, and written to a file that the Logs page
// follows. Prints both times and the longest frame of each as one line of JSON.
#include "tests/support/logsamples.h"
#include "ui/pages/logspage.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QTemporaryDir>

#include <cstdio>

using namespace pilothouse;

namespace {

constexpr int BurstLines = 100000;
constexpr int LinesAFrame = 1000;
constexpr qint64 BurstDeadline = 120000;

struct Burst
{
    double seconds = 0;
    double longestFrame = 0; ///< ms, what events took at once
};

QByteArray burstLine(int number)
{
    return "2026-11-20 21:57:36.706 +00:00 [INF] app·runtime/Part: 'Step " + QByteArray::number(number)
           + "' { id: 'x', user: 'anna.kessler', size: 48112 }\n";
}

void runFrame(Burst &burst)
{
    QElapsedTimer timer;
    timer.start();
    QCoreApplication::processEvents();
    burst.longestFrame = std::max(burst.longestFrame, static_cast<double>(timer.nsecsElapsed()) / 1e6);
}

Burst burstIntoTextEdit()
{
    QPlainTextEdit edit;
    edit.setReadOnly(true);
    edit.resize(1200, 740);
    edit.show();
    QCoreApplication::processEvents();
    Burst burst;
    QElapsedTimer timer;
    timer.start();
    for (int line = 0; line < BurstLines; ++line) {
        edit.appendPlainText(QString::fromUtf8(burstLine(line).chopped(1)));
        if (line % LinesAFrame == LinesAFrame - 1)
            runFrame(burst);
    }
    burst.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return burst;
}

Burst burstIntoLog()
{
    QTemporaryDir folder;
    LogSource source;
    source.id = QStringLiteral("file");
    source.kind = QStringLiteral("file");
    source.path = folder.filePath(QStringLiteral("app.log"));
    source.format = sampleFileFormat();
    QFile file(source.path);
    OperationRunner runner;
    LogsController controller(runner);
    LogsPage page(controller, [](const SessionPointer &) -> Result<LogSources> { return LogSources(); });
    page.resize(1200, 740);
    page.show();
    if (!file.open(QIODevice::Append) || file.write(burstLine(-1)) < 0 || !file.flush())
        return {};
    controller.setSources({QStringLiteral("burst"), {source}, {}});
    QElapsedTimer timer;
    timer.start();
    while (controller.model().rowCount() == 0 && timer.elapsed() < BurstDeadline)
        QCoreApplication::processEvents();
    Burst burst;
    timer.start();
    for (int line = 0; line < BurstLines; ++line) {
        file.write(burstLine(line));
        if (line % LinesAFrame == LinesAFrame - 1) {
            file.flush();
            runFrame(burst);
        }
    }
    while (timer.elapsed() < BurstDeadline
           && sequenceOf(controller.model().records().last().message) != BurstLines - 1)
        runFrame(burst);
    runFrame(burst); // and painted
    burst.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return burst;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Burst peer = burstIntoTextEdit();
    ColorScheme scheme(application.palette());
    const Theme theme(application, scheme);
    const Burst ours = burstIntoLog();
    const QJsonObject figures{{QStringLiteral("peerSeconds"), peer.seconds},
                              {QStringLiteral("peerFrame"), peer.longestFrame},
                              {QStringLiteral("seconds"), ours.seconds},
                              {QStringLiteral("frame"), ours.longestFrame}};
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}
