// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demorandom.h"

namespace pilothouse {

/// The name of an invented person, as the service stores it.
struct DemoPerson
{
    QString username;
    QString displayName;
};

/// People whose names try every corner of a table: markup, right-to-left and zero-width characters, great
/// length.
QList<DemoPerson> awkwardPeople();
/// An invented person; `number` keeps user names unique.
DemoPerson demoPerson(DemoRandom &random, int number);
/// The title of a conversation.
QString demoTitle(DemoRandom &random);
/// A question and its answer.
QString demoQuestion(DemoRandom &random);
QString demoAnswer(DemoRandom &random);
/// The name and content of a small file in a conversation's work folder.
QString demoFileName(DemoRandom &random);
QByteArray demoFileContent(DemoRandom &random);

} // namespace pilothouse
